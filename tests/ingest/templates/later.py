"""A second batch of houses, written before the first was read: what the reader makes of layouts it was not mended on.

Names of places and people are invented.
"""

# ruff: noqa: E501 - sources of typeset pages keep their own lines
from __future__ import annotations

from tests.ingest.templates.people import as_role, in_row, officials, people, stacked
from tests.ingest.templates.press import House

# the page is a frame: every page repeats a box with body and date, attendance with ticks and § ranges in columns
_M1, _S1 = people(301, 6), people(309, 2)
HAVSTRAND = House(
    file="Havstrand socialnamnden.pdf",
    organisation="Havstrands kommun",
    board="Socialnämnden",
    date="2024-01-30",
    items=(
        (1, "justerare", ""),
        (2, "remiss", "SN/2024:14"),
        (3, "budget", "SN/2023:511"),
        (4, "bidrag", "SN/2023:430"),
    ),
    words={
        "decision": "SOCIALNÄMNDENS BESLUT",
        "summary": "SAMMANFATTNING AV ÄRENDET",
        "background": "BAKGRUND",
        "motions": "YRKANDEN",
        "procedure": "BESLUTSGÅNG",
        "vote": "OMRÖSTNING",
        "note": "PROTOKOLLSANTECKNING",
        "recusal": "JÄV",
        "basis": "BESLUTSUNDERLAG",
        "dispatch": "EXPEDIERAS",
    },
    order=("summary", "background", "recusal", "motions", "procedure", "vote", "decision", "note", "basis", "dispatch"),
    points="numbered",
    lead="Socialnämnden beslutar",
    ballots="columns",
    breaks=True,
    setup="""
#set text(font: ("Liberation Sans Narrow", "Liberation Sans"), size: 11.5pt)
#set page(margin: (x: 25mm, top: 45mm, bottom: 32mm), header: [#rect(width: 100%, inset: 6pt, stroke: 0.7pt)[#grid(columns: (1fr, 1fr, auto), [Havstrands kommun #linebreak() Socialnämnden], [Sammanträdesprotokoll #linebreak() 2024-01-30], [#context counter(page).display("1 (1)", both: true)])]], footer: [#grid(columns: (1fr, 1fr, 1fr), [Ordförande], [Justerare], [Utdragsbestyrkande])])
#let rub(h) = block(above: 1.5em, below: 0.7em, sticky: true, h)
#let head(nr, title, case) = block(below: 1em, sticky: true)[#text(weight: "bold")[SN § #nr #h(1fr) #case] #parbreak() #text(size: 13pt, weight: "bold", title)]
""",
    cover=f"""
#table(columns: (1fr, 20mm, 1fr), inset: 4pt, [*Beslutande ledamöter*], [*Parti*], [*Närvarande*], {", ".join(f"[{n}], [{p}], [§§ 1–4]" for n, p in _M1)})

#table(columns: (1fr, 20mm, 1fr), inset: 4pt, [*Tjänstgörande ersättare*], [*Parti*], [*Tjänstgör för*], {", ".join(f"[{n}], [{p}], [Rune Dahlbäck]" for n, p in _S1)})

Sammanträdestid: kl. 13:15–16:00, ajournering 14:30–14:45

Plats: Skeppet, Kommunhuset

Justerare: Maj-Britt Aspelin
#pagebreak()
""",
    attendance=(*as_role(_M1, "member"), *as_role(_S1, "serving_substitute")),
    adjusters=("Maj-Britt Aspelin",),
    span=(1, 4),
)

# times of presence behind the names, run-in headings with a full stop, title in italics
_M2, _E2 = people(321, 6), people(331, 3)
KVARNBY = House(
    file="Kvarnby regionala samverkansnamnden.pdf",
    organisation="Region Kvarnby",
    board="Samverkansnämnden",
    date="2024-09-27",
    items=(
        (29, "information", ""),
        (30, "lang", "RK 2024/18"),
        (31, "bordlagd", "RK 2024/33"),
        (32, "aterrapport", "RK 2022/412"),
    ),
    words={
        "decision": "Beslut",
        "summary": "Ärendet i korthet",
        "background": "Ärendet i korthet",
        "motions": "Yrkanden",
        "basis": "Handlingar",
        "dispatch": "Expediering",
    },
    points="plain",
    lead="",
    setup="""
#set text(font: ("Liberation Serif", "Libertinus Serif"), size: 11pt)
#set page(footer: [#text(size: 8pt)[Region Kvarnby #h(1fr) Samverkansnämnden 2024-09-27 #h(1fr) #context counter(page).display("1/1", both: true)]])
#let head(nr, title, case) = block(above: 2.6em, below: 1em, sticky: true)[#text(size: 14pt)[§ #nr. #emph(title)] #linebreak() #text(size: 9pt, case)]
#let rub(h) = block(above: 1.3em, below: 0.5em, sticky: true, text(style: "italic", h))
""",
    cover=f"""
#text(size: 18pt)[Minnesanteckningar och protokoll]

#text(size: 14pt)[Samverkansnämnden, 2024-09-27]

Närvarande ledamöter: #linebreak() {stacked(_M2, "{0} ({1}), kl. 9.00–11.15")}

Ersättare: #linebreak() {stacked(_E2, "{0} ({1}), kl. 9.00–10.30")}
#pagebreak()
""",
    attendance=(*as_role(_M2, "member"), *as_role(_E2, "other_substitute")),
)

# the title stands above the number, as in some systems' templates
TIMMERSTA = House(
    file="Timmersta kommunfullmaktige.pdf",
    organisation="Timmersta kommun",
    board="Kommunfullmäktige",
    date="2024-06-17",
    items=((88, "medborgar", "2024/112"), (89, "motion", "2023/402"), (90, "val", "2024/7")),
    words={
        "decision": "Kommunfullmäktiges beslut",
        "summary": "Sammanfattning",
        "background": "Sammanfattning",
        "motions": "Yrkanden",
        "procedure": "Propositionsordning",
        "vote": "Omröstning",
        "reservation": "Reservationer",
        "dispatch": "Skickas till",
    },
    order=("decision", "summary", "background", "motions", "procedure", "vote", "reservation", "dispatch"),
    points="numbered",
    lead="",
    ballots="prose",
    setup="""
#set page(header: [Timmersta kommun #h(1fr) Kommunfullmäktige #linebreak() Protokoll #h(1fr) 17 juni 2024], footer: [Justeras #h(1fr) #context counter(page).display()])
#let head(nr, title, case) = block(above: 2.4em, below: 1em, sticky: true)[§ #nr #h(5mm) #case #linebreak() #v(0.2em) #text(size: 16pt, title)]
#let rub(h) = block(above: 1.4em, below: 0.5em, sticky: true, text(size: 12.5pt, h))
""",
    cover=f"""
#text(size: 24pt)[Kommunfullmäktige]

17 juni 2024, klockan 18:00–21:10, Folkets hus

Beslutande: {in_row(people(341, 6))}

Tjänstgörande ersättare: {in_row(people(349, 2))}

Protokolljusterare: Fatima Rashid, Rune Dahlbäck
#pagebreak()
""",
    attendance=(*as_role(people(341, 6), "member"), *as_role(people(349, 2), "serving_substitute")),
    adjusters=("Fatima Rashid", "Rune Dahlbäck"),
)

# an older typewriter form: headings in the margin with a colon, spaced capitals, page number alone
STENSELE = House(
    file="Stensele byggnadsnamnden.pdf",
    organisation="Stenseles kommun",
    board="Byggnadsnämnden",
    date="2023-02-08",
    items=((11, "detaljplan", "Dnr 2022.341"), (12, "tabell", "Dnr 2023.10"), (13, "taxa", "Dnr 2022.12")),
    words={
        "decision": "Byggnadsnämnden beslutar",
        "background": "Ärendets bakgrund",
        "summary": "Ärendet",
        "motions": "Yrkande",
        "procedure": "Propositionsordning",
        "earlier": "Tidigare behandling",
        "dispatch": "Beslutet meddelas",
    },
    order=("background", "summary", "earlier", "motions", "procedure", "decision", "dispatch"),
    points="dash-att",
    lead="Byggnadsnämnden beslutar",
    setup="""
#set text(font: ("Liberation Mono", "DejaVu Sans Mono"), size: 10pt)
#set page(header: [STENSELES KOMMUN #h(10mm) PROTOKOLL #h(1fr) #context counter(page).display() #linebreak() Byggnadsnämnden #h(10mm) 2023-02-08])
#let rub(h) = block(above: 1.4em, below: 0.9em, sticky: true, strong(h))
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[BN § #nr #h(1fr) #case #parbreak() *#title*]
""",
    cover=f"""
Tid #h(14mm) kl 13.00 - 15.30 #linebreak() Plats #h(10mm) Rådhuset

Närvarande #linebreak() {stacked(people(361, 5), "{0} {1}")}

Justerare #h(6mm) Jonny Frisk
#pagebreak()
""",
    attendance=as_role(people(361, 5), "member"),
    adjusters=("Jonny Frisk",),
)

# everything laid out in two columns of a grid: number and headings left, text right, as tables do in Word
NORRVIKEN = House(
    file="Norrviken folkhalsonamnden.pdf",
    organisation="Region Norrviken",
    board="Folkhälsonämnden",
    date="2024-11-05",
    items=((51, "bokslut", "FHN 2024-18"), (52, "riktlinje", "FHN 2024-2"), (53, "delegation", "FHN 2024-1")),
    words={
        "decision": "Folkhälsonämndens beslut",
        "summary": "Sammanfattning",
        "motions": "Yrkanden",
        "procedure": "Beslutsgång",
        "reservation": "Reservation",
        "note": "Särskilt yttrande",
        "basis": "Beslutsunderlag",
        "proposal": "Förvaltningens förslag till beslut",
        "dispatch": "Skickas till",
    },
    order=("decision", "summary", "proposal", "motions", "procedure", "reservation", "note", "basis", "dispatch"),
    points="numbered-att",
    lead="Folkhälsonämnden beslutar",
    setup="""
#set text(size: 11pt)
#set page(header: [Region Norrviken #h(1fr) Protokoll nr 6/2024 #h(1fr) 2024-11-05 #linebreak() Folkhälsonämnden])
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[*#nr § #h(0.6em) #title* #linebreak() Ärendenummer #case]
#let rub(h) = block(above: 1.6em, below: 0.6em, sticky: true, text(fill: rgb("#1f4e79"), size: 12pt, h))
""",
    cover="""
#text(size: 20pt)[Folkhälsonämnden] #parbreak() Sammanträde den 5 november 2024 klockan 13.00–16.00 i Regionhuset
#pagebreak()
*Innehållsförteckning*

#grid(columns: (14mm, 1fr), row-gutter: 2mm, [51 §], [Årsredovisning och bokslut för verksamhetsåret samt redovisning av den interna kontrollen], [52 §], [Riktlinje för sponsring och samarbeten], [53 §], [Redovisning av delegationsbeslut])
#pagebreak()
""",
)

# a federation whose titles are long and plain and whose decisions come last under "Direktionen beslutar"
ALVDALARNA = House(
    file="Alvdalarna raddningstjanst.pdf",
    organisation="Kommunalförbundet Älvdalarnas räddningstjänst",
    board="Förbundsdirektionen",
    date="2024-12-04",
    items=((40, "lang", "Dnr 2024-000123"), (41, "tabell", "Dnr 2024-000007"), (42, "information", "")),
    words={
        "decision": "Förbundsdirektionens beslut",
        "summary": "Redogörelse för ärendet",
        "background": "Redogörelse för ärendet",
        "basis": "Bilagor",
        "dispatch": "Delges",
    },
    order=("summary", "background", "basis", "decision", "dispatch"),
    points="sentence",
    lead="Förbundsdirektionen beslutar",
    setup="""
#set text(font: ("DejaVu Sans", "Libertinus Serif"), size: 9.5pt, hyphenate: true)
#set par(justify: true)
#set page(header: [Förbundsdirektionen #h(1fr) 2024-12-04 #h(1fr) Sid #context counter(page).display()])
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[Paragraf #nr #h(1em) #case #parbreak() #text(size: 11.5pt, weight: "bold", title)]
""",
    cover="""
#text(size: 15pt, weight: "bold")[Kommunalförbundet Älvdalarnas räddningstjänst]

Protokoll från förbundsdirektionen den 4 december 2024, klockan 10.00
#pagebreak()
""",
)

# a council's protocol: attendance in a table over two pages of which every member is ticked, votes by number
BJORKSTAD = House(
    file="Bjorkstad kommunfullmaktige.pdf",
    organisation="Björkstads kommun",
    board="Kommunfullmäktige",
    date="2024-02-26",
    items=(
        (5, "dagordning", ""),
        (6, "budget", "KS.2023.345"),
        (7, "medborgar", "KS.2024.11"),
        (8, "taxa", "KS.2023.611"),
    ),
    words={
        "decision": "Kommunfullmäktiges beslut",
        "summary": "Beskrivning av ärendet",
        "background": "Beskrivning av ärendet",
        "motions": "Yrkanden",
        "procedure": "Beslutsgång",
        "vote": "Voteringslista",
        "earlier": "Ärendets behandling",
        "dispatch": "Beslutet delges",
        "proposal": "Kommunstyrelsens förslag till kommunfullmäktige",
    },
    order=("decision", "background", "summary", "earlier", "proposal", "motions", "procedure", "vote", "dispatch"),
    points="numbered-att",
    lead="Kommunfullmäktige beslutar",
    ballots="bracketed",
    setup="""
#set text(size: 10.5pt)
#set page(header: [#text(size: 9pt)[Kommunfullmäktige #h(1fr) Sammanträdesprotokoll #h(1fr) Sammanträdesdag 2024-02-26 #h(1fr) Sida #context counter(page).display("1(1)", both: true)]])
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[#text(size: 13pt, weight: "bold")[Kf § #nr] #h(1fr) #case #parbreak() #text(size: 13pt, weight: "bold", title)]
#let tab(n, ..cells) = table(columns: n, stroke: none, inset: 3pt, ..cells)
""",
    cover=f"""
#text(size: 18pt)[Björkstads kommun]

*Plats och tid* #h(1em) Medborgarhuset, 2024-02-26, 18.30–20.55

*Närvaro*

#table(columns: (1fr, 14mm, 18mm, 1fr), inset: 3pt, [Ledamöter], [Parti], [Närv.], [Tjänstgörande ersättare], {", ".join(f"[{n}], [{p}], [X], []" for n, p in people(381, 8))})

*Övriga* #h(1em) {in_row(officials(390, 1), "{0}")}, kommundirektör

*Justerare* #h(1em) Ivar Kronlund och Petra Lundevall
#pagebreak()
""",
    attendance=(*as_role(people(381, 8), "member"), *as_role(officials(390, 1), "other")),
    adjusters=("Ivar Kronlund", "Petra Lundevall"),
)

# an extract whose first lines are the system's: label lines above the number, the body in the line of the date
SJOANGEN = House(
    file="Protokollsutdrag KS 2024-05-08 112.pdf",
    organisation="Sjöängens kommun",
    board="Kommunstyrelsen",
    date="2024-05-08",
    items=((112, "motion", "KS 2023/00345"),),
    words={
        "decision": "Kommunstyrelsens beslut",
        "summary": "Sammanfattning",
        "motions": "Yrkanden",
        "procedure": "Beslutsgång",
        "reservation": "Reservation",
        "dispatch": "Beslutet skickas till",
    },
    order=("decision", "summary", "motions", "procedure", "reservation", "dispatch"),
    points="numbered",
    lead="",
    cover="""
#text(size: 9pt)[Sjöängens kommun #h(1fr) PROTOKOLLSUTDRAG #h(1fr) 1 (1)]

Kommunstyrelsen #h(1fr) Sammanträdesdatum 2024-05-08
""",
    tail="""
#v(1.5em)
Utdraget bestyrks #v(2em) Wilma Strand
""",
    kind="extract",
)

LATER = (HAVSTRAND, KVARNBY, TIMMERSTA, STENSELE, NORRVIKEN, ALVDALARNA, BJORKSTAD, SJOANGEN)
