"""The words by which a protocol tells where a matter goes: prepared, sent on, withdrawn, repealed, replaced, expiring.

Pure; each pattern has the printed form that it was made for. Whether a repeal concerns this paragraph or that is for
`index.tracing.validity` to say: here it is only told that the words are there, and where.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from nlp.acts import Range
from nlp.dates import find_dates

# "föreslår regionfullmäktige besluta", "Nämndens förslag till kommunfullmäktige", "hemställer hos regionstyrelsen",
# "överlämnas till regionstyrelsen", "översänds som yttrande till", "tillstyrker … och föreslår styrelsen"
_UPWARD = r"(?:[\w\-]*fullmäktige|[\w\-]*styrelsen|[\w\-]*nämnden|[\w\-]*utskottet|[\w\-]*beredningen)"
_SENT_ON = re.compile(
    rf"\b(?:föreslår|rekommenderar|hemställer (?:hos|till)|förslag till|överlämna[rs]?(?: \w+)*? till"
    rf"|översänd(?:s|er|a)(?: \w+)*? till|hänskjut(?:s|er|a)(?: \w+)*? till)(?: att)? {_UPWARD}\b",
    re.IGNORECASE,
)
# "yttrandet avges", "avge yttrande", "lämnar följande remissyttrande"
_STATEMENT = re.compile(r"\b(?:avge[rs]?|lämna[rs]?|antar|godkänn\w+)\b[^.]{0,60}\b\w*yttrande\w*", re.IGNORECASE)
# "Ärendet utgår", "Ärendet avskrivs", "Motionen har dragits tillbaka", "Medborgarförslaget återtas"
_WITHDRAWN = re.compile(
    r"\bärendet (?:utgår|avskrivs|dras tillbaka|har dragits tillbaka|stryks)\b"
    r"|\b(?:avskriva|avskriver) (?:ärendet|motionen|medborgarförslaget)\b"
    r"|\b(?:motionen|medborgarförslaget|ansökan|initiativet|e-förslaget|interpellationen) (?:\w+ )?"
    r"(?:dras tillbaka|dragits tillbaka|är tillbakadraget?n?|återtas|återkallas|avskrivs|är återkallad)\b",
    re.IGNORECASE,
)
# "Motion av Anna Ek (S) om …", "Svar på motion", "Besvarande av motion": only the first is the motion itself
_MOTION = re.compile(
    r"(?:ny |anmälan av )?motion(?:er)?\b(?! \w* ?besvar)|medborgarförslag\b|e-förslag\b", re.IGNORECASE
)
# "Uppdragsdirektiv", "Direktiv för översyn": an assignment in the form of a document
_PREPARING_BOARD = re.compile(r"beredning|utskott|presidi", re.IGNORECASE)


class Effect(StrEnum):
    """What a sentence does to an earlier decision."""

    REPEALS = "repeals"
    REPLACES = "replaces"
    REVISES = "revises"


@dataclass(frozen=True, slots=True)
class Effecting:
    """A sentence's word that repeals, replaces or revises, and where it stands in the text."""

    effect: Effect
    range: Range


# What a decision may have laid down, and a later one take the place of.
_WHAT = r"beslut|riktlinj|plan|regel|reglement|policy|program|direktiv|tax[ae]|avtal"
_REVISE = (
    r"(?:revidera[rs]?|reviderade?|revidering\w*|ändra[rs]?|(?:med|genom) ändring|ändring av|förläng(?:s|er|a|as))"
)
_EFFECTS: tuple[tuple[Effect, re.Pattern[str]], ...] = (
    # "upphäva nämndens beslut", "upphävs", "upphör att gälla", "upphör därmed", "rivs upp", "slopas", "avskaffas"
    (
        Effect.REPEALS,
        re.compile(
            r"\b(?:upphäv(?:er|s|a|as|es|t|des|ts)|upphör(?:a)?\b(?: \w+){0,3} gälla|rivs? upp)\b", re.IGNORECASE
        ),
    ),
    # "ersätter tidigare beslut", "ersätts av", "i stället för beslutet den", "träder i stället för"
    (
        Effect.REPLACES,
        re.compile(
            r"\b(?:ersätt(?:er|s|a|as)|träder i (?:dess )?ställe(?:t för)?)\b(?! (?:för|till|med)\b)"
            rf"(?=[^.]{{0,160}}\b(?:{_WHAT}|tidigare|nu gällande|version)|[^.]{{0,120}}§)",
            re.IGNORECASE,
        ),
    ),
    # "revidera beslutet", "med ändring av nämndens beslut", "beslutet ändras så att", "reglementet revideras"
    (
        Effect.REVISES,
        re.compile(
            rf"\b{_REVISE}\b(?=[^.]{{0,160}}(?:\bbeslut|§)|[^.]{{0,80}}\b(?:\w+)?(?:{_WHAT}))"
            rf"|\b(?:\w+)?(?:{_WHAT})\w*\b[^.]{{0,60}}\b{_REVISE}\b",
            re.IGNORECASE,
        ),
    ),
)
# "gäller till och med den 31 december 2024", "gäller längst t.o.m. 2025", "förlängs till den 30 juni 2023"
_UNTIL = re.compile(
    r"\b(?:gäller|gälla|giltig\w*|förläng\w*|tidsbegräns\w*|avtalstid\w*|träder ur kraft)\b[^.;]{0,80}?"
    r"\b(?:längst |fram )?(?:till och med|t\.?o\.?m\.?|till|tom)(?: den)? (?=\d|\w+ \d{4})",
    re.IGNORECASE,
)
_SPAN = 40


def sends_on(text: str) -> bool:
    """Whether the words of a decision put the matter before another body: "föreslår regionfullmäktige besluta"."""
    return _SENT_ON.search(text) is not None


def gives_statement(text: str) -> bool:
    """Whether the words answer a referral: "Yttrandet godkänns och översänds"."""
    return _STATEMENT.search(text) is not None


def withdraws(text: str) -> Range | None:
    """Return where the words say that the matter goes no further, None where they do not."""
    found = _WITHDRAWN.search(text)
    return None if found is None else Range(*found.span())


def is_motion_title(title: str) -> bool:
    """Whether a title is that of a motion or a citizen's proposal as such."""
    return _MOTION.match(title.strip()) is not None


def prepares(board: str | None) -> bool:
    """Whether a body of this name prepares for others: "arbetsutskottet", "Beredningen för primärvård"."""
    return _PREPARING_BOARD.search(board or "") is not None


def effect_of(sentence: str) -> Effecting | None:
    """Return what ``sentence`` does to an earlier decision, the strongest word first; None when it does nothing."""
    for effect, pattern in _EFFECTS:
        found = pattern.search(sentence)
        if found is not None:
            return Effecting(effect, Range(*found.span()))
    return None


def valid_until(text: str) -> tuple[str, Range] | None:
    """Return the last day (ISO 8601, reduced as printed) that ``text`` gives for itself, and where, None without."""
    found = _UNTIL.search(text)
    if found is None:
        return None
    behind = text[found.end() : found.end() + _SPAN]
    dates = find_dates(behind, years=True)
    if not dates or dates[0][0].start > 0:
        return None
    place, value = dates[0]
    return value, Range(found.start(), found.end() + place.end)
