package words

var editWords = table{}
