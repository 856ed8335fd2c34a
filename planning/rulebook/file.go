package rulebook

import (
	"zhenjie/assets/words"
)

// file is a rulebook as it is written.
type file struct {
	ID           string     `yaml:"id"`
	Title        said       `yaml:"title"`
	Source       said       `yaml:"source"`
	Confirmed    string     `yaml:"confirmed"`
	Rules        []fileRule `yaml:"rules"`
	Industries   []fileItem `yaml:"industries"`
	Declarations []fileItem `yaml:"declarations"`
	Materials    []fileItem `yaml:"materials"`
	Indicators   []fileItem `yaml:"indicators"`
}

// items is the number of items in all lists.
func (f file) items() int {
	return len(f.Industries) + len(f.Declarations) + len(f.Materials) + len(f.Indicators)
}

type fileRule struct {
	ID        string         `yaml:"id"`
	Title     said           `yaml:"title"`
	Source    said           `yaml:"source"`
	Confirmed string         `yaml:"confirmed"`
	Measure   string         `yaml:"measure"`
	Limit     *fileLimit     `yaml:"limit"`
	Relaxed   *fileRelaxed   `yaml:"relaxed"`
	Years     *int           `yaml:"years"`
	Excludes  []string       `yaml:"excludes"`
	Of        string         `yaml:"of"`
	Items     []string       `yaml:"items"`
	Preferred bool           `yaml:"preferred"`
	Examples  map[string]any `yaml:"examples"`
	Never     []string       `yaml:"never"`
}

type fileRelaxed struct {
	Limit *fileLimit `yaml:"limit"`
	For   []string   `yaml:"for"`
}

type fileLimit struct {
	Min         *float64 `yaml:"min"`
	Max         *float64 `yaml:"max"`
	ExpectedMin *float64 `yaml:"expected_min"`
	ExpectedMax *float64 `yaml:"expected_max"`
	About       *float64 `yaml:"about"`
	Tolerance   float64  `yaml:"tolerance"`
	Failure     *float64 `yaml:"failure"`
	Unit        string   `yaml:"unit"`
}

type fileItem struct {
	ID    string `yaml:"id"`
	Group string `yaml:"group"`
	Unit  string `yaml:"unit"`
	Title said   `yaml:"title"`
}

// said is a text of a file: one of each language, or one for both.
type said struct{ zh, en string }

// UnmarshalYAML reads a plain text, or {zh: …, en: …}.
func (s *said) UnmarshalYAML(unmarshal func(any) error) error {
	if unmarshal(&s.zh) == nil {
		return nil
	}
	var both struct {
		Zh string `yaml:"zh"`
		En string `yaml:"en"`
	}
	if err := unmarshal(&both); err != nil {
		return err
	}
	s.zh, s.en = both.Zh, both.En
	return nil
}

// text is what is said; otherwise where that is nothing.
func (s said) text(otherwise words.Text) words.Text {
	if s.zh == "" && s.en == "" {
		return otherwise
	}
	return words.Both(s.zh, s.en)
}
