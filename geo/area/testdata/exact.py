#!/usr/bin/env python3
"""Makes edges.txt and exact.txt: geodesic areas in 50-digit arithmetic.

Run in this folder; needs python3-mpmath. Independent of the program: the inverse
problem is solved on the auxiliary sphere (Karney 2013, section 2) by Newton's
method, and the area is the integral of y dlambda along the geodesic by
Gauss-Legendre quadrature, y being the closed form with the inverse hyperbolic
tangent. Planimeter, in double precision, has errors of some 1e-5 m2 for small
polygons; these numbers have none.

edges.txt, a line an edge:    a 1/f lon1 lat1 lon2 lat2 BULGE
    BULGE = S12 - dlambda (y1 + y2)/2, m2
exact.txt: polygons as in planimeter.txt.
"""
import math
import random
from mpmath import mp, mpf, sin, cos, tan, atan, atan2, atanh, sqrt, asin, quad, findroot, pi, fabs, nstr

mp.dps = 50
random.seed(1055)
CGCS, WGS = ("6378137", "298.257222101"), ("6378137", "298.257223563")


class Ellipsoid:
    def __init__(self, name):
        self.a, self.f = mpf(name[0]), 1 / mpf(name[1])
        self.b = self.a * (1 - self.f)
        self.e2 = self.f * (2 - self.f)
        self.e = sqrt(self.e2)

    def y(self, phi):
        s = sin(phi)
        return self.b**2 / 2 * (s / (1 - self.e2 * s * s) + atanh(self.e * s) / self.e)

    def s12(self, lat1, lat2, dlam):
        """Area between the geodesic and the equator; latitudes and dlam in radians."""
        if dlam == 0:
            return mpf(0)
        b1, b2 = (atan((1 - self.f) * tan(p)) for p in (lat1, lat2))

        def sin_beta(alpha, sigma):
            return sin(b1) * cos(sigma) + cos(b1) * cos(alpha) * sin(sigma)

        def dlambda(alpha, sigma):
            cb2 = 1 - sin_beta(alpha, sigma)**2
            return sqrt(1 - self.e2 * cb2) * sin(alpha) * cos(b1) / cb2

        def miss(alpha, sigma):
            return [sin_beta(alpha, sigma) - sin(b2),
                    quad(lambda x: dlambda(alpha, x), [0, sigma]) - dlam]

        x, y = sin(dlam) * cos(b2), cos(b1) * sin(b2) - sin(b1) * cos(b2) * cos(dlam)
        sigma = atan2(sqrt(x * x + y * y), sin(b1) * sin(b2) + cos(b1) * cos(b2) * cos(dlam))
        alpha, sigma = findroot(miss, (atan2(x, y), sigma), tol=mpf(10)**-80, maxsteps=30)

        def integrand(x):
            phi = atan(tan(asin(sin_beta(alpha, x))) / (1 - self.f))
            return self.y(phi) * dlambda(alpha, x)
        return quad(integrand, [0, sigma])


def number(text):
    """The double that a reader makes of a decimal, exactly."""
    return mpf(float(text))


def radians(d):
    return d * pi / 180


def edges():
    lines = []
    for i in range(240):
        name = CGCS if i % 2 else WGS
        ell = Ellipsoid(name)
        length = 10 ** random.uniform(1, 4.8)  # 10 m to 60 km
        lat = [random.uniform(-85, 85), random.uniform(18, 54), random.choice([0, 1e-3, 85, -85, 45])][i % 3]
        az = random.uniform(0, 2 * math.pi) if i % 5 else random.choice([0.001, math.pi / 2, 3.1])
        lon = random.uniform(70, 140)
        d = math.degrees(length / 6.37e6)
        p = [f"{v:.12f}" for v in (lon, lat, lon + d * math.sin(az) / math.cos(math.radians(lat)), lat + d * math.cos(az))]
        phi1, phi2 = radians(number(p[1])), radians(number(p[3]))
        dlam = radians(number(p[2]) - number(p[0]))
        bulge = ell.s12(phi1, phi2, dlam) - dlam * (ell.y(phi1) + ell.y(phi2)) / 2
        lines.append(" ".join([*name, *p, nstr(bulge, 25)]))
    with open("edges.txt", "w") as f:
        f.write("\n".join(lines) + "\n")


def polygons():
    lines = []
    for i in range(48):
        name = CGCS if i % 2 else WGS
        ell = Ellipsoid(name)
        r = math.degrees(10 ** random.uniform(0.8, 5) / 6.37e6)  # 6 m to 100 km
        n = random.choice([3, 4, 5, 7])
        lat, lon = (random.uniform(-85, 85) if i % 3 else random.uniform(18, 54)), random.uniform(75, 135)
        ring = []
        for k in range(n):
            a = 2 * math.pi * (k + 0.3 * random.random()) / n
            d = r * random.uniform(0.7, 1.2)
            ring.append((f"{lon + d * math.cos(a) / math.cos(math.radians(lat)):.12f}", f"{lat + d * math.sin(a):.12f}"))
        area = mpf(0)
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
            area += ell.s12(radians(number(y1)), radians(number(y2)), radians(number(x2) - number(x1)))
        lines.append(f"polygon exact{i} {name[0]} {name[1]} {nstr(fabs(area), 25)}")
        lines.append(f"ring {n}")
        lines += [f"{x} {y}" for x, y in ring]
    with open("exact.txt", "w") as f:
        f.write("\n".join(lines) + "\n")


edges()
polygons()
