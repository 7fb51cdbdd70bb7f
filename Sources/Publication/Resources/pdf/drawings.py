"""Takes the drawings out of a page and puts them back as pictures.

WeasyPrint draws an inline SVG by itself: shapes that stand elsewhere in the page and the styles of the page do not reach it. So
each drawing becomes a picture that holds what it needs. One that is only for the eye becomes a background, which a PDF marks as
decoration; one that says something keeps its words as alternative text.
"""

import copy
import math
import re
import xml.etree.ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
FONT = "Open Sans, Noto Sans, sans-serif"

ET.register_namespace("", "http://www.w3.org/2000/svg")


class Shelf:
    """Pictures by address; the same picture stands there once."""

    def __init__(self):
        self._addresses = {}
        self._pictures = {}

    def put(self, picture):
        if picture not in self._addresses:
            address = f"kompas:tekening-{len(self._addresses) + 1}.svg"
            self._addresses[picture] = address
            self._pictures[address] = picture.encode("utf-8")
        return self._addresses[picture]

    def get(self, address):
        return self._pictures.get(address)


def take_out(page, shelf):
    """Replaces every drawing in a page."""
    parents = {child: parent for parent in page.iter() for child in parent}
    named = {element.get("id"): element for element in page.iter() if element.get("id")}
    styles, colours = _styles(page)
    for drawing in [element for element in page.iter() if element.tag == SVG + "svg"]:
        parent = parents.get(drawing)
        if parent is None:
            continue
        classes = (drawing.get("class") or "").split()
        place = list(parent).index(drawing)
        if "symbols" in classes:
            _remove(parent, drawing, place)
            continue
        picture = shelf.put(_alone(drawing, named, styles, colours))
        if drawing.get("aria-hidden") == "true":
            new = ET.Element("span", {"class": drawing.get("class") or "", "style": _background(picture)})
        else:
            new = ET.Element("img", {"class": drawing.get("class") or "", "src": picture, "alt": _words(drawing, named)})
        new.tail = drawing.tail
        parent[place] = new


def _remove(parent, child, place):
    text = child.tail or ""
    if place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    parent.remove(child)


def _background(address):
    return f"background:url({address}) no-repeat center/contain"


def _words(drawing, named):
    """What a drawing says, for who cannot see it."""
    if drawing.get("aria-label"):
        return drawing.get("aria-label")
    ids = (drawing.get("aria-labelledby") or "").split()
    texts = ["".join(named[id].itertext()).strip() for id in ids if id in named]
    return ". ".join(text.rstrip(".") for text in texts if text) + ("." if texts else "")


def _styles(page):
    """The rules of the page with its variables filled in; rules for other media than this are left out."""
    text = "\n".join(element.text or "" for element in page.iter("style"))
    variables = dict(re.findall(r"(--[a-z-]+):([^;}]+)", text))
    text = re.sub(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", text)
    text = re.sub(r"@page[^{]*\{[^{}]*\}", "", text)
    text = re.sub(r"var\((--[a-z-]+)\)", lambda match: variables.get(match[1], "currentColor"), text)
    return text.replace("font-family:inherit", f"font-family:{FONT}"), variables


def _alone(drawing, named, styles, colours):
    """A drawing as a document of its own, with the shapes that it points at and the rules that fit it."""
    alone = copy.deepcopy(drawing)
    alone.tail = None
    for attribute in ["aria-hidden", "aria-labelledby", "aria-label", "role", "focusable"]:
        alone.attrib.pop(attribute, None)
    own = {element.get("id") for element in alone.iter() if element.get("id")}
    used = re.findall(r'(?:href="#|url\(#)([^")]+)', ET.tostring(alone, "unicode"))
    classes = {name for element in alone.iter() for name in (element.get("class") or "").split()}
    box = alone.get("viewBox", "").split()
    if len(box) == 4:
        alone.set("width", box[2])
        alone.set("height", box[3])
    definitions = ET.Element(SVG + "defs")
    rules = _fitting(styles, classes)
    used += re.findall(r"url\(#([^)]+)\)", rules)
    for id in dict.fromkeys(used):
        if id not in own and id in named:
            shape = copy.deepcopy(named[id])
            definitions.append(shape)
            classes |= {name for element in shape.iter() for name in (element.get("class") or "").split()}
    style = ET.Element(SVG + "style")
    style.text = _fitting(styles, classes)
    alone.insert(0, definitions)
    alone.insert(0, style)
    _bend(alone, colours)
    return ET.tostring(alone, "unicode")


def _fitting(styles, classes):
    """Rules that name a class which is there; others would only cost time."""
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", styles)
    fitting = [
        f"{selector.strip()}{{{body}}}"
        for selector, body in rules
        if any(name in classes for name in re.findall(r"\.([a-z0-9-]+)", selector)) or selector.strip() == "svg text"
    ]
    return "\n".join(fitting)


NUMBER = r"(-?[\d.]+)"
# The compass writes the line under a text as two arcs that meet in its middle.
ARC = re.compile(rf"M{NUMBER} {NUMBER}A{NUMBER} {NUMBER} 0 0 ([01]) {NUMBER} {NUMBER}A")
# Advance of letters of Open Sans, regular and bold, in hundredths of the size; other letters count as a plain one.
ADVANCES = {
    400: {
        22: "'", 25: ",ijl", 26: " ", 27: ".:;J", 28: "I", 30: "()", 32: "-", 34: "f", 35: "t", 41: "r", 47: "z", 48: "cs",
        50: "vy", 52: "FLkx", 55: "STg", 56: "EYaeéë", 57: "0123456789Z", 60: "PVoö", 61: "Kbdhnpquü", 63: "ABCR",
        73: "&DGUH", 75: "N", 78: "OQw", 90: "M", 93: "Wm",
    },
    700: {
        26: " ", 27: "'", 29: ",.:;", 31: "ijl", 32: "-", 33: "IJ", 34: "()", 39: "f", 43: "t", 45: "r", 50: "szc", 55: "FS",
        56: "ELg", 57: "0123456789vy", 58: "TZx", 60: "aeéë", 62: "Ykoö", 63: "PbdpqC", 66: "BKRVXhnuü", 69: "A", 72: "G",
        75: "&DU", 77: "H", 81: "NOQ", 86: "w", 95: "M", 98: "Wm",
    },
}
WIDTHS = {
    weight: {letter: width / 100 for width, letters in table.items() for letter in letters}
    for weight, table in ADVANCES.items()
}


def _bend(drawing, colours):
    """Puts the letters of a text on an arc one by one, where WeasyPrint would draw it straight."""
    ways = {element.get("id"): element.get("d") or "" for element in drawing.iter(SVG + "path") if element.get("id")}
    for text in [element for element in drawing.iter(SVG + "text")]:
        along = text.find(SVG + "textPath")
        if along is None:
            continue
        match = ARC.match(ways.get((along.get("href") or "").lstrip("#"), ""))
        words = "".join(along.itertext()).strip()
        text.remove(along)
        if not match:
            continue
        is_group = "group" in (text.get("class") or "")
        size, weight = (16, 700) if is_group else (14, 400)
        fill = colours.get("--kompas-paper" if is_group else "--kompas-ink", "currentColor")
        text.set("style", f"font-size:{size}px;font-weight:{weight};fill:{fill};text-anchor:start")
        text.attrib.pop("class")
        for letter, x, y, turn in _letters(words, size, weight, match):
            place = {"x": f"{x:.2f}", "y": f"{y:.2f}", "rotate": f"{turn:.2f}"}
            ET.SubElement(text, SVG + "tspan", place).text = letter


def _letters(words, size, weight, match):
    """Each letter with its place and turn, centred on the middle of the line."""
    x1, y1, radius, _, sweep, x2, y2 = (float(number) for number in match.groups())
    way = 1 if sweep else -1
    centre_x, centre_y = _centre(x1, y1, x2, y2, radius, way)
    middle = math.atan2(y2 - centre_y, x2 - centre_x)
    widths = [size * WIDTHS[weight].get(letter, 0.57) for letter in words]
    at = -sum(widths) / radius / 2
    for letter, advance in zip(words, widths):
        angle = middle + way * (at + advance / radius / 2)
        turn = math.degrees(angle) + 90 * way
        # Back by half a letter along the line it stands on, because a letter is placed by its left side.
        x = centre_x + radius * math.cos(angle) - advance / 2 * math.cos(math.radians(turn))
        y = centre_y + radius * math.sin(angle) - advance / 2 * math.sin(math.radians(turn))
        yield letter, x, y, turn
        at += advance / radius


def _centre(x1, y1, x2, y2, radius, way):
    """The centre of the circle on which an arc of less than half of it runs, clockwise or the other way."""
    half = math.hypot(x2 - x1, y2 - y1) / 2
    if half == 0:
        return x1, y1
    height = way * math.sqrt(max(0, radius * radius - half * half))
    return (x1 + x2) / 2 - height * (y2 - y1) / (2 * half), (y1 + y2) / 2 + height * (x2 - x1) / (2 * half)
