package words

var mapWords = table{}
