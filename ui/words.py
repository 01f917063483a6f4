"""Swedish words for the values of the results, and Swedish dates and numbers.

Owns every label that both the command line and the page show. Pure; knows neither HTML nor the terminal. An unknown
value is shown as it is, so that a newer library never makes an older page fall over. Everything is said in the language
of the request (`ui.speech`), Swedish outside of any.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from index.results import Coverage, Event, Hit, LinkKind, UnitKind
from index.stored import Head
from nlp.dates import MONTHS
from ui.speech import Language, spoken, t, term

OUTCOMES: Mapping[str, str] = {
    "approved": "Bifall",
    "rejected": "Avslag",
    "remitted": "Återremiss",
    "tabled": "Bordläggning",
    "noted": "Antecknas",
    "answered": "Besvarad",
    "assigned": "Uppdrag",
    "elected": "Val",
    "other": "Annat beslut",
}

UNIT_KINDS: Mapping[str, str] = {
    UnitKind.PARAGRAPH: "Paragraf",
    UnitKind.PASSAGE: "Löptext",
    UnitKind.DECISION: "Beslut",
    UnitKind.MOTION: "Yrkande",
    UnitKind.RESERVATION: "Reservation",
    UnitKind.NOTE: "Anteckning eller yttrande",
    UnitKind.ASSIGNMENT: "Uppdrag",
}

LINK_KINDS: Mapping[str, str] = {
    LinkKind.SAME_CASE: "Samma diarienummer som",
    LinkKind.CITES_CASE: "Nämner diarienumret för",
    LinkKind.CITES_PARAGRAPH: "Hänvisar till",
    LinkKind.CITES_DOCUMENT: "Bygger på handlingen",
    LinkKind.SAME_DOCUMENT: "Samma handling som",
    LinkKind.REPORTS_ON: "Återrapporterar",
    LinkKind.CONTINUES: "Fortsätter",
    LinkKind.RETURNS: "Kommer tillbaka från",
    LinkKind.REFERRED: "Skickades vidare till",
    LinkKind.SAME_TITLE: "Samma rubrik som",
    LinkKind.SIMILAR: "Liknar",
    LinkKind.CONFIRMED: "Bekräftat samma ärende som",
}
LINK_KINDS_BACKWARDS: Mapping[str, str] = {
    LinkKind.SAME_CASE: "Samma diarienummer som",
    LinkKind.CITES_CASE: "Diarienumret nämns i",
    LinkKind.CITES_PARAGRAPH: "Nämns i",
    LinkKind.CITES_DOCUMENT: "Är underlag i",
    LinkKind.SAME_DOCUMENT: "Samma handling som",
    LinkKind.REPORTS_ON: "Återrapporteras i",
    LinkKind.CONTINUES: "Fortsätts av",
    LinkKind.RETURNS: "Kom tillbaka i",
    LinkKind.REFERRED: "Är vad som kom tillbaka från",
    LinkKind.SAME_TITLE: "Samma rubrik som",
    LinkKind.SIMILAR: "Liknar",
    LinkKind.CONFIRMED: "Bekräftat samma ärende som",
}

ITEMS: Mapping[str, str] = {
    "decision": "beslut",
    "motion": "yrkanden",
    "vote": "omröstningar",
    "reservation": "reservationer",
    "note": "anteckningar och yttranden",
    "assignment": "uppdrag",
    "report": "återrapporteringar",
    "recusal": "jäv",
    "reference": "hänvisningar",
    "procedure": "steg i beslutsgången",
    "not_participating": "deltar inte i beslutet",
    "document": "nämnda handlingar",
    "assignment_change": "ändrade uppdrag",
    "goal": "mål",
    "demand": "krav och förutsättningar",
    "milestone": "milstolpar",
    "activity": "delaktiviteter",
    "office": "ägare, ledare och författare",
    "definition": "definitioner",
    "recommendation": "rekommendationer",
}


_PARTY = re.compile(r"\(([^()]+)\)\s*$")
_MOST_NAMED = 6
_BALLOTS = {"yes": "ja", "no": "nej", "abstain": "avstår"}


def outcome(value: str) -> str:
    """Return the Swedish word for an outcome."""
    return term(OUTCOMES.get(value, value), "utfall")


def unit_kind(value: str) -> str:
    """Return the Swedish word for the sort of text that a hit stands on."""
    return term(UNIT_KINDS.get(value, value), "slag")


def link_kind(value: str) -> str:
    """Return the Swedish word for the kind of a link."""
    return t(LINK_KINDS.get(value, value))


def link_told(kinds: Sequence[LinkKind], *, incoming: bool) -> str:
    """Return what links with one piece of evidence say: the most telling kind stands for the rest.

    ``kinds`` begin with the most telling; a paragraph that reports on another names it too, which needs no words.
    """
    table = LINK_KINDS_BACKWARDS if incoming else LINK_KINDS
    return t(table.get(kinds[0], str(kinds[0])))


def item(value: str) -> str:
    """Return the Swedish word, in the plural, for a kind of item that ingest counts."""
    return t(ITEMS.get(value, value))


def ballot(value: str) -> str:
    """Return how a member voted, in Swedish."""
    return t(_BALLOTS[value])


def number(value: int) -> str:
    """Return a whole number with a no-break space between thousands, 1 412; in English 1,412."""
    return f"{value:,}" if spoken() is Language.ENGLISH else f"{value:,}".replace(",", "\N{NO-BREAK SPACE}")


def decimal(value: float, digits: int = 1) -> str:
    """Return a number with a decimal comma; in English with a point."""
    point = "." if spoken() is Language.ENGLISH else ","
    return f"{value:.{digits}f}".replace(".", point)


def date(iso: str | None) -> str:
    """Return an ISO date, possibly reduced, in words: "21 november 2024", "november 2024", "2024"."""
    if iso is None:
        return t("odaterat")
    parts = iso.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > len(("year", "month", "day")):
        return iso
    year, month, day = ([int(part) for part in parts] + [0, 0])[:3]
    if not 0 <= month <= len(MONTHS):
        return iso
    return " ".join(word for word in (str(day or ""), t(MONTHS[month - 1]) if month else "", str(year)) if word)


def listed(words: Sequence[str], last: str = "och") -> str:
    """Join words as a sentence does: "S, V och MP"."""
    if len(words) < len(("a", "b")):
        return "".join(words)
    return f"{', '.join(words[:-1])} {t(last)} {words[-1]}"


def count(value: int, one: str, many: str) -> str:
    """Return "1 fil", "2 filer"; a word that the catalogue knows in the language spoken."""
    if value != 1:
        return f"{number(value)} {t(many)}"
    # "dokument" is one and many in Swedish only: the catalogue may know "1 dokument" by itself.
    single = f"1 {one}"
    said = t(single)
    return said if said != single else f"1 {t(one)}"


def paragraph_name(paragraph: Hit | Event | Head) -> str:
    """Return how people name a paragraph: "Socialnämnden 21 november 2024 § 231", "Bilaga 3.pdf § 28".

    The file stands for a meeting whose board or date is unknown, and is the name of a document that has no §.
    """
    if paragraph.number is None:
        return paragraph.file
    known = paragraph.board and paragraph.date
    meeting = f"{paragraph.board} {date(paragraph.date)}" if known else paragraph.file
    return f"{meeting} § {paragraph.number}"


def coverage(covered: Coverage) -> str:
    """Return what was searched as one sentence or two, so that silence is not taken for absence."""
    searched = t(
        "Sökt i {antal} av {paragrafer} i {dokument}",
        antal=number(covered.searched),
        paragrafer=count(covered.paragraphs, "paragraf", "paragrafer"),
        dokument=count(covered.documents, "dokument", "dokument"),
    )
    if covered.date_first and covered.date_last:
        searched += f", {date(covered.date_first)} – {date(covered.date_last)}"
    unreadable = count(covered.unreadable_pages, "sida", "sidor")
    missing = count(covered.missing_numbers, "§-nummer", "§-nummer")
    gaps = [
        *([t("{sidor} gick inte att läsa", sidor=unreadable)] if covered.unreadable_pages else []),
        *([t("{nummer} saknas", nummer=missing)] if covered.missing_numbers else []),
    ]
    return f"{searched}." + (f" {'; '.join(gaps)}." if gaps else "")


def party_of(name: str) -> str | None:
    """Return the party behind a printed name, "C" of "Anna Lind (C)", None where there is none."""
    found = _PARTY.search(name)
    return found[1] if found else None


def lost_vote(names: Sequence[str]) -> str:
    """Return who lost a named vote on the matter, "" when nobody did; of many, how many of which parties."""
    if not names:
        return ""
    if len(names) <= _MOST_NAMED:
        return t("Förlorade omröstningen: {vilka}", vilka=", ".join(names))
    parties = sorted({party for name in names if (party := party_of(name))})
    told = t("{antal} ledamöter", antal=len(names)) + (f" ({', '.join(parties)})" if parties else "")
    return t("Förlorade omröstningen: {vilka}", vilka=told)


def facts(result: Hit | Event) -> str:
    """Return what was decided, who was against it (of a hit: who reserved), and the case numbers."""
    outcomes = ", ".join(dict.fromkeys(outcome(value) for value in result.outcomes))
    names = ", ".join(result.against)
    told = t("Reserverade sig: {vilka}", vilka=names) if isinstance(result, Hit) else t("Emot: {vilka}", vilka=names)
    against = told if names else ""
    lost = lost_vote(result.outvoted) if isinstance(result, Hit) else ""
    cases = f"Dnr {', '.join(result.case_numbers)}" if result.case_numbers else ""
    return " · ".join(part for part in (outcomes, against, lost, cases) if part)
