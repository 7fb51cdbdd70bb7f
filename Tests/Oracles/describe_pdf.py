#!/usr/bin/env python3
"""Tells as JSON what a PDF is, read with pikepdf, which had no part in making it.

    describe_pdf.py FILE
"""

import collections
import hashlib
import json
import re
import sys

import pikepdf


def walk(element, visit, parent=None):
    """Every structure element in reading order."""
    if isinstance(element, pikepdf.Array):
        for kid in element:
            walk(kid, visit, parent)
    elif isinstance(element, pikepdf.Dictionary):
        if element.get("/Type") in ("/MCR", "/OBJR"):
            return
        if "/S" in element:
            visit(element, parent)
            parent = element
        if "/K" in element:
            walk(element.K, visit, parent)


def fonts(pdf):
    """Names of fonts, and those without a program inside."""
    names, missing = set(), set()
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            name = str(item.FontName).split("+")[-1]
            names.add(name)
            if not any(key in item for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                missing.add(name)
    return sorted(names), sorted(missing)


def main(path):
    with pikepdf.open(path) as pdf:
        root = pdf.Root
        tags, figures, headings, headerless = collections.Counter(), [], [], 0
        bodies = collections.Counter()

        def visit(element, parent):
            nonlocal headerless
            tag = str(element.S)[1:]
            tags[tag] += 1
            if tag == "Figure":
                figures.append(str(element.get("/Alt", "")))
            if re.fullmatch("H[1-6]", tag):
                headings.append(tag)
            if tag == "TD" and not element.get("/A", {}).get("/Headers"):
                headerless += 1
            if tag in ("LI", "TR", "TH", "TD", "LBody") and parent is not None:
                bodies[f"{str(parent.S)[1:]}>{tag}"] += 1

        walk(root.StructTreeRoot.K, visit)
        with pdf.open_metadata() as metadata:
            xmp = {
                "part": metadata.get("pdfaid:part"),
                "conformance": metadata.get("pdfaid:conformance"),
                "ua": metadata.get("pdfuaid:part"),
                "title": metadata.get("dc:title"),
            }
        xmp["describesUA"] = b"PDF/UA identification schema" in root.Metadata.read_bytes()
        names, missing = fonts(pdf)
        links = [
            annotation
            for page in pdf.pages
            for annotation in page.get("/Annots", [])
            if annotation.get("/Subtype") == "/Link"
        ]
        attached = [str(file.UF) for file in root.get("/AF", [])]
        files = {}
        for name, file in pdf.attachments.items():
            specification = file.obj
            stream = specification.EF.F
            files[name] = {
                "relationship": str(specification.get("/AFRelationship")),
                "type": str(stream.get("/Subtype")),
                "sha256": hashlib.sha256(stream.read_bytes()).hexdigest(),
                "isAssociated": name in attached,
                "description": str(specification.get("/Desc", "")),
            }
        print(
            json.dumps(
                {
                    "pages": len(pdf.pages),
                    "version": pdf.pdf_version,
                    "title": str(pdf.docinfo.get("/Title", "")),
                    "author": str(pdf.docinfo.get("/Author", "")),
                    "created": str(pdf.docinfo.get("/CreationDate", "")),
                    "language": str(root.get("/Lang", "")),
                    "isMarked": bool(root.MarkInfo.Marked),
                    "showsTitle": bool(root.ViewerPreferences.DisplayDocTitle),
                    "outputIntents": len(root.get("/OutputIntents", [])),
                    "isEncrypted": pdf.is_encrypted,
                    "xmp": xmp,
                    "fonts": names,
                    "fontsMissing": missing,
                    "tags": tags,
                    "headings": headings,
                    "figures": figures,
                    "cellsWithoutHeaders": headerless,
                    "parents": bodies,
                    "links": len(links),
                    "linksWithoutContents": sum("/Contents" not in link for link in links),
                    "pagesWithoutTabOrder": sum(page.get("/Tabs") != "/S" for page in pdf.pages),
                    "bookmarks": len(root.get("/Outlines", {})) > 0,
                    "scripts": "/JavaScript" in root.get("/Names", {}) or "/OpenAction" in root,
                    "files": files,
                },
                ensure_ascii=False,
            )
        )


main(sys.argv[1])
