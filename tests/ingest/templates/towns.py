"""Houses of municipalities: how their boards print protocols. Names of places and people are invented."""

# ruff: noqa: E501 - sources of typeset pages keep their own lines
from __future__ import annotations

from tests.ingest.templates.people import as_role, in_row, officials, people, stacked
from tests.ingest.templates.press import House

_M1, _S1 = people(101, 7), people(109, 2)
MALMBY = House(
    file="Malmby kommunstyrelsen.pdf",
    organisation="Malmby stad",
    board="Kommunstyrelsen",
    date="2024-02-07",
    items=(
        (70, "justerare", ""),
        (71, "remiss", "STK-2024-352"),
        (72, "budget", "STK-2023-1480"),
        (73, "aterrapport", "STK-2023-77"),
    ),
    words={
        "decision": "Beslut",
        "summary": "Sammanfattning",
        "background": "Sammanfattning",
        "basis": "Beslutsunderlag",
        "motions": "Yrkanden",
        "procedure": "Beslutsgång",
        "vote": "Omröstning",
        "note": "Protokollsanteckning",
        "dispatch": "Beslutet skickas till",
    },
    order=("summary", "background", "decision", "motions", "procedure", "vote", "note", "basis", "dispatch"),
    points="numbered",
    lead="Kommunstyrelsen beslutar",
    ballots="list",
    setup="""
#set text(size: 11pt)
#set page(header: [Malmby stad #linebreak() Kommunstyrelsen #h(1fr) #context counter(page).display("1 (1)", both: true)])
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[#grid(columns: (15mm, 1fr), strong[§ #nr], strong(title)) #v(0.3em) #strong(case)]
#let rub(h) = block(above: 1.3em, below: 0.6em, sticky: true, emph(h))
""",
    cover=f"""
#text(size: 22pt, weight: "bold")[Protokoll]
#v(1em)
#table(columns: (48mm, 1fr), stroke: none, inset: 5pt, strong[Sammanträdestid], [2024-02-07 kl. 13:00–14:20], strong[Plats], [Sessionssalen, Stadshuset], strong[Beslutande ledamöter], [{stacked(_M1)}], strong[Ej tjänstgörande ersättare], [{stacked(_S1)}], strong[Utsedd att justera], [Lovisa Brandt], strong[Justerade paragrafer], [§§70-73])
#pagebreak()
""",
    attendance=(*as_role(_M1, "member"), *as_role(_S1, "other_substitute")),
    adjusters=("Lovisa Brandt",),
    span=(70, 73),
)

UPPSTAD = House(
    file="Uppstad kommunstyrelsen.pdf",
    organisation="Uppstads kommun",
    board="Kommunstyrelsen",
    date="2024-04-10",
    items=(
        (12, "motion", "KSN-2023-02345"),
        (13, "taxa", "KSN-2024-00123"),
        (14, "tabell", "KSN-2024-00991"),
        (15, "delegation", "KSN-2024-00002"),
    ),
    words={
        "decision": "Beslut",
        "summary": "Sammanfattning",
        "background": "Ärendet",
        "motions": "Yrkanden",
        "procedure": "Beslutsgång",
        "vote": "Votering",
        "reservation": "Reservationer",
        "earlier": "Beredning",
        "dispatch": "Expedieras till",
    },
    order=("decision", "reservation", "summary", "background", "earlier", "motions", "procedure", "vote", "dispatch"),
    points="numbered-att",
    lead="Kommunstyrelsen beslutar",
    ballots="prose",
    setup="""
#set text(font: ("Liberation Serif", "Libertinus Serif"), size: 12pt)
#set page(header: grid(columns: (1fr, 1fr), [#text(size: 9pt)[Kommunstyrelsen #linebreak() Protokoll #linebreak() Sammanträdesdatum: 2024-04-10]], align(right)[Uppstads kommun]), footer: [#text(size: 9pt)[Justerandes signatur #h(1fr) Utdragsbestyrkande #h(1fr) Sida #context counter(page).display("1 (1)", both: true)]])
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[#text(size: 14pt, weight: "bold")[§ #nr] #parbreak() #text(size: 14pt, weight: "bold", title) #parbreak() #case]
#let rub(h) = block(above: 1.3em, below: 0.6em, sticky: true, text(size: 12pt, weight: "bold", h))
""",
    cover="""
#text(size: 18pt)[Kommunstyrelsen] #parbreak() Datum: Onsdagen den 10 april 2024 #linebreak() Plats och tid: Stationsgatan 12, klockan 09.00–11.30
#v(3em)
Underskrifter #v(2em) Sekreterare #box(width: 40mm, repeat[.]) #linebreak() Justerare #box(width: 40mm, repeat[.])
#pagebreak()
""",
)

_M3, _E3 = people(121, 8), people(131, 5)
LINSTA = House(
    file="Linsta samhallsbyggnadsnamnden.pdf",
    organisation="Linsta kommun",
    board="Samhällsbyggnadsnämnden",
    date="2024-11-20",
    items=(
        (101, "detaljplan", "Dnr SBN 2024-345"),
        (102, "bidrag", "Dnr SBN 2024-12"),
        (103, "riktlinje", "Dnr SBN 2023-401"),
        (104, "information", ""),
    ),
    words={
        "decision": "Samhällsbyggnadsnämndens beslut:",
        "summary": "Sammanfattning:",
        "background": "Ärende:",
        "motions": "Yrkanden:",
        "procedure": "Propositionsordning:",
        "reservation": "Reservation:",
        "note": "Särskilt yttrande:",
        "recusal": "Jäv:",
        "basis": "Beslutsunderlag:",
    },
    order=("recusal", "summary", "background", "motions", "procedure", "decision", "reservation", "note", "basis"),
    points="numbered",
    lead="",
    setup="""
#set page(header: [#text(size: 9pt)[LINSTA KOMMUN #h(1fr) PROTOKOLL #h(1fr) Sida #context counter(page).display() #linebreak() Samhällsbyggnadsnämnden #h(1fr) 2024-11-20]])
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[#text(weight: "bold")[§ #nr #h(1em) #upper(title)] #linebreak() #case]
""",
    cover=f"""
#text(size: 14pt)[Samhällsbyggnadsnämnden]
#v(1em)
*Tid och plats:* 20 november 2024 kl. 14:00-16:10, Tekniska verken

*Närvarande:*
#grid(columns: (1fr, 1fr), column-gutter: 6mm, row-gutter: 2mm, [*Ledamöter*], [*Ersättare*], [{stacked(_M3, "{0} {1}")}], [{stacked(_E3, "{0} {1}")}])

*Justerare:* Per-Olof Sandin
#pagebreak()
""",
    attendance=(*as_role(_M3, "member"), *as_role(_E3, "other_substitute")),
    adjusters=("Per-Olof Sandin",),
)

UMNAS = House(
    file="Umnas for- och grundskolenamnden.pdf",
    organisation=None,
    board="För- och grundskolenämnden",
    date="2024-03-28",
    items=(
        (45, "lang", "Diarienr: FGN-2024/00123"),
        (46, "tabell", "Diarienr: FGN-2024/00009"),
        (47, "bordlagd", "Diarienr: FGN-2023/00514"),
        (48, "delegation", "Diarienr: FGN-2024/00001"),
    ),
    words={
        "decision": "Beslut",
        "summary": "Ärendebeskrivning",
        "background": "Ärendebeskrivning",
        "basis": "Beslutsunderlag",
        "motions": "Yrkanden",
        "procedure": "Beslutsordning",
        "proposal": "Förvaltningens förslag till beslut",
        "dispatch": "Beslutet ska skickas till",
    },
    order=("decision", "summary", "background", "basis", "motions", "procedure", "dispatch"),
    points="sentence",
    setup="""
#set text(font: ("DejaVu Sans", "Libertinus Serif"), size: 10pt)
#set page(header: [#text(size: 8pt)[Sammanträdesprotokoll #linebreak() För- och grundskolenämnden #h(1fr) #context counter(page).display("1 (1)", both: true) #linebreak() 2024-03-28]], footer: [#text(size: 8pt)[Justerares sign: #h(40mm) Utdragsbestyrkande:]])
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[#text(size: 12pt, weight: "bold")[§ #nr] #linebreak() #case #parbreak() #text(size: 13pt, weight: "bold", title)]
""",
    cover=f"""
Tid: Torsdag den 28 mars 2024 kl. 08:15–11:30

Plats: Nämndrummet, Skolgatan

*Beslutande:* #h(0.5em) {in_row(people(141, 5))}

*Övriga deltagare:* {in_row(officials(150, 2), "{0}")}

*Utses att justera:* Siv Holmer

*Sekreterare:* §§ 45–48 #box(width: 40mm, repeat[.])
#pagebreak()
""",
    attendance=(*as_role(people(141, 5), "member"), *as_role(officials(150, 2), "other")),
    adjusters=("Siv Holmer",),
)

LUNDBO = House(
    file="Lundbo tekniska namnden.pdf",
    organisation="Lundbo kommun",
    board="Tekniska nämnden",
    date="2024-01-24",
    items=(
        (1, "justerare", ""),
        (2, "dagordning", ""),
        (3, "motion", "TN 2023/0123"),
        (4, "medborgar", "TN 2023/0761"),
        (5, "information", ""),
    ),
    words={
        "decision": "Beslut",
        "summary": "Sammanfattning",
        "motions": "Yrkanden",
        "procedure": "Beslutsgång",
        "vote": "Omröstningsresultat",
        "reservation": "Reservationer",
        "basis": "Underlag för beslutet",
        "dispatch": "Beslut expedieras till",
    },
    order=("summary", "basis", "motions", "procedure", "vote", "decision", "reservation", "dispatch"),
    points="att",
    lead="Tekniska nämnden beslutar",
    ballots="words",
    setup="""
#set page(header: [Lundbo kommun #h(1fr) Tekniska nämnden #linebreak() Protokoll #h(1fr) 2024-01-24])
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[#text(size: 13pt, weight: "bold")[§ #nr #title] #h(1em) #case]
""",
    cover="""
#text(size: 18pt)[Protokoll fört vid sammanträde med tekniska nämnden]
Tid och plats: 2024-01-24, kl. 16.30–18.05, Brotorget

Paragrafer: 1–5
#pagebreak()
""",
    span=(1, 5),
)

HELGABORG = House(
    file="Helgaborg kulturnamnden.pdf",
    organisation="Helgaborgs stad",
    board="Kulturnämnden",
    date="2023-05-17",
    items=(
        (33, "bokslut", "00123/2023"),
        (34, "val", "00077/2023"),
        (35, "bidrag", "00411/2023"),
        (36, "delegation", "00003/2023"),
    ),
    words={
        "decision": "Beslut",
        "summary": "Ärendet",
        "background": "Ärendet",
        "basis": "Beslutsunderlag",
        "recusal": "Jäv",
        "dispatch": "Expedieras",
    },
    points="sentence",
    run_in=True,
    setup="""
#set text(font: ("Liberation Serif", "Libertinus Serif"), size: 12pt)
#set page(header: [*Helgaborgs stad* #h(1fr) Kulturnämnden #h(1fr) 2023-05-17])
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[*§ #nr #title* #linebreak() Dnr #case]
""",
    cover="""
#text(size: 16pt)[Protokoll, Kulturnämnden]

Sammanträde onsdagen den 17 maj 2023 klockan 17.00–18.40
#pagebreak()
""",
)

_M7 = people(161, 6)
KARLSVIK = House(
    file="Karlsvik arbetsmarknads- och socialnamnden.pdf",
    organisation="Karlsviks kommun",
    board="Arbetsmarknads- och socialnämnden",
    date="2024-08-27",
    items=(
        (8, "aterrapport", "Dnr ASN-2024-123"),
        (9, "riktlinje", "Dnr ASN-2024-7"),
        (10, "lang", "Dnr ASN-2023-1042"),
        (11, "information", ""),
    ),
    words={
        "decision": "Beslut",
        "summary": "Sammanfattning av ärendet",
        "background": "Bakgrund och överväganden",
        "basis": "Beslutsunderlag",
        "motions": "Yrkanden",
        "procedure": "Proposition",
        "reservation": "Reservation",
        "note": "Särskilt yttrande",
        "dispatch": "Beslutet expedieras till",
        "proposal": "Förslag till beslut",
    },
    order=(
        "decision",
        "summary",
        "background",
        "proposal",
        "basis",
        "motions",
        "procedure",
        "reservation",
        "note",
        "dispatch",
    ),
    points="numbered",
    lead="",
    breaks=True,
    setup="""
#set text(size: 11pt)
#set page(header: [#grid(columns: (1fr, 1fr, 1fr), [Karlsviks kommun], [SAMMANTRÄDESPROTOKOLL], align(right)[Blad #context counter(page).display()], [Arbetsmarknads- och socialnämnden], [Sammanträdesdatum 2024-08-27], [])], footer: [#table(columns: (1fr, 1fr, 1fr), inset: 6pt, [#text(size: 7pt)[Justerandes sign]], [], [#text(size: 7pt)[Utdragsbestyrkande]])])
#let head(nr, title, case) = block(below: 1em, sticky: true)[§ #nr #h(2em) #case #h(2em) Dpl 02 #parbreak() #text(size: 14pt, weight: "bold", title)]
""",
    cover=f"""
#table(columns: (42mm, 1fr), inset: 6pt, [Plats och tid], [Kommunhuset, rum 3, kl. 08.30–11.45], [Beslutande], [{stacked(_M7)}], [Övriga närvarande], [{stacked(officials(170, 2), "{0}, sekreterare")}], [Utses att justera], [Mattias Ovesson (M)], [Justeringens plats och tid], [Kansliet 2024-09-02], [Underskrifter], [Sekreterare ............ Paragrafer 8–11])

#align(center)[BEVIS OM ANSLAG]
#table(columns: (42mm, 1fr), inset: 5pt, [Organ], [Arbetsmarknads- och socialnämnden], [Sammanträdesdatum], [2024-08-27], [Anslagets uppsättande], [2024-09-03], [Anslagets nedtagande], [2024-09-25])
#pagebreak()
""",
    attendance=(*as_role(_M7, "member"), *as_role(officials(170, 2), "other")),
    adjusters=("Mattias Ovesson (M)",),
    span=(8, 11),
)

LULVIK = House(
    file="Lulvik barn- och utbildningsnamnden.pdf",
    organisation="Lulviks kommun",
    board="Barn- och utbildningsnämnden",
    date="2024-06-13",
    items=((56, "bokslut", "2024/123-042"), (57, "remiss", "2024/77-009"), (58, "bordlagd", "2023/410-612")),
    words={
        "decision": "Barn- och utbildningsnämndens beslut",
        "summary": "Ärendebeskrivning",
        "basis": "Beslutsunderlag",
        "motions": "Sammanträdet",
        "note": "Protokollsanteckning",
        "dispatch": "Beslutet skickas till",
        "proposal": "Arbetsutskottets förslag till beslut",
    },
    points="numbered-att",
    lead="Barn- och utbildningsnämnden beslutar",
    setup="""
#set text(font: ("Liberation Sans", "Libertinus Serif"), size: 11pt)
#set page(header: [Lulviks kommun #h(1fr) #context counter(page).display("1 (1)", both: true) #linebreak() Barn- och utbildningsnämnden #h(1fr) 2024-06-13])
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[#text(size: 14pt, weight: "bold")[§ #nr] #linebreak() #text(size: 14pt, weight: "bold", title) #linebreak() Ärendenr #case]
""",
    cover="""
#text(size: 20pt)[Sammanträdesprotokoll] #parbreak() Barn- och utbildningsnämnden #h(1em) Mötesdatum: 2024-06-13
#pagebreak()
""",
)

VALLINGE = House(
    file="Vallinge kommunstyrelsen.pdf",
    organisation="Vallinge kommun",
    board="Kommunstyrelsen",
    date="2024-10-02",
    items=((121, "motion", "Dnr 2023/123"), (122, "medborgar", "Dnr 2024/88"), (123, "delegation", "Dnr 2024/1")),
    words={
        "decision": "Kommunstyrelsens beslut",
        "summary": "Ärendebeskrivning",
        "motions": "Förslag till beslut på sammanträdet",
        "procedure": "Beslutsgång",
        "vote": "Voteringsprotokoll",
        "reservation": "Skriftlig reservation",
        "proposal": "Arbetsutskottets förslag till kommunstyrelsen",
    },
    order=("decision", "summary", "motions", "procedure", "vote", "reservation"),
    points="numbered",
    lead="",
    ballots="columns",
    rule_after_decision=True,
    setup="""
#set text(font: ("Libertinus Serif",), size: 12pt)
#set page(header: [#grid(columns: (1fr, auto), [VALLINGE KOMMUN #linebreak() Kommunstyrelsen], [Sammanträdesprotokoll #linebreak() 2024-10-02])], footer: [Justerare #h(1fr) Utdragsbestyrkande])
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[Ks § #nr\\/2024 #h(1fr) #case #parbreak() #text(weight: "bold", title)]
""",
    cover=f"""
Plats och tid: Kommunhuset, kl 18.30–19.45

Beslutande: #linebreak() {stacked(people(181, 5))}

Justerare: Ylva Stenmark (V)

Omfattar paragraferna 121–123
#pagebreak()
""",
    attendance=as_role(people(181, 5), "member"),
    adjusters=("Ylva Stenmark (V)",),
    span=(121, 123),
)

TOWNS = (MALMBY, UPPSTAD, LINSTA, UMNAS, LUNDBO, HELGABORG, KARLSVIK, LULVIK, VALLINGE)
