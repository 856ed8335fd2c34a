#!/usr/bin/env python3
"""Writes town.txt: the boundary points of the sample town, projected by PROJ's
cs2cs (EPSG:4549: CGCS2000, 3° zone of 120°E) and numbered, measured and ordered
here. Run in this folder; needs proj-bin. A line is:

    number longitude latitude northing easting length bearing
"""
import json
import math
import subprocess

ring = json.load(open("../../../assets/sample/town/extent.geojson"))["features"][0]["geometry"]["coordinates"]
while not isinstance(ring[0][0], float):
    ring = ring[0]
ring = ring[:-1]
out = subprocess.run(
    ["cs2cs", "-f", "%.9f", "+proj=longlat", "+ellps=GRS80", "+no_defs", "+to",
     "+proj=tmerc", "+lat_0=0", "+lon_0=120", "+k=1", "+x_0=500000", "+y_0=0", "+a=6378137", "+rf=298.257222101", "+units=m", "+no_defs"],
    input="".join(f"{p[0]!r} {p[1]!r}\n" for p in ring), text=True, capture_output=True, check=True).stdout
pts = [(*p, *map(float, line.split()[:2])) for p, line in zip(ring, out.splitlines(), strict=True)]

# The stored outline runs anticlockwise, as RFC 7946 asks.
pts.reverse()
first = max(range(len(pts)), key=lambda i: pts[i][3] - pts[i][2])
pts = pts[first:] + pts[:first]
with open("town.txt", "w") as f:
    for n, (a, b) in enumerate(zip(pts, pts[1:] + pts[:1]), 1):
        de, dn = b[2] - a[2], b[3] - a[3]
        bearing = math.degrees(math.atan2(de, dn)) % 360
        print(n, repr(a[0]), repr(a[1]), f"{a[3]:.6f}", f"{a[2]:.6f}", f"{math.hypot(de, dn):.6f}", f"{bearing:.8f}", file=f)
