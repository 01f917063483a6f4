"""Running text in two columns is read column by column; tables and lists are left as they are."""

from __future__ import annotations

from ingest.records import Document
from tests.ingest.conftest import ReadTypst

FIRST = (
    "Förvaltningen har under våren gått igenom hur de gamla arkivrummen används och vad som krävs för att "
    "handlingarna ska bevaras i tjugo år till. Genomgången visar att fukten har ökat i två av rummen och att "
    "hyllorna inte räcker för de leveranser som väntas. Flera av de äldsta protokollen bör flyttas redan i höst, "
    "innan värmen slås på och luften blir torr."
)
SECOND = (
    "Kostnaden för nya hyllor är beräknad till fyrahundratusen kronor, som ryms inom den beslutade ramen. "
    "Arkivarien föreslår att flytten samordnas med den gallring som nämnden har beslutat om, så att ingen "
    "handling behöver bäras två gånger. När arbetet är klart återkommer förvaltningen med en redovisning av vad "
    "som har gjorts och vad det har kostat."
)
HEAD = "#paragraf(14, [Arkivens framtid], [Dnr 2024/88])\n"
DECISION = "#rub[Beslut]\nKulturnämnden beslutar att godkänna planen för arkiven."


def text_of(document: Document) -> str:
    """Return the text of all paragraphs on one line."""
    return " ".join(" ".join(p.text.split()) for p in document.paragraphs)


def test_columns_are_read_one_after_the_other(read_typst: ReadTypst) -> None:
    """The left column's sentences are whole and come before the right one's; what spans both stays around them."""
    document = read_typst(f"{HEAD}#rub[Ärendet]\n#columns(2, gutter: 8mm)[{FIRST}\n#colbreak()\n{SECOND}]\n{DECISION}")
    (paragraph,) = document.paragraphs
    text = text_of(document)
    assert FIRST in text
    assert SECOND in text
    assert text.index(FIRST) < text.index(SECOND) < text.index("Kulturnämnden beslutar")
    assert [d.text for d in paragraph.acts.decisions] == ["Kulturnämnden beslutar att godkänna planen för arkiven."]


def test_paragraphs_open_in_the_right_column_too(read_typst: ReadTypst) -> None:
    """A protocol set in two columns has the paragraphs of both, in the order of reading."""
    one = f"{HEAD}#rub[Ärendet]\n{FIRST}\n{DECISION}"
    two = f"#colbreak()\n#paragraf(15, [Hyllor], [Dnr 2024/91])\n#rub[Ärendet]\n{SECOND}\n{DECISION}"
    document = read_typst(f"#set page(columns: 2)\n{one}\n{two}")
    assert [(p.number, p.title) for p in document.paragraphs] == [(14, "Arkivens framtid"), (15, "Hyllor")]
    assert [[s.kind.value for s in p.sections] for p in document.paragraphs] == [["summary", "decision"]] * 2
    assert FIRST in " ".join(document.paragraphs[0].text.split())
    assert SECOND in " ".join(document.paragraphs[1].text.split())


def test_words_of_columns_are_marked_where_they_stand(read_typst: ReadTypst) -> None:
    """The right column's words are marked in the right half of the page, on the page's own heights."""
    document = read_typst(f"{HEAD}#columns(2, gutter: 8mm)[{FIRST}\n#colbreak()\n{SECOND}]\n{DECISION}")
    (paragraph,) = document.paragraphs
    places = {paragraph.text[s.range.start : s.range.end]: s.box for s in paragraph.spans}
    assert places["arkivrummen"].x1 < 297 < places["fyrahundratusen"].x0
    assert abs(places["Förvaltningen"].top - places["Kostnaden"].top) < 2
    assert places["Kulturnämnden"].top > places["tjugo"].top
    assert all(0 < box.top < box.bottom < 842 for box in places.values())


def test_rows_of_a_table_without_rules_stay_rows(read_typst: ReadTypst) -> None:
    """Cells side by side whose rows begin at one height are read row by row, though their text runs on."""
    goal = "Fler besök på biblioteken under kvällar och helger än det har varit under de senaste tre åren i länet"
    deed = "Nämnden prövar meröppet på fyra orter och följer upp hur många som lånar och läser på plats varje vecka"
    cells = "".join(f"[{goal} {n}.], [{deed} {n}.]," for n in range(1, 5))
    document = read_typst(
        f"{HEAD}#rub[Ärendet]\n#grid(columns: (1fr, 1fr), column-gutter: 8mm, row-gutter: 14pt, {cells})\n{DECISION}"
    )
    text = text_of(document)
    assert text.index("länet 1.") < text.index("vecka 1.") < text.index("länet 2.") < text.index("vecka 4.")


def test_lists_of_names_in_two_columns_stay_as_they_are(read_typst: ReadTypst) -> None:
    """Names beside each other are no running text: each line keeps its two cells."""
    rows = "".join(f"[Ester Lindvall{n} (C), ordförande], [Rune Dahlin{n} (S), ersättare]," for n in range(10, 20))
    document = read_typst(f"{HEAD}#rub[Närvarande]\n#grid(columns: (1fr, 1fr), row-gutter: 6pt, {rows})\n{DECISION}")
    text = text_of(document)
    assert text.index("Lindvall10") < text.index("Dahlin10") < text.index("Lindvall11") < text.index("Dahlin19")
