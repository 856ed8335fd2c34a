package shapefile

import (
	"bufio"
	"io"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo/feature"
)

// layer is a shapefile being read.
type layer struct {
	name    string
	crs     string
	shp     *member
	records records
	table   *table    // nil without a .dbf
	rows    io.Reader // the table from its next row on
	notes   []words.Text
	limits  feature.Limits
	closers []io.Closer
}

func (l *layer) close() {
	for _, c := range l.closers {
		c.Close()
	}
}

// finish makes sure that what was unpacked is what had been packed. Of a table
// only so much is looked at behind the rows that count.
func (l *layer) finish() error {
	for _, c := range l.closers {
		if u, ok := c.(*unpacking); ok {
			if err := u.finish(mostBehind); err != nil {
				return err
			}
		}
	}
	return nil
}

const mostBehind = 64 << 20

func (l *layer) note(id words.ID, args ...any) { l.notes = append(l.notes, words.Say(id, args...)) }

func (r *reader) openLayer(name string, set set) (*layer, error) {
	l := &layer{name: name, shp: set[".shp"], limits: r.src.Limits}
	err := l.openTable(set, r.src.Attributes)
	if err == nil && !r.src.CRSGiven {
		err = l.readCRS(set[".prj"])
	}
	if err == nil {
		err = l.openRecords(set[".shx"])
	}
	if err != nil {
		l.close()
		return nil, err
	}
	return l, nil
}

// readCRS keeps what the .prj says.
func (l *layer) readCRS(prj *member) error {
	if prj != nil {
		text, err := prj.small()
		if err != nil {
			return err
		}
		l.crs = strings.TrimSpace(strings.Trim(strings.ToValidUTF8(string(text), "\uFFFD"), "\ufeff\x00 \t\r\n"))
	}
	if l.crs == "" {
		l.note("shapefile.note.no_prj")
	}
	return nil
}

func (l *layer) openTable(set set, wanted bool) error {
	dbf := set[".dbf"]
	if dbf == nil {
		l.note("shapefile.note.no_dbf")
		return nil
	}
	in, err := dbf.opened()
	if err != nil {
		return err
	}
	l.closers = append(l.closers, in)
	rows := bufio.NewReaderSize(in, 1<<18)
	if l.table, err = openTable(dbf, rows); err != nil {
		return dbf.fault(err)
	}
	l.rows, l.table.wanted = rows, wanted
	declared, by, err := l.declaredEncoding(set[".cpg"])
	if err != nil {
		return err
	}
	heard, err := hear(dbf)
	if err != nil {
		return dbf.fault(err)
	}
	l.table.encoding = l.chooseEncoding(declared, by, heard)
	l.table.nameFields()
	return nil
}
