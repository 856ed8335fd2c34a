#!/bin/sh
# Makes wkt.txt: the systems of this package as GDAL's gdalsrsinfo describes them
# (GDAL 3.6.2, PROJ 9.1.1). A line is: EPSG code, dialect, WKT, with tabs between.
# Run in this folder; needs gdal-bin.
set -e
esri="4490 4326 4610 4214 3857"
for first in 4513:21 4534:21 4491:11 4502:11 2349:21 2370:21 2327:11 2338:11 2401:21 2422:21 21413:11 21453:11 32643:11 32701:2; do
	esri="$esri $(seq -s' ' "${first%:*}" $((${first%:*} + ${first#*:} - 1)))"
done
for code in $esri; do
	printf '%s\tesri\t%s\n' "$code" "$(gdalsrsinfo -o wkt_esri --single-line "EPSG:$code")"
done > wkt.txt
for code in 4490 4326 4610 4214 3857 4528 4549 4498 4509 2364 2385 2334 2345 2416 2437 21420 21460 32650 32701; do
	for dialect in wkt1 wkt2_2015 wkt2_2018; do
		printf '%s\t%s\t%s\n' "$code" "$dialect" "$(gdalsrsinfo -o $dialect --single-line "EPSG:$code")"
	done
done >> wkt.txt
