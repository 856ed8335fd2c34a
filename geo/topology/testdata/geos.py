#!/usr/bin/python3
"""Makes geos.txt of shapes.txt: name, WKT, and what GEOS says of it.

GEOS 3.11.1 through GDAL's SpatiaLite dialect: ST_IsValidReason and the place of
ST_IsValidDetail. Run in this directory; needs Debian's python3-gdal.
"""
from osgeo import ogr

ogr.UseExceptions()
db = ogr.GetDriverByName("SQLite").CreateDataSource("/vsimem/a.sqlite", options=["SPATIALITE=YES"])


def ask(sql):
    layer = db.ExecuteSQL(sql)
    value = layer.GetNextFeature().GetField(0)
    db.ReleaseResultSet(layer)
    return value


with open("shapes.txt") as shapes, open("geos.txt", "w") as out:
    for line in shapes:
        name, wkt = line.rstrip("\n").split("\t")
        geom = f"ST_GeomFromText('{wkt}')"
        reason = ask(f"SELECT ST_IsValidReason({geom})")
        place = ask(f"SELECT coalesce(AsWKT(ST_IsValidDetail({geom}), 15), '')")
        out.write("\t".join([name, wkt, reason, place]) + "\n")
