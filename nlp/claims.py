"""Claims: the sentences of a reservation, a note or a motion by which its author takes a stand that can be disputed.

Owns what tells a claim by its form and words: that it demands, values, explains, foresees, misses or sets things
against each other. Always holds: pure; a claim's range is verbatim text without the formal opening ("X (C) reserverar
sig mot beslutet med följande motivering:"), and it names the signs that it was told by. Leaves out whether it is true,
bare facts and figures that only serve a claim, and what the speaker merely moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from nlp.acts import Range
from nlp.sentences import quick_sentences


class Sign(StrEnum):
    """What tells a claim."""

    DEMAND = "demand"
    VALUE = "value"
    CAUSE = "cause"
    CONSEQUENCE = "consequence"
    LACK = "lack"
    CONTRAST = "contrast"
    RULE = "rule"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: where it stands in the text that was read, and the signs that it was told by."""

    range: Range
    signs: tuple[Sign, ...]


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_SIGNS: tuple[tuple[Sign, re.Pattern[str]], ...] = (
    (
        Sign.DEMAND,
        _words(
            # "Kostnaden bör redovisas", "det måste framgå", "en skarpare analys krävs", "ett slutdatum behövs"
            r"\b(?:bör|borde|måste|krävs|kräver|behövs|behöver|förutsätter|förtjänar|skulle behöva)\b",
            # "Beslutet får inte fattas", "Ingen ska behöva välja", "stödet ska ha ett namn", "så får det inte vara"
            r"\b(?:får|ska) (?:inte|aldrig|\w+ inte)\b",
            r"\bska (?:behöva|ha|vara|kunna|pröva\w*|bli|gälla|beredas|gå|träffa)\b",
            # "Vi hade hellre sett", "jag vill se", "vi ville ha en plan", "vi anser att", "vår bedömning är"
            r"\b(?:vi|jag|partiet|\w+arna|\w+partiet) (?:anser|menar|tycker|bedömer)\b",
            r"\b(?:vi|jag|partiet|\w+arna|\w+partiet) (?:befarar|oroas|ser helst|utgår från)\b",
            r"\b(?:anser|menar|tycker|utgår) (?:vi|jag|dock|också|fortfarande)\b",
            r"\bvår (?:bedömning|uppfattning|mening)\b",
            r"\bhade (?:\w+ )?(?:hellre|gärna|velat)\b|\bhade (?:hellre|velat|önskat)\b|\bhellre (?:sett|haft|än)\b",
            r"\b(?:vi|jag) (?:vill|ville)\b(?! (?:anteckna|notera|reservera|markera|yrka))",
            r"\b(?:vill|ville) (?:vi|jag)\b",
            # "Rimligare vore att", "det är rimligt att", "nödvändig för att", "ansvar för"
            r"\b(?:orimlig|rimlig)\w*\b|\bnödvändig\w*\b|\bvore\b|\bpå tiden\b|\bdags att\b",
        ),
    ),
    (
        Sign.VALUE,
        _words(
            # "Det är fel ordning", "ett dåligt sätt", "planen är klok", "underlaget är för tunt", "en klen tröst"
            r"\b(?:fel|rätt|bra|dålig\w*|allvarlig\w*)\b",
            r"\b(?:olycklig\w*|oroväckande|oroande|anmärkningsvär\w+|klok\w*|klen\w*)\b",
            r"\b(?:viktig\w*|svag\w*|tunn\w*|tunt|bättre|sämre|värre|bäst\w*|sämst\w*|bakvän\w+|utmanande|välkom\w+)\b",
            r"\b(?:överflödig\w*|effektiv\w*|ineffektiv\w*|olämplig\w*|beklaglig\w*|otillräcklig\w*|orättv\w+)\b",
            r"\b(?:rättv\w+|oansvarig\w*|ansvarslös\w*|positiv\w*)\b",
            r"\b(?:negativ\w*|glädjande|synd|bristande|bristfällig\w*)\b",
            r"\b(?:självklar\w*|oacceptab\w+|märklig\w*|farlig\w*)\b",
            r"\b(?:otrygg\w*|osäker\w*|halvfärdig\w*|hederlig\w*|värd\w?)\b",
            r"\b(?:sorglig\w*|skamlig\w*|olyckligt|problem\w*|misslyck\w+|slöser\w*|onödig\w*|korrekta?)\b",
            # "Ett bokslut i efterhand är ingen plan", "det är en gåva", "en verklig risk, inte bara en olägenhet"
            r"\bär (?:i(?:nget|ngen|nga|nte) |alltså |en |ett )?(?:gåva|löfte|plan|villkor)\b",
            r"\bär (?:i(?:nget|ngen|nga|nte) |alltså |en |ett )?(?:tröskel|gissning|svek|rättighet)\b",
            r"\bär (?:ingen|inget|inga)\b|\bskäl(?:en|et)? (?:till|för|är|att)\b|\bframstår\b|\bförsvar för\b",
            r"\b(?:låter|talar för sig|räcker|duger|glöms|lovar|löftet?|behövs)\b",
        ),
    ),
    (
        Sign.CAUSE,
        _words(
            # "eftersom ramen redan är slut", "det beror på att", "därför att", "på grund av", "gör att"
            r"\b(?:eftersom|därför|beror (?:inte )?på|på grund av|orsak\w*|tack vare|i och med att)\b",
            r"\b(?:för|av det skälet) att (?:\w+ ){1,3}(?:är|har|ska|inte|kan)\b|\butan (?:på|för) att\b",
        ),
    ),
    (
        Sign.CONSEQUENCE,
        _words(
            # "det leder till", "innebär att", "betyder att", "riskerar", "till priset av", "följden är"
            r"\b(?:leder till|leda till|innebär\w*|betyder|medför\w*|resultera\w*|resultatet|följden|konsekvensen)\b",
            r"\b(?:risk\w*|till priset av|bidrar till|omöjliggör\w*|förhindra\w*|belönar|drabba\w*)\b",
            # "Annars betalar", "då blir det", "Då har vi köpt", "ska alltså köra"
            r"^(?:annars|då blir|då har|då behövs|då finns|då kommer|då får|då är|då kan)\b|, annars\b|\balltså\b",
            r"\bdärmed\b|\boch då\b",
            # "kommer inte att räcka", "blir till något annat", "gör det svårare"
            r"\b(?:kommer|lär) (?:inte |aldrig |att |enbart |bara |dock |alltid )",
            r"\bblir (?:till|ofta|dessutom|en|ett|det|extra|inte|aldrig)\b",
            r"\b(?:kan|skulle) (?:bli|inte|leda|utebli|komma)\b",
            # "Hade vi väntat hade …", "en återremiss hade inte försenat något", "två månader hade räckt"
            r"\bhade (?:inte |dessutom |vi |nämnden |\w+ )?(?:räckt|försen\w+|påverka\w+|fördröj\w+|tvingat)\b",
            r"\bhade (?:inte |dessutom |vi |nämnden |\w+ )?(?:gått|kunnat|tagit|fått|kostat)\b",
            # "Ska ramen betyda något måste", "Blir kraven fler får", "Finns inga pengar tas de": a condition without om
            r"^(?:ska|blir|finns|vill|får)\b[^?]{8,}\b(?:måste|får|tas|blir|landar|ska|kan)\b",
            r"^(?:flyttas|tas|höjs|sänks|saknas|tar)\b[^?]{8,}\b(?:måste|får|tas|blir|landar|ska|kan)\b",
            r"^(?:om|när|så länge|den dag)\b[^?.]{8,}",
        ),
    ),
    (
        Sign.LACK,
        _words(
            # "En riskanalys saknas", "utan en rad om kostnaden", "ingen har frågat", "vi vet inte", "inte ens"
            r"\bsakna[srd]?\w{0,2}\b|\bvet (?:\w+ )?inte\b|\bfår (?:vi )?inte veta\b",
            r"\b(?:inte|varken|aldrig) (?:ens|ett ord|en siffra)\b",
            r"\butan (?:att|en|ett|någon|något|finansiering)\b|\b(?:inte heller|heller inte|varken)\b",
            r"\b(?:ingen|inget|inga) (?:\w+ ){0,4}(?:har|som|beräkning|analys|finansiering|siffra|plan|barn|väg)\b",
            r"\bin(?:te|get) (?:\w+ ){0,3}(?:redovisa\w*|besvara\w*|svar|prövat\w*)\b",
            r"\bin(?:te|get) (?:\w+ ){0,3}(?:tillfråga\w*|utre\w+|räkna\w*|uppnå\w*|beskri\w+)\b",
            r"\b(?:okän\w+|oklar\w*|otydlig\w*|otillräcklig\w*|framgår (?:inte|ej)|lämnades tom|svärtad)\b",
            r"\binte syns|\bsyns inte\b",
            r"\binte vad\b|\bmen inte\b|\bmen ingen\b|\binget om\b|\binte med ett ord\b",
        ),
    ),
    (
        Sign.CONTRAST,
        _words(
            # "Ändå får den ene betala", "i stället", "snarare än", "trots att", "inte viljan som saknas utan vägen"
            r"\b(?:ändå|däremot|tvärtom|i ?stället|snarare|trots|fastän|i praktiken)\b",
            r"^men\b|, men\b|, medan\b|; nu\b|\binte\b[^.]{3,80}\butan\b",
            r"\bdessutom\b|\binte bara\b|\bfast (?:\w+ ){1,4}är\b",
        ),
    ),
    (
        Sign.RULE,
        _words(
            # "Den som lovar ska visa plånboken", "Att förlänga utan datum är att lägga i en låda", "Varje mil gör"
            r"^(?:den|de|det) som\b|\bden som\b|^att \w+[^.]{5,}\b(?:är|blir|hjälper|försvinner|visar)\b|^varje\b",
            r"^(?:ett|en) (?:\w+ ){1,3}(?:som|är|kan|vet|blir|väljer|ska)\b|^ingen\b|\bsannolikt\b|\berfarenhet\w*\b",
            r"\b(?:visar|visat) (?:att|hur|vad)\b|\btydlig(?:t|are|gör)\b|\buppenbar\w*\b|\balltid\b|\bdet som inte\b",
        ),
    ),
    (
        Sign.QUESTION,
        # "I vilken annan verksamhet köper man först?", "hur kan då läget vara så illa?"
        _words(r"\b(?:hur kan|vem tror|i vilken annan|varför skulle|är det rimligt|ska vi verkligen)\b[^?]*\?"),
    ),
)

# the formal opening: "Anna Lind (C) reserverar sig mot beslutet med följande motivering: Det …"
_OPENING = re.compile(
    r"^[^:]{0,400}?\b(?:reserver\w+|anför|lämnar|antecknar?|anteckning\w*|yttrande\w*|motivering\w*|yrkar"
    r"|meddelar|följande|antecknad|protokollet)\b[^:]{0,160}:\s*"
)
# what is said or done for form's sake, where no reason follows
_FORMAL = re.compile(
    r"\breserver(?:ar|ade|a) (?:sig|oss|mig)\b|\btill förmån för\b|\byrka(?:r|de|t|s)?\b|\bskriftlig reservation\b"
    r"|\b(?:lämnar|antecknar?|anför|avger|inkommer|inkommit|anmäler|deltar inte|instämmer)\b.{0,80}"
    r"(?:yttrande|anteckning|protokollet|reservation|beslutet|skrivelse)|\b(?:mitt|vårt|sitt) \w*yrkande (?:var|är)\b"
    r"|^(?:vi|jag|\w+partiet) (?:begärde|föreslog|yrkade|bad om|har begärt|har föreslagit)\b"
    r"|\bställer (?:en fråga|sig (?:\w+ )?(?:inte )?bakom)\b|\bbesvarar frågan\b|\bstår bakom \w+\.$"
    r"|\bfråga som lyder\b"
    r"|\bröstade\b|\bvi röstat\b|\batt yrka\b",
    re.IGNORECASE,
)
_GIVES_REASON = re.compile(r"\b(?:eftersom|därför att|då det|skäl|anser|borde|måste)\b", re.IGNORECASE)
_QUESTION = re.compile(r"\?[\"”’)]*$")
# "I rapporten heter det att", "Enligt bilagan", "X berättade för mig"
_QUOTING = re.compile(
    r"^(?:i \w+ (?:heter|står|framgår)|enligt\b)|\b(?:berätta\w*|framgår|uppger|kom fram till) (?:\w+ ){0,3}att\b"
    r"|\bframgår att ”",
    re.IGNORECASE,
)
_OWN_STAND = frozenset({Sign.DEMAND, Sign.VALUE})
_LEAST_WORDS = 2


def claims_of(text: str, ranges: Sequence[Range]) -> tuple[Claim, ...]:
    """Return the claims within ``ranges`` of ``text`` in order; ranges are those of ``text``."""
    found = ((place, signs_of(text[place.start : place.end])) for place in sentences_of(text, ranges))
    return tuple(Claim(place, signs) for place, signs in found if signs)


def sentences_of(text: str, ranges: Sequence[Range]) -> Iterator[Range]:
    """Yield the sentences within ``ranges``, the formal opening of one left out where something follows it."""
    for part in ranges:
        for sentence in quick_sentences(text[part.start : part.end]):
            place = sentence.shifted(part.start)
            opening = _OPENING.match(text[place.start : place.end])
            begin = place.start + (opening.end() if opening else 0)
            yield Range(begin, place.end) if begin < place.end else place


def signs_of(sentence: str) -> tuple[Sign, ...]:
    """Return what tells that ``sentence`` is a claim, () when it is none."""
    if len(sentence.split()) < _LEAST_WORDS or _is_formal(sentence):
        return ()
    found = tuple(sign for sign, pattern in _SIGNS if pattern.search(sentence))
    if _QUESTION.search(sentence) and Sign.QUESTION not in found:
        return ()
    if _QUOTING.search(sentence) and _OWN_STAND.isdisjoint(found):
        return ()
    return found


def _is_formal(sentence: str) -> bool:
    return _FORMAL.search(sentence) is not None and not _GIVES_REASON.search(sentence)
