package form

import (
	"cmp"
	"fmt"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/planning"
)

// sheets are the sheets of the form. The order matters where one refers to
// another: investors and projects stand before the schedule.
var sheets = []*sheet{
	town(), competitors(), teams(), guide(), investors(), projects(), schedule(),
	indicators(), eligibility(), materials(), steps(), assessments(),
}

// sheetOf is the sheet of an id.
func sheetOf(id ID) *sheet {
	for _, s := range sheets {
		if s.id == id {
			return s
		}
	}
	return nil
}

type plan = planning.Plan

func town() *sheet {
	fields := []field{
		name("name", func(p *plan) *string { return &p.Identity.Name }),
		name("place", func(p *plan) *string { return &p.Identity.Place }),
		choice("kind", 0, townKinds, func(p *plan) *planning.TownKind { return &p.Identity.Kind }),
		area("extent", geo.UnitKm2, func(p *plan) *geo.Area { return &p.Claims.Extent }),
		area("core", geo.UnitKm2, func(p *plan) *geo.Area { return &p.Claims.Core }),
		money("investment", func(p *plan) *planning.Money { return &p.Claims.Investment }),
		prose("east", func(p *plan) *string { return &p.Sides.East }),
		prose("south", func(p *plan) *string { return &p.Sides.South }),
		prose("west", func(p *plan) *string { return &p.Sides.West }),
		prose("north", func(p *plan) *string { return &p.Sides.North }),
		choice("industry", 0, industries, func(p *plan) *string { return &p.Positioning.Industry }),
		prose("sub_field", func(p *plan) *string { return &p.Positioning.SubField }),
		prose("distinction", func(p *plan) *string { return &p.Positioning.Distinction }),
		prose("customers", func(p *plan) *string { return &p.Positioning.Customers }),
		prose("function_industry", func(p *plan) *string { return &p.Positioning.Functions.Industry }),
		prose("function_culture", func(p *plan) *string { return &p.Positioning.Functions.Culture }),
		prose("function_tourism", func(p *plan) *string { return &p.Positioning.Functions.Tourism }),
		prose("function_community", func(p *plan) *string { return &p.Positioning.Functions.Community }),
		of("first_year", wholeKind{planning.FirstYearLeast, planning.FirstYearMost}, 0, func(p *plan) *int { return &p.Schedule.FirstYear }),
		of("span", wholeKind{planning.DefaultYears, planning.MaxYears}, 0, func(p *plan) *int { return &p.Schedule.Span }),
		choice("procedure", 0, procedures, func(p *plan) *string { return &p.Procedure.ID }),
		name("region", func(p *plan) *string { return &p.Procedure.Region }),
		day("started", func(p *plan) *string { return &p.Procedure.Started }),
	}
	return &sheet{
		id: Town, layout: oneRow, fields: fields, most: 1,
		load:  func(p planning.Plan) []any { return []any{&p} },
		store: func(p *planning.Plan, all []any) { *p = *all[0].(*plan) },
		fresh: func([]string) any { return new(plan) },
		key:   func(any) []string { return nil },
	}
}

func competitors() *sheet {
	type row = planning.Competitor
	return table(Competitors, MaxRows, func(p *plan) *planning.List[row] { return &p.Positioning.Competitors },
		func(v *row) []string { return []string{v.Name} },
		name("name", func(v *row) *string { return &v.Name }),
		short("place", 20, func(v *row) *string { return &v.Place }),
		prose("strength", func(v *row) *string { return &v.Strength }),
		prose("difference", func(v *row) *string { return &v.Difference }))
}

func teams() *sheet {
	type row = planning.Team
	return table(Teams, MaxRows, func(p *plan) *planning.List[row] { return &p.Positioning.Teams },
		func(v *row) []string { return []string{v.Name} },
		name("name", func(v *row) *string { return &v.Name }),
		short("leader", 16, func(v *row) *string { return &v.Leader }),
		prose("field", func(v *row) *string { return &v.Field }),
		prose("remark", func(v *row) *string { return &v.Remark }))
}

func guide() *sheet {
	type row = planning.GuideAnswer
	offer := func(Choices) (all []offer) {
		for _, p := range planning.GuidePoints {
			all = append(all, offer{[]string{string(p)}, p.Title(), p.Asks()})
		}
		return all
	}
	return asked(Guide, func(p *plan) *planning.List[row] { return &p.Guide },
		func(v *row) []string { return []string{string(v.Point)} },
		func(key []string) row { return row{Point: planning.GuidePoint(key[0])} }, offer,
		prose("text", func(v *row) *string { return &v.Text }),
		of("score", wholeKind{1, planning.MaxScore}, 12, func(v *row) *int { return &v.Score }),
		prose("evidence", func(v *row) *string { return &v.Evidence }))
}

func investors() *sheet {
	type row = planning.Investor
	return table(Investors, MaxRows, func(p *plan) *planning.List[row] { return &p.Investors },
		func(v *row) []string { return []string{v.Name} },
		name("name", func(v *row) *string { return &v.Name }),
		choice("kind", 12, investorKinds, func(v *row) *planning.InvestorKind { return &v.Kind }),
		short("code", 23, func(v *row) *string { return &v.Code }),
		of("share", shareKind{}, 12, func(v *row) *planning.BasisPoints { return &v.Share }),
		money("committed", func(v *row) *planning.Money { return &v.Committed }),
		short("contact", 16, func(v *row) *string { return &v.Contact }),
		short("phone", 18, func(v *row) *string { return &v.Phone }))
}

func projects() *sheet {
	type row = planning.Project
	return table(Projects, MaxRows, func(p *plan) *planning.List[row] { return &p.Projects },
		func(v *row) []string { return []string{v.Name} },
		name("name", func(v *row) *string { return &v.Name }),
		choice("kind", 14, projectKinds, func(v *row) *planning.ProjectKind { return &v.Kind }),
		of("leading", yesKind{}, 12, func(v *row) *bool { return &v.Leading }),
		short("land_use", 18, func(v *row) *string { return &v.LandUse }),
		area("area", geo.UnitMu, func(v *row) *geo.Area { return &v.Area }),
		month("start", func(v *row) *string { return &v.Start }),
		month("end", func(v *row) *string { return &v.End }),
		money("budget", func(v *row) *planning.Money { return &v.Budget }),
		prose("remark", func(v *row) *string { return &v.Remark }))
}

func schedule() *sheet {
	type row = planning.ScheduleItem
	fields := []field{
		name("project", func(v *row) *string { return &v.Project }),
		name("investor", func(v *row) *string { return &v.Investor }),
		choice("fund", 14, funds, func(v *row) *planning.Fund { return &v.Fund }),
	}
	for y := range planning.MaxYears {
		year := money(fmt.Sprint("year", y+1), func(v *row) *planning.Money { return &v.Amounts[y] })
		year.narrow = func(p planning.Plan) bool { return y >= p.Schedule.Years() && p.Schedule.Year(y) == 0 }
		fields = append(fields, year)
		for q := range planning.Quarters {
			quarter := money(fmt.Sprint("year", y+1, "q", q+1), func(v *row) *planning.Money { return &v.Quarters[y][q] })
			quarter.width, quarter.level = 12, 1
			quarter.narrow = func(p planning.Plan) bool { return !assigned(p.Schedule, y) }
			fields = append(fields, quarter)
		}
	}
	s := table(Schedule, MaxRows, func(p *plan) *planning.List[row] { return &p.Schedule.Rows },
		func(v *row) []string { return []string{v.Project, v.Investor, string(v.Fund)} }, fields...)
	s.totals = true
	// Where quarters alone are filled in, they are the year.
	s.settle = func(r any) {
		v := r.(*row)
		for y := range planning.MaxYears {
			if v.Amounts[y] == 0 {
				v.Amounts[y] = v.Assigned(y)
			}
		}
	}
	return s
}

// assigned reports whether anything of a year is assigned to its quarters.
func assigned(s planning.Schedule, year int) bool {
	for _, r := range s.Rows.All() {
		if r.Assigned(year) != 0 {
			return true
		}
	}
	return false
}

// offered makes rows of options.
func offered(all []Option) []offer {
	out := make([]offer, len(all))
	for i, o := range all {
		out[i] = offer{[]string{o.ID}, o.Title, o.Note}
	}
	return out
}

func eligibility() *sheet {
	type row = planning.Declaration
	return asked(Eligibility, func(p *plan) *planning.List[row] { return &p.Eligibility },
		func(v *row) []string { return []string{v.Key} },
		func(key []string) row { return row{Key: key[0]} },
		func(c Choices) []offer { return offered(c.Declarations) },
		choice("answer", 12, answers, func(v *row) *planning.Answer { return &v.Answer }),
		short("body", 26, func(v *row) *string { return &v.Body }),
		day("date", func(v *row) *string { return &v.Date }),
		prose("evidence", func(v *row) *string { return &v.Evidence }))
}

func materials() *sheet {
	type row = planning.Material
	return asked(Materials, func(p *plan) *planning.List[row] { return &p.Materials },
		func(v *row) []string { return []string{v.Key} },
		func(key []string) row { return row{Key: key[0], State: planning.Missing} },
		func(c Choices) []offer { return offered(c.Materials) },
		choiceOr("state", 12, paperStates, planning.Missing, func(v *row) *planning.MaterialState { return &v.State }),
		day("due", func(v *row) *string { return &v.Due }),
		prose("remark", func(v *row) *string { return &v.Remark }))
}

func steps() *sheet {
	type row = planning.StepProgress
	offer := func(c Choices) (all []offer) {
		for _, s := range c.Steps {
			all = append(all, offer{[]string{s.Stage, s.Step}, s.Title, s.StageTitle})
		}
		return all
	}
	return asked(Steps, func(p *plan) *planning.List[row] { return &p.Procedure.Steps },
		func(v *row) []string { return []string{v.Stage, v.Step} },
		func(key []string) row { return row{Stage: key[0], Step: key[1]} }, offer,
		choice("state", 12, stepStates, func(v *row) *planning.StepState { return &v.State }),
		day("date", func(v *row) *string { return &v.Date }),
		short("document", 26, func(v *row) *string { return &v.Document }),
		prose("result", func(v *row) *string { return &v.Result }),
		prose("remark", func(v *row) *string { return &v.Remark }))
}

func assessments() *sheet {
	type row = planning.Assessment
	s := table(Assessments, 100, func(p *plan) *planning.List[row] { return &p.Procedure.Assessments },
		func(v *row) []string { return []string{fmt.Sprint(v.Year)} },
		of("year", wholeKind{planning.FirstYearLeast, planning.FirstYearMost + planning.MaxYears}, 10, func(v *row) *int { return &v.Year }),
		money("target", func(v *row) *planning.Money { return &v.Target }),
		money("actual", func(v *row) *planning.Money { return &v.Actual }),
		prose("target_text", func(v *row) *string { return &v.TargetText }),
		prose("actual_text", func(v *row) *string { return &v.ActualText }),
		choice("result", 12, results, func(v *row) *planning.AssessmentResult { return &v.Result }),
		area("land_quota", geo.UnitMu, func(v *row) *geo.Area { return &v.LandQuota }),
		prose("announcement", func(v *row) *string { return &v.Announcement }))
	s.order = func(a, b any) int { return cmp.Compare(a.(*row).Year, b.(*row).Year) }
	return s
}

// stated is an indicator of which nothing may have been said: 0 is a number.
type stated struct {
	planning.Indicator
	known bool
}

func indicators() *sheet {
	value := field{
		key: "value", kind: numberKind{}, width: 14,
		get: func(row any) any {
			if v := row.(*stated); v.known {
				return v.Value
			}
			return nil
		},
		set: func(row, v any) {
			r := row.(*stated)
			r.Value, r.known = v.(float64)
		},
	}
	return &sheet{
		id: Indicators, layout: given, most: MaxRows,
		fields: []field{value, prose("evidence", func(v *stated) *string { return &v.Evidence })},
		load: func(p planning.Plan) []any {
			all := make([]any, p.Indicators.Len())
			for i, v := range p.Indicators.All() {
				all[i] = &stated{v, true}
			}
			return all
		},
		store: func(p *planning.Plan, all []any) {
			items := make([]planning.Indicator, len(all))
			for i, row := range all {
				items[i] = row.(*stated).Indicator
			}
			p.Indicators = planning.ListOf(items...)
		},
		fresh: func(key []string) any { return &stated{Indicator: planning.Indicator{Key: key[0]}} },
		key:   func(row any) []string { return []string{row.(*stated).Key} },
		offer: func(c Choices) []offer { return offered(c.Indicators) },
		holds: func(row any) bool { return row.(*stated).known },
		check: func(row any) (string, words.Text) {
			if r := row.(*stated); !r.known && r.Evidence != "" {
				return "evidence", words.Say("form.evidence_alone")
			}
			return "", words.Text{}
		},
	}
}

// note says what a sheet asks for.
func (s *sheet) note() words.Text { return words.Say("form.note." + words.ID(s.id)) }
