package words

// guideWords is what is said of the positioning and the self-assessment.
var guideWords = table{}
