"""The view Protokoll over a real library: what it shows, what it changes, and what it hands out."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from index.errors import NotInLibraryError
from index.library import Library
from ui.page.protocols import overview
from ui.page.protocols.answer import answer
from ui.page.server import create_app
from ui.page.service import Service
from ui.page.state import PageState, Tab
from ui.speech import Language, speaking

pytestmark = pytest.mark.model
STATE = PageState(Tab.PROTOCOLS)
MEETING = "HSN protokoll 2021-03-18.pdf"


def shown(library: Library, *, may_write: bool = True, **values: str) -> str:
    """Return what the view shows for parameters of the address, as plain as can be."""
    page = answer(Service(library, may_write=may_write), STATE.having(**values))
    return unescape(page).replace("\N{NO-BREAK SPACE}", " ")


def document(library: Library) -> str:
    """Return the id of one protocol of the library."""
    return next(one.id for one in library.documents() if one.record.file == MEETING)


def first_with_vote(library: Library) -> str:
    """Return the id of a paragraph in which there was a counted vote with names."""
    for one in library.documents():
        for stored in library.paragraphs_of(one.id):
            if any(vote.ballots for vote in stored.paragraph.acts.votes):
                return stored.head.id
    raise AssertionError("no vote in the library")


def test_all_meetings_are_there_with_what_is_missing_between_them(library: Library) -> None:
    """Bodies, dates, numbers and files are shown, and the gaps that follow from the numbers, as a conclusion."""
    page = shown(library)
    for expected in ("5 protokoll från 3 organ", "18 mars 2021", "§§ 12–19", MEETING, "§§ 20–71 finns inte i något"):
        assert expected in page
    assert "Troligen saknas minst ett möte." in page


def test_one_missing_number_is_not_told_as_a_missing_meeting(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """A secret item leaves one number out between two meetings that are both there."""
    monkeypatch.setattr(overview, "_FEW", 1000)
    page = shown(library)
    assert "Troligen saknas enstaka paragrafer." in page
    assert "minst ett möte" not in page


def test_filters_hold_for_meetings_and_gaps(library: Library) -> None:
    """Only the body and year asked for are shown; without faults nothing is left."""
    page = shown(library, organ="HSN", ar="2021")
    assert "2 protokoll från 1 organ" in page
    assert "20 oktober 2020" not in page
    assert "Inga protokoll svarar mot urvalet" in shown(library, brister="ja")


def test_a_protocol_shows_its_paragraphs_and_who_was_there(library: Library) -> None:
    """One protocol has its paragraphs in order, each with its own address, and its attendance list."""
    page = shown(library, protokoll=document(library))
    assert "Paragrafer (8)" in page
    assert page.index("§ 12") < page.index("§ 19")
    assert "Ledamöter (" in page
    assert "Ej tjänstgörande ersättare (" in page


def test_a_protocol_is_checked_against_its_file_when_asked(library: Library) -> None:
    """Nothing is proven unless somebody asks, and then the answer says what was."""
    assert "Prövat nu" not in shown(library, protokoll=document(library))
    assert "varje ord står på sin sida" in shown(library, protokoll=document(library), prova="ja")


def test_a_record_tells_what_was_read_and_how_sure_it_is(library: Library) -> None:
    """Decisions, movers and votes are shown with their quotes, their places, and how the reading went."""
    page = shown(library, visa=first_with_vote(library))
    for expected in ("Beslut", "Yrkanden", "Hur rösterna föll", "säker läsning", "Visa på sidan", "Paragrafens text"):
        assert expected in page
    assert page.count("data-view") >= 4
    assert 'class="ps-in-decision"' in page


def test_who_may_not_write_sees_no_form(library: Library) -> None:
    """A page for reading only offers no correction, whatever the address asks."""
    named = first_with_vote(library)
    assert "/gor/ratta" in shown(library, visa=named, ratta="title")
    closed = shown(library, may_write=False, visa=named, ratta="title")
    assert "/gor/ratta" not in closed
    assert "ps-fix" not in closed


def test_a_name_leads_to_the_paragraph_the_meeting_or_those_nearest(library: Library) -> None:
    """What people write in the field opens what they mean; a day on which nothing was held names those around it."""
    assert "Paragrafens text" in shown(library, hitta="HSN 2021-03-18 § 14")
    assert "Paragrafer (8)" in shown(library, hitta="HSN 2021-03-18")
    near = shown(library, hitta="HSN 2021-03-19 § 14")
    assert "Ingen paragraf heter ”HSN 2021-03-19 § 14”" in near
    assert "Hälso- och sjukvårdsnämnden 18 mars 2021, §§ 12–19" in near


def test_the_library_names_the_nearest_meetings_itself(library: Library) -> None:
    """Every tool that is told a wrong day says which meetings there are."""
    with pytest.raises(NotInLibraryError, match=r"Hälso- och sjukvårdsnämnden 2021-03-18 .§§ 12–19."):
        library.find_paragraph("HSN 2021-03-20 § 14")


def test_the_page_speaks_english_and_quotes_swedish(library: Library) -> None:
    """Labels are English; what is printed stays as it is, and says that it is Swedish."""
    with speaking(Language.ENGLISH):
        page = shown(library, visa=first_with_vote(library))
    assert "How the votes fell" in page
    assert "Paragrafens text" not in page
    assert '<blockquote lang="sv">' in page


@pytest.fixture
def client(library_path: Path, tmp_path: Path) -> Iterator[TestClient]:
    """Return a client of the whole application over a copy of the library."""
    copy = tmp_path / "bibliotek"
    shutil.copytree(library_path, copy)
    with Library.open(copy) as library:
        app = create_app(Service(library, made_up=True))
        with TestClient(app, base_url="http://127.0.0.1:7860") as asked:
            yield asked


def test_a_correction_is_made_kept_and_told(client: TestClient, library: Library) -> None:
    """A posted form corrects the field; the record as a file says who did it and why; nobody stays unnamed."""
    named = first_with_vote(library)
    form = {
        "paragraf": named,
        "falt": "decisions.1.outcome",
        "varde": "rejected",
        "vem": "Asta Ek",
        "varfor": "Står så",
    }
    refused = client.post("/gor/ratta", json={**form, "vem": " "})
    assert (refused.status_code, "vem som rättar" in refused.json()["told"]) == (422, True)
    wrong = client.post("/gor/ratta", json={**form, "varde": "kanske"})
    assert wrong.status_code == 422

    made = client.post("/gor/ratta", json=form)
    assert made.json() == {"told": "Beslut 1, utfall: ändrat från ”Bifall” till ”Avslag”.", "lang": "sv"}
    answered = client.get(f"/paragraf/{named}.json")
    record = json.loads(answered.text)
    assert record["decisions"][0]["outcome"] == "rejected"
    field = next(one for one in record["fields"] if one["name"] == "decisions.1")
    assert (field["corrected"]["who"], field["corrected"]["why"]) == ("Asta Ek", "Står så")
    assert "attachment" in answered.headers["content-disposition"]


def test_who_reads_english_is_answered_in_english(client: TestClient, library: Library) -> None:
    """The sentence is in the language of the page; what the library says stays Swedish, and says that it is."""
    form = {"paragraf": first_with_vote(library), "falt": "immediate", "varde": "", "vem": "A", "varfor": "B"}
    unsigned = client.post("/gor/ratta", json={**form, "vem": "", "sprak": "en"}).json()
    assert (unsigned["told"][:17], unsigned["lang"]) == ("Write who correct", "en")
    refused = client.post("/gor/ratta", json={**form, "falt": "decisions.1.outcome", "varde": "?", "sprak": "en"})
    assert (refused.status_code, refused.json()["lang"]) == (422, "sv")
    gone = client.post("/gor/ratta", json={**form, "falt": "decisions.1.bort", "sprak": "en"}).json()
    assert gone == {"told": "Decision 1 is taken out of the item.", "lang": "en"}


def test_the_form_closes_itself_when_the_correction_is_saved(library: Library) -> None:
    """The form names the address of the record without the form."""
    page = shown(library, visa=first_with_vote(library), ratta="title")
    after = page.split('data-after="', 1)[1].split('"', 1)[0]
    assert "visa=" in after
    assert "ratta" not in after


def test_a_record_that_is_not_there_is_said_in_words(client: TestClient) -> None:
    """An address of nothing answers 404 with a sentence."""
    answered = client.get("/paragraf/finns-inte.json")
    assert answered.status_code == 404
    assert "finns" in answered.text
