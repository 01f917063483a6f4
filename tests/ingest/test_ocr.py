"""Pages without usable text are read from their images, and their words stand where the page shows them."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
import typst
from PIL import Image

from ingest import ocr_engine
from ingest.contract import paragraph_record
from ingest.heads import head_of
from ingest.lines import read_page
from ingest.ocr import Recognised, recognise
from ingest.ocr_heads import with_heads
from ingest.ocr_image import skew_of
from ingest.options import Options
from ingest.reader import read_document
from ingest.records import Document, OcrReason, Span
from tests.ingest.conftest import PREAMBLE

pytestmark = pytest.mark.skipif(ocr_engine.lacking() is not None, reason="tesseract with Swedish is not installed")

SOURCE = """
#set page(height: 16cm)
#paragraf(48, [Öppettider för sporthallen], [Dnr 2024/61])
#rub[Beslut]
Fritidsnämnden beslutar att förlänga öppettiderna enligt 4 kap. 7 § reglementet.

#line(length: 15%, stroke: 0.7pt)
Ordföranden tackar för en väl genomförd utredning.
#rub[Reservation]
Ester Lindvall (C) reserverar sig mot beslutet till förmån för eget yrkande.
"""


def scan(pdf: bytes, *, skew: float = 0.0, turn: int = 0) -> bytes:
    """Return the first page of a PDF as an office scanner gives it: grey, noisy, askew or on its side."""
    document = pypdfium2.PdfDocument(pdf)
    image = document[0].render(scale=200 / 72, grayscale=True).to_pil()
    document.close()
    image = image.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=250).rotate(turn, expand=True)
    noise = np.random.default_rng(3).normal(0, 5, (image.height, image.width))
    grey = (np.asarray(image, dtype=np.float32) * 0.93 + 8 + noise).clip(0, 255).astype(np.uint8)
    out = io.BytesIO()
    Image.fromarray(grey).save(out, "PDF", resolution=200)
    return out.getvalue()


@pytest.fixture(scope="module")
def printed() -> bytes:
    """The PDF that is scanned."""
    return typst.compile((PREAMBLE + SOURCE).encode())


@pytest.fixture(scope="module")
def scanned(printed: bytes, tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The scan of it, pulled in askew, read."""
    path = tmp_path_factory.mktemp("skannat") / "inskannat.pdf"
    path.write_bytes(scan(printed, skew=0.8))
    return read_document(path)


def words(text: str, spans: tuple[Span, ...]) -> list[tuple[str, Span]]:
    """Return the words of a text with their spans."""
    return [(text[s.range.start : s.range.end], s) for s in spans]


def test_a_scan_becomes_a_paragraph(scanned: Document) -> None:
    """Number, section sign, title, case number, sections and acts of a skewed scan are those printed."""
    (paragraph,) = scanned.paragraphs
    assert (paragraph.number, paragraph.title) == (48, "Öppettider för sporthallen")
    assert paragraph.case_numbers == ("2024/61",)
    assert [d.text for d in paragraph.acts.decisions] == [
        "Fritidsnämnden beslutar att förlänga öppettiderna enligt 4 kap. 7 § reglementet."
    ]
    assert [r.by[0].name for r in paragraph.acts.reservations] == ["Ester Lindvall"]
    assert [s.kind.value for s in paragraph.sections] == ["decision", "other", "reservation"]


def test_a_scan_says_how_sure_it_is(scanned: Document) -> None:
    """A page read from its image is marked with its confidence, in the document and in its paragraphs' records."""
    (page,) = scanned.ocr_pages
    assert (page.page, page.reason) == (1, OcrReason.SCANNED)
    assert 0.8 < page.confidence <= 1
    assert paragraph_record(scanned, scanned.paragraphs[0])["ocr_confidence"] == round(page.confidence, 3)
    assert scanned.problems == ()


def test_words_stand_where_the_scan_shows_them(printed: bytes, scanned: Document) -> None:
    """The boxes of a straightened page are turned back with it: they lie where the ink is, not where it would be."""
    pdf = pypdfium2.PdfDocument(printed)
    straight = {w.text: w.box for line in read_page(pdf[0], 1).lines for w in line.words}
    width, height = pdf[0].get_size()
    pdf.close()
    angle = np.radians(-0.8)
    far = 0
    for word, span in words(scanned.paragraphs[0].text, scanned.paragraphs[0].spans):
        if len(word) < 6 or word not in straight:
            continue
        box, found = straight[word], span.box
        x, y = (box.x0 + box.x1) / 2 - width / 2, (box.top + box.bottom) / 2 - height / 2
        shown_x = np.cos(angle) * x - np.sin(angle) * y + width / 2
        shown_y = np.sin(angle) * x + np.cos(angle) * y + height / 2
        assert abs((found.x0 + found.x1) / 2 - shown_x) < 2
        assert abs((found.top + found.bottom) / 2 - shown_y) < 2.5
        far += abs(shown_y - y - height / 2) > 1
    assert far > 3


def test_section_signs_of_every_form_of_head(tmp_path: Path) -> None:
    """A sign before number and year, one before a title set apart, one behind its number: all are told on scans."""
    heads = ("§ 45/24", "§ 471#h(12mm)Yttrande över remiss av betänkandet om en sammanhållen vård", "473 §#h(1em)Taxor")
    source = PREAMBLE + '#set text(font: "Liberation Sans")\n#set page(height: 12cm, margin: (y: 15mm))\n'
    source += "".join(f"#block(strong[{head}])\nNämnden tackar den 14 mars 2023, § 41, för svaret.\n" for head in heads)
    path = tmp_path / "huvuden.pdf"
    path.write_bytes(scan(typst.compile(source.encode())))
    pdf = pypdfium2.PdfDocument(path)
    lines = recognise(pdf[0], 1).page.lines
    pdf.close()
    assert [head.number for line in lines if (head := head_of(line)) is not None] == [45, 471, 473]
    assert "Yttrande över" in lines[2].text
    assert sum("2023, § 41," in line.text for line in lines) == 3


def test_a_page_on_its_side_is_turned(printed: bytes, tmp_path: Path) -> None:
    """A sheet that was scanned lying on its side is read upright, its words marked where they lie."""
    path = tmp_path / "liggande.pdf"
    path.write_bytes(scan(printed, turn=90))
    document = read_document(path)
    assert [p.title for p in document.paragraphs] == ["Öppettider för sporthallen"]
    longest = max(document.paragraphs[0].spans, key=lambda s: s.range.end - s.range.start)
    assert longest.box.bottom - longest.box.top > longest.box.x1 - longest.box.x0


@pytest.mark.parametrize(
    ("options", "lacks", "says"),
    [(Options(ocr=False), None, "avstängd"), (Options(), "Tesseract saknar svenska.", "tesseract-ocr-swe")],
)
def test_without_tesseract_the_page_is_named(
    printed: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: Options, lacks: str | None, says: str
) -> None:
    """Where images cannot be read, or people switched it off, the page is reported with what can be done."""
    path = tmp_path / "inskannat.pdf"
    path.write_bytes(scan(printed))
    monkeypatch.setattr("ingest.pdf.lacking", lambda: lacks)
    (problem,) = read_document(path, options).problems
    assert problem.page == 1
    assert says in problem.what


def test_damaged_text_is_read_from_the_image(tmp_path: Path) -> None:
    """A text layer that lost letters gives way to the image where that reads better, and the page says so."""
    text = "Nämnden antecknar informationen till kännedom och ger förvaltningen i uppdrag att utforma organisationen."
    source = PREAMBLE + f"#set page(height: 14cm)\n#paragraf(5, [Information], [])\n#rub[Beslut]\n{text}\n"
    damaged = source.replace("tion", "ton").replace("till ", "tll ").replace("att ", "at ")
    path = tmp_path / "skadad.pdf"
    path.write_bytes(_layered(typst.compile(source.encode()), typst.compile(damaged.encode())))
    document = read_document(path)
    assert [(p.page, p.reason) for p in document.ocr_pages] == [(1, OcrReason.DAMAGED)]
    assert text in document.paragraphs[0].text.replace("\n", " ")


def test_a_sound_page_among_damaged_ones_is_doubted(tmp_path: Path) -> None:
    """Where pages of a file lost letters, a page with a single wrong word is read from its image too."""
    damaged = (
        "Nämnden antecknar informationen till kännedom och ger förvaltningen i uppdrag att utforma organisationen."
    )
    bodies = (damaged, damaged, "Ordföranden öppnar sammanträdet och finner att nämnden är beslutför i alla ärenden.")
    source = (
        PREAMBLE
        + "#set page(height: 9cm, margin: 15mm)\n"
        + "#pagebreak()\n".join(
            f"#paragraf({n}, [Ärende {n}], [])\n#rub[Beslut]\n{body}\n" for n, body in enumerate(bodies, 5)
        )
    )
    lost = (
        source.replace("tion", "ton").replace("till ", "tll ").replace("att ", "at ").replace("beslutför", "beslutörtt")
    )
    path = tmp_path / "skadad.pdf"
    path.write_bytes(_layered(typst.compile(source.encode()), typst.compile(lost.encode())))
    document = read_document(path)
    assert [p.number for p in document.paragraphs] == [5, 6, 7]
    assert [(p.page, p.reason) for p in document.ocr_pages] == [(n, OcrReason.DAMAGED) for n in (1, 2, 3)]
    assert bodies[2] in document.paragraphs[2].text.replace("\n", " ")


def test_a_head_that_the_image_lost_is_taken_from_the_layer(tmp_path: Path) -> None:
    """Number and sign come from the damaged layer, the title from the image, or all where the image has no line."""
    pages = []
    for number, title in (("§ 5", "Infrmaton"), ("#hide[§ 5]", "Information")):
        path = tmp_path / f"{title}.pdf"
        head = f"#block(strong[{number} #h(1em) {title} från direktören])"
        path.write_bytes(typst.compile(f"{PREAMBLE}Protokoll\n{head}\nNämnden tackar.".encode()))
        pdf = pypdfium2.PdfDocument(path)
        pages.append(read_page(pdf[0], 1))
        pdf.close()
    printed, shown = pages
    for lines, title in ((shown.lines, "Information"), (shown.lines[:1], "Infrmaton")):
        seen = Recognised(replace(shown, lines=lines), 0.9, 0, (1, 0, 0, 0, 1, 0))
        assert with_heads(seen, printed).page.lines[1].text == f"§ 5 {title} från direktören"


def _layered(shown: bytes, layer: bytes) -> bytes:
    """Return a PDF that shows the pages of one and has the text of another, as a bad text layer does: behind them."""
    picture, words = pypdfium2.PdfDocument(shown), pypdfium2.PdfDocument(layer)
    for seen, page in zip(picture, words, strict=True):
        image = pypdfium2.PdfImage.new(words)
        image.set_bitmap(seen.render(scale=200 / 72))
        image.set_matrix(pypdfium2.PdfMatrix().scale(*page.get_size()))
        page.insert_obj(image)
        page.gen_content()
    out = io.BytesIO()
    words.save(out)
    picture.close()
    words.close()
    return out.getvalue()


@pytest.mark.parametrize("angle", [-2.4, -0.5, 0.3, 3.1])
def test_skew_is_measured(printed: bytes, angle: float) -> None:
    """The lean of a page's lines is found to a tenth of a degree."""
    document = pypdfium2.PdfDocument(printed)
    image = document[0].render(scale=2, grayscale=True).to_pil()
    document.close()
    leaning = image.rotate(-angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    assert abs(skew_of(leaning) - angle) < 0.1
