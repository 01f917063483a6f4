"""The places of words are packed small and come back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sqlite.wordblob import pack_spans, unpack_spans
from ingest.records import Box, Span
from nlp.acts import Range

POINTS = st.floats(-1e5, 1e5)
SPANS = st.builds(
    Span,
    st.builds(Range, st.integers(0, 10**6), st.integers(0, 10**6)),
    st.integers(1, 5000),
    st.builds(Box, POINTS, POINTS, POINTS, POINTS),
)


@given(st.lists(SPANS, max_size=20))
def test_spans_come_back(spans: list[Span]) -> None:
    """Ranges and pages are exact, boxes right to a hundredth of a point, in the same order."""
    found = unpack_spans(pack_spans(spans))
    assert [(one.range, one.page) for one in found] == [(one.range, one.page) for one in spans]
    for got, given_span in zip(found, spans, strict=True):
        assert _corners(got) == pytest.approx(_corners(given_span), abs=0.0051)


def test_absurd_boxes_are_held_at_the_border() -> None:
    """A box that is not a number or far outside any page does not break the packing."""
    [found] = unpack_spans(pack_spans([Span(Range(0, 1), 1, Box(float("nan"), float("inf"), -1e300, 5.0))]))
    assert _corners(found) == (0.0, 200_000.0, -200_000.0, 5.0)


@pytest.mark.parametrize("blob", [b"", b"inte packat", pack_spans([])[:-3]])
def test_damaged_blob_is_an_error(blob: bytes) -> None:
    """A damaged blob raises ValueError and gives no words."""
    with pytest.raises(ValueError, match="cannot be unpacked"):
        unpack_spans(blob)


def test_words_cost_few_bytes() -> None:
    """A page of evenly set words takes less than eight bytes a word."""
    spans = [
        Span(Range(n * 7, n * 7 + 6), 1, Box(60 + n % 10 * 40, 60 + n // 10 * 14, 95 + n % 10 * 40, 70 + n // 10 * 14))
        for n in range(400)
    ]
    assert len(pack_spans(spans)) < 8 * len(spans)


def _corners(span: Span) -> tuple[float, ...]:
    return (span.box.x0, span.box.top, span.box.x1, span.box.bottom)
