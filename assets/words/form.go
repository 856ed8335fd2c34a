package words

// formWords is what is said of the form in XLSX.
var formWords = table{}
