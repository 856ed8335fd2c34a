#!/bin/sh
# Makes shift.txt: changes of datum by PROJ's cs2cs (9.1.1) with +towgs84, whose
# rotations turn the position. A line is: a 1/f dx dy dz rx ry rz ppm lon lat lon lat,
# the last two on CGCS2000. The parameters are made up, of the size of real ones.
# Run in this folder; needs proj-bin.
set -e
: > shift.txt
while read -r a rf p; do
	for at in "119.5 30.2" "73.6 39.5" "134.9 48.2" "109.5 18.2" "121.4 53.5" "100 4"; do
		echo "$a $rf $p $at $(echo "$at" | cs2cs -f %.12f \
			+proj=longlat +a="$a" +rf="$rf" +towgs84="$(echo "$p" | tr ' ' ,)" +no_defs \
			+to +proj=longlat +a=6378137 +rf=298.257222101 +towgs84=0,0,0 +no_defs | awk '{print $1, $2}')" >> shift.txt
	done
done <<'END'
6378140 298.257 0 0 0 0 0 0 0
6378140 298.257 -85.3 110.7 59.2 0 0 0 0
6378140 298.257 234.6 -12.8 -83.4 1.15 -2.31 3.07 -4.6
6378245 298.3 12.5 -131.4 -57.8 0 0 0 0
6378245 298.3 -35.1 -162.9 4.4 -0.62 1.94 -0.85 7.9
END
