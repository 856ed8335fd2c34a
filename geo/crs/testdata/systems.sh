#!/bin/sh
# Makes systems.txt: points in the systems of the EPSG registry by gdaltransform
# (GDAL 3.6.2, PROJ 9.1.1), easting first. A line is: code lon lat easting northing;
# degrees are on the system's own datum. Run in this folder; needs gdal-bin.
set -e
transform() { # code, base code, meridian
	for off in "-1.4 18.3" "0 30.25" "1.45 53.2"; do
		echo "$off" | awk -v m="$3" '{printf "%.9f %.9f\n", m + $1, $2}'
	done > points.tmp
	gdaltransform -s_srs "EPSG:$2" -t_srs "EPSG:$1" -output_xy < points.tmp | paste -d' ' points.tmp - | sed "s/^/$1 /"
}
for run in 4490:4513:21:75:3 4490:4534:21:75:3 4490:4491:11:75:6 4490:4502:11:75:6 \
	4610:2349:21:75:3 4610:2370:21:75:3 4610:2327:11:75:6 4610:2338:11:75:6 \
	4214:2401:21:75:3 4214:2422:21:75:3 4214:21413:11:75:6 4214:21453:11:75:6 \
	4326:32643:11:75:6 4326:32701:2:-177:6 4326:32601:1:-177:6 4326:32760:1:177:6; do
	IFS=: read -r base first count meridian step <<-RUN
		$run
	RUN
	for i in $(seq 0 5 $((count - 1))) $((count - 1)); do
		transform $((first + i)) "$base" $((meridian + step * i))
	done
done | sort -u > systems.txt
rm points.tmp
