package words

var workspaceWords = table{
	"workspace.moved_on": {"计划在此期间已经改变；请再试一次", "the plan has changed in the meantime; try again"},
	"workspace.created":  {"新建项目", "new project"},
	"workspace.sample":   {"新建示例项目", "new sample project"},
	"workspace.salvaged": {"从损坏的项目中恢复", "recovered from a damaged project"},
}
