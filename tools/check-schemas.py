#!/usr/bin/env python3
"""Checks content and reports against their JSON Schemas with a complete validator: a witness independent of Kompas.

    .venv/bin/python tools/check-schemas.py [KOMPAS [DATE]]

Without KOMPAS (the path of the program) only content is checked. With it, every example is assessed for that date and each report
must satisfy docs/assessment.schema.json. Exit status 1 when something does not.
"""

import json
import subprocess
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


def check_reports(kompas, day):
    validator = Draft202012Validator(json.loads((ROOT / "docs/assessment.schema.json").read_text()))
    examples = sorted((ROOT / "Examples").glob("*.json"))
    lines = "".join(json.dumps(json.loads(path.read_text())) + "\n" for path in examples)
    command = [kompas, "assess", "--ndjson"] + (["--on", day] if day else [])
    run = subprocess.run(command, input=lines, capture_output=True, text=True, cwd=ROOT)
    reports = run.stdout.splitlines()
    if run.returncode != 0 or len(reports) != len(examples):
        print(f"{' '.join(command)}: exit {run.returncode}, {len(reports)} reports for {len(examples)} examples")
        print(run.stderr, end="")
    count = sum(faults(validator, json.loads(report), path.name) for path, report in zip(examples, reports))
    largest = max((len(report.encode()) for report in reports), default=0)
    print(f"reports: {len(reports)} of {len(examples)} examples, {count} faults, the largest {largest / 1024:.0f} KB")
    return count + run.returncode + abs(len(reports) - len(examples))


def main(arguments):
    if len(arguments) > 2 or any(argument.startswith("-") for argument in arguments):
        print(__doc__.strip(), file=sys.stderr)
        return 2
    count = check_content()
    if arguments:
        count += check_reports(str(Path(arguments[0]).resolve()), arguments[1] if len(arguments) > 1 else None)
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
