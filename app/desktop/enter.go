package desktop

import (
	"math"

	"zhenjie/app/desktop/drawing"
	"zhenjie/app/desktop/widgets"
	"zhenjie/geo"
	"zhenjie/geo/shaping"
)

// enter asks for the numbers of what the tool in hand draws: a rectangle's
// size, a circle's radius, coordinates otherwise.
func (e *editor) enter() {
	switch e.tools[e.at].id {
	case "rectangle":
		e.enterRectangle()
	case "circle":
		e.enterCircle()
	case "site":
		e.enterSites()
	default:
		e.enterPoints()
	}
}

// number is a field for a number of metres or degrees.
func number(text string) *widgets.Entry {
	f := widgets.NewEntry()
	f.Set(text)
	return f
}

// numbers reads fields in turn; the first that cannot be read says so.
func numbers(fields ...*widgets.Entry) ([]float64, error) {
	out := make([]float64, len(fields))
	for i, f := range fields {
		x, err := drawing.ParseMetres(f.Text)
		if err != nil {
			return nil, err
		}
		out[i] = x
	}
	return out, nil
}

func (e *editor) enterRectangle() {
	w := e.p.w
	width, height, bearing := number("2000"), number("2000"), number("0")
	e.ask("op.rectangle", func(f *widgets.Form) {
		f.Row(w.say("op.width"), "", width)
		f.Row(w.say("op.height"), "", height)
		f.Row(w.say("op.bearing"), w.say("op.at_middle"), bearing)
	}, func() error {
		n, err := numbers(width, height, bearing)
		if err != nil {
			return err
		}
		at := e.p.view.Centre()
		s, err := shaping.PlaneAt(at).Rectangle(at, n[0], n[1], n[2])
		return e.reshape(geo.Join(e.shape(), s), err, "edit.draw_rectangle")
	}, width, height, bearing)
}

func (e *editor) enterCircle() {
	w := e.p.w
	radius, corners := number("1000"), number("72")
	e.ask("op.circle", func(f *widgets.Form) {
		f.Row(w.say("op.radius"), w.say("op.at_middle"), radius)
		f.Row(w.say("op.corners"), "", corners)
	}, func() error {
		n, err := numbers(radius, corners)
		if err != nil {
			return err
		}
		at := e.p.view.Centre()
		s, err := shaping.PlaneAt(at).Circle(at, n[0], int(math.Round(n[1])))
		return e.reshape(geo.Join(e.shape(), s), err, "edit.draw_circle")
	}, radius, corners)
}

// enterPoints asks for a list of coordinates, and for a distance and a bearing
// while a line is in hand; with no line in hand the list becomes a part of its
// own.
func (e *editor) enterPoints() {
	w := e.p.w
	list, distance, bearing := widgets.NewMultiLine(8), number(""), number("")
	sketch, _ := e.tool.(interface {
		Last() (geo.Point, bool)
		Add(...geo.Point)
	})
	var last geo.Point
	inHand := false
	if sketch != nil {
		last, inHand = sketch.Last()
	}
	e.ask("op.points", func(f *widgets.Form) {
		f.Row(w.say("op.points.list"), w.say("op.points.hint"), list)
		if inHand {
			f.Row(w.say("op.distance"), "", distance)
			f.Row(w.say("op.bearing"), w.say("op.distance.hint"), bearing)
		}
	}, func() error {
		if inHand && distance.Text != "" {
			n, err := numbers(distance, bearing)
			if err == nil {
				sketch.Add(shaping.PlaneAt(last).Destination(last, n[1], n[0]))
			}
			return err
		}
		points, err := e.parse(list.Text)
		switch {
		case err != nil:
			return err
		case sketch != nil:
			sketch.Add(points...)
			return nil
		}
		ring := points
		if len(ring) < 3 {
			return geo.BadInput(geo.At{}, "op.three_points", "n", len(ring))
		}
		if ring[0] != ring[len(ring)-1] {
			ring = append(ring, ring[0])
		}
		err = e.reshape(geo.Join(e.shape(), geo.Polygon(ring)), nil, "edit.draw_part", "n", len(points))
		if err == nil {
			e.p.view.Fit()
		}
		return err
	}, list, distance, bearing)
}

// parse reads a list of coordinates and says in the notice bar what they were
// taken for.
func (e *editor) parse(text string) ([]geo.Point, error) {
	plane := shaping.PlaneOf(e.shape())
	if plane.IsZero() {
		plane = shaping.PlaneAt(e.p.view.Centre())
	}
	pasted, err := shaping.ParsePoints(text, plane)
	if err != nil {
		return nil, err
	}
	e.p.w.notices.begin()
	e.p.w.notices.tell(widgets.Info, pasted.Say().In(e.p.w.lang()))
	return pasted.Points, nil
}
