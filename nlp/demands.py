"""What a draft demands: the points and sentences of a pasted text that want something done, each with its place.

Pure. Always holds: ranges ascend, do not overlap and are of the text handed in. A text that demands nothing in so many
words is taken sentence by sentence. Leaves out who demands it and whether anybody has before (`index.drafts.values`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nlp.acts import Range
from nlp.analysis import content_terms, stem
from nlp.sentences import quick_sentences

# a line that begins a piece of its own: "1. ", "a) ", "- ", "att regionen …"
_MARKED = re.compile(r"\s*(?:\(?\d{1,2}[.)]|\(?[a-h]\)|[-–—•*·▪●○]|[Aa]tt-sats\s*\d*:?)\s+")
_ATT = re.compile(r"\s*(?:dels\s+)?[Aa]tt\b")
_ENDS = re.compile(r"[.:;!?][\"”’»)]*\s*$")
# as in "Vi yrkar att", "Jag föreslår därför", "Mot den bakgrunden hemställer vi"
_ASKS = re.compile(
    r"\b(?:yrka[rs]?|yrkande|föreslå[rs]?|hemställ(?:er|a)|kräver|begär|uppmanar|beslutar?|att-satser"
    r"|förslag till beslut|vill (?:vi|jag|att)|(?:vi|jag|partiet) vill)\b",
    re.IGNORECASE,
)
# "Regionen bör", "Vårdcentralerna ska ha", "ges i uppdrag att", "Därför måste", "behöver utredas"
_WANTS = re.compile(
    r"\b(?:bör|borde|ska|skall|måste|behöver|(?:ges?|får|ger) [^.]{0,60}?i uppdrag|uppdras?(?: åt| till)?)\b",
    re.IGNORECASE,
)
# "att avgiften slopas, att bussarna går oftare samt att frågan utreds": where a sentence moves one thing more
_NEXT = re.compile(r"(?:,|;|\boch|\bsamt)\s+(?:dels\s+|även\s+)?(?=att\b)", re.IGNORECASE)
_LONGEST_HEADING = 120
_LEAST_WORDS = 2

# Words that say who shall do something with a matter, not what it is about: "att regionstyrelsen får i uppdrag att
# utreda möjligheten att införa …", "ta fram förslag på", "återkomma med en redovisning".
_FRAME = (
    "vi jag yrkar yrkade föreslår hemställer kräver begär uppmanar beslutar besluta beslut anser menar vill därför "
    "därmed härmed mot denna bakgrund bakgrunden ovanstående följande uppdrag uppdraget uppdra uppdras utreda utreds "
    "utredning undersöka undersöks pröva prövar överväga se över ses översyn möjlighet möjligheten möjligheterna "
    "förutsättningar förutsättningarna skyndsamt snarast förslag förslaget återkomma återkommer redovisa redovisas "
    "redovisning verka verkar arbeta arbetar säkerställa säkerställs införa införs inför bör borde måste behöver "
    "regionen regionens kommunen kommunens regionstyrelsen kommunstyrelsen styrelsen nämnden nämnderna fullmäktige "
    "regionfullmäktige kommunfullmäktige förvaltningen förvaltningarna direktören regiondirektören kommundirektören "
    "motion motionen motionär motionärerna interpellation fråga frågan frågor medborgarförslag medborgarförslaget"
)
_FRAME_STEMS = frozenset(stem(word) for word in _FRAME.split())
_WORD = re.compile(r"[^\W_]+")
# what is left in front when such words are gone: "får i att att avskaffa avgiften"
_LEADING = re.compile(r"^(?:\W|\b(?:att|en|ett|i|om|på|av|med|den|det|för|och|får|ges|ger|ge)\b)+", re.IGNORECASE)
# "att en plan tas fram, samt": what only leads on to the next point
_LEADS_ON = re.compile(r"[\s,;]*(?:\b(?:samt|och|dels))?[\s,;]*$")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that a text wants: its words on one line, where they stand, and what they are about.

    ``about`` is the wording without who shall do it and how ("regionstyrelsen får i uppdrag att utreda"), together with
    the text's heading where too little is left.
    """

    text: str
    range: Range
    about: str


def wanted(text: str) -> tuple[Wanted, ...]:
    """Return what ``text`` wants, in its order; each sentence that says something where nothing is demanded."""
    pieces = list(_pieces(text))
    heading = next((_line(text, one) for one in pieces[:1] if _is_heading(text, one) and len(pieces) > 1), "")
    found = list(_demands(text, pieces))
    if not found:
        rest = pieces[1:] if heading else pieces
        found = [sentence for piece in rest for sentence in _sentences(text, piece)]
    ended = (Range(place.start, place.start + _told_to(text[place.start : place.end])) for place in found)
    made = (Wanted(_line(text, place), place, _about(_line(text, place), heading)) for place in ended)
    return tuple(one for one in made if len(content_terms(one.text)) >= _LEAST_WORDS)


def _demands(text: str, pieces: Iterable[Range]) -> Iterator[Range]:
    """Yield the points and sentences that demand; what a line introduces is demanded if that line demands."""
    asked = False
    for piece in pieces:
        words = text[piece.start : piece.end]
        marked, att = _MARKED.match(words), _ATT.match(words)
        if marked or att:
            point = _bare(text, piece)
            if asked or att or _ATT.match(text[point.start : point.end]) or _demanding(words):
                yield point
            continue
        asked = bool(_ASKS.search(words)) and words.rstrip().endswith((":", "att", "därför", "följande"))
        if not asked:
            asked = bool(_ASKS.search(words)) and not _ENDS.search(words)
        if not asked:
            yield from _in_prose(text, piece)


def _in_prose(text: str, piece: Range) -> Iterator[Range]:
    for sentence in _sentences(text, piece):
        words = text[sentence.start : sentence.end]
        if words.endswith("?"):
            yield sentence
        elif _demanding(words):
            yield from _split(text, sentence)


def _demanding(words: str) -> bool:
    return bool(_ASKS.search(words) or _WANTS.search(words))


def _split(text: str, sentence: Range) -> Iterator[Range]:
    """Yield the parts of a sentence that moves several things."""
    words = text[sentence.start : sentence.end]
    start = sentence.start
    first = re.search(r"\batt\b", words)
    if _ASKS.search(words) and first:
        for each in _NEXT.finditer(words, first.end()):
            yield Range(start, sentence.start + each.start())
            start = sentence.start + each.end()
    yield Range(start, sentence.end)


def _pieces(text: str) -> Iterator[Range]:
    """Yield the paragraphs and points of a text whose lines may have been broken anywhere."""
    start = end = -1
    for line in re.finditer(r"[^\n]*\n?", text):
        bare = line[0].strip()
        if start >= 0 and (not bare or _begins(line[0], text[start:end])):
            yield Range(start, end)
            start = -1
        if bare:
            if start < 0:
                start = line.start() + len(line[0]) - len(line[0].lstrip())
            end = line.start() + len(line[0].rstrip())
    if start >= 0:
        yield Range(start, end)


def _begins(line: str, before: str) -> bool:
    """Whether a line begins a piece of its own behind what stands before it."""
    if _MARKED.match(line) or _ATT.match(line):
        return True
    return bool(_ENDS.search(before)) and not before.rstrip().endswith(",") and line.strip()[:1].isupper()


def _is_heading(text: str, piece: Range) -> bool:
    words = text[piece.start : piece.end]
    short = len(words) <= _LONGEST_HEADING and "\n" not in words
    return short and not _ENDS.search(words) and not _MARKED.match(words) and not _ATT.match(words)


def _sentences(text: str, piece: Range) -> Iterator[Range]:
    """Yield the sentences of a piece; a line that was broken inside it ends none."""
    words = text[piece.start : piece.end].replace("\n", " ")
    for sentence in quick_sentences(words):
        yield sentence.shifted(piece.start)


def _bare(text: str, piece: Range) -> Range:
    marked = _MARKED.match(text, piece.start, piece.end)
    return Range(marked.end(), piece.end) if marked and marked.end() < piece.end else piece


def _told_to(words: str) -> int:
    leads_on = _LEADS_ON.search(words)
    return leads_on.start() if leads_on else len(words)


def _line(text: str, place: Range) -> str:
    return " ".join(text[place.start : place.end].split())


def _about(words: str, heading: str) -> str:
    told = _without_frame(words)
    if heading and not (told and len(content_terms(told)) > _LEAST_WORDS):
        told = f"{_without_frame(heading)} {told}".strip()
    return told or words


def _without_frame(words: str) -> str:
    kept = _WORD.sub(lambda match: "" if stem(match[0].lower()) in _FRAME_STEMS else match[0], words)
    return " ".join(_LEADING.sub("", kept).split())
