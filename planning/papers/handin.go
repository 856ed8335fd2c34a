package papers

import (
	"strings"
	"time"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/procedure"
	"zhenjie/planning/rulebook"
)

// Grade is how grave a line is.
type Grade int

// The grades, the gravest first.
const (
	Lacking Grade = iota // without it the application cannot be handed in
	Late                 // overdue
	Soon                 // due soon
	Remark               // allowed, but somebody will ask
)

// Line is a sentence on what is missing.
type Line struct {
	Grade Grade
	Text  words.Text
}

// HandIn says what is missing before the application can be handed in. d may be
// nil.
func HandIn(p planning.Plan, book *rulebook.Rulebook, d *procedure.Definition, today time.Time) []Line {
	var h handin
	h.declarations(p, book)
	h.papers(Checklist(p, book, d, today))
	return h
}

// Ready reports whether none of the lines stands in the way.
func Ready(lines []Line) bool {
	for _, l := range lines {
		if l.Grade == Lacking {
			return false
		}
	}
	return true
}

type handin []Line

// all adds a line on several things; none is added on nothing.
func (h *handin) all(g Grade, id words.ID, titles []words.Text) {
	if len(titles) == 0 {
		return
	}
	what := titles[0]
	for _, t := range titles[1:] {
		what = words.Say("papers.list", "first", what, "next", t)
	}
	*h = append(*h, Line{g, words.Say(id, "what", what)})
}

func (h *handin) declarations(p planning.Plan, book *rulebook.Rulebook) {
	preferred := map[string]bool{}
	for _, r := range book.Rules {
		for _, id := range r.Items {
			preferred[id] = preferred[id] || r.Preferred
		}
	}
	needed := itemsOf(book, rulebook.Declarations)
	var open, fails, explain, bare []words.Text
	for _, it := range book.Declarations {
		v, _ := p.Declaration(it.ID)
		evidence := strings.TrimSpace(v.Evidence) != "" || len(p.Files(planning.OfDeclaration(it.ID)).Files) > 0
		switch {
		case !needed[it.ID] && v.Answer == planning.Unanswered:
		case v.Answer == planning.Unanswered:
			open = append(open, it.Title)
		case v.Answer == planning.Fails && preferred[it.ID]:
			explain = append(explain, it.Title)
		case v.Answer == planning.Fails && needed[it.ID]:
			fails = append(fails, it.Title)
		case !evidence:
			bare = append(bare, it.Title)
		}
	}
	h.all(Lacking, "papers.fails", fails)
	h.all(Lacking, "papers.undeclared", open)
	h.all(Remark, "papers.explain", explain)
	h.all(Remark, "papers.no_evidence", bare)
}

func (h *handin) papers(all []Paper) {
	var open, bare []words.Text
	for _, v := range all {
		title := v.Item.Title
		if v.Needed && v.Material.State != planning.Final {
			open = append(open, title)
		}
		if v.Material.State == planning.Final && len(v.Files.Files) == 0 {
			bare = append(bare, title)
		}
		switch due := v.Due; {
		case due.Urgency == Overdue:
			*h = append(*h, Line{Late, words.Say("papers.overdue", "what", title, "due", v.Material.Due, "days", -due.Days)})
		case due.Urgency == DueSoon && due.Days == 0:
			*h = append(*h, Line{Soon, words.Say("papers.due_today", "what", title, "due", v.Material.Due)})
		case due.Urgency == DueSoon:
			*h = append(*h, Line{Soon, words.Say("papers.soon", "what", title, "due", v.Material.Due, "days", due.Days)})
		}
	}
	h.all(Lacking, "papers.not_final", open)
	h.all(Remark, "papers.no_file", bare)
}
