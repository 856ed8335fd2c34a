package words

// siteWords is what is said of the places of projects.
var siteWords = table{}
