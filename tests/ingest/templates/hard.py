"""A third batch of houses: what templates do to heads, pages and lists when many hands have worked on them.

Names of places and people are invented.
"""

# ruff: noqa: E501 - sources of typeset pages keep their own lines
from __future__ import annotations

from tests.ingest.templates.people import as_role, people, stacked
from tests.ingest.templates.press import House

# number and title in the middle of the line, nothing bold
KOPPARA = House(
    file="Koppara kommunstyrelsen.pdf",
    organisation="Koppara kommun",
    board="Kommunstyrelsen",
    date="2024-04-09",
    items=((60, "taxa", "KS 2024/31"), (61, "val", "KS 2024/2"), (62, "information", "")),
    words={
        "decision": "Kommunstyrelsens beslut",
        "background": "Bakgrund",
        "summary": "Sammanfattning",
        "earlier": "Tidigare behandling",
        "dispatch": "Skickas till",
    },
    order=("background", "summary", "earlier", "decision", "dispatch"),
    points="plain",
    lead="",
    setup="""
#set page(header: [Koppara kommun #h(1fr) Kommunstyrelsen 2024-04-09])
#let head(nr, title, case) = block(above: 2.4em, below: 1em, sticky: true, width: 100%)[#align(center)[§ #nr #linebreak() #title #linebreak() #case]]
""",
    cover="""
#align(center, text(size: 20pt)[Protokoll]) #parbreak() Sammanträde med kommunstyrelsen den 9 april 2024
#pagebreak()
""",
)

# the case number first and the number last on the line, the title below; "forts." at the head of following pages
LJUNGA = House(
    file="Ljunga barnnamnden.pdf",
    organisation="Ljunga kommun",
    board="Barnnämnden",
    date="2023-10-18",
    items=((70, "lang", "BN 2023/118"), (71, "aterrapport", "BN 2022/77"), (72, "delegation", "BN 2023/1")),
    words={
        "decision": "Barnnämndens beslut",
        "background": "Bakgrund",
        "summary": "Sammanfattning av ärendet",
        "basis": "Beslutsunderlag",
        "dispatch": "Beslutet sänds till",
    },
    order=("decision", "background", "summary", "basis", "dispatch"),
    points="numbered",
    lead="",
    breaks=True,
    setup="""
#set page(margin: (x: 25mm, top: 50mm, bottom: 30mm), header: context [#grid(columns: (1fr, 1fr, 20mm), [Ljunga kommun #linebreak() Barnnämnden], [Sammanträdesprotokoll #linebreak() 2023-10-18], [#counter(page).display()]) #let before = query(selector(<para>).before(here())); #let here_on = query(selector(<para>)).filter(m => m.location().page() == here().page()); #if before.len() > 0 and here_on.len() == 0 [BN § #before.last().value forts.]])
#let head(nr, title, case) = block(below: 1em, sticky: true)[#metadata(nr) <para> #strong[BN § #nr #h(1fr) #case] #parbreak() #text(weight: "bold", size: 13pt, title)]
""",
    cover="""
#text(size: 18pt)[Barnnämnden] #parbreak() Plats och tid: Skolan, 2023-10-18 kl. 15.00–16.20
#pagebreak()
""",
)

# votes whose table breaks over pages, lists of the vote and of signatures behind the last paragraph
RENSELE = House(
    file="Rensele kommunfullmaktige.pdf",
    organisation="Rensele kommun",
    board="Kommunfullmäktige",
    date="2024-11-25",
    items=((130, "bokslut", "KS-2024/101"), (131, "budget", "KS-2024/202"), (132, "medborgar", "KS-2023/99")),
    words={
        "decision": "Beslut",
        "summary": "Sammanfattning",
        "background": "Sammanfattning",
        "motions": "Yrkanden",
        "procedure": "Propositionsordning",
        "vote": "Voteringsresultat",
        "basis": "Underlag",
        "dispatch": "Delges",
    },
    order=("summary", "background", "basis", "motions", "procedure", "vote", "decision", "dispatch"),
    points="numbered",
    lead="",
    ballots="columns",
    setup="""
#set page(header: [*RENSELE KOMMUN* #h(1fr) Protokoll #h(1fr) Kommunfullmäktige 2024-11-25], footer: [#text(size: 7pt)[Transaktion 09222115557505123456 #h(1fr) Signerat KH, LB]])
#let tab(n, ..cells) = table(columns: n, stroke: 0.5pt, inset: 7pt, table.header(..cells.pos().slice(0, n)), ..cells.pos().slice(n))
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[*§ #nr – #title* #linebreak() Diarienummer: #case]
""",
    cover=f"""
#text(size: 18pt)[Kommunfullmäktige] #parbreak() Sammanträdesdatum 2024-11-25

*Närvarande ledamöter* #linebreak() {stacked(people(401, 9))}
#pagebreak()
""",
    tail="""
#pagebreak()
#text(size: 15pt)[Bilaga 1 Närvarolista]

#table(columns: 3, [Namn], [Parti], [Närvarande], [Hedda Malmqvist], [S], [X], [Torsten Ekwall], [M], [X])
#set page(header: none, footer: [#text(size: 7pt)[Transaktion 09222115557505123456]])
#text(size: 16pt)[Verifikat]

Dokument: Protokoll. Undertecknat av tre personer den 2 december 2024.
""",
    attendance=as_role(people(401, 9), "member"),
)

# a reglemente with paragraphs of its own as an attachment, and agenda entries that look like heads in lists of papers
SKOGSBO = House(
    file="Skogsbo kommunstyrelsen.pdf",
    organisation="Skogsbo kommun",
    board="Kommunstyrelsen",
    date="2024-08-20",
    items=((150, "lang", "Dnr 2024/300"), (151, "riktlinje", "Dnr 2024/12"), (152, "bordlagd", "Dnr 2024/288")),
    words={
        "decision": "BESLUT",
        "summary": "ÄRENDET",
        "background": "ÄRENDET",
        "motions": "FÖRSLAG PÅ SAMMANTRÄDET",
        "procedure": "BESLUTSGÅNG",
        "reservation": "RESERVATION",
        "note": "SÄRSKILT YTTRANDE",
        "basis": "BESLUTSUNDERLAG",
    },
    order=("summary", "background", "basis", "motions", "procedure", "decision", "reservation", "note"),
    points="numbered",
    lead="Kommunstyrelsen beslutar",
    setup="""
#set page(header: [Skogsbo kommun #h(1fr) PROTOKOLL #linebreak() Kommunstyrelsen #h(1fr) 2024-08-20])
#let rub(h) = block(above: 1.5em, below: 0.7em, sticky: true, h)
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[§ #nr #h(1fr) #case #parbreak() *#title*]
""",
    cover="""
#text(size: 18pt)[Kommunstyrelsen] #parbreak() Sammanträdesdatum 2024-08-20
#pagebreak()
""",
    between={
        151: """
#pagebreak()
#text(size: 15pt)[Bilaga 1 Reglemente för gemensam administration]

*1 § Uppgifter* #linebreak() Nämnden ansvarar för arkiv och registratur.

*2 § Sammansättning* #linebreak() Nämnden har sju ledamöter.

*3 § Sammanträden* #linebreak() Nämnden sammanträder sex gånger om året.
#pagebreak()
"""
    },
)

# only what was adjusted at once: numbers with gaps; label and value of the page head on two lines
EKEBY = House(
    file="Ekeby regionstyrelsen omedelbart justerat.pdf",
    organisation="Region Ekeby",
    board="Regionstyrelsen",
    date="2024-02-13",
    items=((12, "detaljplan", "RS2024/41"), (15, "remiss", "RS2023/912"), (19, "val", "RS2024/3")),
    words={
        "decision": "Regionstyrelsen beslutar",
        "summary": "Ärendebeskrivning",
        "background": "Ärendebeskrivning",
        "motions": "Yrkanden",
        "procedure": "Beslutsgång",
        "note": "Protokollsanteckning",
    },
    order=("decision", "summary", "background", "motions", "procedure", "note"),
    points="dash-att",
    lead="",
    setup="""
#set page(header: grid(columns: (1fr, 1fr, 20mm), [#text(size: 7pt)[Region Ekeby]], [#text(size: 7pt)[Sammanträdesdatum] #linebreak() 2024-02-13], [#text(size: 7pt)[Sida] #linebreak() #context counter(page).display("1 (1)", both: true)]))
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[#text(weight: "bold")[§ #nr: #title] #linebreak() #case]
""",
    cover="""
#text(size: 18pt)[Protokoll med omedelbart justerade paragrafer] #parbreak()
#text(size: 14pt)[Regionstyrelsen]
#pagebreak()
""",
)

# papers and earlier decisions are listed by their §, at the left edge, one of them the next of this protocol
ALNAS = House(
    file="Alnas tekniska utskottet.pdf",
    organisation="Alnäs kommun",
    board="Tekniska utskottet",
    date="2024-05-02",
    items=((18, "taxa", "TU 2024/3"), (19, "papper", "TU 2024/9"), (20, "delegation", "TU 2024/1")),
    words={
        "decision": "Beslut",
        "background": "Ärendebeskrivning",
        "summary": "Ärendebeskrivning",
        "earlier": "Tidigare beslut",
        "basis": "Beslutsunderlag",
        "dispatch": "Beslutet skickas till",
    },
    order=("background", "summary", "earlier", "basis", "decision", "dispatch"),
    points="sentence",
    lead="Tekniska utskottet beslutar",
    setup="""
#set page(header: [Alnäs kommun, Tekniska utskottet #h(1fr) 2024-05-02])
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[TU § #nr #h(1em) #case #linebreak() *#title*]
""",
    cover="""
#text(size: 18pt)[Tekniska utskottet] #parbreak() Alnäs kommun 2024-05-02
#pagebreak()
""",
)

# no heading says "Beslut": the body's own words do, in the type of the text
FORSA = House(
    file="Forsa socialutskottet.pdf",
    organisation="Forsa kommun",
    board="Socialutskottet",
    date="2024-03-05",
    items=((31, "val", "SU 2024/8"), (32, "bidrag", "SU 2024/31"), (33, "information", "")),
    words={"background": "", "summary": "", "decision": "Socialutskottet beslutar", "dispatch": "Delges:"},
    order=("background", "summary", "decision", "dispatch"),
    headless=frozenset({"background", "summary"}),
    points="att",
    lead="",
    setup="""
#set page(header: [Forsa kommun #h(1fr) Protokoll #linebreak() Socialutskottet #h(1fr) 2024-03-05])
#let rub(h) = block(above: 1.6em, below: 0.9em, sticky: true, h)
#let hr() = []
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[*§ #nr #h(1em) #title* #linebreak() #case]
""",
    cover="""
Socialutskottet 2024-03-05, Forsa kommun
#pagebreak()
""",
)

HARD = (KOPPARA, LJUNGA, RENSELE, SKOGSBO, EKEBY, ALNAS, FORSA)
