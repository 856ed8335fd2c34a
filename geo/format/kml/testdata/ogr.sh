#!/bin/sh
# Makes ogr.kml with GDAL's KML driver and lib.kml and lib.kmz with its LIBKML
# driver (3.6.2, libkml 1.3), and ogr.txt, what GDAL itself measures.
set -e
cd "$(dirname "$0")"
cat > towns.csv <<'CSV'
id,名称,floors,ratio,WKT
7,梦想小镇,12,0.25,"POLYGON Z ((119 30 5,119.5 30 5,119.5 30.25 5,119 30.25 5,119 30 5),(119.1 30.1 5,119.1 30.2 5,119.2 30.2 5,119.2 30.1 5,119.1 30.1 5))"
8,"云栖<小镇>&",,1.5,"MULTIPOLYGON (((120 30,120.5 30,120.5 30.5,120 30)),((121 30,121.1234567 30,121 31,121 30)))"
9,没有面,3,2,"LINESTRING (120 30,121 30)"
CSV
rm -f ogr.kml lib.kml lib.kmz ogr.txt
in="towns.csv -oo GEOM_POSSIBLE_NAMES=WKT -oo KEEP_GEOM_COLUMNS=NO -oo AUTODETECT_TYPE=YES -a_srs EPSG:4326 -nln 城镇"
ogr2ogr -f KML ogr.kml $in -dsco NameField=名称 -dsco AltitudeMode=absolute
ogr2ogr -f LIBKML lib.kml $in
ogr2ogr -f LIBKML lib.kmz $in
ogr2ogr -f CSV -lco SEPARATOR=TAB -lco STRING_QUOTING=IF_NEEDED /vsistdout/ ogr.kml -dialect SQLITE \
	-sql "SELECT Name AS name, GeometryType(geometry) AS type, ST_NPoints(geometry) AS points, printf('%.17g', ST_Area(geometry)) AS area FROM \"城镇\"" | tail -n +2 > ogr.txt
rm towns.csv
