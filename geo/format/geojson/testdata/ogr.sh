#!/bin/sh
# Makes the files that ogr_test.go reads, with GDAL's GeoJSON writer: plane.geojson
# in metres with a crs member of 2008, degrees.geojson by RFC 7946, lines.geojsonl
# one feature a line; and areas.txt, what GDAL reads back from each.
set -e
cd "$(dirname "$0")"
cat > towns.csv <<'CSV'
id,名称,WKT
1,梦想小镇,"POLYGON Z ((501000 3351000 5,503000.125 3351000 5,503000.125 3353000.5 5,501000 3353000.5 5,501000 3351000 5),(501500 3351500 5,501500 3352000 5,502000 3352000 5,502000 3351500 5,501500 3351500 5))"
2,"云栖""小镇""","MULTIPOLYGON (((510000 3360000,511000 3360000,511000 3361000,510000 3360000)),((512000 3360000,513000.1234567 3360000,513000 3361000,512000 3360000)))"
3,没有面,"LINESTRING (510000 3360000,511000 3360000)"
4,空的,
CSV
options="-oo GEOM_POSSIBLE_NAMES=WKT -oo KEEP_GEOM_COLUMNS=NO -a_srs EPSG:4549 -nln towns"
rm -f plane.geojson degrees.geojson lines.geojsonl
ogr2ogr -f GeoJSON plane.geojson towns.csv $options
ogr2ogr -f GeoJSON -lco RFC7946=YES degrees.geojson plane.geojson
ogr2ogr -f GeoJSONSeq lines.geojsonl plane.geojson
for f in plane.geojson degrees.geojson lines.geojsonl; do
	layer=$(ogrinfo -q "$f" | sed 's/^1: \([^ ]*\).*/\1/')
	ogr2ogr -f CSV -lco SEPARATOR=TAB /vsistdout/ "$f" -dialect SQLITE -sql "SELECT '$f' AS file, \"名称\" AS name, GeometryType(geometry) AS type, ST_NPoints(geometry) AS points, printf('%.17g', ST_Area(geometry)) AS area FROM \"$layer\"" | tail -n +2
done > areas.txt
rm towns.csv
