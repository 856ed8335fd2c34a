#!/usr/bin/env python3
"""Makes assets/sample/testdata/areas.txt: the geodesic area of every sample boundary.

    scripts/samples/areas.py

A line is FILE VERTICES AREA: the file below assets/sample, its corners (no
ring's end counted twice), its area in m² on the ellipsoid of CGCS2000, holes
subtracted, by GeographicLib's Planimeter from the decimals in the file.
"""
import json

from shared import SAMPLE, planimeter


def polygons(feature):
    geometry = feature["geometry"]
    return geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]


def main():
    lines = []
    for path in sorted(SAMPLE.glob("*/*.geojson")):
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        rings = [r for f in features for p in polygons(f) for r in p]
        area = sum(planimeter(r) for r in rings)  # holes run clockwise and so count as negative
        lines.append(f"{path.relative_to(SAMPLE).as_posix()} {sum(len(r) - 1 for r in rings)} {area:.4f}\n")
    (SAMPLE / "testdata").mkdir(exist_ok=True)
    (SAMPLE / "testdata/areas.txt").write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
