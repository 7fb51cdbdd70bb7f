"""What a PDF says of itself beyond what WeasyPrint writes: that it follows PDF/UA-1 too, and what kind of files are inside."""

import types

# PDF/A asks for a description of every schema that it does not know itself (ISO 19005-3, 6.6.2.3).
UNIVERSAL_ACCESS = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of PDF/UA that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


def declare(document, moment):
    """Adds to the metadata of a document before it is written."""
    metadata = document.metadata
    metadata.created = metadata.modified = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    original = metadata.generate_rdf_metadata

    def with_universal_access(self, *arguments):
        rdf = original(*arguments)
        end = rdf.rindex(b"</rdf:RDF>")
        return rdf[:end] + UNIVERSAL_ACCESS + rdf[end:]

    metadata.generate_rdf_metadata = types.MethodType(with_universal_access, metadata)


def finish(pdf, attachments):
    """Mends what is written: kinds of the files inside, the order of the keyboard, lists of names and values."""
    kinds = {file["name"]: file["type"] for file in attachments}
    for item in pdf.objects:
        if not isinstance(item, dict):
            continue
        if item.get("Type") == "/Filespec":
            name = _text(item["UF"])
            stream = pdf.objects[int(item["EF"]["F"].split()[0])]
            if name in kinds:
                stream.extra["Subtype"] = "/" + kinds[name].replace("/", "#2f").replace("+", "#2b")
        if item.get("Type") == "/Page":
            item["Tabs"] = "/S"
        if item.get("Type") == "/StructElem" and item.get("S") == "/Div" and _of(pdf, item["P"]).get("S") == "/L":
            _pair(pdf, item)


def _of(pdf, reference):
    """The object that a reference like `12 0 R` points at."""
    return pdf.objects[int(reference.split()[0])]


def _pair(pdf, row):
    """A row of names and values, which WeasyPrint makes two items of a list without a list, becomes one: label and body."""
    row["S"] = "/LI"
    items = [_of(pdf, kid) for kid in row["K"] if not isinstance(kid, int)]
    for place, item in enumerate(item for item in items if item.get("S") == "/LI"):
        item["S"] = "/Lbl" if place == 0 else "/LBody"
        for kid in item["K"]:
            if not isinstance(kid, int) and _of(pdf, kid).get("S") == "/LBody":
                _of(pdf, kid)["S"] = "/NonStruct"


def _text(value):
    return getattr(value, "string", value)
