"""A library of hostile text: markup, template marks, turned directions, endless words: shown as text everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import typst

from index.library import Library
from index.results import Query
from tests.ui.browser.addresses import VIEWS, english, filled, opened
from tests.ui.browser.conftest import LOAD, is_foreign, served
from tests.ui.browser.tour import Tour

pytestmark = [pytest.mark.browser, pytest.mark.model]

SCRIPT = "<script>window.tagen=1</script>"
HANDLER = '"><img src=x onerror="window.tagen=2"><a href="javascript:window.tagen=3" onmouseover=window.tagen=4>'
TEMPLATE = "{{7*7}} ${window.tagen=5} #{7*7} <%= 7*7 %> `${window.tagen=6}`"
TURNED = "\u202egnidlak\u202c \u2066inre\u2069"
ENDLESS = "å" * 100_000
NAME = f"Anna {SCRIPT} Ek"
TEXT = f"""Sammanträdesprotokoll

Kulturnämnden

Sammanträdesdatum: 2024-05-06

§ 12 Översyn {SCRIPT} {HANDLER}
Dnr KUN 12-2024

Sammanfattning

Förvaltningen har gått igenom filialerna {SCRIPT} {TEMPLATE} {TURNED}. {ENDLESS}

Yrkanden

Anna Ek (S) yrkar avslag på {HANDLER} {TEMPLATE}.

Beslut

Kulturnämnden beslutar

1. att godkänna översynen {SCRIPT} {HANDLER} {TEMPLATE} {TURNED},
2. att ge {SCRIPT} förvaltningschefen i uppdrag att redovisa {TEMPLATE} senast den 1 mars 2025.

Reservation

Anna Ek (S) reserverar sig mot beslutet. Filialerna är viktiga {SCRIPT} {HANDLER} {TEMPLATE} {TURNED} {ENDLESS}

§ 13 {ENDLESS}
Dnr KUN 13-2024

Beslut

Kulturnämnden godkänner rapporten om {SCRIPT} avgifterna.
"""
SHEET = """
#set page(paper: "a4")
#set text(lang: "sv", hyphenate: false)
Sammanträdesprotokoll

Kulturnämnden

Sammanträdesdatum: 2023-02-03

*§ 5 #title* \\
Dnr KUN 12-2024

*Beslut*

Kulturnämnden beslutar att godkänna översynen av filialerna #said.
"""
QUERIES = {
    "markup": f"{SCRIPT}{HANDLER}",
    "templates": TEMPLATE,
    "directions": TURNED,
    "endless": "å" * 1_900,
    "filter": f'ärende:"{SCRIPT}"',
    "value": f"utfall:{HANDLER}",
}
"""What is asked of the search, which has a language of its own."""
PLAIN = ("markup", "endless")
"""What is asked of the other views that take words."""
SHOWN = (
    "hits",
    "why",
    "alike",
    "an issue",
    "assignments",
    "reservations",
    "themes",
    "positions",
    "protocols",
    "a protocol",
    "the record of a paragraph",
    "statistics",
    "motions one by one",
)
TAKEN = """
() => window.tagen !== undefined || document.querySelector(
  '.ps-panel :is(script, iframe, object, img), [onerror], [onmouseover], a[href^="javascript:" i]') !== null
"""
"""Whether any of the text has become a part of the page."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library of two hostile protocols, one a text and one a PDF whose very name is hostile."""
    folder = tmp_path_factory.mktemp("fientligt")
    source = folder / "in"
    source.mkdir()
    (source / "Protokoll <img src=x onerror=window.tagen=7> ${7*7}.txt").write_text(TEXT, encoding="utf-8")
    title, said = (
        text.replace("\\", "\\\\").replace('"', '\\"') for text in (f"Översyn {SCRIPT}", f"{HANDLER} {TEMPLATE}")
    )
    sheet = f'#let title = "{title}"\n#let said = "{said}"\n{SHEET}'
    (source / "Protokoll {{7*7}}.pdf").write_bytes(typst.compile(sheet.encode()))
    with Library.open(folder / "bibliotek", create=True) as library:
        report = library.ingest([source], workers=1)
    assert (report.files_read, report.failures) == (2, ())
    return folder / "bibliotek"


@pytest.fixture(scope="module")
def hit(hostile: Path) -> Any:
    """Return the hit of the hostile decision in the PDF."""
    with Library.open(hostile) as library:
        hits = library.search(Query("godkänna översynen av filialerna")).hits
    return next(one for one in hits if one.file.endswith(".pdf"))


@pytest.fixture(scope="module")
def tab(chromium: Any, hostile: Path) -> Iterator[Any]:
    """Return a tab on the page of the hostile library; a dialog, an error or a foreign request fails the tests."""
    problems: list[str] = []

    def noted(dialog: Any) -> None:
        problems.append(dialog.message)
        dialog.dismiss()

    with served(hostile) as address:
        context = chromium.new_context(viewport={"width": 360, "height": 740}, base_url=address)
        opened_tab = context.new_page()
        opened_tab.set_default_timeout(LOAD)
        opened_tab.on("dialog", noted)
        opened_tab.on("pageerror", lambda error: problems.append(str(error)))
        opened_tab.on("request", lambda asked: problems.append(asked.url) if is_foreign(asked.url, address) else None)
        yield opened_tab
        context.close()
    assert problems == []


def harmless(tab: Any) -> None:
    """Check that the page that is shown has taken nothing over and does not scroll sideways."""
    tab.locator(".ps-panel h2:visible").first.wait_for()
    assert not tab.evaluate(TAKEN)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    assert "\u202e" not in tab.locator("body").inner_text()


@pytest.fixture(scope="module")
def tour(tab: Any) -> Tour:
    """Return the tab, going from view to view."""
    return Tour(tab)


@pytest.mark.parametrize("view", SHOWN)
@pytest.mark.parametrize("spoken", [str, english], ids=["swedish", "english"])
def test_hostile_text_is_text_in_every_view(tour: Tour, hit: Any, view: str, spoken: Callable[[str], str]) -> None:
    """Title, quote, name and file stand there letter by letter, in both languages."""
    address = VIEWS[view][0].replace("HSN+301-2021", "KUN+12-2024").replace("parti=C", "parti=S")
    tour.go(filled(spoken(address), hit))
    harmless(tour.tab)


def test_the_words_stand_there_as_they_were_written(tab: Any, hit: Any) -> None:
    """What looks like markup is read on the page, mark by mark."""
    tab.goto("/?flik=sok&q=godkänna översynen av filialerna")
    tab.locator(".ps-hit").first.wait_for()
    said = tab.locator(".ps-panel").inner_text()
    assert SCRIPT in said
    assert "{{7*7}} ${window.tagen=5}" in said
    harmless(tab)
    tab.goto(filled("/?flik=protokoll&visa={paragraph}", hit))
    harmless(tab)
    assert SCRIPT in tab.locator(".ps-panel").inner_text()


@pytest.mark.parametrize(
    ("field", "asked"),
    [
        *(("sok&q", asked) for asked in QUERIES),
        *((field, asked) for field in ("folj&start", "reservationer&q", "standpunkter&start") for asked in PLAIN),
    ],
)
def test_a_hostile_question_is_only_a_question(tab: Any, field: str, asked: str) -> None:
    """Asked by the address in every view that takes words, it is shown and searched as text."""
    tab.goto(f"/?flik={field}={quote(QUERIES[asked])}")
    harmless(tab)


def test_a_question_of_a_hundred_thousand_letters_is_answered(tab: Any) -> None:
    """Typed, not mailed: the page answers, and stays as wide as it is."""
    tab.goto("/?flik=sok")
    tab.get_by_role("heading", name="Sök i protokollen").wait_for()
    tab.get_by_label("Fråga").fill(ENDLESS)
    tab.get_by_label("Fråga").press("Enter")
    tab.wait_for_function("() => document.querySelector('#ps-vy-sok .ps-panel h2').textContent !== 'Sök i protokollen'")
    harmless(tab)


def test_the_viewer_shows_hostile_words_as_words(tab: Any, hit: Any) -> None:
    """On the page of the PDF, its title, its text and the citation that is copied."""
    tab.goto(filled(opened("/?flik=sok&q=filialerna"), hit))
    tab.locator(".ps-viewer .ps-mark").first.wait_for()
    assert SCRIPT in tab.locator(".ps-page-text pre").text_content()
    assert not tab.evaluate(TAKEN)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
