package storage

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"zhenjie/assets/words"
	"zhenjie/geo"
	"zhenjie/geo/format/gpkg/container"
	"zhenjie/planning"
)

// Step is one entry of the history.
type Step struct {
	Name words.Text
	At   time.Time // UTC, to the millisecond
}

const maxName = 64 << 10 // bytes of a step's name

const timeLayout = "2006-01-02T15:04:05.000Z"

// stored is a step as the file will give it back. A name too long or too deep
// and a time that cannot be written are refused here: the file would not open.
func (s Step) stored() (back Step, name, at string, err error) {
	text, err := json.Marshal(s.Name)
	name, at = string(text), s.At.UTC().Format(timeLayout)
	if err == nil {
		back, err = readStep(name, at)
	}
	if err != nil || len(name) > maxName {
		err = geo.BadInput(geo.At{}, "storage.unstorable_step")
	}
	return back, name, at, err
}

// content is what of a project is held in memory: the history by name, and the
// plan at the current step.
type content struct {
	steps   []Step
	current int
	plan    planning.Plan
}

func readContent(db container.Querier) (c content, err error) {
	if c.steps, c.current, err = readSteps(db); err == nil {
		c.plan, err = planAt(db, c.current)
	}
	return c, err
}

// addStep records a step and the parts of its plan that changed, and returns
// the step as the file will give it back.
func (w *writer) addStep(id int, s Step, p planning.Plan, changed []planning.Part) Step {
	back, name, at, err := s.stored()
	if w.err == nil {
		w.err = err
	}
	w.exec(`INSERT INTO zhenjie_step (id, name, at) VALUES (?,?,?)`, id, name, at)
	for _, part := range changed {
		w.addChange(id, p, part)
	}
	return back
}

// addChange records what a part of p is after a step.
func (w *writer) addChange(step int, p planning.Plan, part planning.Part) {
	if w.err != nil {
		return
	}
	var value []byte
	value, w.err = encode(p, part)
	w.exec(`INSERT INTO zhenjie_change (part, step, sum, value) VALUES (?,?,?,?)`, string(part), step, sum(value), value)
}

// dropAfter takes away the steps after a step.
func (w *writer) dropAfter(step int) {
	w.exec(`DELETE FROM zhenjie_step WHERE id > ?`, step)
	for _, part := range planning.Parts {
		w.exec(`DELETE FROM zhenjie_change WHERE part = ? AND step > ?`, string(part), step)
	}
}

func (w *writer) setCurrent(step int) {
	w.exec(`UPDATE zhenjie_state SET current = ? WHERE id = 1`, step)
}

// show makes the layers show the parts of p that are among changed; the name
// of the town stands in both outlines.
func (w *writer) show(p planning.Plan, changed []planning.Part) {
	for _, l := range layers {
		switch {
		case slices.Contains(changed, l.part):
			w.writeLayer(l, shapeOf(p, l), p.Identity.Name)
		case slices.Contains(changed, planning.PartIdentity):
			w.nameLayer(l, p.Identity.Name)
		}
	}
	for _, part := range []planning.Part{planning.PartSites, planning.PartProjects, planning.PartSchedule} {
		if slices.Contains(changed, part) {
			w.writeSites(p)
			break
		}
	}
}

// readSteps reads the names of all steps; they are numbered from 0 without a
// gap.
func readSteps(db container.Querier) (steps []Step, current int, err error) {
	if err := db.QueryRow(`SELECT current FROM zhenjie_state WHERE id = 1`).Scan(&current); err != nil {
		return nil, 0, misread(err)
	}
	rows, err := db.Query(`SELECT id, CASE WHEN length(name) <= ? THEN name ELSE '' END, at FROM zhenjie_step ORDER BY id`, maxName)
	if err != nil {
		return nil, 0, err
	}
	defer rows.Close()
	for rows.Next() {
		var id int
		var name, at string
		if err := rows.Scan(&id, &name, &at); err != nil {
			return nil, 0, misread(err)
		}
		s, err := readStep(name, at)
		if err != nil || id != len(steps) {
			return nil, 0, damaged(fmt.Sprintf("step %d", id))
		}
		steps = append(steps, s)
	}
	if err := rows.Err(); err != nil {
		return nil, 0, err
	}
	if current < 0 || current >= len(steps) {
		return nil, 0, damaged("current step")
	}
	return steps, current, nil
}

func readStep(name, at string) (Step, error) {
	var s Step
	if !shallow([]byte(name)) {
		return s, errors.New("nested too deep")
	}
	if err := json.Unmarshal([]byte(name), &s.Name); err != nil {
		return s, err
	}
	var err error
	s.At, err = time.Parse(time.RFC3339Nano, at)
	s.At = s.At.UTC()
	return s, err
}

// planAt puts the plan of a step together: of each part the newest change that
// is not after it. A part that joined later than the file was written is empty.
func planAt(db container.Querier, step int) (planning.Plan, error) {
	var p planning.Plan
	for _, part := range planning.Parts {
		if err := partAt(db, &p, part, step); err != nil {
			return planning.Plan{}, err
		}
	}
	return p, nil
}

func partAt(db container.Querier, p *planning.Plan, part planning.Part, step int) error {
	value, err := valueAt(db, part, step)
	switch {
	case errors.Is(err, sql.ErrNoRows) && older(db, part):
		if part == planning.PartProjects {
			return projectsBefore(db, p, step)
		}
		return nil
	case errors.Is(err, sql.ErrNoRows):
		return misread(err)
	case err != nil:
		return err
	}
	return decode(p, part, value)
}

// valueAt is the stored value of a part at a step; sql.ErrNoRows where there is
// none.
func valueAt(db container.Querier, part planning.Part, step int) ([]byte, error) {
	var value []byte
	var want int64
	err := db.QueryRow(`SELECT sum, CASE WHEN length(value) <= ? THEN value END FROM zhenjie_change
		WHERE part = ? AND step <= ? ORDER BY step DESC LIMIT 1`, maxValue, string(part), step).Scan(&want, &value)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, err
	}
	if err != nil {
		return nil, misread(err)
	}
	if sum(value) != want {
		return nil, damaged(string(part))
	}
	return value, nil
}
