"""How files come to the reading job: sent by a browser, or lying in a folder of the server.

Always holds: nothing is taken in unless the settings allow it; a name that a browser sends is only a name, never a
path; what lies outside the folders of the settings is not read, whatever links lead there.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from index.errors import LibraryError
from ingest.reader import SUFFIXES
from ui import words
from ui.page.changing import Change, RefusedError, refused, told
from ui.page.guard import SENDING
from ui.page.intake import panel
from ui.page.service import Service
from ui.page.state import read
from ui.speech import speaking, t

_LONGEST_NAME = 120


def add_intake(app: FastAPI, service: Service) -> None:
    """Add the routes of the view to an app."""

    @app.post(SENDING, include_in_schema=False)
    async def send(request: Request) -> JSONResponse:
        """Take in the files of a form and begin to read them."""
        with speaking(read(request.url.query).language):
            try:
                return told(await _received(service, request))
            except LibraryError as error:
                return refused(error)

    @app.get("/las-in/lage", include_in_schema=False)
    def stand(request: Request) -> JSONResponse:
        """How the job stands, for the page that shows it."""
        state = service.reading.state()
        with speaking(read(request.url.query).language):
            shown = panel.stand(state)
        return JSONResponse({"phase": state.phase, "number": state.number, "parts": dict(shown)})


def read_folder(service: Service, form: Mapping[str, str]) -> str:
    """Begin to read a folder of the server. Raises LibraryError."""
    _allowed(service)
    folder = folder_within(form.get("mapp", ""), service.upload.folders)
    service.reading.start([folder])
    return t("Inläsningen har börjat.")


def stop(service: Service, _form: Mapping[str, str]) -> str:
    """Ask the job to end. Raises LibraryError."""
    _allowed(service)
    return t("Avbryter …") if service.reading.stop() else t("Ingen inläsning pågår.")


CHANGES: Mapping[str, Change] = {
    "las-in-mapp": read_folder,
    "las-in-avbryt": stop,
}
"""What is done by a form that is no upload, by its name in the address (`ui.page.actions`)."""


def folder_within(asked: str, folders: Sequence[Path]) -> Path:
    """Return the folder that is asked for. Raises RefusedError where it is none, or lies outside ``folders``."""
    path = Path(asked).expanduser()
    # Outside, and not there, are one answer: who may not look is not told what there is.
    if not asked or not any(path.resolve().is_relative_to(folder.resolve()) for folder in folders) or not path.is_dir():
        there = words.listed([str(folder) for folder in folders], "eller")
        raise RefusedError(t("Mappen kan inte läsas. Välj en mapp i {there}.", there=there))
    return path


def safe_name(sent: str) -> str:
    """Return a file's name as it can lie in a folder: without folders of its own, hidden signs and excess length."""
    name = "".join(letter for letter in PurePosixPath(sent.replace("\\", "/")).name if letter.isprintable()).strip()
    path = PurePosixPath(name.lstrip(".") or "fil")
    return f"{path.stem[:_LONGEST_NAME]}{path.suffix}"


def _allowed(service: Service) -> None:
    if not service.takes_files:
        raise RefusedError(t("Filer tas inte emot här."))


async def _received(service: Service, request: Request) -> str:
    _allowed(service)
    most = service.upload.most
    try:
        async with request.form(max_files=most, max_fields=1) as form:
            files = [one for one in form.getlist("filer") if isinstance(one, UploadFile) and one.filename]
            if not files:
                raise RefusedError(t("Välj minst en fil."))
            return await run_in_threadpool(_begun, service, files)
    except HTTPException as error:
        raise RefusedError(t("Högst {most} filer kan skickas på en gång.", most=most)) from error


def _begun(service: Service, files: Sequence[UploadFile]) -> str:
    for one in files:
        fault = _fault(one.filename or "", one.size or 0, service.upload.largest)
        if fault:
            raise RefusedError(fault)
    folder = Path(tempfile.mkdtemp(prefix="protokollspar-"))
    clear = partial(shutil.rmtree, folder, ignore_errors=True)
    try:
        paths = list(_laid([(one.filename or "", one.file) for one in files], folder))
        service.reading.start(paths, afterwards=clear)
    except BaseException:
        clear()
        raise
    return t("Inläsningen har börjat.")


def _fault(name: str, size: int, largest: int) -> str:
    if PurePosixPath(name).suffix.lower() not in SUFFIXES:
        there = words.listed(sorted(SUFFIXES))
        return t("{name} är av ett format som inte läses. Läses gör {there}.", name=name, there=there)
    if size > largest:
        return t("{name} är för stor. Högst {most} MB går att ta emot.", name=name, most=largest >> 20)
    return ""


def _laid(files: Sequence[tuple[str, BinaryIO]], folder: Path) -> Iterator[Path]:
    """Write files into a folder, each under a name of its own, and yield where they lie."""
    taken: set[str] = set()
    for sent, content in files:
        name = path = PurePosixPath(safe_name(sent))
        count = 1
        while str(path).casefold() in taken:
            count += 1
            path = PurePosixPath(f"{name.stem} ({count}){name.suffix}")
        taken.add(str(path).casefold())
        with (folder / path).open("wb") as target:
            shutil.copyfileobj(content, target)
        yield folder / path
