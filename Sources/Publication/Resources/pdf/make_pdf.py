"""Makes a tagged PDF/A-3 of a page with files inside. Kompas runs it; it reads and writes in its working folder only.

    python make_pdf.py        with `opdracht.json` in the working folder

`opdracht.json` names the page, the file to write, the moment and the identifier that go in it, and the files to put inside.
The same page and files give the same bytes. Ends with 0, or with 1 and what is wrong on standard error.
"""

import datetime
import json
import logging
import pathlib
import resource
import sys

LIMITS = {
    resource.RLIMIT_AS: 4_000_000_000,
    resource.RLIMIT_CPU: 300,
    resource.RLIMIT_FSIZE: 200_000_000,
    resource.RLIMIT_CORE: 0,
}


def limit():
    """Limits this process, for good: a page that never ends takes nothing else down."""
    for kind, most in LIMITS.items():
        hard = resource.getrlimit(kind)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, most))


def main():
    limit()
    # Everything below is loaded under the limits.
    import weasyprint

    import drawings
    import metadata

    logging.getLogger("weasyprint").addHandler(logging.StreamHandler(sys.stderr))
    logging.getLogger("weasyprint").setLevel(logging.ERROR)

    order = json.loads(pathlib.Path("opdracht.json").read_text("utf-8"))
    moment = datetime.datetime.fromisoformat(order["moment"])
    shelf = drawings.Shelf()

    class NothingElse(weasyprint.urls.URLFetcher):
        """Hands out the drawings of the page; every other address fails."""

        def fetch(self, url, headers=None):
            body = shelf.get(url)
            if body is None:
                raise ValueError(f"not fetched: {url}")
            return weasyprint.urls.URLFetcherResponse(url, body, {"Content-Type": "image/svg+xml"})

    fetcher = NothingElse()
    page = weasyprint.HTML(
        string=pathlib.Path(order["page"]).read_text("utf-8"), base_url="kompas:", url_fetcher=fetcher
    )
    drawings.take_out(page.etree_element, shelf)
    attachments = [
        weasyprint.Attachment(
            string=pathlib.Path(file["file"]).read_bytes(),
            base_url="kompas:",
            url_fetcher=fetcher,
            name=file["name"],
            description=file["description"],
            created=moment,
            modified=moment,
            relationship=file["relationship"],
        )
        for file in order["attachments"]
    ]
    # One identifier for this PDF and for the page it was first made from.
    document = page.render(pdf_variant="pdf/a-3a")
    metadata.declare(document, moment)
    document.write_pdf(
        order["output"],
        finisher=lambda document, pdf: metadata.finish(pdf, order["attachments"]),
        pdf_variant="pdf/a-3a",
        pdf_identifier=bytes.fromhex(order["identifier"]),
        attachments=attachments,
    )


if __name__ == "__main__":
    main()
