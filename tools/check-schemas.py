#!/usr/bin/env python3
"""Checks content against its JSON Schemas with a complete validator: a witness independent of Kompas.

    .venv/bin/python tools/check-schemas.py

Exit status 1 when something does not satisfy its schema. Reports are checked by `validate_reports.py`.
"""

import json
import sys
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

ROOT = Path(__file__).resolve().parent.parent
# Read by tools of their own; not part of the house that the schemas describe.
APART = {"outlines", "ledger", "verified", "scenarios"}


class Loader(yaml.SafeLoader):
    """Reads dates as the texts that they are, like the loader of Kompas."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def faults(validator, value, name):
    """Prints every fault; returns how many there are."""
    found = sorted(validator.iter_errors(value), key=lambda error: list(map(str, error.absolute_path)))
    for error in found:
        place = "/".join(map(str, error.absolute_path))
        print(f"{name}: /{place}: {error.message[:200]}")
    return len(found)


def check_content():
    schemas = {path.name: json.loads(path.read_text()) for path in (ROOT / "content/schema").glob("*.json")}
    resources = [(name, Resource.from_contents(schema, DRAFT202012)) for name, schema in schemas.items()]
    validator = Draft202012Validator(schemas["content.schema.json"], registry=Registry().with_resources(resources))
    files = [
        path
        for house in sorted((ROOT / "content").glob("*/house.yaml"))
        for path in sorted(house.parent.rglob("*.yaml"))
        if not APART.intersection(path.relative_to(house.parent).parts)
    ]
    count = sum(faults(validator, yaml.load(path.read_text(), Loader), path.relative_to(ROOT)) for path in files)
    print(f"content: {len(files)} files, {count} faults")
    return count


if __name__ == "__main__":
    sys.exit(1 if check_content() else 0)
