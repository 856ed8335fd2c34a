#!/bin/sh
# Makes mercator.txt: Mercator positions and scale factors on the CGCS2000
# ellipsoid by PROJ. A line is: lon lat x y factor, the factor being metres of
# the plane a metre on the ground. Run in this folder; needs proj-bin, python3.
set -e
python3 - > points.tmp <<'PY'
import random
random.seed(3395)
for lon, lat in [(0, 0), (120.1, 30.3), (-120.1, -30.3), (180, 89), (-180, -89), (75, 18), (135, 54)]:
    print(lon, lat)
for _ in range(60):
    print(f"{random.uniform(-180, 180):.9f} {random.uniform(-85, 85):.9f}")
PY
proj -S -f %.9f +proj=merc +a=6378137 +rf=298.257222101 points.tmp |
	sed 's/[<>]/ /g' | awk '{print $1, $2, $3}' | paste -d' ' points.tmp - > mercator.txt
rm points.tmp
