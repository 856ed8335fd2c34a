package rulebook_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"zhenjie/assets/rulebooks"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
	"zhenjie/planning/rulebook"
)

func TestEveryRulebookOfTheProgramIsRead(t *testing.T) {
	files, err := fs.Glob(rulebooks.Files, "*")
	if err != nil {
		t.Fatal(err)
	}
	books := rulebook.Builtin()
	if len(books) != len(files) || len(books) < 2 {
		t.Fatalf("%d rulebooks of %d files", len(books), len(files))
	}
	if books[0] != rulebook.Default() || books[0].ID != rulebooks.Default {
		t.Errorf("the first rulebook is %s, want the default", books[0].ID)
	}
	for _, b := range books {
		if _, err := fs.Stat(rulebooks.Files, b.ID+".yaml"); err != nil {
			t.Errorf("the file of rulebook %s has another name: %v", b.ID, err)
		}
		if b.Confirmed == "" {
			t.Errorf("%s does not say how it was confirmed", b.ID)
		}
		spoken(t, b.ID, b.Title)
		spoken(t, "the source of "+b.ID, b.Source)
		for _, r := range b.Rules {
			spoken(t, b.ID+" "+r.ID, r.Title)
			spoken(t, "the source of "+b.ID+" "+r.ID, r.Source)
			if r.Confirmed == "" {
				t.Errorf("%s: rule %s does not say how it was confirmed", b.ID, r.ID)
			}
		}
		for _, list := range [][]rulebook.Item{b.Industries, b.Declarations, b.Materials, b.Indicators} {
			if len(list) == 0 {
				t.Errorf("%s has an empty list", b.ID)
			}
			for _, it := range list {
				spoken(t, b.ID+" "+it.ID, it.Title)
			}
		}
	}
}

// spoken fails for a title that is not given in both languages.
func spoken(t *testing.T, what string, title words.Text) {
	t.Helper()
	zh, en := title.In(words.Zh), title.In(words.En)
	if zh == "" || en == "" || zh == en {
		t.Errorf("%s is called %q in Chinese and %q in English", what, zh, en)
	}
}

// book is the smallest rulebook, with one line of a rule to be replaced.
const book = `id: x
rules:
  - id: r
    measure: extent.area
    limit: {min: 1, max: 2, unit: km2}
`

func with(old, new string) string { return strings.Replace(book, old, new, 1) }

func limit(inside string) string { return with("min: 1, max: 2, unit: km2", inside) }

// total is a rule of the investment with one more key, stated one of an indicator.
func total(key string) string {
	return "id: x\nrules:\n  - id: r\n    measure: investment.total\n    limit: {min: 1, unit: yi}\n    " + key + "\n"
}

func stated(measure, unit string) string {
	return "id: x\nrules: [{id: r, measure: " + measure + ", limit: {min: 1, unit: " + unit + "}}]\n"
}

func fault(err error) *geo.InputError {
	bad := &geo.InputError{}
	errors.As(err, &bad)
	return bad
}

func TestFaultsOfRulebooks(t *testing.T) {
	if _, err := rulebook.Parse([]byte(book)); err != nil {
		t.Fatalf("the rulebook without fault: %v", err)
	}
	for name, c := range map[string]struct {
		text string
		kind words.ID
		line int
	}{
		"empty":                  {"", "rulebook.bad_id", 0},
		"no id":                  {with("id: x", "source: s"), "rulebook.bad_id", 0},
		"capital in the id":      {with("id: x", "id: X"), "rulebook.bad_id", 0},
		"path for an id":         {with("id: x", "id: ../x"), "rulebook.bad_id", 0},
		"long id":                {with("id: x", "id: "+strings.Repeat("x", 65)), "rulebook.bad_id", 0},
		"bad rule id":            {with("- id: r", "- id: 规划面积"), "rulebook.bad_id", 0},
		"bad item id":            {book + "materials: [{id: A}]\n", "rulebook.bad_id", 0},
		"no rules":               {"id: x\n", "rulebook.no_rules", 0},
		"too large":              {book + strings.Repeat(" ", rulebook.MaxBytes), "rulebook.too_large", 0},
		"too many rules":         {"id: x\nrules:\n" + strings.Repeat("  - {id: r}\n", 201), "rulebook.too_many", 0},
		"too many items":         {book + "materials:\n" + strings.Repeat("  - {id: m}\n", 501), "rulebook.too_many", 0},
		"rule twice":             {book + "  - {id: r, measure: industry}\n", "rulebook.twice", 0},
		"item twice":             {book + "materials: [{id: m}, {id: m}]\n", "rulebook.twice", 0},
		"item of a rule twice":   {with("extent.area", "materials\n    items: [video, video]"), "rulebook.twice", 0},
		"unknown measure":        {with("extent.area", "extent.length"), "rulebook.measure", 0},
		"no measure":             {with("    measure: extent.area\n", ""), "rulebook.measure", 0},
		"no items":               {with("extent.area", "declarations"), "rulebook.no_items", 0},
		"declaration not listed": {with("extent.area", "declarations\n    items: [base_table]"), "rulebook.no_item", 0},
		"material not listed":    {with("extent.area", "materials\n    items: [heritage]"), "rulebook.no_item", 0},
		"industry not listed":    {book + "    relaxed: {limit: {min: 1, unit: km2}, for: [tae]}\n", "rulebook.no_item", 0},
		"years of an area":       {book + "    years: 3\n", "rulebook.option", 0},
		"area without housing":   {book + "    excludes: [housing]\n", "rulebook.option", 0},
		"area of a total":        {book + "    of: total\n", "rulebook.option", 0},
		"no years":               {total("years: 0"), "rulebook.years", 0},
		"six years":              {total("years: 6"), "rulebook.years", 0},
		"unknown kind":           {total("excludes: [castle]"), "rulebook.excludes", 0},
		"kind twice":             {total("excludes: [housing, housing]"), "rulebook.twice", 0},
		"share of taxes":         {"id: x\nrules: [{id: r, measure: investment.leading_share, of: taxes, limit: {min: 70, unit: percent}}]\n", "rulebook.of", 0},
		"indicator not listed":   {stated("stated.happiness", "percent"), "rulebook.no_item", 0},
		"indicator of no key":    {stated("stated.", "percent"), "rulebook.no_item", 0},
		"indicator in its unit":  {stated("stated.jobs", "percent"), "rulebook.unit", 0},
		"indicator of no unit":   {book + "indicators: [{id: a}]\n", "rulebook.indicator_unit", 0},
		"indicator in km²":       {book + "indicators: [{id: a, unit: km2}]\n", "rulebook.indicator_unit", 0},
		"industry of a town":     {book + "industries: [{id: upgrade}]\n", "rulebook.reserved", 0},
		"confirmed by rumour":    {book + "    confirmed: rumour\n", "rulebook.confirmed", 0},
		"all by rumour":          {book + "confirmed: rumour\n", "rulebook.confirmed", 0},
		"example of a list":      {book + "    examples: {pass: [1]}\n", "rulebook.example", 0},
		"example without end":    {book + "    examples: {pass: .inf}\n", "rulebook.example", 0},
		"negative sigma":         {book + "    examples: {sigma: -1}\n", "rulebook.example", 0},
		"title of a list":        {book + "    title: [a]\n", "rulebook.unreadable", 6},
		"title in French":        {book + "    title: {fr: a}\n", "rulebook.unreadable", 6},
		"no limit":               {with("    limit: {min: 1, max: 2, unit: km2}\n", ""), "rulebook.no_limit", 0},
		"no relaxed limit":       {book + "    relaxed: {for: [tea]}\n", "rulebook.no_limit", 0},
		"bad relaxed limit":      {book + "    relaxed: {limit: {min: 2, max: 1, unit: km2}, for: [tea]}\n", "rulebook.limit", 0},
		"no unit":                {limit("min: 1"), "rulebook.unit", 0},
		"unit of another kind":   {limit("min: 1, unit: yi"), "rulebook.unit", 0},
		"no bound":               {limit("unit: km2"), "rulebook.limit", 0},
		"bounds upside down":     {limit("min: 2, max: 1, unit: km2"), "rulebook.limit", 0},
		"expected beyond max":    {limit("max: 2, expected_max: 3, unit: km2"), "rulebook.limit", 0},
		"tolerance over failure": {limit("about: 1, tolerance: 0.3, failure: 0.1, unit: km2"), "rulebook.limit", 0},
		"tolerance over none":    {limit("about: 1, tolerance: 0.3, failure: 0, unit: km2"), "rulebook.limit", 0},
		"negative tolerance":     {limit("about: 1, tolerance: -0.1, failure: 0.1, unit: km2"), "rulebook.limit", 0},
		"target and bound":       {limit("about: 1, min: 0.5, unit: km2"), "rulebook.limit", 0},
		"tolerance of nothing":   {limit("min: 1, tolerance: 0.1, unit: km2"), "rulebook.limit", 0},
		"infinite target":        {limit("about: .inf, unit: km2"), "rulebook.limit", 0},
		"infinite bound":         {limit("min: -.inf, max: 3, unit: km2"), "rulebook.limit", 0},
		"no number":              {limit("min: .nan, unit: km2"), "rulebook.limit", 0},
		"a word for a number":    {limit("min: one, unit: km2"), "rulebook.unreadable", 5},
		"unknown key":            {book + "    limt: 3\n", "rulebook.unreadable", 6},
		"key twice":              {book + "    measure: industry\n", "rulebook.unreadable", 6},
		"a list":                 {"- 1\n", "rulebook.unreadable", 1},
		"a word":                 {"rulebook", "rulebook.unreadable", 1},
		"zeros":                  {"\x00\x00", "rulebook.unreadable", 1},
		"a tab":                  {book + "\tsource: x\n", "rulebook.unreadable", 6},
		"a bracket left open":    {limit("min: [1, unit: km2"), "rulebook.unreadable", 5},
		"two documents":          {book + "---\n" + book, "rulebook.unreadable", 6},
		"a tag":                  {with("id: x", "id: !!binary aGk="), "rulebook.unreadable", 1},
		"brackets too deep":      {with("id: x", "id: "+strings.Repeat("[", 9)+strings.Repeat("]", 9)), "rulebook.unreadable", 1},
		"dashes too many":        {with("id: x", strings.Repeat("- ", 1000)), "rulebook.unreadable", 1},
		"brackets without end":   {"id: " + strings.Repeat("[", 500_000), "rulebook.too_many", 0},
		"anchor":                 {with("id: r", "id: &a r"), "rulebook.anchor", 3},
		"anchor in Chinese":      {with("id: r", "id: &锚 r"), "rulebook.anchor", 3},
		"alias":                  {with("id: r", "id: *a"), "rulebook.anchor", 3},
		"anchor in brackets":     {limit("min: &-a 1, unit: km2"), "rulebook.anchor", 5},
		"merge key":              {book + "    <<: {id: z}\n", "rulebook.anchor", 6},
	} {
		b, err := rulebook.Parse([]byte(c.text))
		bad := fault(err)
		if b != nil || bad.Kind != c.kind || bad.At.Line != c.line {
			t.Errorf("%s: %v, kind %q at line %d (%v); want %s at line %d", name, b, bad.Kind, bad.At.Line, err, c.kind, c.line)
		}
	}
}

func TestWhatLooksLikeAnAnchorAndIsNone(t *testing.T) {
	for _, text := range []string{
		book + "# *both* notes & hints\n",
		book + "    source: R &D *\n",
		book + "    source: \"&a *b\"\n",
	} {
		if _, err := rulebook.Parse([]byte(text)); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestRulebooksAsEditorsSaveThem(t *testing.T) {
	text := with("id: r\n", "id: r\n    title: {zh: 规划面积}\n")
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for name, saved := range map[string]string{
		"plain": text, "with a byte order mark": "\ufeff" + text, "with CR LF": strings.ReplaceAll(text, "\n", "\r\n"),
		"in GB 18030": gb, "behind ---": "---\n" + text,
	} {
		b, err := rulebook.Parse([]byte(saved))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := b.Rules[0].Title.In(words.Zh); got != "规划面积" {
			t.Errorf("%s: the title is %q", name, got)
		}
	}
}

func TestBeyondItsToleranceATargetFailsUnlessSaidOtherwise(t *testing.T) {
	for _, c := range []struct {
		limit string
		want  [4]float64 // min, expected_min, expected_max, max
	}{
		{"about: 8, tolerance: 0.25, unit: km2", [4]float64{6, 6, 10, 10}},
		{"about: 8, tolerance: 0.25, failure: 0.5, unit: km2", [4]float64{4, 6, 10, 12}},
		{"about: 8, unit: km2", [4]float64{8, 8, 8, 8}},
	} {
		b, err := rulebook.Parse([]byte(limit(c.limit)))
		if err != nil {
			t.Errorf("%s: %v", c.limit, err)
			continue
		}
		l := b.Rules[0].Limit
		if got := [4]float64{l.Min, l.ExpectedMin, l.ExpectedMax, l.Max}; got != c.want {
			t.Errorf("%s: bounds %v, want %v", c.limit, got, c.want)
		}
	}
}

func TestWhatIsLeftOutComesFromTheDefault(t *testing.T) {
	b, err := rulebook.Parse([]byte("source: 文\n" + book + "materials: [{id: only}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	def := rulebook.Default()
	if len(b.Industries) != len(def.Industries) || len(b.Declarations) != len(def.Declarations) {
		t.Errorf("%d industries and %d declarations, want those of the default", len(b.Industries), len(b.Declarations))
	}
	if len(b.Materials) != 1 || b.Materials[0].ID != "only" || b.Materials[0].Title.In(words.Zh) != "only" {
		t.Errorf("the rulebook's own materials became %v", b.Materials)
	}
	if b.Rules[0].Source.In(words.Zh) != "文" || b.Title.In(words.En) != "x" || b.Rules[0].Title.In(words.En) != "r" {
		t.Errorf("source %q, titles %q and %q", b.Rules[0].Source, b.Title.In(words.En), b.Rules[0].Title.In(words.En))
	}
}

func TestLimitsInWords(t *testing.T) {
	for _, c := range []struct{ measure, limit, numbers, zh, en string }{
		{"extent.area", "min: 3, max: 5, unit: km2", "3–5", "3–5 km²", "3–5 km²"},
		{"extent.area", "min: 4500, max: 7500, unit: mu", "4500–7500", "4500–7500 亩", "4500–7500 mu"},
		{"extent.area", "min: 300, unit: ha", "≥300", "≥300 公顷", "≥300 ha"},
		{"core.outside", "max: 0, unit: m2", "≤0", "≤0 m²", "≤0 m²"},
		{"core.area", "about: 1, tolerance: 0.1, failure: 0.3, unit: km2", "0.9–1.1", "约 1 km²（±10%）", "about 1 km² (±10%)"},
		{"core.area", "min: 2.5, expected_max: 3, max: 9, unit: km2", "2.5–3", "2.5–3 km²", "2.5–3 km²"},
		{"investment.total", "min: 30, expected_max: 50, unit: yi", "30–50", "30–50 亿元", "3–5 billion yuan"},
		{"investment.total", "min: 300000, unit: wan", "≥300000", "≥300000 万元", "≥3000 million yuan"},
		{"investment.leading_share", "min: 70, unit: percent", "≥70", "≥70%", "≥70%"},
		{"stated.jobs", "min: 2200, unit: persons", "≥2200", "≥2200 人", "≥2200 persons"},
		{"stated.scenic_grade", "min: 3, max: 5, unit: grade", "3–5", "3–5A", "3–5A"},
	} {
		text := strings.Replace(limit(c.limit), "extent.area", c.measure, 1)
		b, err := rulebook.Parse([]byte(text))
		if err != nil {
			t.Errorf("%s: %v", c.limit, err)
			continue
		}
		l := b.Rules[0].Limit
		if zh, en := l.Text().In(words.Zh), l.Text().In(words.En); l.Numbers() != c.numbers || zh != c.zh || en != c.en {
			t.Errorf("%s is said %q, %q and %q; want %q, %q, %q", c.limit, l.Numbers(), zh, en, c.numbers, c.zh, c.en)
		}
	}
}

func TestAnotherLimitForAKindOfTowns(t *testing.T) {
	b, err := rulebook.Parse([]byte(book + "    relaxed: {limit: {min: 0.5, unit: km2}, for: [upgrade, tea]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	for kind, want := range map[planning.TownKind]string{planning.TownUpgrade: "≥0.5", planning.TownNew: "1–2", "": "1–2"} {
		p := planning.Plan{Identity: planning.Identity{Kind: kind}}
		if got := b.Rules[0].LimitFor(p).Numbers(); got != want {
			t.Errorf("the limit for a town that is %q is %s, want %s", kind, got, want)
		}
	}
}

func TestSourcesInOneLanguageOrBoth(t *testing.T) {
	b, err := rulebook.Parse([]byte("source: {zh: 文, en: text}\nconfirmed: press\n" + book +
		"    source: 条\n    confirmed: read\n  - {id: s, measure: industry, title: 产业}\n"))
	if err != nil {
		t.Fatal(err)
	}
	r, s := b.Rules[0], b.Rules[1]
	if r.Source.In(words.En) != "条" || r.Confirmed != rulebook.Read || s.Source.In(words.En) != "text" || s.Source.In(words.Zh) != "文" ||
		s.Confirmed != rulebook.Press || s.Title.In(words.En) != "产业" {
		t.Errorf("read as %+v and %+v", r, s)
	}
}

func TestAnotherLimitForSomeIndustries(t *testing.T) {
	b, err := rulebook.Parse([]byte(book + "    relaxed: {limit: {min: 0.5, unit: km2}, for: [tea, silk]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	for industry, want := range map[string]string{"tea": "≥0.5", "silk": "≥0.5", "tourism": "1–2", "": "1–2"} {
		p := planning.Plan{Positioning: planning.Positioning{Industry: industry}}
		if got := b.Rules[0].LimitFor(p).Numbers(); got != want {
			t.Errorf("the limit for %q is %s, want %s", industry, got, want)
		}
	}
}
