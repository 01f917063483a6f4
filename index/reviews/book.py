"""The book of reviews, ``granskningar.csv`` in the library's folder: which queries are gone through, who judged what.

Always holds: rows are only added; of two judgements of one paragraph the last counts. A paragraph is named as protocols
are cited, beside its file, so that a judgement outlives a new reading. Leaves out what judgements teach
(`index.reviews.learning`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from index.book import Book, Row
from index.errors import BookError, NotInLibraryError
from index.naming import full_name
from index.news.saved import key_of
from index.stored import Head

COLUMNS = ("när", "vem", "genomgång", "vad", "paragraf", "fil", "fråga")


class Verdict(StrEnum):
    """What somebody said of a paragraph, in the words of the file; ``undo`` takes back what was said."""

    YES = "ja"
    NO = "nej"
    UNDO = "ångra"


_START = "börja"


@dataclass(frozen=True, slots=True)
class Review:
    """A query that is gone through: who began it and when (ISO 8601)."""

    name: str
    text: str
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody said of one paragraph, named as it is cited and by its file."""

    paragraph: str
    file: str
    verdict: Verdict
    who: str
    when: str


class ReviewBook:
    """The reviews of the file at ``path``."""

    def __init__(self, path: Path) -> None:
        """Name the file; it is made with the first review."""
        self._book = Book(path, COLUMNS)

    def all(self) -> tuple[Review, ...]:
        """Return every review, the oldest first. Raises BookError."""
        return tuple(
            Review(row.values["genomgång"], row.values["fråga"], row.values["vem"], row.values["när"])
            for row in self._book.rows()
            if row.values["vad"] == _START
        )

    def named(self, name: str) -> Review:
        """Return the review of this name. Raises NotInLibraryError, BookError."""
        every = self.all()
        found = next((one for one in every if key_of(one.name) == key_of(name)), None)
        if found is None:
            there = f"Det finns: {', '.join(one.name for one in every)}." if every else "Det finns ingen."
            raise NotInLibraryError(
                f'Ingen genomgång heter "{name}". {there} Börja en med protokollspar review start NAMN FRÅGA.'
            )
        return found

    def start(self, name: str, text: str, who: str) -> Review:
        """Begin a review under a name that is free. Raises BookError."""
        bare = " ".join(name.split())
        if not bare or any(key_of(one.name) == key_of(bare) for one in self.all()):
            raise BookError(f'Namnet "{bare}" är tomt eller upptaget. Välj ett annat namn på genomgången.')
        self._write(bare, _START, who, {"fråga": text})
        return self.named(bare)

    def judge(self, review: Review, head: Head, verdict: Verdict, who: str) -> None:
        """Write down what somebody said of a paragraph. Raises BookError."""
        self._write(review.name, verdict, who, {"paragraf": full_name(head), "fil": head.file})

    def judgements(self, review: Review) -> tuple[Judgement, ...]:
        """Return what counts now, in the order in which it was said. Raises BookError."""
        found: dict[tuple[str, str], Judgement] = {}
        for one in self._said(review):
            found.pop((one.paragraph, one.file), None)
            if one.verdict is not Verdict.UNDO:
                found[one.paragraph, one.file] = one
        return tuple(found.values())

    def _said(self, review: Review) -> Iterator[Judgement]:
        for row in self._book.rows():
            values = row.values
            if values["vad"] != _START and key_of(values["genomgång"]) == key_of(review.name):
                yield Judgement(values["paragraf"], values["fil"], self._verdict(row), values["vem"], values["när"])

    def _verdict(self, row: Row) -> Verdict:
        try:
            return Verdict(row.values["vad"])
        except ValueError as error:
            raise BookError(
                f'{self._book.path}, rad {row.line}: "{row.values["vad"]}" är varken ja, nej eller ångra. Rätta raden.'
            ) from error

    def _write(self, name: str, what: str, who: str, more: dict[str, str]) -> None:
        when = datetime.now(UTC).isoformat(timespec="seconds")
        self._book.add({"när": when, "vem": who, "genomgång": name, "vad": what, **more})
