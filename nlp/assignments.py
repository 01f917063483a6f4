"""Assignments (uppdrag) that a decision gives: to whom, what, and until when.

Only decision points give assignments, and only in the present: "har fått i uppdrag" tells of an earlier one.
Recipients are kept as printed, several of one assignment together. ``due`` is a printed date, month or year that
stands behind a word of time; a month without its year is none, for the year would be a guess.
"""

from __future__ import annotations

import re

from nlp.acts import Assignment, Decision, Range
from nlp.blocks import joined, sentences_in
from nlp.dates import find_dates

_NOT_LAZY = r"[^.:;]{2,220}?"
# "X får i uppdrag att", "X ges i uppdrag", "X uppdras att"
_PASSIVE = re.compile(
    rf"^(?P<who>{_NOT_LAZY}),? (?:får|ges|tilldelas)(?: också| även| därutöver| vidare| härmed"
    rf"| därför)? (?:i uppdrag\b|(?:det |ett )?(?:\w+ )?uppdrag(?:et)? att\b)"
    rf"|^(?!Det\b)(?P<who2>{_NOT_LAZY}) uppdras\b(?! åt| till)"
)
# "Nämnden ger X i uppdrag", "att ge X i uppdrag", "Uppdra åt X att", "ger uppdrag till X att", "Det uppdras åt X att"
_ACTIVE = re.compile(
    rf"\b(?:ger|ge|lämnar|lämna)(?: också| även| därutöver| vidare| därför| härmed)? (?P<who>{_NOT_LAZY}),? i uppdrag\b"
    rf"|\b(?:ge[rs]?|lämna[rs]?) (?:i )?uppdrag (?:åt|till) (?P<who2>{_NOT_LAZY})(?:,? att\b|[,.:]|$)"
    rf"|\buppdra[rs]? (?:också |även |vidare )?(?:åt|till) (?P<who3>{_NOT_LAZY})(?:,? att\b|[,.:]|$)"
    rf"|\buppdrar? (?P<who4>[A-ZÅÄÖa-zåäö][^.:;]{{2,120}}?),? att\b",
    re.IGNORECASE,
)
# "ställer sig positiv till att fullmäktige ger X i uppdrag": an opinion, nothing is given
_OPINION = re.compile(r"ställer sig (?:\w+ )?(?:till|bakom) att\b|\bhar (?:fått|getts?|givits)\b", re.IGNORECASE)
# "Socialnämnden beslutar att ", "att ", "Vidare ": stands before the recipient and is none
_BEFORE_RECIPIENT = re.compile(
    (
        r"^(?:.*\b(?:beslutar|besluta|föreslår|föreslå)\b(?: \w+){0,4}? att |att |Vidare |Därutöver "
        r"|samt (?:att )?|och (?:att )?)"
    ),
    re.IGNORECASE,
)
_COMPANY = re.compile(r",? (?:tillsammans med|i sam\w+ med|i dialog med)\b.*$")

# "senast den 31 mars 2025", "före utgången av 2026": a date that binds; then weaker ones, "under 2021", "i mars 2025"
_TIME = (
    r"(?:(?:den|år|året|månad|slutet av|början av|mitten av|utgången av|årsskiftet|månadsskiftet"
    r"|halvåret|kvartal \w+|tertial \w+|q[1-4]|kv \w+|"
    r"första|andra|tredje|fjärde|kvartalet|tertialet|våren|hösten|sommaren|vintern|delår\w*|bokslut\w*"
    r"|\w*sammanträde\w*|\w*möte\w*|"
    r"nämnden\w*|\w*styrelsens?|\w*fullmäktiges?|verksamhetsåret|av|i|vid|på|till|under|med) ){0,6}"
)
_STRONG = re.compile(
    (
        rf"\b(?:senast|före|innan|t\.o\.m\.|till och med|klar\w*|återrapport\w+|återkomma|återredovis\w+"
        rf"|redovisas?|avrapport\w+) {_TIME}$"
    ),
    re.IGNORECASE,
)
_WEAK = re.compile(
    rf"\b(?:under|i|till|vid|inför|på|kvartal \w+|tertial \w+|våren|hösten|sommaren|vintern|årsskiftet) {_TIME}$",
    re.IGNORECASE,
)
# dates of papers and of validity bind nobody: "yrkande från S den 3 maj 2024", "budget i 2024"
_WINDOW = 90


def read_assignments(text: str, decisions: tuple[Decision, ...]) -> tuple[Assignment, ...]:
    """Return the assignments given by ``decisions``, whose ranges are of ``text``."""
    return tuple(a for decision in decisions for a in _of_decision(text, decision))


def _of_decision(text: str, decision: Decision) -> list[Assignment]:
    """Read one point: an assignment takes its sentence and what follows it up to the next assignment."""
    spans = [s for r in decision.ranges for s in sentences_in(text, r)]
    given = [(place, who) for place, s in enumerate(spans) if (who := _recipient(text[s.start : s.end]))]
    found = []
    for order, (place, who) in enumerate(given):
        end = given[order + 1][0] if order + 1 < len(given) else len(spans)
        ranges = _merged(text, spans[place:end])
        words = joined(text, ranges)
        found.append(Assignment(who, words, due_date(words), ranges))
    return found


def _merged(text: str, spans: list[Range]) -> tuple[Range, ...]:
    """Join neighbouring sentences of one block into one range."""
    merged = [spans[0]]
    for span in spans[1:]:
        gap = text[merged[-1].end : span.start]
        if gap.strip() == "" and "\n" not in gap:
            merged[-1] = Range(merged[-1].start, span.end)
        else:
            merged.append(span)
    return tuple(merged)


def _recipient(sentence: str) -> str | None:
    """Return who is told to do something in this sentence, as printed."""
    if "uppdra" not in sentence.lower() or _OPINION.search(sentence):
        return None
    match = _PASSIVE.search(sentence) or _ACTIVE.search(sentence)
    if match is None:
        return None
    who = next(group for group in match.groups() if group)
    who = _COMPANY.sub("", _BEFORE_RECIPIENT.sub("", who)).strip(" ,")
    return who or None


def due_date(text: str) -> str | None:
    """Return until when something is due: the first date behind "senast", else behind "under", "i", "till"."""
    dates = find_dates(text, years=True)
    for cue in (_STRONG, _WEAK):
        for span, value in dates:
            if cue.search(text[max(0, span.start - _WINDOW) : span.start]):
                return value
    return None
