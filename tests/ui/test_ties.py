from __future__ import annotations

from collections.abc import Callable
from typing import Any

from index.results import LinkKind
from ui import ties

Make = Callable[..., Any]


def test_a_link_is_told_from_both_ends(make_trace: Make, make_event: Make, make_link: Make) -> None:
    """The paragraph with the evidence names the other; the other is named in it."""
    link = make_link(from_id="x-9")
    named, naming = make_event(links=(link,)), make_event(paragraph_id="x-9", board="RS", number=3, links=(link,))
    trace = make_trace(named, naming)
    (out,) = ties.of_event(naming, trace)
    assert (out.told, out.other, out.incoming) == ("Hänvisar till", "HSN 2021-03-18 § 14", False)
    (back,) = ties.of_event(named, trace)
    assert (back.told, back.other, back.other_id, back.incoming) == ("Nämns i", "RS 2021-03-18 § 3", "x-9", True)


def test_one_sentence_is_told_once(make_trace: Make, make_event: Make, make_link: Make) -> None:
    """A sentence that reports on a paragraph, and so cites it and its case, is one tie under its most telling name."""
    kinds = (LinkKind.CITES_CASE, LinkKind.CITES_PARAGRAPH, LinkKind.REPORTS_ON)
    event = make_event(paragraph_id="x-9", links=tuple(make_link(kind=kind, from_id="x-9") for kind in kinds))
    (tie,) = ties.of_event(event, make_trace(event))
    assert tie.told == "Återrapporterar"


def test_what_an_event_says_itself_comes_first(make_trace: Make, make_event: Make, make_link: Make) -> None:
    """Own evidence before what others say."""
    event = make_event(
        links=(make_link(from_id="y-1"), make_link(from_id="0123456789abcdef-3", to_id="z-1", to="RS § 1"))
    )
    assert [tie.incoming for tie in ties.of_event(event, make_trace(event))] == [False, True]


def test_every_link_is_printed_at_one_end(make_trace: Make, make_event: Make, make_link: Make) -> None:
    """Who names says it, who only is named says by whom; a number in common is left out beside what says more."""
    cites = make_link(from_id="x-9")
    number = make_link(from_id="x-9", kind=LinkKind.SAME_CASE, evidence="HSN 301-2021", to_id="y-1", to="RS § 1")
    named = make_event(links=(cites,))
    naming = make_event(paragraph_id="x-9", board="RS", number=3, links=(cites, number))
    trace = make_trace(named, naming)
    assert [one.told for one in ties.printed(naming, trace)] == ["Hänvisar till"]
    assert [(one.told, one.others) for one in ties.printed(named, trace)] == [("Nämns i", "RS 2021-03-18 § 3")]


def test_one_sentence_that_names_several_is_printed_once(make_trace: Make, make_event: Make, make_link: Make) -> None:
    """Where one sentence lists two earlier meetings, one line names both."""
    event = make_event(
        paragraph_id="x-9", links=tuple(make_link(from_id="x-9", to_id=f"y-{n}", to=f"RS § {n}") for n in (1, 2))
    )
    (one,) = ties.printed(event, make_trace(event))
    assert one.others == "RS § 1 och RS § 2"


def test_a_paragraph_outside_the_library_keeps_its_printed_name(make_link: Make) -> None:
    """What is missing is named as the protocol names it."""
    tie = ties.of_link(make_link(to="RF 2019-11-20 § 4", to_id=None))
    assert (tie.told, tie.other, tie.other_id) == ("Hänvisar till", "RF 2019-11-20 § 4", None)
