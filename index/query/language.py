"""The parser of the query language: any text in, its parts out.

Words, ``"exakt fras"``, ``-utan``, ``nämnd:HSN``, ``år:2022-2024``, ``dnr:"HSN 12-2024"``, ``§ 231``, or just a name of
paragraphs ("HSN 2024-11-21 § 231"). Always holds: pure; no text raises; a query printed and parsed again is the same.
What looks like a filter and is none is a `Fault` and never a word: a restriction is not lost in silence. Forgiving are
quotation marks of any shape, one that is not closed, case, missing dots, and a blank behind the colon. Leaves out what
a library knows: boards, people, whether anything is there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from index.naming import read_name
from index.query import values
from index.query.parts import (
    Fault,
    Named,
    Nothing,
    ParsedQuery,
    Part,
    Phrase,
    Restriction,
    Without,
    Words,
    listed,
    printed,
)
from index.query.words import Field, field_named, folded, no_such_field
from nlp.acts import Range
from nlp.analysis import spelled
from nlp.references import beside_law

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″＂", '"'))
_QUOTED = re.compile(r'(?P<minus>-?)"(?P<text>[^"]*)"?')
_WITHOUT = re.compile(r'-(?P<word>[^\W\d_][^\s"]*)')
_NUMBER = re.compile(r"§+ ?(?P<number>\d{1,4})(?![\w/:])(?! ?[-–] ?\d)")
_FIELD = re.compile(r"(?P<minus>-?)(?P<name>[^\W\d_]{2,}):(?P<blank> ?)")
_WORD = re.compile(r'[^\s"§]+|§')
# "SD:s", "KD:are", "EU:ns": the ending of an abbreviation; "kl:10"; "http://": no filters
_NO_FILTER = re.compile(r"\w+:(?:s|n|en|er|are|ar|arna|erna|arnas|aren|ns|ens)(?!\w)|kl:\d|\w+://", re.IGNORECASE)
_EMPTY = '""'
# a whole citation with a long board and two case numbers
_LONGEST_NAME = 160


@dataclass(frozen=True, slots=True)
class _Text:
    """What was typed with blanks made single and quotation marks plain; ``places`` lead back to what was typed."""

    flat: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Range:
        """Return where a slice of ``flat`` was typed."""
        return Range(self.places[start], self.places[end - 1] + 1) if end > start else Range(0, 0)


def parse(text: str) -> ParsedQuery:
    """Return the parts of a query, in the order in which they were typed."""
    source = _flat(text)
    return ParsedQuery(tuple(_named(list(_parts(source)))))


def _flat(text: str) -> _Text:
    """Return the text with every run of blanks as one, none at the ends."""
    kept: list[tuple[str, int]] = []
    for place, letter in enumerate(text.translate(_QUOTES)):
        blank = letter.isspace() or not letter.isprintable()
        if blank and (not kept or kept[-1][0] == " "):
            continue
        kept.append((" " if blank else letter, place))
    if kept and kept[-1][0] == " ":
        kept.pop()
    return _Text("".join(letter for letter, _ in kept), tuple(place for _, place in kept))


def _parts(source: _Text) -> Iterator[Part]:
    """Yield the parts; neighbouring words are one."""
    run: Words | None = None
    run_start = at = 0
    while at < len(source.flat):
        if source.flat[at] == " ":
            at += 1
            continue
        part, end = _part_at(source, at, run.text if run else "")
        if isinstance(part, Words):
            run_start = run_start if run else at
            run = Words(source.flat[run_start:end], source.span(run_start, end))
        else:
            if run:
                yield run
            run = None
            yield part
        at = end
    if run:
        yield run


_Reader = Callable[[_Text, int], "tuple[Part, int] | None"]


def _part_at(source: _Text, at: int, before: str) -> tuple[Part, int]:
    """Return the part that begins at ``at`` and where it ends; ``before`` are the words in front of it."""
    for reader in _READERS:
        found = reader(source, at)
        if found is not None:
            return found
    number = _NUMBER.match(source.flat, at)
    if number is not None and not beside_law(f"{before} ", source.flat[number.end() :].partition('"')[0]):
        span = source.span(at, number.end())
        return Restriction(Field.NUMBER, (str(int(number["number"])),), span), number.end()
    word = _WORD.match(source.flat, at)
    end = word.end() if word else at + 1
    return Words(source.flat[at:end], source.span(at, end)), end


def _quoted(source: _Text, at: int) -> tuple[Part, int] | None:
    match = _QUOTED.match(source.flat, at)
    if match is None:
        return None
    text, span = match["text"].strip(), source.span(*match.span())
    if not spelled(text):
        return Nothing(span), match.end()
    return (Without(text, True, span) if match["minus"] else Phrase(text, span)), match.end()  # noqa: FBT003  (exact)


def _without(source: _Text, at: int) -> tuple[Part, int] | None:
    match = _WITHOUT.match(source.flat, at)
    if match is None or not spelled(match["word"]):
        return None
    return Without(match["word"], False, source.span(*match.span())), match.end()  # noqa: FBT003  (not exact)


def _filter(source: _Text, at: int) -> tuple[Part, int] | None:
    match = _FIELD.match(source.flat, at)
    field = field_named(match["name"]) if match else None
    if match is None:
        return None
    if field is None:
        return None if match["blank"] or match["minus"] else _unknown(source, at, match)
    if match["blank"] and folded(match["name"]) != folded(field):
        return None
    return _restriction(source, at, match, field)


def _restriction(source: _Text, at: int, match: re.Match[str], field: Field) -> tuple[Part, int] | None:
    read = values.read(field, source.flat, match.end())
    if read.understood is None and match["blank"] and field in values.STRICT:
        return None
    span = source.span(at, read.end)
    if read.understood is not None and not match["minus"]:
        return Restriction(field, read.understood, span), read.end
    name = "paragraf" if field is Field.NUMBER else field
    text = f"{match['minus']}{name}:{listed(read.typed) or _EMPTY}"
    excluding = f"Det går bara att utesluta ord och fraser, inte {field}. Skriv -ord."
    return Fault(text, excluding if match["minus"] else values.fault(field, read.typed), span), read.end


def _unknown(source: _Text, at: int, match: re.Match[str]) -> tuple[Part, int] | None:
    """Return the fault of a filter that is none; "SD:s", "kl:10" and an address are words."""
    if match.end() == len(source.flat) or _NO_FILTER.match(source.flat, at):
        return None
    typed, end = values.items(source.flat, match.end())
    text = f"{match['name']}:{listed(typed) or _EMPTY}"
    return Fault(text, no_such_field(match["name"]), source.span(at, end)), end


_READERS: tuple[_Reader, ...] = (_quoted, _filter, _without)


def _named(parts: list[Part]) -> list[Part]:
    """Return the parts with those that name paragraphs made one, where nothing else is asked in words."""
    free = [place for place, part in enumerate(parts) if _is_free(part)]
    if not free or free[-1] - free[0] != len(free) - 1:
        return parts
    own = tuple(part for part in parts[free[0] : free[-1] + 1] if isinstance(part, Words | Restriction))
    text = " ".join(map(printed, own)).replace(" ,", ",")
    name = read_name(text) if len(text) <= _LONGEST_NAME else None
    if name is None:
        return parts
    span = Range(own[0].span.start, own[-1].span.end)
    one = Named(text, span, name.case, name.board, name.date, name.number, name.file, own)
    return [*parts[: free[0]], one, *parts[free[-1] + 1 :]]


def _is_free(part: Part) -> bool:
    return isinstance(part, Words) or (isinstance(part, Restriction) and part.field is Field.NUMBER)


def without(text: str, span: Range) -> str:
    """Return a query without what stands in ``span``."""
    return " ".join(f"{text[: span.start]} {text[span.end :]}".split())


def unnamed(part: Named) -> tuple[Part, ...]:
    """Return what ``part`` asks when it names no paragraph: its words and its §."""
    return part.plain or (Words(part.text, part.span),)
