"""Assignments (uppdrag) that a decision gives: to whom, what, and until when.

Only decision points give assignments, and only in the present: "har fått i uppdrag" tells of an earlier one.
Recipients are kept as printed, several of one assignment together. When it is due is ``nlp.due``'s matter; a later
point that goes on about it ("I uppdraget ingår att …", "Uppdraget ska redovisas senast …") is a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.acts import Assignment, Decision, Range
from nlp.blocks import joined, sentences_in
from nlp.due import Due, read_due

_NOT_LAZY = r"[^.:;]{2,220}?"
# "X får i uppdrag att", "X ges i tilläggsuppdrag", "X uppdras att", "X åläggs att"
_PASSIVE = re.compile(
    rf"^(?P<who>{_NOT_LAZY}),? (?:får|ges|tilldelas)(?: också| även| därutöver| vidare| härmed"
    rf"| därför)? (?:i (?:ett )?\w*uppdrag\b|(?:det |ett )?(?:\w+ )?uppdrag(?:et)? att\b)"
    rf"|^(?!Det\b)(?P<who2>{_NOT_LAZY}) (?:uppdras\b(?! åt| till)|åläggs (?=att\b))"
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
# "Uppdraget i budget 2023 om att nämnden får i uppdrag …": speaks of an assignment, gives none to "Uppdraget"
_NOBODY = re.compile(r"(?:Uppdrag(?:et|en)?|Beslutet|Motionen|Yrkandet|Förslaget)\b")
_COMPANY = re.compile(r",? (?:tillsammans med|i sam\w+ med|i dialog med)\b.*$")

# "I uppdraget ingår att …", "Uppdragen ska redovisas …", "Återrapportering ska ske senast …": about the last one
_GOES_ON = re.compile(
    r"^(?:att )?(?:(?:I|Inom) uppdragen?t?\b|Uppdrage[tn]\w* (?:ska|skall|omfattar|innefattar|innebär|redovisas"
    r"|återrapporteras|avser)\b"
    r"|(?:Åter|Slut|Del)?(?:rapportering|redovisning)(?:en)? (?:av uppdraget )?(?:ska|skall|sker)\b)",
    re.IGNORECASE,
)


def read_assignments(text: str, decisions: Sequence[Decision], *, meeting: str | None = None) -> tuple[Assignment, ...]:
    """Return the assignments given by ``decisions``, whose ranges are of ``text``; ``meeting`` is when they were."""
    found: list[Assignment] = []
    for decision in decisions:
        given = _of_decision(text, decision, meeting)
        if not given and found and _GOES_ON.match(decision.text):
            found[-1] = _with_part(found[-1], decision.text, meeting)
        found += given
    return tuple(found)


def _with_part(assignment: Assignment, part: str, meeting: str | None) -> Assignment:
    """Add a point that goes on about an assignment; when that is due it tells where the assignment does not."""
    own = Due(assignment.due, assignment.due_words, assignment.due_derived)
    due = own if own.words else read_due(part, meeting)
    return replace(
        assignment,
        due=due.date,
        due_words=due.words,
        due_derived=due.derived,
        parts=(*assignment.parts, part),
    )


def _of_decision(text: str, decision: Decision, meeting: str | None) -> list[Assignment]:
    """Read one point: an assignment takes its sentence and what follows it up to the next assignment."""
    spans = [s for r in decision.ranges for s in sentences_in(text, r)]
    given = [(place, who) for place, s in enumerate(spans) if (who := _recipient(text[s.start : s.end]))]
    found = []
    for order, (place, who) in enumerate(given):
        end = given[order + 1][0] if order + 1 < len(given) else len(spans)
        ranges = _merged(text, spans[place:end])
        words = joined(text, ranges)
        due = read_due(words, meeting)
        found.append(Assignment(who, words, due.date, ranges, due.words, due.derived))
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
    if not any(word in sentence.lower() for word in ("uppdra", "åläggs")) or _OPINION.search(sentence):
        return None
    match = _PASSIVE.search(sentence) or _ACTIVE.search(sentence)
    if match is None:
        return None
    who = next(group for group in match.groups() if group)
    who = _COMPANY.sub("", _BEFORE_RECIPIENT.sub("", who)).strip(' ,"”“»')
    return None if not who or _NOBODY.match(who) else who
