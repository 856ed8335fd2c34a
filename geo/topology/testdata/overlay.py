#!/usr/bin/python3
"""Makes overlay.golden.gz: areas GEOS finds for 100,000 pairs of shapes.

Run in this directory; needs Debian's python3-shapely (GEOS 3.11.1 when the file
was made). Pair number i is drawn from splitmix64 seeded with i; pairs_test.go
draws the same pairs, bit for bit: nothing but + - * / on doubles is used.

For each pair three numbers, in units of 1e-12 of the larger shape's area, as
varints in zigzag: the area of the intersection I; that of the union less
A + B - I; that of the difference A - B less A - I.
"""
import gzip
import sys

import shapely.geos
from shapely.geometry import MultiPolygon, Polygon

MASK = (1 << 64) - 1


class Draw:
    def __init__(self, seed):
        self.state = seed

    def bits(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def unit(self):
        return (self.bits() >> 11) / (1 << 53)

    def below(self, n):
        return self.bits() % n

    def among(self, *values):
        return values[self.below(len(values))]


def star(d, n, c, size):
    """A ring of n corners in view of the point c; the way round is a diamond's."""
    ring = []
    for k in range(n):
        f = (k + 0.8 * d.unit()) / n * 4
        quarter = int(f)
        t = f - quarter
        x, y = [(1 - t, t), (-t, 1 - t), (t - 1, -t), (t, t - 1)][quarter]
        r = (0.5 + 0.5 * d.unit()) * size
        ring.append((c[0] + x * r, c[1] + y * r))
    return ring


def scaled(ring, c, by):
    return [(c[0] + (x - c[0]) * by, c[1] + (y - c[1]) * by) for x, y in ring]


def middle(p, q):
    return ((p[0] + q[0]) / 2, (p[1] + q[1]) / 2)


def to(ring, p, q):
    """The ring moved so that p comes to q, or nearly."""
    return [q if r == p else (r[0] + (q[0] - p[0]), r[1] + (q[1] - p[1])) for r in ring]


def band(d, c, size, width):
    """A thin quadrilateral."""
    x, y = d.unit() - 0.5, d.unit() - 0.5
    sx, sy = d.unit() * width, d.unit() * width
    p = (c[0] - size, c[1] + x * size)
    q = (c[0] + size, c[1] + y * size)
    return [p, (p[0], p[1] - (sx + width) * size), (q[0], q[1] - (sy + width) * size), q]


def stairs(d, c, size, dx, dy):
    """Columns of whole heights on a line."""
    ring = [(0, 0)]
    n = 2 + d.below(5)
    ring.append((n, 0))
    for k in range(n, 0, -1):
        h = 1 + d.below(4)
        for p in ((k, h), (k - 1, h)):
            if p != ring[-1]:
                ring.append(p)
    return [(c[0] + (x + dx) * size, c[1] + (y + dy) * size) for x, y in ring]


def spot(d):
    """Where the pair lies and how large it is."""
    c = d.among((0.0, 0.0), (119.3, 30.2), (-70.25, -20.5), (0.1, 0.1))
    if c == (0.0, 0.0):
        return c, d.among(1e-9, 1e-7, 1e-4, 0.01, 1.0, 5.0)
    return c, d.among(1e-4, 1e-3, 0.01, 0.3)


def pair(i):
    """Two shapes, each a list of parts, each a list of rings."""
    d = Draw(i)
    manner = d.below(10)
    c, size = spot(d)
    a = star(d, 5 + d.below(20), c, size)
    n = len(a)
    k = d.below(n)
    p, q = a[k], a[(k + 1) % n]
    one, other = [[a]], None
    if manner == 0:  # anything
        o = (c[0] + (d.unit() - 0.5) * size, c[1] + (d.unit() - 0.5) * size)
        other = [[star(d, 5 + d.below(20), o, size)]]
    elif manner == 1:  # with holes
        o = (c[0] + (d.unit() - 0.5) * 0.4 * size, c[1] + (d.unit() - 0.5) * 0.4 * size)
        b = star(d, 5 + d.below(20), o, size)
        one = [[a, star(d, 5 + d.below(6), c, size * 0.1)]]
        other = [[b, star(d, 5 + d.below(6), o, size * 0.1)]]
    elif manner == 2:  # edges in common, beside or inside
        count = 2 + d.below(n - 2)
        along = [a[(k + j) % n] for j in range(count)]
        other = [[along + scaled(along, c, d.among(1.7, 0.5, 1.0009765625))[::-1]]]
    elif manner == 3:  # a corner on a corner or on an edge
        b = star(d, 5 + d.below(9), c, size)
        at = d.among(p, middle(p, q))
        other = [[to(b, b[d.below(len(b))], at)]]
    elif manner == 4:  # nearly the same lines
        shift = size * d.among(1e-15, 1e-13, 1e-12, 1e-10, 1e-8)
        other = [[[(x + (d.unit() - 0.5) * shift, y + (d.unit() - 0.5) * shift) for x, y in a]]]
    elif manner == 5:  # slivers, as thin as 1e-9 of their area is told by doubles
        w = d.among(1e-2, 1e-4, 1e-6)
        one = [[band(d, (0.0, 0.0), size, w)]]
        other = [[band(d, (0.0, 0.0), size, w)]]
    elif manner == 6:  # tiny, on a corner or on an edge
        at = d.among(p, middle(p, q))
        other = [[star(d, 5 + d.below(5), at, size * d.among(1e-3, 1e-5, 1e-7))]]
    elif manner == 7:  # the same, begun elsewhere, run back, with more corners
        b = a[k:] + a[:k]
        if d.below(2):
            b = b[::-1]
        if d.below(2):
            b = [r for j in range(n) for r in (b[j], middle(b[j], b[(j + 1) % n]))]
        other = [[b]]
    elif manner == 8:  # one in the other, or in its hole
        inner = scaled(a, c, 0.25)
        one = d.among([[a]], [[a, inner]])
        other = d.among([[inner]], [[scaled(a, c, 0.5)]], [[a, scaled(a, c, 0.5)]])
    else:  # whole steps, several parts
        one = [[stairs(d, c, size, 0, 0)], [stairs(d, c, size, 8, d.below(3))]]
        x, y = d.below(5), d.below(5) - 2
        other = [[stairs(d, c, size, x, y)], [stairs(d, c, size, x + 8, y)]]
    return one, other


def whole(x):
    """A coordinate in units of 2**-200, exactly."""
    top, bottom = x.as_integer_ratio()
    return top * ((1 << 200) // bottom)


def twice(ring):
    points = [(whole(x), whole(y)) for x, y in ring]
    return abs(sum(p[0] * q[1] - q[0] * p[1] for p, q in zip(points, points[1:] + points[:1])))


def area(parts):
    """Exact but for one rounding at the end."""
    return sum(twice(rings[0]) - sum(map(twice, rings[1:])) for rings in parts) / (1 << 401)


def polygons(geom):
    if geom.geom_type == "Polygon":
        return [] if geom.is_empty else [geom]
    return [p for g in getattr(geom, "geoms", []) for p in polygons(g)]


def area_of(geom):
    return area([[list(r.coords)[:-1] for r in [p.exterior, *p.interiors]] for p in polygons(geom)])


def varint(x):
    x = x * 2 if x >= 0 else -x * 2 - 1
    out = bytearray()
    while x >= 0x80:
        out.append(x & 0x7F | 0x80)
        x >>= 7
    out.append(x)
    return bytes(out)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    print("GEOS", shapely.geos.geos_version_string)
    with gzip.GzipFile("overlay.golden.gz", "wb", 9, mtime=0) as out:
        invalid = 0
        for i in range(count):
            one, other = pair(i)
            a, b = (MultiPolygon([Polygon(r[0], r[1:]) for r in parts]) for parts in (one, other))
            if not (a.is_valid and b.is_valid):
                invalid += 1
            area_a, area_b = area(one), area(other)
            unit = max(area_a, area_b) * 1e-12
            both = area_of(a.intersection(b))
            out.write(varint(round(both / unit)))
            out.write(varint(round((area_of(a.union(b)) - (area_a + area_b - both)) / unit)))
            out.write(varint(round((area_of(a.difference(b)) - (area_a - both)) / unit)))
        print(invalid, "pairs are not valid")


if __name__ == "__main__":
    main()
