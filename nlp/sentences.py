"""Sentences of protocol text, as character ranges.

``sentences`` runs spaCy's Swedish tokenizer with our own rules on top; ``quick_sentences`` applies the same rules
with one regular expression, for readers that walk thousands of short blocks. Both keep to blocks (a newline ends a
sentence), to abbreviations ("m.fl.", "bl.a.", "kap.", "dnr"), to initials ("Anna K. Lind") and to numbers ("5.
maj"). A range has no white space at its ends. spaCy is imported at the first call only.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from nlp.acts import Range
from nlp.names import UPPER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

ABBREVIATIONS = frozenset(
    [
        "m.fl",
        "m.m",
        "o.s.v",
        "osv",
        "bl.a",
        "t.ex",
        "ev",
        "dvs",
        "d.v.s",
        "fr.o.m",
        "t.o.m",
        "f.d",
        "s.k",
        "kap",
        "dnr",
        "d.nr",
        "nr",
        "st",
        "mom",
        "kl",
        "ca",
        "resp",
        "jfr",
        "prop",
        "ang",
        "avd",
        "forts",
        "inkl",
        "exkl",
        "exp",
        "ordf",
        "sekr",
        "t.f",
        "tf",
        "e.d",
        "dyl",
        "o.dyl",
        "p.g.a",
        "pga",
        "bet",
        "skr",
        "enl",
        "obs",
        "tel",
        "adj",
        "ers",
        "v",
        "f",
        "ff",
        "sid",
        "s",
        "st",
    ]
)
"""Abbreviations whose full stop does not end a sentence, in lower case and without the last stop."""

_LONGEST_PIECE = 50_000
# "förslaget. Nämnden", "bilaga 3.” Nej": a stop, closing quotes, white space, and a beginning
_STOP = re.compile(rf"[.!?][\"”’»)]{{0,2}}(?=\s+[\"”’»(§–\-•{UPPER}\d])")
_INITIALS = re.compile(rf"[{UPPER}](?:\.-?[{UPPER}])*")  # "K", "B.G"
_LAST_WORD = re.compile(r"[\w.:]{1,20}$")


def sentences(text: str) -> tuple[Range, ...]:
    """Return the sentences of ``text`` in order, cut by spaCy's Swedish tokens and the rules of this module."""
    pipeline = _pipeline()
    found: list[Range] = []
    for piece in _pieces(text):
        doc = pipeline(text[piece.start : piece.end])
        found += [Range(s.start_char, s.end_char).shifted(piece.start) for s in doc.sents]
    return tuple(r for r in (_trimmed(text, r) for r in found) if r.start < r.end)


@lru_cache(maxsize=512)
def quick_sentences(text: str) -> tuple[Range, ...]:
    """Return the sentences of ``text`` in order without spaCy; some hundred times faster on short blocks."""
    found: list[Range] = []
    for piece in _pieces(text):
        start = piece.start
        for match in _STOP.finditer(text, piece.start, piece.end):
            if _ends_sentence(text, match.start()):
                found.append(Range(start, match.end()))
                start = match.end()
        found.append(Range(start, piece.end))
    return tuple(r for r in (_trimmed(text, r) for r in found) if r.start < r.end)


def _pieces(text: str) -> Iterator[Range]:
    """Blocks, and blocks beyond all measure in handy lengths (spaCy refuses texts of a million characters)."""
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        while line.end() - start > _LONGEST_PIECE:
            blank = text.rfind(". ", start, start + _LONGEST_PIECE)
            end = blank + 1 if blank > start else start + _LONGEST_PIECE
            yield Range(start, end)
            start = end
        yield Range(start, line.end())


def _trimmed(text: str, span: Range) -> Range:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Range(start, end)


def _ends_sentence(text: str, stop: int) -> bool:
    """Tell whether the stop at ``stop`` ends a sentence: not after an abbreviation, an initial or a list number."""
    if text[stop] != ".":
        return True
    word = _LAST_WORD.search(text, max(0, stop - 20), stop)
    if word is None:
        return True
    printed = word[0]
    initial = _INITIALS.fullmatch(printed) is not None
    number_at_start = printed.isdigit() and not text[text.rfind("\n", 0, stop) + 1 : stop].strip("0123456789 ")
    return not (initial or number_at_start or printed.lower().rstrip(".") in ABBREVIATIONS)


@lru_cache(maxsize=1)
def _pipeline() -> Language:
    """Build spaCy's blank Swedish pipeline with one component that sets where sentences begin."""
    import spacy  # noqa: PLC0415 - heavy: only where sentences are wanted
    from spacy.language import Language as SpacyLanguage  # noqa: PLC0415
    from spacy.tokens import Doc  # noqa: PLC0415

    @SpacyLanguage.component("protocol_sentences")
    def protocol_sentences(doc: Doc) -> Doc:
        # a new Doc, for setting the flag token by token costs a walk over the whole text each time
        words, spaces = [t.text for t in doc], [bool(t.whitespace_) for t in doc]
        return Doc(doc.vocab, words=words, spaces=spaces, sent_starts=_sentence_starts(doc))

    pipeline = spacy.blank("sv")
    pipeline.add_pipe("protocol_sentences")
    return pipeline


def _sentence_starts(doc: Doc) -> list[bool | int | None]:
    """Tell for each token whether a sentence begins with it."""
    text, begins = doc.text, False
    starts: list[bool | int | None] = []
    for token in doc:
        starts.append(begins and not token.is_space)
        begins = (begins and token.is_space) or _token_ends(text, token.idx, token.idx + len(token))
    return starts


def _token_ends(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence ends with this token (a stop, or closing quotes after one)."""
    tail = re.search(r"[.!?][\"”’»)]{0,2}$", text[max(0, start - 2) : end])
    if tail is None:
        return False
    match = _STOP.match(text, max(0, start - 2) + tail.start())
    return match is not None and match.end() == end and _ends_sentence(text, match.start())
