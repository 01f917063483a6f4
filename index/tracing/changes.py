"""What changed: a decision compared, sentence by sentence, with the proposal before it and with the decision before it.

Always holds: pure; both sides of a change are verbatim but for white space. A sentence counts as replaced when most of
its words are kept. Nothing is said to be added or removed unless most of the earlier text comes back: two decisions
about different things do not differ, they are two.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.course import Change, ChangeBase, ChangeKind
from index.stored import StoredParagraph
from nlp.acts import Outcome, Range, SectionKind
from nlp.analysis import content_terms
from nlp.decisions import decision_points
from nlp.windows import sentences

_ALIKE = 0.6
"""Share of words kept from which on a sentence is another form of the earlier one."""
_MOST = 40
"""Sentences of one side that are compared; a decision of more is a list that nobody reads as a change."""
_SHORTEST = 3
"""Words, numbers apart, of a sentence that says something; less is a cell of a table."""
_FEWEST = 2
"""Telling words that a short sentence must have before it can be found again inside a longer one."""
_OF_FORM = frozenset({Outcome.NOTED, Outcome.ANSWERED, Outcome.TABLED, Outcome.REMITTED})
"""What lays nothing down that a later decision could change."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    words: tuple[str, ...]
    telling: frozenset[str]


def changes_of(one: StoredParagraph, before: StoredParagraph | None) -> tuple[Change, ...]:
    """Return what the decision of ``one`` changed: against its own written proposal, and against that of ``before``."""
    found = _told(_proposed(one), _decided(one), ChangeBase.PROPOSAL, one.head.id)
    if before is not None:
        found += _told(_decided(before, _OF_FORM), _decided(one, _OF_FORM), ChangeBase.PREVIOUS, before.head.id)
    return tuple(found)


def _told(before: Sequence[_Sentence], after: Sequence[_Sentence], base: ChangeBase, base_id: str) -> list[Change]:
    """Return what differs: all of it where most of ``before`` comes back, else only what comes back in other words."""
    if not before or not after:
        return []
    pairs = _paired(before, after)
    found = list(_differences(before, after, pairs, base, base_id))
    mostly = 2 * len(pairs) >= len(before)
    return [one for one in found if mostly or one.kind is ChangeKind.REPLACED]


def _decided(one: StoredParagraph, but: frozenset[Outcome] = frozenset()) -> list[_Sentence]:
    decisions = (decision for decision in one.paragraph.acts.decisions if decision.outcome not in but)
    return _sentences(one.paragraph.text, [place for decision in decisions for place in decision.ranges])


def _proposed(one: StoredParagraph) -> list[_Sentence]:
    """Return the points of the written proposal, () where more than one stands: which of them was put is not told."""
    sections = [each.range for each in one.paragraph.sections if each.kind is SectionKind.PROPOSAL]
    if len(sections) != 1:
        return []
    text, start = one.paragraph.text, sections[0].start
    points = decision_points(text[start : sections[0].end])
    return _sentences(text, [place.shifted(start) for point in points for place in point])


def _sentences(text: str, places: Sequence[Range]) -> list[_Sentence]:
    found = [text[each.start : each.end] for place in places for each in sentences(text, place)]
    made = (_Sentence(one, _words(one), frozenset(content_terms(one))) for one in found)
    return [one for one in made if sum(word.isalpha() for word in one.words) >= _SHORTEST][:_MOST]


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(text))


def _likeness(one: _Sentence, other: _Sentence) -> float:
    """Return the share of words kept in their order, or of the telling words of the shorter that the longer has."""
    shared = one.telling & other.telling
    if not shared:
        return 0.0
    fewer = min(len(one.telling), len(other.telling))
    contained = len(shared) / fewer if fewer >= _FEWEST else 0.0
    if contained >= _ALIKE:
        return contained
    return difflib.SequenceMatcher(None, one.words, other.words, autojunk=False).ratio()


def _differences(
    before: Sequence[_Sentence],
    after: Sequence[_Sentence],
    pairs: Mapping[int, int],
    base: ChangeBase,
    base_id: str,
) -> Iterator[Change]:
    """Yield replaced and added sentences in the order of ``after``, then those that are gone."""
    for place, sentence in enumerate(after):
        if place not in pairs:
            yield Change(ChangeKind.ADDED, base, base_id, "", sentence.text)
        elif before[pairs[place]].words != sentence.words:
            yield Change(ChangeKind.REPLACED, base, base_id, before[pairs[place]].text, sentence.text)
    kept = set(pairs.values())
    for place, sentence in enumerate(before):
        if place not in kept:
            yield Change(ChangeKind.REMOVED, base, base_id, sentence.text, "")


def _paired(before: Sequence[_Sentence], after: Sequence[_Sentence]) -> dict[int, int]:
    """Return the place in ``before`` of each sentence of ``after`` that has a counterpart there, the likest first."""
    likeness = [(_likeness(one, other), b, a) for b, one in enumerate(before) for a, other in enumerate(after)]
    pairs: dict[int, int] = {}
    for ratio, b, a in sorted(likeness, key=lambda each: (-each[0], each[1], each[2])):
        if ratio >= _ALIKE and a not in pairs and b not in pairs.values():
            pairs[a] = b
    return pairs


def word_changes(before: str, after: str) -> tuple[tuple[ChangeKind | None, str], ...]:
    """Return ``before`` and ``after`` woven together word by word: kept (None), added and removed pieces in order."""
    old, new = before.split(), after.split()
    pieces: list[tuple[ChangeKind | None, str]] = []
    for what, b0, b1, a0, a1 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            pieces.append((None, " ".join(old[b0:b1])))
            continue
        if b1 > b0:
            pieces.append((ChangeKind.REMOVED, " ".join(old[b0:b1])))
        if a1 > a0:
            pieces.append((ChangeKind.ADDED, " ".join(new[a0:a1])))
    return tuple(pieces)
