#!/usr/bin/env python3
"""Draws the schematic layers of a policy house from small tables.

Every `tables/<layer>.csv` below a layers folder becomes `<layer>.geojson` beside that folder. Coordinates and sizes are
metres in EPSG:28992 (RD New); the drawing keeps at most one decimal. The same tables give the same bytes, always.

    tools/schematic_layers.py [--check] [LAYERS_DIR]

Without `--check` the files are written. With it nothing is written and the exit status is 1 when a file is missing,
differs or has no table. LAYERS_DIR is `content/pv22/layers` of this repository when left out. Exit status 2: a table is wrong.

Columns of a table (`docs/layers.md` explains them):
    id, name, aliases (separated by `;`), shape, geometry, size, top, base, basis - and any other column is an attribute.
Shapes:
    disc      geometry `x y`, size `radius`
    octagon   geometry `x y`, size `radius` (of the circle through its corners)
    box       geometry `x y` (centre), size `width height`
    polygon   geometry `x y; x y; ...`
    corridor  geometry `x y; x y; ...` (the axis), size `width`
In a geometry, `rand a-b` stands for corners a to b (from 1, wrapping) of the first polygon of `provinciegrens.csv`.
"""

import csv
import json
import math
import sys
from pathlib import Path

RESERVED = ["id", "name", "aliases", "shape", "geometry", "size", "top", "base", "basis"]
OUTLINE = "provinciegrens"
DISC_CORNERS = 64


class TableError(Exception):
    """A table that cannot be drawn; says which table, which row and why."""


def tidy(value):
    """The value with at most one decimal; an integer when it is whole."""
    rounded = round(value, 1)
    return int(rounded) if rounded == int(rounded) else rounded


def numbers(text):
    return [float(part) for part in text.split()]


def points(text, outline):
    """The corner points of a geometry text; `rand a-b` is replaced by corners of the outline."""
    found = []
    for step in (part.strip() for part in text.split(";")):
        if not step:
            continue
        if step.startswith("rand "):
            first, last = (int(part) for part in step[5:].split("-"))
            count = len(outline)
            for index in range(first, (last if last >= first else last + count) + 1):
                found.append(outline[(index - 1) % count])
        else:
            x, y = numbers(step)
            found.append((x, y))
    return found


def regular(centre, radius, corners, turn):
    """A regular polygon on a circle, counter-clockwise."""
    x, y = centre
    return [
        (x + radius * math.cos(turn + 2 * math.pi * k / corners), y + radius * math.sin(turn + 2 * math.pi * k / corners))
        for k in range(corners)
    ]


def corridor(axis, width):
    """The band of `width` along an axis, with mitred joints and flat ends."""
    half = width / 2
    left, right = [], []
    for index, (x, y) in enumerate(axis):
        normals = []
        for one, other in ((index - 1, index), (index, index + 1)):
            if one >= 0 and other < len(axis):
                dx, dy = axis[other][0] - axis[one][0], axis[other][1] - axis[one][1]
                length = math.hypot(dx, dy)
                normals.append((-dy / length, dx / length))
        nx, ny = (sum(normal[k] for normal in normals) for k in (0, 1))
        # The mitre of two unit normals n1 and n2 is (n1 + n2) * 2 / |n1 + n2|^2.
        scale = len(normals) / (nx * nx + ny * ny)
        left.append((x + nx * scale * half, y + ny * scale * half))
        right.append((x - nx * scale * half, y - ny * scale * half))
    return right + left[::-1]


def ring(row, outline):
    shape, geometry, size = row["shape"], row["geometry"], row["size"]
    if shape in ("disc", "octagon"):
        (centre,) = points(geometry, outline)
        (radius,) = numbers(size)
        if shape == "disc":
            return regular(centre, radius, DISC_CORNERS, 0)
        return regular(centre, radius, 8, math.pi / 8)
    if shape == "box":
        ((x, y),) = points(geometry, outline)
        width, height = numbers(size)
        w, h = width / 2, height / 2
        return [(x - w, y - h), (x + w, y - h), (x + w, y + h), (x - w, y + h)]
    if shape == "polygon":
        return points(geometry, outline)
    if shape == "corridor":
        (width,) = numbers(size)
        return corridor(points(geometry, outline), width)
    raise TableError(f"unknown shape `{shape}`")


def closed(corners):
    """Rounded, without repeated corners, counter-clockwise and closed, as RFC 7946 wants."""
    kept = []
    for x, y in corners:
        corner = [tidy(x), tidy(y)]
        if not kept or kept[-1] != corner:
            kept.append(corner)
    if kept[0] == kept[-1]:
        kept.pop()
    if len(kept) < 3:
        raise TableError("fewer than three corners")
    turned = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(kept, kept[1:] + kept[:1]))
    if turned < 0:
        kept.reverse()
    return kept + [kept[0]]


def attribute(text):
    """A number when it reads as one, otherwise the text."""
    try:
        return tidy(float(text))
    except ValueError:
        return text


def feature(row, outline):
    if not row["basis"].strip():
        raise TableError("no basis")
    properties = {"name": row["name"]}
    if row.get("aliases"):
        properties["aliases"] = [part.strip() for part in row["aliases"].split(";")]
    for key in ("top", "base"):
        if row.get(key):
            properties[key] = attribute(row[key])
    for key, value in row.items():
        if key not in RESERVED and value:
            properties[key] = attribute(value)
    properties["basis"] = row["basis"]
    geometry = {"type": "Polygon", "coordinates": [closed(ring(row, outline))]}
    return {"type": "Feature", "id": row["id"], "properties": properties, "geometry": geometry}


def rows(table):
    with table.open(encoding="utf-8", newline="") as file:
        read = list(csv.DictReader(file, strict=True))
    for number, row in enumerate(read, start=2):
        if None in row or None in row.values():
            raise TableError(f"{table.name}:{number}: the number of cells differs from the heading")
    return read


def drawing(table, outline):
    """The text of the GeoJSON file of a table: one feature a line."""
    lines, seen = [], set()
    for number, row in enumerate(rows(table), start=2):
        try:
            if row["id"] in seen:
                raise TableError(f"id `{row['id']}` stands twice")
            seen.add(row["id"])
            lines.append(json.dumps(feature(row, outline), ensure_ascii=False, separators=(",", ":")))
        except (TableError, ValueError, KeyError) as problem:
            raise TableError(f"{table.name}:{number}: {problem}") from problem
    head = (
        '{"type":"FeatureCollection","name":' + json.dumps(table.stem)
        + ',"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[\n'
    )
    return head + ",\n".join(lines) + "\n]}\n"


def outline_of(tables):
    table = tables / f"{OUTLINE}.csv"
    if not table.exists():
        return []
    return points(rows(table)[0]["geometry"], [])


def main(arguments):
    check = "--check" in arguments
    folders = [argument for argument in arguments if argument != "--check"]
    if len(folders) > 1 or any(folder.startswith("-") for folder in folders):
        print(__doc__, file=sys.stderr)
        return 2
    home = Path(folders[0]) if folders else Path(__file__).resolve().parent.parent / "content" / "pv22" / "layers"
    tables = home / "tables"
    try:
        outline = outline_of(tables)
        drawn = {table.stem: drawing(table, outline) for table in sorted(tables.glob("*.csv"))}
    except TableError as problem:
        print(f"error: {problem}", file=sys.stderr)
        return 2
    different = []
    for stem, text in drawn.items():
        target = home / f"{stem}.geojson"
        data = text.encode("utf-8")
        if target.exists() and target.read_bytes() == data:
            continue
        different.append(target.name)
        if not check:
            target.write_bytes(data)
    if check:
        different += sorted(f.name for f in home.glob("*.geojson") if f.stem not in drawn)
        for name in different:
            print(f"{name} differs from its table", file=sys.stderr)
        return 1 if different else 0
    print(f"{len(drawn)} layers, {len(different)} written")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
