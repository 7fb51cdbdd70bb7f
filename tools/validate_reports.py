#!/usr/bin/env python3
"""Checks reports against a JSON Schema with a complete validator: a witness independent of Kompas.

    .venv/bin/python tools/validate_reports.py SCHEMA REPORT...

A report is a JSON file, or `-` for standard input. A file that ends in .ndjson holds a report on each line; lines that are problem
objects are passed over. Exit status 1 when a report does not satisfy the schema, 2 when it cannot be checked.
"""

import json
import sys
from pathlib import Path

try:
    from jsonschema import Draft202012Validator
except ImportError:
    sys.exit(
        f"{sys.executable} has no jsonschema; run `tools/setup.sh --tests` and name .venv/bin/python in KOMPAS_PYTHON"
    )

MOST_SHOWN = 20


def reports(path):
    """Yields the name and value of each report in a file."""
    text = sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8")
    if not path.endswith(".ndjson"):
        yield path, json.loads(text)
        return
    for number, line in enumerate(text.splitlines(), start=1):
        value = json.loads(line)
        if value.get("schema") != "kompas/problem/1":
            yield f"{path}:{number}", value


def main(schema, *paths):
    schema = json.loads(Path(schema).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    count = faults = 0
    for path in paths:
        for name, value in reports(path):
            count += 1
            for error in sorted(validator.iter_errors(value), key=lambda error: list(map(str, error.absolute_path))):
                faults += 1
                if faults <= MOST_SHOWN:
                    place = "".join(f"/{token}" for token in error.absolute_path)
                    print(f"{name}: {place}: {error.message[:200]}")
    print(f"{count} reports, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    try:
        sys.exit(main(*sys.argv[1:]))
    except (OSError, ValueError) as error:
        print(f"cannot be checked: {error}", file=sys.stderr)
        sys.exit(2)
