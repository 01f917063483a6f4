"""The matters that the invented protocols treat: texts by role, and what they record.

Owns words and gold, never looks. A house (``houses``) says what its headings are called, in which order the parts
stand and how points are marked; ``press`` sets both and writes the gold. ``{N}`` is the body's name, ``{n}`` the same
inside a sentence.
"""

# ruff: noqa: E501 - printed sentences keep their own lines
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Record = dict[str, Any]


@dataclass(frozen=True)
class Point:
    """One decision point as an att-clause and as a sentence; ``to`` and ``due`` where it assigns."""

    inf: str
    fin: str
    outcome: str
    to: str | None = None
    due: str | None = None


@dataclass(frozen=True)
class Ballots:
    """A vote's result in prose and the ballots."""

    result: str
    meanings: str
    rows: tuple[tuple[str, str, str], ...]
    abstain: int | None = None

    def count(self, word: str) -> int:
        """Return how many voted so."""
        return sum(vote == word for _, _, vote in self.rows)


@dataclass(frozen=True)
class Matter:
    """One matter: its title, its parts by role, its decision points, its vote, and the other acts as gold."""

    title: str
    parts: dict[str, tuple[str, ...]]
    points: tuple[Point, ...]
    proposal: tuple[str, ...] = ()
    vote: Ballots | None = None
    immediate: bool = False
    acts: Record = field(default_factory=dict)
    cased: bool = True


def _p(name: str | None, party: str | None) -> Record:
    return {"name": name, "party": party}


def _motion(kind: str, text: str, *movers: tuple[str | None, str | None]) -> Record:
    return {"movers": [_p(*m) for m in movers], "kind": kind, "text": text}


def _dissent(text: str, *by: tuple[str | None, str | None]) -> Record:
    return {"by": [_p(*b) for b in by], "text": text}


ELVA = (
    ("Hedda Malmqvist", "S", "yes"),
    ("Torsten Ekwall", "M", "yes"),
    ("Birgitta Norling", "C", "yes"),
    ("Samir Haddad", "S", "yes"),
    ("Lovisa Brandt", "KD", "yes"),
    ("Per-Olof Sandin", "S", "yes"),
    ("Nora Fjellström", "V", "no"),
    ("Ivar Kronlund", "MP", "no"),
    ("Elsa Wikander", "V", "no"),
    ("Göran Tapper", "L", "no"),
    ("Kaj Rosenlund", "SD", "abstain"),
)
LANG = (
    *ELVA,
    ("Agneta Sjöholm", "S", "yes"),
    ("Mattias Ovesson", "M", "yes"),
    ("Fatima Rashid", "S", "yes"),
    ("Rune Dahlbäck", "C", "yes"),
    ("Ylva Stenmark", "V", "no"),
    ("Dan Oskarson", "MP", "no"),
    ("Siv Holmer", "KD", "yes"),
    ("Olle Granat", "SD", "abstain"),
    ("Petra Lundevall", "L", "no"),
    ("Jonny Frisk", "S", "yes"),
    ("Maj-Britt Aspelin", "M", "yes"),
)

MATTERS: dict[str, Matter] = {
    "justerare": Matter(
        "Val av justerare",
        {},
        (
            Point(
                "utse Lovisa Brandt (KD) att jämte ordföranden justera protokollet",
                "Lovisa Brandt (KD) utses att jämte ordföranden justera protokollet",
                "elected",
            ),
        ),
        cased=False,
    ),
    "dagordning": Matter(
        "Fastställande av föredragningslista",
        {},
        (
            Point(
                "fastställa föredragningslistan utan ändringar",
                "Föredragningslistan fastställs utan ändringar",
                "approved",
            ),
        ),
        cased=False,
    ),
    "bokslut": Matter(
        "Årsredovisning och bokslut för verksamhetsåret samt redovisning av den interna kontrollen",
        {
            "summary": (
                "Årsredovisningen beskriver verksamhetens utveckling under året, det ekonomiska utfallet och måluppfyllelsen. Resultatet uppgår till 12,4 miljoner kronor, vilket är 3,1 miljoner kronor bättre än budget. Avvikelsen förklaras främst av lägre personalkostnader under årets första månader och av ett högre statsbidrag än väntat.",
                "Den interna kontrollen har genomförts enligt plan. Två av elva kontroller visar brister som har åtgärdats under året, och en kontroll förs vidare till nästa års plan.",
            ),
            "basis": ("- Tjänsteskrivelse, den 12 februari", "- Årsredovisning", "- Rapport om intern kontroll"),
            "dispatch": ("Ekonomiavdelningen", "Revisorerna"),
        },
        (
            Point(
                "godkänna årsredovisningen och överlämna den till revisorerna för granskning",
                "Årsredovisningen godkänns och överlämnas till revisorerna för granskning",
                "approved",
            ),
            Point(
                "ge ekonomichefen i uppdrag att redovisa en åtgärdsplan för den interna kontrollen senast den 30 september 2026",
                "Ekonomichefen får i uppdrag att redovisa en åtgärdsplan för den interna kontrollen senast den 30 september 2026",
                "assigned",
                "ekonomichefen",
                "2026-09-30",
            ),
        ),
        proposal=("godkänna årsredovisningen och överlämna den till revisorerna för granskning",),
    ),
    "motion": Matter(
        "Svar på motion om avgiftsfri kollektivtrafik för unga under sommarlovet",
        {
            "summary": (
                "I en motion föreslås att alla som är yngre än nitton år ska få resa utan avgift med buss och båt under sommarlovet. Förvaltningen bedömer att förslaget kostar 8 miljoner kronor om året och att nyttan inte står i proportion till kostnaden.",
            ),
            "motions": (
                "Hedda Malmqvist (S) yrkar avslag på motionen.",
                "Nora Fjellström (V) och Ivar Kronlund (MP) yrkar bifall till motionen.",
            ),
            "procedure": (
                "Ordföranden ställer proposition på bifall respektive avslag till motionen och finner att motionen avslås. Omröstning begärs och ska verkställas.",
            ),
            "reservation": (
                "Nora Fjellström (V), Elsa Wikander (V) och Ivar Kronlund (MP) reserverar sig mot beslutet till förmån för eget yrkande.",
            ),
            "dispatch": ("Motionären",),
        },
        (Point("avslå motionen", "Motionen avslås", "rejected"),),
        vote=Ballots(
            "Med 6 ja-röster mot 4 nej-röster och 1 som avstår beslutar {n} att avslå motionen.",
            "Den som vill avslå motionen röstar ja. Den som vill bifalla motionen röstar nej.",
            ELVA,
            1,
        ),
        acts={
            "motions": [
                _motion("reject", "Hedda Malmqvist (S) yrkar avslag på motionen.", ("Hedda Malmqvist", "S")),
                _motion(
                    "approve",
                    "Nora Fjellström (V) och Ivar Kronlund (MP) yrkar bifall till motionen.",
                    ("Nora Fjellström", "V"),
                    ("Ivar Kronlund", "MP"),
                ),
            ],
            "reservations": [
                _dissent(
                    "Nora Fjellström (V), Elsa Wikander (V) och Ivar Kronlund (MP) reserverar sig mot beslutet till förmån för eget yrkande.",
                    ("Nora Fjellström", "V"),
                    ("Elsa Wikander", "V"),
                    ("Ivar Kronlund", "MP"),
                )
            ],
        },
    ),
    "budget": Matter(
        "Budget och verksamhetsplan med utblick mot de två följande åren",
        {
            "background": (
                "Budgetberedningen har under våren tagit fram ett förslag till ramar. Förslaget innebär att ramarna räknas upp med 2,3 procent och att investeringar för sammanlagt 64 miljoner kronor skjuts fram ett år i väntan på beslut om lokaler.",
                "Osäkerheten om pensionskostnaderna är fortsatt stor, och en reserv om 15 miljoner kronor avsätts för oförutsedda utgifter under planperioden.",
            ),
            "motions": (
                "Torsten Ekwall (M) yrkar bifall till förvaltningens förslag.",
                "Ylva Stenmark (V) yrkar att ärendet återremitteras för att en ny beräkning av pensionskostnaderna ska göras.",
            ),
            "procedure": (
                "Ordföranden prövar först om ärendet ska avgöras i dag eller återremitteras och finner att ärendet ska avgöras i dag. Omröstning begärs.",
            ),
        },
        (
            Point(
                "fastställa budget och verksamhetsplan enligt förvaltningens förslag",
                "Budget och verksamhetsplan fastställs enligt förvaltningens förslag",
                "approved",
            ),
        ),
        vote=Ballots(
            "Omröstningen utfaller med 13 ja-röster mot 7 nej-röster, medan 2 avstår.",
            "Ja-röst för att ärendet avgörs i dag, nej-röst för att det återremitteras.",
            LANG,
            2,
        ),
        acts={
            "motions": [
                _motion(
                    "approve", "Torsten Ekwall (M) yrkar bifall till förvaltningens förslag.", ("Torsten Ekwall", "M")
                ),
                _motion(
                    "remit",
                    "Ylva Stenmark (V) yrkar att ärendet återremitteras för att en ny beräkning av pensionskostnaderna ska göras.",
                    ("Ylva Stenmark", "V"),
                ),
            ],
        },
    ),
    "remiss": Matter(
        "Yttrande över remiss av betänkandet En sammanhållen vårdkedja (SOU 2024:18)",
        {
            "summary": (
                "Departementet har gett tillfälle att yttra sig över betänkandet. Förvaltningen är i huvudsak positiv till förslagen men påpekar att kostnaderna för omställningen är underskattade och att tiden för införandet är för kort.",
            ),
            "basis": ("Förvaltningens tjänsteskrivelse den 4 mars 2024", "Förslag till yttrande"),
            "note": (
                "Kaj Rosenlund (SD) lämnar följande protokollsanteckning: Vi delar förvaltningens syn på kostnaderna men hade gärna sett att yttrandet var tydligare i frågan om ansvaret för hjälpmedel.",
            ),
        },
        (
            Point(
                "anta yttrandet som sitt eget och överlämna det till departementet",
                "Yttrandet antas och överlämnas till departementet",
                "approved",
            ),
        ),
        proposal=("anta yttrandet som sitt eget och överlämna det till departementet",),
        acts={
            "notes": [
                {
                    "kind": "note",
                    "by": [_p("Kaj Rosenlund", "SD")],
                    "text": "Vi delar förvaltningens syn på kostnaderna men hade gärna sett att yttrandet var tydligare i frågan om ansvaret för hjälpmedel.",
                }
            ],
        },
    ),
    "delegation": Matter(
        "Redovisning av delegationsbeslut",
        {
            "summary": (
                "{N} har delegerat beslutanderätt enligt gällande delegationsordning. Beslut som fattats med stöd av delegation under perioden redovisas till {n}.",
            ),
        },
        (Point("lägga redovisningen till handlingarna", "Redovisningen läggs till handlingarna", "noted"),),
    ),
    "detaljplan": Matter(
        "Detaljplan för del av fastigheten Lärkan 2:14 vid Norra hamnen, beslut om granskning",
        {
            "background": (
                "Planens syfte är att pröva om marken vid hamnen kan användas för bostäder i högst fyra våningar. Samråd hölls under hösten och tjugotre yttranden kom in. Flera av dem rör buller från godstrafiken och utsikten från de befintliga husen vid Skepparegatan.",
            ),
            "motions": (
                "Göran Tapper (L), med instämmande av Siv Holmer (KD), yrkar att ärendet återremitteras till förvaltningen för kompletterande bullerutredning.",
            ),
            "procedure": (
                "Ordföranden frågar om ärendet ska avgöras i dag eller återremitteras och finner att {n} beslutar att återremittera ärendet.",
            ),
        },
        (
            Point(
                "återremittera ärendet till förvaltningen för kompletterande bullerutredning",
                "Ärendet återremitteras till förvaltningen för kompletterande bullerutredning",
                "remitted",
            ),
        ),
        immediate=True,
        proposal=("godkänna planförslaget för granskning",),
        acts={
            "motions": [
                _motion(
                    "remit",
                    "Göran Tapper (L), med instämmande av Siv Holmer (KD), yrkar att ärendet återremitteras till förvaltningen för kompletterande bullerutredning.",
                    ("Göran Tapper", "L"),
                    ("Siv Holmer", "KD"),
                )
            ]
        },
    ),
    "aterrapport": Matter(
        "Återrapportering av uppdrag om tillgängliga badplatser",
        {
            "summary": (
                "Fritidsnämnden beslutade den 14 mars 2023, § 41, att ge förvaltningen i uppdrag att se över tillgängligheten vid badplatserna. Översynen är klar och visar att sju av tolv badplatser behöver ramper och hårdgjorda gångar.",
            ),
            "dispatch": ("Fritidschefen",),
        },
        (Point("förklara uppdraget fullgjort", "Uppdraget förklaras fullgjort", "answered"),),
        acts={
            "reports": [{"board": "Fritidsnämnden", "date": "2023-03-14", "number": 41, "closed": True}],
            "references": [{"kind": "paragraph", "board": "Fritidsnämnden", "date": "2023-03-14", "number": 41}],
        },
    ),
    "val": Matter(
        "Val av ledamot i samverkansrådet för skärgårdsfrågor efter Rune Dahlbäck (C)",
        {
            "background": (
                "Rune Dahlbäck (C) har begärt att få bli befriad från sitt uppdrag. Centerpartiet har nominerat Birgitta Norling (C) för resten av mandatperioden.",
            )
        },
        (
            Point(
                "utse Birgitta Norling (C) till ledamot i samverkansrådet för resten av mandatperioden",
                "Birgitta Norling (C) utses till ledamot i samverkansrådet för resten av mandatperioden",
                "elected",
            ),
        ),
    ),
    "bidrag": Matter(
        "Bidrag till Föreningen Sjöbris seglarläger",
        {
            "recusal": ("Agneta Sjöholm (S) anmäler jäv och deltar inte i handläggningen av ärendet.",),
            "summary": (
                "Föreningen ansöker om bidrag till ett seglarläger för barn i åldern nio till tolv år. Lägret pågår i två veckor och leds av tolv ideella ledare. Förra året deltog 86 barn.",
            ),
        },
        (
            Point(
                "godkänna ansökan om bidrag med 75 000 kronor",
                "Ansökan om bidrag med 75 000 kronor godkänns",
                "approved",
            ),
        ),
        acts={"recusals": [_p("Agneta Sjöholm", "S")]},
    ),
    "information": Matter(
        "Information från förvaltningen",
        {
            "summary": (
                "Förvaltningschefen informerar om läget i verksamheten, om rekryteringen inför sommaren och om arbetet med att minska sjukfrånvaron. En ny organisation träder i kraft efter semestrarna.",
            )
        },
        (Point("anteckna informationen till protokollet", "Informationen antecknas till protokollet", "noted"),),
        cased=False,
    ),
    "taxa": Matter(
        "Taxa för tillsyn enligt lagen om tobak och liknande produkter",
        {
            "background": (
                "Nuvarande taxa antogs 2019 och täcker inte längre kostnaderna. Förslaget bygger på en timavgift som räknas upp årligen med prisindex och på fasta avgifter för ansökningar och anmälningar.",
            ),
            "earlier": ("Arbetsutskottet behandlade ärendet den 6 februari 2024, § 19.",),
            "dispatch": ("Miljökontoret", "Författningssamlingen"),
        },
        (
            Point(
                "anta taxan att gälla från och med den 1 juli 2024",
                "Taxan antas att gälla från och med den 1 juli 2024",
                "approved",
            ),
            Point("upphäva den tidigare taxan från samma dag", "Den tidigare taxan upphävs från samma dag", "other"),
        ),
        proposal=("anta taxan att gälla från och med den 1 juli 2024", "upphäva den tidigare taxan från samma dag"),
        acts={"references": [{"kind": "paragraph", "board": "Arbetsutskottet", "date": "2024-02-06", "number": 19}]},
    ),
    "medborgar": Matter(
        "Medborgarförslag om belysning längs strandpromenaden",
        {
            "summary": (
                "Förslagsställaren vill att hela promenaden mellan torget och småbåtshamnen belyses. Förvaltningen svarar att belysning redan ingår i den plan för gång- och cykelvägar som genomförs nästa år.",
            ),
        },
        (
            Point(
                "medborgarförslaget ska anses besvarat med hänvisning till förvaltningens svar",
                "Medborgarförslaget anses besvarat med hänvisning till förvaltningens svar",
                "answered",
            ),
        ),
    ),
    "bordlagd": Matter(
        "Strategi för ett levande friluftsliv",
        {
            "summary": (
                "Strategin anger mål för friluftslivet fram till 2032 och pekar ut fem områden som ska utvecklas.",
            ),
            "motions": ("Olle Granat (SD) yrkar att ärendet bordläggs till nästa sammanträde.",),
        },
        (Point("bordlägga ärendet till nästa sammanträde", "Ärendet bordläggs till nästa sammanträde", "tabled"),),
        acts={
            "motions": [
                _motion(
                    "table",
                    "Olle Granat (SD) yrkar att ärendet bordläggs till nästa sammanträde.",
                    ("Olle Granat", "SD"),
                )
            ]
        },
    ),
    "riktlinje": Matter(
        "Riktlinje för sponsring och samarbeten",
        {
            "summary": (
                "Riktlinjen klargör när verksamheterna får ta emot sponsring och vad som krävs av avtalen. Den ersätter de regler som antogs 2011.",
            ),
            "motions": (
                "Dan Oskarson (MP) yrkar följande tillägg: Avtal med bolag som bryter fossila bränslen ingås inte.",
                "Jonny Frisk (S) yrkar bifall till förvaltningens förslag och avslag på tilläggsyrkandet.",
            ),
            "procedure": (
                "Ordföranden finner först att {n} bifaller förvaltningens förslag.",
                "Därefter ställer ordföranden proposition på tilläggsyrkandet och finner att det avslås.",
            ),
            "reservation": ("Dan Oskarson (MP) reserverar sig mot beslutet till förmån för sitt tilläggsyrkande.",),
            "note": (
                "Göran Tapper (L) lämnar ett särskilt yttrande: Vi ställer oss bakom riktlinjen och följer hur den tillämpas.",
            ),
        },
        (Point("anta riktlinjen", "Riktlinjen antas", "approved"),),
        proposal=("anta riktlinjen",),
        acts={
            "motions": [
                _motion(
                    "add",
                    "Dan Oskarson (MP) yrkar följande tillägg: Avtal med bolag som bryter fossila bränslen ingås inte.",
                    ("Dan Oskarson", "MP"),
                ),
                _motion(
                    "approve",
                    "Jonny Frisk (S) yrkar bifall till förvaltningens förslag och avslag på tilläggsyrkandet.",
                    ("Jonny Frisk", "S"),
                ),
                _motion(
                    "reject",
                    "Jonny Frisk (S) yrkar bifall till förvaltningens förslag och avslag på tilläggsyrkandet.",
                    ("Jonny Frisk", "S"),
                ),
            ],
            "reservations": [
                _dissent(
                    "Dan Oskarson (MP) reserverar sig mot beslutet till förmån för sitt tilläggsyrkande.",
                    ("Dan Oskarson", "MP"),
                )
            ],
            "notes": [
                {
                    "kind": "statement",
                    "by": [_p("Göran Tapper", "L")],
                    "text": "Vi ställer oss bakom riktlinjen och följer hur den tillämpas.",
                }
            ],
        },
    ),
    "tabell": Matter(
        "Månadsuppföljning per den 30 april",
        {
            "summary": (
                "Uppföljningen visar ett underskott om 1,8 miljoner kronor. Utfallet fördelar sig så här (tkr).",
                "|Verksamhet|Budget|Utfall|Avvikelse|Förskola|41 200|41 900|-700|Grundskola|88 100|88 950|-850|Fritidshem|12 300|12 550|-250",
                "Prognosen för helåret är oförändrad.",
            ),
        },
        (Point("godkänna uppföljningen", "Uppföljningen godkänns", "approved"),),
    ),
    "papper": Matter(
        "Ombyggnad av pumpstationen vid Kvarngatan",
        {
            "background": (
                "Stationen byggdes 1968 och klarar inte de flöden som väntas. En ny station kostar 9 miljoner kronor.",
            ),
            "earlier": ("§ 20 Kommunfullmäktige 2023-11-14", "§ 118 Kommunstyrelsen 2023-12-05"),
            "basis": ("Kalkyl", "Förprojektering"),
        },
        (Point("godkänna kalkylen", "Kalkylen godkänns", "approved"),),
        acts={
            "references": [
                {"kind": "paragraph", "board": "Kommunfullmäktige", "date": "2023-11-14", "number": 20},
                {"kind": "paragraph", "board": "Kommunstyrelsen", "date": "2023-12-05", "number": 118},
            ]
        },
    ),
    "lang": Matter(
        "Revidering av reglementet för gemensam administration, arkiv och informationssäkerhet mellan medlemmarna",
        {
            "background": tuple(
                f"{inledning} Arbetsgruppen har träffats vid sju tillfällen och tagit del av synpunkter från personal, fackliga organisationer och brukarråd. Gruppen har vägt nyttan av gemensamma system mot kostnaderna för flytten och mot de risker som uppstår när uppgifter lämnas mellan självständiga myndigheter. Sammantaget bedöms förslaget ge bättre ordning i arkiven, snabbare svar till dem som begär ut allmänna handlingar och lägre kostnader på sikt."
                for inledning in (
                    "Nuvarande reglemente är från 2012 och har sedan dess ändrats fyra gånger.",
                    "En första utredning lades fram i fjol.",
                    "Frågan om arkiven har särskilt belysts.",
                    "Informationssäkerheten har granskats av en extern konsult.",
                    "Kostnaderna har beräknats för två alternativ.",
                    "Tidplanen är anpassad till budgetarbetet.",
                    "Synpunkter har hämtats in från medlemmarna.",
                )
            ),
            "basis": ("Utredning om gemensam administration", "Förslag till reglemente"),
        },
        (
            Point(
                "anta reglementet att gälla från och med den 1 januari 2025",
                "Reglementet antas att gälla från och med den 1 januari 2025",
                "approved",
            ),
            Point(
                "ge direktören i uppdrag att följa upp tillämpningen under 2026",
                "Direktören får i uppdrag att följa upp tillämpningen under 2026",
                "assigned",
                "direktören",
                "2026",
            ),
        ),
        proposal=("anta reglementet att gälla från och med den 1 januari 2025",),
    ),
}
