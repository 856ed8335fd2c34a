package words

// attachmentWords is what is said of attached files, declarations and papers.
var attachmentWords = table{
	"attachment.no_content": {"项目文件里没有这个附件的内容；请重新添加这个文件", "the content of this file is not in the project; attach it again"},
	"attachment.damaged":    {"附件内容已损坏（与登记的 SHA-256 不符），没有使用；请重新添加这个文件", "the content of this file is damaged (it differs from its SHA-256) and was not used; attach it again"},
}
