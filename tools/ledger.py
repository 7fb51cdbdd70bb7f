#!/usr/bin/env python3
"""The writing table of the ledger: shows the passages of a document with what became of each, and records decisions.

usage: ledger.py show DOCUMENT [FROM-TO] [--open] [--cues] [--sources DIR]
                                        passages FROM to TO by number; --open: only those not accounted for
       ledger.py set DOCUMENT [--sources DIR] < decisions
                                        one decision per line: NUMBER or FROM-TO, then
                                            = ID [ID...]        it became these records (adds to what a source says itself)
                                            b                   background
                                            f                   figure
                                            r ID                repeats that record
                                            n                   not normative
                                            u                   furniture: caption, page head, crumb of the conversion
                                            x                   not encodable
                                            -                   forget the decision
                                        and, after ` : `, the reason in our own words (needed for x, and for a passage
                                        with a normative cue that became nothing)
       ledger.py sum [--sources DIR]    figures per document

Numbers count the smallest passages (leaves) of the document in the order of its outline; they are not stored.
`kompas check --sources` is the judge; this is only the pencil. Splits texts with Tests/Oracles/passages.py.
"""
import argparse, fcntl, json, os, pathlib, re, sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests" / "Oracles"))
import passages as twin  # noqa: E402

HOUSE = ROOT / "content" / "pv22"
FOREIGN = {"outlines", "ledger", "verified", "scenarios"}
REASONS = {"b": "background", "f": "figure", "r": "repeats", "n": "not-normative", "u": "furniture", "x": "not-encodable"}
SHORT = 16


def cues():
    data = yaml.safe_load((HOUSE / "ledger" / "cues.yaml").read_text(encoding="utf8"))
    return re.compile("|".join(r"(?<![a-z])" + re.escape(c).replace(r"\*", "[a-z]*") + "(?![a-z])" for c in data["cues"]))


def leaves(document):
    """Every smallest passage, with the whole that it is a part of."""
    found, whole = [], None
    for passage in document["passages"]:
        if not passage.part: whole = passage
        if passage.unit == "heading": continue
        found.append((passage, whole))
    wholes = {id(w) for p, w in found if p is not w}
    return [(p, w) for p, w in found if id(p) not in wholes]


def records():
    """Every id with its kind, and every source reference with the id of its record."""
    ids, references = {}, []
    for file in sorted(HOUSE.rglob("*.yaml")):
        if file.relative_to(HOUSE).parts[0] in FOREIGN: continue
        try: data = yaml.safe_load(file.read_text(encoding="utf8")) or {}
        except yaml.YAMLError as error: print("%s: %s" % (file, error), file=sys.stderr); continue
        for kind, items in data.items():
            for item in items if isinstance(items, list) else [items]:
                if not isinstance(item, dict): continue
                name = item.get("id") or kind
                ids.setdefault(str(name), []).append(kind)
                walk(item, str(name), references, ids)
    return ids, references


def walk(node, name, references, ids):
    if isinstance(node, dict):
        if "document" in node and "path" in node and "passage" in node: references.append((name, node))
        if isinstance(node.get("id"), str): ids.setdefault(node["id"], [])
        # Evidence shows something about another record; its passage did not become that.
        for key, value in node.items():
            if key != "evidence": walk(value, name, references, ids)
    elif isinstance(node, list):
        for value in node: walk(value, name, references, ids)


def linked(document, finder, references):
    """Hash of the Python object of a passage -> ids that point at it."""
    result = {}
    for name, reference in references:
        if reference["document"] != document: continue
        passage = reference["passage"]
        kind, hit = finder.find([str(s) for s in reference["path"]], passage["unit"], passage["starts"], passage.get("nth"))
        if kind == "found": result.setdefault(id(hit), []).append(name)
    return result


def ledger_file(document): return HOUSE / "ledger" / (document + ".yaml")


def read_ledger(document):
    file = ledger_file(document)
    if not file.exists(): return {}
    entries = {}
    for section in (yaml.safe_load(file.read_text(encoding="utf8")) or {}).get("sections") or []:
        for entry in section["passages"]: entries[("/".join(map(str, section["path"])), entry["sha256"])] = entry
    return entries


def key(passage): return ("/".join(passage.path), passage.sha[:SHORT])


def write_ledger(document, rows, entries):
    lines = [
        "# What became of the passages that no record points at itself; see docs/passages.md. Written with tools/ledger.py.",
        "document: " + document, "sections:"]
    path, done, used = None, set(), set()
    for passage, _ in rows:
        where = key(passage)
        if where not in entries or where in done: continue
        done.add(where)
        if passage.path != path:
            path = passage.path
            lines += ["  - path: " + json.dumps([str(s) for s in path], ensure_ascii=False), "    passages:"]
        entry = {k: v for k, v in entries[where].items() if k not in ("starts", "sha256")}
        words = " ".join(passage.text.split()[:5])
        rest = ", ".join("%s: %s" % (k, json.dumps(v, ensure_ascii=False)) for k, v in entry.items())
        lines.append("      - {starts: %s, sha256: '%s', %s}" % (json.dumps(words, ensure_ascii=False), where[1], rest))
    if len(lines) == 3: lines[2] = "sections: []"
    # A section that is interrupted by another stands twice in the order of reading; the reader merges by path.
    ledger_file(document).write_text("\n".join(lines) + "\n", encoding="utf8")


def state(passage, whole, links, entries, pattern):
    """(links of its own, links of its whole, entry, has a cue)"""
    own = links.get(id(passage), [])
    through = links.get(id(whole), []) if whole is not passage else []
    return own, through, entries.get(key(passage)), bool(pattern.search(passage.text.lower()))


def is_open(passage, whole, own, through, entry, cue, alone):
    if own: return False
    if entry: return bool(cue and "nothing" in entry and not entry.get("because"))
    if through: return cue and whole.unit == "item" and not alone
    return True


def table(arguments):
    document = twin.load(str(HOUSE / "outlines"), arguments.sources, arguments.document)
    rows = leaves(document)
    ids, references = records()
    links = linked(arguments.document, twin.Finder(document), references)
    counts = {}
    for _, whole in rows: counts[id(whole)] = counts.get(id(whole), 0) + 1
    return rows, ids, links, counts


def show(arguments):
    rows, _, links, counts = table(arguments)
    entries, pattern = read_ledger(arguments.document), cues()
    first, last = 1, len(rows)
    if arguments.range:
        first, _, last = arguments.range.partition("-")
        first, last = int(first), int(last or first)
    path = None
    for number, (passage, whole) in enumerate(rows, 1):
        if not first <= number <= last: continue
        own, through, entry, cue = state(passage, whole, links, entries, pattern)
        open_ = is_open(passage, whole, own, through, entry, cue, counts[id(whole)] == 1)
        if arguments.open and not open_ or arguments.cues and not cue: continue
        if passage.path + passage.labels != path:
            path = passage.path + passage.labels
            print("\n## " + " / ".join(path))
        told = ""
        if own: told = "  = " + " ".join(sorted(set(own)))
        elif entry: told = "  > " + " ".join("%s" % v if k != "because" else "(%s)" % v for k, v in entry.items() if k not in ("starts", "sha256"))
        elif through: told = "  ~ " + " ".join(sorted(set(through)))
        print("%s%4d %s L%d %s%s%s" % ("?" if open_ else " ", number, passage.unit[:1], passage.first, "! " if cue else "", passage.text, told))


def decide(arguments):
    with open(HOUSE / "ledger" / ".lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        rows, ids, _, _ = table(arguments)
        entries, wrong = read_ledger(arguments.document), []
        for line in sys.stdin:
            line = line.strip()
            if not line or line.startswith("#"): continue
            decision, _, because = line.partition(" : ")
            words = decision.split()
            match = re.fullmatch(r"(\d+)(?:-(\d+))?", words[0])
            if not match or len(words) < 2: wrong.append("cannot read `%s`" % line); continue
            first, last = int(match[1]), int(match[2] or match[1])
            if not 1 <= first <= last <= len(rows): wrong.append("no such numbers: `%s`" % line); continue
            code, rest, entry = words[1], words[2:], {}
            if code == "=":
                if not rest: wrong.append("no id: `%s`" % line); continue
                entry["became"] = rest
            elif code in REASONS:
                entry["nothing"] = REASONS[code]
                if code == "r":
                    if len(rest) != 1: wrong.append("`r` needs one id: `%s`" % line); continue
                    entry["repeats"] = rest[0]
                elif rest: wrong.append("a reason stands after ` : `: `%s`" % line); continue
            elif code != "-": wrong.append("unknown code `%s`" % line); continue
            unknown = [i for i in (rest if code in "=r" else []) if i not in ids]
            if unknown: wrong.append("no record `%s`: `%s`" % ("`, `".join(unknown), line)); continue
            if because.strip(): entry["because"] = because.strip()
            if code == "x" and "because" not in entry: wrong.append("`x` needs a reason: `%s`" % line); continue
            for passage, _ in rows[first - 1:last]:
                if code == "-": entries.pop(key(passage), None)
                else: entries[key(passage)] = dict(entry)
        write_ledger(arguments.document, rows, entries)
    for message in wrong: print(message, file=sys.stderr)
    print("%d decisions in %s" % (len(entries), ledger_file(arguments.document).name))
    return 1 if wrong else 0


def total(arguments):
    for outline in sorted((HOUSE / "outlines").glob("*.yaml")):
        arguments.document = outline.stem
        rows, _, links, counts = table(arguments)
        entries, pattern = read_ledger(arguments.document), cues()
        opened = linked_ = nothing = 0
        for passage, whole in rows:
            own, through, entry, cue = state(passage, whole, links, entries, pattern)
            if is_open(passage, whole, own, through, entry, cue, counts[id(whole)] == 1): opened += 1
            elif own or (entry and "became" in entry) or (through and not entry): linked_ += 1
            else: nothing += 1
        print("%s: %d passages, %d linked, %d nothing, %d open" % (outline.stem, len(rows), linked_, nothing, opened))


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("command", choices=["show", "set", "sum"])
    parser.add_argument("document", nargs="?")
    parser.add_argument("range", nargs="?")
    parser.add_argument("--open", action="store_true")
    parser.add_argument("--cues", action="store_true")
    parser.add_argument("--sources", default=str(ROOT.parent / "shared" / "sources"))
    arguments = parser.parse_args()
    if arguments.command != "sum" and not arguments.document: parser.error("name a document")
    (HOUSE / "ledger").mkdir(exist_ok=True)
    return {"show": show, "set": decide, "sum": total}[arguments.command](arguments)


if __name__ == "__main__": sys.exit(main())
