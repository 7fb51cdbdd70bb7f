#!/usr/bin/env python3
"""Compares the overlay of Kompas with shapely on the same polygons, both on one thread.

usage: overlay_shapely.py write POLYGONS LAYER=FILE.gpkg...
       overlay_shapely.py compare POLYGONS RESULTS LAYER=FILE.gpkg...

Needs shapely 2. The GeoPackages must be in EPSG:28992; features are known by their fid.
"""
import json
import math
import random
import sqlite3
import sys
import time

import numpy
import shapely

SEED = 20260101
COUNT = 2000


def read(path):
    """The fids and geometries of the first feature table of a GeoPackage."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        table, column = database.execute("SELECT table_name, column_name FROM gpkg_geometry_columns").fetchone()
        rows = database.execute(f'SELECT fid, "{column}" FROM "{table}" ORDER BY fid').fetchall()
    envelope_bytes = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
    bodies = [blob[8 + envelope_bytes[blob[3] >> 1 & 7]:] for _, blob in rows]
    return [fid for fid, _ in rows], shapely.force_2d(shapely.from_wkb(bodies))


def star(random_source, x, y, size):
    """A star-shaped polygon of about so many metres across."""
    corners = random_source.randint(4, 32)
    ring = []
    for corner in range(corners):
        angle = 2 * math.pi * corner / corners
        radius = size / 2 * random_source.uniform(0.5, 1)
        ring.append([round(x + radius * math.cos(angle), 3), round(y + radius * math.sin(angle), 3)])
    return ring + ring[:1]


def write(path, layers):
    """Writes polygons of 30 m to 2 km across, around places in the boxes of random features."""
    random_source = random.Random(SEED)
    boxes = [list(map(tuple, shapely.bounds(geometries))) for _, (_, geometries) in sorted(layers.items())]
    with open(path, "w") as file:
        for _ in range(COUNT):
            left, low, right, high = random_source.choice(random_source.choice(boxes))
            x, y = random_source.uniform(left, right), random_source.uniform(low, high)
            size = math.exp(random_source.uniform(math.log(30), math.log(2000)))
            json.dump({"type": "Polygon", "coordinates": [star(random_source, x, y, size)]}, file)
            file.write("\n")


def measure(plans, layers):
    """Square metres by layer and fid for each plan, and the seconds it took."""
    trees = {name: shapely.STRtree(geometries) for name, (_, geometries) in layers.items()}
    areas = [{} for _ in plans]
    start = time.perf_counter()
    for plan, shared in zip(plans, areas):
        for name, (fids, geometries) in layers.items():
            found = trees[name].query(plan, predicate="intersects")
            if len(found):
                measured = shapely.area(shapely.intersection(plan, geometries[found]))
                for place, area in zip(found, measured):
                    shared[f"{name}/{fids[place]}"] = area
    return areas, time.perf_counter() - start


def compare(polygons, results, layers):
    with open(polygons) as file:
        plans = numpy.array([shapely.from_geojson(line) for line in file])
    with open(results) as file:
        *ours, times = [json.loads(line) for line in file]
    theirs, seconds = min((measure(plans, layers) for _ in range(2)), key=lambda run: run[1])
    worst, wrong, compared = 0.0, 0, 0
    for left, right in zip(ours, theirs):
        for key in left.keys() | right.keys():
            one, other = left.get(key, 0.0), right.get(key, 0.0)
            difference = abs(one - other)
            compared += 1
            worst = max(worst, difference)
            wrong += difference > max(1e-9 * other, 1e-4)
    count = len(plans)
    print(f"polygons {count}, seed {SEED}, shapely {shapely.__version__} with GEOS {shapely.geos_version_string}")
    print(f"shapely            {1000 * seconds / count:8.3f} ms a polygon")
    for name, label in (("warmSeconds", "kompas"), ("coldSeconds", "kompas, first time"), ("factsSeconds", "kompas, facts")):
        print(f"{label:18} {1000 * times[name] / count:8.3f} ms a polygon, {seconds / times[name]:6.1f} times as fast")
    print(f"areas compared {compared}, largest difference {worst:.2e} m2, beyond tolerance {wrong}")
    return 1 if wrong else 0


def main(arguments):
    action, polygons, *rest = arguments
    layers = {name: read(path) for name, path in (text.split("=", 1) for text in rest if "=" in text)}
    if action == "write":
        return write(polygons, layers)
    return compare(polygons, rest[0], layers)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
