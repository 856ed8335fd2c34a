package widgets

import "fmt"

func sampleFindings() []Finding {
	f := []Finding{
		{Fail, "三年总投资不足", "28.5 亿元", "不少于 50 亿元", "在“投资计划”补足 21.5 亿元，或改报信息经济等可放宽的产业。", "《申请报告要点》二"},
		{Borderline, "核心区面积压线", "1.0003 km² ± 0.0012 km²", "约 1 km²", "顶点精度 0.5 m 时，限值落在测量误差之内；请提高边界精度或留出余量。", "《申请报告要点》一"},
		{Missing, "缺少安全生产声明", "", "近五年无重大安全事故", "请申报主体出具声明并上传扫描件。", "《申请报告要点》四"},
		{Pass, "规划面积", "3.6021 km²", "3–5 km²", "", "《申请报告要点》一"},
	}
	for i := len(f); i < 12; i++ {
		f = append(f, Finding{Pass, fmt.Sprintf("第 %d 项要求已经满足", i), "达标", "见细则", "", "《申请报告要点》"})
	}
	return f
}

func sampleColumns() []Column {
	return []Column{
		{Title: "项目名称"},
		{Title: "投资主体", Width: 8, Kind: ChoiceColumn, Choices: []string{"云溪投资集团", "县城投公司", "某某科技有限公司"}},
		{Title: "主导", Width: 2.5, Kind: CheckColumn},
		{Title: "2025（万元）", Width: 7, Kind: NumberColumn},
		{Title: "2026（万元）", Width: 7, Kind: NumberColumn},
		{Title: "2027（万元）", Width: 7, Kind: NumberColumn},
		{Title: "合计", Width: 7, Kind: FixedNumberColumn},
	}
}

func sampleRows(n int) [][]string {
	rows := make([][]string, n)
	for i := range rows {
		rows[i] = []string{fmt.Sprintf("智能装备研发与中试基地（第 %d 期）土建与设备采购", i+1), "云溪投资集团", CheckOn, "12,000.00", "8,500.00", "", "20,500.00"}
		if i%3 == 1 {
			rows[i][1], rows[i][2] = "某某科技有限公司", CheckOff
		}
		if i == 2 {
			rows[i][3] = "一千二"
		}
	}
	return rows
}
