"""Case numbers (diarienummer): where they stand in a text, as printed and without the word "Dnr" before them.

Known shapes, from several houses: "HSN 83-2023", "RS 269:1-2020", "SLK-2025-00982", "SN/2026:102", "KS-2023-00841",
"BUN 2025/123", "Bun/2024:685 610", "21RS1234", "TSN 2024-40", "2024-O000123", and
without a prefix "2024/12", "0186/23", "00322/2026". Statutes
and reports that look alike ("SFS 1991:900", "SOU 2025:99", "prop. 2016/17:171", "(EU) 2016/679") are none, nor is
"§ 8/2025". A number without a prefix is trusted in a paragraph's head (``find_case_numbers``) and in running text
only after "Dnr" (``cited_case_numbers``), for school years and fractions look the same.
"""

from __future__ import annotations

import re

from nlp.acts import Range

# Prefixes of printed law and reports that share the shape of a case number.
_NO_CASE = (
    r"(?:SOU|SFS|Ds|Dir|Prop|Skr|Bet|Rskr|EU|EG|EES|JO|AD|HFD|RÅ|NJA|ISO|SS|ISBN|ISSN|COM|KOM|\w*FS|IBAN"
    r"|Motion|Nr|Sid|Kap)"
)
_EDGE = rf"(?<![\w§./\-])(?!{_NO_CASE}\b)"
_CAPITALS = rf"{_EDGE}[A-ZÅÄÖ]{{2,6}}"
_MIXED = rf"{_EDGE}[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{{1,7}}"
_YEAR = r"(?:19|20)\d{2}"
_SPAN_OF_YEARS = r"(?!20[0-4]\d-20[0-4]\d(?!\d))"  # "RS 2024-2026" is a plan's years

_WITH_PREFIX = (
    rf"{_CAPITALS} ?{_SPAN_OF_YEARS}\d{{1,5}}(?::\d{{1,3}})?-{_YEAR}(?![\d\-])"  # "HSN 83-2023", "RS 269:1-2020"
    rf"|{_MIXED}/{_YEAR}[:/.]\d{{1,6}}(?:[-:.]\d{{1,4}})?(?: \d{{3}}(?=[ \t]*(?:\n|$)))?(?![\d/])"  # "Bun/2024:685 610"
    rf"|{_CAPITALS}[ \-.]?{_YEAR}[/.]\d{{1,6}}(?:[-:.]\d{{1,4}})?(?![\d/])"  # "BUN 2025/123", "VON.2023.45"
    rf"|{_CAPITALS}[ \-/.]?{_SPAN_OF_YEARS}{_YEAR}-\d{{3,6}}(?::\d{{1,4}})?(?![\d\-])"  # "SLK-2025-00982:12"
    rf"|{_EDGE}[A-ZÅÄÖ]{{2,8}}/\d{{1,6}}/\d\d(?:\.\d\d){{1,4}}/{_YEAR}(?![\d/])"  # "NKBY/302/03.01.00/2024"
    r"|(?<![\w/])[1-4]\d[A-ZÅÄÖ]{2,4}\d{2,5}(?:-\d{1,4})?(?!\w)"  # "21RS1234"; "01BIL060" is a paper's own mark
    rf"|{_CAPITALS} ?\d{{2}}/\d{{3,6}}(?![\d/])|{_CAPITALS}\d{{3,5}}/\d{{2}}(?![\d/])"  # "RD24/01234", "KS0123/24"
)
_BARE = (
    rf"(?<![\w§/:.,\-])(?<!§ )(?<!\(EU\) )(?<!\(EG\) )(?:{_YEAR}/\d{{1,5}}|\d{{3,5}}/\d{{2}}"
    rf"|\d{{1,5}}/{_YEAR})(?![\w/:]|[.,\-]\d)"
)
# A full stop ends the abbreviation, but behind the whole word ("… nytt diarienummer. Under 2022 …") the sentence.
_LABEL = r"\b(?:(?:[Dd]nr|DNR|[Dd]iarienr|[Ää]rendenr|D\.nr)\.?|[Dd]iarienummer|[Ää]rende(?:nummer|-id)):?\s{0,3}"
_NO_YEAR = rf"(?![A-ZÅÄÖ][a-zåäö]+ {_YEAR}(?![\d/:\-.]\d))"  # "Under 2022"
_LETTER_AND_YEAR = rf"(?<![\w/\-]){_YEAR}-[A-ZÅÄÖ]{{1,4}}\d{{3,7}}(?!\w)"  # "2024-O000123", "2023-POL000456"
_AFTER_LABEL = (
    rf"{_LETTER_AND_YEAR}|{_NO_YEAR}"
    rf"(?=[\w\-/.: ]{{0,12}}\d)(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{1,7}}[ \-/.]?)?\d[\dA-ZÅÄÖ]*(?:[-/:.]\d+){{0,4}}"
)

_PREFIXED = re.compile(_WITH_PREFIX)
_LABELLED = re.compile(rf"{_LABEL}(?P<number>{_WITH_PREFIX}|{_AFTER_LABEL})")
# only in heads, for "RS 2024-12" in running text may be a month: "TSN 2024-40", "STK-2023-77"; "2024-00123"
_IN_HEADS = re.compile(
    rf"{_CAPITALS}[ \-]{_YEAR}-[1-9]\d?(?![\w\-/.])|{_LETTER_AND_YEAR}|(?<![\w/\-]){_YEAR}-\d{{5,6}}(?![\w\-/.])"
)
_NEXT = re.compile(rf"(?:,| och| samt)\s+(?P<number>{_WITH_PREFIX}|{_BARE})")  # "Dnr 2024/12, 2024/13 och 2024/14"
_ALONE = re.compile(_BARE)
_SCHOOL_YEAR = re.compile(r"(?:läsår|säsong|skolår|verksamhetsår|vinter|budgetår)\w*\s+$", re.IGNORECASE)
_FEW_DIGITS = 2
# what every label holds, and what a line with a prefixed number holds: asked first, for most text has neither
_LABEL_ENDS = ("nr", "NR", "nummer", "rende-")
_LIKELY_LINE = re.compile(r"^.*?(?:[A-ZÅÄÖa-zåäö][ \-/.]?\d|\d[A-ZÅÄÖ]{2}).*$", re.MULTILINE)


def find_case_numbers(text: str) -> tuple[tuple[Range, str], ...]:
    """Return every case number of a paragraph's head in reading order, those without prefix or label too."""
    found = _cited(text)
    for match in _IN_HEADS.finditer(text):
        found.add(Range(*match.span()))
    for match in _ALONE.finditer(text):
        if not _SCHOOL_YEAR.search(text[max(0, match.start() - 20) : match.start()]):
            found.add(Range(*match.span()))
    return found.in_order()


def cited_case_numbers(text: str) -> tuple[tuple[Range, str], ...]:
    """Return the case numbers that running text names, in reading order: with a prefix, or after "Dnr"."""
    return _cited(text).in_order()


class _Found:
    """Numbers found so far; the first reading of a place stays."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._taken = bytearray(len(text))
        self._ranges: list[Range] = []

    def add(self, span: Range) -> None:
        """Keep a number; two digits alone ("Dnr 12") name no case."""
        printed = self._text[span.start : span.end]
        if any(self._taken[span.start : span.end]) or sum(c.isdigit() for c in printed) <= _FEW_DIGITS:
            return
        self._taken[span.start : span.end] = b"\1" * len(printed)
        self._ranges.append(span)

    def in_order(self) -> tuple[tuple[Range, str], ...]:
        """Return ranges and numbers, blanks made single."""
        return tuple((r, re.sub(r"\s+", " ", self._text[r.start : r.end])) for r in sorted(self._ranges))


def _cited(text: str) -> _Found:
    found = _Found(text)
    for match in _LABELLED.finditer(text) if any(word in text for word in _LABEL_ENDS) else ():
        found.add(Range(*match.span("number")))
        _follow(text, match.end(), found)
    for line in _LIKELY_LINE.finditer(text):
        for match in _PREFIXED.finditer(text, line.start(), line.end()):
            found.add(Range(*match.span()))
    return found


def _follow(text: str, position: int, found: _Found) -> None:
    """Take the rest of a list that one label heads."""
    while match := _NEXT.match(text, position):
        found.add(Range(*match.span("number")))
        position = match.end()
