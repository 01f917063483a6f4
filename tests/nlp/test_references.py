"""References to paragraphs and cases."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nlp.acts import Acts, ParagraphReference

Read = Callable[..., Acts]


def _named(acts: Acts) -> list[tuple[str | None, str | None, int]]:
    return [(r.board, r.date, r.number) for r in acts.references if isinstance(r, ParagraphReference)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Enligt BPT 2021-03-04 § 7 gäller detta.", [("BPT", "2021-03-04", 7)]),
        ("§53 BPT Utveckling av taxan", [("BPT", None, 53)]),
        ("KSAU 2024-01-09, § 2", [("KSAU", "2024-01-09", 2)]),
        ("Von au protokoll, 2024-03-07, § 20", [("Von au", "2024-03-07", 20)]),
        (
            "Bordlagt den 29 februari 2024, § 98, och den 21 mars 2024, § 106.",
            [("Vårdnämnden", "2024-02-29", 98), ("Vårdnämnden", "2024-03-21", 106)],
        ),
        ("Regionstyrelsen beslutade den 5 mars 2024, § 33, att avvakta.", [("Regionstyrelsen", "2024-03-05", 33)]),
        ("Den 4 april 2024, § 12, gav regionfullmäktige uppdraget.", [("Regionfullmäktige", "2024-04-04", 12)]),
        ("Ärendena under paragraferna 61–63 bordläggs.", [("Vårdnämnden", "2024-05-16", n) for n in (61, 62, 63)]),
        ("VONAU § 8/2025", [("VONAU", None, 8)]),
        (
            "Nämnden behandlade frågan 2023-09-21 §§ 30 och 31.",
            [("Vårdnämnden", "2023-09-21", 30), ("Vårdnämnden", "2023-09-21", 31)],
        ),
        (
            "Protokoll från sammanträde 240223 med Samverkansnämnden i Norr. Remiss gällande § 17.",
            [("Samverkansnämnden i Norr", "2024-02-23", 17)],
        ),
    ],
)
def test_paragraphs_are_named_with_body_and_date(
    read: Read, text: str, expected: list[tuple[str | None, str | None, int]]
) -> None:
    """Body and date stand before or behind the §; without a body it is the protocol's own."""
    assert _named(read(("summary", text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Enligt 3 kap. 10 § patientsäkerhetslagen",
        "1 kap. 1 § 1 och 2",
        "§ 5 i reglementet",
        "kommunallagen § 28",
        "SOU 2025:99",
        "Handling 2023 nr 141",
    ],
)
def test_law_and_papers_are_no_references(read: Read, text: str) -> None:
    """Sections of law and numbers of papers name no paragraph."""
    assert read(("summary", text)).references == ()


def test_each_paragraph_is_named_once(read: Read) -> None:
    """The same paragraph in two sections is one reference."""
    assert len(read(("summary", "BPT 2021-03-04 § 7"), ("basis", "BPT 2021-03-04 § 7")).references) == 1


@pytest.mark.parametrize(
    ("board", "text", "expected"),
    [
        (
            "Vårdnämnden",
            "Regionstyrelsen godkände den 20 maj 2023, § 9, en plan.",
            ("Regionstyrelsen", "2023-05-20", 9),
        ),
        ("Vårdnämnden", "Regionstyrelsen begärde den 20 maj 2023, § 9, svar.", ("Regionstyrelsen", "2023-05-20", 9)),
        ("Vårdnämnden", "Chefen fick uppdraget (§ 14 den 18 mars 2023).", ("Vårdnämnden", "2023-03-18", 14)),
        ("Vårdnämnden", "Kommunstyrelsens beslut § 14 den 18 mars 2023.", ("Kommunstyrelsen", "2023-03-18", 14)),
        ("Vårdnämnden", "Nämndens beslut den 18 mars 2023, § 14.", ("Vårdnämnden", "2023-03-18", 14)),
        (
            "Beredningen för fritid och kultur",
            "Enligt beredningens beslut den 18 mars 2023, § 14.",
            ("Beredningen för fritid och kultur", "2023-03-18", 14),
        ),
        (
            "Regionstyrelsens arbetsutskott",
            "Förstudien som styrelsen beställde den 10 mars 2023, § 3.",
            ("Regionstyrelsen", "2023-03-10", 3),
        ),
        (
            "Vårdnämnden",
            "Kommunstyrelsen svarade. Det var styrelsen som gav den 10 mars 2023, § 3, uppdraget.",
            ("Kommunstyrelsen", "2023-03-10", 3),
        ),
        ("Vårdnämnden", "Enligt styrelsens beslut den 10 mars 2023, § 3.", ("Styrelsen", "2023-03-10", 3)),
    ],
)
def test_the_body_is_the_one_that_acted(
    read: Read, board: str, text: str, expected: tuple[str | None, str | None, int]
) -> None:
    """A body before the verb is meant; "nämnden" alone is one's own, the one above, or the only one named beside."""
    assert _named(read(("summary", text), board=board)) == [expected]


def test_a_date_that_begins_the_next_reference_is_not_the_date_of_the_one_before(read: Read) -> None:
    """In "§ 12, den 21 mars 2024, § 6" the date belongs to § 6."""
    named = _named(read(("summary", "Bordlagt den 3 mars 2024, § 12, den 21 mars 2024, § 6.")))
    assert named == [("Vårdnämnden", "2024-03-03", 12), ("Vårdnämnden", "2024-03-21", 6)]


def test_a_paragraph_named_with_and_without_its_date_is_one(read: Read) -> None:
    """As printed: "KS § 14/2023" is the "KS 2023-05-20 § 14" of the papers."""
    acts = read(("summary", "Styrelsen sände över frågan (KS § 14/2023)."), ("basis", "KS 2023-05-20 § 14"))
    assert _named(acts) == [("KS", "2023-05-20", 14)]
