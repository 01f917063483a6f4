"""What a reading run did, in sentences and lists that the command and the page share. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.results import FileFailure, IngestReport
from ui import words
from ui.speech import t

_MINUTE = 60


def summary(report: IngestReport) -> Iterator[str]:
    """Yield what was read, what was left, and what was there already, a sentence each."""
    yield t(
        "Läste {files} ({pages}) på {time}{speed}: {paragraphs}.",
        files=words.count(report.files_read, "fil", "filer"),
        pages=words.count(report.pages, "sida", "sidor"),
        time=_seconds(report.seconds),
        speed=_speed(report),
        paragraphs=words.count(report.paragraphs, "paragraf", "paragrafer"),
    )
    if report.files_left:
        yield t("Avbruten: {files} lästes inte.", files=words.count(report.files_left, "fil", "filer"))
    if report.files_skipped:
        yield t("{files} fanns redan i biblioteket.", files=words.count(report.files_skipped, "fil", "filer"))


def told(report: IngestReport) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield each list of what people should look at, with its heading; what hurts most comes last."""
    yield (
        t("Samma innehåll under ett annat namn"),
        [t("{file}: läst som {kept}", file=file, kept=kept) for file, kept in report.same_content],
    )
    yield t("Saknade §-nummer"), [f"{file}: {_numbers(gap)}" for file, gap in report.missing_numbers]
    yield (
        t("Sidor lästa ur sin bild med texttolkning"),
        [
            t("{file}, sida {page}: säkerhet {sure} %", file=file, page=page, sure=round(100 * sure))
            for file, page, sure in report.ocr_pages
        ],
    )
    yield t("Sidor som inte gick att läsa säkert"), _at_pages(report.unreadable_pages)
    yield t("Att kontrollera"), _at_pages(report.doubts)
    yield t("Rättelser som inte längre passar"), [f"{file}: {why}" for file, why in report.corrections_astray]
    yield t("Filer av format som inte läses"), report.other_formats
    yield t("Gick inte att läsa"), [_failure(one) for one in report.failures]


def _at_pages(found: Sequence[tuple[str, int, str]]) -> list[str]:
    return [t("{file}, sida {page}: {what}", file=file, page=page, what=what) for file, page, what in found]


def _failure(failure: FileFailure) -> str:
    return failure.reason if failure.path in failure.reason else f"{failure.path}: {failure.reason}"


def _numbers(numbers: Sequence[int]) -> str:
    """Return numbers with runs drawn together: "§ 12, 15–18"."""
    runs: list[list[int]] = []
    for value in sorted(numbers):
        if runs and value == runs[-1][1] + 1:
            runs[-1][1] = value
        else:
            runs.append([value, value])
    return "§ " + ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)


def _seconds(seconds: float) -> str:
    if seconds < _MINUTE:
        return t("{seconds} sekunder", seconds=words.decimal(seconds))
    minutes, rest = divmod(round(seconds), _MINUTE)
    return f"{minutes} min {rest} s"


def _speed(report: IngestReport) -> str:
    if not report.seconds or not report.pages:
        return ""
    return t(" ({speed} sidor/s)", speed=words.decimal(report.pages / report.seconds))
