package words

// attachmentWords is what is said of attached files, declarations and papers.
var attachmentWords = table{}
