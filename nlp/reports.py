"""Reports on an earlier assignment: which paragraph gave it, and whether it is now declared done.

A decision that notes or approves the "redovisning" of an "uppdrag" is a report; so is one that declares an
assignment fullgjort. Failing that, a title that says "Återrapportering av fullmäktiges uppdrag" over a decision on
"informationen" or "redovisningen", or a summary that says it, or tells that what was ordered has been delivered.
Where the decision does not cite the assignment, the only § of which the summary tells that it gave one is meant. A
report that is only planned ("ska redovisas") or tabled is none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from nlp.acts import Decision, Outcome, ParagraphReference, Range, Report, SectionKind, SectionText
from nlp.boards import BOARD_NAME, bodies_in, body_meant
from nlp.dates import find_dates
from nlp.references import read_references
from nlp.sentences import quick_sentences

# "rapporten Översyn av skolans uppdrag" is a title and reports on no assignment
_REPORTING = r"(?:(?:åter|slut|del)?(?:redovisning|rapportering|rapport)\w*|uppföljning\w*)(?! (?-i:[A-ZÅÄÖ]))"
# "Redovisning av kommunfullmäktiges uppdrag", "återrapportering av uppdrag att", "uppdraget förklaras fullgjort"
_REPORTS_ON = re.compile(rf"\b{_REPORTING}\b[^.]{{0,80}}?\b\w*uppdrag(?:et|en|s)?\b", re.IGNORECASE)
_DECLARED = re.compile(
    r"\b(?:fullgjor(?:t|d|da)|besvara(?:t|d|de)|avsluta(?:t|d|de|s)|slutför(?:t|d|da|s))\b", re.IGNORECASE
)
_ASSIGNMENT_DECLARED = re.compile(rf"\buppdrag\w*\b[^.]{{0,160}}{_DECLARED.pattern}", re.IGNORECASE)
# "Utvärderingen godkänns och uppdraget är därmed fullgjort", "varmed uppdraget enligt § 7 avslutas"
_ALSO_DECLARED = re.compile(
    r"\buppdrag(?:et|en)?\b[^.]{0,160}?(?:\b(?:är|anses|förklaras)(?: \w+){0,2} (?:fullgjor(?:t|da)|besvara(?:t|de)"
    r"|avsluta(?:t|de)|slutför(?:t|da))|\b(?:avslutas|slutförs))\b",
    re.IGNORECASE,
)
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
# a sentence that cites the § of an order: "gav den 3 mars 2023, § 4, direktören i uppdrag", "den utredning som
# styrelsen beställde", "redovisar kostnaden enligt nämndens beslut", "beslutade att processen skulle utvärderas",
# "beslutade den 14 mars 2023, § 41, att ge direktören i uppdrag"
_ORDERED = re.compile(
    r"\b(?:gav|gett|givit|gavs|fick|fått|lämnade)\b[^.]{0,200}\buppdrag"
    r"|\buppdrag(?:et|en)?\b[^.]{0,120}(?:\b(?:gav|i|enligt|från|genom|givet)\b|§)"
    r"|\b(?:uppdrog|beställde|begärde|efterfrågade)\b|\bsom [\w\- ]{3,60} beslutade om\b"
    r"|\b(?:åter)?(?:redovisa|rapportera)\w*\b[^.]{0,160}\b(?:enligt|i enlighet med)\b[^.]{0,60}\bbeslut"
    r"|\bbeslutade\b[^.]{0,80}\batt\b[^.]{0,120}\bskulle\b"
    r"|\bbeslutade\b[^.]{0,100}\batt (?:ge|lämna|uppdra)\b[^.]{0,160}\b(?:i uppdrag|uppdrag|åt)\b",
    re.IGNORECASE,
)
# "har lämnats", "lämnar nu en delrapport", "redovisas härmed": what was ordered is here
_DELIVERED = re.compile(
    r"\bhar (?:nu |härmed )?(?:lämnats|redovisats|återrapporterats)\b"
    r"|\b(?:lämnar?s?|redovisas?|redovisar|återrapportera[rs]|presentera[rs]|överlämna[rs]) (?:nu|härmed)\b"
)
# "Nedanstående uppdrag (a–h), givna i budget 2021, förklaras fullgjorda.": the points below it are the assignments
_LIST_CLOSED = re.compile(
    rf"^(?:Nedanstående|Följande)\b[^.]{{0,60}}\buppdrag\b[^.]{{0,200}}{_DECLARED.pattern}", re.IGNORECASE
)
_EXCEPT = re.compile(r"\b(?:undantag|utom|förutom)\b", re.IGNORECASE)
# "Kulturnämndens uppdrag, givet av fullmäktige 2020-04-16 § 26, att …": an assignment in such a list
_LISTED = re.compile(r"\buppdrag,? (?:som )?(?:har )?(?:giv(?:et|its|na)|getts|lämnat)\b[^.]{0,60}§", re.IGNORECASE)
_WHERE_ORDERS_ARE_TOLD = (SectionKind.SUMMARY, SectionKind.BACKGROUND, SectionKind.EARLIER, SectionKind.OTHER)
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
    known = bodies_in("\n".join(s.text for s in sections))
    orders = _orders(sections, board, known)
    found: list[Report] = []
    for decision in decisions:
        read = _of_decision(decision, board, known)
        found = _closed_by(found, decision) if found and _only_declares(decision, read) else found + read
    found = _traced_to_orders(found, orders) + _listed(decisions, board, known)
    if (
        not found
        and _REPORTS_ON.search(title)
        and any(d.outcome in _DONE and _GENERIC.search(d.text) for d in decisions)
    ):
        closed = any(d.outcome is Outcome.ANSWERED for d in decisions)
        giver = _giver(title, board, known)
        found = [Report(giver, None, None, closed=closed, ranges=title_ranges or decisions[0].ranges)]
    if not found and decisions and not all(d.outcome is Outcome.TABLED for d in decisions):
        found = _delivered(orders)
    if not found and decisions and not all(d.outcome in (Outcome.TABLED, Outcome.REMITTED) for d in decisions):
        found = _of_summary(sections, board, known)
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class _Order:
    """A § that gave an assignment, and whether the paragraph tells that what was ordered has been delivered."""

    reference: ParagraphReference
    delivered: bool
    span: Range


def _orders(sections: Sequence[SectionText], board: str | None, known: Collection[str]) -> list[_Order]:
    """Return the assignments of which the telling sections cite the §, each § once."""
    found: dict[tuple[str | None, str | None, int], _Order] = {}
    for section in sections:
        if section.kind not in _WHERE_ORDERS_ARE_TOLD or "§" not in section.text:
            continue
        spans = quick_sentences(section.text)
        for place, span in enumerate(spans):
            sentence = section.text[span.start : span.end]
            if "§" not in sentence or not _ORDERED.search(sentence):
                continue
            after = section.text[span.start : spans[min(place + 1, len(spans) - 1)].end]
            delivered = _DELIVERED.search(after) is not None
            for cited in _cited(sentence, board, known):
                order = _Order(cited, delivered, span.shifted(section.start))
                found.setdefault((cited.board, cited.date, cited.number), order)
    return list(found.values())


def _cited(text: str, board: str | None, known: Collection[str]) -> list[ParagraphReference]:
    named = read_references(text, board=board, date=None, known=known)
    return [reference for reference in named if isinstance(reference, ParagraphReference)]


def _traced_to_orders(found: Sequence[Report], orders: Sequence[_Order]) -> list[Report]:
    """Trace the reports without §; two points that mean the same order are one report, closed when either closes it."""
    kept: list[Report] = []
    for report in found:
        traced = _traced_to_order(report, orders)
        same = [r for r in kept if (r.board, r.date, r.number) == (traced.board, traced.date, traced.number)]
        if traced is report or not same:
            kept.append(traced)
        else:
            merged = replace(same[0], closed=same[0].closed or traced.closed, ranges=same[0].ranges + traced.ranges)
            kept[kept.index(same[0])] = merged
    return kept


def _traced_to_order(report: Report, orders: Sequence[_Order]) -> Report:
    """Give a report without § the only order that its words allow; several orders would make it a guess."""
    if report.number is not None:
        return report
    fitting = [
        o.reference
        for o in orders
        if report.board in (None, o.reference.board) and report.date in (None, o.reference.date)
    ]
    if len(fitting) != 1:
        return report
    return replace(report, board=fitting[0].board, date=fitting[0].date, number=fitting[0].number)


def _delivered(orders: Sequence[_Order]) -> list[Report]:
    """The one order of which the paragraph tells that it has been carried out."""
    if len(orders) != 1 or not orders[0].delivered:
        return []
    told = orders[0].reference
    return [Report(told.board, told.date, told.number, closed=False, ranges=(orders[0].span,))]


def _listed(decisions: Sequence[Decision], board: str | None, known: Collection[str]) -> list[Report]:
    """Return the assignments of lists that a point above them closes; where it makes exceptions none is sure closed."""
    found: list[Report] = []
    lead: Decision | None = None
    for decision in decisions:
        if _LIST_CLOSED.search(decision.text):
            lead = decision
        elif decision.outcome is not Outcome.OTHER:
            lead = None
        elif lead is not None and _LISTED.search(decision.text):
            closed = _EXCEPT.search(lead.text) is None
            named = _cited(decision.text, board, known)[:1]
            found += [Report(r.board, r.date, r.number, closed=closed, ranges=decision.ranges) for r in named]
    return found


def _only_declares(decision: Decision, read: list[Report]) -> bool:
    """Whether a point just closes what the point before reported: "Uppdraget förklaras fullgjort"."""
    return bool(read) and read[0].number is None and read[0].closed and not _REPORTS_ON.search(decision.text)


def _closed_by(found: list[Report], decision: Decision) -> list[Report]:
    last = found[-1]
    return [*found[:-1], replace(last, closed=True, ranges=last.ranges + decision.ranges)]


def _of_decision(decision: Decision, board: str | None, known: Collection[str]) -> list[Report]:
    if not (decision.outcome in _DONE and (_REPORTS_ON.search(decision.text) or _declares(decision))):
        return []
    closed = _DECLARED.search(decision.text) is not None
    named = _cited(decision.text, board, known)
    if not named:
        giver = _giver(decision.text, board, known)
        return [Report(giver, _assigned_on(decision.text), None, closed=closed, ranges=decision.ranges)]
    return [Report(r.board, r.date, r.number, closed=closed, ranges=decision.ranges) for r in named]


def _declares(decision: Decision) -> bool:
    """Whether a point declares an assignment done, be it beside approving what came of it."""
    if decision.outcome is Outcome.ANSWERED:
        return _ASSIGNMENT_DECLARED.search(decision.text) is not None
    return _ALSO_DECLARED.search(decision.text) is not None


def _giver(text: str, own: str | None, known: Collection[str]) -> str | None:
    match = _GIVER.search(text)
    return None if match is None else body_meant(match["board"] or match["from"], own, known)


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


def _of_summary(sections: Sequence[SectionText], board: str | None, known: Collection[str]) -> list[Report]:
    for section in sections:
        if section.kind not in (SectionKind.SUMMARY, SectionKind.OTHER):
            continue
        for span in quick_sentences(section.text):
            sentence = section.text[span.start : span.end]
            if _TELLS.search(sentence):
                return [_traced(sections, sentence, span.shifted(section.start), (board, known))]
    return []


def _traced(
    sections: Sequence[SectionText], telling: str, span: Range, bodies: tuple[str | None, Collection[str]]
) -> Report:
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
        return Report(_giver(telling, *bodies), None, None, closed=False, ranges=(span,))
    named = next(iter(_cited(best, *bodies)), None)
    if named is not None:
        return Report(named.board, named.date, named.number, closed=False, ranges=(span,))
    return Report(_giver(telling, *bodies), find_dates(best)[0][1], None, closed=False, ranges=(span,))


def _content(sentence: str) -> set[str]:
    return {w for w in re.findall(r"\w{5,}", sentence.lower()) if not w.startswith("uppdrag")}
