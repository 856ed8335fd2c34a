package procedure

// file is a procedure as it is written; docs/procedures.md describes it.
type file struct {
	ID        string        `yaml:"id"`
	Name      *text         `yaml:"name"`
	Source    *text         `yaml:"source"`
	Hint      *fileHint     `yaml:"hint"`
	Note      *text         `yaml:"note"`
	Truncated bool          `yaml:"truncated"`
	Stages    []fileStage   `yaml:"stages"`
	Exit      *fileExit     `yaml:"exit"`
	Reward    *fileReward   `yaml:"reward"`
	ClawBack  *fileClawBack `yaml:"claw_back"`
}

type text struct {
	Zh string `yaml:"zh"`
	En string `yaml:"en"`
}

type fileHint struct {
	Confidence string `yaml:"confidence"`
	Province   *text  `yaml:"province"`
}

type fileStage struct {
	ID    string     `yaml:"id"`
	Name  *text      `yaml:"name"`
	Every *fileEvery `yaml:"every"`
	Due   []string   `yaml:"due"`
	Steps []fileStep `yaml:"steps"`
}

type fileStep struct {
	ID     string      `yaml:"id"`
	Title  *text       `yaml:"title"`
	By     *text       `yaml:"by"`
	Papers []fileItem  `yaml:"papers"`
	Covers []fileItem  `yaml:"covers"`
	Result *text       `yaml:"result"`
	Note   *text       `yaml:"note"`
	When   *text       `yaml:"when"`
	Every  *fileEvery  `yaml:"every"`
	Due    []string    `yaml:"due"`
	Pass   *fileBranch `yaml:"pass"`
	Fail   *fileBranch `yaml:"fail"`
}

type fileItem struct {
	ID    string `yaml:"id"`
	Title *text  `yaml:"title"`
}

type fileEvery struct {
	Months   int  `yaml:"months"`
	Assessed bool `yaml:"assessed"`
}

type fileBranch struct {
	To       string `yaml:"to"`
	Label    *text  `yaml:"label"`
	Inferred bool   `yaml:"inferred"`
}

type fileExit struct {
	Misses      int    `yaml:"misses"`
	Consecutive bool   `yaml:"consecutive"`
	Effect      string `yaml:"effect"`
}

type fileReward struct {
	Percent   float64      `yaml:"percent"`
	Special   *fileSpecial `yaml:"special"`
	Source    *text        `yaml:"source"`
	Confirmed string       `yaml:"confirmed"`
}

type fileSpecial struct {
	Percent float64  `yaml:"percent"`
	For     []string `yaml:"for"`
}

type fileClawBack struct {
	Factor    int    `yaml:"factor"`
	Years     int    `yaml:"years"`
	Source    *text  `yaml:"source"`
	Confirmed string `yaml:"confirmed"`
}
