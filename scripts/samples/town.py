#!/usr/bin/env python3
"""Draws the boundaries of the made-up sample town, the same ones every time.

    scripts/samples/town.py [FOLDER]        default: assets/sample/town

Writes extent.geojson and core.geojson. Nothing in them shows a real place: the
outlines are drawn here, in metres round a point, and put on the ellipsoid.
The drawing is scaled until the areas are the ones wanted; if shapely is there,
GEOS says whether the outlines are valid and how far apart they lie.
"""
import math
import pathlib
import random
import sys

from shared import SAMPLE, planimeter, write

LON, LAT = 120.118, 30.312          # where the drawing's (0, 0) is put
A, F = 6378137.0, 1 / 298.257222101  # CGCS2000
EXTENT_M2, CORE_M2 = 3_603_217.4, 1_000_163.8
NOTE = "虚构示例，不对应任何真实乡镇或项目"
rng = random.Random(2026)


# Drawing: every function gives the points of one side, in metres, without its
# last point, which the next side begins with.

def line(*corners):
    return list(corners)


def aside(start, end, along, off):
    """The point a length along the line from start to end and off to its right."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    return (start[0] + (along * dx + off * dy) / length, start[1] + (along * dy - off * dx) / length)


def winding(start, end, sway, bends, n):
    """A stream or the foot of a hill: half waves of seeded length and depth to
    either side, n points, none of them on the drawn line quite."""
    lengths = [rng.uniform(0.6, 1.5) for _ in range(bends)]
    depths = [rng.uniform(0.4, 1.0) * sway * (-1) ** i for i in range(bends)]
    total, pts = math.dist(start, end), [start]
    for i in range(1, n):
        t, bend = i / n * sum(lengths), 0
        while t > lengths[bend]:
            t, bend = t - lengths[bend], bend + 1
        off = depths[bend] * math.sin(math.pi * t / lengths[bend]) + rng.uniform(-3, 3)
        pts.append(aside(start, end, total * i / n + rng.uniform(-6, 6), off))
    return pts


def border(start, end, step, kink):
    """A village border: it runs along field edges and turns off by whole parcels."""
    total, pts = math.dist(start, end), [start]
    at, off = step * 0.6, 0
    while at < total - step * 0.5:
        turn = step * rng.uniform(0.02, 0.15)
        pts.append(aside(start, end, at, off + rng.uniform(-6, 6)))
        off = rng.choice([-1, 1]) * kink * rng.uniform(0.3, 1) if abs(off) < kink / 2 else off * rng.uniform(-0.5, 0.2)
        pts.append(aside(start, end, at + turn, off))
        at += step * rng.uniform(0.5, 1.4)
    return pts


def beside(road, off):
    """The line off to the right of a road, all along it."""
    pts = [aside(road[0], road[1], 0, off)]
    for before, at, after in zip(road, road[1:], road[2:]):
        a = math.atan2(at[1] - before[1], at[0] - before[0])
        turn = math.atan2(after[1] - at[1], after[0] - at[0]) - a
        mitre, side = off / math.cos(turn / 2), a + turn / 2 - math.pi / 2
        pts.append((at[0] + mitre * math.cos(side), at[1] + mitre * math.sin(side)))
    return pts + [aside(road[-2], road[-1], math.dist(road[-2], road[-1]), off)]


def rounded(ring, radii, n=5):
    """Corners, by number, rounded by an arc of the radius given, n+1 points each."""
    out = []
    for i, (x, y) in enumerate(ring):
        if i not in radii:
            out.append((x, y))
            continue
        (px, py), (qx, qy) = ring[i - 1], ring[(i + 1) % len(ring)]
        a, b = math.atan2(py - y, px - x), math.atan2(qy - y, qx - x)
        half = (b - a + math.pi) % (2 * math.pi) - math.pi
        half /= 2
        reach = radii[i] / abs(math.tan(half))  # from the corner to where the arc begins
        centre = radii[i] / abs(math.sin(half))
        cx, cy = x + centre * math.cos(a + half), y + centre * math.sin(a + half)
        begin = math.atan2(y + reach * math.sin(a) - cy, x + reach * math.cos(a) - cx)
        end = math.atan2(y + reach * math.sin(b) - cy, x + reach * math.cos(b) - cx)
        turn = (end - begin + math.pi) % (2 * math.pi) - math.pi
        out += [(cx + radii[i] * math.cos(begin + turn * k / n),
                 cy + radii[i] * math.sin(begin + turn * k / n)) for k in range(n + 1)]
    return out


def extent():
    """South: a main road; east: the stream; north: village borders; west: the
    foot of the hills, and a side road back to the main road."""
    road = line((-830, -1020), (-240, -985), (330, -955), (890, -870))
    stream = winding((960, -600), (690, 1010), 70, 6, 40)
    village = border((720, 1075), (-560, 1190), 170, 75)
    hills = winding((-660, 1120), (-930, -150), 48, 5, 22)
    side = line((-950, -210), (-900, -560))
    south_west, south_east = 0, 3
    return rounded(road + stream + village + hills + side, {south_west: 80, south_east: 110})


def core():
    """Two parts on either side of a town road 32 m wide: the works, and the parlour with the museum."""
    road = line((300, -835), (340, -580), (425, -330), (395, -80), (200, 70), (-60, 118))
    works = beside(road, -16) + line((-330, 95), (-560, 20), (-765, -60), (-760, -330), (-735, -560), (-690, -860), (-240, -845))
    parlour = beside(road[4:1:-1], -16) + line((560, -345), (640, -190), (672, 20), (615, 240), (560, 455), (430, 520), (250, 545), (90, 430))
    return [rounded(works, {0: 40, 3: 60, 8: 60, 11: 90}, 4), rounded(parlour, {0: 30, 7: 90}, 4)]


# On the ellipsoid.

def place(ring, scale):
    """Metres to degrees by the radii of curvature at LAT, closed, to 8 decimals (about 1 mm)."""
    e2, s = F * (2 - F), math.sin(math.radians(LAT))
    w = math.sqrt(1 - e2 * s * s)
    north, east = A * (1 - e2) / w**3, A / w * math.cos(math.radians(LAT))
    pts = [[round(LON + math.degrees(x * scale / east), 8), round(LAT + math.degrees(y * scale / north), 8)]
           for x, y in ring]
    return pts + pts[:1]


def fitted(rings, want):
    """The rings placed at the scale at which their areas add up to want."""
    scale = 1.0
    for _ in range(4):
        placed = [place(r, scale) for r in rings]
        scale *= math.sqrt(want / sum(planimeter(r) for r in placed))
    return placed


def check(extent_rings, core_rings):
    for name, rings in ("extent", extent_rings), ("core", core_rings):
        areas = [planimeter(r) for r in rings]
        assert min(areas) > 0, f"{name}: a ring runs clockwise"
        print(f"{name}: {sum(areas):.3f} m2, {sum(len(r) - 1 for r in rings)} vertices")
    try:
        from shapely.geometry import MultiPolygon, Polygon
    except ImportError:
        print("shapely is not there: validity not checked")
        return
    metres = lambda r: [((x - LON) * 96_160, (y - LAT) * 110_860) for x, y in r]  # a rough plane, for distances
    outer = Polygon(metres(extent_rings[0]))
    inner = MultiPolygon([Polygon(metres(r)) for r in core_rings])
    assert outer.is_valid and inner.is_valid and outer.contains(inner)
    print(f"core to extent {outer.exterior.distance(inner):.1f} m, "
          f"between the core's parts {inner.geoms[0].distance(inner.geoms[1]):.1f} m")


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE / "town"
    extent_rings, core_rings = fitted([extent()], EXTENT_M2), fitted(core(), CORE_M2)
    for name, what, rings in ("extent", "规划范围", extent_rings), ("core", "核心区", core_rings):
        write(folder / f"{name}.geojson", {"name": f"龙溪茶镇（示例）{what}", "note": NOTE}, [[r] for r in rings])
    check(extent_rings, core_rings)


if __name__ == "__main__":
    main()
