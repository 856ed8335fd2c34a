"""What the sample scripts share: where files go, how they are written, how an area is measured."""
import json
import pathlib
import subprocess

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "assets/sample"
CGCS2000 = ("6378137", "1/298.257222101")


def planimeter(ring):
    """The geodesic area of a closed ring of degrees in m², positive if it runs
    anticlockwise; by GeographicLib's Planimeter (Debian: geographiclib-tools)."""
    text = "".join(f"{lon:.10f} {lat:.10f}\n" for lon, lat in ring[:-1])
    got = subprocess.run(["Planimeter", "-w", "-p", "9", "-e", *CGCS2000],
                         input=text, capture_output=True, text=True, check=True).stdout
    return float(got.split()[2])


def write(path, properties, polygons):
    """One feature as RFC 7946 GeoJSON, a point a line, so that a change can be read."""
    one = len(polygons) == 1
    geometry = {"type": "Polygon" if one else "MultiPolygon", "coordinates": polygons[0] if one else polygons}
    feature = {"type": "Feature", "properties": properties, "geometry": geometry}
    text = json.dumps({"type": "FeatureCollection", "features": [feature]}, ensure_ascii=False, separators=(",", ":"))
    text = text.replace('"features":[{', '"features":[\n{').replace("}]}", "}\n]}").replace("],[", "],\n[")
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
