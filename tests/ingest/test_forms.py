"""Forms of protocols: each test is one way in which some body prints its paragraphs. All texts are made up."""

# ruff: noqa: E501 - sources of typeset pages keep their own lines
from __future__ import annotations

import pytest

from ingest.records import Document, DocumentKind, Paragraph
from tests.ingest.conftest import ReadTypst

BODY = (
    "Trafikkontoret har gått igenom hållplatserna längs linje sju och föreslår att tre av dem byggs om så att "
    "bussarna kan angöra rakt och resenärer med rullstol kommer ombord utan hjälp. Arbetet görs under sommaren."
)


def heads(document: Document) -> list[tuple[int | None, str, tuple[str, ...]]]:
    """Return number, title and case numbers of every paragraph."""
    return [(p.number, p.title, p.case_numbers) for p in document.paragraphs]


def section(paragraph: Paragraph, kind: str) -> str:
    """Return the text of the first section of a kind."""
    found = next(s for s in paragraph.sections if s.kind == kind)
    return paragraph.text[found.range.start : found.range.end]


def test_title_beside_the_number_and_case_below(read_typst: ReadTypst) -> None:
    """A bold title may wrap, and the case number stands on its own line below."""
    document = read_typst(
        f"""
        #paragraf(41, [Ombyggnad av hållplatser längs linje sju mellan Norra torget och Hamnkajen i Bergvik], [TN 212-2023])
        #rub[Sammanfattning] {BODY}
        #rub[Beslut] Förslaget godkänns.
        #paragraf(42, [Parkering vid badplatsen], [TN 14-2024])
        #rub[Beslut] Ärendet bordläggs.
        """
    )
    title = "Ombyggnad av hållplatser längs linje sju mellan Norra torget och Hamnkajen i Bergvik"
    assert heads(document) == [(41, title, ("TN 212-2023",)), (42, "Parkering vid badplatsen", ("TN 14-2024",))]
    assert section(document.paragraphs[0], "summary") == BODY


def test_case_number_in_a_column_of_its_own(read_typst: ReadTypst) -> None:
    """The form "SN § 29   Title   SN/2026:102": prefix, title and case number share a line, and the title wraps in its column."""
    document = read_typst(
        f"""
        #let rad(a, b, c) = grid(columns: (22mm, 1fr, 32mm), column-gutter: 4mm, text(weight: "bold", a), text(weight: "bold", b), c)
        #rad[SN § 29][Riktlinje för stöd till anhöriga som vårdar en närstående i hemmet under lång tid][SN/2026:102]
        #rub[Beslut] Nämnden antar riktlinjen.
        #rub[Bakgrund] {BODY}
        #v(2em)
        #rad[SN § 30][Delegationsbeslut][SN/2026:4]
        #rub[Beslut] Redovisningen godkänns.
        """
    )
    title = "Riktlinje för stöd till anhöriga som vårdar en närstående i hemmet under lång tid"
    assert heads(document) == [(29, title, ("SN/2026:102",)), (30, "Delegationsbeslut", ("SN/2026:4",))]


def test_number_and_case_above_the_title(read_typst: ReadTypst) -> None:
    """The form "VON § 22   Dnr 2024/12" stands above the title."""
    document = read_typst(
        f"""
        VON § 22 #h(3em) Dnr 2024/12

        #text(size: 14pt, weight: "bold")[Nya lokaler för dagverksamheten i centrum och i de norra kommundelarna av staden]
        #rub[BESLUT] Nämnden godkänner lokalprogrammet. \\ \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_
        #rub[Ärendet i korthet] {BODY}
        #pagebreak()
        VON § 23 #h(3em) Dnr 2024/11

        #text(size: 14pt, weight: "bold")[Ekonomi]
        #rub[BESLUT] Informationen tas till handlingarna.
        """
    )
    title = "Nya lokaler för dagverksamheten i centrum och i de norra kommundelarna av staden"
    assert heads(document) == [(22, title, ("2024/12",)), (23, "Ekonomi", ("2024/11",))]


def test_number_before_the_sign(read_typst: ReadTypst) -> None:
    """The form "13 §" opens a paragraph as "§ 13" does."""
    document = read_typst(
        f"""
        *13 § Val av protokolljusterare*

        *Beslut:* \\ Anna Ek och Per Ask valdes.

        *14 § Trafikplan*

        {BODY}

        *Beslut:* \\ Planen antogs.
        """
    )
    assert [(n, t) for n, t, _ in heads(document)] == [(13, "Val av protokolljusterare"), (14, "Trafikplan")]
    assert [d.text for p in document.paragraphs for d in p.acts.decisions][-1] == "Planen antogs."


def test_plain_type_without_bold(read_typst: ReadTypst) -> None:
    """Where nothing is bold, distance and wording alone tell title, headings and text."""
    document = read_typst(
        f"""
        § 5

        Yttrande över remissen om kollektivtrafik

        KS 2025/17

        Beslut

        Nämnden ställer sig bakom yttrandet.

        Bakgrund

        {BODY}

        § 6

        Meddelanden

        Beslut

        Meddelandena läggs till handlingarna.
        """
    )
    assert heads(document) == [
        (5, "Yttrande över remissen om kollektivtrafik", ("KS 2025/17",)),
        (6, "Meddelanden", ()),
    ]
    assert section(document.paragraphs[0], "background") == BODY


def test_continued_paragraph(read_typst: ReadTypst) -> None:
    """The form "§ 16 forts." on the next page goes on with § 16 and opens nothing."""
    document = read_typst(
        f"""
        #paragraf(16, [Budget], [RS 1-2024])
        #rub[Sammanfattning] {BODY}
        #pagebreak()
        *§ 16 forts.*

        #rub[Beslut] Budgeten fastställs.
        #paragraf(17, [Val], [RS 2-2024])
        #rub[Beslut] Valet bordläggs.
        """
    )
    assert [p.number for p in document.paragraphs] == [16, 17]
    assert [d.text for d in document.paragraphs[0].acts.decisions] == ["Budgeten fastställs."]
    assert "forts" not in document.paragraphs[0].text


def test_running_number_at_the_head_of_every_page(read_typst: ReadTypst) -> None:
    """A page head that repeats the § it stands over belongs to no text."""
    pages = "".join(
        f"""#set page(header: [Protokoll #h(1fr) {n} § #h(1fr) 09.05.2023])
        *{n} § Ärende nummer {n} om vatten*

        {" ".join([BODY] * 20)}

        {BODY} {BODY} {BODY} {BODY} {BODY} {BODY}

        *Beslut:* \\ Förslag {n} godkändes.
        #pagebreak(weak: true)
        """
        for n in (19, 20, 21)
    )
    document = read_typst(pages)
    assert [(p.number, p.title) for p in document.paragraphs] == [
        (n, f"Ärende nummer {n} om vatten") for n in (19, 20, 21)
    ]
    assert all("09.05.2023" not in p.text for p in document.paragraphs)
    assert document.paragraphs[0].page_last > document.paragraphs[0].page_first


def test_paragraph_named_in_running_text(read_typst: ReadTypst) -> None:
    """A § at the start of a line of running text, or of a statute, is no head."""
    document = read_typst(
        f"""
        #paragraf(7, [Taxa för renhållning], [TN 3-2024])
        #rub[Bakgrund] {BODY} Enligt 27 kap. 4 § \\ miljöbalken får kommunen ta ut avgift. Ärendet bordlades den 3 maj, \\
        § 12 och den 7 juni, \\ § 19.
        #rub[Beslut] Taxan antas.
        #paragraf(8, [Förslag till ändring av 4 § i reglementet], [TN 4-2024])
        #rub[Beslut] § 4 i reglementet får ny lydelse: \\ § 4 Nämnden har sju ledamöter.
        #paragraf(9, [Rapport], [TN 5-2024])
        #rub[Beslut] Rapporten godkänns.
        """
    )
    assert [p.number for p in document.paragraphs] == [7, 8, 9]
    assert document.paragraphs[1].title == "Förslag till ändring av 4 § i reglementet"


def test_agenda_is_no_paragraph(read_typst: ReadTypst) -> None:
    """An agenda with dot leaders and page numbers, before the paragraphs, gives none; the cover says the body and date."""
    document = read_typst(
        f"""
        #text(size: 16pt, weight: "bold")[Sammanträdesprotokoll] \\ Kulturnämnden \\ Sammanträdesdatum 2025-02-11

        Region Sjöslätten
        #pagebreak()
        *Ärendelista*

        #for (n, t) in ((3, "Val av justerare"), (4, "Biblioteksplan för åren 2025 till 2028"), (5, "Museets öppettider")) [
          § #n #h(1em) #t #box(width: 1fr, repeat[.]) #(n - 1) \\
        ]
        #pagebreak()
        #paragraf(3, [Val av justerare], [])
        #rub[Beslut] Nämnden utser Maj Lund (C).
        #paragraf(4, [Biblioteksplan för åren 2025 till 2028], [KN 8-2025])
        #rub[Bakgrund] {BODY}
        #rub[Beslut] Planen antas.
        #paragraf(5, [Museets öppettider], [KN 9-2025])
        #rub[Beslut] Öppettiderna fastställs.
        """
    )
    assert [(p.number, p.page_first) for p in document.paragraphs] == [(3, 3), (4, 3), (5, 3)]
    assert (document.meeting.organisation, document.meeting.board, document.meeting.date) == (
        "Region Sjöslätten",
        "Kulturnämnden",
        "2025-02-11",
    )
    assert document.kind is DocumentKind.PROTOCOL


def test_attachment_with_other_page_heads(read_typst: ReadTypst) -> None:
    """Pages that carry another document's head follow a paragraph as its attachment and count not among its pages."""
    document = read_typst(
        f"""
        #set page(header: [Protokoll \\ Miljönämnden \\ 2024-09-03], footer: [Justerandes sign #h(4em) Utdragsbestyrkande])
        #paragraf(50, [Tillsynsplan], [MN 7-2024])
        #rub[Beslut] Planen antas.
        #set page(header: [Miljökontoret #h(1fr) Sida 1 (1)], footer: [])
        #text(size: 15pt)[Tjänsteskrivelse om tillsynsplan]

        #rub[Förslag till beslut] Planen antas. {BODY}
        #set page(header: [Protokoll \\ Miljönämnden \\ 2024-09-03], footer: [Justerandes sign #h(4em) Utdragsbestyrkande])
        #paragraf(51, [Avgifter], [MN 8-2024])
        #rub[Beslut] Avgifterna antas.
        #pagebreak()
        #paragraf(52, [Meddelanden], [])
        #rub[Beslut] Meddelandena noteras.
        """
    )
    first = document.paragraphs[0]
    assert (first.page_first, first.page_last) == (1, 1)
    assert [a.page_first for a in first.attachments] == [2]
    assert first.attachments[0].title == "Tjänsteskrivelse om tillsynsplan"
    assert "Justerandes" not in first.text
    assert [s.kind for s in first.sections] == ["decision"]


def test_attachment_under_the_same_page_heads(read_typst: ReadTypst) -> None:
    """The form "Bilaga 1" at the top of a page opens an attachment even where the page heads stay the same."""
    document = read_typst(
        f"""
        #set page(header: [Protokoll #h(1fr) Miljönämnden 2024-09-03])
        #paragraf(50, [Tillsynsplan], [MN 7-2024])
        #rub[Beslut] Planen antas enligt bilaga 1.
        #pagebreak()
        #text(size: 15pt)[Bilaga 1 Tillsynsplan för året]

        {BODY}
        #pagebreak()
        #paragraf(51, [Avgifter], [MN 8-2024])
        #rub[Beslut] Avgifterna antas.
        """
    )
    first = document.paragraphs[0]
    assert (first.page_first, first.page_last, len(first.attachments)) == (1, 1, 1)
    assert first.attachments[0].title == "Bilaga 1 Tillsynsplan för året"


def test_pages_that_open_with_a_bare_label(read_typst: ReadTypst) -> None:
    """The label "Bilaga 2" in body type opens an attachment, and what stands under it decides nothing."""
    document = read_typst(
        f"""
        #set page(header: [Protokoll #h(1fr) Miljönämnden 2024-09-03])
        #paragraf(50, [Tillsynsplan], [MN 7-2024])
        #rub[Beslut] Planen antas.
        #pagebreak()
        Bilaga 1 \\
        Närvarande var följande ledamöter. {BODY}
        #pagebreak()
        Bilaga 2 \\
        Omröstningen utföll med 5 ja mot 4 nej. {BODY}
        """
    )
    (paragraph,) = document.paragraphs
    assert (paragraph.page_first, paragraph.page_last) == (1, 1)
    assert [(a.title, a.page_first) for a in paragraph.attachments] == [("Bilaga 1", 2), ("Bilaga 2", 3)]
    assert [d.text for d in paragraph.acts.decisions] == ["Planen antas."]


def test_extract_without_cover(read_typst: ReadTypst) -> None:
    """A single § without a cover page is an extract, and body and date stay unknown."""
    document = read_typst(
        f"""
        #paragraf(28, [Genomlysning av hemsjukvården], [HSN 83-2023])
        #rub[Sammanfattning] {BODY}
        #rub[Beslut] Informationen är delgiven.
        """
    )
    assert document.kind is DocumentKind.EXTRACT
    assert (document.meeting.board, document.meeting.date) == (None, None)
    assert len(document.paragraphs) == 1


def test_text_below_the_rule_is_a_section_of_its_own(read_typst: ReadTypst) -> None:
    """Text without a heading below the decision's rule is no part of the decision."""
    document = read_typst(
        f"""
        #paragraf(9, [Övriga frågor], [])
        #rub[BESLUT] Informationen tas till handlingarna.

        \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_

        {BODY}
        """
    )
    (paragraph,) = document.paragraphs
    assert [(s.kind, s.heading) for s in paragraph.sections] == [("decision", "BESLUT"), ("other", "")]
    assert section(paragraph, "other") == BODY


def test_hyphens_at_line_ends(read_typst: ReadTypst) -> None:
    """A hyphen that broke a word goes; one that belongs to the word stays."""
    document = read_typst(
        """
        #paragraf(3, [Journaler], [])
        #rub[Bakgrund] Granskningen av SoL- \\ journaler genom- \\ fördes av vård- \\ och omsorgsnämnden samt hälso- \\
        och sjukvårdsnämnden under våren i hela regionen.
        #rub[Beslut] Rapporten godkänns.
        """
    )
    expected = (
        "Granskningen av SoL-journaler genomfördes av vård- och omsorgsnämnden samt hälso- och sjukvårdsnämnden under "
        "våren i hela regionen."
    )
    assert section(document.paragraphs[0], "background") == expected


def test_title_that_loses_its_bold(read_typst: ReadTypst) -> None:
    """A title whose second line is set like the text still is one title where no sentence ends before the heading."""
    document = read_typst(
        """
        *§ 12 Överlåtelse av tillsynen över vattenverksamhet från Länsstyrelsen* \\
        Sjöslätten för vattenverksamhet enligt 11 kap. \\ miljöbalken
        #rub[Beslut] Ärendet bordläggs.
        """
    )
    title = "Överlåtelse av tillsynen över vattenverksamhet från Länsstyrelsen Sjöslätten för vattenverksamhet enligt 11 kap."
    assert document.paragraphs[0].title == f"{title} miljöbalken"


def test_first_line_of_the_text_in_the_type_of_the_title(read_typst: ReadTypst) -> None:
    """A sentence that is set like the title above it is text: the title's line had room for its first word."""
    document = read_typst(
        """
        *§ 12* \\
        *Övriga frågor* \\
        *Ordföranden Tova Ström (S) informerar om det möte som hölls med regionens företrädare och* \\
        om de tider som gäller för nästa möte.
        #rub[Beslut] Informationen antecknas.
        """
    )
    assert document.paragraphs[0].title == "Övriga frågor"


def test_year_that_ends_a_title_on_the_next_page(read_typst: ReadTypst) -> None:
    """A year alone at the top of a page is no page number."""
    document = read_typst(
        f"""
        #set page(header: [Protokoll #h(1fr) Kulturnämnden])
        #paragraf(11, [Öppettider], [])
        #rub[Beslut] Förslaget antas. {" ".join([BODY] * 11)}
        #v(1fr)
        *§ 12 Utdelning ur stiftelsen för sjöräddning* \\ #pagebreak() *2024*
        #rub[Beslut] Utdelningen godkänns.
        """
    )
    assert document.paragraphs[-1].title == "Utdelning ur stiftelsen för sjöräddning 2024"


def test_number_and_title_in_one_word(read_typst: ReadTypst) -> None:
    """The form "§ 12Budget", without a blank, gives number and title, each once in the text."""
    document = read_typst("*§ 12Budget för nästa år* #rub[Beslut] Budgeten fastställs.")
    (paragraph,) = document.paragraphs
    assert (paragraph.number, paragraph.title) == (12, "Budget för nästa år")
    assert paragraph.text.count("Budget för") == 1


def test_text_across_the_page_stays_aside(read_typst: ReadTypst) -> None:
    """A stamp that runs up the margin gets into no paragraph."""
    document = read_typst(
        f"""
        #place(left, dx: -18mm, dy: 60mm, rotate(-90deg, reflow: true)[Signerat elektroniskt 2024 av Lo Ek])
        #paragraf(3, [Journaler], [])
        #rub[Bakgrund] {BODY}
        #rub[Beslut] Rapporten godkänns.
        """
    )
    assert "Signerat" not in document.paragraphs[0].text
    assert section(document.paragraphs[0], "background") == BODY


@pytest.mark.parametrize("mark", ["Påhittat exempel", "UTKAST – ej justerat"])
def test_mark_on_every_page_is_no_text(read_typst: ReadTypst, mark: str) -> None:
    """What stands at the same place on every page is furniture, whatever it says."""
    document = read_typst(
        f"""
        #set page(footer: align(center)[{mark}])
        #paragraf(3, [Journaler], [])
        #rub[Bakgrund] {BODY}
        #pagebreak()
        #rub[Beslut] Rapporten godkänns.
        """
    )
    (paragraph,) = document.paragraphs
    assert mark.split(maxsplit=1)[0] not in paragraph.text
    assert paragraph.page_last == 2


def test_number_that_ends_a_reference_is_no_point(read_typst: ReadTypst) -> None:
    """A line that begins with the number of the § that the line above names goes on with its sentence."""
    document = read_typst(
        """
        #paragraf(3, [Kalkyl], [])
        #rub[Bakgrund] Kalkylen är 500 000 kronor högre än det tak som gällt sedan TN 2022-03-15 § \\
        31. Av ökningen beror hälften på index och resten på räntor.

        1. Första etappen byggs i år.
        #rub[Beslut] Kalkylen godkänns.
        """
    )
    first, second = section(document.paragraphs[0], "background").split("\n")
    assert "TN 2022-03-15 § 31. Av ökningen beror hälften" in first
    assert second == "1. Första etappen byggs i år."
