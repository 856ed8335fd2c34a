package chart

func sampleRadar() Radar {
	r := Radar{Title: "创建指南自评", Target: 0.6, Lang: "zh-CN"}
	for i, name := range []string{"服务政府", "核心特色", "产业驱动", "创新机制", "和谐社区", "客户市场", "利益分配"} {
		a := Axis{Name: name, Text: []string{"8", "9", "6", "未评", "7", "5", "4"}[i], Max: 10, Known: i != 3}
		a.Value = []float64{8, 9, 6, 0, 7, 5, 4}[i]
		r.Axes = append(r.Axes, a)
	}
	return r
}

func sampleGantt(n int) Gantt {
	g := Gantt{Title: "建设计划", Today: MonthOf(2026, 11), TodayIs: "今天", NoDates: "未定日期", Lang: "zh-CN"}
	names := []string{"智能装备研发与中试基地", "云溪会客厅", "特色小镇客厅及城市展厅（含地下停车场与配套绿化）", "双创孵化器", "人才公寓", "Smart logistics centre, phase 2", "滨水公园"}
	groups := []string{"产业功能", "旅游功能", "社区功能"}
	for i := range n {
		r := GanttRow{ID: string(rune('a' + i%26)), Name: names[i%len(names)], Group: groups[i*3/n], Highlight: i%3 == 0}
		r.Start = MonthOf(2025, 1+i*7%20)
		r.End = r.Start + Month(6+i*5%22)
		switch i % 9 {
		case 4:
			r.Start, r.End = 0, 0
		case 6:
			r.End = 0
		case 2:
			r.Done = 0.4
		}
		g.Rows = append(g.Rows, r)
	}
	return g
}

func sampleBars() Bars {
	return Bars{
		Title: "分年度投资", Years: []string{"2025", "2026", "2027"}, Sum: "三年合计", UnitIs: "亿元", Unit: 10_000_000_000, Lang: "zh-CN",
		Series: []Series{
			{"自有资金", []int64{420_000_000_00, 610_000_000_00, 380_000_000_00}},
			{"银行贷款", []int64{300_000_000_00, 550_000_000_00, 620_000_000_00}},
			{"财政资金", []int64{80_000_000_00, 120_000_000_00, 60_000_000_00}},
			{"债券与基金", []int64{0, 200_000_000_00, 150_000_000_00}},
		},
		Band: Band{Low: 30_0000_0000_00, High: 50_0000_0000_00, Name: "30–50 亿元"},
	}
}

func sampleFlow() Flow {
	box := func(id, title, by, note string, s FlowState) FlowStep {
		return FlowStep{ID: id, Title: title, By: by, Note: note, State: s}
	}
	ask := func(id, title, by, note, no, to string, s FlowState) FlowStep {
		return FlowStep{ID: id, Title: title, By: by, Note: note, Decision: true, Yes: "通过", No: no, NoTo: to, State: s}
	}
	return Flow{
		Title: "省创建流程(2)", Exit: "退出", Lang: "zh-CN",
		Lanes: []Lane{
			{Name: "自愿申报", Steps: []FlowStep{
				box("a1", "编制创建方案", "", "区域范围、产业定位、投资主体、投资规模、建设计划", FlowDone),
				box("a2", "编制概念性规划", "", "", FlowDone),
			}},
			{Name: "分批审核", Steps: []FlowStep{
				ask("b1", "初审", "省特色小城镇规划建设工作联席会议办公室", "初审意见", "退回", "a1", FlowDone),
				ask("b2", "会议审查", "省特色小城镇规划建设工作联席会议", "", "退回", "b1", FlowCurrent),
				box("b3", "审定公布", "省政府", "分批公布创建", FlowOpen),
			}},
			{Name: "年度考核", Loop: "每年", Steps: []FlowStep{
				box("c1", "制定省特色小城镇考核细则", "", "", FlowOpen),
				ask("c2", "年度考核", "", "", "连续两年未完成", FlowExit, FlowReturned),
				box("c3", "兑现扶持政策", "", "考核合格", FlowOpen),
				box("c4", "考核结果公布", "", "纳入目标考核体系并在省级主流媒体公布", FlowOpen),
			}},
			{Name: "考核验收", Steps: []FlowStep{
				box("d1", "制定省特色小城镇创建导则", "", "", FlowOpen),
				ask("d2", "组织验收", "省特色小城镇规划建设工作联席会议", "", "整改", "c1", FlowOpen),
				box("d3", "认定为省级特色小城镇", "", "通过验收", FlowOpen),
			}},
		},
	}
}
