"""Case numbers in heads and in running text."""

from __future__ import annotations

import pytest

from nlp.casenumbers import cited_case_numbers, find_case_numbers


@pytest.mark.parametrize(
    "printed",
    [
        "HSN 83-2023",
        "RS 269:1-2020",
        "SLK-2025-00982",
        "SLK-2025-00982:12",
        "SN/2026:102",
        "KS-2023-00841",
        "BUN 2025/123",
        "Bun/2024:685 610",
        "21RS1234",
        "RD24/01234",
        "RS2024-00123",
        "TSN 2024-40",
        "STK-2023-7",
        "2024-O000123",
        "KS0123/24",
        "2024-000123",
        "2024/12",
        "0186/23",
        "00322/2026",
    ],
)
def test_heads_give_case_numbers_of_all_houses(printed: str) -> None:
    """Every known shape is found whole in a head, with and without a label."""
    assert [n for _, n in find_case_numbers(f"Dnr {printed}")] == [printed]
    assert [n for _, n in find_case_numbers(printed)] == [printed]


@pytest.mark.parametrize(
    "text",
    [
        "SOU 2025:99",
        "SFS 1991:900",
        "HSLF-FS 2018:10",
        "prop. 2016/17:171",
        "(EU) 2016/679",
        "VONAU § 7/2025",
        "KSAU 2024-01-09, § 2",
        "läsåret 2023/24",
        "Budget 2024-2026",
        "RS 2024-2026",
        "KS 2024-01",
        "den 13/9 2024",
    ],
)
def test_statutes_dates_and_years_are_no_cases(text: str) -> None:
    """What only looks like a case number is none."""
    assert find_case_numbers(text) == ()


def test_running_text_needs_a_prefix_or_a_label() -> None:
    """A bare "2024/12" may be a school year; after Dnr it is a case, and so is the rest of the list."""
    assert cited_case_numbers("Under 2024/12 hände mycket.") == ()
    cited = cited_case_numbers("Ärendet (HSN 83-2023), dnr 2024/12, 2024/13 och 2024/14.")
    assert [n for _, n in cited] == ["HSN 83-2023", "2024/12", "2024/13", "2024/14"]


def test_ranges_cover_the_number_without_its_label() -> None:
    """The range is where the number itself is printed."""
    text = "Diarienummer: KS 2023/0123"
    ((span, number),) = find_case_numbers(text)
    assert text[span.start : span.end] == number == "KS 2023/0123"


def test_a_sentence_behind_the_word_diarienummer_is_no_case() -> None:
    """As printed: "… har fått nytt diarienummer. Under 2022 …" names no case."""
    assert cited_case_numbers("Ärendet har fått nytt diarienummer.\nUnder 2022 gjordes 400 besök.") == ()
    assert [n for _, n in cited_case_numbers("Ärendet har diarienummer VN 2024/12.")] == ["VN 2024/12"]
