package words

var cliWords = table{}
