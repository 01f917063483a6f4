"""The numbers and bullets that Word prints before paragraphs of lists, counted as Word counts them.

A numbering definition says, level by level, what is printed ("%1.", "§ %1", "%1.%2", a bullet) and where counting
begins; a paragraph names its definition and level, itself or by its style.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%(\d)")
_BULLET = "•"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def xml_of(item: Any) -> Any:
    """Return the element under a paragraph or a cell of python-docx."""
    return item._element  # noqa: SLF001 - python-docx gives no other way to what it does not read itself


class Numbering:
    """Counts the list paragraphs of one document in their order."""

    def __init__(self, document: Any) -> None:
        """Find the definitions; a document without lists has none."""
        self._levels: dict[str, dict[int, Any]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        abstract = {one.get(f"{_W}abstractNumId"): one for one in root.findall(f"{_W}abstractNum")}
        for number in root.findall(f"{_W}num"):
            link = number.find(f"{_W}abstractNumId")
            base = abstract.get(link.get(f"{_W}val")) if link is not None else None
            if base is not None:
                found = {int(level.get(f"{_W}ilvl", 0)): level for level in base.findall(f"{_W}lvl")}
                self._levels[number.get(f"{_W}numId")] = found

    def marker(self, paragraph: Any) -> str:
        """Return what Word prints before this paragraph ("" for none), and count it."""
        place = _place(paragraph)
        if place is None:
            return ""
        number, level = place
        definition = self._levels.get(number, {}).get(level)
        if definition is None:
            return ""
        shape = _value(definition, "numFmt") or "decimal"
        if shape in ("bullet", "none"):
            return _BULLET if shape == "bullet" else ""
        counts = self._counts[number]
        counts[level] = counts[level] + 1 if level in counts else self._start(number, level)
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        printed = _value(definition, "lvlText") or ""
        return _PLACE.sub(lambda m: self._printed(number, int(m[1]) - 1), printed).strip()

    def _start(self, number: str, level: int) -> int:
        definition = self._levels[number].get(level)
        start = _value(definition, "start") if definition is not None else None
        return int(start) if start and start.isdigit() else 1

    def _printed(self, number: str, level: int) -> str:
        count = self._counts[number].get(level, self._start(number, level))
        definition = self._levels[number].get(level)
        shape = _value(definition, "numFmt") if definition is not None else None
        if shape in ("lowerLetter", "upperLetter") and 1 <= count <= len(_LETTERS):
            letter = _LETTERS[count - 1]
            return letter if shape == "lowerLetter" else letter.upper()
        return str(count)


def _place(paragraph: Any) -> tuple[str, int] | None:
    """Return the numbering and the level that a paragraph names, itself or by its style; None for no list."""
    properties = [xml_of(paragraph).find(f"{_W}pPr/{_W}numPr")]
    style = paragraph.style
    while style is not None:
        properties.append(style.element.find(f"{_W}pPr/{_W}numPr"))
        style = style.base_style
    found = next((one for one in properties if one is not None and _value(one, "numId")), None)
    if found is None or _value(found, "numId") == "0":
        return None
    return str(_value(found, "numId")), int(_value(found, "ilvl") or 0)


def _value(element: Any, name: str) -> str | None:
    child = element.find(f"{_W}{name}")
    return None if child is None else child.get(f"{_W}val")
