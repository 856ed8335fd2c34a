package words

// projectWords is what is said of investors, projects and the schedule.
var projectWords = table{}
