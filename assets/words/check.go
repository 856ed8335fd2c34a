package words

var checkWords = table{}
