package cli

import (
	"zhenjie/assets/words"
	"zhenjie/geo/boundary"
	"zhenjie/geo/topology"
)

// reading are the options of every command that reads boundary files, but for
// --from, which is not the same in all.
type reading struct {
	Layer  string `placeholder:"NAME" help:"cli.help.layer"`
	Shift  string `placeholder:"DX,DY,DZ[,RX,RY,RZ,S]" help:"cli.help.shift"`
	Repair bool   `help:"cli.help.repair"`
}

// given reports whether any was.
func (r reading) given() bool { return r != reading{} }

// options say how files in the coordinate system from are read.
func (r reading) options(from string) (boundary.Options, error) {
	shift, err := shiftOf(r.Shift)
	o := boundary.Options{From: from, Layer: r.Layer, Shift: shift}
	if r.Repair {
		o.Repair = &topology.RepairOptions{Tolerance: boundary.RepairTolerance}
	}
	return o, err
}

// changesOf tells of what a repair did to a feature; its index counts from 0.
func changesOf(index int, changes []topology.Change) (all []words.Text) {
	for _, c := range changes {
		all = append(all, words.Say("cli.repaired", "n", index+1, "what", c.Text))
	}
	return all
}

// leftAlone reports whether a repair could not mend all.
func leftAlone(changes []topology.Change) bool {
	for _, c := range changes {
		if c.Kind == topology.LeftAlone {
			return true
		}
	}
	return false
}
