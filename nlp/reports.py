"""Reports on an earlier assignment: which paragraph gave it, and whether it is now declared done.

A decision that notes or approves the "redovisning" of an "uppdrag" is a report; so is one that declares an
assignment fullgjort. Failing that, a title that says "Återrapportering av fullmäktiges uppdrag" over a decision on
"informationen" or "redovisningen", or a summary that says it; then the assignment is looked for where an earlier
section tells that it was given. A report that is only planned ("ska redovisas") or tabled is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.acts import Decision, Outcome, ParagraphReference, Range, Report, SectionKind, SectionText
from nlp.boards import BOARD_NAME, nominative
from nlp.dates import find_dates
from nlp.references import read_references
from nlp.sentences import quick_sentences

_REPORTING = r"(?:(?:åter|slut|del)?(?:redovisning|rapportering|rapport)\w*|uppföljning\w*)"
# "Redovisning av kommunfullmäktiges uppdrag", "återrapportering av uppdrag att", "uppdraget förklaras fullgjort"
_REPORTS_ON = re.compile(rf"\b{_REPORTING}\b[^.]{{0,80}}?\b\w*uppdrag(?:et|en|s)?\b", re.IGNORECASE)
_DECLARED = re.compile(
    r"\b(?:fullgjor(?:t|d|da)|besvara(?:t|d|de)|avsluta(?:t|d|de)|slutför(?:t|d|da))\b", re.IGNORECASE
)
_ASSIGNMENT_DECLARED = re.compile(rf"\buppdrag\w*\b[^.]{{0,160}}{_DECLARED.pattern}", re.IGNORECASE)
# "Informationen är delgiven", "Redovisningen godkänns": the decision under a title that says what was reported
_GENERIC = re.compile(
    r"\b(?:informationen|redovisningen|rapporten|återrapporteringen|uppföljningen|återredovisningen|anmälan)\b",
    re.IGNORECASE,
)
_GIVER = re.compile(
    (
        rf"(?P<board>(?<![\w\-]){BOARD_NAME})\s+(?:\w+\s)?uppdrag\b|\buppdrag(?:et|en)? (?:från|av|givet av"
        rf"|givna av) (?P<from>{BOARD_NAME})"
    ),
    re.IGNORECASE,
)
# a summary that reports: "Redovisning av uppdrag gällande …", "Uppdraget redovisas", "återrapporterar uppdraget"
_TELLS = re.compile(
    r"^(?:Redovisning|Återredovisning|Återrapportering|Slutredovisning|Rapportering) av uppdrag"
    r"|\b[Uu]ppdraget (?:redovisas|återrapporteras|återredovisas|är (?:därmed )?(?:slutfört|fullgjort"
    r"|genomfört))\b|\b(?:återrapporterar|redovisar|återredovisar) (?:nu |härmed )?uppdraget\b"
)
# an earlier section that tells of it: "Nämnden gav den 12 mars 2024, § 33, förvaltningen i uppdrag"
_GIVEN = re.compile(r"\b(?:fick|gav|gett|givit|fått|gavs|uppdrog|lämnade)\b[^.]{0,160}\buppdra", re.IGNORECASE)
_DONE = (Outcome.NOTED, Outcome.ANSWERED, Outcome.APPROVED)
_SHARED_WORDS = 2


def read_reports(
    sections: Sequence[SectionText],
    decisions: Sequence[Decision],
    *,
    board: str | None,
    title: str = "",
    title_ranges: tuple[Range, ...] = (),
) -> tuple[Report, ...]:
    """Return the reports of a paragraph; ranges are of the whole text, as those of ``decisions``."""
    found: list[Report] = []
    for decision in decisions:
        read = _of_decision(decision, board)
        found = _closed_by(found, decision) if found and _only_declares(decision, read) else found + read
    if (
        not found
        and _REPORTS_ON.search(title)
        and any(d.outcome in _DONE and _GENERIC.search(d.text) for d in decisions)
    ):
        closed = any(d.outcome is Outcome.ANSWERED for d in decisions)
        found = [Report(_giver(title), None, None, closed=closed, ranges=title_ranges or decisions[0].ranges)]
    if not found and decisions and not all(d.outcome in (Outcome.TABLED, Outcome.REMITTED) for d in decisions):
        found = _of_summary(sections, board)
    return tuple(dict.fromkeys(found))


def _only_declares(decision: Decision, read: list[Report]) -> bool:
    """Whether a point just closes what the point before reported: "Uppdraget förklaras fullgjort"."""
    return bool(read) and read[0].number is None and read[0].closed and not _REPORTS_ON.search(decision.text)


def _closed_by(found: list[Report], decision: Decision) -> list[Report]:
    last = found[-1]
    return [*found[:-1], replace(last, closed=True, ranges=last.ranges + decision.ranges)]


def _of_decision(decision: Decision, board: str | None) -> list[Report]:
    reports = _REPORTS_ON.search(decision.text) and decision.outcome in _DONE
    if not (reports or (decision.outcome is Outcome.ANSWERED and _ASSIGNMENT_DECLARED.search(decision.text))):
        return []
    closed = _DECLARED.search(decision.text) is not None
    named = [r for r in read_references(decision.text, board=board, date=None) if isinstance(r, ParagraphReference)]
    if not named:
        return [Report(_giver(decision.text), _assigned_on(decision.text), None, closed=closed, ranges=decision.ranges)]
    return [Report(r.board, r.date, r.number, closed=closed, ranges=decision.ranges) for r in named]


def _giver(text: str) -> str | None:
    match = _GIVER.search(text)
    return None if match is None else nominative(match["board"] or match["from"])


def _assigned_on(text: str) -> str | None:
    """The date right behind "uppdrag": "kommunfullmäktiges uppdrag den 28 oktober 2021"."""
    for span, value in find_dates(text):
        if re.search(
            r"\buppdrag(?:et|en)?,? (?:(?:givet|från|av|den|vid|på|lämnat|sammanträdet?) ){0,4}$",
            text[max(0, span.start - 80) : span.start],
            re.IGNORECASE,
        ):
            return value
    return None


def _of_summary(sections: Sequence[SectionText], board: str | None) -> list[Report]:
    for section in sections:
        if section.kind not in (SectionKind.SUMMARY, SectionKind.OTHER):
            continue
        for span in quick_sentences(section.text):
            sentence = section.text[span.start : span.end]
            if _TELLS.search(sentence):
                return [_traced(sections, sentence, span.shifted(section.start), board)]
    return []


def _traced(sections: Sequence[SectionText], telling: str, span: Range, board: str | None) -> Report:
    """Find the sentence that tells how the reported assignment was given: it shares the most words with the report."""
    words = _content(telling)
    best, best_shared = None, _SHARED_WORDS - 1
    for section in sections:
        for place in quick_sentences(section.text):
            sentence = section.text[place.start : place.end]
            shared = len(words & _content(sentence))
            if shared > best_shared and _GIVEN.search(sentence) and find_dates(sentence):
                best, best_shared = sentence, shared
    if best is None:
        return Report(_giver(telling), None, None, closed=False, ranges=(span,))
    named = next((r for r in read_references(best, board=board, date=None) if isinstance(r, ParagraphReference)), None)
    if named is not None:
        return Report(named.board, named.date, named.number, closed=False, ranges=(span,))
    return Report(_giver(telling), find_dates(best)[0][1], None, closed=False, ranges=(span,))


def _content(sentence: str) -> set[str]:
    return {w for w in re.findall(r"\w{5,}", sentence.lower()) if not w.startswith("uppdrag")}
