package form_test

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/planning/form"
)

// large is a plan with n rows of the schedule, a project each, all with money in
// three years and their quarters.
func large(n int) planning.Plan {
	projects := make([]planning.Project, n)
	items := make([]planning.ScheduleItem, n)
	for i := range n {
		name := fmt.Sprint("项目 ", i)
		projects[i] = planning.Project{Name: name, Kind: planning.ProjectIndustry, Budget: planning.Money(i) * planning.Wan}
		items[i] = planning.ScheduleItem{Project: name, Investor: "甲", Fund: planning.FundOwn}
		for y := range planning.DefaultYears {
			items[i].Amounts[y] = planning.Money(4*i+y) * planning.Wan
			for q := range planning.Quarters {
				items[i].Quarters[y][q] = planning.Money(i) * planning.Wan
			}
		}
	}
	return planning.Plan{
		Investors: planning.ListOf(planning.Investor{Name: "甲"}), Projects: planning.ListOf(projects...),
		Schedule: planning.Schedule{FirstYear: 2026, Rows: planning.ListOf(items...)},
	}
}

func BenchmarkWrite10000Rows(b *testing.B) {
	p := large(form.MaxRows)
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := form.Write(&out, p, choices, words.Zh); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(out.Len()), "bytes/file")
	}
}

func BenchmarkRead10000Rows(b *testing.B) {
	data := write(b, large(form.MaxRows), words.Zh)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := form.Read(context.Background(), bytes.NewReader(data), int64(len(data)), choices, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCompare10000Rows(b *testing.B) {
	p := large(form.MaxRows)
	f := read(b, write(b, p, words.Zh))
	for b.Loop() {
		if all := form.Compare(p, f); len(all) > 0 {
			b.Fatal(told(all[:1]))
		}
	}
}

// BenchmarkTake20000 takes 10,000 rows and as many projects into an empty plan.
func BenchmarkTake20000(b *testing.B) {
	all := form.Compare(planning.Plan{}, read(b, write(b, large(form.MaxRows), words.Zh)))
	for b.Loop() {
		if why := (edit.TakeForm{Take: all}).Blocked(planning.Plan{}); !why.IsZero() {
			b.Fatal(why.In(words.Zh))
		}
	}
}
