package workspace

import (
	"context"
	"encoding/json"

	"zhenjie/assets/sample"
	"zhenjie/geo"
	"zhenjie/geo/boundary"
	"zhenjie/planning"
)

// SamplePlan is the plan of the made-up town.
func SamplePlan() (planning.Plan, error) {
	var p planning.Plan
	parts := struct {
		Identity    *planning.Identity                   `json:"identity"`
		Sides       *planning.Sides                      `json:"sides"`
		Claims      *planning.Claims                     `json:"claims"`
		Positioning *planning.Positioning                `json:"positioning"`
		Investors   *planning.List[planning.Investor]    `json:"investors"`
		Guide       *planning.List[planning.GuideAnswer] `json:"guide"`
		Projects    *planning.List[planning.Project]     `json:"projects"`
		Sites       *planning.List[planning.Site]        `json:"sites"`
		Schedule    *planning.Schedule                   `json:"schedule"`
		Indicators  *planning.List[planning.Indicator]   `json:"indicators"`
		Procedure   *planning.Procedure                  `json:"procedure"`
		Eligibility *planning.List[planning.Declaration] `json:"eligibility"`
		Materials   *planning.List[planning.Material]    `json:"materials"`
		Settings    *planning.Settings                   `json:"settings"`
	}{
		&p.Identity, &p.Sides, &p.Claims, &p.Positioning, &p.Investors, &p.Guide, &p.Projects, &p.Sites, &p.Schedule,
		&p.Indicators, &p.Procedure, &p.Eligibility, &p.Materials, &p.Settings,
	}
	if err := json.Unmarshal(sample.Plan, &parts); err != nil {
		return p, err
	}
	for _, s := range []struct {
		name string
		data []byte
		to   *geo.Shape
	}{{"extent.geojson", sample.Extent, &p.Extent}, {"core.geojson", sample.Core, &p.Core}} {
		features, _, err := boundary.LoadBytes(context.Background(), s.name, s.data, boundary.Options{})
		if err != nil {
			return p, err
		}
		for _, l := range features {
			*s.to = geo.Join(*s.to, l.Feature.Shape)
		}
	}
	return p, nil
}
