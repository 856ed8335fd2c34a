package planning

import (
	"encoding/json"

	"zhenjie/geo"
)

// Project is one thing that is built. Its money by year stands in the schedule.
type Project struct {
	Name    string      `json:"name"` // schedule rows and sites know it by its name
	Kind    ProjectKind `json:"kind"`
	Leading bool        `json:"leading"`    // belongs to the leading industry
	LandUse string      `json:"land_use"`   // 用地性质
	Area    geo.Area    `json:"area_m2"`    // 用地面积 as stated; 0 when not stated
	Start   string      `json:"start"`      // YYYY-MM
	End     string      `json:"end"`        // YYYY-MM, the last month
	Budget  Money       `json:"budget_fen"` // 总投资 as stated; 0 when not stated
	Remark  string      `json:"remark"`
}

// ProjectKind says what a project is for. Rules leave some kinds out of the
// investment they count.
type ProjectKind string

// The kinds of projects; "" is not said.
const (
	ProjectIndustry ProjectKind = "industry" // 产业
	ProjectTourism  ProjectKind = "tourism"  // 旅游与文化
	ProjectPublic   ProjectKind = "public"   // 公共服务
	ProjectWorks    ProjectKind = "works"    // 基础设施
	ProjectHousing  ProjectKind = "housing"  // 商品住宅
	ProjectComplex  ProjectKind = "complex"  // 商业综合体
	ProjectOther    ProjectKind = "other"    // 其他
)

// ProjectKinds lists the kinds in the order forms show them.
var ProjectKinds = []ProjectKind{
	ProjectIndustry, ProjectTourism, ProjectPublic, ProjectWorks, ProjectHousing, ProjectComplex, ProjectOther,
}

// Project returns the project of a name.
func (p Plan) Project(name string) (Project, bool) {
	for _, v := range p.Projects.All() {
		if v.Name == name {
			return v, true
		}
	}
	return Project{}, false
}

// Site is where a project stands on the map.
type Site struct {
	Project string    // name of the project
	Point   geo.Point // degrees on CGCS2000; used while Shape is empty
	Shape   geo.Shape // its ground, degrees on CGCS2000
}

// Equal reports whether both say the same.
func (s Site) Equal(o Site) bool {
	return s.Project == o.Project && s.Point == o.Point && s.Shape.Equal(o.Shape)
}

// site is a Site as JSON has it; parts are rings of points, the outer ring first.
type site struct {
	Project string          `json:"project"`
	Point   geo.Point       `json:"point"`
	Parts   [][][]geo.Point `json:"parts,omitempty"`
}

// MarshalJSON writes the coordinates as arrays of degrees.
func (s Site) MarshalJSON() ([]byte, error) {
	out := site{Project: s.Project, Point: s.Point}
	out.Parts = make([][][]geo.Point, s.Shape.Parts())
	for at, r := range s.Shape.All() {
		out.Parts[at.Part] = append(out.Parts[at.Part], r.Points())
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (s *Site) UnmarshalJSON(data []byte) error {
	var in site
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	var b geo.Builder
	for _, rings := range in.Parts {
		b.Part()
		for _, r := range rings {
			b.Ring(r)
		}
	}
	*s = Site{in.Project, in.Point, b.Shape()}
	return nil
}
