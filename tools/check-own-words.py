#!/usr/bin/env python3
"""Finds texts of content that repeat a document instead of saying it in our own words.

    .venv/bin/python tools/check-own-words.py SOURCES

A run of 12 words that also stands in one of the texts is a breach. Names of sections (`path`) and first words (`starts`) point at
a passage and are left out; so are the ledger and the outlines, which hold nothing else. Exit status 1 when there is a breach.
"""

import re
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
LENGTH = 12
LEFT_OUT = {"path", "starts", "sha256"}
APART = {"outlines", "ledger", "verified"}


def words(text):
    return re.findall(r"[a-zà-ÿ0-9]+", text.lower())


def runs(text):
    found = words(text)
    return (tuple(found[i : i + LENGTH]) for i in range(len(found) - LENGTH + 1))


def texts(node, record):
    if isinstance(node, dict):
        record = node.get("id", record)
        for key, value in node.items():
            if key not in LEFT_OUT:
                yield from texts(value, record)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value, record)
    elif isinstance(node, str):
        yield record, node


def main(sources):
    known = set()
    for file in sorted(Path(sources).glob("*.txt")):
        text = file.read_text(encoding="utf8", errors="replace")
        # A word broken at a line end is one word, with and without its hyphen.
        known.update(runs(text))
        known.update(runs(re.sub(r"-\s*\n\s*", "", text)))
    breaches = count = 0
    for file in sorted((ROOT / "content").rglob("*.yaml")):
        if APART.intersection(file.parts):
            continue
        for record, text in texts(yaml.safe_load(file.read_text(encoding="utf8")), None):
            count += 1
            copied = next((run for run in runs(text) if run in known), None)
            if copied:
                breaches += 1
                print(f"{file.relative_to(ROOT)}: {record}: {' '.join(copied)}")
    print(f"own words: {count} texts, {breaches} with {LENGTH} words in a row of a document")
    return 1 if breaches else 0


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
