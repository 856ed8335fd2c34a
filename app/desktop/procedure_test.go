package desktop

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zhenjie/app/cli"
	"zhenjie/app/desktop/widgets"
	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/chart"
	"zhenjie/planning/procedure"
)

func TestAChartIsSaved(t *testing.T) {
	h := opened(t, cli.Opening{Sample: true})
	h.settleProject()
	d, err := procedure.ByID("p02")
	if err != nil {
		t.Fatal(err)
	}
	flow := procedure.Chart(d, procedure.Progress{}, words.Zh)
	for format, begins := range map[chart.Format]string{chart.SVG: "<?xml", chart.PDF: "%PDF-", chart.PNG: "\x89PNG"} {
		path := filepath.Join(t.TempDir(), "图."+string(format))
		h.dialogs = &asked{save: path}
		h.project.desk.SaveChart(flow, flow.Title, format)
		if b, err := os.ReadFile(path); err != nil || !bytes.HasPrefix(bytes.TrimLeft(b, "\ufeff"), []byte(begins)) && !bytes.HasPrefix(b, []byte("<svg")) {
			t.Errorf("%s: %v, begins with %.20q", format, err, b)
		}
		if said := h.said(); !strings.Contains(said, "图."+string(format)) {
			t.Errorf("%s: said %q", format, said)
		}
	}
	h.dialogs = &asked{save: filepath.Join(t.TempDir(), "none", "图.svg")}
	h.project.desk.SaveChart(flow, flow.Title, chart.SVG)
	if said := h.said(); said == "" || strings.Contains(said, "已保存") {
		t.Errorf("of a folder that is not there it said %q", said)
	}
	h.project.desk.EnlargeChart(flow, flow.Title)
	if h.win.Canvas().Overlays().Top() == nil {
		t.Error("the chart is not enlarged")
	}
}

func TestFileNames(t *testing.T) {
	for title, want := range map[string]string{"省创建流程（2）": "省创建流程（2）", "a/b: c?": "a-b- c-", " x. ": "x"} {
		if got := fileName(title); got != want {
			t.Errorf("fileName(%q) = %q, want %q", title, got, want)
		}
	}
}

// TestWhatIsDueIsTold: p02 is assessed each year, first for 2026 by 17 June 2027.
func TestWhatIsDueIsTold(t *testing.T) {
	plan := planning.Plan{Procedure: planning.Procedure{ID: "p02", Started: "2026-06-18"}}
	for day, want := range map[string]widgets.Finding{
		"2027-05-17": {},
		"2027-05-18": {Verdict: widgets.Borderline, Measured: "还有 30 天"},
		"2027-06-17": {Verdict: widgets.Borderline, Measured: "今天"},
		"2027-06-20": {Verdict: widgets.Fail, Measured: "逾期 3 天"},
	} {
		today, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		row := dutyRow{lang: words.Zh, now: func() time.Time { return today }}
		got, ok := row.row(plan)
		if ok != (want.Measured != "") || got.Measured != want.Measured || got.Verdict != want.Verdict {
			t.Errorf("%s: %v %+v, want %+v", day, ok, got, want)
		}
		if ok && !strings.Contains(got.Limit, "2026 年年度考核") {
			t.Errorf("%s: of what is due it says %q", day, got.Limit)
		}
		if _, ok := row.row(planning.Plan{}); ok {
			t.Error("something is due where no procedure is chosen")
		}
	}
}
