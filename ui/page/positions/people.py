"""Elected people on the page: whom a name may mean, and who somebody is, with what that rests on. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.persons import KnownPerson
from ui import words
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.state import PageState, write
from ui.speech import t

MOST = 40


def several(name: str, found: Sequence[KnownPerson], state: PageState) -> Markup:
    """Return the people whom a name may mean, to choose from."""
    heading = tag(
        "h2", t("{antal} kan menas med ”{namn}”", antal=words.count(len(found), "person", "personer"), namn=name)
    )
    rest = len(found) - MOST
    more = tag("p", t("{antal} till: skriv mer av namnet.", antal=rest)) if rest > 0 else EMPTY
    return join([heading, tag("ul", *(_choice(one, state) for one in found[:MOST]), class_="ps-links"), more])


def who(person: KnownPerson) -> Markup:
    """Return who somebody is: parties over time, boards, other spellings and why they are taken for the same."""
    facts = [
        (t("Parti"), tag("ul", *_periods(person), class_="ps-plain")),
        (t("Organ"), words.listed(person.boards)),
        (t("Närvaro"), words.count(person.attended, "möte", "möten")),
        (t("Skrivs också"), _spellings(person)),
    ]
    rows = (join([tag("dt", name), tag("dd", value)]) for name, value in facts if value)
    return tag("dl", *rows, class_="ps-facts")


def asked_as(person: KnownPerson) -> str:
    """Return the words that mean one person: the name, with the party where one is known."""
    return f"{person.name} ({person.parties[-1]})" if person.parties else person.name


def _choice(person: KnownPerson, state: PageState) -> Markup:
    address = write(state.having(person=asked_as(person), ruta=None, sidnr=None))
    where = ", ".join(filter(None, [person.organisation, words.listed(person.boards[:3])]))
    acts = words.count(person.acts, "handling", "handlingar")
    return tag("li", tag("a", asked_as(person), href=address, data_state=True), f" {where}, {acts}")


def _periods(person: KnownPerson) -> Iterable[Markup]:
    for one in person.periods:
        places = " … ".join(dict.fromkeys((one.evidence_first, one.evidence_last)))
        span = " – ".join(dict.fromkeys((words.date(one.first), words.date(one.last))))
        yield tag("li", tag("b", one.party), f" {span} ", tag("span", f"({places})", class_="ps-silent", lang="sv"))


def _spellings(person: KnownPerson) -> Markup | None:
    told = [
        tag("li", f"{one.name}, {words.count(one.times, 'gång', 'gånger')}: ", _because(one.why))
        for one in person.spellings
        if one.why
    ]
    return tag("ul", *told, class_="ps-plain") if told else None


def _because(why: str) -> Markup:
    return join([tag("span", why, lang="sv"), " ", tag("span", t("programmets slutsats"), class_="ps-guess")])
