"""The addresses of every view: empty, filled, and where something is wrong; each test that walks them all stands on it.

Each stands with the words of its main heading, so that a test knows that it looks at what it means to look at.
"""

from __future__ import annotations

from typing import Any

QUERY = "strukturerad process inför beställning av primärvård"
NO_MATCH = "kvantdatorer+på+månen"

VIEWS: dict[str, tuple[str, str]] = {
    "nothing searched": ("/?flik=sok", "Sök i protokollen"),
    "hits": (f"/?flik=sok&q={QUERY}", QUERY),
    "nothing answers": (f"/?flik=sok&q={NO_MATCH}", "kvantdatorer"),
    "filtered": ("/?flik=sok&q=beställning&fran=2020&slag=decision", "beställning"),
    "why": ("/?flik=sok&q=beställning+av+primärvård&varfor={paragraph}", "beställning"),
    "alike": ("/?flik=sok&lika={paragraph}", "Liknar"),
    "not understood": ("/?flik=sok&q=utfall:avslagg", "går inte att söka på"),
    "nothing drafted": ("/?flik=sok&lage=utkast", "Pröva ett utkast"),
    "a draft": (f"/?flik=sok&lage=utkast&utkast=Vi yrkar att regionen inför en {QUERY}.", "prövade"),
    "saved searches": ("/?flik=sok&lage=sparat", "Sparade sökningar"),
    "reviews": ("/?flik=sok&lage=granskning", "Granskning"),
    "nothing followed": ("/?flik=folj", "ärende"),
    "an issue": ("/?flik=folj&start=HSN+301-2021", "primärvård"),
    "an issue of one board": ("/?flik=folj&start=HSN+301-2021&namnd=HSN", "primärvård"),
    "an issue that is unknown": ("/?flik=folj&start=XYZ+999-1950", "gick inte"),
    "assignments": ("/?flik=uppdrag", "Uppdrag"),
    "assignments on a day": ("/?flik=uppdrag&per=2021-06-01&sortering=datum", "Uppdrag"),
    "assignments that nobody was given": ("/?flik=uppdrag&mottagare=Månfararen", "Inga uppdrag visas"),
    "assignments of an unknown board": ("/?flik=uppdrag&namnd=Månnämnden", "Inga uppdrag visas"),
    "reservations": ("/?flik=reservationer&parti=C", "argument"),
    "no reservations": ("/?flik=reservationer&q=kvantdatorer", "argument"),
    "reservations of an unknown board": ("/?flik=reservationer&namnd=Månnämnden", "Inget visas"),
    "themes": ("/?flik=reservationer&vy=teman", "återkommer"),
    "nothing said before": ("/?flik=reservationer&vy=forut", "förut"),
    "said before": ("/?flik=reservationer&vy=forut&argument=det+är+tio+mil+till+akuten", "argument"),
    "no positions": ("/?flik=standpunkter", "tod"),
    "positions": ("/?flik=standpunkter&start=HSN+301-2021", "Var partierna stod"),
    "a cell of the positions": ("/?flik=standpunkter&start=HSN+301-2021&ruta=S%7C2021", "Var partierna stod"),
    "positions of nobody": ("/?flik=standpunkter&person=Nemo+Nemosson", "gick inte"),
    "protocols": ("/?flik=protokoll", "protokoll"),
    "no protocols": ("/?flik=protokoll&ar=1950", "Inga protokoll svarar mot urvalet"),
    "a protocol": ("/?flik=protokoll&protokoll={document}", "20"),
    "a protocol that is not there": ("/?flik=protokoll&protokoll=finnsinte", "gick inte"),
    "the record of a paragraph": ("/?flik=protokoll&visa={paragraph}", "§"),
    "the correction of a paragraph": ("/?flik=protokoll&visa={paragraph}&ratta=title", "§"),
    "a paragraph that is not there": ("/?flik=protokoll&visa=finnsinte-1", "gick inte"),
    "statistics": ("/?flik=statistik", "år"),
    "decisions by outcome": ("/?flik=statistik&tabell=beslut", "eslut"),
    "assignments counted": ("/?flik=statistik&tabell=uppdrag&per=2022-01-01", "ppdrag"),
    "motions one by one": ("/?flik=statistik&tabell=yrkanden-underlag", "rkande"),
    "no figures": ("/?flik=statistik&fran=1900&till=1901", ""),
    "reading in that is off": ("/?flik=las-in", "in"),
    "about": ("/?flik=om", "Om Protokollspår"),
}

ONE_OF_EACH = (
    "hits",
    "an issue",
    "assignments",
    "reservations",
    "positions",
    "protocols",
    "a protocol",
    "the record of a paragraph",
    "statistics",
    "about",
)
"""Each view once, filled: for what hangs on the view and not on what it is asked."""


def english(address: str) -> str:
    """Return the address of a view in English."""
    return f"{address}&sprak=en"


def opened(address: str) -> str:
    """Return an address with the page of the decision open over the view; it has {document} and {paragraph}."""
    return f"{address}&dokument={{document}}&sida={{page}}&paragraf={{paragraph}}&ord={{words}}"


def filled(address: str, found: Any) -> str:
    """Return an address with its {document}, {paragraph}, {page} and {words} replaced by those of a paragraph's hit."""
    words = f"{found.quote_range.start}-{found.quote_range.end}"
    named = {"document": found.document_id, "paragraph": found.paragraph_id, "page": found.page, "words": words}
    return address.format(**named)
