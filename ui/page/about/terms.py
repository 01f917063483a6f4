"""The words of protocols, explained in our own words; their English stands in ui/i18n/en/about.json. Pure data."""

from __future__ import annotations

TERMS: tuple[tuple[str, str], ...] = (
    ("ajournering", "Mötet tar paus och fortsätter senare, samma dag eller en annan."),
    ("anslag", "Tillkännagivandet att protokollet är justerat. Från den dagen räknas tiden för att överklaga."),
    ("avslag", "Nej till ett förslag. Vilket förslag det gäller står i yrkandet eller beslutet."),
    ("bifall", "Ja till ett förslag."),
    ("bordläggning", "Ärendet skjuts upp till ett senare möte utan att beredas på nytt."),
    (
        "delegation",
        "Rätten att besluta i nämndens namn, som lämnats till ett utskott, en ledamot eller en tjänsteperson.",
    ),
    (
        "deltar inte i beslutet",
        "Ledamoten avstår från att vara med om beslutet. Det är varken en röst eller en reservation.",
    ),
    ("diarienummer", "Ärendets nummer i registret. Samma ärende kan ha olika nummer hos olika organ."),
    ("justering", "Ordföranden och en eller flera utsedda ledamöter godkänner att protokollet stämmer."),
    ("jäv", "Ledamoten har ett eget intresse i ärendet och lämnar rummet medan det behandlas."),
    ("kontraproposition", "Det förslag som ställs mot huvudförslaget i en omröstning, när förslagen är fler än två."),
    ("motion", "Ett förslag som en ledamot i fullmäktige lämnar in för att det ska beredas och beslutas."),
    ("omedelbar justering", "En paragraf godkänns redan under mötet, så att beslutet kan verkställas genast."),
    ("proposition", "Ordföranden lägger fram förslagen, ett i taget, och frågar vilket mötet vill anta."),
    ("protokollsanteckning", "En kommentar som förs till protokollet. Den är ingen reservation."),
    ("reservation", "En ledamot som var med om beslutet låter anteckna att hon eller han var emot det."),
    ("särskilt yttrande", "En förklaring som bifogas protokollet. Den är ingen reservation."),
    ("tjänsteskrivelse", "Förvaltningens text om ett ärende, oftast med ett förslag till beslut."),
    ("uppdrag", "Någon, oftast förvaltningen, ska göra något, ibland till en viss dag."),
    ("utslagsröst", "Ordförandens röst avgör när lika många röstat på båda sidor."),
    ("votering", "Omröstning där rösterna räknas. Vad ja och nej betyder står i protokollet: ett ja kan gälla avslag."),
    ("yrkande", "Ett förslag som en ledamot lägger fram på mötet: bifall, avslag, ändring, tillägg, återremiss."),
    ("återrapportering", "Den som fick ett uppdrag berättar vad som blivit gjort."),
    ("återremiss", "Ärendet skickas tillbaka för att beredas mer innan det avgörs."),
)
"""Pairs of word and meaning, in the order of the alphabet."""
