"""Six questions as Gradio endpoints and as MCP tools: the same answers as the JSON API gives.

Always holds: what is asked is checked as there, and an error is a Swedish sentence; no tool changes anything; private
names are masked. Tools run beside Gradio's queue, where its MCP server calls them outright: through the queue it would
call itself over the network, at whatever host the request names. The docstrings are what clients are shown: hence the
Swedish, and each argument on one line. Gradio reads the annotations themselves, so that they are not put off here.
"""

import json
from collections.abc import Callable
from typing import Any, Literal, TypeVar

import gradio as gr
from gradio.events import api
from pydantic import BaseModel, ValidationError

from index.errors import LibraryError
from index.library import Library
from ui.api import asked
from ui.api.answers import acts, course, finding
from ui.api.answers.desk import Desk
from ui.api.problems import faults_of, in_one, names_of

Question = TypeVar("Question", bound=BaseModel)
Answer = dict[str, Any]
Names = list[str] | None
Sort = Literal["relevance", "date", "oldest"]
Kinds = list[Literal["paragraph", "passage", "decision", "motion", "reservation", "note", "assignment"]] | None
Statuses = list[
    Literal["open", "overdue", "no-trace", "reported", "closed", "prolonged", "withdrawn", "proposed"]
] | None  # fmt: skip
Acts = list[Literal["reservation", "note", "statement", "motion"]] | None


def add_tools(library: Library) -> None:
    """Add the tools to the Blocks that are being built."""
    tools = Tools(library)
    for tool in (
        tools.search,
        tools.get_paragraph,
        tools.trace,
        tools.assignments,
        tools.reservations,
        tools.positions,
    ):
        api(tool, api_name=tool.__name__, queue=False)


def speak_json(blocks: Any) -> None:
    """Let the MCP server of mounted ``blocks`` answer in JSON; by itself it prints values as Python does."""
    server = blocks.mcp_server_obj
    printed = server.postprocess_output_data

    def as_json(data: list[Any], root_url: str) -> Any:
        return printed([json.dumps(one, ensure_ascii=False) for one in data], root_url)

    server.postprocess_output_data = as_json


class Tools:
    """The tools of one library."""

    def __init__(self, library: Library) -> None:
        """Name the library."""
        self._library = library

    def search(  # noqa: PLR0913, PLR0917 - one argument a filter
        self,
        request: gr.Request,
        query: str,
        boards: Names = None,
        parties: Names = None,
        people: Names = None,
        kinds: Kinds = None,
        outcomes: Names = None,
        years: str = "",
        sort: Sort = "relevance",
        limit: int = 10,
        offset: int = 0,
    ) -> Answer:
        """Sök paragrafer i svenska nämndprotokoll efter mening och ord.

        Varje träff har ett ordagrant citat, den officiella hänvisningen (citation) och protokollssidans adress
        (page_url). no_match säger att inget svarar på frågan, coverage vad som genomsöktes: att inget hittas betyder
        inte att inget finns.

        Args:
            request: Vem som frågar; fylls i av servern.
            query: Frågan på svenska. Frågespråket går bra: "exakt fras", -utan, nämnd:HSN, parti:C, år:2022-2024.
            boards: Bara dessa organ, namn eller kortnamn.
            parties: Bara där någon från dessa partier agerar: "C".
            people: Bara där dessa personer agerar.
            kinds: Bara träffar i dessa slags texter.
            outcomes: Bara med dessa utfall: bifall, avslag, återremiss, bordläggning, antecknas, besvarad, val.
            years: Bara detta år eller dessa: "2023" eller "2021-2024".
            sort: Ordningen: relevance, date (nyast först) eller oldest.
            limit: Högst så många träffar, 1-100.
            offset: Hoppa över så många träffar.
        """
        question = _question(
            asked.SearchAsked,
            q=query,
            board=boards,
            party=parties,
            person=people,
            kind=kinds,
            outcome=outcomes,
            year=years,
            sort=sort,
            limit=limit,
            offset=offset,
        )
        return self._answer(request, lambda desk: finding.search(desk, question))

    def get_paragraph(self, request: gr.Request, paragraph: str) -> Answer:
        """Hämta allt som lästes ur en paragraf: beslut, yrkanden, omröstningar, reservationer, uppdrag och hela texten.

        Args:
            request: Vem som frågar; fylls i av servern.
            paragraph: Paragrafens id (paragraph_id i andra svar), eller dess namn: "HSN 2024-11-21 § 231".
        """
        question = asked.RecordAsked()
        return self._answer(request, lambda desk: course.paragraph(desk, paragraph, question))

    def trace(self, request: gr.Request, start: str) -> Answer:
        """Följ ett ärende genom organen, i tidsordning, med orden som binder samman stegen och om besluten gäller.

        Args:
            request: Vem som frågar; fylls i av servern.
            start: En fråga, ett diarienummer eller en paragraf: "HSN 2024-11-21 § 231".
        """
        question = _question(asked.TraceAsked, start=start)
        return self._answer(request, lambda desk: course.trace(desk, question))

    def assignments(  # noqa: PLR0913, PLR0917 - one argument a filter
        self,
        request: gr.Request,
        words: str = "",
        statuses: Statuses = None,
        recipient: str = "",
        boards: Names = None,
        as_of: str = "",
        limit: int = 20,
        offset: int = 0,
    ) -> Answer:
        """Visa uppdrag: vem fick vad, till när, och hur det gick. Status är en slutsats; trail säger vad den vilar på.

        Args:
            request: Vem som frågar; fylls i av servern.
            words: Bara uppdrag som nämner orden.
            statuses: Bara med dessa status. overdue: tiden har gått ut; no-trace: inget protokoll nämner det sedan.
            recipient: Bara till denna mottagare: "regiondirektören".
            boards: Bara givna av dessa organ, namn eller kortnamn.
            as_of: Så som det stod den dagen, "2024-12-31"; tomt är det senaste mötet.
            limit: Högst så många uppdrag, 1-100.
            offset: Hoppa över så många uppdrag.
        """
        question = _question(
            asked.AssignmentsAsked,
            q=words,
            status=statuses,
            recipient=recipient,
            board=boards,
            as_of=as_of,
            limit=limit,
            offset=offset,
        )
        return self._answer(request, lambda desk: acts.assignments(desk, question))

    def reservations(  # noqa: PLR0913, PLR0917 - one argument a filter
        self,
        request: gr.Request,
        words: str = "",
        like: str = "",
        parties: Names = None,
        people: Names = None,
        boards: Names = None,
        years: str = "",
        kinds: Acts = None,
        limit: int = 20,
        offset: int = 0,
    ) -> Answer:
        """Visa vem som reserverade sig och varför, argument för argument, ordagrant; eller om något har sagts förut.

        Args:
            request: Vem som frågar; fylls i av servern.
            words: Bara dem som nämner orden.
            like: En text: visa i stället de argument som mest liknar den.
            parties: Bara dessa partiers: "C".
            people: Bara dessa förtroendevaldas.
            boards: Bara i dessa organ, namn eller kortnamn.
            years: Bara detta år eller dessa: "2023" eller "2021-2024".
            kinds: Vilka handlingar; utan det reservationer, anteckningar och yttranden.
            limit: Högst så många argument, 1-100.
            offset: Hoppa över så många argument.
        """
        values = {"q": words, "party": parties, "person": people, "board": boards, "year": years, "kind": kinds}
        page = {"limit": limit, "offset": offset}
        if like:
            echo = _question(asked.EchoesAsked, text=like, **values, **page)
            return self._answer(request, lambda desk: acts.echoes(desk, echo))
        question = _question(asked.ArgumentsAsked, **values, **page)
        return self._answer(request, lambda desk: acts.reservations(desk, question))

    def positions(
        self,
        request: gr.Request,
        start: str = "",
        person: str = "",
        parties: Names = None,
        boards: Names = None,
        years: str = "",
    ) -> Answer:
        """Visa var partierna stod i ett ärende, år för år, eller allt som en förtroendevald har gjort.

        Varje handling (yrkande, reservation, röst …) är en egen handling i lagens mening, med sitt citat. En tom cell
        är tystnad. Ett ja kan gälla avslag: meaning säger vad rösten betydde.

        Args:
            request: Vem som frågar; fylls i av servern.
            start: En fråga, ett diarienummer eller en paragraf: "HSN 2024-11-21 § 231".
            person: Bara vad denna förtroendevalda gjort: "Anna Lind" eller "Anna Lind (C)".
            parties: Bara dessa partier: "C".
            boards: Bara i dessa organ, namn eller kortnamn.
            years: Bara detta år eller dessa: "2023" eller "2021-2024".
        """
        question = _question(asked.PositionsAsked, start=start, person=person, party=parties, board=boards, year=years)
        return self._answer(request, lambda desk: acts.positions(desk, question))

    def _answer(self, request: gr.Request, answer: Callable[[Desk], BaseModel]) -> Answer:
        """Return an answer as plain values. Raises gr.Error with a Swedish sentence."""
        desk = Desk(self._library, str(request.base_url).rstrip("/"))
        try:
            return answer(desk).model_dump(mode="json")
        except LibraryError as error:
            raise _failed(str(error)) from error


def _question(kind: type[Question], /, **values: object) -> Question:
    """Return a question, what was left empty left out. Raises gr.Error with what is wrong."""
    try:
        return kind.model_validate({name: value for name, value in values.items() if value not in (None, "", [])})
    except ValidationError as error:
        raise _failed(in_one(faults_of(error.errors(), names_of(kind)))) from error


def _failed(sentence: str) -> gr.Error:
    return gr.Error(sentence, print_exception=False)
