package words

var validityWords = table{}
