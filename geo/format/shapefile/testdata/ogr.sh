#!/bin/sh
# Makes, with GDAL, the shapefiles that ogr_test.go reads, and areas.txt, what
# GDAL reads back from each.
#
#   gbk       names in GBK, said by the .cpg and the language byte
#   silent    the same without a word on the encoding and without a .prj
#   heights   PolygonZ in UTF-8
#   measures  PolygonM
#   lines     closed and open lines
#   edited    rows deleted, and a shape made larger in place: the old one still stands in the .shp
#   two.zip   two layers
set -e
cd "$(dirname "$0")"
rm -f gbk.* silent.* heights.* measures.* lines.* edited.* two.zip
cat > towns.csv <<'CSV'
编号,名称,面积亩,WKT
XZ-1,梦想小镇,5400.25,"POLYGON ((501000 3351000,503000.125 3351000,503000.125 3353000.5,501000 3353000.5,501000 3351000),(501500 3351500,501500 3352000,502000 3352000,502000 3351500,501500 3351500))"
XZ-2,云栖小镇,007.5,"MULTIPOLYGON (((510000 3360000,511000 3360000,511000 3361000,510000 3360000)),((512000 3360000,513000.1234567 3360000,513000 3361000,512000 3360000),(512500 3360200,512700 3360200,512700 3360400,512500 3360200)))"
XZ-3,空的,,
XZ-4,湖中有岛,12,"MULTIPOLYGON (((520000 3360000,529000 3360000,529000 3369000,520000 3369000,520000 3360000),(521000 3361000,528000 3361000,528000 3368000,521000 3368000,521000 3361000)),((522000 3362000,527000 3362000,527000 3367000,522000 3367000,522000 3362000),(523000 3363000,526000 3363000,526000 3366000,523000 3366000,523000 3363000)))"
CSV
make() { ogr2ogr -f "ESRI Shapefile" "$@" towns.csv -oo GEOM_POSSIBLE_NAMES=WKT -oo KEEP_GEOM_COLUMNS=NO -oo AUTODETECT_TYPE=YES -a_srs EPSG:4549; }
make gbk.shp -lco ENCODING=GBK
make silent.shp -lco ENCODING=GBK
rm silent.cpg silent.prj
printf '\0' | dd of=silent.dbf bs=1 seek=29 conv=notrunc status=none
make heights.shp -lco ENCODING=UTF-8 -lco SHPT=POLYGONZ
make measures.shp -lco ENCODING=UTF-8 -lco SHPT=POLYGONM
make edited.shp -lco ENCODING=UTF-8
edit() { ogrinfo -q edited.shp -oo AUTO_REPACK=NO -dialect SQLITE -sql "$1"; }
edit "UPDATE edited SET geometry = ST_GeomFromText('POLYGON ((0 0,0 1,1 1,2 5,7 5,9 9,7 7,6 6,6 5,5 3,4 4,3 2,2 1,1 0,0 0))') WHERE rowid = 0"
edit "UPDATE edited SET geometry = ST_GeomFromText('POLYGON ((0 0,2 0,2 2,0 0))') WHERE rowid = 1"
edit "DELETE FROM edited WHERE rowid = 2"
cat > lines.csv <<'CSV'
name,WKT
闭合,"LINESTRING (510000 3360000,511000 3360000,511000 3361000,510000 3360000)"
没闭合,"LINESTRING (510000 3360000,511000 3360000,511000 3361000)"
都有,"MULTILINESTRING ((510000 3360000,511000 3360000,511000 3361000,510000 3360000),(0 0,1 1,2 3,3 3))"
CSV
ogr2ogr -f "ESRI Shapefile" lines.shp lines.csv -oo GEOM_POSSIBLE_NAMES=WKT -oo KEEP_GEOM_COLUMNS=NO -lco ENCODING=UTF-8 -nlt MULTILINESTRING
ogr2ogr -f "ESRI Shapefile" two.shp.zip gbk.shp -nln 规划范围 -lco ENCODING=UTF-8
ogr2ogr -f "ESRI Shapefile" -append two.shp.zip heights.shp -nln 核心区 -lco ENCODING=UTF-8
mv two.shp.zip two.zip
table() { # FILE LAYER NAME
	ogr2ogr -f CSV -lco SEPARATOR=TAB /vsistdout/ "$1" -dialect SQLITE -sql "SELECT '$1' AS file, \"$3\" AS name, ST_NPoints(geometry) AS points, ST_NumGeometries(geometry) AS parts, printf('%.17g', ST_Area(geometry)) AS area FROM \"$2\"" | tail -n +2
}
{
	for f in gbk heights measures edited; do table $f.shp $f 名称; done
	table /vsizip/two.zip 规划范围 名称
	table /vsizip/two.zip 核心区 名称
} > areas.txt
rm towns.csv lines.csv

# written.zip is made by the package's TestWrite with -update.
table "/vsizip/written.zip" 规划_范围 特色小 > written.txt
ogrinfo -q -al -geom=NO /vsizip/written.zip | grep -v '^$' > written_fields.txt
