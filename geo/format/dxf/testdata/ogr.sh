#!/bin/sh
# Makes the drawings that ogr_test.go reads, with GDAL's DXF writer: areas.dxf
# has polygons, which become hatches, and their names as MTEXT; lines.dxf has
# closed lines, which become LWPOLYLINE. areas.txt is what GDAL reads back, with
# the lines of the second file turned into polygons.
# GDAL's header, the same in every file, is cut down to what a reader looks at.
set -e
cd "$(dirname "$0")"
cat > areas.csv <<'CSV'
Layer,OGR_STYLE,WKT
规划范围,,"POLYGON ((501000 3351000,503000.125 3351000,503000.125 3353000.5,501000 3353000.5,501000 3351000),(501500 3351500,501500 3352000,502000 3352000,502000 3351500,501500 3351500))"
核心区,,"MULTIPOLYGON (((510000 3360000,511000 3360000,511000 3361000,510000 3360000)),((512000 3360000,513000.1234567 3360000,513000 3361000,512000 3360000)))"
规划范围,"LABEL(t:""梦想小镇"",s:20g)",POINT (501100 3351100)
CSV
cat > lines.csv <<'CSV'
Layer,WKT
红线,"LINESTRING (501000 3351000,503000.125 3351000,503000.125 3353000.5,501000 3353000.5,501000 3351000)"
红线,"LINESTRING (510000 3360000,511000 3360000,511000 3361000,510000 3360000)"
路,"LINESTRING (510000 3360000,511000 3360000,511000 3361000)"
CSV
rm -f areas.dxf lines.dxf areas.txt
for name in areas lines; do
	ogr2ogr -f DXF "$name.dxf" "$name.csv" -oo GEOM_POSSIBLE_NAMES=WKT -oo KEEP_GEOM_COLUMNS=NO
	ogr2ogr -f CSV -lco SEPARATOR=TAB /vsistdout/ "$name.dxf" -dialect SQLITE -sql "SELECT '$name.dxf' AS file, EntityHandle AS handle, ST_NPoints(geometry) AS points, printf('%.17g', CASE WHEN GeometryType(geometry) = 'LINESTRING' THEN ST_Area(ST_MakePolygon(geometry)) ELSE ST_Area(geometry) END) AS area FROM entities WHERE GeometryType(geometry) <> 'POINT' AND NOT (GeometryType(geometry) = 'LINESTRING' AND NOT ST_IsClosed(geometry))" | tail -n +2 >> areas.txt
	{
		printf '  0\nSECTION\n  2\nHEADER\n  9\n$ACADVER\n  1\nAC1018\n  9\n$DWGCODEPAGE\n  3\nANSI_1252\n  9\n$INSUNITS\n 70\n     1\n  0\nENDSEC\n  0\nSECTION\n  2\n'
		tr -d '\r' < "$name.dxf" | sed -n '/^ENTITIES$/,$p'
	} > short.dxf
	mv short.dxf "$name.dxf"
done
rm areas.csv lines.csv
