"""The boards of a library, and the short names they go by.

Owns what is learned about names: from the settings file, from where a short name is printed ("(HSN)", "VON § 22"),
from the case numbers of a board's own paragraphs ("HSN 83-2023"), and last from the initials, each kept apart by its
`Source`. What always holds: one short name belongs to one board; a name that is asked for and not known is an error
with the nearest that are, never an open door.
"""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from index import codec
from index.errors import UnknownFilterError
from index.stored import StoredParagraph
from nlp import abbreviations


class Source(StrEnum):
    """How a short name is known, the surest first."""

    SETTINGS = "settings"
    PRINTED = "printed"
    HEAD = "head"
    CASE_NUMBERS = "case-numbers"
    INITIALS = "initials"


@dataclass(frozen=True, slots=True)
class BoardName:
    """A board: its name as most often printed, its short name and how that is known, and how much there is of it.

    ``spellings`` are all the forms of the name in the library ("SOCIALNÄMNDEN", "Socialnämnden").
    """

    name: str
    abbreviation: str | None
    paragraphs: int
    source: Source | None = None
    spellings: tuple[str, ...] = ()


Claims = Counter[tuple[Source, str, str]]
"""How often each (source, board, short name) was met."""


def learn(paragraphs: Iterable[StoredParagraph], settings: Mapping[str, str]) -> tuple[BoardName, ...]:
    """Return the boards of these paragraphs, most paragraphs first.

    ``settings`` maps short names to names of boards; it wins over everything that is read.
    """
    kept = [one for one in paragraphs if one.head.board]
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for one in kept:
        board = one.head.board or ""
        spellings[board.casefold()][board] += 1
    names = {folded: forms.most_common(1)[0][0] for folded, forms in spellings.items()}
    claims = _claims(kept, names)
    for short, name in settings.items():
        if name.casefold() in names:
            claims[Source.SETTINGS, names[name.casefold()], short] += 1
    shorts = _settled(claims)
    boards = [_board(name, spellings[folded], shorts.get(name)) for folded, name in names.items()]
    return tuple(sorted(boards, key=lambda board: (-board.paragraphs, board.name)))


def to_json(boards: Iterable[BoardName]) -> str:
    """Return the boards as text that `from_json` understands."""
    return codec.dumps(tuple[BoardName, ...], tuple(boards))


def from_json(text: str) -> tuple[BoardName, ...]:
    """Return the boards of such a text."""
    return codec.loads(tuple[BoardName, ...], text)


def resolve(asked: str, boards: Iterable[BoardName]) -> tuple[str, ...]:
    """Return every spelling of the board that is called ``asked``, by its name or short name in any case.

    Raises UnknownFilterError with the nearest names there are.
    """
    known = list(boards)
    wanted = " ".join(asked.split()).casefold()
    for board in known:
        if wanted in {board.name.casefold(), (board.abbreviation or board.name).casefold()}:
            return board.spellings
    folded = {label.casefold(): label for board in known for label in (board.name, board.abbreviation) if label}
    near = difflib.get_close_matches(wanted, folded, n=3, cutoff=0.5) or list(folded)[:3]
    there = ", ".join(folded[name] for name in near) or "inga nämnder alls"
    raise UnknownFilterError(f'Nämnden "{asked}" finns inte i biblioteket. Närmast är: {there}.')


def _claims(paragraphs: Iterable[StoredParagraph], names: Mapping[str, str]) -> Claims:
    claims: Claims = Counter()
    printed = tuple(names.values())
    for one in paragraphs:
        text, name = one.paragraph.text, names[(one.head.board or "").casefold()]
        for full, short in abbreviations.printed_beside(text, printed):
            claims[Source.PRINTED, full, short] += 1
        own = [(Source.HEAD, abbreviations.head_prefix(text))]
        own += [(Source.CASE_NUMBERS, abbreviations.case_prefix(number)) for number in one.head.case_numbers]
        for source, found in own:
            if found is not None and abbreviations.may_shorten(found, name):
                claims[source, name, found] += 1
    for name in printed:
        claims[Source.INITIALS, name, abbreviations.initials(name)] += 1
    return claims


def _settled(claims: Claims) -> dict[str, tuple[str, Source]]:
    """Give each board at most one short name and each short name one board, the surest claims first.

    Among equally sure claims a name whose initials are the short name comes first ("RS" is Regionstyrelsen even where
    its arbetsutskott uses the same case numbers), then what was met more often, then the shorter name.
    """
    order = list(Source)

    def rank(claim: tuple[Source, str, str]) -> tuple[int, bool, int, int, str]:
        source, name, short = claim
        unlike = abbreviations.initials(name).casefold() != short.casefold()
        return (order.index(source), unlike, -claims[claim], len(name), name)

    settled: dict[str, tuple[str, Source]] = {}
    taken: set[str] = set()
    for source, name, short in sorted(claims, key=rank):
        if name not in settled and short.casefold() not in taken and len(short) > 1:
            settled[name] = (short, source)
            taken.add(short.casefold())
    return settled


def _board(name: str, forms: Counter[str], short: tuple[str, Source] | None) -> BoardName:
    abbreviation, source = short or (None, None)
    return BoardName(name, abbreviation, forms.total(), source, tuple(sorted(forms)))
