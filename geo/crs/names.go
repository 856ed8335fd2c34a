package crs

import (
	"regexp"
	"strconv"
	"strings"
)

// byName understands the names that programs and people give the zones:
// "CGCS2000_3_Degree_GK_Zone_40" (ArcGIS), "CGCS2000 / 3-degree Gauss-Kruger CM
// 120E" (EPSG), "WGS 84 / UTM zone 50N", "2000国家大地坐标系 3度带 中央经线120".
// Every word of the name must be understood. A zone without number or meridian
// is not guessed at. Where a meridian has a 3° and a 6° zone and no width is said,
// programs mean the 6° one; people are given the 3° one, which is the same plane.
func byName(name string) (System, bool) {
	if len(name) > mostName {
		return System{}, false
	}
	w := phrase{rest: plainName(name)}
	datum, ok := w.datum()
	if !ok {
		return System{}, false
	}
	if zone := w.take(utmWords); zone != nil {
		n, _ := strconv.Atoi(zone[1])
		if n < 1 || n > 60 || datum != DatumWGS84 || !w.done() {
			return System{}, false
		}
		return UTM(n, zone[2] == "s"), true
	}
	if w.take(mercatorWords) != nil {
		s, _ := ByEPSG(Mercator)
		return s, datum == DatumWGS84 && w.done()
	}
	return w.zone(datum)
}

const mostName = 200 // bytes

// plainName is a name in small letters, with one kind of separator.
func plainName(name string) string {
	name = strings.NewReplacer(
		"_", " ", "-", " ", "/", " ", ",", " ", "，", " ", "、", " ", "；", " ", "(", " ", ")", " ", "（", " ", "）", " ",
		"：", " ", ":", " ", "=", " ", "＝", " ", "º", "°", "ü", "u", "\u3000", " ", "三度", "3度", "六度", "6度", "三°", "3°", "六°", "6°",
	).Replace(strings.ToLower(name))
	name = strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, name)
	return strings.Join(strings.Fields(name), " ")
}

// The words of names; each is looked for where the last have been taken out.
var (
	utmWords      = regexp.MustCompile(`\butm (?:zone )?(\d{1,2}) ?([ns])\b`)
	mercatorWords = regexp.MustCompile(`pseudo mercator|web mercator(?: auxiliary sphere)?|web ?墨卡托`)
	widthWords    = regexp.MustCompile(`\b([36])(?: ?degrees?\b| ?度分?带?| ?°带?)`)
	zoneWords     = regexp.MustCompile(`\bzone (\d{1,2})(n?)\b|第 ?(\d{1,2}) ?带|带号 ?(\d{1,2})\b|\b(\d{1,2}) ?(?:号|度)?带`)
	meridianWords = regexp.MustCompile(`(?:\bcm|中央(?:子午线|经线|经度)) ?为? ?(?:东经|e)? ?(\d{1,3}(?:\.\d{1,9})?) ?(?:e|°e|°|度)?(?: |$)|\b(\d{2,3})e\b`)
	gaussWords    = regexp.MustCompile(`\b(?:gk|gauss kruger|gauss krueger)\b`)
	fillWords     = regexp.MustCompile(`\b(?:gcs|pcs)\b|高斯 ?克吕格|高斯|投影|平面|直角|坐标系?|带|经纬度|大地|地理`)
	datumWords    = []struct {
		words *regexp.Regexp
		datum Datum
	}{
		{regexp.MustCompile(`\b(?:china )?cgcs ?2000\b|china geodetic coordinate system 2000|2000 ?国家 ?大地 ?坐标系?|国家 ?2000 ?(?:大地)?(?:坐标系?)?|cgcs ?2000|国家 ?大地 ?(?:坐标系?)? ?2000`), DatumCGCS2000},
		{regexp.MustCompile(`\bwgs ?(?:19)?84\b|\bwgs 1984\b`), DatumWGS84},
		{regexp.MustCompile(`\bxi'?an ?(?:19)?80\b|(?:1980)? ?西安 ?(?:19)?80|1980 ?西安|1980 ?国家 ?大地`), DatumXian80},
		{regexp.MustCompile(`\bbeijing ?(?:19)?54\b|北京 ?(?:19)?54|1954 ?(?:年)?北京`), DatumBeijing54},
	}
)

// phrase is what is left of a name to be understood.
type phrase struct{ rest string }

// take finds a pattern and takes it out; nil when it is not there.
func (w *phrase) take(pattern *regexp.Regexp) []string {
	at := pattern.FindStringSubmatchIndex(w.rest)
	if at == nil {
		return nil
	}
	found := make([]string, len(at)/2)
	for i := range found {
		if at[2*i] >= 0 {
			found[i] = w.rest[at[2*i]:at[2*i+1]]
		}
	}
	w.rest = w.rest[:at[0]] + " " + w.rest[at[1]:]
	return found
}

func (w *phrase) datum() (Datum, bool) {
	for _, d := range datumWords {
		if w.take(d.words) != nil {
			return d.datum, true
		}
	}
	// "UTM 50N" and "UTM zone 50N" are on WGS 84.
	return DatumWGS84, strings.HasPrefix(w.rest, "utm ")
}

// zone reads width, number and meridian; a name of neither is the datum's degrees.
func (w *phrase) zone(d Datum) (System, bool) {
	width, number, meridian, bare := 0, 0, 0.0, false
	if m := w.take(widthWords); m != nil {
		width, _ = strconv.Atoi(m[1])
	}
	if m := w.take(meridianWords); m != nil {
		meridian, _ = strconv.ParseFloat(m[1]+m[2], 64)
	}
	if m := w.take(zoneWords); m != nil {
		number, _ = strconv.Atoi(m[1] + m[3] + m[4] + m[5])
		bare = m[2] != "" // ArcGIS: "Zone_20N" has no number in its eastings
	}
	program := w.take(gaussWords) != nil
	if !w.done() {
		return System{}, false
	}
	switch {
	case number != 0:
		return numbered(d, width, number, meridian, !bare)
	case meridian != 0:
		return onMeridian(d, width, meridian, program)
	case width != 0 || program || strings.Contains(w.rest, "高斯"):
		return System{}, false
	}
	return Degrees(d), true
}

// done reports whether nothing is left that has not been understood.
func (w *phrase) done() bool {
	return strings.TrimSpace(fillWords.ReplaceAllString(w.rest, " ")) == ""
}

// numbered is a zone by its number, which tells 3° zones (25–45) from 6° ones
// (13–23). A meridian that is said too must be its own.
func numbered(d Datum, width, zone int, meridian float64, named bool) (System, bool) {
	is, cm := 3, float64(3*zone)
	if zone <= 23 {
		is, cm = 6, float64(6*zone-3)
	}
	if width != 0 && width != is || meridian != 0 && meridian != cm {
		return System{}, false
	}
	return Zoned(d, is, cm, named)
}

// onMeridian is a zone by its central meridian, eastings without number; on a
// meridian of no zone it is a plane of its own.
func onMeridian(d Datum, width int, meridian float64, program bool) (System, bool) {
	likely := width
	if width == 0 && program {
		likely = 6
	}
	s, ok := Transverse(d, NewGaussKruger(d.Ellipsoid(), meridian, falseEasting), likely)
	return s, ok && (width == 0 || s.Width == width)
}
