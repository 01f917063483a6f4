"""Houses of small municipalities, federations, towns in Finland, and files that hold only a part of a protocol."""

# ruff: noqa: E501 - sources of typeset pages keep their own lines
from __future__ import annotations

from tests.ingest.templates.people import as_role, officials, people, stacked
from tests.ingest.templates.press import House

_M1, _S1, _O1 = people(201, 7), people(210, 1), officials(213, 3)
# the form with a framed page head, capitals for the title and "forts." on the next page
ASKHULT = House(
    file="Askhult kommunstyrelsens arbetsutskott.pdf",
    organisation="Askhults kommun",
    board="Kommunstyrelsens arbetsutskott",
    named="Arbetsutskottet",
    date="2024-02-13",
    items=((14, "lang", "KS/2023:412"), (15, "taxa", "KS/2024:12"), (16, "information", "")),
    words={
        "decision": "Arbetsutskottets förslag till kommunstyrelsen",
        "background": "Ärendebeskrivning",
        "summary": "Ärendebeskrivning",
        "basis": "Beslutsunderlag",
        "earlier": "Tidigare behandling",
        "dispatch": "Delges",
    },
    order=("summary", "background", "earlier", "basis", "decision", "dispatch"),
    points="numbered",
    lead="",
    setup="""
#set text(font: ("Liberation Serif", "Libertinus Serif"), size: 12pt)
#set page(margin: (x: 22mm, top: 48mm, bottom: 35mm), header: [#table(columns: (60mm, 1fr, 22mm), inset: 5pt, [ASKHULTS KOMMUN], [#text(size: 8pt)[SAMMANTRÄDESPROTOKOLL] #linebreak() Kommunstyrelsens arbetsutskott], [#text(size: 8pt)[Blad] #linebreak() #context counter(page).display()], [], [#text(size: 8pt)[Sammanträdesdatum] #linebreak() 2024-02-13], [])], footer: [#table(columns: (30mm, 30mm, 30mm, 1fr), inset: 6pt, [#text(size: 7pt)[Justerandes sign]], [], [], [#text(size: 7pt)[Utdragsbestyrkande]])])
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[*Au § #nr* #h(10mm) *#case* #parbreak() *#upper(title)*]
""",
    cover=f"""
#table(columns: (42mm, 1fr), inset: 5pt, [Plats och tid], [Kommunkontoret, måndagen den 13 februari 2024 klockan 08.30 - 12.00], [Beslutande], [{stacked(_M1)}], [Tjänstgörande ersättare], [{stacked(_S1, "{0} ({1}) för Rune Dahlbäck (C)")}], [Övriga deltagande], [{stacked(_O1, "{0}, kommunsekreterare")}], [Utses att justera], [Siv Holmer], [Justeringens plats och tid], [Kommunkontoret 2024-02-16], [Underskrifter], [Sekreterare #h(20mm) Paragrafer 14 - 16 #linebreak() Ordförande #linebreak() Justerande])
#align(center)[ANSLAG/BEVIS]
Protokollet är justerat. Justeringen har tillkännagivits genom anslag.
#table(columns: (42mm, 1fr), inset: 5pt, [Organ], [Kommunstyrelsens arbetsutskott], [Datum då anslaget sätts upp], [2024-02-16], [Datum då anslaget tas ned], [2024-03-10], [Förvaringsplats för protokollet], [Kommunkontoret])
#pagebreak()
""",
    attendance=(*as_role(_M1, "member"), *as_role(_S1, "serving_substitute"), *as_role(_O1, "other")),
    adjusters=("Siv Holmer",),
    span=(14, 16),
)

# the form with the case number in parentheses behind the title
BERGSAND = House(
    file="Bergsand miljo- och byggnadsnamnden.pdf",
    organisation="Bergsands kommun",
    board="Miljö- och byggnadsnämnden",
    date="2023-09-14",
    items=(
        (55, "dagordning", ""),
        (56, "detaljplan", "(MBN 2023/12)"),
        (57, "taxa", "(MBN 2023/301)"),
        (58, "delegation", "(MBN 2023/2)"),
    ),
    words={
        "decision": "Beslut",
        "background": "Ärendebeskrivning",
        "summary": "Ärendebeskrivning",
        "motions": "Yrkande",
        "procedure": "Beslutsgång",
        "earlier": "Tidigare beslut",
        "dispatch": "Beslutet skickas till",
        "proposal": "Förslag till beslut",
    },
    order=("background", "summary", "earlier", "proposal", "motions", "procedure", "decision", "dispatch"),
    points="bullets",
    lead="Miljö- och byggnadsnämnden beslutar",
    setup="""
#set page(header: [Miljö- och byggnadsnämnden #h(1fr) Sida #context counter(page).display("1 av 1", both: true) #linebreak() 2023-09-14])
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[#text(size: 14pt, weight: "bold")[§ #nr #title #case]]
#let rub(h) = block(above: 1.4em, below: 0.6em, sticky: true, text(size: 12pt, weight: "bold", h))
""",
    cover="""
#text(size: 22pt)[Bergsands kommun] #parbreak()
#text(size: 16pt)[Sammanträdesprotokoll för Miljö- och byggnadsnämnden]

Torsdagen den 14 september 2023, Folkets hus

*Ärenden*

#grid(columns: (14mm, 1fr, 12mm), row-gutter: 2mm, [§ 55], [Fastställande av föredragningslista], [2], [§ 56], [Detaljplan för del av fastigheten Lärkan 2:14 vid Norra hamnen, beslut om granskning], [2], [§ 57], [Taxa för tillsyn enligt lagen om tobak och liknande produkter], [3], [§ 58], [Redovisning av delegationsbeslut], [4])
#pagebreak()
""",
)

# the form with headings in a column to the left of the text
GAVSJO = House(
    file="Gavsjo omvardnadsnamnden.pdf",
    organisation="Gavsjö kommun",
    board="Omvårdnadsnämnden",
    date="2024-12-11",
    items=((140, "bokslut", "Dnr 24ON123"), (141, "motion", "Dnr 23ON87"), (142, "information", "")),
    words={
        "decision": "Beslut",
        "summary": "Sammanfattning",
        "motions": "Yrkanden",
        "procedure": "Beslutsgång",
        "vote": "Votering",
        "reservation": "Reservation",
        "basis": "Underlag för beslut",
    },
    order=("decision", "summary", "motions", "procedure", "vote", "reservation", "basis"),
    points="sentence",
    ballots="list",
    run_in=False,
    setup="""
#set text(size: 10.5pt)
#set page(margin: (left: 60mm, right: 22mm, top: 38mm, bottom: 28mm), header: [#move(dx: -35mm)[Omvårdnadsnämnden #h(1fr) Protokoll 2024-12-11]])
#let head(nr, title, case) = block(above: 2.4em, below: 1em, sticky: true)[#place(dx: -35mm)[*§ #nr*] *#title* #linebreak() #case]
#let rub(h) = [#v(0.6em) #place(dx: -35mm)[*#h*]]
""",
    cover="""
#text(size: 18pt)[Gavsjö kommun] #parbreak() Omvårdnadsnämnden sammanträder onsdagen den 11 december 2024
#pagebreak()
""",
)

# the form "VON § 22", text without a heading between rules
SOLBERGA = House(
    file="Solberga direktionen.pdf",
    organisation="Kommunalförbundet Solberga",
    board="Direktionen",
    date="2024-05-23",
    items=((9, "justerare", ""), (10, "information", ""), (11, "lang", ""), (12, "val", "")),
    words={"decision": "BESLUT", "summary": "", "background": "", "dispatch": "Exp."},
    order=("decision", "summary", "background", "dispatch"),
    points="plain",
    lead="",
    headless=frozenset({"summary", "background"}),
    setup="""
#set page(header: [Kommunalförbundet Solberga #h(1fr) PROTOKOLL #linebreak() Direktionen #h(1fr) 2024-05-23])
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[DIR § #nr #h(1em) #text(weight: "bold", title)]
""",
    cover=f"""
#text(size: 16pt)[Direktionens sammanträde 2024-05-23]

*Ledamöter:* #linebreak() {stacked(people(221, 4), "{0}, Solberga ({1})")}

*§§ 9–12*
#pagebreak()
""",
    attendance=as_role(people(221, 4), "member"),
    span=(9, 12),
)

# a Swedish-speaking town in Finland: "13 §", dates with full stops, the archive's case number
NARVIKEN = House(
    file="Narviken stadsstyrelsen.pdf",
    organisation="Närvikens stad",
    board="Stadsstyrelsen",
    date="2024-03-19",
    items=(
        (71, "val", "NARV/302/00.01.02/2024"),
        (72, "taxa", "NARV/118/02.05.00/2023"),
        (73, "aterrapport", "NARV/77/10.03.02/2022"),
    ),
    words={
        "decision": "Beslut:",
        "background": "Beredning:",
        "summary": "Beredning:",
        "proposal": "Stadsdirektörens förslag:",
        "earlier": "Tidigare behandling:",
    },
    order=("background", "summary", "earlier", "proposal", "decision"),
    points="sentence",
    lead="Stadsstyrelsen beslutar",
    setup="""
#set text(font: ("Liberation Sans", "Libertinus Serif"), size: 10pt)
#set page(header: [Närvikens stad #h(1fr) Protokoll #h(1fr) 5/2024 #h(1fr) #context counter(page).display("1 (1)", both: true) #linebreak() Stadsstyrelsen #h(1fr) 71–73 § #h(1fr) 19.03.2024])
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[*#nr § #title* #parbreak() #case]
""",
    cover=f"""
*PROTOKOLL* #linebreak() Stadsstyrelsen

Sammanträdestid #h(1em) 19.03.2024 kl. 15:00 - 17:25 #linebreak() Sammanträdesplats #h(1em) Stadshuset, styrelserummet

*Beslutande* #linebreak() {stacked(people(231, 6), "{0}")}

*Övriga närvarande* #linebreak() {stacked(officials(240, 2), "{0}, stadsdirektör")}
#pagebreak()
""",
    attendance=(*as_role(officials(231, 6), "member"), *as_role(officials(240, 2), "other")),
)

# a protocol of one column of numbers with the titles beside and nothing bold
FALUVIK = House(
    file="Faluvik personalutskottet.pdf",
    organisation="Faluviks kommun",
    board="Personalutskottet",
    date="2024-09-03",
    items=((21, "tabell", "Dnr KS0123/24"), (22, "bordlagd", "Dnr KS0044/24"), (23, "delegation", "Dnr KS0001/24")),
    words={
        "decision": "Beslut",
        "summary": "Sammanfattning",
        "motions": "Förslag vid sammanträdet",
        "dispatch": "Utdrag till",
    },
    order=("decision", "summary", "motions", "dispatch"),
    points="plain",
    lead="",
    setup="""
#set text(font: ("Liberation Mono", "DejaVu Sans Mono"), size: 9.5pt)
#set page(header: [FALUVIKS KOMMUN #h(1fr) PROTOKOLL #h(1fr) #context counter(page).display() #linebreak() Personalutskottet #h(1fr) 2024-09-03])
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[#grid(columns: (18mm, 1fr), [§ #nr], title) #v(0.2em) #case]
#let rub(h) = block(above: 1.6em, below: 1em, sticky: true, underline(h))
""",
    cover="""
PROTOKOLL

Personalutskottet 2024-09-03 kl 9.00-10.30
#pagebreak()
""",
)

# an extract: one paragraph, no cover, the organisation in the page head and nothing of the meeting but its body
UTDRAG = House(
    file="Utdrag ur protokoll.pdf",
    organisation="Region Älvstranden",
    board="Hälso- och sjukvårdsnämnden",
    date="2024-06-18",
    items=((66, "remiss", "HSN 2024-000123"),),
    words={
        "decision": "Beslut",
        "summary": "Ärendet",
        "basis": "Beslutsunderlag",
        "note": "Protokollsanteckning",
        "proposal": "Förslag till beslut",
    },
    order=("decision", "summary", "proposal", "basis", "note"),
    points="numbered",
    lead="",
    setup="""
#set page(header: [Region Älvstranden #h(1fr) PROTOKOLLSUTDRAG #h(1fr) Sida #context counter(page).display("1 (1)", both: true) #linebreak() Hälso- och sjukvårdsnämnden #h(1fr) 2024-06-18])
""",
    tail="""
#v(2em)
Rätt utdraget intygar #v(2em) Zahra Rosén, nämndsekreterare
""",
    kind="extract",
)

# an extract that prints neither body nor day, only the case number's year
KARGT = House(
    file="Paragraf 31.pdf",
    organisation=None,
    board=None,
    date=None,
    items=((31, "bokslut", "RS 441-2023"),),
    words={"decision": "Nämndens beslut", "summary": "Sammanfattning", "basis": "Beslutsunderlag", "dispatch": "Exp:"},
    order=("decision", "summary", "basis", "dispatch"),
    points="numbered",
    lead="",
    named="Nämnden",
    kind="extract",
)

# the part that was adjusted at the meeting, of the same meeting as the whole protocol of Linsta
OMEDELBAR = House(
    file="Linsta samhallsbyggnadsnamnden omedelbar justering.pdf",
    organisation="Linsta kommun",
    board="Samhällsbyggnadsnämnden",
    date="2024-11-20",
    items=((101, "detaljplan", "Dnr SBN 2024-345"),),
    words={
        "decision": "Samhällsbyggnadsnämndens beslut:",
        "background": "Ärende:",
        "motions": "Yrkanden:",
        "procedure": "Propositionsordning:",
    },
    order=("background", "motions", "procedure", "decision"),
    points="numbered",
    lead="",
    setup="""
#set page(header: [#text(size: 9pt)[LINSTA KOMMUN #h(1fr) PROTOKOLL #h(1fr) Sida #context counter(page).display() #linebreak() Samhällsbyggnadsnämnden #h(1fr) 2024-11-20]])
#let head(nr, title, case) = block(above: 2em, below: 1em, sticky: true)[#text(weight: "bold")[§ #nr #h(1em) #upper(title)] #linebreak() #case]
""",
    cover="""
#text(size: 14pt)[Samhällsbyggnadsnämnden]

*Tid och plats:* 20 november 2024 kl. 14:00-16:10, Tekniska verken

*Omedelbart justerad paragraf:* § 101
#pagebreak()
""",
    kind="protocol",
)

SMALL = (ASKHULT, BERGSAND, GAVSJO, SOLBERGA, NARVIKEN, FALUVIK, UTDRAG, KARGT, OMEDELBAR)
