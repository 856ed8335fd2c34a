package page

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"zhenjie/app/workspace"
	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/shaping"
	"zhenjie/planning"
	"zhenjie/planning/edit"
)

// openSides opens the page; places are those it has shown on the map.
func openSides(t testing.TB, lang words.Lang, s workspace.State) (o *office[*sides], places *[]geo.Point) {
	places = &[]geo.Point{}
	make := func(d *Desk) *sides {
		d.ShowPlace = func(p geo.Point) { *places = append(*places, p) }
		return newSides(d)
	}
	return open(t, lang, make, s), places
}

// oblong is a town of eight corners, J1 to J4 along the north, J5 to J8 back, and a
// core with a hole.
func oblong() planning.Plan {
	ring := func(pts ...geo.Point) []geo.Point { return append(pts, pts[0]) }
	box := func(west, south, side float64) []geo.Point {
		return ring(geo.Point{west, south}, geo.Point{west + side, south}, geo.Point{west + side, south + side}, geo.Point{west, south + side})
	}
	return planning.Plan{
		Extent: geo.Polygon(ring(
			geo.Point{120.00, 30.01}, geo.Point{120.01, 30.01}, geo.Point{120.02, 30.01}, geo.Point{120.03, 30.01},
			geo.Point{120.03, 30.00}, geo.Point{120.02, 30.00}, geo.Point{120.01, 30.00}, geo.Point{120.00, 30.00},
		)),
		Core: geo.Polygon(box(120.011, 30.001, 0.008), box(120.014, 30.004, 0.002)),
	}
}

// neighbourOf is a neighbour of the oblong between two corners.
func neighbourOf(side planning.Side, kind planning.NeighbourKind, name string, from, to int) planning.Neighbour {
	ring := oblong().Extent.Ring(0, 0)
	return planning.Neighbour{Side: side, Kind: kind, Name: name, From: ring.At(from - 1), To: ring.At(to - 1)}
}

func at(n int) shaping.Vertex { return shaping.Vertex{Corner: n - 1} }

func TestSidesShowThePlan(t *testing.T) {
	o, _ := openSides(t, words.Zh, sampleState(t))
	o.shows("东至", "龙茶大道", "最北点 J7", "北纬30°19′22.42″", "东至龙溪，南至龙茶大道，西至茶坞路、青坞山脚，北至青坞村村界、上龙村村界", "上龙村村界", "J14", "1,898.70") // the sum of J14 to J53 in planning/points/testdata/town.txt
	o.page.turn(viewExtent)
	o.shows("3355841.567", "510678.967", "120.11103908", "30.32224881", "340.18", "EPSG:4549") // J1 of planning/points/testdata/town.txt
	o.hides("龙茶大道")
	o.page.turn(viewTexts)
	o.shows("龙茶大道")
	empty, _ := openSides(t, words.En, stateOf(planning.Plan{}))
	empty.shows("East to", "No neighbours yet")
	empty.page.turn(viewCore)
	empty.shows("there are no boundary points")
	for _, v := range []sidesView{viewTexts, viewExtent, viewCore} {
		empty.page.turn(v)
		for _, text := range empty.reads() {
			if unsaid.MatchString(text) {
				t.Errorf("view %d reads %q", v, text)
			}
		}
	}
}

// The sample town's neighbours begin and end at corners, one where the other ends,
// and their texts are what the button would fill in.
func TestTheSampleTownIsBorderedAllRound(t *testing.T) {
	o, _ := openSides(t, words.Zh, sampleState(t))
	all, table := o.state.Plan.Sides.Neighbours, o.page.list(edit.Extent)
	for i, n := range all.All() {
		s, ok := table.Stretch(n)
		if next := all.At((i + 1) % all.Len()); !ok || n.To != next.From || s.From.Degrees != n.From || s.To.Degrees != n.To {
			t.Errorf("%s goes from %s to %s", n.Name, s.From.Name(), s.To.Name())
		}
	}
	if got := o.page.texts.filled(); got.To != o.state.Plan.Sides.SideTexts {
		t.Errorf("filled in: %+v", got.To)
	}
}

func TestASideIsWritten(t *testing.T) {
	o, places := openSides(t, words.Zh, stateOf(oblong()))
	field := o.page.texts.fields[planning.South]
	o.write(field, "G320 国道")
	o.leave()
	o.expect(edit.SetSide{Side: planning.South, To: "G320 国道"})
	o.shows("南至G320 国道")
	field.SetText(strings.Repeat("字", 20_001)) // as pasted: typing takes minutes
	field.Commit()
	o.expect()
	o.shows("文字超过 20000 个字")
	test.Tap(o.page.texts.places[planning.East])
	test.Tap(o.page.texts.places[planning.West])
	if got, want := fmt.Sprint(*places), fmt.Sprint([]geo.Point{{120.03, 30.01}, {120, 30.01}}); got != want {
		t.Errorf("shown on the map: %s, want %s", got, want)
	}
}

func TestSidesAreFilledFromTheNeighbours(t *testing.T) {
	plan := oblong()
	plan.Sides.East, plan.Sides.West = "山", "旧"
	o, _ := openSides(t, words.Zh, stateOf(plan))
	if !o.page.texts.fill.Disabled() {
		t.Error("there is nothing to fill in, and the button can be pressed")
	}
	plan.Sides.Neighbours = planning.ListOf(
		neighbourOf(planning.North, planning.NeighbourVillage, "", 2, 4), neighbourOf(planning.North, planning.NeighbourRiver, "龙溪", 1, 2),
		neighbourOf(planning.West, planning.NeighbourRoad, "G320 国道", 8, 1))
	o, _ = openSides(t, words.Zh, stateOf(plan))
	tap(o, "按相邻地物填写")
	o.expect(edit.FillSides{To: planning.SideTexts{East: "山", West: "G320 国道", North: "龙溪、村界"}})
}

func TestNeighbours(t *testing.T) {
	o, places := openSides(t, words.Zh, stateOf(oblong()))
	table := o.page.nearby.table
	tap(o, "添加相邻地物")
	n := neighbourOf(planning.East, planning.NeighbourRoad, "", 4, 5)
	o.expect(edit.AddNeighbour{Neighbour: n})
	tap(o, "添加相邻地物") // the next side that has none
	o.expect(edit.AddNeighbour{Neighbour: neighbourOf(planning.South, planning.NeighbourRoad, "", 5, 8)})

	o.choose(table, 0, neighbourSide, 3) // it goes along to the side's corners
	n = neighbourOf(planning.North, planning.NeighbourRoad, "", 1, 4)
	o.expect(edit.SetNeighbour{At: 0, To: n})
	o.choose(table, 0, neighbourKind, 1)
	n.Kind = planning.NeighbourRiver
	o.expect(edit.SetNeighbour{At: 0, To: n})
	for _, c := range []struct {
		col  int
		text string
		of   func()
	}{
		{neighbourName, "龙溪", func() { n.Name = "龙溪" }},
		{neighbourFrom, "Ｊ２", func() { n.From = geo.Point{120.01, 30.01} }},
		{neighbourTo, "3", func() { n.To = geo.Point{120.02, 30.01} }},
	} {
		o.cell(table, 0, c.col, c.text)
		o.leave()
		c.of()
		o.expect(edit.SetNeighbour{At: 0, To: n})
	}
	o.shows("J2", "J3", "964.")          // about 964.9 m along the parallel
	o.choose(table, 0, neighbourSide, 2) // no longer the whole side: it stays
	n.Side = planning.West
	o.expect(edit.SetNeighbour{At: 0, To: n})

	for text, why := range map[string]string{"J9": "“J9”不是外圈上的点号；请写成 J1 到 J8", "0": "不是外圈上的点号", "x": "不是外圈上的点号", "": "不是外圈上的点号"} {
		o.cell(table, 0, neighbourFrom, text)
		o.leave()
		o.expect()
		o.shows(why)
	}
	*places = nil
	table.sheet.Select(1, neighbourName)
	if len(*places) != 1 || (*places)[0] != (geo.Point{120.03, 30}) {
		t.Errorf("shown on the map: %v, want J5", *places)
	}
	table.sheet.OnRemove(1)
	o.expect(edit.RemoveNeighbour{At: 1})
}

func TestANeighbourNeedsAnExtent(t *testing.T) {
	o, _ := openSides(t, words.Zh, stateOf(planning.Plan{}))
	tap(o, "添加相邻地物")
	o.expect()
	o.shows("还没有规划范围；请先载入或绘制边界")
}

func TestATypedNumberMovesThePoint(t *testing.T) {
	o, places := openSides(t, words.Zh, stateOf(oblong()))
	o.page.turn(viewExtent)
	table := o.page.points.table
	o.cell(table, 1, pointLon, "120°00′54″")
	if len(*places) != 1 || (*places)[0] != (geo.Point{120.01, 30.01}) {
		t.Errorf("shown on the map: %v, want J2", *places)
	}
	o.leave()
	o.expect(edit.MovePoint{Layer: edit.Extent, At: at(2), To: geo.Point{120.015, 30.01}, Title: "J2"})
	o.shows("120.01500000")

	o.cell(table, 4, pointX, "3321000.123")
	o.leave()
	did := o.take()
	move, ok := did[0].(edit.MovePoint)
	if !ok || len(did) != 1 || move.At != at(5) {
		t.Fatalf("did %+v", did)
	}
	// cs2cs, as in planning/points/testdata/town.py, puts 120.03 30.008 at
	// 3321000.597 502894.356.
	if off := math.Hypot(move.To[0]-120.03, move.To[1]-30.008); off > 1e-5 {
		t.Errorf("moved to %v", move.To)
	}
	o.shows("3321000.123")

	for c, why := range map[place]string{
		{2, pointLat}: "“x”不是纬度；请写成 30.1234567", {3, pointY}: "“x”不是米数；请写成 3350123.456",
	} {
		o.cell(table, c.row, c.col, "x")
		o.leave()
		o.expect()
		table.sheet.Select(c.row, c.col)
		o.shows(why)
		o.leave()
	}
	o.cell(table, 2, pointLon, "130")
	o.leave()
	o.expect()
	table.sheet.Select(2, pointLon)
	o.shows("这样会把边界点移动", "请核对数字是否写错")
}

func TestTypingWhatIsThereMovesNothing(t *testing.T) {
	plan := oblong()
	plan.Extent = plan.Extent.Map(func(p geo.Point) geo.Point { return geo.Point{p[0] + 1e-12, p[1]} })
	o, _ := openSides(t, words.Zh, stateOf(plan))
	o.page.turn(viewExtent)
	o.cell(o.page.points.table, 0, pointLon, "120.0")
	o.leave()
	if o.take(); !o.state.Plan.Equal(plan) {
		t.Error("the point moved")
	}
	o.shows("120.00000000") // as the table writes it
}

func TestThePointsOfTheCore(t *testing.T) {
	o, _ := openSides(t, words.Zh, stateOf(oblong()))
	o.page.turn(viewExtent)
	o.cell(o.page.points.table, 0, pointLat, "?")
	o.leave()
	o.page.turn(viewCore)
	if len(o.page.points.table.refused) != 0 {
		t.Error("what was refused of the extent's points is said of the core's")
	}
	o.cell(o.page.points.table, 4, pointLat, "30.0065") // J5, the hole's north-west corner
	o.leave()
	o.expect(edit.MovePoint{Layer: edit.Core, At: shaping.Vertex{RingRef: geo.RingRef{Ring: 1}, Corner: 3}, To: geo.Point{120.014, 30.0065}, Title: "J5"})
}

func TestTurningTakesWhatWasTyped(t *testing.T) {
	o, _ := openSides(t, words.Zh, stateOf(oblong()))
	o.write(o.page.texts.fields[planning.East], "龙溪")
	o.page.turn(viewCore)
	o.expect(edit.SetSide{Side: planning.East, To: "龙溪"})
}

func TestTheTableIsCopied(t *testing.T) {
	o, _ := openSides(t, words.Zh, stateOf(oblong()))
	o.page.turn(viewExtent)
	tap(o, "复制整张表")
	lines := strings.Split(fyne.CurrentApp().Clipboard().Content(), "\n")
	if len(lines) != 10 || !strings.HasPrefix(lines[0], "点号\t") || !strings.HasPrefix(lines[8], "J8\t1\t") {
		t.Errorf("copied %q", lines)
	}
	o.shows("已复制 8 个点")
	o.page.turn(viewCore)
	o.hides("已复制")
}

func TestSidesFireNothingWhenShown(t *testing.T) {
	o, places := openSides(t, words.Zh, stateOf(planning.Plan{}))
	for _, v := range []sidesView{viewTexts, viewExtent, viewCore} {
		o.page.turn(v)
		for _, s := range []workspace.State{sampleState(t), stateOf(planning.Plan{}), stateOf(oblong())} {
			o.page.Show(s)
		}
	}
	if did := o.take(); len(did) > 0 || len(*places) > 0 {
		t.Errorf("showing did %v and showed %v", did, *places)
	}
}

// A screen of 1280 pixels leaves 600 for a wide page.
func TestSidesAskForLittleRoom(t *testing.T) {
	for _, lang := range []words.Lang{words.Zh, words.En} {
		o, _ := openSides(t, lang, sampleState(t))
		for _, v := range []sidesView{viewTexts, viewExtent, viewCore} {
			o.page.turn(v)
			if least := o.page.Content().MinSize(); least.Width > 600 || least.Height > 450 {
				t.Errorf("view %d in %s needs %v", v, lang, least)
			}
			for _, b := range o.page.buttons {
				if want := widget.MediumImportance; o.page.buttons[v] != b && b.Importance != want {
					t.Errorf("view %d: the button %q stands out", v, b.Text)
				}
			}
		}
	}
}

// At 600 units, the least a wide page is given, every number is read in full.
func TestNumbersOfThePointsAreNotCut(t *testing.T) {
	o, _ := openSides(t, words.Zh, sampleState(t))
	o.window.Resize(fyne.NewSize(600, 700))
	o.page.turn(viewExtent)
	for _, text := range o.reads() {
		if strings.Contains(text, "…") {
			t.Errorf("%q is cut", text)
		}
	}
}
