"""Web pages and PDF files."""

from pathlib import Path

import pytest
from pypdf import PdfWriter

from rashomon.errors import UnreadableReport
from rashomon.record import Basis, Report
from rashomon.reports import reports_in

PARAGRAPHS = (
    "Rebels shelled the town on Monday, officials said, and at least three people died in the market near the lake.",
    "Residents fled towards the border, aid workers said, while the hospital asked for donors of blood and for medicine.",
    "The governor said from the far shore that the army would be back within days and that nobody should leave the town.",
)
PAGE = """<!DOCTYPE html><html><head><title>Rebels shell Goma</title><meta property="og:site_name" content="Lake Times">
<meta property="og:title" content="Rebels shell Goma"><meta name="author" content="Ana Ruiz">
<meta property="article:published_time" content="2012-11-20T08:00:00Z"><link rel="canonical" href="https://lake.example/goma"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Rebels shell Goma</h1>{}</article>
<footer>All rights reserved</footer></body></html>"""


def read(path: Path) -> Report | UnreadableReport:
    (item,) = reports_in([path])
    return item


def pdf(text: str) -> bytes:
    """A PDF of one page that shows the lines of `text`."""
    lines = "".join(f"({line}) Tj T* " for line in text.split("\n"))
    stream = f"BT /F1 12 Tf 14 TL 50 700 Td {lines}ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /CreationDate (D:20121120080000Z) >>",
    ]
    data, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(
        f"{offset:010} 00000 n \n" for offset in offsets
    )
    return (
        data + f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{start}\n%%EOF"
    ).encode()


def test_a_page_gives_its_main_text_and_what_its_metadata_say(tmp_path: Path) -> None:
    path = tmp_path / "goma.html"
    path.write_text(PAGE.format("".join(f"<p>{p}</p>" for p in PARAGRAPHS)), encoding="utf-8")
    report = read(path)
    assert isinstance(report, Report)
    assert (report.id, report.title, report.publisher, report.authors) == (
        "goma",
        "Rebels shell Goma",
        "Lake Times",
        ("Ana Ruiz",),
    )
    assert report.url == "https://lake.example/goma"
    assert report.published is not None
    assert (str(report.published.earliest), report.published.basis) == ("2012-11-20", Basis.metadata)
    assert all(paragraph in report.text for paragraph in PARAGRAPHS)
    assert "Home" not in report.text


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (
            "<html><head><title>404 Not Found</title></head><body><p>There is nothing here.</p></body></html>",
            "an error page",
        ),
        (
            "<html><head><title>Just a moment...</title></head><body><p>Enable cookies to continue.</p></body></html>",
            "an error page",
        ),
        ("<html><body></body></html>", "no main text on this page"),
        ("<", "no main text on this page"),
    ],
)
def test_pages_that_are_no_reports(tmp_path: Path, page: str, reason: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(page)
    assert reason in str(read(path))


def test_a_pdf_gives_its_text_and_the_day_it_was_made(tmp_path: Path) -> None:
    path = tmp_path / "goma.pdf"
    path.write_bytes(pdf("Rebels shelled the town on Monday,\nofficials said."))
    report = read(path)
    assert isinstance(report, Report)
    assert report.text.split() == "Rebels shelled the town on Monday, officials said.".split()
    assert len(report.regions) == 1
    assert report.published is not None
    assert (str(report.published.earliest), report.published.reason) == ("2012-11-20", "the day the file was made")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"not a pdf", "a broken PDF"),
        (b"%PDF-1.4\n1 0 obj", "a broken PDF"),
        (pdf(""), "a PDF without text, perhaps a scan; run it through OCR first"),
        (pdf("Rebels shelled the town.")[:300], "a broken PDF"),
    ],
)
def test_pdfs_that_cannot_be_read(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    assert reason in str(read(path))


def test_an_encrypted_pdf_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(str(path))
    assert "an encrypted PDF; save it without a password" in str(read(path))
