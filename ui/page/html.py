"""The one way to HTML: every text is escaped here, and nowhere else is markup put together.

`Markup` is a string that is safe to put into a page. `tag` escapes every child and attribute that is no Markup, so that
a view cannot forget to. Braces, dollars and backticks are escaped too, because what the page shows also passes through
templates in the browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from nlp.acts import Range


class Markup(str):
    """HTML that is complete and safe. Made by this module only."""

    __slots__ = ()


Child = str | float | None
_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"}
_TEMPLATE = {"{": "&#123;", "}": "&#125;", "$": "&#36;", "`": "&#96;"}
_DIRECTIONS = dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "\N{REPLACEMENT CHARACTER}")
"""Marks that turn the reading direction: shown, as a quote must not be able to rearrange what stands around it."""
_ESCAPES = {**_MARKUP, **_TEMPLATE, **_DIRECTIONS}
_ANY = re.compile(f"[{re.escape(''.join(_ESCAPES))}]")
_ADDRESSES = frozenset({"href", "src", "action", "data-post", "data-after", "data-ahead"})
"""Attributes with addresses: a proxy may show the page under a path of its own, so that none begins at the root."""
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
EMPTY = Markup("")


def text(value: Child) -> Markup:
    """Return a value as escaped text; Markup passes unchanged, None is nothing."""
    return value if isinstance(value, Markup) else Markup(_escaped(value))


def join(children: Iterable[Child], between: str = "") -> Markup:
    """Return children one after the other."""
    return Markup(_escaped(between).join([_escaped(child) for child in children]))


def tag(name: str, /, *children: Child, **attributes: str | float | bool | None) -> Markup:
    """Return an element. ``class_`` is class, ``data_copy`` data-copy; True is bare, None and False nothing."""
    opening = "".join([_attribute(*given) for given in attributes.items()])
    if name in _VOID and not children:
        return Markup(f"<{name}{opening}>")
    return Markup(f"<{name}{opening}>{''.join([_escaped(child) for child in children])}</{name}>")


def marked(value: str, ranges: Iterable[Range]) -> Markup:
    """Return a text with the words at ``ranges`` in <mark>; ranges may overlap, touch or reach beyond the text."""
    pieces: list[Child] = []
    done = 0
    for start, end in _merged(ranges, len(value)):
        pieces += [value[done:start], tag("mark", value[start:end])]
        done = end
    return join([*pieces, value[done:]])


# A page of hits is some thousand texts and attributes, and is made anew at every search: these are kept quick.
def _escaped(value: Child) -> str:
    if isinstance(value, Markup):
        return value
    if value is None:
        return ""
    return _ANY.sub(_escape, value if isinstance(value, str) else str(value))


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES[found.group()]


def _attribute(name: str, value: Child) -> str:
    if value is None or value is False:
        return ""
    printed = _printed(name)
    if value is True:
        return f" {printed}"
    said = _own(value) if printed in _ADDRESSES and isinstance(value, str) else value
    return f' {printed}="{_escaped(said)}"'


@cache
def _printed(name: str) -> str:
    """Return the name of an attribute as HTML has it."""
    return name.rstrip("_").replace("_", "-")


def _own(address: str) -> str:
    """Return an address of this server as seen from its first page, which is where everything is shown."""
    own = address.startswith("/") and not address.startswith("//")
    return f"./{address[1:]}" if own else address


def _merged(ranges: Iterable[Range], length: int) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted((max(0, one.start), min(length, one.end)) for one in ranges):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
