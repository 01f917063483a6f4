"""What was tabled, sent back or sent out, and what came back of it.

Always holds: pure; told of paragraphs that are one matter already, so that nothing is joined by it. A paragraph that
was tabled is tied to the next of its matter, one that tells that it has come back to where it was before; a meeting
that is named and not in the library is a tie without target.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Protocol

from index.finding.catalog import Catalog
from index.links.mentions import Mention
from index.links.ties import Tie
from index.results import LinkKind
from index.stored import Head
from nlp.acts import Outcome

_SURE, _LIKELY = 1.0, 0.9

Told = Mapping[str, Sequence[Mention]]
"""The mentions of the kinds RETURNS (without a §) and REFERRED, by the paragraph that prints them."""


class Matters(Protocol):
    """Knows which paragraphs are of one matter."""

    @property
    def catalog(self) -> Catalog:
        """The heads."""

    @property
    def meetings(self) -> Collection[tuple[str | None, str | None]]:
        """The boards and days of all meetings in the library."""

    def of_matter(self, one: str, other: str) -> bool:
        """Whether two paragraphs are of one matter."""


def return_ties(matters: Matters, told: Told, members: Collection[str]) -> Iterator[Tie]:
    """Yield the ties among ``members``, those out of the library too."""
    heads = [matters.catalog.by_id[one] for one in members]
    dated = sorted((head for head in heads if head.date), key=lambda head: (head.date or "", head.number or 0))
    for head in dated:
        for mention in told.get(head.id, ()):
            matter = [one for one in dated if one.id != head.id and matters.of_matter(head.id, one.id)]
            if mention.kind is LinkKind.REFERRED:
                yield from _came_back(matters, head, mention, matter)
            else:
                yield from _was_before(head, mention, matter)


def _came_back(matters: Matters, head: Head, mention: Mention, matter: Sequence[Head]) -> Iterator[Tie]:
    """Tie what was sent away to what came back: what is tabled to the same board, the rest to whoever had it next."""
    later = [one for one in matter if (one.date or "") > (head.date or "")]
    if mention.named == Outcome.TABLED:
        later = [one for one in later if one.board == head.board and one.date == (mention.date or one.date)]
    if later:
        yield Tie(LinkKind.REFERRED, head.id, later[0].id, later[0].title, mention.ranges, _SURE)
    elif mention.date and (head.board, mention.date) not in matters.meetings:
        yield Tie(
            LinkKind.REFERRED, head.id, None, f"{head.board or ''} {mention.date}".strip(), mention.ranges, _LIKELY
        )


def _was_before(head: Head, mention: Mention, matter: Sequence[Head]) -> Iterator[Tie]:
    """Tie what came back to where it was: at the day that is named, else the last time."""
    earlier = [one for one in matter if (one.date or "") < (head.date or "")]
    named = [one for one in earlier if mention.date and (one.date or "").startswith(mention.date)]
    found = named or ([] if mention.date else earlier)
    if found:
        yield Tie(LinkKind.RETURNS, head.id, found[-1].id, found[-1].title, mention.ranges, _LIKELY)
    elif mention.date:
        yield Tie(LinkKind.RETURNS, head.id, None, f"sammanträdet {mention.date}", mention.ranges, _LIKELY)
