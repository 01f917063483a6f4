"""Page furniture: heads, feet, page numbers, signature rows and separator rules, which are no text of the protocol.

A line is furniture when the same words (numbers aside) stand at the same place on many pages near the upper or lower
edge, or when it is one of the few phrases that protocols print only there. Furniture is taken from the edge inwards
and the first line that is none ends it, so that a body line can only be lost where everything outside it is
furniture. Heads of paragraphs and headings of sections are never furniture, for they too recur at one place where
every § begins a new page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.heads import head_of
from ingest.lines import Line, Page
from ingest.tables import repeats_header
from nlp.headings import section_kind

_HEAD_SHARE = 0.22  # of the page's height: logo, body, date and kind of document
_FOOT_SHARE = 0.14
_EDGE_SHARE = 0.075  # so near the edge of a page stands no running text
_SMALLER = 0.9  # points by which small print is smaller than the page's text
_MOVED = 4  # steps of the grid: a page head that has a line more than others pushes the rest up or down
_TELLING = 12  # letters: so many are the same words by no chance
_GRID = 6.0  # points; the same place up to the noise of letters that hang or not
_LONG_WORD = 4  # letters
_ENOUGH_PAGES = 2
_ENOUGH_SHARE = 0.25

_Key = tuple[str, int, bool]  # words, height, whether in the upper half

# "Justerandes sign", "Ordf sign", "Utdragsbestyrkande", "Justerarnas signaturer", "Sign."
_SIGNATURES = re.compile(
    r"(?:(?:justerande?s?|justerare(?:ns|s)?|justerarnas|ordförande[ns]?s?|ordf|sekreterare[ns]?s?|sekr)\.?[ /]*)*"
    r"(?:sign(?:atur(?:er)?)?\.?|signum|initialer)(?:\s+(?:utdragsbestyrkande|utdraget bestyrks))?[ _.…:]*"
    r"|utdragsbestyrkande[ _.…:]*|(?:justerande?s? sign\.?|justerarnas sign\.?)[ _.…:]*utdragsbestyrkande[ _.…:]*",
    re.IGNORECASE,
)
# "Justerandes   Klass: öppen   Utdragsbestyrkande": a word that only the foot of a page knows
_ATTESTED = re.compile(r"\butdragsbestyrk\w+", re.IGNORECASE)
# Such as "Sida 3 (12)", "Sid 3 av 12", "3(12)", "- 3 -", "3"
_PAGE_NUMBER = re.compile(
    r"(?!(?:19|20)\d\d$)(?:sid(?:a|nr)?\.?:? ?)?[-–]? ?\d{1,4}(?: ?(?:\(|/|av|\|) ?\d{1,4}\)?)? ?[-–]?", re.IGNORECASE
)
_RULE = re.compile(r"[_\-–—=.…·*\s]{4,}")
_DIGITS = re.compile(r"\d+")
# "Bilaga 1", "Bilaga A": the label of an attachment and nothing else
_BARE_LABEL = re.compile(r"bilaga(?: (?:nr )?(?:\d{1,3}|[a-zåäö]))?[.:]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Recurring:
    """What stands at one place on many pages: lines as printed, and words of pages that were read from images.

    There every other head has a letter misread, so that no two lines are the same.
    """

    lines: frozenset[_Key]
    words: frozenset[_Key]


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A page whose furniture is taken out: head and foot lines, and the body between them."""

    page: Page
    head: tuple[Line, ...]
    body: tuple[Line, ...]
    foot: tuple[Line, ...]


def is_rule(line: Line) -> bool:
    """Tell whether a line is a printed separator ("__________")."""
    return bool(_RULE.fullmatch(line.text)) and any(c in line.text for c in "_-–—=*")


def is_bare_label(line: Line) -> bool:
    """Tell whether a line is the label of an attachment ("Bilaga 2") and nothing else."""
    return bool(_BARE_LABEL.fullmatch(line.text.strip()))


def is_signature(text: str) -> bool:
    """Tell whether a line only asks for initials at the foot of a page."""
    return bool(_SIGNATURES.fullmatch(text.strip()) or _ATTESTED.search(text))


def take_out(pages: Sequence[Page]) -> tuple[Cleaned, ...]:
    """Part every page into head, body and foot."""
    recurring = _Recurring(
        _often([{_key(line.text, line, page) for line in page.lines if _near_edge(line, page)} for page in pages]),
        _often([{key for line in page.lines for key in _word_keys(line, page)} for page in pages if page.seen]),
    )
    return tuple(_continued([_part(page, recurring) for page in pages]))


def _often(pages: Sequence[set[_Key]]) -> frozenset[_Key]:
    """Return what enough of the pages have."""
    needed = max(_ENOUGH_PAGES, round(_ENOUGH_SHARE * len(pages)))
    return frozenset(key for key, count in Counter(key for keys in pages for key in keys).items() if count >= needed)


def _continued(parted: Sequence[Cleaned]) -> list[Cleaned]:
    """Count the header row that a table repeats on its next page among that page's head."""
    done: list[Cleaned] = []
    for page in parted:
        taken = 0
        if done and page.body and head_of(page.body[0]) is None:
            taken = _header_lines((*done[-1].head, *done[-1].body), page.body)
        done.append(Cleaned(page.page, (*page.head, *page.body[:taken]), page.body[taken:], page.foot))
    return done


def _header_lines(above: Sequence[Line], body: Sequence[Line]) -> int:
    """Count the lines of a repeated header row at the top of a body."""
    if not repeats_header(above, body):
        return 0
    row = body[0].row
    return next((n for n, line in enumerate(body[1:], 1) if row is None or line.row != row), len(body))


def _near_edge(line: Line, page: Page) -> bool:
    """Tell whether a line stands where furniture is looked for, or so near that it may be the same furniture."""
    margin = 2 * _GRID
    return line.base < _HEAD_SHARE * page.height + margin or line.base > (1 - _FOOT_SHARE) * page.height - margin


def _word_keys(line: Line, page: Page) -> list[_Key]:
    """Return the keys of a line's words that are long enough to be told again when a letter is misread elsewhere."""
    return [_key(word.text, line, page) for word in line.words if len(word.text) >= _LONG_WORD]


def _key(text: str, line: Line, page: Page) -> _Key:
    """Return what makes two texts the same furniture: words without numbers, and the line's height."""
    words = _DIGITS.sub("#", re.sub(r"\W+", " ", text.lower())).strip()
    return words, round(line.base / _GRID), line.base < page.height / 2


def _part(page: Page, recurring: _Recurring) -> Cleaned:
    lines = page.lines
    first = _count(lines, page, recurring, upper=True)
    last = _count(tuple(reversed(lines[first:])), page, recurring, upper=False)
    end = len(lines) - last
    return Cleaned(page, lines[:first], lines[first:end], lines[end:])


def _count(lines: Sequence[Line], page: Page, recurring: _Recurring, *, upper: bool) -> int:
    """Count the lines of furniture from one edge inwards."""
    zone = page.height * (_HEAD_SHARE if upper else 1 - _FOOT_SHARE)
    taken = 0
    for number, line in enumerate(lines):
        inside = line.base < zone if upper else line.base > zone
        if not inside:
            break
        if _is_furniture(line, page, recurring):
            taken = number + 1
        elif not page.seen or _word_keys(line, page):
            break
    return taken


def _is_furniture(line: Line, page: Page, recurring: _Recurring) -> bool:
    text = line.text.strip()
    if any(is_signature(" ".join(w.text for w in cell)) for cell in line.cells) or _is_small_print(line, page):
        return True
    if is_signature(text) or _PAGE_NUMBER.fullmatch(text) or is_rule(line):
        return True
    if head_of(line) is not None or section_kind(text) is not None or is_bare_label(line):
        return False
    if page.seen and _is_seen_again(line, page, recurring.words):
        return True
    key = _key(line.text, line, page)
    return _stands_in(key, recurring.lines, reach=_MOVED if len(key[0]) >= _TELLING else 1)


def _is_seen_again(line: Line, page: Page, words: frozenset[_Key]) -> bool:
    """Tell whether most of a line's long words stand here on other pages that were read from images too."""
    keys = _word_keys(line, page)
    again = sum(len(key[0]) for key in keys if _stands_in(key, words, reach=2))
    return bool(keys) and 2 * again > sum(len(key[0]) for key in keys)


def _stands_in(key: _Key, known: frozenset[_Key], *, reach: int) -> bool:
    words, height, upper = key
    return any((words, near, upper) in known for near in range(height - reach, height + reach + 1))


def _is_small_print(line: Line, page: Page) -> bool:
    """Tell whether a line near the edge is set smaller than the page's text: an address, a mark, a form's name."""
    at_edge = line.base < _EDGE_SHARE * page.height or line.base > (1 - _EDGE_SHARE) * page.height
    return at_edge and line.size < page.body_size - _SMALLER
