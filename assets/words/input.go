package words

// inputWords are the faults of files handed in: each says what is wrong and
// what to do.
var inputWords = table{
	"input.file_at":            {"{file}: {place}{what}", "{file}: {place}{what}"},
	"input.at":                 {"{place}{what}", "{place}{what}"},
	"input.place.feature_byte": {"第 {feature} 个要素（第 {byte} 字节）", "feature {feature} (byte {byte}): "},
	"input.place.feature":      {"第 {feature} 个要素", "feature {feature}: "},
	"input.place.line":         {"第 {line} 行", "line {line}: "},
	"input.place.byte":         {"第 {byte} 字节处", "at byte {byte}: "},
}
