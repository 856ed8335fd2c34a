#!/bin/sh
# Makes the tables of this folder with GDAL (ogr2ogr). Points stand in the order of
# the rings; geometries.csv has the same as WKT.
set -eu
cd "$(dirname "$0")"
cat > /tmp/points.csv <<'T'
name,ring,x,y
龙溪,1,119.1,30
龙溪,1,119.2,30
龙溪,1,119.2,30.1
龙溪,1,119.1,30.1
龙溪,2,119.12,30.02
龙溪,2,119.14,30.02
龙溪,2,119.14,30.04
安吉,1,120.1234567,31.1
安吉,1,120.2,31.1
安吉,1,120.2,31.2
T
open="-oo X_POSSIBLE_NAMES=x -oo Y_POSSIBLE_NAMES=y -oo KEEP_GEOM_COLUMNS=NO -oo AUTODETECT_TYPE=YES"
rm -f points.csv points.xlsx metres.csv geometries.csv
ogr2ogr -f CSV points.csv /tmp/points.csv $open -lco GEOMETRY=AS_YX -lco SEPARATOR=SEMICOLON
ogr2ogr -f CSV metres.csv /tmp/points.csv $open -s_srs EPSG:4490 -t_srs EPSG:4528 -lco GEOMETRY=AS_XY -lco SEPARATOR=TAB
ogr2ogr -f XLSX points.xlsx /tmp/points.csv -oo AUTODETECT_TYPE=YES
cat > /tmp/geometries.geojson <<'T'
{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"龙溪"},"geometry":{"type":"Polygon","coordinates":[[[119.1,30],[119.2,30],[119.2,30.1],[119.1,30.1],[119.1,30]],[[119.12,30.02],[119.14,30.02],[119.14,30.04],[119.12,30.02]]]}},
{"type":"Feature","properties":{"name":"安吉"},"geometry":{"type":"Polygon","coordinates":[[[120.1234567,31.1],[120.2,31.1],[120.2,31.2],[120.1234567,31.1]]]}}]}
T
ogr2ogr -f CSV geometries.csv /tmp/geometries.geojson -lco GEOMETRY=AS_WKT
