#!/bin/sh
# Makes cs2cs.txt: Gauss–Krüger positions by PROJ's cs2cs (its exact transverse
# Mercator, Poder/Engsager). A line is: a 1/f meridian lon lat easting northing.
# Run in this folder; needs proj-bin and python3.
set -e
python3 - > points.tmp <<'PY'
import random
random.seed(20080901)
ellipsoids = [("6378137", "298.257222101"), ("6378137", "298.257223563"), ("6378140", "298.257"), ("6378245", "298.3")]
for i in range(1200):
    a, rf = ellipsoids[i % 4]
    lon0 = random.choice([75, 99, 105, 114, 117, 120, 123, 135, 0, -60])
    if i < 60:
        lat = [0, 90, -90, 89.999, -89.999, 45, -45, 1e-7, 30, 60][i % 10]
        d = [0, 6, -6, 1.5, 3, -1e-7][i // 10]
    else:
        lat = random.uniform(-89, 89) if i % 3 else random.uniform(18, 54)
        d = random.uniform(-6, 6) if i % 2 else random.uniform(-1.5, 1.5)
    print(a, rf, lon0, f"{lon0 + d:.12f}", f"{lat:.12f}")
PY
cut -d' ' -f1-3 points.tmp | sort -u | while read -r a rf lon0; do
	grep "^$a $rf $lon0 " points.tmp > group.tmp
	cut -d' ' -f4,5 group.tmp |
		cs2cs -f %.9f +proj=longlat +a="$a" +rf="$rf" +no_defs \
			+to +proj=tmerc +lat_0=0 +lon_0="$lon0" +k=1 +x_0=500000 +y_0=0 +a="$a" +rf="$rf" +units=m +no_defs |
		awk '{print $1, $2}' | paste -d' ' group.tmp -
done > cs2cs.txt
rm points.tmp group.tmp
