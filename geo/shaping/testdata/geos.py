#!/usr/bin/python3
"""Makes geos.txt: what GEOS makes of some drawings on squared paper.

Lines of operation, name, argument, drawing and answer, between tabs; WKT in
metres. GEOS 3.11.1 through Shapely 1.8.5: buffer with mitred corners (limit 5),
union, difference, and for a split polygonize of the united lines, those of its
faces that lie in the drawing. Run in this directory; needs Debian's
python3-shapely.
"""
import math
import random

from shapely import geos, ops, wkt
from shapely.geometry import MultiPolygon

print("GEOS", geos.geos_version_string)
random.seed(7)


def star(n, least, most):
    pts = []
    for i in range(n):
        r = random.uniform(least, most)
        pts.append(f"{r * math.cos(2 * math.pi * i / n):.3f} {r * math.sin(2 * math.pi * i / n):.3f}")
    return "(" + ", ".join(pts + pts[:1]) + ")"


SQUARE = "(0 0, 1000 0, 1000 1000, 0 1000, 0 0)"
SHAPES = {
    "square": f"MULTIPOLYGON(({SQUARE}))",
    "ring": f"MULTIPOLYGON(({SQUARE}, (300 300, 700 300, 700 700, 300 700, 300 300)))",
    "two": f"MULTIPOLYGON(({SQUARE}), ((1040 0, 1500 100, 1040 900, 1040 0)))",
    "ell": "MULTIPOLYGON(((0 0, 900 0, 900 200, 200 200, 200 700, 0 700, 0 0)))",
    "neck": "MULTIPOLYGON(((0 0, 400 0, 400 180, 600 180, 600 0, 1000 0, 1000 400, 600 400, 600 220, 400 220, 400 400, 0 400, 0 0)))",
    "spike": "MULTIPOLYGON(((0 0, 800 0, 800 300, 400 300, 380 900, 360 300, 0 300, 0 0)))",
    "touching": "MULTIPOLYGON(((0 0, 1000 0, 1000 1000, 0 1000, 0 500, 0 0), (0 500, 400 300, 400 700, 0 500)))",
}
for k in range(6):
    SHAPES[f"star{k}"] = f"MULTIPOLYGON(({star(9 + 4 * k, 500, 1000)}))"

LINES = {
    "straight": "LINESTRING(-2000 333, 2000 377)",
    "border to border": "LINESTRING(0 500, 1000 500)",
    "corner to corner": "LINESTRING(0 0, 1000 1000)",
    "bent": "LINESTRING(500 -1500, 500 350, 150 520, 500 1500)",
    "there and back": "LINESTRING(-1500 100, 720 130, 720 160, -1500 190)",
    "along the border": "LINESTRING(-100 0, 200 0, 200 1500)",
    "through twice": "LINESTRING(-1500 50, 1500 90, 1500 350, -1500 320)",
    "across itself": "LINESTRING(-1500 60, 700 80, 700 170, 300 170, 300 -1500)",
}

with open("geos.txt", "w") as out:
    def put(op, name, arg, text, answer):
        if answer.is_empty:
            answer = MultiPolygon()
        out.write("\t".join([op, name, arg, text, wkt.dumps(answer, rounding_precision=9, trim=True)]) + "\n")

    for name, text in SHAPES.items():
        land = wkt.loads(text)
        for d in (15, 45, 200, -15, -45, -150):
            put("offset", name, str(d), text, land.buffer(d, join_style=2, mitre_limit=5))
        for line_name, line in LINES.items():
            faces = ops.polygonize(land.boundary.union(wkt.loads(line)))
            pieces = [f for f in faces if land.contains(f.representative_point())]
            put("split", f"{name}, {line_name}", line, text, MultiPolygon(pieces))
        for other in ("square", "star1", "ell"):
            if other != name:
                o = wkt.loads(SHAPES[other])
                put("merge", f"{name}, {other}", SHAPES[other], text, land.union(o))
                put("cut", f"{name}, {other}", SHAPES[other], text, land.difference(o))
