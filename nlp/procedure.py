"""The beslutsgång as ordered steps: what the chair put, against what, and what the chair found.

A step is read sentence by sentence: an order of propositions, a huvudförslag that is named, a motförslag that is
chosen, proposals that are put, a vote that is called for. "Ordföranden finner att …" in a sentence of its own tells
what the step before it came to. Proposals and findings are kept as printed; which motion each is, is not judged here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nlp.acts import ProcedureStep, Range, StepKind
from nlp.blocks import blocks, joined, sentences_in

# as in "Propositionsordningen godkänns", "Nämnden godkänner följande beslutsordning:"
_ORDER = re.compile(r"\b(?:propositions?|besluts)ordning\w*", re.IGNORECASE)
# "Arbetsutskottets förslag utgör huvudförslag", "Som huvudförslag utses styrelsens förslag"
_MAIN = re.compile(
    r"^(?P<what>[^.]{3,200}?) (?:utgör|är|utses till|antas som|blir) (?:därmed )?huvudförslag\w*"
    r"|\bhuvudförslag\w*,? (?:utses|är|utgörs av|antas|blir) (?P<what2>[^.,]{3,200})",
    re.IGNORECASE,
)
_COUNTER = re.compile(r"\b(?:motförslag|kontraproposition)", re.IGNORECASE)
# as in "Votering begärs", "omröstning begärdes och verkställdes", "Bo Ek (S) begär votering"
_DIVISION = re.compile(
    r"\b(?:votering|omröstning|rösträkning)\b (?:\w+ )?(?:begärs|begärdes|begärts|är begärd|verkställs|ska|genomförs)\b"
    r"|\bbegär(?:de|t)? (?:\w+ )?(?:votering|omröstning)\b",
    re.IGNORECASE,
)
# "finner att nämnden beslutar …", "och fann förslaget antaget"; "finner att det finns två förslag" finds nothing
_FOUND = re.compile(
    r",?\s*(?:\b(?:och|samt|varvid ordföranden|varefter ordföranden|ordföranden) )?"
    r"\b(?:finner|fann|förklarar(?= att))\b"
    r"(?: (?:därvid|då|härvid|därefter))?(?: att)?+\s+(?!det (?:finns|föreligger|fanns)\b)"
    r"(?!(?:två|tre|fyra|fem|flera|olika|följande|\d+) (?:\w+ )?(?:förslag|yrkanden)\b)(?P<found>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_OPENS_WITH_FINDING = re.compile(r"^(?:Ordförande\w*|Hon|Han|Hen)\b[^.]{0,120}? (?:finner|fann|förklarar)\b")
_WHEN = r"(?: (?:först|därefter|sedan|vidare|så|då|slutligen|därvid|nu|också|även|härefter))?"
# "ställer ordföranden Anna Lind (C)", but in "ställer ordföranden Anna Linds (C) yrkande" the name is the proposal's
_CHAIR = rf"(?: ordförande\w*(?: (?-i:[A-ZÅÄÖ])[\w\-]+ (?-i:[A-ZÅÄÖ])[\w\-]*[^s\W] \(\w+\))?)?{_WHEN}"
_STALLER = r"\b(?:ställ(?:er|s|de|des)|framställ(?:er|s|de|des)|gör|upptar)"
# "ställer proposition på X", "Proposition ställs på X", "ställer X under proposition", "ställer X mot Y", "X ställs mot
# Y", "frågar om nämnden kan besluta enligt X", "prövar X mot Y"
_DECIDE = r"(?:beslutar?|bifaller|bifalla|antar?|godkänner|godkänna)"
_CAN_DECIDE = rf"(?:kan |vill |ska )?{_DECIDE}\b(?: att)?(?: i enlighet med| enligt)?"
_PRINTED_PUTS = (
    rf"{_STALLER}{_CHAIR}{_WHEN} (?:en )?proposition(?:er)?(?:na)? (?:på|om) (?P<what>.+)$",
    rf"\bproposition(?:er)? (?:ställ(?:s|des)|framställ(?:s|des))(?: av ordföranden)?{_WHEN} (?:på|om) (?P<what>.+)$",
    rf"\bställ(?:er|s|de|des){_CHAIR} (?P<what>(?!sig\b|frågan\b|proposition).+?) under proposition\b",
    rf"\bställ(?:er|s|de|des){_CHAIR} (?P<what>(?!sig\b|proposition)[^.]*?\bmot\b.+)$",
    r"^(?P<what>[^.]{3,160}?) ställ(?:s|des) (?:\w+ )?mot (?P<against>.+)$",
    rf"\bfråga(?:r|de)\b[^.]{{0,40}}?\bom [\w\- ]{{3,60}}? {_CAN_DECIDE} (?P<what>.+)$",
    r"\bfråga(?:r|de)\b[^.]{0,40}?\bom (?P<what>[^.]{3,160}?) kan (?:antas|bifallas|godkännas)\b",
    r"\bställ(?:er|de) (?:först )?frågan (?P<what>om .+)$",
    r"\b(?:prövar|prövade) (?P<what>.+)$",
    r"^(?:Därefter |Sedan |Slutligen )?prövas (?P<what>.+)$",
)
_PUTS = tuple(re.compile(words, re.IGNORECASE | re.DOTALL) for words in _PRINTED_PUTS)
# as in "det finns två förslag till beslut: A och B", "Det föreligger två förslag, dels A, dels B"
_THERE_ARE = re.compile(
    r"\b(?:finns|föreligger|fanns|har framställts)\b[^.:]{0,40}?\bförslag\w*(?: till beslut)?[:,] (?P<what>.+)$",
    re.IGNORECASE,
)
_EACH_OTHER = re.compile(r"(?:^|\s)(?:mot|emot) varandra\b")
_EACH = re.compile(r",?\s*\b(?:var för sig|vart för sig|var och en|i tur och ordning|mot varandra)\b.*$", re.DOTALL)
_AGAINST = re.compile(r",?\s+(?:mot|emot|kontra|respektive|och mot)\s+(?!varandra\b)")
_LISTED = re.compile(r",\s+(?:dels\s+)?|\s+(?:och|samt)\s+(?:dels\s+)?")
# "dels på ärendets återremiss och dels på dess avgörande i dag"
_PARTLY = re.compile(r",?\s*(?:(?:och|samt)\s+)?\bdels\s+(?:på\s+|om\s+)?")
_ANSWERS = re.compile(
    r"\s+(?:och|eller|samt)\s+(?:på\s+|till\s+|om\s+)?(?=(?:bifall|avslag|återremiss|bordläggning)\b)", re.IGNORECASE
)
_TRIMMED = " \t\n.,;:–-"
_MARKS = ("proposition", "finn", "fann", "omröstning", "votering", "huvudförslag", "motförslag", "rdning", "pröva")


@dataclass
class _Reader:
    """The steps so far, and the proposals that the chair has counted up but not yet put."""

    text: str
    steps: list[ProcedureStep]
    listed: tuple[str, ...] = ()
    countering: bool = False


def read_procedure(text: str) -> tuple[ProcedureStep, ...]:
    """Return the steps of a section in order; ranges are of ``text``."""
    if not any(mark in text or mark.capitalize() in text for mark in _MARKS):
        return ()
    reader = _Reader(text, [])
    for block in blocks(text):
        for span in sentences_in(text, block.range):
            _take(reader, span, text[span.start : span.end])
    return tuple(reader.steps)


def _take(reader: _Reader, span: Range, sentence: str) -> None:
    """Add what one sentence does."""
    found = _FOUND.search(sentence)
    put = sentence[: found.start()] if found else sentence
    result = found["found"].strip(_TRIMMED) if found else None
    if _ORDER.search(put):
        _add(reader, StepKind.ORDER, (), result, span)
    elif proposals := _put(reader, put):
        kind = StepKind.COUNTER if reader.countering or _COUNTER.search(put) else StepKind.PUT
        _add(reader, kind, proposals, result, span)
        reader.countering = False
    elif main := _MAIN.search(sentence):
        _add(reader, StepKind.MAIN, (_trimmed(main["what"] or main["what2"]),), None, span)
    elif found and _OPENS_WITH_FINDING.match(sentence):
        _conclude(reader, str(result), span)
    elif _DIVISION.search(sentence):
        _add(reader, StepKind.DIVISION, (), None, span)
    elif listed := _THERE_ARE.search(sentence):
        reader.listed = tuple(_trimmed(part) for part in _LISTED.split(listed["what"]) if _trimmed(part))
    if result and _DIVISION.search(str(result)) and reader.steps and reader.steps[-1].kind is not StepKind.DIVISION:
        _add(reader, StepKind.DIVISION, (), None, span)
    reader.countering = reader.countering or (_COUNTER.search(sentence) is not None and not reader.steps)


def _add(reader: _Reader, kind: StepKind, proposals: tuple[str, ...], found: str | None, span: Range) -> None:
    ranges = (span,)
    reader.steps.append(ProcedureStep(kind, proposals, found, joined(reader.text, ranges), ranges))


def _conclude(reader: _Reader, result: str, span: Range) -> None:
    """Give the step before its finding; a finding that nothing was put before is a step of its own."""
    last = reader.steps[-1] if reader.steps else None
    if last is None or last.found is not None or last.kind not in (StepKind.PUT, StepKind.COUNTER):
        _add(reader, StepKind.COUNTER if _COUNTER.search(result) else StepKind.PUT, (), result, span)
        return
    ranges = (*last.ranges, span)
    reader.steps[-1] = replace(last, found=result, ranges=ranges, text=joined(reader.text, ranges))


def _put(reader: _Reader, words: str) -> tuple[str, ...]:
    """Return the proposals that these words put, as printed; nothing where they put none."""
    if _EACH_OTHER.search(words) and "ställ" in words and reader.listed:
        return reader.listed
    for pattern in _PUTS:
        match = pattern.search(words)
        if match:
            groups = match.groupdict()
            return _proposals(match["what"]) + (_proposals(groups["against"]) if groups.get("against") else ())
    return ()


def _proposals(what: str) -> tuple[str, ...]:
    """Part "A mot B", "bifall respektive avslag", "om ärendet avgörs idag eller återremitteras", "A, B var för sig"."""
    each = _EACH.search(what)
    named = what[: each.start()] if each else what
    if _PARTLY.match(named):
        parts: Sequence[str] = _PARTLY.split(named)
    elif named.startswith("om ") and " eller " in named:
        parts = re.split(r"\s+eller\s+(?:om )?", named.removeprefix("om "))
    else:
        parts = _AGAINST.split(named)
        if len(parts) == 1 and re.match(r"(?:bifall|avslag|återremiss|bordläggning)\b", named, re.IGNORECASE):
            parts = _ANSWERS.split(named)
        if len(parts) == 1 and each:
            parts = _LISTED.split(named)
    return tuple(part for part in map(_trimmed, parts) if part)


def _trimmed(words: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"^(?:dels|på|om)\s+", "", words.strip(_TRIMMED)))
