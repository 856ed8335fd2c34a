package storage

import (
	"encoding/json"
	"hash/crc32"
	"reflect"
	"slices"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/format/gpkg/container"
	"zhenjie/planning"
)

const (
	maxValue = 256 << 20 // bytes of one part; a boundary of 16 million points
	maxDepth = 32        // brackets inside brackets in JSON
)

// field returns the place of a part in a plan, nil for a part not known.
func field(p *planning.Plan, part planning.Part) any {
	switch part {
	case planning.PartIdentity:
		return &p.Identity
	case planning.PartExtent:
		return &p.Extent
	case planning.PartCore:
		return &p.Core
	case planning.PartSides:
		return &p.Sides
	case planning.PartClaims:
		return &p.Claims
	case planning.PartPositioning:
		return &p.Positioning
	case planning.PartIndicators:
		return &p.Indicators
	case planning.PartGuide:
		return &p.Guide
	case planning.PartInvestors:
		return &p.Investors
	case planning.PartProjects:
		return &p.Projects
	case planning.PartSites:
		return &p.Sites
	case planning.PartSchedule:
		return &p.Schedule
	case planning.PartEligibility:
		return &p.Eligibility
	case planning.PartMaterials:
		return &p.Materials
	case planning.PartAttachments:
		return &p.Attachments
	case planning.PartProcedure:
		return &p.Procedure
	case planning.PartSettings:
		return &p.Settings
	}
	return nil
}

// joined says since which version of the file a part has been kept, for those
// that plans have not always had: in an older file nothing stands of them, and
// nothing is missing.
var joined = map[planning.Part]int{
	planning.PartSides: 2, planning.PartIndicators: 3, planning.PartGuide: 3, planning.PartProjects: 3,
	planning.PartSites: 3, planning.PartAttachments: 3, planning.PartProcedure: 3,
}

// PartName is what a part of a plan is called, for what Salvage could not read.
func PartName(part planning.Part) words.Text { return words.Say(words.ID("storage.part." + part)) }

// encode makes the stored form of a part: WKB for shapes, JSON for the rest.
// A text that JSON would have to mend (it is not UTF-8) and a number it cannot
// hold are refused, because what is loaded must equal what was saved.
func encode(p planning.Plan, part planning.Part) ([]byte, error) {
	at := field(&p, part)
	if s, ok := at.(*geo.Shape); ok {
		if container.WKBSize(*s) > maxValue {
			return nil, geo.BadInput(geo.At{}, "storage.too_many_points", "limit", maxValue/16/10_000)
		}
		return container.AppendWKB(make([]byte, 0, container.WKBSize(*s)), *s), nil
	}
	value, err := json.Marshal(at)
	if err != nil {
		return nil, geo.BadInput(geo.At{}, "storage.unstorable", "part", PartName(part))
	}
	back := p
	if err := decode(&back, part, value); err != nil || slices.Contains(p.Changed(back), part) {
		return nil, geo.BadInput(geo.At{}, "storage.unstorable", "part", PartName(part))
	}
	return value, nil
}

// decode puts a stored part into a plan; after an error the part is empty.
func decode(p *planning.Plan, part planning.Part, value []byte) error {
	at := field(p, part)
	reflect.ValueOf(at).Elem().SetZero() // JSON leaves alone what it does not name
	if s, ok := at.(*geo.Shape); ok {
		read, err := container.ReadWKB(value, 0)
		*s = read
		return err
	}
	if !shallow(value) || json.Unmarshal(value, at) != nil {
		reflect.ValueOf(at).Elem().SetZero()
		return damaged(string(part))
	}
	return nil
}

// shallow reports whether the brackets of a JSON text nest no deeper than
// anything this program writes.
func shallow(value []byte) bool {
	depth, quoted := 0, false
	for i := 0; i < len(value); i++ {
		switch c := value[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[' || c == '{':
			if depth++; depth > maxDepth {
				return false
			}
		case c == ']' || c == '}':
			depth--
		}
	}
	return true
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// sum is kept beside each value: SQLite has no checksums of its own, and a
// flipped bit in a coordinate must not pass for a boundary.
func sum(value []byte) int64 { return int64(crc32.Checksum(value, castagnoli)) }
