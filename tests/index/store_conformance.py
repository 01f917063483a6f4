"""The public conformance suite: what every back end of `index.store.Store` must pass.

A back end is tried by a test class that inherits `StoreConformance` and gives a fixture ``open_store``: a function that
opens the same store each time it is called within one test (what was closed can be opened again), at first empty.
"""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from index.errors import AlreadyInLibraryError, NotInLibraryError
from index.finding.hits import glance_at
from index.results import ActKind, Count, UnitKind
from index.store import Store
from index.stored import (
    EVERYTHING,
    Filter,
    Glance,
    ItemKind,
    Model,
    Traits,
    UnitPlace,
    Vector,
    content_hash,
    document_id,
    paragraph_id,
)
from ingest.records import Document, DocumentKind, Paragraph
from nlp.acts import Acts, Ballot, Decision, Outcome, Person, Range, Reservation, Vote
from tests.index.builders import MODEL, OF_DOCUMENTS, directive, document, paragraph, units_of, vector_of

OpenStore = Callable[[], Store]


def add(store: Store, new: Document) -> str:
    """Store a document with the units and vectors of the builders."""
    units = [units_of(one) for one in new.paragraphs]
    return store.add_document(new, units, MODEL, vectors_for(store, new))


def vectors_for(store: Store, new: Document) -> dict[str, Vector]:
    """Return the vectors that the store lacks for a document."""
    texts = {content_hash(unit.text): unit.text for one in new.paragraphs for unit in units_of(one)}
    return {name: vector_of(texts[name]) for name in store.missing_vectors(MODEL.name, texts)}


def bare(one: Paragraph) -> Paragraph:
    """Return a paragraph as `Store.paragraph` gives it."""
    return dataclasses.replace(one, spans=(), attachments=())


def _with_acts(one: Paragraph, acts: Acts) -> Paragraph:
    return dataclasses.replace(one, acts=acts)


class StoreConformance:
    """Inherit, and give the fixture ``open_store``."""

    @pytest.fixture
    def store(self, open_store: OpenStore) -> Store:
        """Return an empty store."""
        return open_store()

    def test_paragraphs_come_back_as_they_went_in(self, store: Store) -> None:
        """Every field of a paragraph survives, its acts, sections and title ranges among them."""
        new = document()
        name = add(store, new)
        found = list(store.paragraphs())
        assert [one.paragraph for one in found] == [bare(one) for one in new.paragraphs]
        assert [one.head.id for one in found] == [paragraph_id(name, 1), paragraph_id(name, 2)]
        assert store.paragraph(paragraph_id(name, 2)) == found[1]
        assert list(store.paragraphs([paragraph_id(name, 2)])) == found[1:]

    def test_words_and_attachments_come_back(self, store: Store) -> None:
        """Spans and attachments are fetched by themselves, exact in range and page, to a hundredth point in place."""
        new = document()
        name = add(store, new)
        spans = store.spans(paragraph_id(name, 1))
        assert [(one.range, one.page) for one in spans] == [(one.range, one.page) for one in new.paragraphs[0].spans]
        for got, given in zip(spans, new.paragraphs[0].spans, strict=True):
            assert dataclasses.astuple(got.box) == pytest.approx(dataclasses.astuple(given.box), abs=0.0051)
        attachment = store.attachments(paragraph_id(name, 1))[0]
        assert (attachment.title, attachment.text, len(attachment.spans)) == ("Bilaga", "Bilagans text", 2)

    def test_document_comes_back_without_its_paragraphs(self, store: Store) -> None:
        """The document's record keeps the meeting, missing numbers and bad pages."""
        new = document()
        name = add(store, new)
        found = store.document(name)
        assert found.record == dataclasses.replace(new, paragraphs=())
        assert (found.paragraphs, found.suffix, name) == (2, ".pdf", document_id(new.sha256))
        assert store.documents() == (found,)

    def test_document_without_a_number(self, store: Store) -> None:
        """A directive comes back as one text without a number, with its plan, and its head says what it is."""
        new = directive()
        add(store, new)
        found = next(iter(store.paragraphs()))
        assert found.paragraph == bare(new.paragraphs[0])
        assert (found.head.number, found.head.kind) == (None, DocumentKind.DIRECTIVE)
        assert [item.act for item in store.items([ItemKind.MILESTONE])] == list(new.paragraphs[0].acts.milestones)

    def test_head_is_the_paragraph_without_text(self, store: Store) -> None:
        """A head carries what lists and timelines show, the same as the paragraph's own."""
        name = add(store, document())
        head = store.heads()[0]
        assert head == store.paragraph(head.id).head
        assert (head.document_id, head.file, head.organisation) == (
            name,
            "protokoll 2024-05-06.pdf",
            "Påhittade kommunen",
        )
        assert (head.board, head.date, head.number, head.case_numbers) == (
            "Skolskjutsnämnden",
            "2024-05-06",
            7,
            ("HSN 7-2024",),
        )

    def test_page_of_a_character(self, store: Store) -> None:
        """A text that runs over a page break knows the page of each character without its words being unpacked."""
        one = paragraph(7)
        turned = tuple(dataclasses.replace(span, page=2) if span.range.start > 60 else span for span in one.spans)
        name = add(store, document([dataclasses.replace(one, spans=turned, page_last=2)]))
        found = store.paragraph(paragraph_id(name, 1))
        first = next(span for span in turned if span.page == 2)
        assert (found.page_at(0), found.page_at(first.range.start - 1), found.page_at(first.range.start)) == (1, 1, 2)

    def test_a_glance_is_the_paragraph_with_what_a_hit_shows(self, store: Store) -> None:
        """A glance has text, pages and opening, what was decided, who reserved or lost, and printed figures."""
        anna, bo = Person("Anna Ek", "S"), Person("Bo Al", None)
        acts = dataclasses.replace(
            Acts(),
            decisions=tuple(Decision("Så.", one, (Range(0, 2),)) for one in (Outcome.NOTED, Outcome.TABLED) * 2),
            reservations=(
                Reservation((anna, bo), "Nej.", (Range(0, 2),)),
                Reservation((anna,), "Inte.", (Range(0, 2),)),
            ),
            votes=tuple(
                Vote(yes, no, None, None, None, (Ballot("Eva Ö", "M", "no"), Ballot("Anna Ek", "S", "no")), ())
                for yes, no in ((43, 37), (None, None), (None, 4))
            ),
        )
        new = document([_with_acts(paragraph(7), acts), paragraph(8)])
        name = add(store, new)
        first, second = (store.paragraph(paragraph_id(name, number)) for number in (1, 2))
        found = store.glances([second.head.id, first.head.id, "borta-1"])
        opening = units_of(new.paragraphs[0])[0].range
        assert found[first.head.id] == Glance(
            first.head,
            first.paragraph.text,
            first.page_starts,
            opening,
            ("noted", "tabled"),
            (anna, bo),
            (Count(43, 37), Count(None, 4)),
            outvoted=("Eva Ö (M)",),
        )
        seen = found[first.head.id]
        assert (glance_at(first).votes, glance_at(first).outvoted) == (seen.votes, seen.outvoted)
        assert found.keys() == {first.head.id, second.head.id}
        assert found[second.head.id].outcomes == ("approved",)
        assert found[first.head.id].page_at(3) == first.page_at(3)

    def test_same_file_is_refused(self, store: Store) -> None:
        """A second document with the same SHA-256 is refused and nothing is changed."""
        add(store, document())
        before = store.counts()
        with pytest.raises(AlreadyInLibraryError):
            add(store, document())
        assert store.counts() == before
        assert store.has_document(document().sha256)
        assert not store.has_document("0" * 64)

    def test_a_new_reading_takes_the_place_of_the_old(self, store: Store) -> None:
        """Replaced, a document is there once, in its new form, and no vector of a text that is gone stays."""
        old = document([paragraph(7), paragraph(8)])
        name = add(store, old)
        new = dataclasses.replace(old, paragraphs=(paragraph(7, more="Mer text."),))
        units = [units_of(one) for one in new.paragraphs]
        assert store.add_document(new, units, MODEL, vectors_for(store, new), replace=True) == name
        counts = store.counts()
        assert (counts.documents, counts.paragraphs, counts.vectors) == (1, 1, {MODEL.name: 2})
        assert store.paragraph(paragraph_id(name, 1)).paragraph.text.endswith("Mer text.")
        assert list(store.faults()) == []

    def test_document_enters_whole_or_not_at_all(self, store: Store) -> None:
        """When a vector is missing or misshapen nothing of the document stays."""
        new = document()
        units = [units_of(one) for one in new.paragraphs]
        missing = vectors_for(store, new)
        missing.popitem()
        before, generation = store.counts(), store.generation()
        with pytest.raises(ValueError, match="no vector"):
            store.add_document(new, units, MODEL, missing)
        bent = {name: vector[:-1] for name, vector in vectors_for(store, new).items()}
        with pytest.raises(ValueError, match="shape"):
            store.add_document(new, units, MODEL, bent)
        assert (store.counts(), store.generation()) == (before, generation)
        assert not store.has_document(new.sha256)

    def test_deleting_leaves_nothing(self, store: Store) -> None:
        """A deleted document takes paragraphs, items, units and its vectors with it, but not those of a shared text."""
        name = add(store, document([paragraph(7)]))
        kept = add(store, document([paragraph(8)], file="annat.pdf"))
        store.delete_document(name)
        counts = store.counts()
        assert (counts.documents, counts.paragraphs, counts.units) == (1, 1, 2)
        assert store.missing_vectors(MODEL.name) == frozenset()
        assert [one.id for one in store.documents()] == [kept]
        store.delete_document(kept)
        empty = store.counts()
        assert (empty.documents, empty.paragraphs, empty.units) == (0, 0, 0)
        assert (sum(empty.items.values()), sum(empty.vectors.values())) == (0, 0)
        assert list(store.faults()) == []

    def test_unknown_ids_are_named(self, store: Store) -> None:
        """Asking for what is not there is an error of the library, not an empty answer."""
        for ask in (store.document, store.delete_document):
            with pytest.raises(NotInLibraryError):
                ask("finns-inte")
        for ask_paragraph in (store.paragraph, store.spans, store.attachments):
            with pytest.raises(NotInLibraryError):
                ask_paragraph("finns-inte-1")

    def test_generation_grows_with_every_change(self, store: Store) -> None:
        """Derived indexes can tell that they are stale; notes in the margin do not make them so."""
        seen = [store.generation()]
        name = add(store, document())
        seen.append(store.generation())
        store.add_vectors(MODEL, {content_hash("ny"): vector_of("ny")})
        seen.append(store.generation())
        store.delete_document(name)
        seen.append(store.generation())
        assert seen == sorted(set(seen))
        store.set_meta("note", "x")
        assert store.generation() == seen[-1]

    def test_a_steady_thread_keeps_its_generation(self, store: Store) -> None:
        """While it is steady a thread is told one generation, unless it makes a new one; other threads see theirs."""
        with store.steady():
            before = store.generation()
            with ThreadPoolExecutor(1) as other:
                other.submit(add, store, document()).result()
                assert other.submit(store.generation).result() > before
            assert store.generation() == before
            with store.steady():
                assert store.generation() == before
            store.add_vectors(MODEL, {content_hash("ny"): vector_of("ny")})
            assert store.generation() > before
        assert store.generation() > before

    def test_meta_is_kept(self, open_store: OpenStore) -> None:
        """What is noted is there when the store is opened again, and so is its identity."""
        with open_store() as store:
            assert store.get_meta("model") is None
            store.set_meta("model", "en")
            store.set_meta("model", "annan")
            identity = store.identity()
        with open_store() as store:
            assert (store.get_meta("model"), store.identity()) == ("annan", identity)
        assert identity

    def test_documents_are_kept(self, open_store: OpenStore) -> None:
        """A stored document is there, word for word, when the store is opened again."""
        with open_store() as store:
            name = add(store, document())
            before = list(store.paragraphs()), store.spans(paragraph_id(name, 1)), store.counts()
        with open_store() as store:
            assert (list(store.paragraphs()), store.spans(paragraph_id(name, 1)), store.counts()) == before

    def test_unit_ids_are_never_given_twice(self, store: Store) -> None:
        """A derived index may still hold the ids of units that are gone; they never come to mean other units."""
        name = add(store, document())
        old = {one.id for one in store.units()}
        store.delete_document(name)
        add(store, document())
        assert old.isdisjoint(one.id for one in store.units())

    def test_units_come_back(self, store: Store) -> None:
        """Units come ascending, from any id on, and by their ids, as they went in."""
        new = document()
        name = add(store, new)
        found = list(store.units())
        assert [one.unit for one in found] == [unit for each in new.paragraphs for unit in units_of(each)]
        assert [one.paragraph_id for one in found] == [paragraph_id(name, number) for number in (1, 1, 2, 2)]
        assert list(store.units(after=found[1].id)) == found[2:]
        last = found[3]
        place = UnitPlace(last.paragraph_id, last.unit.kind, last.unit.range)
        assert store.unit_places([last.id, 10**9]) == {last.id: place}

    def test_paragraphs_come_with_the_acts_asked_for(self, store: Store) -> None:
        """Acts of other kinds are left out; nothing else of the paragraph is."""
        name = add(store, document([paragraph(7)]))
        whole = store.paragraph(paragraph_id(name, 1))
        (found,) = store.paragraphs([whole.head.id], [ItemKind.VOTE])
        kept = dataclasses.replace(Acts(), votes=whole.paragraph.acts.votes, immediate=whole.paragraph.acts.immediate)
        assert kept.votes
        assert found == dataclasses.replace(whole, paragraph=dataclasses.replace(whole.paragraph, acts=kept))

    def test_outlines_name_the_first_unit_and_tell_what_is_put_off(self, store: Store) -> None:
        """An outline has the paragraph's first unit, their number, and whether nothing but tabling is decided."""
        put_off = Decision("Ärendet bordläggs.", Outcome.TABLED, (Range(0, 4),))
        noted = Decision("Rapporten antecknas.", Outcome.NOTED, (Range(5, 9),))
        new = document([paragraph(1), paragraph(2), paragraph(3)])
        decided = [(noted,), (put_off,), (put_off, noted)]
        acts = [
            dataclasses.replace(one.acts, decisions=each) for one, each in zip(new.paragraphs, decided, strict=True)
        ]
        add(store, dataclasses.replace(new, paragraphs=tuple(map(_with_acts, new.paragraphs, acts))))
        outlines = store.outlines()
        units = list(store.units())
        for name, outline in outlines.items():
            own = [one.id for one in units if one.paragraph_id == name]
            assert (outline.unit, outline.units) == (min(own), len(own))
        assert [outlines[head.id].tabled for head in store.heads()] == [False, True, False]

    def test_parties_are_those_that_the_filter_finds(self, store: Store) -> None:
        """Every party is there with the paragraphs in which it acts, most first, and finds units; no other does."""
        assert store.parties() == {}
        add(store, document([paragraph(7), paragraph(8)]))
        assert store.parties()
        shown = {one.id: one.paragraph_id for one in store.units()}
        for party, paragraphs in store.parties().items():
            units = store.unit_ids(Filter(parties=(party,))).tolist()
            assert len({shown[one] for one in units}) == paragraphs > 0
        acting = {party for one in store.units() for party in one.unit.parties}
        assert store.parties().keys() == acting
        assert list(store.parties().values()) == sorted(store.parties().values(), reverse=True)

    def test_vectors_follow_the_units(self, store: Store) -> None:
        """Vectors come by unit, ascending, and units with the same text share one."""
        add(store, document([paragraph(7)]))
        add(store, document([paragraph(8)], file="annat.pdf"))
        batches = list(store.vectors(MODEL.name))
        ids = np.concatenate([batch.ids for batch in batches])
        matrix = np.concatenate([batch.matrix for batch in batches])
        units = {one.id: one.unit.text for one in store.units()}
        assert ids.tolist() == list(units)
        assert matrix.dtype == np.float32
        np.testing.assert_allclose(matrix, np.stack([vector_of(units[one]) for one in ids.tolist()]), rtol=1e-6)
        assert store.counts().vectors == {MODEL.name: 3}
        assert [batch.ids.tolist() for batch in store.vectors(MODEL.name, after=int(ids[2]))] == [[int(ids[3])]]
        assert list(store.vectors("annan")) == []

    def test_models_keep_apart(self, store: Store) -> None:
        """A vector belongs to one model; what another model lacks is told."""
        add(store, document([paragraph(7)]))
        texts = {one.unit.content_hash: one.unit.text for one in store.units()}
        assert store.missing_vectors("test/annan") == frozenset(texts)
        other = Model("test/annan", 3)
        store.add_vectors(other, {name: vector_of(text, 3) for name, text in texts.items()})
        assert store.missing_vectors(other.name) == frozenset()
        assert store.missing_vectors(other.name, ["00" * 32]) == {"00" * 32}
        assert store.models() == (MODEL, other)

    def test_vectors_without_text_are_pruned(self, store: Store) -> None:
        """Vectors of texts that are gone are taken out, those that are needed stay; twice does nothing more."""
        add(store, document([paragraph(7)]))
        store.add_vectors(MODEL, {content_hash("borta"): vector_of("borta")})
        assert store.prune_vectors() == 1
        generation = store.generation()
        assert store.prune_vectors() == 0
        assert store.generation() == generation
        assert store.missing_vectors(MODEL.name) == frozenset()

    def test_items_come_in_order(self, store: Store) -> None:
        """Acts are listed by kind across the library, each with its paragraph."""
        new = document()
        name = add(store, new)
        found = list(store.items([ItemKind.ASSIGNMENT, ItemKind.REFERENCE]))
        assert [(one.paragraph_id, one.kind, one.position) for one in found[:3]] == [
            (paragraph_id(name, 1), ItemKind.ASSIGNMENT, 0),
            (paragraph_id(name, 1), ItemKind.REFERENCE, 0),
            (paragraph_id(name, 1), ItemKind.REFERENCE, 1),
        ]
        assert found[2].act == new.paragraphs[0].acts.references[1]
        assert len(list(store.items())) == sum(store.counts().items.values()) == 28

    @pytest.mark.parametrize(
        ("where", "numbers"),
        [
            (EVERYTHING, [7, 8, 9]),
            (Filter(boards=("Skolskjutsnämnden",)), [7, 8]),
            (Filter(boards=("Badnämnden", "Skolskjutsnämnden")), [7, 8, 9]),
            (Filter(boards=("Finns ej",)), []),
            (Filter(years=(2020, 2023)), [9]),
            (Filter(years=(2023, 2024)), [7, 8, 9]),
            (Filter(case_numbers=("HSN 8-2024",)), [8]),
            (Filter(numbers=(7, 9)), [7, 9]),
            (Filter(numbers=(3,)), []),
            (Filter(dates=("2023-01-02",)), [9]),
            (Filter(dates=("2023-01",)), [9]),
            (Filter(organisations=("Påhittade kommunen",), boards=("Badnämnden",)), [9]),
            (Filter(outcomes=("approved",), recipients=("Direktören",)), [7, 8, 9]),
            (Filter(beside=()), []),
            (Filter(apart=()), [7, 8, 9]),
            (Filter(first="2023-01-02", last="2023"), [9]),
            (Filter(first="2023-01-03"), [7, 8]),
            (Filter(last="2023-01-01"), []),
            (Filter(outcomes=("rejected",)), []),
            (Filter(recipients=("Ingen",)), []),
            (Filter(boards=("Badnämnden",), years=(2024, 2024)), []),
        ],
    )
    def test_filters_hold(self, store: Store, where: Filter, numbers: list[int]) -> None:
        """A filter means the same for heads, units and items: those it names and no others."""
        add(store, document())
        add(store, document([paragraph(9, board="Badnämnden", date="2023-01-02")], file="bad.pdf"))
        assert [one.number for one in store.heads(where)] == numbers
        by_id = {one.id: one for one in store.heads()}
        units = store.unit_places(store.unit_ids(where).tolist())
        assert [by_id[one.paragraph_id].number for one in units.values()] == [one for one in numbers for _ in "ab"]
        assert [by_id[one.paragraph_id].number for one in store.items([ItemKind.VOTE], where)] == numbers

    def test_unit_filters_hold(self, store: Store) -> None:
        """Party and kind restrict the units themselves, not only their paragraphs."""
        add(store, document([paragraph(7)]))
        whole, reservation = (one.id for one in store.units())
        assert store.unit_ids(Filter(parties=("S",))).tolist() == [reservation]
        assert store.unit_ids(Filter(parties=("V", "KD"))).tolist() == []
        assert store.unit_ids(Filter(kinds=(UnitKind.PARAGRAPH,))).tolist() == [whole]
        assert store.unit_ids(Filter(kinds=(UnitKind.PARAGRAPH,), parties=("S",))).tolist() == []
        assert [one.number for one in store.heads(Filter(parties=("S",)))] == [7]
        assert store.heads(Filter(parties=("V",))) == ()
        assert store.heads(Filter(parties=("KD",))) == ()

    def test_who_acts_and_how_is_said_of_the_same_act(self, store: Store) -> None:
        """Person and kind of act hold of one act; what is no unit of its own is told of by the whole paragraph."""
        add(store, document([paragraph(7)]))
        whole, reservation = (one.id for one in store.units())
        for where, units in (
            (Filter(people=("Anna Ek",)), [whole, reservation]),
            (Filter(people=("Anna Ek",), kinds=(UnitKind.RESERVATION,)), [reservation]),
            (Filter(people=("Bo Al",), kinds=(UnitKind.RESERVATION,)), []),
            (Filter(people=("Bo Al",), acts=(ActKind.VOTE,)), [whole]),
            (Filter(people=("Bo Al",), acts=(ActKind.RECUSAL,)), []),
            (Filter(acts=(ActKind.NOT_PARTICIPATING,)), [whole]),
            (Filter(acts=(ActKind.VOTE,), kinds=(UnitKind.RESERVATION,)), [whole, reservation]),
            (Filter(acts=(ActKind.PROTOCOL_NOTE,)), []),
            (Filter(people=("Anna Ek",), parties=("S",)), [reservation]),
        ):
            assert store.unit_ids(where).tolist() == units, where
            assert len(store.heads(where)) == bool(units), where

    def test_units_lead_to_their_paragraphs(self, store: Store) -> None:
        """What stands beside a unit is in its paragraph; what stands apart is in any other."""
        add(store, document([paragraph(7), paragraph(8)]))
        first, *_ = (one.id for one in store.units())
        assert [one.number for one in store.heads(Filter(beside=(first,)))] == [7]
        assert [one.number for one in store.heads(Filter(apart=(first,)))] == [8]
        assert [one.number for one in store.heads(Filter(beside=(first,), apart=(first,)))] == []

    def test_people_and_recipients_are_those_that_the_filter_finds(self, store: Store) -> None:
        """Every name is there with its paragraphs, and finds them."""
        add(store, document([paragraph(7), paragraph(8)]))
        assert store.people() == {"Anna Ek": 2, "Bo Al": 2, "Eva By": 2}
        assert store.recipients() == {"Direktören": 2}
        assert len(store.heads(Filter(people=("Eva By",), recipients=("Direktören",)))) == 2

    def test_traits_are_those_of_units_and_decisions(self, store: Store) -> None:
        """A paragraph is counted under the parties and kinds of its units and under its outcomes."""
        name = add(store, document([paragraph(7)]))
        known = paragraph_id(name, 1)
        kinds = (UnitKind.PARAGRAPH, UnitKind.RESERVATION)
        assert store.traits([known, "borta-1"]) == {
            known: Traits(("S",), kinds, ("approved",)),
            "borta-1": Traits(),
        }

    def test_vectors_of_single_units(self, store: Store) -> None:
        """The vectors of the units asked for come by unit; of what has none there is none."""
        add(store, document([paragraph(7)]))
        ids = [one.id for one in store.units()]
        batch = store.unit_vectors(MODEL.name, [ids[1], 10**9])
        assert batch.ids.tolist() == [ids[1]]
        np.testing.assert_allclose(batch.matrix[0], vector_of(list(store.units())[1].unit.text), rtol=1e-6)
        assert len(store.unit_vectors("annan", ids).ids) == 0

    def test_longer_reading_is_shown(self, store: Store) -> None:
        """Of the same paragraph in two files the longer is shown, whichever came first; deleting it shows the other."""
        short = add(store, document([paragraph(7)], file="omedelbar.pdf"))
        long = add(store, document([paragraph(7, more="Protokollet är justerat."), paragraph(8)], file="hela.pdf"))
        shown = store.heads(Filter())
        assert [(one.document_id, one.number) for one in shown] == [(long, 7), (long, 8)]
        assert [one.duplicate_of for one in store.heads()] == [paragraph_id(long, 1), None, None]
        assert store.counts().duplicates == 1
        assert len(store.unit_ids(Filter())) == 4
        store.delete_document(long)
        assert [one.document_id for one in store.heads(Filter())] == [short]

    def test_an_extract_may_leave_its_organisation_out(self, store: Store) -> None:
        """A reading without an organisation is that of the only one that prints it; among several it stands alone."""
        add(store, document([paragraph(7)], file="utdrag.pdf", organisation=None))
        long = add(store, document([paragraph(7, more="Protokollet är justerat.")], file="hela.pdf"))
        assert [one.document_id for one in store.heads(Filter())] == [long]
        add(store, document([paragraph(7)], file="annan.pdf", organisation="Andra kommunen"))
        assert store.counts().duplicates == 0

    def test_what_is_not_known_is_no_duplicate(self, store: Store) -> None:
        """Paragraphs are taken for the same only where organisation, board, whole date and number agree."""
        add(store, document([paragraph(7, date="2024")], file="a.pdf"))
        add(store, document([paragraph(7, date="2024")], file="b.pdf"))
        add(store, document([paragraph(7, board=None)], file="c.pdf"))
        add(store, document([paragraph(7, board=None)], file="d.pdf"))
        add(store, document([paragraph(7)], file="e.pdf"))
        add(store, document([paragraph(7)], file="f.pdf", organisation="Andra kommunen"))
        add(store, document([paragraph(6), paragraph(6)], file="g.pdf"))
        assert store.counts().duplicates == 0

    def test_odd_documents_are_kept(self, store: Store) -> None:
        """A document without paragraphs, and a paragraph that knows neither board nor date, are stored as they are."""
        add(store, document([], file="tomt.pdf"))
        name = add(store, document([paragraph(1, board=None, date=None)], file="utdrag.PDF", organisation=None))
        assert store.document(name).suffix == ".pdf"
        head = store.paragraph(paragraph_id(name, 1)).head
        assert (head.board, head.date, head.organisation) == (None, None, None)
        assert store.heads(Filter(years=(1, 9999))) == ()

    def test_counts(self, store: Store) -> None:
        """The counts are those of what was put in."""
        add(store, document())
        counts = store.counts()
        assert (counts.documents, counts.paragraphs, counts.units, counts.duplicates) == (1, 2, 4, 0)
        assert (counts.unreadable_pages, counts.missing_numbers) == (1, 1)
        assert counts.items[ItemKind.REFERENCE] == 4
        assert all(counts.items[kind] == 2 for kind in ItemKind if kind not in {ItemKind.REFERENCE, *OF_DOCUMENTS})
        assert counts.vectors == {MODEL.name: 3}

    def test_whole_store_has_no_faults(self, store: Store) -> None:
        """A store that nobody has damaged finds nothing wrong with itself."""
        add(store, document())
        assert list(store.faults()) == []

    def test_threads_may_read_at_once(self, store: Store) -> None:
        """Several threads read the same store at the same time and see the same."""
        add(store, document())
        expected = list(store.paragraphs())
        seen: list[bool] = []
        threads = [threading.Thread(target=lambda: seen.append(list(store.paragraphs()) == expected)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert seen == [True] * 4
