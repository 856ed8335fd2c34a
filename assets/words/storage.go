package words

var storageWords = table{}
