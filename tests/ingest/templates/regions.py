"""Houses of regions: how their boards print protocols. Names of places and people are invented."""

# ruff: noqa: E501 - sources of typeset pages keep their own lines
from __future__ import annotations

from tests.ingest.templates.people import as_role, officials, people, stacked
from tests.ingest.templates.press import House

_M1, _S1, _E1, _O1 = people(1, 7), people(8, 2), people(10, 2), officials(12, 2)
ALVSTRANDEN = House(
    file="Alvstranden regionstyrelsen.pdf",
    organisation="Region Älvstranden",
    board="Regionstyrelsen",
    date="2024-03-19",
    items=(
        (83, "justerare", ""),
        (84, "bokslut", "RS 2023-0413"),
        (85, "motion", "RS 2023-0078"),
        (86, "delegation", "RS 2024-0002"),
        (87, "riktlinje", "RS 2022-1190"),
    ),
    words={
        "decision": "Regionstyrelsens beslut",
        "summary": "Ärendebeskrivning",
        "basis": "Beslutsunderlag",
        "motions": "Yrkanden",
        "procedure": "Propositionsordning",
        "vote": "Votering",
        "reservation": "Reservation",
        "note": "Särskilt yttrande",
        "dispatch": "Beslutet skickas till",
        "proposal": "Regiondirektörens förslag till beslut",
    },
    order=(
        "decision",
        "summary",
        "basis",
        "proposal",
        "motions",
        "procedure",
        "vote",
        "reservation",
        "note",
        "dispatch",
    ),
    points="numbered-att",
    ballots="columns",
    setup="""
#set page(header: grid(columns: (1fr, 1fr, 20mm), [*Region Älvstranden* #linebreak() Regionstyrelsen], [PROTOKOLL 3/2024 #linebreak() 2024-03-19], context align(right, counter(page).display("1 (1)", both: true))))
#let head(nr, title, case) = block(above: 2.2em, below: 1em, sticky: true, grid(columns: (16mm, 1fr, 34mm), column-gutter: 3mm, strong[§ #nr], strong(title), align(right, case)))
""",
    cover=f"""
#text(size: 20pt, weight: "bold")[Protokoll]

Regionstyrelsens sammanträde den 19 mars 2024, klockan 09.00–12.15, Sessionssalen, Regionhuset

*Paragrafer* §§ 83–87

*Närvarande ledamöter*

{stacked(_M1)}

*Tjänstgörande ersättare*

{stacked(_S1)}

*Närvarande ersättare*

{stacked(_E1)}

*Övriga närvarande*

{stacked(_O1, "{0}, handläggare")}

*Justerare* #h(1em) Lovisa Brandt

#pagebreak()
""",
    attendance=(
        *as_role(_M1, "member"),
        *as_role(_S1, "serving_substitute"),
        *as_role(_E1, "other_substitute"),
        *as_role(_O1, "other"),
    ),
    adjusters=("Lovisa Brandt",),
    span=(83, 87),
)

_M2, _S2, _O2 = people(21, 6), people(28, 3), officials(32, 3)
VASTANLAND = House(
    file="Vastanland regionstyrelsen.pdf",
    organisation="Västra Älvlandsregionen",
    board="Regionstyrelsen",
    date="2024-05-14",
    items=(
        (112, "dagordning", ""),
        (113, "budget", "Diarienummer RS 2024-01234"),
        (114, "remiss", "Diarienummer RS 2024-00981"),
        (115, "taxa", "Diarienummer RS 2023-06001"),
    ),
    words={
        "decision": "Beslut",
        "background": "Sammanfattning av ärendet",
        "summary": "Sammanfattning av ärendet",
        "basis": "Beslutsunderlag",
        "motions": "Yrkanden på sammanträdet",
        "procedure": "Beslutsgång",
        "vote": "Omröstning",
        "note": "Protokollsanteckning",
        "dispatch": "Skickas till",
        "earlier": "Beredning",
    },
    order=("decision", "background", "summary", "earlier", "basis", "motions", "procedure", "vote", "note", "dispatch"),
    points="numbered",
    lead="",
    ballots="bracketed",
    breaks=True,
    setup="""
#set text(font: ("DejaVu Sans", "Libertinus Serif"), size: 9.5pt)
#set page(header: [Protokoll från regionstyrelsen, 2024-05-14], footer: [#set text(size: 8pt); Justerare: #box(width: 25mm, repeat[.]) #h(5mm) Justerare: #box(width: 25mm, repeat[.]) #h(1fr) #context counter(page).display("1 (1)", both: true)])
#let head(nr, title, case) = block(below: 1.2em, sticky: true)[#text(size: 13pt, weight: "bold")[§ #nr] #parbreak() #text(size: 13pt, weight: "bold", title) #parbreak() #case]
""",
    cover=f"""
*Västra Älvlandsregionen* #parbreak()
#text(size: 18pt)[Protokoll från regionstyrelsen]

Datum: 2024-05-14 #linebreak() Tid: 09:30–14:10 #linebreak() Plats: Residenset, Sjöstad

#grid(columns: (50mm, 1fr), row-gutter: 4mm, [*Ledamöter*], [{stacked(_M2)}], [*Tjänstgörande ersättare*], [{stacked(_S2, "{0} ({1}) §§ 112–113")}], [*Övriga deltagare*], [{stacked(_O2, "{0}, avdelningschef")}], [*Justeringsdag*], [2024-05-21], [*Paragrafer*], [112–115])
#pagebreak()
""",
    attendance=(*as_role(_M2, "member"), *as_role(_S2, "serving_substitute"), *as_role(_O2, "other")),
    span=(112, 115),
)

_M3, _S3, _E3 = people(41, 8), people(49, 1), people(51, 3)
SODERSLATT = House(
    file="Soderslatt halso- och sjukvardsnamnden.pdf",
    organisation="Region Söderslätt",
    board="Hälso- och sjukvårdsnämnden",
    date="2024-02-22",
    items=(
        (17, "information", ""),
        (18, "aterrapport", "2024-O000123"),
        (19, "lang", "2023-POL000456"),
        (20, "bidrag", "2024-O000011"),
    ),
    words={
        "decision": "Hälso- och sjukvårdsnämndens beslut",
        "summary": "Sammanfattning",
        "background": "Ärendebeskrivning och skälen för beslut",
        "basis": "I ärendet finns följande dokument",
        "dispatch": "Beslutet expedieras till",
        "recusal": "Jäv",
        "proposal": "Förslag till beslut",
    },
    points="numbered",
    lead="{N} beslutar",
    setup="""
#set text(font: ("Liberation Serif", "Libertinus Serif"), size: 11.5pt)
#set page(header: grid(columns: (1fr, 1fr), [Region Söderslätt #linebreak() Hälso- och sjukvårdsnämnden], align(right)[Protokoll #linebreak() Datum 2024-02-22]), footer: align(center, context counter(page).display()))
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[#grid(columns: (18mm, 1fr), text(weight: "bold")[§ #nr], text(weight: "bold", title)) #case]
""",
    cover=f"""
#align(center, text(size: 22pt)[PROTOKOLL])

#table(columns: (45mm, 1fr), stroke: none, [Organ], [Hälso- och sjukvårdsnämnden], [Mötesdatum], [2024-02-22], [Plats och tid], [Rådhuset, Söderköpinge, klockan 09.00–11.40], [Beslutande ledamöter], [{stacked(_M3, "{0}, {1}")}], [Tjänstgörande ersättare], [{stacked(_S3, "{0}, {1}")}], [Ej tjänstgörande ersättare], [{stacked(_E3, "{0}, {1}")}], [Protokollsjusterare], [Torsten Ekwall], [Paragrafer], [§§ 17–20])
#pagebreak()
""",
    attendance=(*as_role(_M3, "member"), *as_role(_S3, "serving_substitute"), *as_role(_E3, "other_substitute")),
    adjusters=("Torsten Ekwall",),
    span=(17, 20),
)

UPPNAS = House(
    file="Uppnas regionfullmaktige.pdf",
    organisation="Region Uppnäs",
    board="Regionfullmäktige",
    date="2024-04-24",
    items=(
        (45, "val", "Dnr RS2024-00123"),
        (46, "motion", "Dnr RS2023-00577"),
        (47, "medborgar", "Dnr RS2023-01201"),
        (48, "information", ""),
    ),
    words={
        "decision": "Beslut",
        "summary": "Ärendet",
        "background": "Bakgrund",
        "motions": "Yrkanden",
        "procedure": "Beslutsgång",
        "vote": "Voteringsresultat",
        "reservation": "Reservationer",
        "dispatch": "Kopia till",
    },
    order=("decision", "summary", "background", "motions", "procedure", "vote", "reservation", "dispatch"),
    points="sentence",
    ballots="prose",
    setup="""
#set text(font: ("Liberation Sans Narrow", "Liberation Sans", "Libertinus Serif"), size: 12pt)
#set page(header: [Region Uppnäs #h(1fr) Protokoll #h(1fr) Sammanträdesdatum 2024-04-24], footer: [Justerandes signatur #h(1fr) Utdragsbestyrkande])
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[*§ #nr\\/24* #linebreak() *#title* #linebreak() #case]
""",
    cover="""
#text(size: 20pt)[Regionfullmäktige]

Sammanträde den 24 april 2024, klockan 10.00–15.20

Plats: Stora salen, Slottet

Justerare: Birgitta Norling, Göran Tapper

*Föredragningslista*

45/24 #h(1em) Val av ledamot i samverkansrådet för skärgårdsfrågor efter Rune Dahlbäck (C) #linebreak()
46/24 #h(1em) Svar på motion om avgiftsfri kollektivtrafik för unga under sommarlovet #linebreak()
47/24 #h(1em) Medborgarförslag om belysning längs strandpromenaden #linebreak()
48/24 #h(1em) Information från förvaltningen
#pagebreak()
""",
    adjusters=("Birgitta Norling", "Göran Tapper"),
)

_M5, _E5 = people(61, 9), people(70, 4)
OSTANGARD = House(
    file="Ostangard trafik- och samhallsplaneringsnamnden.pdf",
    organisation="Region Östangård",
    board="Trafik- och samhällsplaneringsnämnden",
    date="2024-09-12",
    items=(
        (61, "detaljplan", "TSN 2024-112"),
        (62, "tabell", "TSN 2024-40"),
        (63, "bordlagd", "TSN 2023-377"),
        (64, "delegation", "TSN 2024-1"),
    ),
    words={
        "decision": "TRAFIK- OCH SAMHÄLLSPLANERINGSNÄMNDEN BESLUTAR",
        "summary": "SAMMANFATTNING",
        "background": "BAKGRUND",
        "motions": "YRKANDEN",
        "procedure": "BESLUTSORDNING",
        "proposal": "FÖRSLAG TILL BESLUT",
    },
    points="att",
    lead="",
    setup="""
#set page(header: [Protokoll #linebreak() Trafik- och samhällsplaneringsnämnden #h(1fr) 2024-09-12], footer: [#line(length: 100%, stroke: 0.4pt) Ordf sign #h(20mm) Just sign #h(1fr) Region Östangård])
#let rub(h) = block(above: 1.4em, below: 0.8em, sticky: true, h)
#let head(nr, title, case) = block(above: 2.4em, below: 1em, sticky: true)[#text(weight: "bold")[§ #nr #h(1fr) #case] #parbreak() #text(weight: "bold", upper(title))]
""",
    cover=f"""
#grid(columns: (1fr, 1fr), text(size: 14pt)[Sammanträdesprotokoll], align(right)[Sida 1])
Trafik- och samhällsplaneringsnämnden #linebreak() Sammanträdesdatum #linebreak() 2024-09-12

*Plats och tid* #h(1em) Regionhuset, lokal Viken, kl. 13.00–15.30

#grid(columns: (1fr, 1fr), column-gutter: 8mm, [*Beslutande* #linebreak() {stacked(_M5)}], [*Ej tjänstgörande ersättare* #linebreak() {stacked(_E5)}])

*Utses att justera* #h(1em) Samir Haddad (S)

*Underskrifter* #h(1em) Sekreterare #box(width: 50mm, repeat[.]) #h(1em) Paragrafer 61–64
#pagebreak()
""",
    attendance=(*as_role(_M5, "member"), *as_role(_E5, "other_substitute")),
    adjusters=("Samir Haddad (S)",),
    span=(61, 64),
)

JARNBO = House(
    file="Jarnbo namnd for folkhalsa.pdf",
    organisation="Region Järnbo län",
    board="Nämnden för folkhälsa och sjukvård",
    named="Nämnden",
    date="2024-06-04",
    items=(
        (70, "bokslut", "Diarienummer: RJL 2024/1187"),
        (71, "riktlinje", "Diarienummer: RJL 2023/2210"),
        (72, "remiss", "Diarienummer: RJL 2024/6"),
        (73, "information", ""),
    ),
    words={
        "decision": "Beslut",
        "summary": "Sammanfattning",
        "basis": "Beslutsunderlag",
        "motions": "Förslag till beslut på sammanträdet",
        "procedure": "Beslutsgång",
        "reservation": "Reservationer",
        "note": "Anteckning till protokollet",
        "dispatch": "Beslut skickas till",
        "proposal": "Nämnden för folkhälsa och sjukvård föreslås besluta",
    },
    order=("decision", "summary", "basis", "motions", "procedure", "reservation", "note", "dispatch"),
    points="bullets",
    lead="",
    setup="""
#set text(font: ("DejaVu Serif", "Libertinus Serif"), size: 10pt)
#set page(header: grid(columns: (1fr, 1fr, 1fr), [Nämnden för folkhälsa och sjukvård], align(center)[PROTOKOLL], align(right)[2024-06-04]))
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[#text(size: 13pt)[§ #nr #h(0.6em) #title] #linebreak() #case]
#let rub(h) = block(above: 1.4em, below: 0.6em, sticky: true, text(weight: "bold", size: 10pt, h))
""",
    cover="""
#text(size: 16pt)[Region Järnbo län]

#text(size: 16pt)[Nämnden för folkhälsa och sjukvård §§ 70–73]

Tid: 2024-06-04, kl 13:00–15:45

Plats: Regionens hus, sal A

#pagebreak()
""",
    span=(70, 73),
)

NORDFJALL = House(
    file="Nordfjall regionstyrelsen.pdf",
    organisation="Region Nordfjäll",
    board="Regionstyrelsen",
    date="2023-11-29",
    items=(
        (156, "taxa", "Dnr 01234-2023"),
        (157, "val", "Dnr 00988-2023"),
        (158, "aterrapport", "Dnr 02011-2022"),
        (159, "bordlagd", "Dnr 00071-2023"),
    ),
    words={
        "decision": "Beslut",
        "background": "Ärendet",
        "summary": "Sammanfattning",
        "proposal": "Förslag till beslut",
        "motions": "Yttrande och yrkanden",
        "earlier": "Ärendets beredning",
        "dispatch": "Protokollsutdrag skickas till",
    },
    points="dash-att",
    lead="Regionstyrelsen beslutar",
    setup="""
#set text(size: 10.5pt)
#set page(header: [#text(size: 9pt)[REGION NORDFJÄLL #h(1fr) REGIONSTYRELSEN #h(1fr) PROTOKOLL 29 november 2023]], footer: [#text(size: 8pt)[Ordförandes signatur #h(1fr) Justerares signatur]])
#let head(nr, title, case) = block(above: 2em, below: 1.2em, sticky: true)[#text(size: 15pt, weight: "bold")[§ #nr #h(0.5em) #title] #parbreak() #text(size: 12pt, case)]
#let rub(h) = block(above: 1.4em, below: 0.6em, sticky: true, text(size: 12pt, weight: "bold", h))
""",
    cover="""
#align(center)[#text(size: 26pt)[Protokoll]

#text(size: 16pt)[Regionstyrelsen]

29 november 2023]
#pagebreak()

#text(size: 14pt)[Innehåll]

#let rad(n, t, s) = [§ #n #h(0.5em) #t #box(width: 1fr, repeat[.]) #s #linebreak()]
#rad(156, "Taxa för tillsyn enligt lagen om tobak och liknande produkter", 3)
#rad(157, "Val av ledamot i samverkansrådet för skärgårdsfrågor efter Rune Dahlbäck (C)", 3)
#rad(158, "Återrapportering av uppdrag om tillgängliga badplatser", 4)
#rad(159, "Strategi för ett levande friluftsliv", 4)
#pagebreak()
""",
)

DALSJO = House(
    file="Dalsjo regionala utvecklingsnamnden.pdf",
    organisation="Region Dalsjö",
    board="Regionala utvecklingsnämnden",
    date="2024-10-08",
    items=(
        (12, "bidrag", "Diarienummer RD24/01234"),
        (13, "remiss", "Diarienummer RD24/00071"),
        (14, "medborgar", "Diarienummer RD23/04410"),
    ),
    words={
        "decision": "Regionala utvecklingsnämndens beslut",
        "summary": "Sammanfattning",
        "basis": "Beslutsunderlag",
        "note": "Protokollsanteckning",
        "recusal": "Jäv",
        "proposal": "Föreslaget beslut",
    },
    points="numbered",
    lead="",
    order=("decision", "recusal", "summary", "proposal", "basis", "note"),
    run_in=False,
    setup="""
#set text(font: ("Liberation Sans", "Libertinus Serif"), size: 10pt, hyphenate: true)
#set par(justify: true)
#set page(paper: "a4", margin: (left: 55mm, right: 22mm, top: 40mm, bottom: 28mm), header: [#move(dx: -30mm)[Regionala utvecklingsnämnden #h(1fr) Protokoll 2024-10-08 #h(8mm) Sida #context counter(page).display("1 (1)", both: true)]])
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[#text(size: 12pt, weight: "bold")[§ #nr #title] #linebreak() #text(size: 9pt, case)]
""",
    cover="""
#text(size: 20pt)[Region Dalsjö]

Regionala utvecklingsnämnden

Sammanträde 2024-10-08 klockan 09.00–11.00 i Falkhuset

Justerare: Hedda Malmqvist (S)
#pagebreak()
""",
    adjusters=("Hedda Malmqvist (S)",),
)

REGIONS = (ALVSTRANDEN, VASTANLAND, SODERSLATT, UPPNAS, OSTANGARD, JARNBO, NORDFJALL, DALSJO)
