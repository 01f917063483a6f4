"""The view Läs in as HTML: what can be sent, how the job goes, and the report. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from index.intake.progress import FileNews, FileState, Progress
from index.results import FileFailure, IngestReport
from ingest.reader import SUFFIXES
from ui import intake_report, words
from ui.page import parts
from ui.page.guard import SENDING
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.intake.job import FileRow, JobState, Phase
from ui.page.state import PageState, Tab, write
from ui.settings import Upload
from ui.speech import spoken, t

MOST_ROWS = 40
"""So many files stand in the table; of a large folder those that were worked on last, and every one that failed."""
MOST_OPEN = 12
"""A list of the report that is longer begins folded."""
_MINUTE = 60
_SETTINGS = "[uppladdning]\ntillaten = true"


def closed() -> Markup:
    """Return what the view shows where no files are taken in."""
    return parts.message(
        t("Här tas inga filer emot"),
        tag("p", t("Den som sköter programmet läser in protokoll med kommandot:")),
        tag("pre", "protokollspar ingest MAPP"),
        tag("p", t("Eller tillåter det på sidan, i bibliotekets installningar.toml:")),
        tag("pre", _SETTINGS),
    )


def intake(job: JobState, upload: Upload, state: PageState) -> Markup:
    """Return the view: how the job stands, and the forms that begin or stop one."""
    heading = tag("h2", _heading(job))
    if job.running:
        return join([heading, _live(job, _stopping(job))])
    again = tag("h3", t("Läs in fler"), class_="ps-part") if job.number else EMPTY
    return join([heading, _live(job, _after(job, state)), again, _sending(upload), _folders(upload)])


def stand(job: JobState) -> Mapping[str, Markup]:
    """Return how the job stands, by the place in the view: what changes from second to second while it runs."""
    if job.phase is Phase.IDLE:
        return {"course": EMPTY, "files": EMPTY}
    if job.phase is Phase.FAILED:
        return {"course": tag("p", job.error, class_="ps-refused", lang="sv"), "files": _files(job)}
    if job.report is not None:
        return {"course": report(job.report), "files": _files(job)}
    return {"course": _bar(job.progress), "files": _files(job)}


def _live(job: JobState, between: Markup) -> Markup:
    """Return the part of the view that the browser keeps up with the job; what stands between is never redrawn."""
    places = {name: tag("div", shown, data_live_part=name) for name, shown in stand(job).items()}
    address = f"las-in/lage?sprak={spoken()}"
    children = (places["course"], between, places["files"])
    return tag("div", *children, data_live=address, data_phase=job.phase, data_number=job.number, id="ps-lasning")


def report(done: IngestReport) -> Markup:
    """Return what a job did, as the command tells it."""
    # Where a browser's files lay for a while is nobody's business.
    done = replace(done, failures=tuple(FileFailure(Path(one.path).name, one.reason) for one in done.failures))
    summary = intake_report.summary(done)
    lists = [_list(heading, entries) for heading, entries in intake_report.told(done) if entries]
    return tag("div", *(tag("p", line) for line in summary), *reversed(lists), class_="ps-report")


def _heading(job: JobState) -> str:
    stopped = job.report is not None and job.report.files_left
    return {
        Phase.IDLE: t("Läs in protokoll"),
        Phase.READING: t("Läser in …"),
        Phase.STOPPING: t("Avbryter …"),
        Phase.DONE: t("Inläsningen avbröts") if stopped else t("Inläsningen är klar"),
        Phase.FAILED: t("Inläsningen gick inte"),
    }[job.phase]


def _after(job: JobState, state: PageState) -> Markup:
    if job.phase is not Phase.DONE:
        return EMPTY
    link = tag("a", t("Sök i biblioteket"), href=write(state.at(Tab.SEARCH)), data_state=True)
    return tag("p", t("Det som är inläst går att söka i."), " ", link)


def _list(heading: str, entries: Sequence[str]) -> Markup:
    count = tag("span", f" ({words.number(len(entries))})")
    listed = tag("ul", *(tag("li", entry) for entry in entries), lang="sv")
    return tag("details", tag("summary", heading, count), listed, class_="ps-named", open=len(entries) <= MOST_OPEN)


def _bar(progress: Progress | None) -> Markup:
    if progress is None or not progress.files_total:
        return join([tag("progress", aria_label=t("Inläsning")), tag("p", t("Filerna gås igenom …"))])
    done = t(
        "{done} av {total} filer", done=words.number(progress.files_done), total=words.number(progress.files_total)
    )
    told = [done, t("{pages} sidor lästa", pages=words.number(progress.pages_done)), _left(progress.seconds_left)]
    bar = tag("progress", value=progress.files_done, max=progress.files_total, aria_label=t("Inläsning"))
    return join([bar, tag("p", " · ".join(told), class_="ps-lead")])


def _left(seconds: float | None) -> str:
    if seconds is None:
        return t("tiden som är kvar är ännu inte känd")
    if seconds < _MINUTE:
        return t("mindre än en minut kvar")
    return t("ungefär {minutes} min kvar", minutes=words.number(round(seconds / _MINUTE)))


def _files(job: JobState) -> Markup:
    rows = _chosen(job.files)
    if not rows:
        return EMPTY
    head = tag("tr", tag("th", t("Fil"), scope="col"), tag("th", t("Läge"), scope="col"))
    body = tag("tbody", *(_row(row, over=not job.running) for row in rows))
    left = len(job.files) - len(rows)
    more = tag("p", t("… och {count} filer till.", count=words.number(left)), class_="ps-lead") if left else EMPTY
    table = tag("table", tag("caption", t("Filer")), tag("thead", head), body, class_="ps-files")
    if job.running or len(rows) <= MOST_OPEN:
        return join([table, more])
    return tag("details", tag("summary", t("Visa filerna")), table, more, class_="ps-named")


def _chosen(files: Sequence[FileRow]) -> list[FileRow]:
    """Return the rows to show: what failed first, then what is being read, then what was done last."""

    def rank(row: FileRow) -> int:
        order = (FileState.FAILED, FileState.READING, FileState.STORED, FileState.SKIPPED)
        return len(order) if row.news is None else order.index(row.news.state)

    latest_first = list(reversed(files))
    return sorted(latest_first, key=rank)[:MOST_ROWS] if len(files) > MOST_ROWS else list(files)


def _row(row: FileRow, *, over: bool) -> Markup:
    state = str(row.news.state) if row.news else "waiting"
    cells = (tag("th", row.name, scope="row", lang="sv"), tag("td", *_told(row.news, over=over)))
    return tag("tr", *cells, data_file_state=state)


def _told(news: FileNews | None, *, over: bool) -> Iterator[Markup]:
    if news is None:
        yield tag("span", t("Inte läst") if over else t("Väntar"))
    elif news.state is FileState.READING:
        yield tag("span", t("Läses, sida {page}", page=news.page) if news.page else t("Läses"))
    elif news.state is FileState.STORED:
        amounts = [words.count(news.pages, "sida", "sidor"), words.count(news.paragraphs, "paragraf", "paragrafer")]
        yield join([tag("b", t("Inläst"), class_="ps-tone-for"), f": {', '.join(amounts)}"])
    elif news.state is FileState.SKIPPED:
        yield tag("span", t("Fanns redan"))
    else:
        yield tag("b", t("Gick inte att läsa"), class_="ps-tone-against")
        # The report says why when all is over.
        yield EMPTY if over else tag("p", news.reason, lang="sv")


def _stopping(job: JobState) -> Markup:
    if job.phase is Phase.STOPPING:
        return tag("p", t("Dokumentet som läses in nu blir klart först. Det som redan är inläst är kvar."))
    button = tag("button", t("Avbryt"), type="submit", class_="ps-button", id="ps-las-in-avbryt")
    note = tag("span", t("Du kan stänga sidan: inläsningen går vidare ändå."), class_="ps-citation")
    return tag("form", button, note, data_post="/gor/las-in-avbryt", class_="ps-actions")


def _sending(upload: Upload) -> Markup:
    note = t(
        "PDF, Word (docx), HTML, Markdown och text. Högst {most} filer åt gången, var och en högst {size} MB. "
        "Filerna läses på datorn där "
        "programmet körs och skickas ingen annanstans.",
        most=upload.most,
        size=upload.largest >> 20,
    )
    field = tag(
        "input", type="file", name_="filer", id="ps-filer", multiple=True, required=True,
        accept=",".join(sorted(SUFFIXES)), aria_describedby="ps-filer-om",
    )  # fmt: skip
    return tag(
        "form",
        tag("label", t("Välj filer"), for_="ps-filer"),
        field,
        tag("p", note, id="ps-filer-om", class_="ps-lead"),
        tag("button", t("Läs in filerna"), type="submit", class_="ps-button ps-main", id="ps-las-in-filer"),
        tag("p", role="status", class_="ps-told-here"),
        data_send=f"{SENDING[1:]}?sprak={spoken()}",
        data_sending=t("Skickar"),
        data_silent=t("Programmet svarar inte. Försök igen."),
        class_="ps-sending",
    )


def _folders(upload: Upload) -> Markup:
    if not upload.folders:
        return EMPTY
    known = tag("datalist", *(tag("option", value=str(folder)) for folder in upload.folders), id="ps-mappar")
    field = tag(
        "input", type="text", name_="mapp", id="ps-mapp", list="ps-mappar", required=True, spellcheck="false",
        autocomplete="off", value=str(upload.folders[0]),
    )  # fmt: skip
    return tag(
        "form",
        tag("label", t("Eller en mapp på servern, med allt som ligger i den"), for_="ps-mapp"),
        known,
        field,
        tag("button", t("Läs in mappen"), type="submit", class_="ps-button", id="ps-las-in-mapp"),
        tag("p", role="status", class_="ps-told-here"),
        data_post="/gor/las-in-mapp",
        class_="ps-sending",
    )
