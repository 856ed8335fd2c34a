#!/usr/bin/env python3
"""Makes survey.txt: statutory areas (图斑椭球面积) computed step by step.

Run in this folder; needs proj-bin and python3-mpmath. Independent of the program:
both projections are PROJ's cs2cs, the roundings are decimal arithmetic on the
digits it prints, and the trapezoids are the notice's own formula with its ten
sines and cosines and the prime meridian, in 40-digit arithmetic. Written as
planimeter.txt, with the central meridian after the area:

    polygon NAME a 1/f AREA MERIDIAN

AREA is not yet rounded to 0.01 m2.
"""
import math
import random
import subprocess
from decimal import Decimal, ROUND_HALF_UP
from mpmath import mp, mpf, sin, cos, pi, fabs, sqrt

mp.dps = 40
random.seed(2008)
A, RF = "6378137", "298.257222101"


def cs2cs(inverse, meridian, pairs, fmt):
    longlat = ["+proj=longlat", f"+a={A}", f"+rf={RF}", "+no_defs"]
    plane = ["+proj=tmerc", f"+lon_0={meridian}", "+k=1", "+x_0=500000", f"+a={A}", f"+rf={RF}", "+units=m", "+no_defs"]
    src, dst = (plane, longlat) if inverse else (longlat, plane)
    got = subprocess.run(["cs2cs", "-f", fmt, *src, "+to", *dst], input="\n".join(f"{x} {y}" for x, y in pairs) + "\n",
                         capture_output=True, text=True, check=True).stdout
    return [line.split()[:2] for line in got.splitlines()]


def coefficients():
    b = mpf(A) * (1 - 1 / mpf(RF))
    e2 = (mpf(A)**2 - b**2) / mpf(A)**2
    e4, e6, e8 = e2**2, e2**3, e2**4
    return b, [1 + mpf(3) / 6 * e2 + mpf(30) / 80 * e4 + mpf(35) / 112 * e6 + mpf(630) / 2304 * e8,
               mpf(1) / 6 * e2 + mpf(15) / 80 * e4 + mpf(21) / 112 * e6 + mpf(420) / 2304 * e8,
               mpf(3) / 80 * e4 + mpf(7) / 112 * e6 + mpf(180) / 2304 * e8,
               mpf(1) / 112 * e6 + mpf(45) / 2304 * e8,
               mpf(5) / 2304 * e8]


B_AXIS, COEFFICIENTS = coefficients()


def trapezoid(b1, b2, dl):
    h, m = (b2 - b1) / 2, (b1 + b2) / 2
    total = mpf(0)
    for i, c in enumerate(COEFFICIENTS):
        k = 2 * i + 1
        total += (-1)**i * c * sin(k * h) * cos(k * m)
    return 2 * B_AXIS**2 * dl * total


def ring_area(ring, meridian):
    plane = [(mpf(x), mpf(y)) for x, y in cs2cs(False, meridian, ring, "%.10f")]
    points = []
    for (x1, y1), (x2, y2) in zip(plane, plane[1:] + plane[:1]):
        length = sqrt((x2 - x1)**2 + (y2 - y1)**2)
        m = int(length / 70) + 1 if length > 70 else 1
        points += [(x1 + (x2 - x1) * k / m, y1 + (y2 - y1) * k / m) for k in range(m)]
    grid = [tuple(str(Decimal(mp.nstr(v, 25)).quantize(Decimal("0.0001"), ROUND_HALF_UP)) for v in p) for p in points]
    angles = []
    for lon, lat in cs2cs(True, meridian, grid, "%.13f"):
        seconds = [(Decimal(v) * 3600).quantize(Decimal("0.000001"), ROUND_HALF_UP) for v in (lon, lat)]
        angles.append(tuple(mpf(str(s)) / 3600 * pi / 180 for s in seconds))
    total = mpf(0)
    for (l1, b1), (l2, b2) in zip(angles, angles[1:] + angles[:1]):
        total += trapezoid(b1, b2, (l1 + l2) / 2)
    return fabs(total)


def star(lon, lat, radius, n, turn=1):
    ring, d = [], radius / 6371000 * 180 / math.pi
    for i in range(n):
        a, r = turn * 2 * math.pi * (i + 0.3 * random.random()) / n, d * random.uniform(0.92, 1.05)
        ring.append((f"{lon + r * math.cos(a) / math.cos(math.radians(lat)):.12f}", f"{lat + r * math.sin(a):.12f}"))
    return ring


out = []


def case(name, meridian, *rings):
    area = ring_area(rings[0], meridian) - sum(ring_area(h, meridian) for h in rings[1:])
    out.append(f"polygon {name} {A} {RF} {mp.nstr(area, 18)} {meridian}")
    for ring in rings:
        out.append(f"ring {len(ring)}")
        out.extend(f"{x} {y}" for x, y in ring)


def zone(lon):
    return 3 * math.floor(lon / 3 + 0.5)


for i in range(12):  # towns of 3 to 5 km2, edges of about 36 m
    lon, lat = random.uniform(80, 130), random.uniform(18, 50)
    case(f"town{i}", zone(lon), star(lon, lat, random.uniform(980, 1260), 200, random.choice([1, -1])))
for i in range(10):  # few corners, edges of 100 m to some kilometres
    lon, lat = random.uniform(80, 130), random.uniform(18, 50)
    case(f"block{i}", zone(lon), star(lon, lat, 10 ** random.uniform(2, 4), random.choice([3, 4, 6, 12])))
for i in range(6):  # plots of 100 m2 and a little more
    lon, lat = random.uniform(80, 130), random.uniform(18, 50)
    case(f"plot{i}", zone(lon), star(lon, lat, 6 + 5 * i, 4))
for i in range(4):  # holes
    lon, lat = random.uniform(80, 130), random.uniform(18, 50)
    case(f"holes{i}", zone(lon), star(lon, lat, 1100, 40), star(lon + 0.003, lat, 150, 8, -1), star(lon - 0.003, lat, 60, 5))
for i, (lon, lat) in enumerate([(118.4999, 30), (106.51, 25), (121.5, 53), (-70.3, -33.5), (0.1, -0.01), (10, 70)]):
    case(f"edge{i}", zone(lon) - (3 if i == 2 else 0), star(lon, lat, 800, 24))

with open("survey.txt", "w") as f:
    f.write("\n".join(out) + "\n")
