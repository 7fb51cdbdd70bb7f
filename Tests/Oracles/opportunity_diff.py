#!/usr/bin/env python3
"""An independent witness for `kompas diff`: hectares that change class, from the polygons themselves.

Reads {"outline": geometry, "before": {...}, "after": {...}} from standard input, where a variant has for every class a list
of geometries of which any gives that class. Answers with hectares gained and lost per class, from shapely.
"""
import json
import sys

from shapely.geometry import shape
from shapely.ops import unary_union


def area(variant, name, outline):
    return unary_union([shape(item) for item in variant.get(name, [])]).intersection(outline)


def main():
    told = json.load(sys.stdin)
    outline = shape(told["outline"])
    answer = {}
    for name in sorted(set(told["before"]) | set(told["after"])):
        before, after = area(told["before"], name, outline), area(told["after"], name, outline)
        answer[name] = {
            "before": before.area / 1e4, "after": after.area / 1e4,
            "gained": after.difference(before).area / 1e4, "lost": before.difference(after).area / 1e4,
        }
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
