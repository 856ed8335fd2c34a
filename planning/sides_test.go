package planning_test

import (
	"encoding/json"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

func TestTheSidesMakeASentence(t *testing.T) {
	for _, c := range []struct {
		texts  planning.SideTexts
		zh, en string
	}{
		{planning.SideTexts{}, "", ""},
		{planning.SideTexts{West: "青坞山"}, "西至青坞山", "West to 青坞山"},
		{planning.SideTexts{East: "龙溪", South: "{text}", North: "上村"}, "东至龙溪，南至{text}，北至上村", "East to 龙溪; South to {text}; North to 上村"},
	} {
		if s := c.texts.Sentence(); s.In(words.Zh) != c.zh || s.In(words.En) != c.en {
			t.Errorf("%+v: %q and %q", c.texts, s.In(words.Zh), s.In(words.En))
		}
	}
}

func TestASideIsWrittenAlone(t *testing.T) {
	old := planning.SideTexts{East: "e", South: "s", West: "w", North: "n"}
	for _, side := range planning.FourSides {
		next := old.With(side, "x")
		for _, other := range planning.FourSides {
			want := old.Of(other)
			if other == side {
				want = "x"
			}
			if got := next.Of(other); got != want {
				t.Errorf("after writing %s, %s is %q, want %q", side, other, got, want)
			}
		}
		if !words.Known(side.Reach().ID) || !words.Known(side.Title().ID) {
			t.Errorf("%s has no name", side)
		}
	}
	for _, k := range planning.NeighbourKinds {
		if !words.Known(k.Title().ID) {
			t.Errorf("%s has no name", k)
		}
	}
}

// Project files and the sample town hold this form.
func TestSidesAsJSON(t *testing.T) {
	sides := planning.Sides{
		SideTexts:  planning.SideTexts{East: "龙溪"},
		Neighbours: planning.ListOf(planning.Neighbour{Side: planning.East, Kind: planning.NeighbourRiver, Name: "龙溪", From: geo.Point{120, 30.5}, To: geo.Point{121, 30}}),
	}
	const want = `{"east":"龙溪","south":"","west":"","north":"","neighbours":[{"side":"east","kind":"river","name":"龙溪","from":[120,30.5],"to":[121,30]}]}`
	data, err := json.Marshal(sides)
	if err != nil || string(data) != want {
		t.Errorf("%s, %v", data, err)
	}
	var back planning.Sides
	if err := json.Unmarshal(data, &back); err != nil || !back.Equal(sides) {
		t.Errorf("read back %+v, %v", back, err)
	}
}
