package words

// chartWords is the texts of charts.
var chartWords = table{}
