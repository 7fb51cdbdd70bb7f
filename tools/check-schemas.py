#!/usr/bin/env python3
"""Checks content against its JSON Schemas with a complete validator: a witness independent of Kompas.

    .venv/bin/python tools/check-schemas.py

Exit status 1 when something does not satisfy its schema. Reports are checked by `validate_reports.py`.
"""

import json
import re
import sys
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

ROOT = Path(__file__).resolve().parent.parent
# Read by tools of their own; not part of the house that `content.schema.json` describes.
APART = {"outlines", "ledger", "verified", "scenarios"}
# Of these, the ones with a schema of their own.
OWN_SCHEMAS = {"ledger": "ledger.schema.json", "scenarios": "scenarios.schema.json"}


class Loader(yaml.SafeLoader):
    """Reads like the loader of Kompas, by YAML 1.2: a date is a text, and only `true` and `false` are flags."""


LEFT_OUT = {"tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"}
Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in LEFT_OUT]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


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
    registry = Registry().with_resources(resources)
    files = []
    for house in sorted((ROOT / "content").glob("*/house.yaml")):
        for path in sorted(house.parent.rglob("*.yaml")):
            folder = path.relative_to(house.parent).parts[0]
            name = OWN_SCHEMAS.get(folder) or (None if folder in APART else "content.schema.json")
            if name and path.name != "cues.yaml":
                files.append((path, schemas[name]))
    count = sum(
        faults(Draft202012Validator(schema, registry=registry), yaml.load(path.read_text(), Loader), path.relative_to(ROOT))
        for path, schema in files
    )
    print(f"content: {len(files)} files, {count} faults")
    return count


if __name__ == "__main__":
    sys.exit(1 if check_content() else 0)
