package desktop

import "zhenjie/app/desktop/widgets"

// notices are what the notice bar says of one piece of work, all of it: a later
// sentence does not hide an earlier one.
type notices struct {
	bar   *widgets.Notice
	shown func() // the bar takes room or gives it back
	kind  widgets.NoticeKind
	said  string
	do    []widgets.Action
}

// begin makes room: other work has begun.
func (n *notices) begin() {
	*n = notices{bar: n.bar, shown: n.shown}
	n.bar.Hide()
	n.shown()
}

// tell adds a sentence, with what can be done about it.
func (n *notices) tell(kind widgets.NoticeKind, text string, actions ...widgets.Action) {
	if !n.bar.Visible() {
		*n = notices{bar: n.bar, shown: n.shown}
	}
	switch {
	case n.said == "":
		n.said = text
	case n.said != text:
		n.said += "\n" + text
	}
	n.kind = max(n.kind, kind)
	n.do = append(n.do, actions...)
	n.bar.Display(n.kind, n.said, n.do...)
	n.shown()
}
