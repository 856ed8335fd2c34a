package convert

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"zhenjie/geo/boundary"
)

// Points of no outline: names, a remark with a comma, a column behind the
// coordinates, an empty row, a row without coordinates.
const wells = "井号,纬度,经度,备注,深度\n" +
	"001,30.12,120.01,\"旧, 已封\",12.50\n" +
	"\n" +
	"002,30.13,120.02,,7\n" +
	"合计,,,,19.5\n"

// References: PROJ 9, echo 30.12 120.01 | cs2cs -f %.4f EPSG:4490 EPSG:4549 and the
// same of 30.13 120.02.
func TestPointsKeepAllRowsAndColumns(t *testing.T) {
	in, out := write(t, "wells.csv", wells), filepath.Join(t.TempDir(), "out.csv")
	sum, err := File(t.Context(), in, out, Options{To: "EPSG:4549"})
	if err != nil || sum.Points != 2 || sum.From.EPSG != 4490 || sum.To.EPSG != 4549 || len(sum.Lost) != 1 {
		t.Fatalf("%+v, %v", sum, err)
	}
	got, _ := os.ReadFile(out)
	want := "\ufeff井号,北坐标X,东坐标Y,备注,深度\r\n" +
		"001,3333415.8546,500963.6998,\"旧, 已封\",12.50\r\n" +
		"\r\n" +
		"002,3334524.5267,501927.2055,,7\r\n" +
		"合计,,,,19.5\r\n"
	if string(got) != want {
		t.Errorf("wrote\n%s\nwant\n%s", got, want)
	}
	back := filepath.Join(t.TempDir(), "back.csv")
	if _, err := File(t.Context(), out, back, Options{Options: boundary.Options{From: "4549"}, To: "4490"}); err != nil {
		t.Fatal(err)
	}
	got, _ = os.ReadFile(back)
	if text := string(got); !strings.Contains(text, "纬度,经度") || !strings.Contains(text, "001,30.119999999") && !strings.Contains(text, "001,30.12") {
		t.Errorf("back came\n%s", text)
	}
}

func TestPointsOfTheSameSystemAreNotTouched(t *testing.T) {
	text := "点号,经度,纬度\nA,120°01′30.50″,30°07′12″\nB,120°02′30.50″,30°08′12″\n"
	in, out := write(t, "dms.csv", text), filepath.Join(t.TempDir(), "out.csv")
	if sum, err := File(t.Context(), in, out, Options{}); err != nil || sum.Points != 2 {
		t.Fatalf("%+v, %v", sum, err)
	}
	got, _ := os.ReadFile(out)
	if want := "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n"); string(got) != want {
		t.Errorf("wrote %q, want %q", got, want)
	}
}

func TestPointsInWorkbooks(t *testing.T) {
	in, book := write(t, "wells.csv", wells), filepath.Join(t.TempDir(), "wells.xlsx")
	if _, err := File(t.Context(), in, book, Options{To: "gcj02"}); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(book)
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := f.GetCellValue(f.GetSheetName(0), "A2"); got != "001" {
		t.Errorf("001 became %q", got)
	}
	if _, err := f.NewSheet("说明"); err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellStr("说明", "A1", "另一张表"); err != nil {
		t.Fatal(err)
	}
	two := filepath.Join(t.TempDir(), "two.xlsx")
	if err := f.SaveAs(two); err != nil {
		t.Fatal(err)
	}
	from := boundary.Options{From: "gcj02"}
	if _, err := File(t.Context(), two, filepath.Join(t.TempDir(), "x.csv"), Options{Options: from}); kindOf(err) != "convert.several_sheets" {
		t.Error(err)
	}
	out := filepath.Join(t.TempDir(), "out.xlsx")
	if sum, err := File(t.Context(), two, out, Options{Options: from, To: "4326"}); err != nil || sum.Points != 2 || sum.To.EPSG != 4326 {
		t.Fatalf("%+v, %v", sum, err)
	}
	g, err := excelize.OpenFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := g.GetCellValue("说明", "A1"); got != "另一张表" {
		t.Errorf("the other sheet says %q", got)
	}
	// GCJ-02 there and back is exact to 1e-9°.
	if got, _ := g.GetCellValue(g.GetSheetName(0), "B2"); !strings.HasPrefix(got, "30.12") && !strings.HasPrefix(got, "30.11999999") {
		t.Errorf("the latitude came back as %s", got)
	}
}

func TestPointsThatCannotBeReadAreRefused(t *testing.T) {
	in := write(t, "wells.csv", strings.Replace(wells, "30.13", "三十", 1))
	out := filepath.Join(t.TempDir(), "x.csv")
	if _, err := File(t.Context(), in, out, Options{To: "4549"}); kindOf(err) != "table.coordinate" || !strings.Contains(err.Error(), "line 4") {
		t.Error(err)
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("a file was written")
	}
}
