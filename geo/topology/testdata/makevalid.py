#!/usr/bin/python3
"""Makes makevalid.txt: broken shapes, and the areas GEOS's MakeValid gives them.

Run in this directory; needs libgeos 3.10 or later (3.11.1 when the file was
made). Each line: WKT, area by the method "structure", area by "linework".
"""
import ctypes
import random

geos = ctypes.CDLL("libgeos_c.so.1")
P, I, S, D = ctypes.c_void_p, ctypes.c_int, ctypes.c_char_p, ctypes.POINTER(ctypes.c_double)


def declare(name, args, result):
    f = getattr(geos, name)
    f.argtypes, f.restype = args, result
    return f


declare("initGEOS", [P, P], None)(None, None)
from_wkt = declare("GEOSGeomFromWKT", [S], P)
area = declare("GEOSArea", [P, D], I)
valid = declare("GEOSisValid", [P], ctypes.c_char)
params = declare("GEOSMakeValidParams_create", [], P)
set_method = declare("GEOSMakeValidParams_setMethod", [P, I], I)
make_valid = declare("GEOSMakeValidWithParams", [P, P], P)


def mended_area(wkt, method):
    p = params()
    set_method(p, method)
    out = ctypes.c_double()
    area(make_valid(from_wkt(wkt.encode()), p), ctypes.byref(out))
    return out.value


def ring(d, size):
    while True:
        pts = [(d.randrange(size), d.randrange(size)) for _ in range(d.randrange(3, 9))]
        if len(set(pts)) >= 3:
            return pts + pts[:1]


def main():
    d = random.Random(5)
    with open("makevalid.txt", "w") as out:
        kept = 0
        while kept < 400:
            size = d.randrange(3, 10)
            parts = [[ring(d, size) for _ in range(d.choice((1, 1, 1, 2, 3)))] for _ in range(d.choice((1, 1, 2, 3)))]
            text = ",".join("(" + ",".join("(" + ",".join(f"{x} {y}" for x, y in r) + ")" for r in p) + ")" for p in parts)
            wkt = f"MULTIPOLYGON({text})"
            if valid(from_wkt(wkt.encode())) == b"\1":
                continue
            out.write(f"{wkt}\t{mended_area(wkt, 1):.15g}\t{mended_area(wkt, 0):.15g}\n")
            kept += 1


if __name__ == "__main__":
    main()
