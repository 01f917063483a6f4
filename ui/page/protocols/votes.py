"""A counted vote as HTML: what Ja and Nej mean, how many voted each way, and who. The words are as printed."""

from __future__ import annotations

from collections import Counter

from nlp.acts import Ballot, Vote
from ui import words
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.protocols import tables
from ui.speech import t

_SIDES = ("yes", "no", "abstain")


def vote(found: Vote) -> Markup:
    """Return a vote."""
    rows = [_side(side, found) for side in _SIDES if _counted(side, found) is not None or _ballots(side, found)]
    heads = (t("Röst"), t("Antal"), t("Betyder"), t("Vilka"))
    table = tables.table(t("Hur rösterna föll"), heads, rows, kind="votes") if rows else EMPTY
    return join([table, *_remarks(found)])


def _side(side: str, found: Vote) -> tables.Row:
    counted = _counted(side, found)
    means = {"yes": found.yes_means, "no": found.no_means}.get(side) or ""
    amount = words.number(counted) if counted is not None else t("framgår inte")
    return tables.row(_name(side), tag("b", amount), tag("span", means, lang="sv"), _who(_ballots(side, found)))


def _name(side: str) -> str:
    return {"yes": t("Ja"), "no": t("Nej")}.get(side, t("Avstår"))


def _counted(side: str, found: Vote) -> int | None:
    return {"yes": found.yes, "no": found.no, "abstain": found.abstain or None}[side]


def _ballots(side: str, found: Vote) -> list[Ballot]:
    return [ballot for ballot in found.ballots if ballot.vote == side]


def _who(ballots: list[Ballot]) -> Markup:
    """Return the names behind a side, with its parties counted first."""
    if not ballots:
        return tag("span", t("namnen står inte i paragrafen"), class_="ps-nothing")
    parties = Counter(ballot.party or t("okänt parti") for ballot in ballots)
    told = ", ".join(f"{party}\N{NO-BREAK SPACE}{amount}" for party, amount in parties.most_common())
    names = ", ".join(f"{one.name} ({one.party})" if one.party else one.name for one in ballots)
    return join([tag("b", told), tag("p", names, lang="sv", class_="ps-names")])


def _remarks(found: Vote) -> list[Markup]:
    told = []
    if found.casting:
        told.append(t("Ordförandens utslagsröst avgjorde."))
    told += [
        t(
            "Protokollet anger {tryckt} för {sida}, men namnen är {namn}.",
            tryckt=one.printed,
            sida=_name(one.vote),
            namn=one.named,
        )
        for one in found.mismatches
    ]
    return [tag("p", one, class_="ps-honest") for one in told]
