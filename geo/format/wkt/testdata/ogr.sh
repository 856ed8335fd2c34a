#!/bin/sh
# Makes ogr.wkt, what GDAL's CSV writer says of some geometries in WKT, and
# ogr.txt, what GDAL itself measures of them.
set -e
cd "$(dirname "$0")"
cat > in.csv <<'CSV'
id,WKT
1,"POLYGON Z ((501000 3351000 5,503000.125 3351000 5,503000.125 3353000.5 5,501000 3353000.5 5,501000 3351000 5),(501500 3351500 5,501500 3352000 5,502000 3352000 5,502000 3351500 5,501500 3351500 5))"
2,"MULTIPOLYGON (((510000 3360000,511000 3360000,511000 3361000,510000 3360000)),((512000 3360000,513000.1234567 3360000,513000 3361000,512000 3360000)))"
3,"MULTIPOLYGON ZM (((0 0 1 2,4 0 1 2,4 3 1 2,0 0 1 2)))"
4,"GEOMETRYCOLLECTION (POLYGON ((0 0,1 0,1 1,0 0)),POINT (1 2))"
5,"POLYGON EMPTY"
CSV
rm -f ogr.wkt ogr.txt
ogr2ogr -f CSV -lco GEOMETRY=AS_WKT -lco SEPARATOR=TAB /vsistdout/ in.csv -oo GEOM_POSSIBLE_NAMES=WKT -oo KEEP_GEOM_COLUMNS=NO -nln t | tail -n +2 | cut -f1 > ogr.wkt
ogr2ogr -f CSV -lco SEPARATOR=TAB /vsistdout/ in.csv -oo GEOM_POSSIBLE_NAMES=WKT -oo KEEP_GEOM_COLUMNS=NO -dialect SQLITE \
	-sql "SELECT GeometryType(geometry) AS type, coalesce(ST_NPoints(geometry),0) AS points, printf('%.17g', coalesce(ST_Area(geometry),0)) AS area FROM \"in\"" | tail -n +2 > ogr.txt
rm in.csv
