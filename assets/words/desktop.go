package words

var desktopWords = table{}
