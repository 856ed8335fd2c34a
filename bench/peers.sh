#!/bin/sh
# Measures zhenjie beside GDAL, mapshaper, Turf.js and GeographicLib on the same
# seeded files and prints the ratios. Debian's packages and npm supply the peers.
set -eu
cd "$(dirname "$0")/.."
data=build/bench
node=$data/node

need() { # COMMAND PACKAGE
	command -v "$1" >/dev/null 2>&1 || {
		sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
		$sudo apt-get update -qq && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2"
	}
}
need ogrinfo gdal-bin
need Planimeter geographiclib-tools
need node nodejs
need npm npm

make -s build-cli
[ -f "$data/outline.txt" ] || go run ./bench/towns "$data"
[ -f "$data/towns.shp" ] || ogr2ogr -f "ESRI Shapefile" -lco ENCODING=UTF-8 "$data/towns.shp" "$data/towns.geojson"
[ -f "$data/towns.dxf" ] || ogr2ogr -f DXF -sql "SELECT 'towns' AS Layer FROM towns" "$data/towns.dxf" "$data/towns.geojson"
[ -f "$data/towns.kml" ] || ogr2ogr -f KML "$data/towns.kml" "$data/towns.geojson"
[ -f "$data/towns.gpkg" ] || ogr2ogr -f GPKG "$data/towns.gpkg" "$data/towns.geojson"
mkdir -p "$node"
cp bench/peers/turf.js "$node/"
[ -d "$node/node_modules/@turf" ] || npm install --silent --no-audit --no-fund --prefix "$node" mapshaper@0.7.70 @turf/area@7.4.0
go run ./bench/peers -zhenjie build/zhenjie-cli -data "$data" -node "$node"
