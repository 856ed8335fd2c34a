package words

var areaWords = table{}
