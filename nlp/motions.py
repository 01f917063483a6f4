"""Motions (yrkanden): who moved what at the meeting.

One sentence that moves two things gives two motions, each with the whole sentence; the same proposal moved in two
sentences is one motion with all its movers. Movers are the people before the verb (or right behind it: "Vidare
yrkar Anna Lind (C) …"), those who join ("med instämmande av …", "instämmer i yrkandet"), never those whose proposal
is spoken of. "Ordföranden" is the chair that the paragraph names elsewhere; a mover whom nothing names stays out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from nlp.acts import Motion, MotionKind, Outcome, Person, Range
from nlp.blocks import Block, blocks, joined, sentences_in
from nlp.names import find_people, leading_names
from nlp.outcomes import outcome_of

# as in "yrkar", "yrkade", "föreslår", "hemställer", "lägger följande ändringsyrkande", "lämnar ett tilläggsyrkande"
_VERB = re.compile(
    r"\b(?:yrkar|yrkade|yrka|föreslår|föreslog|hemställer|framställer|framför|begär(?= (?:återremiss"
    r"|bordläggning))|väcker|"
    r"(?:lägger|lämnar|lade|lämnade|inkommer med|inlämnar)(?= (?:\w+ ){0,4}\w*(?:yrkande|förslag)))\b"
)
# as in "instämmer i Anna Linds yrkande", "ställer sig bakom yrkandet", "biträder yrkandet", "yrkar som Anna Lind"
_JOINS = re.compile(
    r"\b(?:instämmer|instämde|biträder|biträdde|ställer sig bakom|stöder|stödjer|ansluter sig till)\b"
    r"|\byrkar (?:som|lika med|detsamma)\b"
)
_SECONDED = re.compile(
    (
        r"\b(?:med instämmande (?:av|från)|med stöd av|tillsammans med|instämmer|biträds av|understöd\w* av"
        r"|får stöd av|stöds av)\b"
    ),
    re.IGNORECASE,
)
_CHAIR = re.compile(r"^(?:\w+ )?(?:[Oo]rdförande[n]?)\b")
_SAME_PERSON = re.compile(r"^(?:Hon|Han|Hen|De|Vidare|Därutöver|Dessutom|Samtidigt|I andra hand)\b")
_CHAIR_NAMED = re.compile(r"\b[Oo]rdförande[n]? (?=[A-ZÅÄÖ])")

# as in "Tilläggsyrkande: Anna Lind (C) yrkar att …"; "Bo Ek (SD): Avslag på förslaget."
_NAMED_KIND = re.compile(r"\b(?:tilläggs|ändrings)(?:yrkande|förslag)", re.IGNORECASE)
_LISTED = re.compile(r"^(?P<who>[^:]{5,200}):\s+(?P<what>(?:Bifall|Avslag|Återremiss|Bordläggning|Att)\b.*)", re.DOTALL)

# what is asked for, in the order in which it is printed
_HEAD = re.compile(
    r"(?P<approve>\bbifall(?:a|s|er|es)?\b|\b(?:att \w+ )?(?:godkänn\w+|antar?\b|antas|fastställ\w+"
    r"|tillstyrk\w+)|enligt (?:[\w\-]+ ){0,6}?\w*förslag\w*)"
    r"|(?P<reject>\bavsl(?:ag|å|ås|år)\b)|(?P<remit>\båterremi\w+|\båterförvis\w+)|(?P<table>\bbordlägg\w+)",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"(?:\b(?:och|samt|eller|alternativt|dels|hand|sekundärt)(?: på| om| till| att| yrkar| även| också)*|,)\s*$",
    re.IGNORECASE,
)
_ADDITION = re.compile(
    (
        r"\btilläggs(?:yrkande|förslag)\w*|\bsom (?:ett )?tillägg\b|\bföljande tillägg\b|\btillägg(?:et)?\b"
        r"|\bläggs till\b|\btillföras\b|\bkompletter\w+"
    ),
    re.IGNORECASE,
)
_CHANGE = re.compile(
    (
        r"\b(?:del)?ändrings(?:yrkande|förslag)\w*|\bändra[sr]?\b|\bändring(?:ar|en)?\b|\bersätts? med\b"
        r"|\bstryk(?:a|s|er)\b|\butgå(?:r)?\b|\blydelse\b|\bomformuler\w+|\bi stället\b"
    ),
    re.IGNORECASE,
)
# as in "enligt förslaget med ändringen att", "bifall till förslaget med följande tillägg"
_WITH_CHANGE = re.compile(r"\bmed (?:den |det |följande )?(ändring|tillägg)(?!syrk)", re.IGNORECASE)
_JOINED_ADDITION = re.compile(
    r",? (?:och|samt)(?: till| på)? (?=(?:[\w\-]+ ){0,3}(?P<what>tilläggs|ändrings)(?:yrkande|förslag))", re.IGNORECASE
)
_BY_OUTCOME = {
    Outcome.TABLED: MotionKind.TABLE,
    Outcome.REMITTED: MotionKind.REMIT,
    Outcome.REJECTED: MotionKind.REJECT,
}
# as in "På förslag av Anna Lind (C): Ärendet bordläggs"
_ON_PROPOSAL = re.compile(r"^På (?:förslag|yrkande|begäran) (?:av|från) ")
_HEADING_KINDS = (
    ("tillägg", MotionKind.ADD),
    ("ändring", MotionKind.AMEND),
    ("återremi", MotionKind.REMIT),
    ("bordlägg", MotionKind.TABLE),
    ("avslag", MotionKind.REJECT),
)


_LONGEST_REQUEST = 3000
_JOINT_WINDOW = 60


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


def read_lead_motions(text: str, points: list[list[Range]]) -> tuple[Motion, ...]:
    """Return what a decision's lead-in says was moved: "På förslag av Anna Lind (C): Ärendet bordläggs"."""
    found = []
    for block in blocks(text):
        if not _ON_PROPOSAL.match(block.text):
            continue
        movers = tuple(dict.fromkeys(p for _, p in find_people(re.split(r"[:.]", block.text)[0])))
        after = next((p for p in points if p[0].start >= block.range.end), [])
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
            _take(reader, span, sentence[verb.end() :] + (f" ({named[0]})" if named else ""), movers)
        elif not only_named and (listed := _LISTED.match(sentence)) and (people := find_people(listed["who"])):
            _take(reader, span, listed["what"], [p for _, p in people])
        elif joins := _JOINS.search(sentence):
            _join(reader, span, sentence, joins.start())
        elif reader.last and not only_named:
            _go_on(reader, span)


def _is_object_only(sentence: str, verb: re.Match[str]) -> bool:
    """Whether the verb is the office's ("Förvaltningen föreslår att"), which is the proposal and no motion."""
    return verb[0].startswith("föresl") and not find_people(sentence[: verb.start()]) and not _CHAIR.match(sentence)


def _movers(reader: _Reader, sentence: str, verb: re.Match[str]) -> list[Person]:
    """People before the verb, else right behind it; then those who second."""
    head = _HEAD.search(sentence, verb.end())
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
    elif not movers and _CHAIR.match(sentence):
        movers = [reader.chair] if reader.chair else []
    elif not movers and (_SAME_PERSON.match(sentence) or verb.start() == 0):
        movers = list(reader.movers)
    if seconded and not early:
        movers += [p for r, p in people if r.start >= seconded.end() and p not in movers]
    return _without_their_parties(sentence, list(dict.fromkeys(movers)))


def _without_their_parties(sentence: str, movers: list[Person]) -> list[Person]:
    """In "Liberalerna genom Fia Ek (L)" the member speaks for the party: one mover."""
    spoken = {p.party for p in movers if p.name} if re.search(r"\b(?:genom|via)\b", sentence) else set()
    return [p for p in movers if p.name or p.party not in spoken]


def _take(reader: _Reader, span: Range, asked: str, movers: list[Person]) -> None:
    """Add the motions of one sentence."""
    reader.last, reader.movers = [], movers
    for kind, key in _requests(asked, reader.heading):
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
            motion.kind = _plain_kind(joined(reader.text, motion.ranges), reader.heading)


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


def _requests(asked: str, heading: str) -> list[tuple[MotionKind, str]]:
    """Return what a sentence asks for, each with the key that tells the same proposal again."""
    heads = _heads(asked)
    if not heads:
        return [(_plain_kind(asked, heading), "")]
    found: list[tuple[MotionKind, str]] = []
    for order, head in enumerate(heads):
        end = heads[order + 1].start() if order + 1 < len(heads) else len(asked)
        found += _of_head(MotionKind(str(head.lastgroup)), asked[head.end() : end], asked[: head.start()])
    return list(dict.fromkeys(found))


def _heads(asked: str) -> list[re.Match[str]]:
    """The first request, and those that "och", "samt" or "i andra hand" join to it."""
    heads: list[re.Match[str]] = []
    for match in _HEAD.finditer(asked[:_LONGEST_REQUEST]):
        if not heads or _JOINT.search(asked[max(0, match.start() - _JOINT_WINDOW) : match.start()]):
            heads.append(match)
    return heads


def _of_head(kind: MotionKind, object_: str, before: str) -> list[tuple[MotionKind, str]]:
    """Split "bifall till förslaget och tilläggsyrkande från SD" and name the kind of "bifall till tilläggsyrkandet"."""
    if kind is MotionKind.APPROVE and (change := _WITH_CHANGE.search(object_)):
        return [(MotionKind.ADD if change[1].lower() == "tillägg" else MotionKind.AMEND, _key(object_))]
    if kind is not MotionKind.APPROVE:
        return [(kind, _key(object_ if object_.strip(" .,") else before))]
    parts, start = [], 0
    for match in _JOINED_ADDITION.finditer(object_):
        parts.append(object_[start : match.start()])
        start = match.end()
    parts.append(object_[start:])
    return [(_approved_kind(part, before), _key(part)) for part in parts]


def _approved_kind(part: str, before: str) -> MotionKind:
    """Bifall to an addition is ``add``, to an amendment ``amend``, to any other proposal ``approve``."""
    opening = part[:60]
    if _ADDITION.match(opening.lstrip()[3:].lstrip() if opening.lstrip().startswith("till ") else opening) or re.match(
        r"(?: ?(?:till|på))? (?:[\w:\-]+ ){0,3}?tilläggs", opening
    ):
        return MotionKind.ADD
    if re.match(r"(?: ?(?:till|på))? ?(?:[\w:\-]+ ){0,3}?ändrings", opening):
        return MotionKind.AMEND
    return MotionKind.ADD if re.match(r"tilläggs", opening) or "som tillägg" in before else MotionKind.APPROVE


def _plain_kind(asked: str, heading: str) -> MotionKind:
    """Name the kind of a request without bifall, avslag, återremiss or bordläggning."""
    if _ADDITION.search(asked):
        return MotionKind.ADD
    if _CHANGE.search(asked):
        return MotionKind.AMEND
    return next((kind for word, kind in _HEADING_KINDS if word in heading), MotionKind.OTHER)


def _key(object_: str) -> str:
    words = re.findall(r"\w+", object_.lower())
    while words and words[0] in ("till", "på", "av", "den", "det", "att", "av", "om"):
        words = words[1:]
    while words and words[-1] in ("i", "första", "andra", "hand", "och", "samt", "på", "yrkar"):
        words = words[:-1]
    return " ".join(words) or "—"
