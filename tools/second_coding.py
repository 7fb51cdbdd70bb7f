#!/usr/bin/env python3
"""A second coding of passages and norms by somebody who has not seen the first.

usage: second_coding.py sample DIR [--seed N] [--passages 150] [--norms 100] [--sources DIR]
                                        writes DIR/passages.txt and DIR/norms.txt: what a second coder reads, text and nothing else
       second_coding.py compare FILE.csv [--sources DIR]
                                        prints the agreement (Cohen's kappa) between FILE and the content, and every difference

The sample holds sentences of the documents and stays out of the repository; the codes (a number and a hash per passage) go
into it: `content/<house>/ledger/second-coding.csv`, with the columns
    passage,<hash>,<number>,<code>              code: norm | record | nothing
    norm,<hash>,<number>,<effect>,<place>,<conditions>      place and conditions: yes | no
Splits texts with Tests/Oracles/passages.py; see docs/passages.md.
"""
import argparse, collections, csv, pathlib, random, sys

import ledger

EFFECTS = ("prohibited no-unless restrained undesired yes-provided yes-and permitted encouraged siting-preference reserved priority "
           "phase-out duty competence procedure goal commitment intention no-status regulated-elsewhere assess-as information").split()


class Corpus:
    """Every smallest passage of every document, with the first coding."""

    def __init__(self, sources):
        self.ids, references = ledger.records()
        self.norms = self.read_norms()
        self.rows = []
        self.by_norm = {}
        for outline in sorted((ledger.HOUSE / "outlines").glob("*.yaml")):
            document = ledger.twin.load(str(ledger.HOUSE / "outlines"), sources, outline.stem)
            finder = ledger.twin.Finder(document)
            links = ledger.linked(outline.stem, finder, references)
            entries = ledger.read_ledger(outline.stem)
            for number, (passage, whole) in enumerate(ledger.leaves(document), 1):
                names = list(links.get(id(passage), []))
                entry = entries.get(ledger.key(passage))
                if entry and "became" in entry: names += entry["became"]
                if not names and not entry: names += links.get(id(whole), [])
                self.rows.append((outline.stem, number, passage, names))
            for name, reference in references:
                if reference["document"] != outline.stem or name not in self.norms: continue
                if reference["path"] != self.norms[name]["source"]["path"]: continue
                passage = reference["passage"]
                kind, hit = finder.find([str(s) for s in reference["path"]], passage["unit"], passage["starts"], passage.get("nth"))
                if kind == "found" and passage["starts"] == self.norms[name]["source"]["passage"]["starts"]:
                    self.by_norm[name] = (outline.stem, hit)

    @staticmethod
    def read_norms():
        found = {}
        for file in sorted((ledger.HOUSE / "norms").rglob("*.yaml")):
            for norm in (ledger.yaml.safe_load(file.read_text(encoding="utf8")) or {}).get("norms") or []: found[norm["id"]] = norm
        return found

    def code(self, names):
        """norm, record or nothing, as the content has it."""
        if any(name in self.norms for name in names): return "norm"
        return "record" if names else "nothing"


def kappa(pairs):
    total = len(pairs)
    if not total: return float("nan")
    same = sum(a == b for a, b in pairs) / total
    left, right = collections.Counter(a for a, _ in pairs), collections.Counter(b for _, b in pairs)
    chance = sum(left[k] * right[k] for k in left) / total ** 2
    return 1.0 if chance == 1 else (same - chance) / (1 - chance)


def sample(arguments):
    corpus, choice = Corpus(arguments.sources), random.Random(arguments.seed)
    folder = pathlib.Path(arguments.target)
    folder.mkdir(parents=True, exist_ok=True)
    rows = sorted(choice.sample(corpus.rows, arguments.passages), key=lambda row: (row[0], row[1]))
    lines = []
    for position, (document, number, passage, _) in enumerate(rows, 1):
        lines.append("%d\t%s\t%s %s\t%s" % (position, passage.sha[:16], document, " / ".join(passage.path + passage.labels), passage.text))
    (folder / "passages.txt").write_text("\n".join(lines) + "\n", encoding="utf8")
    lines = []
    names = sorted(choice.sample(sorted(corpus.by_norm), arguments.norms))
    for position, name in enumerate(names, 1):
        document, passage = corpus.by_norm[name]
        about = corpus.norms[name]["activities"]
        about = ", ".join(about) if isinstance(about, list) else "elke activiteit"
        lines.append("%d\t%s\t%s %s\t[gaat over: %s]\t%s" % (position, name, document, " / ".join(passage.path + passage.labels), about, passage.text))
    # The id stays out of what the coder reads; it comes back by position.
    (folder / "norms.txt").write_text("\n".join(l.split("\t", 2)[0] + "\t" + l.split("\t", 2)[2] for l in lines) + "\n", encoding="utf8")
    (folder / "norms.key").write_text("\n".join("%d\t%s" % (i, n) for i, n in enumerate(names, 1)) + "\n", encoding="utf8")
    print("%d passages and %d norms in %s" % (len(rows), len(names), folder))


def compare(arguments):
    corpus = Corpus(arguments.sources)
    first = {}
    for document, number, passage, names in corpus.rows: first.setdefault(passage.sha[:16], []).append((document, number, passage, names))
    passages, effects, places, conditions, differences = [], [], [], [], []
    for row in csv.reader(open(arguments.target, encoding="utf8")):
        if not row or row[0].startswith("#"): continue
        if row[0] == "passage":
            found = first.get(row[1])
            if not found: differences.append("passage %s is no longer in the texts" % row[1]); continue
            document, number, passage, names = found[0]
            code = corpus.code(names)
            passages.append((code, row[3]))
            if code != row[3]: differences.append("%s %d: first %s (%s), second %s" % (document, number, code, " ".join(names[:4]), row[3]))
        elif row[0] == "norm":
            norm = corpus.norms.get(row[1])
            if not norm: differences.append("norm `%s` is no longer there" % row[1]); continue
            own = (norm["effect"], "yes" if norm.get("where") else "no", "yes" if norm.get("conditions") else "no")
            effects.append((own[0], row[3])); places.append((own[1], row[4])); conditions.append((own[2], row[5]))
            if own != tuple(row[3:6]): differences.append("norm %s: first %s, second %s" % (row[1], " ".join(own), " ".join(row[3:6])))
    for line in differences: print(line)
    for title, pairs in (("passages: norm, record or nothing", passages), ("norms: effect", effects), ("norms: bound to a place", places),
                         ("norms: with conditions", conditions)):
        same = sum(a == b for a, b in pairs)
        print("%s: %d of %d the same, kappa %.2f" % (title, same, len(pairs), kappa(pairs)))
    return 0


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("command", choices=["sample", "compare"])
    parser.add_argument("target")
    parser.add_argument("--seed", type=int, default=2040)
    parser.add_argument("--passages", type=int, default=150)
    parser.add_argument("--norms", type=int, default=100)
    parser.add_argument("--sources", default=str(ledger.ROOT.parent / "shared" / "sources"))
    arguments = parser.parse_args()
    return {"sample": sample, "compare": compare}[arguments.command](arguments)


if __name__ == "__main__": sys.exit(main())
