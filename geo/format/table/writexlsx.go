package table

import (
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"

	"zhenjie/geo"
	"zhenjie/geo/feature"
)

// mostRows is how many rows a sheet holds.
const mostRows = 1 << 20

// WriteXLSX writes the rows of Write as a workbook, a sheet for each layer, or one
// where there are none. Coordinates are to 15 digits, as Excel keeps numbers.
func WriteXLSX(w io.Writer, features []feature.Feature) error {
	layers, names := byLayer(features)
	return writeBook(w, names, func(i int, row func([]string) error) error { return rowsOf(layers[i], row) }, cellValue)
}

// valueOf is what is written for a cell; its column counts from 0, its row from 1.
type valueOf func(column int, cell string, row int) any

// writeBook writes a workbook with sheets of these names; rows hands over those of
// sheet i.
func writeBook(w io.Writer, names []string, rows func(i int, row func([]string) error) error, value valueOf) error {
	book := excelize.NewFile()
	defer book.Close()
	first := book.GetSheetName(0)
	for i, name := range names {
		if i == 0 {
			if err := book.SetSheetName(first, name); err != nil {
				return err
			}
		} else if _, err := book.NewSheet(name); err != nil {
			return err
		}
		if err := writeSheet(book, name, func(row func([]string) error) error { return rows(i, row) }, value); err != nil {
			return err
		}
	}
	return book.Write(w)
}

// byLayer divides features by layer, with the names of the sheets: no longer than
// a sheet's may be, without the signs it may not have, and no two the same.
func byLayer(features []feature.Feature) (layers [][]feature.Feature, names []string) {
	at := map[string]int{}
	taken := map[string]bool{}
	for _, f := range features {
		i, known := at[f.Layer]
		if !known {
			i = len(layers)
			at[f.Layer] = i
			layers = append(layers, nil)
			names = append(names, sheetName(f.Layer, taken))
		}
		layers[i] = append(layers[i], f)
	}
	if len(layers) == 0 {
		return [][]feature.Feature{nil}, []string{sheetName("", taken)}
	}
	return layers, names
}

func writeSheet(book *excelize.File, name string, rows func(row func([]string) error) error, value valueOf) error {
	sheet, err := book.NewStreamWriter(name)
	if err != nil {
		return err
	}
	row := 0
	var values []any
	err = rows(func(cells []string) error {
		if row++; row > mostRows {
			return geo.BadInput(geo.At{}, "table.xlsx_rows", "limit", mostRows)
		}
		values = values[:0]
		for i, c := range cells {
			values = append(values, value(i, c, row))
		}
		return sheet.SetRow("A"+strconv.Itoa(row), values)
	})
	if err != nil {
		return err
	}
	return sheet.Flush()
}

// cellValue is a number for rings and coordinates, text for the rest.
func cellValue(column int, cell string, row int) any {
	switch {
	case cell == "":
		return nil
	case row > 1 && (column == 2 || column == 4 || column == 5):
		if x, err := strconv.ParseFloat(cell, 64); err == nil {
			return x
		}
	}
	return cell
}
