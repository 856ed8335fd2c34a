#!/usr/bin/env python3
"""Makes planimeter.txt: polygons and their areas by GeographicLib's Planimeter.

Run in this folder; needs geographiclib-tools. The polygons are seeded. A case is

    polygon NAME a 1/f AREA        area in m2, of the outer ring less the holes
    ring N
    lon lat                        N lines

All areas are computed by Planimeter ring by ring on the decimals printed here.
"""
import math
import random
import subprocess

random.seed(32)
CGCS, WGS = ("6378137", "298.257222101"), ("6378137", "298.257223563")
out = []


def planimeter(ell, ring):
    text = "\n".join(f"{lon} {lat}" for lon, lat in ring) + "\n"
    got = subprocess.run(["Planimeter", "-w", "-p", "12", "-e", ell[0], "1/" + ell[1]],
                         input=text, capture_output=True, text=True, check=True).stdout
    return abs(float(got.split()[2]))


def star(lon, lat, size, n, turn=1, squash=1.0):
    """n vertices round (lon, lat), the area about size m2."""
    r = math.sqrt(size / math.pi) / 6371000 * 180 / math.pi
    ring = []
    for i in range(n):
        a = turn * 2 * math.pi * (i + 0.3 * random.random()) / n
        d = r * random.uniform(0.7, 1.2)
        y = lat + d * math.sin(a) * squash
        x = lon + d * math.cos(a) / squash / math.cos(math.radians(lat))
        ring.append((f"{(x + 180) % 360 - 180:.12f}", f"{y:.12f}"))
    return ring


def case(name, ell, *rings):
    area = planimeter(ell, rings[0]) - sum(planimeter(ell, h) for h in rings[1:])
    out.append(f"polygon {name} {ell[0]} {ell[1]} {area!r}")
    for ring in rings:
        out.append(f"ring {len(ring)}")
        out.extend(f"{x} {y}" for x, y in ring)


for i in range(170):
    ell = CGCS if i % 2 else WGS
    size = 10 ** random.uniform(2, 10)
    lat = random.uniform(-84, 84) if i % 3 else random.uniform(18, 54)
    n = random.choice([3, 4, 5, 8, 12, 20])
    case(f"star{i}", ell, star(random.uniform(-179, 179), lat, size, n, random.choice([1, -1]), random.choice([1, 1, 0.3, 3])))
for i in range(12):  # tiny, of 100 m2 to 1000 m2
    case(f"tiny{i}", CGCS, star(random.uniform(75, 135), random.uniform(-85, 85), 100 * 1.25 ** i, 4 + i % 3))
for i in range(12):  # across 180 degrees
    case(f"antimeridian{i}", WGS, star(179.9999 if i % 2 else -179.9995, random.uniform(-80, 80), 10 ** (3 + 0.6 * i), 7, 1 if i % 3 else -1))
for i in range(10):  # round a pole
    south, n = i % 2, 5 + 3 * i
    ring = [(f"{(360 * k / n + random.uniform(0, 20)) % 360 - 180:.12f}", f"{(90 - random.uniform(0.3, 8)) * (-1 if south else 1):.12f}")
            for k in range(n)]
    case(f"pole{i}", CGCS if i % 3 else WGS, ring[::-1] if i % 4 > 1 else ring)
for i in range(14):  # one to three holes
    lon, lat, size = random.uniform(75, 135), random.uniform(18, 54), 10 ** random.uniform(4, 9)
    d = math.sqrt(size / math.pi) / 6371000 * 180 / math.pi
    outer = star(lon, lat, size, 16, 1 if i % 2 else -1)
    holes = [star(lon + d * 0.25 * math.cos(k * 2), lat + d * 0.25 * math.sin(k * 2), size / 60, 6, random.choice([1, -1]))
             for k in range(1 + i % 3)]
    case(f"holes{i}", CGCS, outer, *holes)
for i in range(16):  # edges of some hundreds of kilometres, the size up to a country's
    case(f"long{i}", CGCS if i % 2 else WGS, star(random.uniform(-170, 170), random.uniform(-60, 60), 10 ** random.uniform(10, 12), 4 + i % 4))
for i, n in enumerate([300, 500, 700, 900]):  # many vertices
    case(f"many{i}", CGCS, star(random.uniform(75, 135), random.uniform(18, 54), 10 ** (5 + i), n))
for i in range(10):  # long and thin: a road of some kilometres and a few metres
    lon, lat, w = random.uniform(75, 135), random.uniform(18, 54), random.uniform(2e-5, 2e-4)
    n, a = 20, random.uniform(0, math.pi)
    axis = [(lon + 0.004 * k * math.cos(a), lat + 0.004 * k * math.sin(a) + 0.0007 * math.sin(k)) for k in range(n)]
    ring = [(x, y + w) for x, y in axis] + [(x + w, y - w) for x, y in reversed(axis)]
    case(f"road{i}", CGCS, [(f"{x:.12f}", f"{y:.12f}") for x, y in ring])

with open("planimeter.txt", "w") as f:
    f.write("\n".join(out) + "\n")
