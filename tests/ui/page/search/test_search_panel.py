from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import unescape
from typing import Any

from index.results import Chip, Count, Coverage, Facet, FacetName, UnitKind, Why
from nlp.acts import Range
from ui.page.search import panel as hits
from ui.page.state import PageState, Place, Tab, read
from ui.speech import Language, speaking

Make = Callable[..., Any]

STATE = PageState().having(q="återremiss")


def test_a_hit_shows_everything_that_is_needed_to_judge_and_cite_it(make_answer: Make, make_hit: Make) -> None:
    """Board, date, §, case number, title, outcome, dissent, marked quote and citation are on the card."""
    shown = unescape(hits.answer(make_answer(make_hit()), STATE)).replace("\N{NO-BREAK SPACE}", " ")
    for expected in (
        '<time datetime="2021-03-18">18 mars 2021</time>',
        "<span>Hälso- och sjukvårdsnämnden</span>",
        "<span>§ 14</span>",
        "<span>Dnr HSN 301-2021</span>",
        "Uppföljning av väntetider",
        "Återremiss",
        "<b>Reserverade sig: </b>S, V",
        "<mark>återremittera</mark>",
        'data-copy="Hälso- och sjukvårdsnämnden 2021-03-18 § 14"',
        "1 träff på ”återremiss”",
        "Sökt i 1 412 av 1 419 paragrafer",
    ):
        assert expected in shown


def test_a_hit_opens_its_page_and_keeps_the_search(make_answer: Make, make_hit: Make) -> None:
    """The link of a hit is an address that restores the search with the page open beside it."""
    (address, *_) = _links(hits.answer(make_answer(make_hit()), STATE), "data-view")
    state = read(address)
    assert state.one("q") == "återremiss"
    assert state.place == Place("0123456789abcdef", 6, "0123456789abcdef-3", make_hit().quote_range)


def test_a_hit_leads_to_its_issue(make_answer: Make, make_hit: Make) -> None:
    """The link of a hit starts in the very paragraph of the hit."""
    address = _following(hits.answer(make_answer(make_hit()), STATE))
    assert read(address).one("start") == "Hälso- och sjukvårdsnämnden 2021-03-18 § 14"
    assert read(address).one("startparagraf") == "0123456789abcdef-3"


def test_a_hit_of_an_unknown_board_leads_to_its_issue_too(make_answer: Make, make_hit: Make) -> None:
    """Where board or date is not known, the start names the file, and the very paragraph all the same."""
    page = hits.answer(make_answer(make_hit(board=None)), STATE)
    address = _following(page)
    assert read(address).one("start") == "HSN protokoll 2021-03-18.pdf § 14"
    assert read(address).one("startparagraf") == "0123456789abcdef-3"
    assert "Okänt organ" not in page


def test_three_ways_of_having_no_hit_are_told_apart(make_answer: Make, coverage: Coverage) -> None:
    """Nothing searched, nothing found and nothing to search each say what to do."""
    empty = replace(coverage, documents=0, paragraphs=0)
    assert "<h2>Sök i protokollen</h2>" in hits.nothing_searched(coverage, PageState())
    assert "<h2>Ingen träff på ”återremiss”</h2>" in hits.answer(make_answer(), STATE)
    for shown in (hits.nothing_searched(empty, PageState()), hits.answer(make_answer(coverage=empty), STATE)):
        assert "<h2>Biblioteket är tomt</h2>" in shown
        assert "protokollspar ingest" in shown


def test_no_hit_under_filters_says_that_a_filter_may_be_the_cause(make_answer: Make) -> None:
    """The advice fits what the reader did."""
    assert "Ta bort något filter" in hits.answer(make_answer(), STATE.having(namnd="HSN"))
    assert "Ta bort något filter" not in hits.answer(make_answer(), STATE)


def test_a_number_that_nothing_has_is_not_cured_by_other_words(make_answer: Make) -> None:
    """Who named a paragraph is told that none has that name, not to try fewer words."""
    named = replace(make_answer(), chips=(Chip("Paragraf: § 231", Range(0, 5), ""),))
    worded = replace(make_answer(), chips=(Chip("Ord: återremiss", Range(0, 10), ""),))
    assert "Inget inläst har det numret" in hits.answer(named, STATE)
    assert "färre ord" in hits.answer(worded, STATE)


def test_a_hit_names_who_lost_a_vote_and_of_many_only_how_many(make_answer: Make, make_hit: Make) -> None:
    """Six names are told, seven are counted with their parties."""
    names = tuple(f"Anna {letter} ({party})" for letter, party in zip("BCDEFGH", "SSVVMCL", strict=True))
    few, many = (replace(make_hit(), outvoted=names[:amount]) for amount in (6, 7))
    assert f"Förlorade omröstningen: {', '.join(names[:6])}" in hits.answer(make_answer(few), STATE)
    assert "Förlorade omröstningen: 7 ledamöter (C, L, M, S, V)" in hits.answer(make_answer(many), STATE)


def test_nearest_hits_are_not_sold_as_an_answer(make_answer: Make, make_hit: Make) -> None:
    """When nothing answers, the heading says so above the nearest paragraphs."""
    shown = hits.answer(make_answer(make_hit(), no_match=True), STATE)
    assert "Inget svarar på ”återremiss”" in shown
    assert "ligger närmast" in shown
    assert "ps-hits" in shown


def test_examples_fill_the_page(coverage: Coverage) -> None:
    """An example is an address with the example's words as query."""
    shown = hits.nothing_searched(coverage, PageState()).split('class="ps-examples"')[1].split("</p>")[0]
    assert [read(address).one("q") for address in _links(shown, "data-state")] == list(hits.STARTERS)


def test_a_hit_tells_how_the_votes_fell(make_answer: Make, make_hit: Make) -> None:
    """The figures of a counted vote are on the card; a side that is not printed is left out."""
    shown = hits.answer(make_answer(make_hit(votes=(Count(43, 37), Count(12, None, 3)))), STATE)
    assert "<b>Omröstning: </b>43 ja, 37 nej" in shown
    assert "<b>Omröstning: </b>12 ja, 3 avstår" in shown


def test_a_hit_leads_to_its_record_and_to_what_is_like_it(make_answer: Make, make_hit: Make) -> None:
    """From the card one comes to all that is known of the paragraph, and to paragraphs that say the like."""
    states = [read(one) for one in _links(hits.answer(make_answer(make_hit()), STATE), "data-state")]
    assert "0123456789abcdef-3" in [state.one("lika") for state in states]
    assert Tab.PROTOCOLS in [state.tab for state in states]


def test_why_is_told_where_it_was_asked(make_answer: Make, make_hit: Make) -> None:
    """The account of one hit shows its parts with their sum, and which words carry its meaning."""
    why = Why(
        "0123456789abcdef-3",
        0.75,
        (("meaning", 0.8), ("length", -0.05)),
        UnitKind.DECISION,
        0.83,
        (("återremiss", 0.2), ("av", -0.01)),
        (("återremiss", 3.2),),
        ("tertialrapporten",),
    )
    found = make_answer(make_hit(), make_hit(paragraph_id="b-1"))
    shown = unescape(hits.answer(found, STATE, account=why)).replace("\N{NO-BREAK SPACE}", " ")
    for expected in ("+ 0,800", "− 0,050", "0,750", "0,83 av 1", "närmast i beslut", "tertialrapporten"):
        assert expected in shown
    assert shown.count('id="varfor"') == 1
    assert 'id="varfor"' not in hits.answer(found, STATE)


def test_facets_narrow_and_what_is_chosen_is_taken_away(make_answer: Make, make_hit: Make) -> None:
    """Each value is an address that restricts the search, on its first page; a chosen one leads back."""
    counts = (
        Facet(FacetName.BOARD, (("Regionstyrelsen", 7), ("Patientnämnden", 2))),
        Facet(FacetName.YEAR, (("2023", 5), ("2021", 4))),
    )
    found = replace(make_answer(make_hit()), facets=counts, total=9)
    state = STATE.having(sidnr=3, namnd="Regionstyrelsen")
    addresses = [read(one) for one in _links(hits.answer(found, state), "data-state")]
    years = [one for one in addresses if one.one("fran")]
    assert [(one.one("fran"), one.one("till"), one.one("sidnr")) for one in years[:1]] == [("2023", "2023", "")]
    shown = hits.answer(found, state)
    assert 'aria-label="Ta bort Regionstyrelsen"' in shown
    assert "Patientnämnden, 2 träffar" not in shown


def test_how_the_search_was_understood_can_be_taken_apart(make_answer: Make, make_hit: Make) -> None:
    """Each part of the words and each filter is a chip whose cross leads to the search without it."""
    text = "väntetider nämnd:HSN"
    chips = (
        Chip("Ord: väntetider", Range(0, 10), "nämnd:HSN"),
        Chip("Organ: HSN", Range(11, 20), "väntetider"),
    )
    found = replace(make_answer(make_hit(), query=text), chips=chips)
    shown = hits.answer(found, PageState().having(q=text, parti=("S", "V")))
    crosses = {
        unescape(piece.split('aria-label="')[1].split('"')[0]): read(unescape(piece.split('href="')[1].split('"')[0]))
        for piece in shown.split("<a ")
        if 'aria-label="Ta bort' in piece
    }
    assert crosses["Ta bort Organ: HSN"].one("q") == "väntetider"
    assert crosses["Ta bort Parti: S"].many("parti") == ("V",)
    assert crosses["Ta bort Parti: S"].one("q") == text


def test_plain_words_are_not_explained(make_answer: Make, make_hit: Make) -> None:
    """A question of words only is what it is."""
    found = replace(make_answer(make_hit()), chips=(Chip("Ord: återremiss", Range(0, 10), ""),))
    assert "Förstått som" not in hits.answer(found, STATE)


def test_pages_of_hits_lead_on_and_back(make_answer: Make, make_hit: Make) -> None:
    """The second page of three names the others and keeps order and filters; beyond the last the way back is shown."""
    found = replace(make_answer(*[make_hit()] * 20), total=45)
    shown = hits.answer(found, STATE.having(sidnr=2, sortering="datum", parti="S"))
    turning = shown.split('class="ps-pages"')[1].split("</nav>")[0]
    states = [read(one) for one in _links(turning, "data-state")]
    assert [one.one("sidnr") for one in states] == ["", "", "3", "3"]
    assert {(one.one("sortering"), one.one("parti")) for one in states} == {("datum", "S")}
    empty = replace(make_answer(), total=45)
    assert "Så många träffar finns inte" in hits.answer(empty, STATE.having(sidnr=9))


def test_what_cannot_be_understood_names_what_can(coverage: Coverage) -> None:
    """An unknown value is told in the library's words, with its chip to be taken away and the language beneath."""
    chips = (Chip("Förstås inte: färg:blå", Range(0, 8), "budget"),)
    shown = hits.misunderstood("Filtret finns inte. Närmast är: år.", chips, coverage, STATE)
    assert "Närmast är: år." in shown
    assert "ps-faulty" in shown
    assert "<details" in shown
    assert " open>" in shown


def test_the_view_speaks_english(make_answer: Make, make_hit: Make) -> None:
    """In English the page's own words are English, and what is quoted stays Swedish and says so."""
    with speaking(Language.ENGLISH):
        shown = hits.answer(make_answer(make_hit()), STATE)
    assert "1 hit for “återremiss”" in shown
    assert "18 March 2021" in shown
    assert "Återremiss" not in shown
    assert '<span lang="sv">Nämnden' in shown


def _following(markup: str) -> str:
    """Return the address of the one link to an issue."""
    (address,) = (one for one in _links(markup, "data-state") if read(one).tab is Tab.FOLLOW)
    return address


def _links(markup: str, kind: str) -> list[str]:
    """Return the addresses of the links that carry an attribute."""
    openings = [piece.split(">")[0] for piece in markup.split("<a ")[1:]]
    return [unescape(opening.split('href="')[1].split('"')[0]) for opening in openings if f" {kind}" in opening]


def test_a_filter_says_that_the_search_is_made_anew(make_answer: Make, make_hit: Make) -> None:
    """A facet that said 17 may lead to 20 hits: words that are filtered say so, a filter alone does not."""
    words = replace(make_answer(make_hit()), chips=(Chip("Ord: återremiss", Range(0, 10), ""),))
    assert "Sökningen görs om" in hits.answer(words, STATE.having(namnd="HSN"))
    assert "Sökningen görs om" not in hits.answer(words, STATE)
    assert "Sökningen görs om" not in hits.answer(make_answer(make_hit()), STATE.having(namnd="HSN"))


def test_a_long_query_is_not_repeated_whole(make_answer: Make, make_hit: Make) -> None:
    """The heading begins it; the field has it all."""
    found = make_answer(make_hit())
    long = replace(found, query=replace(found.query, text="skolan " * 900))
    heading = hits.answer(long, STATE).split("<h2>")[1].split("</h2>")[0]
    assert heading.endswith("skolan …”")
    assert len(heading) < 160
