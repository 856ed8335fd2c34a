package words

// procedureWords is what is said of procedures and the way through one.
var procedureWords = table{}
