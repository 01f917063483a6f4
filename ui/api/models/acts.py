"""Assignments, arguments and positions, each act with the words that it rests on."""

from __future__ import annotations

from pydantic import Field

from index.arguments import ArgumentKind
from index.ledger import AssignmentStatus, LedgerRowKind, TrailKind
from index.positions import PositionKind
from nlp.claims import Sign
from ui.api.models.base import Cited, Coverage, Frozen, Meeting, Paged, Placed, Quoted, Span
from ui.api.models.course import Issue


class TrailStep(Quoted):
    """Något som hände med ett uppdrag."""

    kind: TrailKind = Field(description="Vad som hände.")
    date: str | None = Field(description="När.")
    file: str = Field(description="Filens namn.")
    document_id: str = Field(description="Dokumentets id.")
    why: str = Field(description="Vad som förenar de två.")
    confidence: float = Field(description="Hur säkert det är, 0–1.")
    due: str | None = Field(description="Ny tid, om uppdraget förlängdes.")


class AssignmentRow(Meeting, Placed):
    """Ett uppdrag, hur det står och vad det vilar på."""

    id: str = Field(description="Uppdragets id.")
    paragraph_id: str = Field(description="Paragrafen som gav det.")
    document_id: str = Field(description="Dokumentets id.")
    status: AssignmentStatus = Field(description="Hur det står dagen as_of: en slutsats.")
    kind: LedgerRowKind = Field(
        description="Uppdrag i ett beslut, eller mål, milstolpe eller delaktivitet i ett direktiv."
    )
    text: str = Field(description="Uppdraget ordagrant; enskildas namn utelämnade om inte names=true.")
    quote_range: Span
    recipient: str = Field(description="Mottagaren som den står.")
    recipients: tuple[str, ...] = Field(description="Mottagarna en och en, i grundform.")
    due: str | None = Field(description="Tiden som gäller.")
    due_words: str | None = Field(description="Tiden i protokollets ord.")
    due_is_derived: bool = Field(description="Om tiden är uträknad ur orden.")
    parts: tuple[str, ...] = Field(description="Delar som uppdraget räknar upp.")
    prepared: tuple[str, ...] = Field(description="Andra organ som föreslog det med samma ord (hänvisningar).")
    because: str | None = Field(description="Vad statusen vilar på: vad som hände och hänvisningen dit.")
    because_quote: str | None = Field(description="Orden som säger det.")
    trail: tuple[TrailStep, ...] = Field(description="Allt som hände med det, i tidsordning.")
    offered: tuple[TrailStep, ...] = Field(description="Rapporter som kan gälla detta eller ett annat uppdrag.")
    issue: str = Field(description="Ärendet som det hör till.")
    as_of: str = Field(description="Dagen som statusen gäller.")
    searched_through: str | None = Field(description="Det sista mötet som är läst, till och med den dagen.")
    citation: str = Field(description="Den officiella hänvisningen.")
    file: str = Field(description="Filens namn.")


class ArgumentRow(Meeting, Placed):
    """Ett argument i en reservation, en anteckning, ett yttrande eller ett yrkande."""

    paragraph_id: str = Field(description="Paragrafen.")
    document_id: str = Field(description="Dokumentets id.")
    kind: ArgumentKind = Field(description="I vilken handling det står; de är olika handlingar i lagens mening.")
    by: tuple[str, ...] = Field(description="Vilkas det är.")
    parties: tuple[str, ...] = Field(description="Partierna bakom.")
    quote: str | None = Field(description="Argumentet ordagrant; null när inget argument står.")
    quote_range: Span
    citation: str = Field(description="Den officiella hänvisningen.")
    signs: tuple[Sign, ...] = Field(description="Varför meningen räknas som ett argument: en slutsats.")
    defends: tuple[str, ...] = Field(description="Yrkandena som det försvarar.")
    defends_because: tuple[str, ...] = Field(description="Vad det vilar på: printed, movers eller party.")
    against: tuple[str, ...] = Field(description="Besluten som en reservation går emot.")
    file: str = Field(description="Filens namn.")


class EchoRow(ArgumentRow):
    """Ett argument som säger något liknande en text."""

    nearness: float = Field(description="Hur nära det ligger; ordningen.")
    likeness: float = Field(description="Hur lika de är i mening, 0–1.")
    shared: tuple[str, ...] = Field(description="Ord som båda har.")


class ThemeRow(ArgumentRow):
    """Ett citat ur ett argument som återkommer."""

    theme: str = Field(description="Temat, i sina egna ord: en slutsats.")
    year: int | None = Field(description="Året.")
    party: str | None = Field(description="Partiet.")
    year_words: tuple[str, ...] = Field(description="Ord som utmärker temat det året.")


class PositionAct(Cited):
    """En handling av ett parti eller dess ledamöter."""

    act: PositionKind = Field(description="Vad de gjorde; ingen handling betyder en annan.")
    meaning: str | None = Field(description="Vad rösten betydde, som det står.")
    party: str | None = Field(description="Partiet; null när det inte framgår.")
    party_printed: bool = Field(description="Falskt när partiet är hämtat ur närvarolistan.")
    people: tuple[str, ...] = Field(description="Ledamöterna som de står.")
    together: tuple[str, ...] = Field(description="Andra partier bakom samma handling.")
    year: str | None = Field(description="Mötets år.")
    item: str = Field(description='Vilken i paragrafen: "motion-1".')
    issue: str = Field(description="Ärendets id.")


class PositionCell(Frozen):
    """Vad ett parti gjorde ett år. En tom cell är tystnad och säger inget om vad partiet tyckte."""

    party: str | None = Field(description="Partiet.")
    year: str | None = Field(description="Året.")
    acts: tuple[PositionAct, ...] = Field(description="Handlingarna.")
    present_at: int = Field(description="Möten det året som behandlade ärendet och hade partiet på närvarolistan.")


class PositionsAnswer(Frozen):
    """Var partierna stod, år för år."""

    start: str = Field(description="Det som frågades efter.")
    person: str | None = Field(description="Den förtroendevalda som frågades efter.")
    issues: tuple[Issue, ...] = Field(description="Ärendena som starten leder till.")
    parties: tuple[str | None, ...] = Field(description="Raderna.")
    years: tuple[str | None, ...] = Field(description="Kolumnerna.")
    cells: tuple[PositionCell, ...] = Field(description="En cell per parti och år, även de tysta.")
    nameless: tuple[PositionAct, ...] = Field(
        description="Röster och anteckningar som det inte framgår vem som står bakom."
    )
    paragraphs: int = Field(description="Paragrafer som lästes.")
    coverage: Coverage = Field(description="Vad som genomsöktes.")


class Alliance(Frozen):
    """Två partier ett år: hur ofta de reserverade sig tillsammans."""

    year: str | None = Field(description="Året.")
    party: str = Field(description="Det ena partiet.")
    other: str = Field(description="Det andra; samma parti står för partiets alla reservationer.")
    joint: int = Field(description="Reservationer som båda står bakom.")
    beside: int = Field(description="Paragrafer där båda har var sin reservation; de kan vilja motsatta saker.")
    alone: int | None = Field(description="Reservationer som bara partiet står bakom; null för två partier.")
    joint_in: tuple[str, ...] = Field(description="Hänvisningar till de gemensamma.")
    beside_in: tuple[str, ...] = Field(description="Hänvisningar till dem var för sig.")
    joint_acts: tuple[PositionAct, ...] = Field(description="De gemensamma reservationerna.")
    beside_acts: tuple[PositionAct, ...] = Field(description="Reservationerna var för sig.")


class AlliancesAnswer(Frozen):
    """Vilka partier som reserverar sig tillsammans."""

    start: str = Field(description="Det som frågades efter; tomt för hela biblioteket.")
    parties: tuple[str, ...] = Field(description="Partierna.")
    years: tuple[str | None, ...] = Field(description="Åren.")
    pairs: tuple[Alliance, ...] = Field(description="Paren; ett par utan antal finns inte med.")
    reserved: int = Field(description="Paragrafer med reservation.")
    paragraphs: int = Field(description="Paragrafer som lästes.")
    coverage: Coverage = Field(description="Vad som genomsöktes.")


class AssignmentPage(Paged[AssignmentRow]):
    """En del av uppdragen, det som ska vara klart först först."""


class ArgumentPage(Paged[ArgumentRow]):
    """En del av argumenten, de tidigaste först."""


class EchoPage(Paged[EchoRow]):
    """De argument som mest liknar en text."""


class ThemePage(Paged[ThemeRow]):
    """En del av citaten i teman som återkommer, det vanligaste temat först."""
