"""The comparison tells same from different as the paragraph record says."""

from __future__ import annotations

from typing import Any

from tests.data.comparison import compare, overlap, pair, same_people


def record(**fields: Any) -> dict[str, Any]:
    """Return a small gold record with ``fields`` set."""
    return {"file": "a.pdf", "number": 1, "title": "Val av justerare", "page_first": 3, "page_last": 3} | fields


def test_equal_records_score_one() -> None:
    """A record compared with itself has no difference in any field."""
    scores = compare([record()], [record()])
    assert all(score.f1 == 1 and not score.differences for score in scores.values())


def test_missing_paragraph_is_named() -> None:
    """A paragraph that was not read is a difference of the field paragraph and of each of its fields."""
    scores = compare([record()], [])
    assert scores["paragraph"].f1 == 0
    assert [(each.file, each.number) for each in scores["paragraph"].differences] == [("a.pdf", 1)]
    assert scores["title"].differences[0].missed == ("Val av justerare",)


def test_false_paragraph_costs_precision() -> None:
    """A paragraph that the gold does not know lowers the figure."""
    assert compare([record()], [record(), record(number=2)])["paragraph"].f1 < 1


def test_texts_match_by_shared_words() -> None:
    """One changed word in ten leaves a text the same; another text is another."""
    text = "nämnden godkänner rapporten om nattambulans i Lillhärje och tackar för arbetet"
    assert overlap(text, text.replace("tackar", "tackade")) > 0.9
    assert overlap(text, "ärendet bordläggs") == 0


def test_people_match_in_any_order() -> None:
    """Movers are a set: their order does not matter, their party does."""
    one, other = {"name": "Nils Åkerdal", "party": "C"}, {"name": None, "party": "SD"}
    assert same_people([one, other], [other, one])
    assert not same_people([one], [{"name": "Nils Åkerdal", "party": "S"}])


def test_items_are_paired_once() -> None:
    """Two equal gold items need two equal read items."""
    assert pair([1, 1], [1], lambda a, b: bool(a == b)) == ([1], [])
