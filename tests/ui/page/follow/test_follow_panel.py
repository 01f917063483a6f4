from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from index.course import Change, ChangeBase, ChangeKind, EventKind, Quoted, Standing, State, StateKind, Validity
from index.results import Count, Coverage, Issue, LinkKind, Trace
from index.tracing.corrected_links import Correction, Name, Verdict
from nlp.acts import Range
from ui import course_words
from ui.page.follow import panel
from ui.page.follow.asked import Followed, in_boards
from ui.page.follow.filters import notes
from ui.page.follow.summary import behind, shortened
from ui.page.state import PageState, Place, Tab, read
from ui.speech import Language, speaking

Make = Callable[..., Any]

STATE = PageState(Tab.FOLLOW).having(start="HSN 301-2021")
BY = Quoted("y", "d", "Beslutet upphävs.", Range(0, 17), 2, "Regionstyrelsen 2023-05-02 § 61, s. 2")
WRITES = panel.Rights(may_write=True)


def shown(trace: Trace, state: PageState = STATE, rights: panel.Rights | None = None) -> str:
    """Return the panel of a whole trace."""
    return panel.course(Followed(trace, trace), state, rights)


def an_issue(**changed: Any) -> Issue:
    """Return the issue of the event of the fixtures."""
    state = State(StateKind.DECIDED, "2023-05-02", BY)
    issue = Issue(
        id="0123456789abcdef-3",
        title="Uppföljning av väntetider",
        date_first="2021-03-18",
        date_last="2023-05-02",
        boards=("Hälso- och sjukvårdsnämnden",),
        case_numbers=("HSN 301-2021",),
        paragraphs=("0123456789abcdef-3",),
        state=state,
    )
    return replace(issue, **changed)


def links(markup: str, kind: str) -> list[str]:
    """Return the addresses of the links that carry an attribute."""
    openings = [piece.split(">")[0] for piece in markup.split("<a ")[1:]]
    return [unescape(opening.split('href="')[1].split('"')[0]) for opening in openings if f" {kind}" in opening]


def test_events_say_why_they_belong_and_how_sure_it_is(make_trace: Make, make_event: Make, make_link: Make) -> None:
    """Evidence is quoted, opens its page, and a guess is called one."""
    second = make_event(
        paragraph_id="x-9", document_id="x", number=3, links=(make_link(from_id="x-9", confidence=0.5),)
    )
    page = shown(make_trace(make_event(), second))
    assert "”enligt nämndens beslut den 18 mars 2021, § 14”" in page
    assert "troligen, programmets slutsats" in page
    assert 'href="#handelse-1" data-jump>HSN 2021-03-18 § 14</a>' in page
    places = [read(address).place for address in links(page, "data-view")]
    assert Place("x", 4, "x-9", Range(10, 55)) in places


def test_what_lies_outside_the_library_is_listed_once(make_trace: Make, make_event: Make, make_link: Make) -> None:
    """The reader learns which paragraphs are missing, each once, and how often each is named."""
    missing = make_link(to="RF 2019-11-20 § 4", to_id=None, from_id="0123456789abcdef-3")
    page = shown(make_trace(make_event(), outside=(missing, replace(missing, evidence="se § 4"))))
    assert "Utanför biblioteket" in page
    assert page.count("RF 2019-11-20 § 4") == 1
    assert "och på 1 ställe till" in page


def test_an_event_says_what_it_changed_and_whether_it_holds(make_trace: Make, make_event: Make) -> None:
    """Changed words are marked as put in and struck out; a repealed decision quotes what repeals it."""
    change = Change(ChangeKind.REPLACED, ChangeBase.PREVIOUS, "x", "Avgiften är 100 kronor.", "Avgiften är 200 kronor.")
    standing = Standing(Validity.REPEALED, BY, None, "2025-03-01", 12)
    page = shown(make_trace(make_event(issue_id="x", changes=(change,), standing=standing)))
    assert "<del>100 </del><ins>200 </ins>" in page
    assert "Upphävt av Regionstyrelsen 2023-05-02 § 61, s. 2: ”Beslutet upphävs.”" in page
    assert 'ps-standing-repealed">Upphävt</li>' in page


def test_a_course_without_events_says_what_to_try(make_trace: Make, coverage: Coverage) -> None:
    """Nothing followed and nothing found are two different states."""
    assert "Inget ärende hittades från ”HSN 301-2021”" in shown(make_trace())
    assert "Skriv ett diarienummer" in panel.nothing_followed(coverage, STATE)


def test_the_head_says_where_the_issue_stands_and_who_was_against(make_trace: Make, make_event: Make) -> None:
    """State, last decision, opponents and validity stand before the timeline, each leading to its words."""
    standing = Standing(Validity.NONE_FOUND, None, None, "2025-03-01", 12)
    event = make_event(
        kind=EventKind.DECISION,
        issue_id="0123456789abcdef-3",
        standing=standing,
        outcomes=("approved",),
        against=("Åsa Öberg (S)", "Per Ek (S)", "V"),
    )
    page = shown(replace(make_trace(event), issues=(an_issue(),)))
    head = page[: page.index("<figure")]
    assert "<b>Avgjort sedan 2 maj 2023</b>" in head
    assert "Beslutet upphävs." in head
    assert "18 mars 2021, Hälso- och sjukvårdsnämnden §\N{NO-BREAK SPACE}14: Beslut: bifall" in head
    assert "<b>S, V</b>" in head
    assert "Inget senare beslut funnet (sökt till och med 1 mars 2025, 12 senare paragrafer)." in head


def test_nothing_later_is_said_as_a_person_would() -> None:
    """Where the library has nothing later there is no count of it."""
    said = course_words.not_found(Standing(Validity.NONE_FOUND, None, None, "2025-03-01", 0))
    assert said == "Inget senare beslut funnet: inga senare paragrafer till och med 1 mars 2025."


def test_of_several_issues_one_can_be_chosen(make_trace: Make, make_event: Make) -> None:
    """Words that several issues answer give cards, each an address of its own issue."""
    one, other = make_event(issue_id="0123456789abcdef-3"), make_event(paragraph_id="x-9", number=9, issue_id="x-9")
    issues = (an_issue(), an_issue(id="x-9", title="Kortare köer"))
    page = shown(replace(make_trace(one, other), issues=issues))
    assert "2 ärenden svarar på ”HSN 301-2021”" in page
    chosen = [read(address) for address in links(page, "data-state") if "startparagraf" in address]
    assert [state.one("startparagraf") for state in chosen] == ["0123456789abcdef-3", "x-9"]
    assert chosen[1].one("start") == "Hälso- och sjukvårdsnämnden 2021-03-18 § 9"


def test_a_start_that_nothing_answers_is_doubted(make_trace: Make, make_event: Make) -> None:
    """What is nearest is not sold as what was asked for."""
    trace = replace(make_trace(make_event()), no_match=True)
    assert "Inget svarar på ”HSN 301-2021”." in shown(trace)
    assert "Inget svarar på" not in shown(replace(trace, no_match=False))


def test_a_board_filter_holds_for_timeline_table_and_list(make_trace: Make, make_event: Make) -> None:
    """All three show the same events, what is hidden is said with the way back, and files say it too."""
    whole = make_trace(make_event(), make_event(paragraph_id="x-9", board="Regionstyrelsen", number=9))
    found = Followed(in_boards(whole, ("Regionstyrelsen",)), whole, ("Regionstyrelsen",))
    page = panel.course(found, STATE.having(namnd="Regionstyrelsen"))
    assert page.count('id="handelse-') == 1
    assert page.count("ps-glyph-") == page.count("<article") * 3, "in the drawing, its key and the list"
    assert page.count("<tr>") == 2
    assert "Visar 1 av 2 händelser. Bara organ: Regionstyrelsen." in page
    assert any(not read(address).many("namnd") for address in links(page, "data-state"))
    assert notes(found) == ("Avgränsat: 1 av 2 händelser visas. Bara organ: Regionstyrelsen.",)


def test_kinds_of_links_can_be_left_out(make_trace: Make, make_event: Make, make_link: Make) -> None:
    """Each kind that ties the events is a link that leaves it out, and takes it back."""
    trace = make_trace(make_event(), make_event(paragraph_id="x-9", number=9, links=(make_link(from_id="x-9"),)))
    offered = [read(address).many("utan") for address in links(shown(trace), "data-state")]
    assert ("cites-paragraph",) in offered
    left = Followed(make_trace(make_event()), trace, (), (LinkKind.CITES_PARAGRAPH,))
    page = panel.course(left, STATE.having(utan="cites-paragraph"))
    assert "Räknar inte kopplingar av slaget: hänvisar till." in page
    assert 'aria-current="true"' in page


def test_links_are_corrected_by_those_who_may(make_trace: Make, make_event: Make, make_link: Make) -> None:
    """Who may write finds a form with the other paragraph, the verdict, name and reason; others find none."""
    second = make_event(paragraph_id="x-9", number=9, links=(make_link(from_id="x-9"),))
    trace, asked = make_trace(make_event(), second), STATE.having(ratta="x-9")
    page = shown(trace, asked, WRITES)
    for expected in (
        'data-post="./gor/samband"',
        'name="en" value="x-9"',
        'value="skilj" checked',
        'name="vem" required',
    ):
        assert expected in page
    assert '<option value="0123456789abcdef-3">' in page
    assert "/gor/" not in shown(trace, asked)
    assert "Hör inte hit?" not in shown(trace)


def test_corrections_are_shown_until_they_are_undone(make_trace: Make, make_event: Make) -> None:
    """Who said what and why stands by the issue with the form that takes it back; what was undone is gone."""
    one = Name("Hälso- och sjukvårdsnämnden 2021-03-18 § 14", "HSN protokoll 2021-03-18.pdf")
    said = Correction("2025-02-01T09:00:00+01:00", "Åsa Öberg", Verdict.SPLIT, one, Name("RS § 1", "b.pdf"), "Fel år")
    trace = make_trace(make_event())
    page = shown(trace, STATE, panel.Rights(may_write=True, said=(said,)))
    assert "<b>Åsa Öberg</b> skilde Hälso- och sjukvårdsnämnden 2021-03-18 § 14 och RS § 1, 1 februari 2025" in page
    assert 'data-post="./gor/samband-angra"' in page
    undone = replace(said, verdict=Verdict.UNDO)
    assert "Åsa Öberg" not in shown(trace, STATE, panel.Rights(may_write=True, said=(said, undone)))


def test_the_view_speaks_english(make_trace: Make, make_event: Make) -> None:
    """Everything but what is printed is said in English."""
    trace = replace(make_trace(make_event(issue_id="0123456789abcdef-3")), issues=(an_issue(),))
    with speaking(Language.ENGLISH):
        page = shown(trace)
    for expected in ("Status", "Decided since 2 May 2023", "The timeline as a table", "Against: S, V"):
        assert expected in page


@pytest.mark.parametrize(
    ("text", "expected"), [("kort", "kort"), ("ett två tre", "ett två …"), ("a" * 12, "aaaaaaaaaa …")]
)
def test_a_long_text_is_cut_between_words(text: str, expected: str) -> None:
    """No word is cut in two unless it is longer than the whole."""
    assert shortened(text, 10) == expected


def test_opponents_are_told_by_party(make_event: Make) -> None:
    """Each party once; who stands without a party is named."""
    assert behind(make_event(against=("Åsa Öberg (S)", "Per Ek", "V", "Ali Ås (S)"))) == ("S", "Per Ek", "V")


def test_a_divided_board_is_never_told_as_of_one_mind(make_trace: Make, make_event: Make) -> None:
    """Where a vote was lost and no names are printed its figures stand in the place of who was against."""
    divided = make_event(issue_id="0123456789abcdef-3", against=(), votes=(Count(43, 38),))
    page = shown(replace(make_trace(divided), issues=(an_issue(),)))
    assert "<b>43 ja mot 38 nej, utan namn</b>" in page
    assert "Ingen är tryckt som emot." not in page
    agreed = shown(replace(make_trace(replace(divided, votes=(Count(81, 0),))), issues=(an_issue(),)))
    assert "Ingen är tryckt som emot." in agreed


def test_many_opponents_are_told_by_party(make_trace: Make, make_event: Make) -> None:
    """Thirty names of one vote would fill the page: the event tells their parties."""
    many = make_event(against=tuple(f"Person {letter} (M)" for letter in "ABCDEFGHIJ"))
    assert "Emot: M<" in shown(make_trace(many))
