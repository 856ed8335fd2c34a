package storage

import (
	"database/sql"
	"math"
	"slices"

	"zhenjie/geo"
	"zhenjie/geo/format/gpkg/container"
	"zhenjie/planning"
)

// Read returns the current plan of a project without changing the file, as the
// command line needs it; a boundary that was changed in another program counts.
func Read(path string) (planning.Plan, error) {
	p, err := read(path)
	return p, explain(err, path)
}

func read(path string) (planning.Plan, error) {
	db, err := look(path, reading)
	if err != nil {
		return planning.Plan{}, err
	}
	defer db.Close()
	if _, err := check(db, latest); err != nil {
		return planning.Plan{}, err
	}
	c, err := readContent(db)
	if err != nil {
		return planning.Plan{}, err
	}
	if next := layersOver(db, c.plan).plan; next != nil {
		return *next, nil
	}
	return c.plan, nil
}

// Salvage reads what can still be read of a damaged project, without writing
// to it. Of each part it takes the newest value that is whole; lost are the
// parts of which there is none, which are empty in the plan; a part that joined
// plans later than the file was written is not lost.
func Salvage(path string) (p planning.Plan, lost []planning.Part, err error) {
	db, err := look(path, rescuing)
	if err != nil {
		return p, nil, explain(err, path)
	}
	defer db.Close()
	found := false
	for _, part := range planning.Parts {
		switch {
		case salvagePart(db, &p, part):
			found = true
		case !older(db, part):
			lost = append(lost, part)
		case part == planning.PartProjects:
			salvageProjects(db, &p)
		}
	}
	if !found {
		return planning.Plan{}, lost, explain(geo.BadInput(geo.At{}, "storage.nothing_left"), path)
	}
	return p, lost, nil
}

// salvagePart puts the newest whole value of a part into p, that of the layer
// when the history has none.
func salvagePart(db *sql.DB, p *planning.Plan, part planning.Part) bool {
	for _, step := range stepsOf(db, part) {
		if value, err := valueAt(db, part, step); err == nil && decode(p, part, value) == nil {
			return true
		}
	}
	for _, l := range layers {
		if l.part != part {
			continue
		}
		if s, err := readLayer(db, l); err == nil && !s.IsEmpty() {
			*field(p, part).(*geo.Shape) = s
			return true
		}
	}
	if part == planning.PartSites {
		p.Sites = salvageSites(db)
	}
	return part == planning.PartSites && p.Sites.Len() > 0
}

// salvageProjects takes the projects out of the newest whole schedule of a file
// that has none by themselves.
func salvageProjects(db *sql.DB, p *planning.Plan) {
	for _, step := range stepsOf(db, planning.PartSchedule) {
		if projectsBefore(db, p, step) == nil {
			return
		}
	}
}

// older reports whether a project was written before a part joined plans.
func older(db container.Querier, part planning.Part) bool {
	version, err := schemaVersion(db)
	return err == nil && version < joined[part]
}

// stepsOf lists the steps that changed a part, the newest that counts first, as
// far as they can be read. The index is not asked: it may be what is damaged.
func stepsOf(db *sql.DB, part planning.Part) []int {
	plain := func(table string) bool { return plainTable(db, table, columns[table]...) == nil }
	if !plain("zhenjie_change") {
		return nil
	}
	current := math.MaxInt32
	if plain("zhenjie_state") {
		_ = db.QueryRow(`SELECT current FROM zhenjie_state WHERE id = 1`).Scan(&current)
	}
	rows, err := db.Query(`SELECT step FROM zhenjie_change NOT INDEXED WHERE part = ? AND step <= ?`, string(part), current)
	if err != nil {
		return nil
	}
	defer rows.Close()
	var steps []int
	for rows.Next() {
		var step int
		if rows.Scan(&step) == nil {
			steps = append(steps, step)
		}
	}
	slices.Sort(steps)
	slices.Reverse(steps)
	return steps
}
