package words

// rulebookWords is what is said of rulebooks, their editor and their comparison.
var rulebookWords = table{}
