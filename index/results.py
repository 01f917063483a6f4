"""What the library is asked and what it answers: frozen values that cross the border to people."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from index.course import Boundary, Change, EventKind, Loop, Standing, State, Step
from ingest.records import Box
from nlp.acts import Range


class UnitKind(StrEnum):
    """What sort of text a hit stands on; each is embedded and indexed as a unit of its own."""

    PARAGRAPH = "paragraph"
    PASSAGE = "passage"
    DECISION = "decision"
    MOTION = "motion"
    RESERVATION = "reservation"
    NOTE = "note"
    ASSIGNMENT = "assignment"


class ActKind(StrEnum):
    """What a paragraph must hold where the sort of text says too little: votes and recusals, notes and statements."""

    PROTOCOL_NOTE = "protocol-note"
    STATEMENT = "statement"
    VOTE = "vote"
    RECUSAL = "recusal"
    NOT_PARTICIPATING = "not-participating"
    REPORT = "report"


class FacetName(StrEnum):
    """What results are counted by: values are boards as stored, years, parties, `UnitKind` and `Outcome`."""

    BOARD = "board"
    YEAR = "year"
    PARTY = "party"
    KIND = "kind"
    OUTCOME = "outcome"


class Order(StrEnum):
    """How hits are ordered; what has no date comes last."""

    RELEVANCE = "relevance"
    NEWEST = "date"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Query:
    """A search. Empty filters do not restrict; filters always hold exactly; of several values of one, one is enough.

    ``text`` is read by the query language (`index.query.language`); its filters and those of the fields here hold
    together (lists are joined, spans of time narrowed). ``boards``, ``organisations``, ``people``, ``recipients``,
    ``case_numbers`` and ``documents`` are named as people name them; ``years`` is an inclusive span, ``since`` and
    ``until`` ISO dates, reduced at will. ``parties`` and ``people`` restrict to units in which they act, ``kinds`` and
    ``acts`` to what a unit is. Every one of ``phrases`` must stand there word by word, none of ``without`` (words in
    any form) and ``without_phrases`` may. With ``facets`` the whole result is counted.
    """

    text: str
    boards: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    parties: tuple[str, ...] = ()
    kinds: tuple[UnitKind, ...] = ()
    limit: int = 20
    acts: tuple[ActKind, ...] = ()
    organisations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    case_numbers: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    documents: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    without_phrases: tuple[str, ...] = ()
    order: Order = Order.RELEVANCE
    offset: int = 0
    facets: bool = False


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of a query as it was understood: a label in Swedish, where it was typed, and the query without it."""

    label: str
    span: Range
    without: str


@dataclass(frozen=True, slots=True)
class Facet:
    """How many paragraphs of a whole result have each value of ``name``, most first (years: latest first)."""

    name: FacetName
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was searched, to be shown beside every answer: silence is not absence."""

    documents: int
    paragraphs: int
    searched: int
    boards: tuple[str, ...]
    date_first: str | None
    date_last: str | None
    unreadable_pages: int
    missing_numbers: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A rectangle to be marked on a page."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Count:
    """The printed figures of one vote; None where none is printed."""

    yes: int | None
    no: int | None
    abstain: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One paragraph that answers, with its best quote.

    ``quote`` is verbatim text of the paragraph (at most 300 characters) and ``quote_range`` where it stands in the
    paragraph's text; ``marked`` are ranges inside ``quote`` that carry the query's words. ``parts`` accounts for the
    score, name by name; ``votes`` are the counted votes whose figures are printed.
    """

    paragraph_id: str
    board: str | None
    date: str | None
    number: int | None
    title: str
    case_numbers: tuple[str, ...]
    score: float
    kind: UnitKind
    quote: str
    quote_range: Range
    marked: tuple[Range, ...]
    page: int
    file: str
    document_id: str
    citation: str
    outcomes: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    parts: tuple[tuple[str, float], ...] = ()
    votes: tuple[Count, ...] = ()
    outvoted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a query: a page of hits in the order asked for, and whether the program judges that none answers.

    ``total`` is how many paragraphs the whole result has: all that a filter, a phrase or a name lets through; where
    words are searched for, all that have every word and those near enough (`index.finding.paging`). ``facets`` count
    these. ``chips`` tell how the text was understood, ``suggestion`` is the text as it may have been meant (with its
    unknown words put right; with the nearest meeting for one that is not there), None where nothing is to be put
    right.
    """

    query: Query
    hits: tuple[Hit, ...]
    no_match: bool
    coverage: Coverage
    total: int = 0
    facets: tuple[Facet, ...] = ()
    chips: tuple[Chip, ...] = ()
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """Why a paragraph is where it is among the hits: an account, not a story.

    ``parts`` add up to ``score``; both are empty and 0 where the paragraph was not reached. ``cosine`` is that of the
    unit nearest in meaning, of the sort ``kind``, and ``carried`` how much of it goes when one word of the query is
    left out, the most first (less than 0: it is nearer without). ``met`` are the words that stand in the paragraph in
    some form, with how rare they are (BM25's idf); ``missing`` those that do not.
    """

    paragraph_id: str
    score: float
    parts: tuple[tuple[str, float], ...]
    kind: UnitKind | None
    cosine: float
    carried: tuple[tuple[str, float], ...]
    met: tuple[tuple[str, float], ...]
    missing: tuple[str, ...]


class LinkKind(StrEnum):
    """Why two paragraphs belong together.

    All but the last three are printed: RETURNS is said by the paragraph that comes back ("Bordlagt den 5 maj, § 12"),
    REFERRED by the one that was referred, tabled or sent on and of which another is what came back. SAME_TITLE and
    SIMILAR (in words and meaning) are concluded. CONFIRMED is what a person has decided.
    """

    SAME_CASE = "same-case"
    CITES_CASE = "cites-case"
    CITES_PARAGRAPH = "cites-paragraph"
    CITES_DOCUMENT = "cites-document"
    SAME_DOCUMENT = "same-document"
    REPORTS_ON = "reports-on"
    CONTINUES = "continues"
    RETURNS = "returns"
    REFERRED = "referred"
    SAME_TITLE = "same-title"
    SIMILAR = "similar"
    CONFIRMED = "confirmed"


CONCLUDED = frozenset({LinkKind.SAME_TITLE, LinkKind.SIMILAR})
"""The links that no protocol prints: the program concludes them and says how sure it is."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link from the paragraph that carries the evidence to another one.

    ``evidence`` is a verbatim quote of the source paragraph, ``page`` where it is printed. ``to`` is the target's
    citation key ("HSN 2024-11-21 § 231"); ``to_id`` is None when what is named is not in the library.
    """

    kind: LinkKind
    from_id: str
    to_id: str | None
    to: str
    evidence: str
    evidence_range: Range
    page: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Event:
    """One paragraph in the course of an issue, with the links that brought it in.

    ``issue_id`` names the issue in `Trace.issues`, "" for what only is named there; ``standing`` is of decisions only.
    ``against`` are those who reserved and those whose side lost a named vote; ``votes`` are the printed figures.
    """

    paragraph_id: str
    board: str | None
    date: str | None
    number: int | None
    title: str
    case_numbers: tuple[str, ...]
    file: str
    document_id: str
    page: int
    outcomes: tuple[str, ...]
    against: tuple[str, ...]
    quote: str
    quote_range: Range
    citation: str
    links: tuple[Link, ...]
    kind: EventKind = EventKind.OTHER
    issue_id: str = ""
    changes: tuple[Change, ...] = ()
    standing: Standing | None = None
    votes: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """Paragraphs that are one matter, over meetings, boards and renumbered cases.

    ``id`` is that of its first paragraph, ``paragraphs`` are in time order. ``joins`` are the links between different
    case numbers that make it one. ``score`` is how well it answers a query, 1 for what was named outright.
    """

    id: str
    title: str
    date_first: str | None
    date_last: str | None
    boards: tuple[str, ...]
    case_numbers: tuple[str, ...]
    paragraphs: tuple[str, ...]
    state: State
    path: tuple[Step, ...] = ()
    loops: tuple[Loop, ...] = ()
    joins: tuple[Link, ...] = ()
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Similar:
    """A matter on the same subject that is not one with the issue: another number, another year, another person.

    ``link`` leads from a paragraph of the issue, ``title`` and ``case_numbers`` are those of the other. A conclusion of
    the program, never a reason to join the two.
    """

    link: Link
    title: str
    case_numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """The course of an issue in time order (unknown dates last), and what lies outside the library.

    ``issues`` are the issues that the start leads to, the one that is meant most first; a paragraph or a case leads to
    one, a query may lead to several. ``boundary`` is None where nothing was left out by likeness. ``similar`` are
    other matters on the same subject, the likest first. ``no_match`` is the judgement that nothing answers the query,
    as in `Answer`: what it led to is the nearest there is, no more.
    """

    start: str
    title: str
    events: tuple[Event, ...]
    outside: tuple[Link, ...]
    coverage: Coverage
    issues: tuple[Issue, ...] = ()
    boundary: Boundary | None = None
    similar: tuple[Similar, ...] = ()
    no_match: bool = False


@dataclass(frozen=True, slots=True)
class FileFailure:
    """A file that could not be read and why, in words meant for the user."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What a reading run did.

    ``files_skipped`` were in the library already; those among them whose content is there under another name are named
    in ``same_content``: (file, the name it is kept under). ``items`` counts acts by kind. ``corrections_astray`` are
    corrections by people that no longer find what they correct: (file, why). ``ocr_pages`` were read from their images:
    (file, page, confidence from 0 to 1). ``doubts`` are what a protocol contradicts itself in, votes whose counts and
    names disagree: (file, page, what). ``other_formats`` are the files in folders of formats that are not read.
    ``files_left`` were not read because the run was stopped.
    """

    files_read: int
    files_skipped: int
    pages: int
    paragraphs: int
    items: dict[str, int] = field(default_factory=dict)
    missing_numbers: tuple[tuple[str, tuple[int, ...]], ...] = ()
    unreadable_pages: tuple[tuple[str, int, str], ...] = ()
    ocr_pages: tuple[tuple[str, int, float], ...] = ()
    failures: tuple[FileFailure, ...] = ()
    seconds: float = 0.0
    same_content: tuple[tuple[str, str], ...] = ()
    corrections_astray: tuple[tuple[str, str], ...] = ()
    other_formats: tuple[str, ...] = ()
    doubts: tuple[tuple[str, int, str], ...] = ()
    files_left: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not whole in a library, and the cure."""

    what: str
    where: str
    cure: str
