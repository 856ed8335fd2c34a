package page

import (
	"strings"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/planning"
)

func TestInvestorsHaveFiles(t *testing.T) {
	letter := planning.Attachment{Owner: planning.OfInvestor("乙"), Name: "承诺函.pdf", Hash: strings.Repeat("ab", 32), Size: 3}
	var asked []planning.Owner
	o := open(t, words.Zh, func(d *Desk) *investors {
		d.Attach = func(owner planning.Owner, _ []string) { asked = append(asked, owner) }
		return newInvestors(d)
	}, stateOf(planning.Plan{
		Investors: planning.ListOf(planning.Investor{Name: "甲"}, planning.Investor{Name: "乙"}, planning.Investor{}), Attachments: planning.ListOf(letter),
	}))
	o.shows("附件：甲", "添加文件…")
	o.hides("承诺函.pdf")
	o.page.table.sheet.Select(1, investorName)
	o.shows("附件：乙", "承诺函.pdf")
	o.page.files.attached.add()
	o.page.table.sheet.Select(2, investorName)
	o.shows("先在上面的表里选一行。")
	o.hides("添加文件…")
	o.page.files.attached.add() // nobody's
	o.page.table.sheet.Select(0, investorName)
	o.shows("附件：甲", "添加文件…")
	if len(asked) != 1 || asked[0] != planning.OfInvestor("乙") {
		t.Errorf("asked for files of %v", asked)
	}
}
