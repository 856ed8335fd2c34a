package storage

import (
	"database/sql"
	"encoding/json"
	"errors"

	"zhenjie/geo/format/gpkg/container"
	"zhenjie/planning"
)

// projectsIn lists the projects that a schedule of version 1 or 2 names: there
// a project was a row of the schedule and no more. A row without a name is money
// without a project: a project goes by its name.
func projectsIn(schedule []byte) planning.List[planning.Project] {
	var old struct {
		Rows []struct {
			Project string `json:"project"`
			Leading bool   `json:"leading"`
		} `json:"rows"`
	}
	if json.Unmarshal(schedule, &old) != nil {
		return planning.List[planning.Project]{}
	}
	var projects []planning.Project
	places := map[string]int{}
	for _, r := range old.Rows {
		if r.Project == "" {
			continue
		}
		i, known := places[r.Project]
		if !known {
			i = len(projects)
			places[r.Project] = i
			projects = append(projects, planning.Project{Name: r.Project})
		}
		projects[i].Leading = projects[i].Leading || r.Leading
	}
	return planning.ListOf(projects...)
}

// projectsBefore reads the projects of a step from a file that has no such part.
func projectsBefore(db container.Querier, p *planning.Plan, step int) error {
	schedule, err := valueAt(db, planning.PartSchedule, step)
	if err == nil {
		p.Projects = projectsIn(schedule)
	}
	return err
}

// joinProjects gives every step that changed the schedule the projects of it.
func (w *writer) joinProjects() {
	for _, step := range w.stepsWith(planning.PartSchedule) {
		var p planning.Plan
		if w.err == nil {
			w.err = projectsBefore(w.tx, &p, step)
		}
		w.addChange(step, p, planning.PartProjects)
	}
}

// stepsWith lists the steps that changed a part, oldest first.
func (w *writer) stepsWith(part planning.Part) (steps []int) {
	if w.err != nil {
		return nil
	}
	var rows *sql.Rows
	if rows, w.err = w.tx.Query(`SELECT step FROM zhenjie_change WHERE part = ? ORDER BY step`, string(part)); w.err != nil {
		return nil
	}
	defer rows.Close()
	for rows.Next() {
		var step int
		w.err = errors.Join(w.err, rows.Scan(&step))
		steps = append(steps, step)
	}
	w.err = errors.Join(w.err, rows.Err())
	return steps
}
