"""Issues: paragraphs gathered over boards and renumbered cases, with state, path, what changed and what still holds."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.course import ChangeBase, ChangeKind, EventKind, StateKind, Validity
from index.errors import BookError
from index.kept import Kept
from index.results import Event, Issue, Trace
from index.sqlite.store import SqliteStore
from index.tracing.corrected_links import CorrectedLinks, Verdict
from index.tracing.gathering import Gathered, Gathering
from index.tracing.issues import matches
from index.tracing.trace import Tracer
from ingest.records import Paragraph
from nlp.acts import Outcome
from tests.index.small_library import HSN, RS, EngineEmbedder, a_paragraph, add, names, searcher

_BOATS = "Skärgårdens båtar går i dag bara på morgonen, och de som bor på öarna kommer inte hem efter vården."


def _with(paragraph: Paragraph, outcome: Outcome) -> Paragraph:
    """Return a paragraph whose decision does something else than approve."""
    decisions = tuple(dataclasses.replace(one, outcome=outcome) for one in paragraph.acts.decisions)
    return dataclasses.replace(paragraph, acts=dataclasses.replace(paragraph.acts, decisions=decisions))


def _boats() -> list[list[Paragraph]]:
    """Return a matter over two boards and two numbers, put off once, decided, and repealed two years later."""
    asked = a_paragraph(
        HSN, "2021-02-10", 4, "Sjukresor med båt", "HSN 40-2021", summary=_BOATS, decision="Ärendet bordläggs."
    )
    decided = a_paragraph(
        HSN,
        "2021-03-10",
        15,
        "Sjukresor med båt",
        "HSN 40-2021",
        summary=_BOATS,
        decision="Sjukresor med båt är avgiftsfria. Försöket gäller till och med den 31 december 2022.",
        reservation=("Per Ek", "M", "Per Ek (M) reserverar sig mot beslutet."),
    )
    repealed = a_paragraph(
        RS,
        "2023-05-02",
        61,
        "Avgift för sjukresor med båt",
        "RS 90-2023",
        summary=_BOATS + " Nämnden gjorde resorna avgiftsfria.",
        decision="Nämndens beslut HSN 2021-03-10, § 15, om avgiftsfria sjukresor med båt upphävs.",
        earlier=("HSN 2021-03-10, § 15", HSN, "2021-03-10", 15),
    )
    mentions = a_paragraph(
        RS,
        "2023-05-02",
        62,
        "Ny gymnastiksal i Norrby",
        "RS 91-2023",
        summary="Gymnastiksalen målas om. Jämför HSN 2021-03-10, § 15.",
        decision="Målningen godkänns.",
        earlier=("HSN 2021-03-10, § 15", HSN, "2021-03-10", 15),
    )
    return [[_with(asked, Outcome.TABLED)], [decided], [_with(repealed, Outcome.APPROVED), mentions]]


@pytest.fixture(scope="module")
def store(embedder: EngineEmbedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    """A store with the matter of the boats."""
    with SqliteStore(tmp_path_factory.mktemp("båtar") / "bibliotek.sqlite", create=True) as opened:
        for number, paragraphs in enumerate(_boats()):
            add(opened, embedder, paragraphs, f"protokoll {number}.pdf")
        yield opened


@pytest.fixture
def links(tmp_path: Path) -> CorrectedLinks:
    """The file of corrected links, not there yet."""
    return CorrectedLinks(tmp_path / "samband.csv")


@pytest.fixture
def tracer(store: SqliteStore, embedder: EngineEmbedder, tmp_path: Path, links: CorrectedLinks) -> Tracer:
    """A tracer that respects the file."""
    return Tracer(store, searcher(store, embedder, tmp_path), lambda: names(store), links)


def head(tracer: Tracer, name: str) -> str:
    """Return the id of the paragraph with this name."""
    return tracer.paragraph_named(name)


def issue(tracer: Tracer, name: str = "HSN 2021-03-10 § 15") -> Issue:
    """Return the issue of the paragraph with this name."""
    return tracer.issues().of(head(tracer, name))


def event(trace: Trace, number: int) -> Event:
    """Return the event with this § number."""
    return next(one for one in trace.events if one.number == number)


def test_an_issue_goes_on_under_another_number(tracer: Tracer) -> None:
    """What cites a case and is about the same thing belongs to it; what only mentions it does not."""
    found = issue(tracer)
    assert found.case_numbers == ("HSN 40-2021", "RS 90-2023")
    assert found.boards == (HSN, RS)
    assert (found.date_first, found.date_last) == ("2021-02-10", "2023-05-02")
    (join,) = found.joins
    assert "§ 15" in join.evidence


def test_an_issue_is_the_same_from_each_of_its_paragraphs(tracer: Tracer) -> None:
    """Wherever one begins, the same paragraphs are gathered, and each is in one issue only."""
    gathered = list(tracer.issues().gathering().all())
    assert sorted(one for each in gathered for one in each.members) == sorted(
        head.id for head in tracer.graph().catalog.shown
    )
    for each in gathered:
        assert all(tracer.issues().gathering().issue_of(one) == each for one in each.members)


def test_the_path_tells_loops_and_days(tracer: Tracer) -> None:
    """What was tabled came back a month later, and the days between steps are counted."""
    found = issue(tracer)
    assert [(step.kind, step.days) for step in found.path] == [
        (EventKind.TABLED, None),
        (EventKind.DECISION, 28),
        (EventKind.DECISION, 783),
    ]
    (loop,) = found.loops
    assert (loop.out_id, loop.back_id, loop.days) == (found.paragraphs[0], found.paragraphs[1], 28)


def test_the_state_quotes_what_says_so(tracer: Tracer, store: SqliteStore) -> None:
    """The last decision settles the issue, in its own words."""
    state = issue(tracer).state
    assert (state.kind, state.since) == (StateKind.DECIDED, "2023-05-02")
    assert state.by is not None
    text = store.paragraph(state.by.paragraph_id).paragraph.text
    assert text[state.by.range.start : state.by.range.end] == state.by.text
    assert state.by.citation == "Regionstyrelsen 2023-05-02 § 61, dnr RS 90-2023, s. 1"


def test_a_repealed_decision_says_by_what(tracer: Tracer) -> None:
    """A later decision that repeals this one is quoted; the repeal itself stands, as far as was looked."""
    trace = tracer.trace("HSN 2021-03-10 § 15")
    repealed, standing = event(trace, 15).standing, event(trace, 61).standing
    assert repealed is not None
    assert repealed.validity is Validity.REPEALED
    assert repealed.by is not None
    assert "upphävs" in repealed.by.text
    assert standing is not None
    assert (standing.validity, standing.searched_to, standing.searched) == (Validity.NONE_FOUND, "2023-05-02", 0)
    assert event(trace, 4).standing is None


def test_what_is_only_mentioned_is_shown_beside_the_issue(tracer: Tracer) -> None:
    """It is an event with its link, but of no issue."""
    trace = tracer.trace("HSN 2021-03-10 § 15")
    assert event(trace, 62).issue_id == ""
    assert event(trace, 61).issue_id == trace.issues[0].id


def test_what_changed_since_the_decision_before(tracer: Tracer) -> None:
    """A sentence that comes back in other words is replaced; two decisions about different things do not differ."""
    from index.tracing.changes import changes_of  # noqa: PLC0415 - beside the paragraphs that it compares

    def decided(text: str) -> Paragraph:
        return a_paragraph(HSN, "2024-01-10", 1, "Avgift", "HSN 1-2024", decision=text)

    old = "Avgiften är 100 kronor för vuxna. Avgiften tas ut från mars."
    new = "Avgiften är 200 kronor för vuxna. Barn åker fritt."
    stored = tracer._store.paragraph(head(tracer, "HSN 2021-03-10 § 15"))
    before = dataclasses.replace(stored, paragraph=decided(old))
    after = dataclasses.replace(stored, paragraph=decided(new))
    assert [(one.kind, one.before, one.after) for one in changes_of(after, before)] == [
        (ChangeKind.REPLACED, "Avgiften är 100 kronor för vuxna.", "Avgiften är 200 kronor för vuxna."),
        (ChangeKind.ADDED, "", "Barn åker fritt."),
        (ChangeKind.REMOVED, "Avgiften tas ut från mars.", ""),
    ]
    assert {one.base for one in changes_of(after, before)} == {ChangeBase.PREVIOUS}
    other = dataclasses.replace(stored, paragraph=decided("Gymnastiksalen målas om."))
    assert changes_of(after, other) == ()


def test_issues_are_filtered(tracer: Tracer) -> None:
    """Board, years and state each hold exactly."""
    found = list(tracer.issues().all(least=2))
    assert [one.case_numbers for one in found] == [("HSN 40-2021", "RS 90-2023")]
    assert matches(found[0], {RS}, (2023, 2023), StateKind.DECIDED)
    assert not matches(found[0], {"Socialnämnden"}, None, None)
    assert not matches(found[0], (), (2022, 2022), None)
    assert not matches(found[0], (), None, StateKind.OPEN)


def test_a_split_link_parts_the_issue_until_it_is_undone(
    tracer: Tracer, links: CorrectedLinks, store: SqliteStore
) -> None:
    """What somebody splits is never one issue, from either side, and undoing brings it back at once."""
    one, other = (store.paragraph(head(tracer, name)).head for name in ("HSN 2021-03-10 § 15", "RS 2023-05-02 § 61"))
    links.add(Verdict.SPLIT, one, other, who="Åsa Öberg", why="En annan avgift")
    assert issue(tracer).case_numbers == ("HSN 40-2021",)
    assert issue(tracer, "RS 2023-05-02 § 61").case_numbers == ("RS 90-2023",)
    assert {e.number for e in tracer.trace("HSN 2021-03-10 § 15").events} == {4, 15, 62}
    links.add(Verdict.UNDO, other, one, who="Åsa Öberg")
    assert issue(tracer).case_numbers == ("HSN 40-2021", "RS 90-2023")


def test_a_correction_is_undone_by_the_names_it_was_kept_under(tracer: Tracer, links: CorrectedLinks) -> None:
    """Undoing needs no paragraph to be in the library; what was never said, or is said by nobody, cannot be undone."""
    catalog = tracer.graph().catalog
    one, other = catalog.heads[0], catalog.heads[2]
    made = links.add(Verdict.SPLIT, one, other, who="Åsa Öberg")
    with pytest.raises(BookError, match="vem"):
        links.undo(made.other, made.one, who=" ")
    assert links.undo(made.other, made.one, who="Åsa Öberg").verdict is Verdict.UNDO
    assert links.corrected(catalog).split == {}
    with pytest.raises(BookError, match="Ingen rättelse"):
        links.undo(made.one, made.one, who="Åsa Öberg")


def test_a_confirmed_link_joins_what_no_print_joins(tracer: Tracer, links: CorrectedLinks, store: SqliteStore) -> None:
    """Somebody who knows may join two cases that the protocols leave apart."""
    one, other = (store.paragraph(head(tracer, name)).head for name in ("HSN 2021-03-10 § 15", "RS 2023-05-02 § 62"))
    links.add(Verdict.CONFIRM, one, other, who="Åsa Öberg")
    assert "RS 91-2023" in issue(tracer).case_numbers
    confirmed = [link for link in event(tracer.trace("HSN 2021-03-10 § 15"), 62).links if link.kind == "confirmed"]
    assert [(link.from_id, link.to_id) for link in confirmed] == [(other.id, one.id)]


def test_a_split_within_one_case_parts_it_where_it_was_cut(
    tracer: Tracer, links: CorrectedLinks, store: SqliteStore
) -> None:
    """Two paragraphs of one number may be parted; what hangs on each goes with the nearer one."""
    one, other = (store.paragraph(head(tracer, name)).head for name in ("HSN 2021-02-10 § 4", "HSN 2021-03-10 § 15"))
    links.add(Verdict.SPLIT, one, other, who="Åsa Öberg")
    assert issue(tracer, "HSN 2021-02-10 § 4").paragraphs == (one.id,)
    assert issue(tracer).case_numbers == ("HSN 40-2021", "RS 90-2023")


def test_corrections_survive_a_new_reading(tracer: Tracer, links: CorrectedLinks) -> None:
    """The file names paragraphs as protocols do, so that other ids change nothing; unknown ones wait."""
    catalog = tracer.graph().catalog
    one, other = catalog.shown[0], catalog.shown[1]
    links.add(Verdict.CONFIRM, one, other, who="Åsa Öberg", why="Samma sak; ny handläggare")
    again = dataclasses.replace(catalog, heads=tuple(dataclasses.replace(h, id=f"ny-{h.id}") for h in catalog.heads))
    assert list(links.corrected(again).confirmed) == [frozenset((f"ny-{one.id}", f"ny-{other.id}"))]
    assert links.corrected(dataclasses.replace(catalog, heads=catalog.heads[:1])).confirmed == {}
    (kept,) = links.all()
    assert (kept.who, kept.verdict, kept.why) == ("Åsa Öberg", Verdict.CONFIRM, "Samma sak; ny handläggare")


def test_corrections_that_say_nothing_are_refused(tracer: Tracer, links: CorrectedLinks, tmp_path: Path) -> None:
    """One paragraph twice, nobody's name, and a word that is no verdict are errors with the cure."""
    one, other = tracer.graph().catalog.shown[:2]
    with pytest.raises(BookError, match="sig själv"):
        links.add(Verdict.SPLIT, one, one, who="Åsa")
    with pytest.raises(BookError, match="vem"):
        links.add(Verdict.SPLIT, one, other, who=" ")
    links.add(Verdict.SPLIT, one, other, who="Åsa")
    path = tmp_path / "samband.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("skilj", "kanske"), encoding="utf-8")
    with pytest.raises(BookError, match=r"samband\.csv, rad 2: kolumnen vad"):
        links.all()


def test_a_question_may_mean_several_issues(tracer: Tracer) -> None:
    """The issue that is meant comes first with its score, and it is told what was left out and how near it was."""
    trace = tracer.trace("avgift för sjukresor med båt")
    assert trace.issues[0].case_numbers == ("HSN 40-2021", "RS 90-2023")
    assert trace.boundary is not None
    assert trace.boundary.title == "Ny gymnastiksal i Norrby"
    assert trace.boundary.similarity < trace.boundary.least_kept <= trace.issues[0].score


def test_the_next_process_finds_the_issues_gathered(
    store: SqliteStore, embedder: EngineEmbedder, tmp_path: Path, links: CorrectedLinks, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All issues are kept once they are gathered, and gathered anew when somebody corrects a link."""
    kept = Kept[tuple[Gathered, ...]](tmp_path / "issues.json", tuple[Gathered, ...])

    def opened() -> Tracer:
        return Tracer(store, searcher(store, embedder, tmp_path), lambda: names(store), links, kept)

    every = list(opened().issues().all())
    again = opened()
    with monkeypatch.context() as patched:
        patched.setattr(Gathering, "_gathered", None)
        assert list(again.issues().all()) == every
        assert issue(again) in every
    heads = [store.paragraph(head(again, name)).head for name in ("HSN 2021-03-10 § 15", "RS 2023-05-02 § 61")]
    links.add(Verdict.SPLIT, heads[0], heads[1], who="Anna Ek")
    assert list(opened().issues().all()) == list(again.issues().all()) != every
