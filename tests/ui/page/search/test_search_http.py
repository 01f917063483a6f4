from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from index.library import Library
from index.results import Query
from ui.page.search.answer import answer
from ui.page.search.asked import MOST_HITS, query
from ui.page.server import create_app
from ui.page.service import Service
from ui.page.state import read

pytestmark = pytest.mark.model

DEMAND = "Vi yrkar att regionen tar fram en strukturerad process inför beställning av primärvård."


@pytest.fixture
def service(library_path: Path, tmp_path: Path) -> Iterator[Service]:
    """Return the service of a library of its own, which may be changed."""
    with Library.open(Path(shutil.copytree(library_path, tmp_path / "bib"))) as library:
        yield Service(library, made_up=True)


@pytest.fixture
def client(service: Service) -> Iterator[TestClient]:
    """Return a client of the web application over that library."""
    with TestClient(create_app(service), base_url="http://127.0.0.1:7860") as asked:
        yield asked


def post(client: TestClient, address: str, **form: str) -> tuple[int, dict[str, str]]:
    """Post a form as the page does."""
    said = client.post(address, json=form, headers={"origin": "http://127.0.0.1:7860"})
    return said.status_code, said.json()


def test_a_draft_of_any_length_has_an_address_that_shows_it_whole(client: TestClient, service: Service) -> None:
    """What fits stands in the address, what does not is kept; both are answered whole, and what is gone says so."""
    _, short = post(client, "/utkast", text=DEMAND)
    assert read(short["address"]).one("utkast") == DEMAND
    long = "\n".join([DEMAND, "Bakgrunden är känd. " * 200, "Vi yrkar att regionen avskaffar alla avgifter."])
    _, told = post(client, "/utkast", text=long, sprak="sv")
    state = read(told["address"])
    assert (state.one("utkast"), len(told["address"]) < 200) == ("", True)
    shown = answer(service, state)
    assert "avskaffar alla avgifter" in shown
    assert shown.count("Bakgrunden är känd. ") >= 200
    gone = answer(Service(service.library), state)
    assert "Utkastet finns inte kvar" in gone
    assert client.get(f"/tabell/sok.csv{told['address']}").status_code == 200


def test_what_is_no_draft_is_refused_in_words(client: TestClient) -> None:
    """Nothing, and more than is taken, are told apart; neither becomes an address."""
    assert post(client, "/utkast", text=" ") == (422, {"told": "Klistra in en text först."})
    status, told = post(client, "/utkast", text="x" * 200_001, sprak="en")
    assert (status, "too long" in told["told"]) == (422, True)


def test_a_search_is_saved_seen_and_removed(client: TestClient, service: Service) -> None:
    """A saved search is listed in its mode and on the first page, and leaves both when it is removed."""
    form = {"namn": "Primärvård", "fraga": "primärvård", "vem": "Eva Ek"}
    told = {"told": "Sökningen är sparad som Primärvård.", "lang": "sv"}
    assert post(client, "/gor/spara-sokning", **form) == (200, told)
    assert post(client, "/gor/spara-sokning", **form)[0] == 422
    assert "Primärvård" in answer(service, read("?flik=sok&lage=sparat"))
    assert "ps-brief" in answer(service, read("?flik=sok"))
    assert post(client, "/gor/sett", namn="Primärvård")[0] == 200
    assert post(client, "/gor/ta-bort-sokning", namn="Primärvård", vem="")[0] == 422
    assert post(client, "/gor/ta-bort-sokning", namn="Primärvård", vem="Eva Ek")[0] == 200
    assert "Ingen sökning är sparad än" in answer(service, read("?flik=sok&lage=sparat"))


def test_a_change_is_told_in_the_language_of_the_page(client: TestClient) -> None:
    """What the page says is English where it is; what the library refuses is Swedish and said to be."""
    form = {"namn": "Primary care", "fraga": "primärvård", "vem": "Eva Ek", "sprak": "en"}
    assert post(client, "/gor/spara-sokning", **form)[1] == {
        "told": "The search is saved as Primary care.",
        "lang": "en",
    }
    assert post(client, "/gor/spara-sokning", **form)[1]["lang"] == "sv"
    assert post(client, "/gor/spara-sokning", **{**form, "vem": ""})[1]["told"].startswith("Write your name")


def test_a_page_that_may_not_write_saves_nothing(client: TestClient, service: Service) -> None:
    """The forms are not shown, and posting all the same is refused."""
    service.may_write = False
    assert post(client, "/gor/spara-sokning", namn="a", fraga="b", vem="c")[0] == 403
    assert "data-post" not in answer(service, read("?flik=sok&q=primärvård"))


def test_a_review_is_begun_judged_and_taken_home(client: TestClient, service: Service) -> None:
    """A judgement counts at once, and the table has it with all that the review stands on."""
    assert post(client, "/gor/starta-granskning", namn="Vård", fraga="primärvård", vem="Eva Ek")[0] == 200
    (first,) = service.library.reviews.next("Vård", 1)
    judged = {"namn": "Vård", "vem": "Eva Ek"}
    assert post(client, "/gor/dom", **judged, dom=f"kanske {first.paragraph_id}")[0] == 422
    assert post(client, "/gor/dom", **judged, dom=f"ja {first.paragraph_id}")[0] == 200
    address = "?flik=sok&lage=granskning&granskning=V%C3%A5rd"
    assert "1 ja och 0 nej" in answer(service, read(address))
    (row,) = csv.DictReader(io.StringIO(client.get(f"/tabell/sok.csv{address}").text))
    assert (row["verdict"], row["query"], row["who"]) == ("ja", "primärvård", "Eva Ek")
    assert client.get("/tabell/sok.csv?flik=sok&lage=granskning&granskning=annan").status_code == 404


def test_the_whole_result_is_taken_home(client: TestClient, service: Service) -> None:
    """A table has every hit of the result whatever page of it is shown, in three forms."""
    address = f"?flik=sok&q={quote('primärvård')}&sidnr=2"
    found = service.library.search(_whole("primärvård"))
    rows = [json.loads(line) for line in client.get(f"/tabell/sok.jsonl{address}").text.splitlines()]
    assert [row["paragraph_id"] for row in rows] == [hit.paragraph_id for hit in found.hits]
    assert len(rows) == found.total
    assert client.get(f"/tabell/sok.xlsx{address}").content.startswith(b"PK")
    assert client.get("/tabell/sok.csv?flik=sok&q=parti:Finnsinte").status_code == 404


def test_facets_count_the_result_that_they_stand_beside(service: Service) -> None:
    """The figures of boards and years add up to the number of hits, whatever page is shown."""
    found = service.library.search(_whole("primärvård"))
    for facet in found.facets:
        if str(facet.name) in {"board", "year"}:
            assert sum(count for _, count in facet.counts) == found.total


def test_why_and_similar_are_answered_from_the_address(service: Service) -> None:
    """Both are asked of the library only where the address names a paragraph; one that is gone changes nothing."""
    hit = service.library.search(_whole("primärvård")).hits[0]
    plain = answer(service, read("?flik=sok&q=primärvård"))
    assert "Poängen är summan" not in plain
    assert "Poängen är summan" in answer(service, read(f"?flik=sok&q=primärvård&varfor={hit.paragraph_id}"))
    assert answer(service, read("?flik=sok&q=primärvård&varfor=borta-1")).count("<h3") == plain.count("<h3")
    assert "Liknar " in answer(service, read(f"?flik=sok&lika={hit.paragraph_id}"))


def test_a_filter_that_is_unknown_is_told_with_the_nearest(service: Service) -> None:
    """The view says what it does not understand, which part it was, and how to ask."""
    shown = answer(service, read("?flik=sok&q=vård+utfall:avslagg"))
    assert "Närmast är: avslag" in shown
    assert "Så här kan du söka" in shown


def _whole(text: str) -> Query:

    return query(read(f"?flik=sok&q={text}"), MOST_HITS, 0, facets=True)
