#!/bin/sh
# Makes ogr.gpkg.gz with GDAL's GeoPackage driver (3.6.2): the layer 城镇 in
# EPSG:4549 with attributes of all types, the layer mixed in EPSG:4326 with
# geometries of other types, one of them curved, and a view, which is not read;
# and ogr.txt, what GDAL itself measures.
set -e
cd "$(dirname "$0")"
cat > in.csv <<'CSV'
id,名称,floors,ratio,built,open,WKT
7,梦想小镇,12,0.25,2024-05-06,1,"POLYGON Z ((501000 3351000 5,503000.125 3351000 5,503000.125 3353000.5 5,501000 3353000.5 5,501000 3351000 5),(501500 3351500 5,501500 3352000 5,502000 3352000 5,502000 3351500 5,501500 3351500 5))"
8,"云栖""小镇""",,1e-9,,0,"MULTIPOLYGON (((510000 3360000,511000 3360000,511000 3361000,510000 3360000)),((512000 3360000,513000.1234567 3360000,513000 3361000,512000 3360000)))"
9,空的,3,2,2024-01-01,,
CSV
cat > mixed.csv <<'CSV'
name,WKT
curve,"CURVEPOLYGON (CIRCULARSTRING (0 0,1 1,2 0,1 -1,0 0))"
collection,"GEOMETRYCOLLECTION (POLYGON ((0 0,1 0,1 1,0 0)),POINT (1 2))"
line,"LINESTRING (0 0,1 0,1 1,0 0)"
open,"LINESTRING (0 0,1 0)"
measured,"MULTIPOLYGON ZM (((0 0 1 2,4 0 1 2,4 3 1 2,0 0 1 2)))"
point,"POINT (1 2)"
CSV
rm -f ogr.gpkg ogr.gpkg.gz ogr.txt
wkt="-oo GEOM_POSSIBLE_NAMES=WKT -oo KEEP_GEOM_COLUMNS=NO"
ogr2ogr -f GPKG ogr.gpkg in.csv $wkt -a_srs EPSG:4549 -nln 城镇 -lco SPATIAL_INDEX=NO -oo EMPTY_STRING_AS_NULL=YES \
	-sql 'SELECT CAST(id AS integer) AS id, "名称", CAST(floors AS integer) AS floors, CAST(ratio AS float) AS ratio, CAST(built AS date) AS built, CAST(open AS boolean) AS open FROM "in"'
ogr2ogr -f GPKG -update ogr.gpkg mixed.csv $wkt -a_srs EPSG:4326 -nln mixed -lco SPATIAL_INDEX=NO
ogrinfo -q ogr.gpkg -sql "CREATE VIEW shown AS SELECT fid, geom FROM mixed" > /dev/null
ogrinfo -q ogr.gpkg -sql "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('shown','features','shown',4326)" > /dev/null
ogrinfo -q ogr.gpkg -sql "INSERT INTO gpkg_geometry_columns VALUES ('shown','geom','GEOMETRY',4326,2,2)" > /dev/null
ogr2ogr -f CSV -lco SEPARATOR=TAB /vsistdout/ ogr.gpkg -dialect SQLITE \
	-sql 'SELECT "名称" AS name, coalesce(ST_NPoints(geom),0) AS points, printf("%.17g", coalesce(ST_Area(geom),0)) AS area FROM "城镇"' | tail -n +2 | tr -d '"' > ogr.txt
gzip -9n ogr.gpkg
rm in.csv mixed.csv
