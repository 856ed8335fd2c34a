package form_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/assets/words"
	"zhenjie/planning"
	"zhenjie/planning/edit"
	"zhenjie/planning/form"
)

func TestOneStepTakesAFormAndCanBeUndone(t *testing.T) {
	p := town()
	f := edited(t, p, words.Zh, func(b book) {
		b.set("基本信息", "C4", "上村")
		b.set("投资主体", "B7", "丙")
		b.set("投资计划", "C7", "丙") // which is known once it is taken with the other
	})
	take := edit.TakeForm{From: p, Take: form.Compare(p, f)}
	if why := take.Blocked(p); !why.IsZero() {
		t.Fatal(why.In(words.Zh))
	}
	if name := take.Name().In(words.Zh); name != "采用填报表的 3 处改动" {
		t.Errorf("it is called %q", name)
	}
	next := take.Apply(p)
	if next.Identity.Name != "上村" || next.Investors.Len() != 3 || next.Schedule.Rows.At(1).Investor != "丙" {
		t.Errorf("taken: %+v", next)
	}
	if !p.Equal(town()) {
		t.Error("the plan before is another now")
	}
	if why := take.Blocked(next); why.ID != "form.moved_on" {
		t.Errorf("on another plan it is blocked by %q", why.ID)
	}
	one := edit.TakeForm{From: p, Take: take.Take[:1]}
	if name := edit.StepName(one, p).In(words.Zh); name != "填报表：小镇名称：上村" {
		t.Errorf("one alone is called %q", name)
	}
	one.Take = take.Take[2:]
	if name := edit.StepName(one, p).In(words.En); name != "form: 道路 · 乙 · bank loan, Investor: 丙" {
		t.Errorf("one alone is called %q", name)
	}
	if why := (edit.TakeForm{From: p}).Blocked(p); why.ID != "form.nothing_new" {
		t.Errorf("nothing is blocked by %q", why.ID)
	}
}

func TestWhatTheSingleCommandsRefuseIsNotTaken(t *testing.T) {
	p := town()
	f := edited(t, p, words.Zh, func(b book) {
		b.set("投资主体", "B6", "甲")   // a second one
		b.set("投资计划", "C6", "无名氏") // no investor
		b.set("投资计划", "J6", 1000)  // year 2
		b.set("投资计划", "K6", 2000)  // of which a quarter holds more
		b.set("投资主体", "D5", "91330000")
		b.set("建设项目", "B7", "")
		b.set("建设项目", "I7", 5) // a project without a name
		b.set("建设项目", "G6", "2028-01")
		b.set("建设项目", "H6", "2027-01")
		b.ok(b.file.RemoveRow("投资主体", 6))
		b.set("创建程序", "D5", "已完成") // and no procedure is chosen
	})
	take, refused := edit.TakeForm{From: p, Take: form.Compare(p, f)}.Possible()
	want := []string{
		"投资主体!D5 code.length", " form.investor_has", "建设项目!G6 project.months_reversed", "建设项目!H6 project.months_reversed",
		"建设项目!B7 project.unnamed", "投资计划!C6 schedule.below_quarters", "投资计划!J6 schedule.below_quarters",
		"投资计划!K6 schedule.below_quarters", "创建程序!D5 procedure.none_chosen",
	}
	var got []string
	for _, r := range refused {
		got = append(got, fmt.Sprint(r.Cell, " ", r.Why.ID))
	}
	if !slices.Equal(got, want) {
		t.Errorf("refused\n%q\nwant\n%q", got, want)
	}
	if len(take.Take) != 0 {
		t.Errorf("left to be taken: %s", told(take.Take))
	}
}

// TestAnyFormIsTakenAsFarAsItGoes: whatever a plan and a form say, what is left
// after the refusals can be taken, and then the form says nothing more but what
// was refused.
func TestAnyFormIsTakenAsFarAsItGoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, q := anyPlan.Draw(t, "plan"), anyPlan.Draw(t, "form")
		f := read(t, write(t, q, words.Zh))
		all := form.Compare(p, f)
		take, refused := edit.TakeForm{From: p, Take: all}.Possible()
		if len(take.Take)+len(refused) != len(all) {
			t.Fatalf("%d differences, %d to be taken and %d refused", len(all), len(take.Take), len(refused))
		}
		for _, r := range refused {
			if r.Why.In(words.Zh) == "" {
				t.Errorf("%s is refused without a reason", r.Cell)
			}
		}
		if len(take.Take) == 0 {
			return
		}
		if why := take.Blocked(p); !why.IsZero() {
			t.Fatalf("what is possible is blocked: %s", why.In(words.Zh))
		}
		next := take.Apply(p)
		if len(refused) == 0 && procedureStays(take) {
			if left := form.Compare(next, f); len(left) > 0 {
				t.Errorf("taken in full, the form still says\n%s", told(left))
			}
		}
	})
}

// procedureStays reports that no other procedure is chosen, which drops steps.
func procedureStays(take edit.TakeForm) bool {
	for _, d := range take.Take {
		if _, ok := d.Procedure(); ok {
			return false
		}
	}
	return true
}

// TestSomeOfAFormIsTaken: what is left unticked stays what it is.
func TestSomeOfAFormIsTaken(t *testing.T) {
	p := town()
	f := edited(t, p, words.Zh, func(b book) {
		b.set("投资主体", "B7", "丙")
		b.set("投资计划", "C7", "丙")
		b.set("投资计划", "E7", 6)
	})
	all := form.Compare(p, f)
	if len(all) != 3 {
		t.Fatal(told(all))
	}
	without := edit.TakeForm{From: p, Take: all[1:]} // the row, but not its investor
	if why := without.Blocked(p); why.In(words.Zh) != "投资计划!C7：没有名为“丙”的投资主体；请先在“投资主体”中添加" {
		t.Errorf("blocked by %q", why.In(words.Zh))
	}
	next := (edit.TakeForm{From: p, Take: all[2:]}).Apply(p)
	if changed := p.Changed(next); fmt.Sprint(changed) != "[schedule]" || next.Schedule.Rows.At(1).Amounts[0] != 6*planning.Wan {
		t.Errorf("changed: %v", changed)
	}
}
