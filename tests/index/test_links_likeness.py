"""When two titles are taken for one matter."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from index.links.alike import JOINED, Alike
from index.results import LinkKind
from index.stored import Head, Vector

HEAD = Head("", "dok", "p.pdf", None, "Nämnden", None, 1, "", (), 1, 1, None)
LIBRARY = "Ny simhall i Björkbacken"
OTHERS = [
    "Detaljplan för kvarteret Grankotten",
    "Upphandling av skolmat",
    "Belysning längs gång- och cykelvägar",
    "Kösituationen inom tandvården",
    "Nybyggnad av äldreboende i Almvik",
]


def alike(*titled: tuple[str, str, str]) -> Alike:
    """Return the likenesses of paragraphs (board, date, title) among some others, all texts equally near."""
    others = [("Styrelsen", "2023-02-01", title) for title in OTHERS]
    heads = [
        dataclasses.replace(HEAD, id=str(place), board=board, date=date, number=place + 1, title=title)
        for place, (board, date, title) in enumerate([*titled, *others])
    ]
    return Alike(heads, lambda ids: same(len(ids)))


def same(count: int) -> Vector:
    """Return as many equal vectors."""
    return np.tile(np.array([1.0, 0.0], np.float32), (count, 1))


def test_a_matter_goes_on_to_another_board_under_its_title() -> None:
    """The same telling title some weeks later is likely the same matter, and the tie says what it rests on."""
    (tie,) = alike(("Nämnden", "2024-03-05", LIBRARY), ("Styrelsen", "2024-04-10", LIBRARY)).joined("0")
    assert (tie.kind, tie.source, tie.target) == (LinkKind.SAME_TITLE, "0", "1")
    assert JOINED <= tie.confidence <= 1


def test_a_title_changed_on_the_way_is_still_alike() -> None:
    """Other endings and another order of words do not part a matter."""
    changed = "Redovisning av uppdrag om en ny simhall i Björkbackens centrum"
    before = "Uppdrag om ny simhall i Björkbackens centrum"
    (tie,) = alike(("Nämnden", "2024-03-05", before), ("Styrelsen", "2024-04-10", changed)).joined("0")
    assert (tie.kind, tie.target) == (LinkKind.SIMILAR, "1")


@pytest.mark.parametrize(
    "title", ["Information från förvaltningen", "Ekonomisk uppföljning", "Revidering av reglemente", "Budget"]
)
def test_a_generic_title_joins_nothing(title: str) -> None:
    """Words that any meeting has tell no matter, however equal the titles and however small the collection."""
    assert not alike(("Nämnden", "2024-03-05", title), ("Nämnden", "2024-04-10", title)).joined("0")


def test_a_generic_title_with_its_time_does() -> None:
    """The budget of one year is one matter on its way from board to board, that of the next another."""
    titles = alike(("Nämnden", "2024-10-05", "Budget 2025"), ("Styrelsen", "2024-10-20", "Budget 2025"))
    assert [tie.target for tie in titles.joined("0")] == ["1"]
    titles = alike(("Nämnden", "2024-10-05", "Budget 2025"), ("Styrelsen", "2025-10-20", "Budget 2026"))
    assert not titles.joined("0")


def test_next_years_turn_is_related_and_not_joined() -> None:
    """The same grant a year later is another matter on the same subject."""
    title = "Utdelning ur Björkbackens skolfond"
    found = alike(("Nämnden", "2023-03-05", f"{title} 2023"), ("Nämnden", "2024-03-07", f"{title} 2024"))
    assert not found.joined("0")
    assert [tie.target for tie in found.related("0")] == ["1"]


def test_two_items_of_one_meeting_are_two_matters() -> None:
    """What stands twice on one agenda is less likely one matter than what comes back."""
    near, later = "Båtplatser i Hamnvikens norra hamn", "Båtplatser i Hamnvikens södra hamn"
    at_once = alike(("Nämnden", "2024-03-05", near), ("Nämnden", "2024-03-05", later)).between("0", "1")
    after = alike(("Nämnden", "2024-03-05", near), ("Nämnden", "2024-03-12", later)).between("0", "1")
    assert at_once < after


def test_a_standing_item_is_like_nothing() -> None:
    """What is not among the heads is not compared."""
    found = alike(("Nämnden", "2024-03-05", LIBRARY))
    assert found.joined("nobody") == found.related("nobody") == ()
    assert found.between("0", "nobody") == 0
