"""Invented documents for tests of the library, as values and as small real PDF files.

Every word of a built paragraph has its place on an A4 page, and `pdf_bytes` prints the same words at the same places,
so that what a test stores can be looked for on a page that exists.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from index.results import UnitKind
from index.stored import ItemKind, Model, Unit, Vector
from ingest.records import (
    Attachment,
    Box,
    Document,
    DocumentKind,
    Meeting,
    PageProblem,
    Paragraph,
    Section,
    Span,
)
from nlp.acts import (
    Acts,
    Assignment,
    AssignmentChange,
    Ballot,
    CaseReference,
    ChangeKind,
    Decision,
    DocumentReference,
    Motion,
    MotionKind,
    NonParticipation,
    Note,
    Outcome,
    ParagraphReference,
    Person,
    ProcedureStep,
    Range,
    Recusal,
    Report,
    Reservation,
    SectionKind,
    StepKind,
    Vote,
)
from nlp.document_acts import Goal, Milestone

PAGE_WIDTH, PAGE_HEIGHT = 595.0, 842.0
LEFT, TOP, LINE, SIZE = 60.0, 60.0, 20.0, 10.0
WORDS_A_LINE = 8
ADVANCE = 0.6 * SIZE
"""Courier's advance: 600 thousandths of the size."""

MODEL = Model("test/liten", 4)
OF_DOCUMENTS = frozenset(
    {
        ItemKind.GOAL,
        ItemKind.DEMAND,
        ItemKind.MILESTONE,
        ItemKind.ACTIVITY,
        ItemKind.OFFICE,
        ItemKind.DEFINITION,
        ItemKind.RECOMMENDATION,
    }
)
"""What directives and reports set out, and no § of a protocol."""


@dataclass
class Page:
    """Words on a page with the places of their baselines."""

    words: list[tuple[str, float, float]] = field(default_factory=list)


def laid_out(text: str, page: int, line: int = 0) -> tuple[tuple[Span, ...], list[tuple[str, float, float]]]:
    """Return the spans of ``text`` on a page from a line on, and (word, x, baseline from the page's top)."""
    spans, words, column, x = [], [], 0, LEFT
    offset = 0
    for block in text.split("\n"):
        for word in block.split(" "):
            if column == WORDS_A_LINE:
                column, line, x = 0, line + 1, LEFT
            top = TOP + line * LINE
            width = ADVANCE * len(word)
            spans.append(Span(Range(offset, offset + len(word)), page, Box(x, top, x + width, top + SIZE)))
            words.append((word, x, top + 0.8 * SIZE))
            offset, column, x = offset + len(word) + 1, column + 1, x + width + ADVANCE
        column, line, x = 0, line + 1, LEFT
    return tuple(spans), words


def pdf_bytes(pages: Sequence[Sequence[tuple[str, float, float]]]) -> bytes:
    """Return a PDF that prints words, (word, x, baseline from the top), in Courier on A4 pages."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>")
    kids = []
    for words in pages:
        stream = b"\n".join(_shown(*word) for word in words)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _file(objects)


def _shown(word: str, x: float, baseline: float) -> bytes:
    text = word.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 %g Tf %g %g Td (%s) Tj ET" % (SIZE, x, PAGE_HEIGHT - baseline, text)


def _file(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        table,
        len(objects) + 1,
        len(out),
    )


TEXT = (
    "§ {number} Dnr HSN {number}-2024 Översyn av skjuts till skolan\n"
    "Nämnden beslutar att godkänna översynen.\n"
    "Anna Ek (S) yrkar avslag på förslaget.\n"
    "Anna Ek (S) reserverar sig mot beslutet.\n"
    "Direktören får i uppdrag att återkomma senast 2025-03."
)


def where(text: str, part: str) -> tuple[Range, ...]:
    """Return the range of ``part`` in ``text``."""
    start = text.index(part)
    return (Range(start, start + len(part)),)


def paragraph(
    number: int = 7,
    *,
    board: str | None = "Skolskjutsnämnden",
    date: str | None = "2024-05-06",
    more: str = "",
    page: int = 1,
) -> Paragraph:
    """Return a paragraph with an act of most kinds; ``more`` is a last block of its text."""
    text = TEXT.format(number=number) + ("\n" + more if more else "")
    anna = Person("Anna Ek", "S")
    decision = where(text, "Nämnden beslutar att godkänna översynen.")
    task = "Direktören får i uppdrag att återkomma senast 2025-03."
    return Paragraph(
        board=board,
        date=date,
        number=number,
        title="Översyn av skjuts till skolan",
        case_numbers=(f"HSN {number}-2024",),
        page_first=page,
        page_last=page,
        text=text,
        spans=laid_out(text, page)[0],
        title_ranges=where(text, "Översyn av skjuts till skolan"),
        sections=(Section(SectionKind.DECISION, "", Range(decision[0].start, len(text))),),
        acts=Acts(
            decisions=(Decision("Nämnden beslutar att godkänna översynen.", Outcome.APPROVED, decision),),
            motions=(
                Motion(
                    (anna,),
                    MotionKind.REJECT,
                    "Anna Ek (S) yrkar avslag på förslaget.",
                    where(text, "Anna Ek (S) yrkar avslag på förslaget."),
                ),
            ),
            votes=(Vote(7, 1, None, "bifall", "avslag", (Ballot("Bo Al", "M", "yes"),), decision),),
            reservations=(
                Reservation(
                    (anna,),
                    "Anna Ek (S) reserverar sig mot beslutet.",
                    where(text, "Anna Ek (S) reserverar sig mot beslutet."),
                ),
            ),
            notes=(Note("statement", (Person(None, "V"),), "översynen", where(text, "översynen")),),
            assignments=(Assignment("Direktören", task, "2025-03", where(text, task)),),
            reports=(Report(board, "2023-02-01", 3, closed=True, ranges=decision),),
            recusals=(Recusal(Person("Eva By", None), decision),),
            references=(ParagraphReference(board, None, 3, decision), CaseReference("HSN 1-2023", decision)),
            immediate=True,
            procedure=(ProcedureStep(StepKind.PUT, ("bifall", "avslag"), None, text[: len("§ 7")], (Range(0, 3),)),),
            not_participating=(NonParticipation(Person("Eva By", None), decision),),
            documents=(DocumentReference("Översyn", "2024-04-01", None, decision),),
            assignment_changes=(
                AssignmentChange(ChangeKind.PROLONGED, task, "2025-06", board, None, 3, where(text, task)),
            ),
        ),
        attachments=(
            Attachment("Bilaga", page + 1, page + 1, "Bilagans text", laid_out("Bilagans text", page + 1, 30)[0]),
        ),
    )


def document(
    paragraphs: Sequence[Paragraph] | None = None,
    *,
    file: str = "protokoll 2024-05-06.pdf",
    content: bytes = b"",
    organisation: str | None = "Påhittade kommunen",
) -> Document:
    """Return a document of these paragraphs; its SHA-256 is that of ``content``, or of its name where there is none."""
    chosen = tuple(paragraphs if paragraphs is not None else [paragraph(7), paragraph(8, page=2)])
    first = chosen[0] if chosen else None
    return Document(
        file=file,
        sha256=hashlib.sha256(content or file.encode()).hexdigest(),
        pages=max((one.page_last for one in chosen), default=1) + 1,
        kind=DocumentKind.PROTOCOL,
        title="Protokoll",
        meeting=Meeting(organisation, first.board if first else None, first.date if first else None),
        paragraphs=chosen,
        missing_numbers=(9,),
        problems=(PageProblem(3, "Sidan saknar text. Läs in en bättre kopia."),),
    )


DIRECTIVE = "Direktiv om skjutsen\nMål\nAlla barn kommer fram.\nTidplan\nDelrapport\tjuni 2025"


def directive(*, file: str = "Direktiv om skjutsen.pdf", date: str | None = "2024-11") -> Document:
    """Return a directive: one text without a number, with a goal and a milestone."""
    goal, step = where(DIRECTIVE, "Alla barn kommer fram."), where(DIRECTIVE, "Delrapport\tjuni 2025")
    whole = Paragraph(
        board="Skolskjutsnämnden",
        date=date,
        number=None,
        title="Direktiv om skjutsen",
        case_numbers=("HSN 7-2024",),
        page_first=1,
        page_last=1,
        text=DIRECTIVE,
        spans=laid_out(DIRECTIVE.replace("\t", " "), 1)[0],
        title_ranges=where(DIRECTIVE, "Direktiv om skjutsen"),
        sections=(Section(SectionKind.OTHER, "Mål", goal[0]), Section(SectionKind.OTHER, "Tidplan", step[0])),
        acts=Acts(
            goals=(Goal("Alla barn kommer fram.", goal),),
            milestones=(Milestone("Delrapport", None, "2025-06", "juni 2025", step),),
        ),
    )
    return Document(
        file=file,
        sha256=hashlib.sha256(file.encode()).hexdigest(),
        pages=1,
        kind=DocumentKind.DIRECTIVE,
        title=whole.title,
        meeting=Meeting("Påhittade kommunen", whole.board, whole.date),
        paragraphs=(whole,),
    )


def units_of(paragraph: Paragraph) -> tuple[Unit, ...]:
    """Return two units of a paragraph, the whole and its reservation; of one without a reservation the whole."""
    whole = Unit(UnitKind.PARAGRAPH, paragraph.text, Range(0, len(paragraph.text)))
    dissent = [Unit(UnitKind.RESERVATION, one.text, one.ranges[0], ("S",)) for one in paragraph.acts.reservations[:1]]
    return (whole, *dissent)


def vector_of(text: str, dimensions: int = MODEL.dimensions) -> Vector:
    """Return a vector that depends on ``text`` alone."""
    seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
    vector = np.random.default_rng(seed).normal(size=dimensions)
    return (vector / np.linalg.norm(vector)).astype(np.float32)
