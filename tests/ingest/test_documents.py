"""Directives, reports and memos of houses that set them each in their own way.

The layouts are invented; their headings are those under which houses write goals, demands, plans and advice.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.reader import read_document
from ingest.records import Document, DocumentKind
from nlp.acts import Acts
from tests.ingest.conftest import ReadTypst

LISTED = """Ekeby kommun
Kommunstyrelsen

Utredningsdirektiv: Samlad växel för kommunens förvaltningar

Datum: 14 februari 2024
Dnr: KS 2024/118
Beställare: Kommundirektör Pia Hallgren

Bakgrund och syfte

Kommunens sex förvaltningar har var sin växel. Handläggarna uppger att samtal kopplas
fel och att invånare får vänta. Syftet är att de ska få svar av den första de talar med.

Uppdrag

Kommunstyrelsen ger kommundirektören i uppdrag att utreda en samlad växel och lämna
förslag till organisation senast den 30 september 2024.

Mål

Nio av tio samtal ska besvaras inom en minut.

Kostnaden får inte öka jämfört med 2023.

Leverabler

- Kartläggning av dagens samtal, 30 april 2024
- Förslag till organisation, juni 2024
- Slutrapport till kommunstyrelsen: senast den 30 september 2024

Organisation

Styrgrupp är kommundirektörens ledningsgrupp. Projektledare är Nils Ahlström.

Hållpunkter

2024-03-01 Arbetet inleds
2024-05-15 Avstämning med de fackliga organisationerna
2024-09-30 Slutrapport
"""

TABLED = """# Projektdirektiv

## Digital kallelse till mammografi

| Dokumenttyp | Projektdirektiv |
|---|---|
| Diarienummer | HSN 77-2025 |
| Fastställd | 2025-01-20 |
| Projektägare | Områdeschef Lena Brolin |
| Projektledare | Omar Haddad |

### 1 Inledning

Regionen kallar kvinnor mellan 40 och 74 år med brev. Var femte tid ombokas.

### 2 Projektmål

1. 70 procent av kallelserna skickas digitalt vid utgången av 2025.
2. Andelen uteblivna besök halveras.

### 3 Krav

- Kvinnor utan e-legitimation ska kallas med brev.
- Lösningen ska följa regionens regler för informationssäkerhet.

### 4 Tidplan och milstolpar

| Milstolpe | Klart senast | Ansvarig |
|---|---|---|
| Upphandling klar | Q2 2025 | Inköpschefen |
| Pilot i Ekeby | augusti 2025 | Omar Haddad |
| Breddinförande | 2025-12-01 | Lena Brolin |

### 5 Aktiviteter

| Aktivitet | Tid | Vem |
|---|---|---|
| Intervjuer med kallade kvinnor | mars–maj 2025 | Omar Haddad |
| Test av utskick | 2025-06-01 – 2025-08-15 | IT-enheten |

### 6 Begrepp

- **Kallelse:** inbjudan till undersökning med förbokad tid.
- **Uteblivet besök** – besök som varken har ombokats eller genomförts.
"""

TOLD = """DIREKTIV FÖR ÖVERSYN AV SÄRSKOLESKJUTS

Beslutat av barn- och utbildningsnämnden den 11 juni 2024, § 58

1. Uppdragsgivare och utförare

Uppdragsgivare: Barn- och utbildningsnämnden
Utredare: Hanna Sjöberg, utvecklingsledare

2. Uppdragsbeskrivning

Utredaren ska kartlägga hur skjutsen beviljas i dag. Utredaren ska särskilt belysa barnens restider.

2.1 Förutsättningar för uppdraget

a) Uppdraget ska genomföras inom ram.
b) Vårdnadshavare ska ges möjlighet att lämna synpunkter.

3. Förväntat resultat

• Lika bedömning i hela kommunen
• Kortare restider för de yngsta barnen

4. Delaktiviteter och ansvar

• Enkät till vårdnadshavare, september–oktober 2024, ansvarig: Hanna Sjöberg
• Genomgång av 60 beslut, oktober 2024 (ansvarig juristen)
• Skrivande av rapport

5. Redovisning av uppdraget

Arbetet påbörjas i augusti 2024. Uppdraget delredovisas för nämnden i november 2024.
Slutredovisning ska lämnas senast den 28 februari 2025. Nämnden har tidigare behandlat
frågan under 2022.
"""

MEMO = """PM

Restider till vårdcentralerna i norra kommundelarna

2024-10-03
Handläggare: Sara Wik

Sammanfattning

Restiden har ökat sedan linje 14 lades om. Med restid avses tiden från dörr till dörr.

Slutsatser

Bussen behöver gå oftare på förmiddagarna. Vi föreslår att:

- linje 14 får en avgång klockan 8.10,
- vårdcentralen erbjuder tider efter klockan 10 samt
- frågan följs upp i mars 2025.

Definitioner

Närtrafik: trafik som beställs i förväg
Vårdcentral – mottagning med fast läkare
"""


def read(path: Path, text: str) -> Document:
    """Write a file and read it."""
    path.write_text(text, encoding="utf-8")
    return read_document(path)


def acts(document: Document) -> Acts:
    """Return what a document sets out."""
    (whole,) = document.paragraphs
    return whole.acts


def head(document: Document) -> tuple[DocumentKind, str, str | None, str | None, tuple[str, ...]]:
    """Return kind, title, board, date and case numbers."""
    (whole,) = document.paragraphs
    return document.kind, whole.title, whole.board, whole.date, whole.case_numbers


def steps(document: Document) -> list[tuple[str, str | None]]:
    """Return the milestones with when they are due."""
    return [(one.name, one.due) for one in acts(document).milestones]


@pytest.fixture
def listed(tmp_path: Path) -> Document:
    """Read a directive whose plan is a list and lines that begin with their date."""
    return read(tmp_path / "direktiv.txt", LISTED)


@pytest.fixture
def tabled(tmp_path: Path) -> Document:
    """Read a directive whose cover and plan are tables."""
    return read(tmp_path / "direktiv.md", TABLED)


@pytest.fixture
def told(tmp_path: Path) -> Document:
    """Read a directive that tells its plan in sentences."""
    return read(tmp_path / "direktiv.txt", TOLD)


@pytest.fixture
def memo(tmp_path: Path) -> Document:
    """Read a memo."""
    return read(tmp_path / "pm.txt", MEMO)


def test_cover_of_letterhead_and_labels(listed: Document) -> None:
    """A body that stands alone above the title is the board; date and case number stand behind their labels."""
    assert head(listed) == (
        DocumentKind.DIRECTIVE,
        "Utredningsdirektiv: Samlad växel för kommunens förvaltningar",
        "Kommunstyrelsen",
        "2024-02-14",
        ("KS 2024/118",),
    )
    assert listed.meeting.organisation == "Ekeby kommun"


def test_cover_in_a_table(tabled: Document) -> None:
    """Rows of label and value on the cover are read; a title that only says the kind goes on in the next line."""
    assert head(tabled) == (
        DocumentKind.DIRECTIVE,
        "Projektdirektiv Digital kallelse till mammografi",
        None,
        "2025-01-20",
        ("HSN 77-2025",),
    )


def test_cover_that_says_who_decided(told: Document) -> None:
    """A line that begins with "Beslutat av" and ends with a date gives board and date."""
    kind, _, board, date, _ = head(told)
    assert (kind, board, date) == (DocumentKind.DIRECTIVE, "Barn- och utbildningsnämnden", "2024-06-11")


def test_cover_of_a_memo(memo: Document) -> None:
    """A memo is a report; a date on a line of its own is the memo's, and no board is guessed."""
    kind, title, board, date, _ = head(memo)
    assert (kind, board, date) == (DocumentKind.REPORT, None, "2024-10-03")
    assert title == "PM Restider till vårdcentralerna i norra kommundelarna"


def test_headings_are_sections(listed: Document, tabled: Document, told: Document) -> None:
    """Each heading is a section, numbered or not, in bold, in larger type or only by its place."""
    found = [[s.heading for s in one.paragraphs[0].sections] for one in (listed, tabled, told)]
    assert found[0] == ["Bakgrund och syfte", "Uppdrag", "Mål", "Leverabler", "Organisation", "Hållpunkter"]
    assert [len(headings) for headings in found] == [6, 6, 6]
    assert found[2][2] == "2.1 Förutsättningar för uppdraget"


def test_goals(listed: Document, tabled: Document, told: Document) -> None:
    """Points, and where there are none blocks, under headings of goals are goals, whatever the heading is called."""
    assert [one.text for one in acts(listed).goals] == [
        "Nio av tio samtal ska besvaras inom en minut.",
        "Kostnaden får inte öka jämfört med 2023.",
    ]
    assert len(acts(tabled).goals) == 2
    assert [one.text for one in acts(told).goals] == [
        "Lika bedömning i hela kommunen",
        "Kortare restider för de yngsta barnen",
    ]


def test_demands(listed: Document, tabled: Document, told: Document) -> None:
    """Points under "Krav" and "Förutsättningar" are demands, lettered ones too."""
    assert [len(acts(one).demands) for one in (listed, tabled, told)] == [0, 2, 2]


def test_milestones_of_lists(listed: Document) -> None:
    """A time stands behind a comma, a colon or "senast", or begins the line."""
    assert steps(listed) == [
        ("Kartläggning av dagens samtal", "2024-04-30"),
        ("Förslag till organisation", "2024-06"),
        ("Slutrapport till kommunstyrelsen", "2024-09-30"),
        ("Arbetet inleds", "2024-03-01"),
        ("Avstämning med de fackliga organisationerna", "2024-05-15"),
        ("Slutrapport", "2024-09-30"),
    ]


def test_milestones_of_a_table(tabled: Document) -> None:
    """Columns are known by their heads; a quarter is reduced to its year."""
    assert steps(tabled) == [
        ("Upphandling klar", "2025"),
        ("Pilot i Ekeby", "2025-08"),
        ("Breddinförande", "2025-12-01"),
    ]
    assert acts(tabled).milestones[0].printed == "Q2 2025"


def test_milestones_of_sentences(told: Document) -> None:
    """Sentences that say when the work is reported on are milestones; what lies behind is none."""
    assert steps(told) == [
        ("Arbetet påbörjas", "2024-08"),
        ("Uppdraget delredovisas för nämnden", "2024-11"),
        ("Slutredovisning ska lämnas", "2025-02-28"),
    ]


def test_activities(tabled: Document, told: Document) -> None:
    """An activity has its span, also of months that share a year, and who answers for it."""
    assert [(a.name, a.start, a.end, a.responsible) for a in acts(tabled).activities] == [
        ("Intervjuer med kallade kvinnor", "2025-03", "2025-05", "Omar Haddad"),
        ("Test av utskick", "2025-06-01", "2025-08-15", "IT-enheten"),
    ]
    assert [(a.name, a.start, a.end, a.responsible) for a in acts(told).activities] == [
        ("Enkät till vårdnadshavare", "2024-09", "2024-10", "Hanna Sjöberg"),
        ("Genomgång av 60 beslut", None, "2024-10", "juristen"),
        ("Skrivande av rapport", None, None, None),
    ]


def test_offices(listed: Document, tabled: Document, told: Document, memo: Document) -> None:
    """Owner, leader and author are read behind labels, in rows of a cover and in sentences."""
    assert [[(one.role, one.name) for one in acts(each).offices] for each in (listed, tabled, told, memo)] == [
        [("owner", "Kommundirektör Pia Hallgren"), ("leader", "Nils Ahlström")],
        [("owner", "Områdeschef Lena Brolin"), ("leader", "Omar Haddad")],
        [("owner", "Barn- och utbildningsnämnden"), ("leader", "Hanna Sjöberg, utvecklingsledare")],
        [("author", "Sara Wik")],
    ]


def test_definitions(tabled: Document, memo: Document) -> None:
    """A term stands in bold, before a colon or a dash, or in "Med X avses"."""
    assert [one.term for one in acts(tabled).definitions] == ["Kallelse", "Uteblivet besök"]
    assert [(one.term, one.meaning) for one in acts(memo).definitions] == [
        ("restid", "tiden från dörr till dörr"),
        ("Närtrafik", "trafik som beställs i förväg"),
        ("Vårdcentral", "mottagning med fast läkare"),
    ]


def test_recommendations(memo: Document) -> None:
    """Points that "Vi föreslår att" leads in are recommendations, without the words that tie them together."""
    assert [one.text for one in acts(memo).recommendations] == [
        "linje 14 får en avgång klockan 8.10",
        "vårdcentralen erbjuder tider efter klockan 10",
        "frågan följs upp i mars 2025.",
    ]


def test_assignment_of_a_directive(listed: Document) -> None:
    """What the directive gives somebody to do is an assignment with its date."""
    assert [(one.recipient, one.due) for one in acts(listed).assignments] == [("kommundirektören", "2024-09-30")]


@pytest.mark.parametrize("name", ["listed", "tabled", "told", "memo"])
def test_ranges_hold_what_was_read(name: str, request: pytest.FixtureRequest) -> None:
    """Every act's ranges lie in the document's text, and what has a text is what its ranges cover."""
    (whole,) = request.getfixturevalue(name).paragraphs
    for field in Acts.__slots__:
        found = getattr(whole.acts, field)
        for one in found if isinstance(found, tuple) else ():
            quote = " ".join(whole.text[place.start : place.end] for place in one.ranges)
            assert quote
            words = str(getattr(one, "text", "") or getattr(one, "name", "") or getattr(one, "term", ""))
            assert "".join(words.split()) in "".join(quote.split())


def test_directive_in_pdf_with_captions_and_contents(read_typst: ReadTypst) -> None:
    """A table of contents is no run of headings, a caption no heading, and a heading may take two lines."""
    document = read_typst(
        """
        #text(size: 20pt, weight: "bold")[Uppdragsdirektiv: Öppna mottagningar]

        Datum: mars 2025

        *Innehåll*

        #grid(columns: (1fr, auto), row-gutter: 6pt, [1 Bakgrund], [1], [2 Tidplan], [1], [3 Risker], [2])

        #rub[1 Bakgrund] Mottagningarna har öppet två kvällar i veckan, och fler har frågat efter tider på helgen.

        #rub[2 Tidplan för arbetet med mottagningarna i de kommuner som ännu inte har \
          någon egen lokal] Planen är fastställd av direktören.

        *Tabell 1. Steg*

        #table(columns: 2, [*Steg*], [*Datum*], [Lokaler hyrda], [2025-08-01], [Öppning], [oktober 2025])

        #rub[3 Risker] Det kan bli svårt att hitta lokaler som rymmer en mottagning med två rum och väntrum.
        """
    )
    (whole,) = document.paragraphs
    assert [section.heading for section in whole.sections][-3:] == [
        "1 Bakgrund",
        "2 Tidplan för arbetet med mottagningarna i de kommuner som ännu inte har någon egen lokal",
        "3 Risker",
    ]
    assert (whole.title, whole.date) == ("Uppdragsdirektiv: Öppna mottagningar", "2025-03")
    assert steps(document) == [("Lokaler hyrda", "2025-08-01"), ("Öppning", "2025-10")]
