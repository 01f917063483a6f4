"""A saved search as an Atom feed (RFC 4287). Pure.

Always holds: an entry keeps its id whatever is read or corrected later; letters that XML forbids are left out; with no
finding the feed is still a whole one. Links lead to the page of the program at ``base``.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import quote
from xml.etree import ElementTree as ET

from index.news.alerts import News
from index.news.saved import SavedSearch
from ui.page.state import PageState, Place, write

NAMESPACE = "http://www.w3.org/2005/Atom"
# what XML 1.0 has no place for, section 2.2
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_AUTHOR = "Protokollspår"


def feed(search: SavedSearch, news: Sequence[News], base: str) -> bytes:
    """Return the feed of what ``search`` has found, the latest first, as UTF-8; ``base`` is the page's address."""
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(_name("feed"))
    at = base.rstrip("/")
    _add(root, "id", _urn(search.key, search.when))
    _add(root, "title", f"{search.name} – Protokollspår")
    _add(root, "subtitle", f"Nytt om: {search.text}")
    _add(root, "updated", max([one.found for one in news], default=search.when))
    _add(ET.SubElement(root, _name("author")), "name", _AUTHOR)
    _link(root, "self", f"{at}/flode/{quote(search.name, safe='')}.atom", "application/atom+xml")
    _link(root, "alternate", f"{at}/{write(PageState().having(q=search.text))}", "text/html")
    for one in news:
        _entry(root, search, one, at)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _entry(root: ET.Element, search: SavedSearch, one: News, at: str) -> None:
    entry = ET.SubElement(root, _name("entry"))
    _add(entry, "id", _urn(search.key, search.when, one.name))
    _add(entry, "title", one.title or one.citation)
    _add(entry, "updated", one.found)
    place = replace(PageState(), place=Place(one.document_id, one.page, one.paragraph_id)).having(q=search.text)
    _link(entry, "alternate", f"{at}/{write(place)}", "text/html")
    _add(entry, "summary", f"{one.citation}: ”{one.quote}” ({one.file}, sida {one.page})")


def _name(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, _name(name)).text = _FORBIDDEN.sub("", text)


def _link(parent: ET.Element, relation: str, address: str, kind: str) -> None:
    ET.SubElement(parent, _name("link"), {"rel": relation, "href": address, "type": kind})


def _urn(*parts: str) -> str:
    """Return a name for ever of what these parts name."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(("protokollspar", *parts))).urn
