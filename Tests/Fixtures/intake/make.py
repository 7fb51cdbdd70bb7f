#!/usr/bin/env python3
"""Writes the map files beside this script, with a program that is not ours: GDAL 3.12 by way of pyogrio.

    python3 -m venv /tmp/v && /tmp/v/bin/pip install pyogrio==0.13.0 shapely==2.2.0 && /tmp/v/bin/python make.py

The files are committed; run this only to change them. What must come out of them stands in the tests, worked out by hand.
"""

import os
import pathlib
import tempfile
import zipfile

import numpy as np
import pyogrio.raw
import shapely

here = pathlib.Path(__file__).parent

# 100 by 50 metres: 5000 square metres; and a triangle of half 80 by 60: 2400 square metres.
rectangle = [(233000, 557000), (233100, 557000), (233100, 557050), (233000, 557050), (233000, 557000)]
triangle = [(234000, 558000), (234080, 558000), (234000, 558060), (234000, 558000)]

# Control points of NSGI: longitude and latitude in ETRS89. In RD they lie at (223631.2033, 544617.8731),
# (242822.5492, 524595.6216) and (248222.1165, 556221.9315).
control = [
    (6.406810463, 52.884336311),
    (6.686510035, 52.701663965),
    (6.775366112, 52.984909704),
    (6.406810463, 52.884336311),
]


def write(path, shapes, driver, crs, kind="Polygon", layer=None, append=False, **fields):
    pyogrio.raw.write(
        str(path),
        geometry=np.array([shapely.to_wkb(shape, output_dimension=3 if shape.has_z else 2) for shape in shapes]),
        field_data=[np.array(values) for values in fields.values()],
        fields=list(fields),
        geometry_type=kind,
        driver=driver,
        crs=crs,
        layer=layer,
        append=append,
        promote_to_multi=False,
    )


def zipped(name, folder, inside="", extra=()):
    """A zip with dates that do not change."""
    with zipfile.ZipFile(here / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            archive.writestr(zipfile.ZipInfo(inside + file.name), file.read_bytes(), zipfile.ZIP_DEFLATED)
        for path, text in extra:
            archive.writestr(zipfile.ZipInfo(path), text)


def shapefile(name, shapes, crs, without=(), inside="", extra=(), **more):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        write(folder / "plan.shp", shapes, "ESRI Shapefile", crs, **more)
        for ending in without:
            os.remove(folder / f"plan.{ending}")
        zipped(name, folder, inside, extra)


two = [shapely.Polygon(rectangle), shapely.Polygon(triangle)]
names = {"naam": ["Noord", "Zuid"], "aantal": [12, 7]}

# With heights, in RD with NAP: both must go.
high = [shapely.Polygon([(x, y, 12.5) for x, y in ring]) for ring in (rectangle, triangle)]
(here / "plan.gpkg").unlink(missing_ok=True)
write(here / "plan.gpkg", high, "GPKG", "EPSG:7415", kind="Polygon Z", layer="plan", **names)

shapefile(
    "shape-rd.zip", two, "EPSG:28992", inside="mijn plan/",
    extra=[("__MACOSX/mijn plan/._plan.shp", "left by a Mac"), ("mijn plan/leesmij.txt", "Uitleg")], **names,
)
shapefile("shape-wgs84.zip", [shapely.Polygon(control)], "EPSG:4326", naam=["Driehoek"])
shapefile("shape-zonder-prj.zip", two, "EPSG:28992", without=["prj"], **names)
shapefile("shape-zonder-shx.zip", two, "EPSG:28992", without=["shx"], **names)
shapefile("shape-utm.zip", two, "EPSG:25831", **names)

with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    file = folder / "lagen.gpkg"
    write(file, [two[0]], "GPKG", "EPSG:28992", layer="noord", naam=["Noord"])
    write(file, [two[1]], "GPKG", "EPSG:28992", layer="zuid", append=True, naam=["Zuid"])
    zipped("lagen.zip", folder)

write(here / "plan.fgb", two, "FlatGeobuf", "EPSG:28992", **names)
write(here / "plan.gml", two, "GML", "EPSG:28992", **names)
(here / "plan.xsd").unlink(missing_ok=True)
