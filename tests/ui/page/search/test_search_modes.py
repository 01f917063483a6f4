from __future__ import annotations

from collections.abc import Callable
from typing import Any

from index.drafts.values import Because, Demanded, DraftAnswer, DraftStatus, Earlier, Ground, Group
from index.news.alerts import Alert, News
from index.news.saved import SavedSearch
from index.results import Coverage, UnitKind
from index.reviews.book import Review
from index.reviews.learning import Estimate
from index.reviews.review import ReviewStatus
from nlp.acts import Range
from ui.page.search import drafting, reviewing, saving
from ui.page.search.kept import MOST, KeptDrafts
from ui.page.state import PageState

Make = Callable[..., Any]

STATE = PageState()
HOSTILE = "<script>alert(1)</script>\"onmouseover='x'{{a}}${b}"


def news(title: str, *, told: bool) -> News:
    """Return a finding of a saved search."""
    when, cited = "2025-01-02T08:00:00+00:00", "RS 2025-01-01 § 4"
    place = ("d-1", "d", "RS", "2025-01-01", 4, title, "decision", "Så.", 2, "a.pdf")
    return News(when, title, *place, cited, told)


def alert(*found: News, name: str = "Vård", error: str = "") -> Alert:
    """Return a saved search with what it has found."""
    return Alert(SavedSearch(name, "vård nämnd:HSN", "Eva Ek", "2024-05-01T10:00:00+00:00"), found, error)


def test_a_saved_search_tells_what_is_new_and_what_was_seen() -> None:
    """New findings are counted and listed, seen ones are folded, and each opens its page."""
    shown = saving.listed([alert(news("Nytt", told=False), news("Gammalt", told=True))], STATE, may_write=True)
    assert "1 ny paragraf" in shown
    assert shown.index("Nytt</a>") < shown.index("Visa det som setts") < shown.index("Gammalt</a>")
    assert 'data-post="./gor/sett"' in shown
    assert 'href="./flode/V%C3%A5rd.atom"' in shown
    assert "Sparad av Eva Ek 1 maj 2024" in shown


def test_who_only_reads_cannot_change_saved_searches() -> None:
    """Where the page may not write it shows no form, and nothing new means nothing to mark."""
    shown = saving.listed([alert(news("Nytt", told=False))], STATE, may_write=False)
    assert "data-post" not in shown
    assert "/gor/sett" not in saving.listed([alert()], STATE, may_write=True)
    assert "Ingen sökning är sparad än" in saving.listed([], STATE, may_write=True)


def test_a_search_that_cannot_be_asked_any_longer_says_why() -> None:
    """The reason stands beside the search."""
    shown = saving.listed([alert(error="Nämnden finns inte.")], STATE, may_write=True)
    assert "Nämnden finns inte." in shown


def test_saving_names_the_whole_search() -> None:
    """The form carries words and filters in the query language."""
    shown = saving.save_form(STATE.having(q="väntetider", parti="S", fran="2021", till="2021"))
    assert 'name="fraga" value="väntetider parti:S år:2021"' in shown


def demanded(make_hit: Make, status: DraftStatus, *, found: bool = True) -> Demanded:
    """Return a demand with one decision that was found for it."""
    earlier = Earlier(make_hit(), 0.83, "rejected")
    because = Because(Ground.DECISION, earlier, "Motionen avslås.", 6, make_hit().paragraph_id, "HSN 2021-03-18 § 14")
    groups = (Group(UnitKind.DECISION, (earlier,)),) if found else ()
    said = because if status is not DraftStatus.NOTHING else None
    return Demanded("att bussarna går oftare", Range(0, 10), "bussar", status, said, (), groups, make_hit())


def test_a_demand_shows_how_it_stands_and_on_what_that_rests(make_hit: Make, coverage: Coverage) -> None:
    """The status is called the program's conclusion, with the words that settle it and how sure it is."""
    found = DraftAnswer((demanded(make_hit, DraftStatus.REJECTED),), coverage, left_out=3)
    shown = drafting.answered(found, STATE.having(lage="utkast", utkast="att"), "att bussarna går oftare")
    for expected in (
        "1 krav eller mening prövade",
        "Avslaget tidigare",
        "programmets slutsats",
        '<b>Beslut: </b><q lang="sv">Motionen avslås.</q>',
        "säkerhet 0,83",
        "3 krav till söktes inte",
        "att bussarna går oftare</textarea>",
    ):
        assert expected in shown


def test_what_settles_nothing_is_folded_and_nothing_says_so(make_hit: Make, coverage: Coverage) -> None:
    """Unlikely findings are not sold as an answer; where nothing was found the nearest is named."""
    unlikely = DraftAnswer((demanded(make_hit, DraftStatus.NOTHING),), coverage)
    assert "Inget säkert" in drafting.answered(unlikely, STATE, "x")
    nothing = DraftAnswer((demanded(make_hit, DraftStatus.NOTHING, found=False),), coverage)
    shown = drafting.answered(nothing, STATE, "x")
    assert "Inget i biblioteket gäller samma sak" in shown
    assert "Närmast är: " in shown
    assert "Inget att pröva" in drafting.answered(DraftAnswer((), coverage), STATE, "x")


def test_hostile_drafts_names_and_findings_are_text(make_hit: Make, coverage: Coverage) -> None:
    """Nothing that is pasted, saved or found becomes markup."""
    review = Review(HOSTILE, HOSTILE, HOSTILE, "2024-05-01")
    status = ReviewStatus(review, 1, 1, 9, Estimate(2.5, 0, 7), (), coverage, "m")
    for shown in (
        drafting.asking(STATE, f"{HOSTILE}</textarea>"),
        drafting.answered(DraftAnswer((demanded(make_hit, DraftStatus.DECIDED),), coverage), STATE, HOSTILE),
        saving.listed([alert(news(HOSTILE, told=False), name=HOSTILE)], STATE, may_write=True),
        saving.save_form(STATE.having(q=HOSTILE)),
        reviewing.review(status, [make_hit(title=HOSTILE)], STATE, may_write=True),
    ):
        assert "<script" not in shown
        assert not set(shown) & set("{}$")
        assert shown.count("<textarea") == shown.count("</textarea>") <= 1


def test_a_review_tells_how_far_it_is_and_what_is_next(make_hit: Make, coverage: Coverage) -> None:
    """Judged and left are told, the estimate as one, and each paragraph can be judged by who may write."""
    begun = Review("Avgifter", "avgifter", "Eva Ek", "2024-05-01")
    shown = reviewing.review(
        ReviewStatus(begun, 3, 4, 1419, Estimate(2.5, 0, 7), (), coverage, "m"), [make_hit()], STATE, may_write=True
    )
    assert "7 av 1\N{NO-BREAK SPACE}419 paragrafer är dömda: 3 ja och 4 nej." in shown
    assert "uppskattat: 2,5 (troligen 0–7)" in shown
    assert shown.count('name="dom"') == 2
    early = ReviewStatus(begun, 0, 0, 10, None, (), coverage, "m")
    assert "kan uppskattas när" in reviewing.review(early, [make_hit()], STATE, may_write=True)
    assert "data-post" not in reviewing.review(early, [make_hit()], STATE, may_write=False)
    assert "Allt är dömt." in reviewing.review(early, [], STATE, may_write=True)


def test_kept_drafts_come_back_whole_or_not_at_all() -> None:
    """A draft is named by what it says; the one asked for longest ago goes first when there are too many."""
    kept = KeptDrafts()
    first = kept.keep("första " * 5_000)
    second = kept.keep("andra")
    assert kept.keep("andra") == second
    for number in range(MOST - 2):
        kept.keep(str(number))
    assert kept.get(first) == "första " * 5_000
    kept.keep("en till")
    assert kept.get(second) is None
    assert kept.get(first) is not None
