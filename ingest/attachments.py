"""Attachments inside a protocol's file: which pages are theirs, and what they are called.

Two things tell them: they carry none of the heads and feet that the pages of the protocol carry, or the page opens
with a label such as "Bilaga 2". A page on which a paragraph with a section of its own begins is never one, so that no
paragraph can be lost here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from statistics import median

from ingest.blocks import Measure
from ingest.flow import Vocabulary, Writer
from ingest.furniture import Cleaned, is_bare_label
from ingest.lines import Line
from ingest.records import Attachment
from ingest.runs import write_lines

_DIGITS = re.compile(r"\d+")
_LONG_WORD = 4  # letters
_FEW_WORDS = 0.5  # of the words that the protocol's own heads and feet have
_SHARE = 0.6  # of the pages on which paragraphs begin: what they carry is the protocol's own
# "Bilaga 2", "Bilaga Kulturnämnden § 12", "Tjänsteskrivelse", "Voteringslista § 14", "Omröstningslista nr 2";
# "Voteringsresultat" alone is a heading inside a paragraph
_LABEL = re.compile(
    r"(?:bilag(?:a|or)\b.{0,80}|tjänste(?:skrivelse|utlåtande)\b.{0,60}"
    r"|(?:omröstnings|voterings|närvaro|upprops)(?:lista\b.{0,60}|(?:protokoll|resultat)\b.{2,60}))",
    re.IGNORECASE,
)
_FULL_PAGE = 0.8  # of the height: a page whose text ends above this was left on purpose
_LARGER = 0.6
_FIRST_LINES = 10
_LONGEST_TITLE = 200


def attachment_pages(pages: Sequence[Cleaned], opening: Collection[int]) -> frozenset[int]:
    """Return the numbers of the pages after the first of ``opening`` that belong to attachments."""
    if not opening:
        return frozenset()
    later = [page for page in pages if page.page.number > min(opening)]
    return frozenset((*_strangers(pages, opening, later), *_labelled(later, opening)))


def _strangers(pages: Sequence[Cleaned], opening: Collection[int], later: Sequence[Cleaned]) -> Iterable[int]:
    """Yield the pages that carry no head or foot of the pages on which paragraphs begin."""
    own = [page for page in pages if page.page.number in opening]
    marks = _word_marks if all(page.page.seen for page in own) else _marks
    counts = Counter(mark for page in own for mark in marks(page))
    common = {mark for mark, count in counts.items() if count >= _SHARE * len(opening)}
    # A word or two of the head stand in any letter of the same house; a line of it stands in none.
    fewest = max(1, round(_FEW_WORDS * len(common))) if marks is _word_marks else 1
    return (page.page.number for page in later if common and len(marks(page) & common) < fewest)


def _word_marks(page: Cleaned) -> frozenset[str]:
    """Return the words of heads and feet, for a page that was read from its image misreads a letter of most lines."""
    return frozenset(word for mark in _marks(page) for word in mark.split() if len(word) >= _LONG_WORD)


def _marks(page: Cleaned) -> frozenset[str]:
    texts = (_DIGITS.sub("#", line.text.lower()) for line in (*page.head, *page.foot))
    return frozenset(t for t in texts if any(c.isalpha() for c in t))


def _labelled(later: Sequence[Cleaned], opening: Collection[int]) -> Iterable[int]:
    """Yield the pages from one that opens with an attachment's label to the next paragraph's."""
    inside = False
    in_a_row = sum(page.page.number not in opening and _has_bare_label(page) for page in later) > 1
    for before, page in zip([None, *later], later, strict=False):
        if page.page.number in opening:
            inside = False
        elif page.body and (_is_label(page.body) or (_has_bare_label(page) and (in_a_row or _has_room(before)))):
            inside = True
        if inside:
            yield page.page.number


def _is_label(body: Sequence[Line]) -> bool:
    """Tell whether a page opens with an attachment's label, set apart from the text below it."""
    line = body[0]
    if not _LABEL.fullmatch(line.text.strip()):
        return False
    usual = median(other.size for other in body)
    return line.words[0].bold or line.size > usual + _LARGER or len(body) == 1 or _far(line, body[1])


def _has_bare_label(page: Cleaned) -> bool:
    """Tell whether a page opens with "Bilaga 2" alone on its line; several such pages are no broken lists."""
    return bool(page.body) and is_bare_label(page.body[0])


def _has_room(page: Cleaned | None) -> bool:
    """Tell whether a page was left with room to spare, so that what follows begins anew on purpose."""
    return page is not None and bool(page.body) and page.body[-1].base < _FULL_PAGE * page.page.height


def _far(above: Line, below: Line) -> bool:
    return below.base - above.base > 1.8 * above.size


def read_attachments(lines: Sequence[Line], measure: Measure, vocabulary: Vocabulary) -> tuple[Attachment, ...]:
    """Gather the lines of attachments; pages that follow each other are one attachment until a new label."""
    groups: list[list[Line]] = []
    for line in lines:
        new_page = not groups or line.page != groups[-1][-1].page
        if new_page and (not groups or line.page - groups[-1][-1].page > 1 or _LABEL.fullmatch(line.text.strip())):
            groups.append([line])
        else:
            groups[-1].append(line)
    return tuple(_attachment(group, measure, vocabulary) for group in groups)


def _attachment(lines: Sequence[Line], measure: Measure, vocabulary: Vocabulary) -> Attachment:
    writer = Writer(vocabulary)
    write_lines(lines, measure, writer)
    text, spans = writer.done()
    return Attachment(title_of(lines), lines[0].page, lines[-1].page, text, spans)


def title_of(lines: Sequence[Line]) -> str:
    """Return the title: the first lines in larger type than the rest, else the first line."""
    first = [line for line in lines if line.page == lines[0].page]
    usual = median(line.size for line in first)
    large = [line for line in first[:_FIRST_LINES] if line.size > usual + _LARGER]
    if not large:
        return lines[0].text
    start = first.index(large[0])
    title = [line for line in first[start : start + 3] if abs(line.size - large[0].size) < _LARGER]
    return " ".join(line.text for line in title)[:_LONGEST_TITLE]
