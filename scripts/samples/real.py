#!/usr/bin/env python3
"""Cuts the real boundaries out of published data: see assets/sample/real/SOURCES.md.

    scripts/samples/real.py

Needs Debian 12 with apt-get, Rscript (r-base-core), ogr2ogr (gdal-bin) and
GeographicLib's Planimeter (geographiclib-tools). The two Debian packages that
carry data are fetched in the versions named and only unpacked, not installed.
"""
import json
import pathlib
import subprocess
import tempfile

from shared import SAMPLE, planimeter, write

SPDATA, GEOPANDAS = "r-cran-spdata=2.2.1-1", "python3-geopandas=0.12.2-1"
LONDON_LICENCE = ("Open Government Licence v3.0. Contains National Statistics data © Crown copyright and database right; "
                  "contains Ordnance Survey data © Crown copyright and database right")
LONDON_SOURCE = "Greater London Authority, Statistical GIS Boundary Files for London, by way of Debian " + SPDATA

# Writes a borough's rings as JSON lists; %.10f is below 0.1 mm.
LND = """
invisible(lazyLoad(file.path("%s", "usr/lib/R/site-library/spData/data/Rdata")))
parts <- unclass(unclass(lnd)$geometry[[which(lnd$NAME == "%s")]])
ring <- function(m) paste0("[", paste(sprintf("[%%.10f,%%.10f]", m[, 1], m[, 2]), collapse = ","), "]")
part <- function(p) paste0("[", paste(sapply(p, ring), collapse = ","), "]")
cat("[", paste(sapply(parts, part), collapse = ","), "]", sep = "")
"""


def unpacked(package, folder):
    """Fetches a package of an exact version and unpacks it into folder."""
    subprocess.run(["apt-get", "download", "-q", package], cwd=folder, check=True)
    name = package.split("=")[0]
    deb, = pathlib.Path(folder).glob(name + "_*.deb")
    subprocess.run(["dpkg", "-x", deb.name, name], cwd=folder, check=True)
    return pathlib.Path(folder) / name


def borough(root, name):
    got = subprocess.run(["Rscript", "--vanilla", "-e", LND % (root, name)], capture_output=True, text=True, check=True)
    return json.loads(got.stdout)


def island(root, inside):
    """The polygon of New York's boroughs that holds the point, in degrees (NAD83 taken as WGS 84)."""
    data = f"/vsizip/{root}/usr/lib/python3/dist-packages/geopandas/datasets/nybb_16a.zip"
    got = subprocess.run(["ogr2ogr", "-f", "GeoJSONSeq", "/vsistdout/", data, "-t_srs", "EPSG:4326", "-explodecollections",
                          "-lco", "COORDINATE_PRECISION=10"], capture_output=True, text=True, check=True)
    polygons = [json.loads(line.lstrip("\x1e"))["geometry"]["coordinates"] for line in got.stdout.splitlines()]
    found, = (p for p in polygons if holds(p[0], inside))
    return [found]


def holds(ring, point):
    """Whether a point lies within a ring, by the crossings of a ray to the east."""
    x, y = point
    odd = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:]):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            odd = not odd
    return odd


def village():
    data = json.loads((pathlib.Path(__file__).parent / "16321.json").read_text(encoding="utf-8"))
    return [data["features"][0]["geometry"]["coordinates"]]


def tidy(polygons):
    """Rounded to 8 decimals (about 1 mm), repeated points dropped, outer rings anticlockwise."""
    out = []
    for polygon in polygons:
        rings = []
        for i, ring in enumerate(polygon):
            points = [[round(x, 8), round(y, 8)] for x, y, *_ in ring]
            points = points[:1] + [b for a, b in zip(points, points[1:]) if a != b]
            rings.append(points if (planimeter(points) > 0) == (i == 0) else points[::-1])
        out.append(rings)
    return out


def main():
    with tempfile.TemporaryDirectory() as folder:
        london, york = unpacked(SPDATA, folder), unpacked(GEOPANDAS, folder)
        places = [
            ("city-of-london", "City of London", LONDON_SOURCE, LONDON_LICENCE, borough(london, "City of London")),
            ("kensington-and-chelsea", "Kensington and Chelsea", LONDON_SOURCE, LONDON_LICENCE,
             borough(london, "Kensington and Chelsea")),
            ("roosevelt-island", "Roosevelt Island, New York",
             "New York City Department of City Planning, Borough Boundaries 16A, by way of Debian " + GEOPANDAS,
             "public domain", island(york, (-73.9519, 40.7600))),
            ("funahashi", "富山県中新川郡舟橋村",
             "「国土数値情報（行政区域データ）」（国土交通省）を加工して作成, by way of github.com/niiyz/JapanCityGeoJson 96edd51",
             "国土数値情報ダウンロードサイトコンテンツ利用規約 (2020-04-01)", village()),
        ]
        for file, name, source, licence, polygons in places:
            write(SAMPLE / f"real/{file}.geojson", {"name": name, "source": source, "licence": licence}, tidy(polygons))


if __name__ == "__main__":
    main()
