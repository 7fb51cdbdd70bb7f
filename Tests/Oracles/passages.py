#!/usr/bin/env python3
"""Independent twin of the passage finder (docs/passages.md): finds every source reference of YAML files in the plain texts.

usage: passages.py --outlines DIR --sources DIR FILE.yaml...        check references
       passages.py --outlines DIR --sources DIR --list DOCUMENT [PATH-STEP...]    list the passages of a document or section
       passages.py --outlines DIR --sources DIR --paths DOCUMENT   list the paths of a document
       passages.py --outlines DIR --sources DIR --dump DOCUMENT    every passage as a tab-separated line
"""
import hashlib, os, re, sys, unicodedata
import yaml

VERSION = "1"
LIG = {"\uFB00": "ff", "\uFB01": "fi", "\uFB02": "fl", "\uFB03": "ffi", "\uFB04": "ffl", "\uFB05": "st", "\uFB06": "st"}
QUOTES = {"\u2018": "'", "\u2019": "'", "\u201A": "'", "\u201B": "'", "\u2032": "'", "\u201C": '"', "\u201D": '"', "\u201E": '"', "\u00AB": '"', "\u00BB": '"'}
ENT = [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&")]
SHY = "\u00AD"
INLINE = {"b", "i", "em", "strong", "sub", "sup", "u", "span"}
HYPHENS = set("-\u2010\u2011\u2012\u2013\u2014\u2212")
BULLETS = "•●▪‣◦"
FUNCTION = set("de het een en of van voor in op te ten ter met naar tot bij aan uit om door dat die als is zijn worden wordt over onder tussen per dit deze".split())
ABBR = set(a + "." for a in "ca m.b.t t.b.v o.a d.d c.q art nr nrs bijv i.v.m incl excl resp evt mln mld dhr mevr drs prof dr ir ing mr zgn a.d.h.v i.p.v n.v.t t.o.v t.a.v v.w.b m.e.r blz vgl max min afb fig tab hfst par z.o.z i.k.v t.g.v t.b.v t.z.t m.i.v n.a.v o.b.v o.l.v d.w.z m.n i.o o.m p.j e.v m.u.v st".split())
ENDABBR = {"etc.", "e.d.", "jl.", "enz.", "e.a.", "a.u.b."}
COUNTED = {"hoofdstuk", "paragraaf", "artikel", "art."}


def is_space(c): return c in " \t\n\r\f\v\u00A0\u2002\u2003\u2007\u2008\u2009\u200A\u202F\u3000"
def is_digit(c): return "0" <= c <= "9"
def is_lower(c): return c.isalpha() and c == c.lower() and c != c.upper()
def is_upper(c): return c.isalpha() and c == c.upper() and c != c.lower()


def strip_tags(s):
    out, i = [], 0
    while i < len(s):
        if s[i] == "<":
            m = re.match(r"</?([A-Za-z]+[0-9]?)(?: [^<>]*)?/?>", s[i:])
            if m:
                if m.group(1).lower() not in INLINE: out.append(" ")
                i += m.end(); continue
        out.append(s[i]); i += 1
    return "".join(out)


def clean(s, keep_bullets=True):
    """One line or cell in readable form."""
    s = unicodedata.normalize("NFC", s)
    s = strip_tags(s)
    for a, b in ENT: s = s.replace(a, b)
    o = []
    for c in s:
        if c in LIG: o.append(LIG[c])
        elif c in QUOTES: o.append(QUOTES[c])
        elif c in "\u200B\u200C\u200D\uFEFF\u2060": continue
        elif c in "\u2010\u2011": o.append("-")
        elif is_space(c): o.append(" ")
        else: o.append(c)
    s = "".join(o)
    if s.rstrip(" ").endswith(SHY): s = s.rstrip(" ").replace(SHY, "") + SHY
    else: s = s.replace(SHY, "")
    s = s.replace("**", "")
    s = re.sub(r"^ *#{1,6} +", "", s)
    s = re.sub(r"(?<![A-Za-z0-9*])\*([^ *][^*]*)\*(?![A-Za-z0-9*])", r"\1", s)
    s = re.sub(r" +", " ", s).strip(" ")
    return s


def key(s):
    """The form that is hashed and matched: nothing that a conversion may lose or add."""
    s = s.replace(SHY, "")
    out, pend = [], ""
    last = ""
    for c in s:
        if is_space(c): pend = pend or " "; continue
        if c in HYPHENS: pend = "-"; continue
        if c in BULLETS or c in "*_#`": continue
        if pend and last and is_digit(last) and is_digit(c): out.append(pend); last = pend
        pend = ""
        if last == "f" and c in "filt": continue
        out.append(c); last = c
    return "".join(out)


def sha(s): return hashlib.sha256(key(s).encode()).hexdigest()


WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Words:
    """What a document tells about its own words: those inside its lines, and the lines that end without the usual space."""
    def __init__(self, lines):
        self.known = set()
        full = [n for n, l in enumerate(lines, 1) if clean(l)]
        bare = [n for n in full if not is_space(lines[n - 1][-1])]
        self.spaced = 2 * (len(full) - len(bare)) >= len(full)
        self.bare = set(bare)
        for i, n in enumerate(full):
            w = WORD.findall(clean(lines[n - 1]))
            if not self.spaced or n in self.bare: w = w[:-1]
            if not self.spaced or (i and full[i - 1] in self.bare): w = w[1:]
            self.known.update(x.lower() for x in w)

    def broken(self, no, left, right):
        """the line ends inside a word"""
        joined = (left + right).lower() in self.known and len(left) >= 4 and len(right) >= 4
        if not self.spaced: return joined
        return no in self.bare and (joined or (len(left) >= 4 and left.lower() not in self.known))


def join(lines, vocab, whole=False):
    """lines: [(no, cleaned)] -> text and [(offset, no)]"""
    cur, marks = "", []
    before = 0
    for no, l in lines:
        if not l: continue
        if not cur:
            marks.append((0, no)); cur = l; before = no; continue
        if cur.endswith(SHY):
            cur = cur[:-1]
        elif cur.endswith("-") and len(cur) > 1 and cur[-2].isalpha():
            m = re.match(r"[^\W\d_]+", l)
            right = m.group(0) if m else ""
            if not right or not is_lower(l[0]) or not is_lower(cur[-2]):
                pass
            elif right in ("en", "of", "tot", "dan", "naar"):
                cur += " "
            else:
                left = WORD.findall(cur[:-1])[-1]
                if (left + "-" + right).lower() in vocab.known and (left + right).lower() not in vocab.known: pass
                else: cur = cur[:-1]
        elif cur.endswith("-") and len(cur) > 1 and is_digit(cur[-2]):
            pass
        else:
            a = re.search(r"(?:^|[^\w-])([^\W\d_]+)$", cur); b = re.match(r"([^\W\d_]+)", l)
            if not whole and a and b and is_lower(l[0]) and vocab.broken(before, a.group(1), b.group(1)): pass
            else: cur += " "
        marks.append((len(cur), no)); cur += l; before = no
    if cur.endswith(SHY): cur = cur[:-1]
    return cur, marks


def sentences(t):
    """[(start, end)] of the sentences of a readable text"""
    out, s, i, n = [], 0, 0, len(t)
    while i < n:
        if t[i] in ".?!":
            j = i + 1
            while j < n and t[j] in ".?!": j += 1
            k = j
            while k < n and t[k] in ")\"'": k += 1
            if k < n and t[k] == " ":
                nx = k + 1
                f = nx
                while f < n and t[f] in "(\"'": f += 1
                starts = f < n and (is_upper(t[f]) or is_digit(t[f]) or t[f] == "*")
                if starts and t[i] == "." and j == i + 1:
                    w = t[s:i + 1].split(" ")[-1].lstrip("(\"'")
                    lw = w.lower()
                    before = t[s:i + 1].split(" ")
                    prev = before[-2].lower() if len(before) > 1 else ""
                    if lw in ABBR: starts = False
                    elif lw in ENDABBR: starts = is_upper(t[f])
                    elif len(w) == 2 and is_upper(w[0]): starts = False
                    elif re.fullmatch(r"[0-9]+\.", w) and prev in COUNTED: starts = False
                if starts:
                    out.append((s, k)); s = nx; i = nx; continue
            i = k if k > i else i + 1
        else: i += 1
    if s < n: out.append((s, n))
    return out


class Passage:
    __slots__ = "unit path labels marker text key sha first last part".split()
    def __init__(self, unit, path, labels, marker, text, first, last, part=False):
        self.unit, self.path, self.labels, self.marker, self.text = unit, path, labels, marker, text
        self.first, self.last, self.part = first, last, part
        self.key = key(text); self.sha = hashlib.sha256(self.key.encode()).hexdigest()


MARKERS = [
    ("letter", re.compile(r"^([A-Z])\. +")), ("agreement", re.compile(r"^(\d{1,2}\.\d{1,2})\.? +(?=[A-Z])")),
    ("number", re.compile(r"^(\d{1,2})[.)] +")), ("roman", re.compile(r"^([ivx]{1,4})[.)] +")), ("small", re.compile(r"^([a-z])[.)] +")),
    ("bullet", re.compile(r"^[" + BULLETS + r"] *|^[-\u2013] +")),
]


def marker_of(t, doc, no):
    if no in doc["join"]: return None
    for w in doc["markers"]:
        m = re.match(r"^" + re.escape(w) + r" [A-Z](?:-[A-Z])? +", t)
        if m: return ("word", None, m.group(0).strip(), t[m.end():])
    if no in doc["items"]:
        m = re.match(r"^(\d{1,2})[.)]? +", t)
        if m: return ("number", m.group(1), m.group(0).strip(), t[m.end():])
        return ("bullet", None, "", t)
    for kind, rx in MARKERS:
        m = rx.match(t)
        if m and m.end() < len(t):
            return (kind, m.group(1) if kind != "bullet" else None, m.group(0).strip(), t[m.end():].strip(" "))
    return None


def capital_heading(t):
    letters = [c for c in t if c.isalpha()]
    return len(letters) >= 3 and all(is_upper(c) for c in letters) and not t.endswith("-") and len(t.split(" ")) <= 8 and not re.search(r"[.;?!]$", t)


def ends_closed(t):
    u = t.rstrip(")\"' ")
    return bool(u) and u[-1] in ".?!:;"


def continues(prev, nxt, cells):
    """a block goes on after a blank line"""
    if ends_closed(prev): return False
    if is_lower(nxt[0]): return True
    if cells: return False
    if nxt[0] in "(" or is_digit(nxt[0]): return True
    if prev.endswith(",") or prev.endswith("-") or prev.endswith(SHY): return True
    return prev.split(" ")[-1].lower() in FUNCTION


def page_number(t): return bool(re.fullmatch(r"\d{1,3}|\d{1,3} van \d{1,3}", t))


class Splitter:
    def __init__(self, doc, lines):
        self.doc, self.lines = doc, lines
        self.vocab = Words(lines)
        self.out = []

    def run(self):
        merged = {}
        order = []
        for s in self.doc["sections"]:
            p = tuple(s["path"])
            k = (p, s["kind"])
            if k not in merged: merged[k] = []; order.append(k)
            merged[k].append(s)
        for k in order: self.section(list(k[0]), k[1], merged[k])
        return self.out

    def emit(self, unit, path, labels, marker, joined, part=False, a=0, b=None):
        t, marks = joined
        b = len(t) if b is None else b
        txt = t[a:b].strip(" ")
        if not key(txt): return
        first = [no for off, no in marks if off <= a][-1]
        last = [no for off, no in marks if off < b][-1]
        self.out.append(Passage(unit, path, labels, marker, txt, first, last, part))

    def shown(self, n):
        """the cleaned line; empty where the line is blank, ignored, a page number or the seam between two ranges"""
        if n == 0 or n in self.doc["ignored"]: return ""
        t = clean(self.lines[n - 1])
        return "" if page_number(t) else t

    def section(self, path, kind, ranges):
        body = []
        for s in ranges:
            hl = s["headingLines"]
            rows = list(range(s["from"], s["to"] + 1))
            heads = []
            while hl and rows:
                n = rows.pop(0)
                if self.shown(n): heads.append(n); hl -= 1
            if heads:
                j = join([(n, clean(self.lines[n - 1])) for n in heads], self.vocab)
                m = re.match(r"^(\d[\d.]*) +", j[0])
                self.emit("heading", path, [], m.group(1) if m else "", j, a=m.end() if m else 0)
            if body and rows: body.append(0)
            body += rows
        if kind == "table": self.table(path, body)
        elif kind == "legend": self.legend(path, body)
        elif kind == "labels":
            for n in body:
                t = self.shown(n)
                if t: self.emit("cell", path, [], "", (t, [(0, n)]))
        else: self.text(path, body, kind == "cells")

    def table(self, path, body):
        for n in body:
            if not self.shown(n): continue
            raw = self.lines[n - 1]
            cells = raw.split("\t")
            shown = [c for c in (clean(x) for x in cells) if c]
            self.emit("row", path, [], "", ("\t".join(shown), [(0, n)]))
            for c in cells:
                t = clean(c)
                if not t: continue
                self.emit("cell", path, [], "", (t, [(0, n)]), part=True)
                items = re.findall(r"<li>(.*?)</li>", c)
                lead = re.sub(r"<ul.*", "", c) if items else c
                for par in re.split(r"</p>|<br ?/?>", lead):
                    u = clean(par)
                    for a, b in sentences(u): self.emit("sentence", path, [], "", (u, [(0, n)]), part=True, a=a, b=b)
                for it in items:
                    u = clean(it)
                    m = marker_of(u, self.doc, n)
                    self.emit("item", path, [], m[2] if m else "", (m[3] if m else u, [(0, n)]), part=True)

    def legend(self, path, body):
        entries, cur, blank, head, titled = [], [], False, False, False
        for n in body:
            t = self.shown(n)
            if not t: blank = True; continue
            raw = self.lines[n - 1]
            m = marker_of(t, self.doc, n)
            ishead = raw.lstrip(" \u00A0").startswith("#")
            if m: t = m[3]
            if cur and not m and not ishead and (is_lower(t[0]) or t[0] == "("): cur.append((n, t))
            elif cur and head and not m and not ishead and blank and len(t) > 40: cur.append((n, t)); head = False
            else:
                if cur: entries.append((cur, titled))
                cur = [(n, t)]; head = titled = ishead
            blank = False
        if cur: entries.append((cur, titled))
        for e, titled in entries:
            self.emit("legend", path, [], "", join(e, self.vocab, whole=True))
            j = join(e[1:] if titled else e, self.vocab, whole=True)
            ss = sentences(j[0])
            if len(ss) > 1 or (titled and len(e) > 1):
                for a, b in ss: self.emit("sentence", path, [], "", j, part=True, a=a, b=b)

    def text(self, path, body, cells):
        cur, mark, labels, stack, blank = [], None, [], [], False
        def flush():
            nonlocal cur
            if not cur: return
            j = join(cur, self.vocab)
            isitem = mark is not None
            if isitem: self.emit("item", path, list(labels), mark[2], j)
            if cells and not isitem: self.emit("cell", path, list(labels), "", j)
            for a, b in sentences(j[0]): self.emit("sentence", path, list(labels), mark[2] if isitem and a == 0 else "", j, part=isitem or cells, a=a, b=b)
            cur = []
        for n in body:
            t = self.shown(n)
            if not t: blank = True; continue
            raw = self.lines[n - 1]
            m = marker_of(t, self.doc, n)
            bold = re.fullmatch(r"[ \u00A0]*\*\*[^*]+\*\*[ \u00A0]*", raw) and not re.search(r"[.?!:;]$", t)
            if not m and (raw.lstrip(" \u00A0").startswith("#") or bold or n in self.doc["headings"] or capital_heading(t)):
                flush(); mark = None; stack = []; labels = []
                self.emit("heading", path, [], "", (t, [(0, n)])); blank = False; continue
            if m:
                flush(); mark = m
                kind = m[0]
                if kind == "word": stack = []
                else:
                    idx = [i for i, s in enumerate(stack) if s[0] == kind]
                    if idx: stack = stack[:idx[0]]
                    stack = stack + [(kind, m[1])]
                labels = [s[1] for s in stack if s[1]]
                cur = [(n, m[3])]
            elif not cur: cur = [(n, t)]; mark = None; labels = []; stack = []
            elif blank and not continues(cur[-1][1], t, cells):
                flush(); mark = None; labels = []; stack = []
                cur = [(n, t)]
            else: cur.append((n, t))
            blank = False
        flush()


def load(outlines, sources, document):
    y = yaml.safe_load(open(os.path.join(outlines, document + ".yaml"), encoding="utf8"))
    raw = open(os.path.join(sources, y["file"]), "rb").read()
    y["hashOk"] = hashlib.sha256(raw).hexdigest() == y["fileSha256"]
    lines = raw.decode("utf8").replace("\r\n", "\n").split("\n")
    y["ignored"] = set()
    for r in y.get("ignore") or []: y["ignored"] |= set(range(r["from"], r["to"] + 1))
    for k in ("join", "items", "headings"): y[k] = set(y.get(k) or [])
    y["markers"] = y.get("markers") or []
    for s in y["sections"]:
        s.setdefault("kind", "text"); s.setdefault("headingLines", 1); s.setdefault("aka", [])
    y["passages"] = Splitter(y, lines).run()
    return y


def step(s): return key(clean(s)).replace("'", "").replace('"', "").lower()
def steps(p): return [step(str(x)) for x in p]


class Finder:
    def __init__(self, doc):
        self.doc = doc
        self.aka = {}
        for s in doc["sections"]:
            for a in s["aka"]: self.aka[tuple(steps(a))] = steps(s["path"])
        self.at = [(steps(p.path), steps(p.labels), p) for p in doc["passages"]]
        self.paths = []
        for s in doc["sections"]:
            if s["path"] not in self.paths: self.paths.append(s["path"])

    def resolve(self, path):
        w = steps(path)
        for n in range(len(w), 0, -1):
            if tuple(w[:n]) in self.aka: return self.aka[tuple(w[:n])] + w[n:]
        return w

    def candidates(self, path):
        w = self.resolve(path)
        here, deeper = [], []
        for p, l, x in self.at:
            if len(w) >= len(p) and w[:len(p)] == p and l[:len(w) - len(p)] == w[len(p):]: here.append(x)
            elif len(p) + len(l) > len(w) and (p + l)[:len(w)] == w: deeper.append(x)
        return here, deeper

    def known(self, path):
        h, d = self.candidates(path)
        w = self.resolve(path)
        return bool(h or d) or any(steps(p)[:len(w)] == w for p in self.paths)

    @staticmethod
    def hits(ps, unit, starts):
        k = key(clean(starts))
        return [p for p in ps if p.unit == unit and k and (p.key.startswith(k) or (p.marker and key(p.marker + " " + p.text).startswith(k)))]

    def find(self, path, unit, starts, nth=None):
        if not self.known(path): return ("unknown-path", self.near_paths(path))
        here, deeper = self.candidates(path)
        h = self.hits(here, unit, starts) or self.hits(deeper, unit, starts)
        if nth is not None and h:
            return ("found", h[nth - 1]) if 1 <= nth <= len(h) else ("missing", ["only %d such passages" % len(h)])
        if len(h) == 1: return ("found", h[0])
        if len(h) > 1: return ("ambiguous", h)
        return ("missing", self.near(here + deeper, unit, starts, path))

    def near(self, ps, unit, starts, path):
        out = []
        k = key(clean(starts))
        for p in ps:
            if p.unit != unit and p.key.startswith(k): out.append("it is a `%s`: %s" % (p.unit, first(p.text)))
        if not out:
            for p in self.doc["passages"]:
                if p.key.startswith(k): out.append("it stands as `%s` in %s" % (p.unit, show(p.path + p.labels)))
        if not out:
            for p in ps:
                i = p.key.find(k)
                if i > 0 and p.unit == unit: out.append("it stands inside the %s `%s`" % (p.unit, first(p.text)))
        if not out:
            words = set(key(w).lower() for w in clean(starts).split(" "))
            scored = []
            for p in ps:
                if p.unit != unit and p.unit != "sentence": continue
                w2 = [key(w).lower() for w in p.text.split(" ")[:10]]
                common = len(words & set(w2))
                if common: scored.append((-common, p.first, "closest: %s `%s`" % (p.unit, first(p.text))))
            out = [s for _, _, s in sorted(scored)[:3]]
        return out[:4] or ["nothing there resembles it; units there: " + ", ".join(sorted(set(p.unit for p in ps)))]

    def near_paths(self, path):
        w = self.resolve(path)
        best = 0
        out = []
        for p in self.paths:
            q = steps(p); n = 0
            while n < len(q) and n < len(w) and q[n] == w[n]: n += 1
            if n > best: best, out = n, []
            if n == best: out.append(show(p))
        return ["paths there: " + ", ".join(out[:14])]


def first(t):
    w = t.split(" ")
    return " ".join(w[:8]) + (" ..." if len(w) > 8 else "")
def show(p): return "[" + ", ".join('"%s"' % x for x in p) + "]"


def references(node):
    """(mapping node) with keys document, path, passage"""
    if isinstance(node, yaml.MappingNode):
        d = {k.value: v for k, v in node.value}
        if "document" in d and "path" in d and "passage" in d and isinstance(d["passage"], yaml.MappingNode): yield node, d
        for k, v in node.value: yield from references(v)
    elif isinstance(node, yaml.SequenceNode):
        for v in node.value: yield from references(v)


def main(argv):
    outl = src = None; mode = None; rest = []
    i = 0
    while i < len(argv):
        if argv[i] == "--outlines": outl = argv[i + 1]; i += 2
        elif argv[i] == "--sources": src = argv[i + 1]; i += 2
        elif argv[i] in ("--list", "--paths", "--dump"): mode = argv[i][2:]; i += 1
        else: rest.append(argv[i]); i += 1
    if mode == "dump":
        d = load(outl, src, rest[0])
        for p in d["passages"]: print("\t".join([p.unit, "/".join(p.path), "/".join(p.labels), p.marker, str(p.first), str(p.last), "1" if p.part else "0", p.sha, p.text]))
        return 0
    if mode == "paths":
        d = load(outl, src, rest[0]); seen = []
        for p in d["passages"]:
            for n in range(len(p.labels) + 1):
                x = p.path + p.labels[:n]
                if x not in seen: seen.append(x)
        for p in [s["path"] for s in d["sections"]]:
            if p not in seen: seen.append(p)
        for x in seen: print(show(x))
        return 0
    if mode == "list":
        f = Finder(load(outl, src, rest[0]))
        ps = f.doc["passages"]
        if len(rest) > 1: h, d = f.candidates(rest[1:]); ps = h + d
        for p in ps: print("%-8s %s %4d  %s%s" % (p.unit, show(p.path + p.labels), p.first, (p.marker + " ") if p.marker else "", p.text if len(p.text) < 160 else p.text[:157] + "..."))
        return 0
    finders, bad, n = {}, 0, 0
    for fn in rest:
        try: trees = list(yaml.compose_all(open(fn, encoding="utf8")))
        except yaml.YAMLError as e: print(fn, "not YAML:", e); bad += 1; continue
        for t in trees:
            if t is None: continue
            for node, d in references(t):
                at = "%s:%d:%d" % (fn, node.start_mark.line + 1, node.start_mark.column + 1)
                doc = d["document"].value
                pas = {k.value: v.value for k, v in d["passage"].value}
                if isinstance(d["path"], yaml.SequenceNode): path = [x.value for x in d["path"].value]
                else: path = [d["path"].value]
                n += 1
                if doc not in finders:
                    try: finders[doc] = Finder(load(outl, src, doc))
                    except FileNotFoundError: finders[doc] = None
                if finders[doc] is None: print(at, "no outline for document", doc); bad += 1; continue
                if not pas.get("unit") or not pas.get("starts"): print(at, "passage without unit or starts"); bad += 1; continue
                kind, r = finders[doc].find(path, pas["unit"], pas["starts"], int(pas["nth"]) if "nth" in pas else None)
                if kind == "found":
                    if pas.get("sha256") and pas["sha256"] != r.sha: print(at, "changed: hash is now", r.sha); bad += 1
                    if len(pas["starts"].split()) > 8: print(at, "warning: `starts` has more than eight words")
                    continue
                bad += 1
                if kind == "ambiguous":
                    print(at, "ambiguous: %d passages start so in %s: %s" % (len(r), show(path), pas["starts"]))
                    for q in r[:6]: print("     line %d %s %s" % (q.first, show(q.path + q.labels), first(q.text)))
                else:
                    print(at, kind + ":", show(path), pas["unit"], "`" + pas["starts"] + "`")
                    for q in r: print("     " + q)
    print("%d references, %d wrong" % (n, bad))
    return 1 if bad else 0


if __name__ == "__main__": sys.exit(main(sys.argv[1:]))
