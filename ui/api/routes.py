"""The JSON API: one address a question under /api/v1. What is asked and answered is said by the models.

Handlers are plain functions: the server runs them in threads. Whatever they raise is told by `ui.api.problems`.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import AfterValidator

from ui import words
from ui.api import asked
from ui.api.answers import acts, counts, course, finding, holdings
from ui.api.answers.desk import Desk
from ui.api.models.acts import AlliancesAnswer, ArgumentPage, AssignmentPage, EchoPage, PositionsAnswer, ThemePage
from ui.api.models.counts import CountPage, StatisticsTable
from ui.api.models.course import TraceAnswer
from ui.api.models.drafts import DraftReport, DraftText
from ui.api.models.finding import Explained, SearchAnswer, SimilarAnswer, WhyAnswer
from ui.api.models.holdings import BoardPage, DocumentPage, IssuePage, SuggestionList
from ui.api.models.record import ParagraphRecord
from ui.api.problems import RESPONSES, ProblemRoute
from ui.statistics.tables import NAMES

PREFIX = "/api/v1"
router = APIRouter(
    prefix=PREFIX,
    route_class=ProblemRoute,
    responses=dict(RESPONSES),
    generate_unique_id_function=lambda route: route.name,
)


def desk_of(request: Request) -> Desk:
    """Return where the questions of a request are answered; the app's state names the library."""
    return Desk(request.app.state.library, str(request.base_url).rstrip("/"))


def _table(name: str) -> str:
    if name not in NAMES:
        raise ValueError(f"ska vara något av {words.listed(NAMES, 'eller')}.")
    return name


Asking = Annotated[Desk, Depends(desk_of)]
Paragraph = Annotated[
    str, Path(min_length=1, max_length=300, description='Paragrafens id, eller dess namn: "HSN 2024-11-21 § 231".')
]
Table = Annotated[
    str, Path(description="Tabellens namn.", json_schema_extra={"enum": list(NAMES)}), AfterValidator(_table)
]
_FIND, _FOLLOW, _ACTS, _COUNT, _HOLD = "Söka", "Följa ärenden", "Uppdrag och ståndpunkter", "Statistik", "Biblioteket"


@router.get("/search", tags=[_FIND])
def search(desk: Asking, query: Annotated[asked.SearchAsked, Query()]) -> SearchAnswer:
    """Sök paragrafer efter mening och ord, med filter, facetter och sidor."""
    return finding.search(desk, query)


@router.get("/why", tags=[_FIND])
def why(desk: Asking, query: Annotated[asked.WhyAsked, Query()]) -> WhyAnswer:
    """Varför en paragraf står där den står bland en söknings träffar."""
    return finding.why(desk, query)


@router.get("/explain", tags=[_FIND])
def explain(desk: Asking, query: Annotated[asked.ExplainAsked, Query()]) -> Explained:
    """Hur en fråga förstås, del för del; det som inte förstås är en del som de andra."""
    return finding.explain(desk, query)


@router.get("/suggestions", tags=[_FIND])
def suggestions(desk: Asking, query: Annotated[asked.SuggestionsAsked, Query()]) -> SuggestionList:
    """Värden som ett filter kan ha: organ, partier, personer, organisationer, utfall och slag."""
    return holdings.suggestions(desk, query)


@router.post("/draft", tags=[_FIND])
def draft(desk: Asking, body: DraftText) -> DraftReport:
    """Pröva ett utkast eller en motion: per krav vad som sagts och beslutats förut. Texten sparas inte."""
    return course.draft(desk, body)


@router.get("/paragraphs/{paragraph}", tags=[_FIND])
def paragraph(desk: Asking, paragraph: Paragraph, query: Annotated[asked.RecordAsked, Query()]) -> ParagraphRecord:
    """Allt som lästes ur en paragraf, så som det står."""
    return course.paragraph(desk, paragraph, query)


@router.get("/paragraphs/{paragraph}/similar", tags=[_FIND])
def similar(desk: Asking, paragraph: Paragraph, query: Annotated[asked.PageAsked, Query()]) -> SimilarAnswer:
    """Paragrafer som säger något liknande, den närmaste först."""
    return finding.similar(desk, paragraph, query)


@router.get("/trace", tags=[_FOLLOW])
def trace(desk: Asking, query: Annotated[asked.TraceAsked, Query()]) -> TraceAnswer:
    """Följ ett ärende genom organen, i tidsordning, med det som binder samman stegen."""
    return course.trace(desk, query)


@router.get("/issues", tags=[_FOLLOW])
def issues(desk: Asking, query: Annotated[asked.IssuesAsked, Query()]) -> IssuePage:
    """Ärendena: paragrafer som hör ihop, med var de står; det senast behandlade först."""
    return course.issues(desk, query)


@router.get("/assignments", tags=[_ACTS])
def assignments(desk: Asking, query: Annotated[asked.AssignmentsAsked, Query()]) -> AssignmentPage:
    """Uppdrag: vem fick vad, till när, och hur det stod en viss dag."""
    return acts.assignments(desk, query)


@router.get("/reservations", tags=[_ACTS])
def reservations(desk: Asking, query: Annotated[asked.ArgumentsAsked, Query()]) -> ArgumentPage:
    """Reservationer, anteckningar och yttranden, argument för argument."""
    return acts.reservations(desk, query)


@router.get("/reservations/themes", tags=[_ACTS])
def themes(desk: Asking, query: Annotated[asked.ArgumentsAsked, Query()]) -> ThemePage:
    """Argument som återkommer, år för år och parti för parti."""
    return acts.themes(desk, query)


@router.get("/reservations/echoes", tags=[_ACTS])
def echoes(desk: Asking, query: Annotated[asked.EchoesAsked, Query()]) -> EchoPage:
    """Har detta sagts förut? De argument som mest liknar en text."""
    return acts.echoes(desk, query)


@router.get("/positions", tags=[_ACTS])
def positions(desk: Asking, query: Annotated[asked.PositionsAsked, Query()]) -> PositionsAnswer:
    """Var partierna stod i ett ärende, år för år, eller vad en förtroendevald har gjort."""
    return acts.positions(desk, query)


@router.get("/positions/alliances", tags=[_ACTS])
def alliances(desk: Asking, query: Annotated[asked.AlliancesAsked, Query()]) -> AlliancesAnswer:
    """Vilka partier som reserverar sig tillsammans."""
    return acts.alliances(desk, query)


@router.get("/statistics", tags=[_COUNT])
def statistics(desk: Asking, query: Annotated[asked.CountsAsked, Query()]) -> CountPage:
    """Antal per organ och år, vart och ett med paragraferna bakom."""
    return counts.counts(desk, query)


@router.get("/statistics/{table}", tags=[_COUNT])
def statistics_table(desk: Asking, table: Table, query: Annotated[asked.TableAsked, Query()]) -> StatisticsTable:
    """En tabell så som den visas för människor, med svenska kolumnnamn."""
    return counts.table(desk, table, query)


@router.get("/documents", tags=[_HOLD])
def documents(desk: Asking, query: Annotated[asked.DocumentsAsked, Query()]) -> DocumentPage:
    """Dokumenten, det senaste mötet först, med vad som saknas i vart och ett."""
    return holdings.documents(desk, query)


@router.get("/boards", tags=[_HOLD])
def boards(desk: Asking, query: Annotated[asked.PageAsked, Query()]) -> BoardPage:
    """Organen: kortnamn, hur mycket som finns, det senaste mötet och vad som saknas."""
    return holdings.boards(desk, query)
