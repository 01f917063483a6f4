"""Motions (yrkanden): who moved what at the meeting.

One sentence that moves two things gives two motions, each with the whole sentence; the same proposal moved in two
sentences is one motion with all its movers. Movers are the people before the verb (or right behind it: "Vidare
yrkar Anna Lind (C) …"), those who join ("med instämmande av …", "instämmer i yrkandet"), never those whose proposal
is spoken of. "Ordföranden" is the chair that the paragraph names elsewhere; a mover whom nothing names stays out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from nlp.acts import Motion, MotionKind, Outcome, Person, Range
from nlp.blocks import Block, blocks, joined, sentences_in
from nlp.motion_kinds import REQUEST, plain_kind, requests
from nlp.names import find_people, leading_names, without_spoken_for
from nlp.outcomes import outcome_of

# as in "yrkar", "yrkade", "föreslår", "hemställer", "lägger följande ändringsyrkande", "lämnar ett tilläggsyrkande"
_VERB = re.compile(
    r"\b(?:yrkar|yrkade|yrka|föreslår|föreslog|hemställer|framställer|framför|begär(?= (?:återremiss"
    r"|bordläggning))|väcker|"
    r"(?:lägger|lämnar|lade|lämnade|inkommer med|inlämnar|föreligger)(?= (?:\w+ ){0,4}\w*(?:yrkande|förslag)))\b"
)
# as in "instämmer i Anna Linds yrkande", "ställer sig bakom yrkandet", "biträder yrkandet", "yrkar som Anna Lind"
_JOINS = re.compile(
    r"\b(?:instämmer|instämde|biträder|biträdde|ställer sig bakom|stöder|stödjer|ansluter sig till)\b"
    r"|\byrkar (?:som|lika med|detsamma)\b"
)
_SECONDED = re.compile(
    (
        r"\b(?:med instämmande (?:av|från)|med stöd av|tillsammans med|instämmer|biträds av|understöd\w* av"
        r"|får stöd av|stöds av|i vilket|vilket biträds av|vartill)\b"
    ),
    re.IGNORECASE,
)
_CHAIR = re.compile(r"^(?:\w+ )?(?:[Oo]rdförande[n]?)\b")
_SAME_PERSON = re.compile(r"^(?:Hon|Han|Hen|De|Vidare|Därutöver|Dessutom|Samtidigt|I andra hand)\b")
_CHAIR_NAMED = re.compile(r"\b[Oo]rdförande[n]? (?=[A-ZÅÄÖ])")

# what the chair proposes about the meeting: "föreslår Bo Ek (S) som justerare", "att förslagen ställs mot varandra"
_ORDER = re.compile(
    r"\bsom justera\w+|\b(?:till|att) justera\w*|\bjusterar? (?:dagens )?protokoll|\bpropositions?ordning"
    r"|\bbeslutsordning|\bvoteringsordning|\bställs? (?:\w+ ){0,3}?(?:mot|under proposition)\b"
    r"|\bproposition på\b|\bavgöras i dag\b",
    re.IGNORECASE,
)
# between the chair and what the chair moves stands no other act: "Ordföranden finner att styrelsen föreslår avslag"
_CHAIR_RULES = re.compile(r"\b(?:finner|fann|ställ\w+|fråga\w*|konstatera\w*|pröva\w*|förklara\w*|att)\b")

# as in "Tilläggsyrkande: Anna Lind (C) yrkar att …"; "Bo Ek (SD): Avslag på förslaget."
_NAMED_KIND = re.compile(r"\b(?:tilläggs|ändrings)(?:yrkande|förslag)", re.IGNORECASE)
_LISTED = re.compile(
    r"^(?P<who>[^:]{5,200}):\s+(?P<what>(?:[Bb]ifall|[Aa]vslag|[Åå]terremiss|[Bb]ordläggning|[Aa]tt)\b.*)", re.DOTALL
)

_TURNED = re.compile(r"(?:Att|Bifall|Avslag|Återremiss|Bordläggning)\b")

_OPENING = 60

_BY_OUTCOME = {
    Outcome.TABLED: MotionKind.TABLE,
    Outcome.REMITTED: MotionKind.REMIT,
    Outcome.REJECTED: MotionKind.REJECT,
}
# as in "På förslag av Anna Lind (C): Ärendet bordläggs"
_ON_PROPOSAL = re.compile(r"^På (?:förslag|yrkande|begäran) (?:av|från) ")


@dataclass
class _Open:
    """A motion being read: merged with others of the same kind and object."""

    kind: MotionKind
    key: str
    movers: list[Person]
    ranges: list[Range] = field(default_factory=list)


@dataclass
class _Reader:
    """State of one section: the motions so far, those of the last sentence, and the last movers."""

    text: str
    heading: str
    chair: Person | None
    motions: list[_Open] = field(default_factory=list)
    last: list[_Open] = field(default_factory=list)
    movers: list[Person] = field(default_factory=list)


def read_motions(
    text: str, *, heading: str = "", chair: Person | None = None, only_named: bool = False
) -> tuple[Motion, ...]:
    """Return the motions of a section; with ``only_named`` sentences without a named mover are passed over."""
    reader = _Reader(text, heading.lower(), chair)
    if only_named and not _VERB.search(text):
        return ()
    for block in blocks(text):
        _read_block(reader, block, only_named=only_named)
    return tuple(_motion(text, m) for m in reader.motions)


def read_lead_motions(text: str, points: Sequence[Sequence[Range]]) -> tuple[Motion, ...]:
    """Return what a decision's lead-in says was moved: "På förslag av Anna Lind (C): Ärendet bordläggs"."""
    found = []
    for block in blocks(text):
        if not _ON_PROPOSAL.match(block.text):
            continue
        movers = tuple(dict.fromkeys(p for _, p in find_people(re.split(r"[:.]", block.text)[0])))
        after = next((p for p in points if p[0].start >= block.range.end), ())
        ranges = (block.range, *after) if block.introduces else (block.range,)
        kind = _BY_OUTCOME.get(outcome_of(joined(text, after or [block.range])), MotionKind.OTHER)
        if movers:
            found.append(Motion(movers, kind, joined(text, ranges), ranges))
    return tuple(found)


def find_chair(texts: list[str]) -> Person | None:
    """Return the chair that a paragraph names ("ordföranden Anna Lind (C)"), if any."""
    for text in texts:
        for match in _CHAIR_NAMED.finditer(text):
            person = next((p for r, p in find_people(text[match.end() : match.end() + 80]) if r.start == 0), None)
            if person is not None and person.name:
                return person
    return None


def _motion(text: str, opened: _Open) -> Motion:
    ranges = tuple(opened.ranges)
    return Motion(tuple(opened.movers), opened.kind, joined(text, ranges), ranges)


def _read_block(reader: _Reader, block: Block, *, only_named: bool) -> None:
    for span in sentences_in(reader.text, block.range):
        sentence = reader.text[span.start : span.end]
        verb = _VERB.search(sentence)
        movers = _movers(reader, sentence, verb) if verb else []
        if verb and (movers or not only_named) and not _is_object_only(sentence, verb):
            named = _NAMED_KIND.search(sentence[: verb.start()])
            _take(reader, span, _asked(sentence, verb) + (f" ({named[0]})" if named else ""), movers)
        elif not only_named and (listed := _LISTED.match(sentence)) and (people := find_people(listed["who"])):
            _take(reader, span, listed["what"], [p for _, p in people])
        elif joins := _JOINS.search(sentence):
            _join(reader, span, sentence, joins.start())
        elif reader.last and not only_named:
            _go_on(reader, span)


def _asked(sentence: str, verb: re.Match[str]) -> str:
    """What is moved: the words behind the verb; in "Att avslå förslaget yrkar Anna Lind (C)" those before it."""
    behind = sentence[verb.end() :]
    turned = _TURNED.match(sentence) is not None and REQUEST.search(behind) is None
    return sentence[: verb.start()] if turned else behind


def _is_object_only(sentence: str, verb: re.Match[str]) -> bool:
    """Whether what is proposed is the office's ("Förvaltningen föreslår att"), or is about the meeting itself."""
    if not verb[0].startswith("föresl"):
        return False
    before = sentence[: verb.start()]
    if _CHAIR.match(sentence):
        return _ORDER.search(sentence) is not None or _CHAIR_RULES.search(before) is not None
    return not find_people(before)


def _movers(reader: _Reader, sentence: str, verb: re.Match[str]) -> list[Person]:
    """People before the verb, else right behind it; then those who second."""
    head = REQUEST.search(sentence, verb.end())
    people = find_people(sentence) or leading_names(sentence)
    before = [p for r, p in people if r.end <= verb.start()]
    behind = [p for r, p in people if verb.end() <= r.start < (head.start() if head else verb.end() + 40)]
    seconded = _SECONDED.search(sentence)
    early = (
        seconded is not None
        and seconded.start() < verb.start()
        and not any(r.end <= seconded.start() for r, _ in people)
    )
    movers = [*behind, *before] if early else before or behind
    if not movers and sentence.startswith("Följande"):
        movers = [p for _, p in people]
    elif not movers and _CHAIR.match(sentence) and not _CHAIR_RULES.search(sentence[: verb.start()]):
        movers = [reader.chair] if reader.chair else []
    elif not movers and (_SAME_PERSON.match(sentence) or verb.start() == 0):
        movers = list(reader.movers)
    if seconded and not early:
        movers += [p for r, p in people if r.start >= seconded.end() and p not in movers]
    return without_spoken_for(sentence, list(dict.fromkeys(movers)))


def _take(reader: _Reader, span: Range, asked: str, movers: list[Person]) -> None:
    """Add the motions of one sentence."""
    reader.last, reader.movers = [], movers
    for kind, key in requests(asked, reader.heading):
        motion = next((m for m in reader.motions if m.key == key and m.kind == kind and key), None)
        if motion is None:
            motion = _Open(kind, key, [])
            reader.motions.append(motion)
        motion.movers += [p for p in movers if p not in motion.movers]
        motion.ranges.append(span)
        reader.last.append(motion)


def _go_on(reader: _Reader, span: Range) -> None:
    """Add a sentence without a verb of its own (the wording moved, its reasons) to the motions before it."""
    for motion in reader.last:
        gap = reader.text[motion.ranges[-1].end : span.start]
        if gap.strip() == "" and "\n" not in gap:
            motion.ranges[-1] = Range(motion.ranges[-1].start, span.end)
        else:
            motion.ranges.append(span)
        if motion.kind is MotionKind.OTHER:
            motion.kind = _kind_told(reader, motion, span)


def _kind_told(reader: _Reader, motion: _Open, span: Range) -> MotionKind:
    """Name the kind by the wording that follows "… lämnar följande yrkande:", else by all words of the motion."""
    before = reader.text[: span.start].rstrip()
    wording = reader.text[span.start : span.end]
    if before.endswith(":") and REQUEST.search(wording[:_OPENING]):
        return requests(wording, reader.heading)[0][0]
    return plain_kind(joined(reader.text, motion.ranges), reader.heading)


def _join(reader: _Reader, span: Range, sentence: str, verb: int) -> None:
    """Add those who join a motion to the one that the sentence names, else to the last."""
    people = find_people(sentence)
    joining = [p for r, p in people if r.start < verb] or (
        [reader.chair] if _CHAIR.match(sentence) and reader.chair else []
    )
    named = sentence[verb:]
    target = [m for m in reader.motions if any(p.name and p.name.split()[-1] in named for p in m.movers)] or reader.last
    for motion in target:
        motion.movers += [p for p in joining if p not in motion.movers]
        motion.ranges.append(span)
