"""Section headings of protocols: is a whole line such a heading, and of which section?

Headings are told by the shape of the line ("Socialnämndens beslut" is any body's genitive and the word "beslut"),
never by a list of bodies. A line that goes on as a sentence, carries a date or begins in lower case is no heading;
what a line with text after the colon means ("Exp: Ekonomikontoret") is answered by ``heading_with_text``. Whether a
proposal stands in place of the decision is judged where all sections are known, not here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from nlp.acts import SectionKind

_LONGEST_HEADING = 90

# as in "Socialnämndens", "Styrelsens arbetsutskotts", "Nämnden för funktionsstöds", "Regiondirektörens", "Ordförandes".
_BODY_ENDING = (
    r"(?:nämnd(?:en)?|styrelse[n]?|utskott(?:et)?|sektion(?:en)?|beredning(?:en)?|fullmäktige|kommitté[n]?|råd(?:et)?|"
    r"regionråd(?:et|en)?|oppositionsråd(?:et|en)?|presidi(?:et|um)|delegation(?:en)?|förvaltning(?:en)?|kontor(?:et)?|direktör(?:en)?|chef(?:en)?|direktion(?:en)?|"
    r"ordförande[n]?|myndighet(?:en)?|förbund(?:et)?|bolag(?:et)?|sekreterare[n]?|utredare[n]?|handläggare[n]?|"
    r"tjänsteperson(?:en)?|organisation(?:en)?|revisorerna?|bygg|miljö|stöd|omsorg|samarbete|utveckling|frågor)"
)
# as in "Nämnden för folkhälsa och sjukvård": what such a body is for may be any word
_NAMED_BODY = (
    r"\w*(?:nämnd(?:en)?|beredning(?:en)?|utskott(?:et)?|styrelse[n]?|kommitté[n]?)"
    r" (?:för|i) [\w\-]+(?:,? (?:och |samt )?[\w\-]+){0,4}"
)
_BODY = rf"(?:(?:[\w/&,\-]+ ){{0,7}}?[\w\-]*{_BODY_ENDING}|{_NAMED_BODY})"
_OWNER = rf"{_BODY}s?"
# as in "Beslutsgång 1", "Omröstning nr 2", "Votering II", "Omröstning – motförslag i huvudvotering".
_COUNT = r"(?: (?:nr )?(?:\d{1,2}|i{1,3}|iv|v))?"
_ASPECT = r"(?: ?[–—\-:,] ?[^\d.:]{2,60})?"
# as in "Reservation (SD)", "Reservation, bilaga 2", "Särskilt yttrande från Vänsterpartiet (V)".
_FROM = r"(?: ?[–—\-,]? ?(?:\([a-zåäö, ]{1,30}\)|(?:se )?bilaga(?: \d{1,3})?|(?:från|av|för) [\wåäö,()\- ]{1,50}))?"
_AT_MEETING = r"(?:vid|på|under|till) (?:dagens )?(?:sammanträdet|mötet|nämnden|sammanträde|möte)"

# Tried in this order: the first that matches the whole line decides.
_HEADINGS: tuple[tuple[SectionKind, str], ...] = (
    # as in "Förslag till beslut vid sammanträdet", "Yrkanden", "Ändringsyrkande 2", "Yrkanden och förslag"
    # as in "Rättelseyrkande", "Anvisning för ändringssökande": how to appeal, in Finland
    (
        SectionKind.OTHER,
        r"rättelseyrkanden?|(?:anvisning(?:ar)? (?:om|för) )?(?:rättelse\w+|ändringssökande|besvär\w*)",
    ),
    (
        SectionKind.MOTIONS,
        rf"(?:ledamöternas )?(?:förslag(?: till beslut)?(?: som läggs| som väcks)?|yrkanden?) {_AT_MEETING}",
    ),
    # as in "Yrkande om återremiss", "Ledamöternas yrkanden"
    (SectionKind.MOTIONS, r"(?:yrkande (?:om|på) \w+|ledamöternas (?:yrkanden|förslag))"),
    (
        SectionKind.MOTIONS,
        r"(?:framställda |framlagda |dagens |övriga )?\w{0,24}yrkanden?(?: och \w{0,24}(?:förslag|yrkanden?))?"
        + _COUNT,
    ),
    # as in "Förslag och yrkanden", "Yttrande och yrkanden"
    (
        SectionKind.MOTIONS,
        r"(?:förslag(?: till beslut)?|yttranden?|inlägg|överläggning(?:ar)?) och (?:\w{0,24}yrkanden?)",
    ),
    # as in "FÖRSLAG – Kommunfullmäktige": what a board lays before its council stands in place of the decision
    (SectionKind.DECISION, rf"förslag ?[–—\-] ?(?:till )?{_BODY}"),
    # as in "Beslut", "Socialnämndens beslut", "Beslut 2", "Beslut för egen del", "Nämndens beslut i ärendet"
    (
        SectionKind.DECISION,
        (
            rf"(?:{_OWNER} )?(?:beslut(?:smening|sformulering|spunkter)?|avgörande)(?: för egen del| i ärendet"
            rf"| i sammandrag)?{_COUNT}"
        ),
    ),
    # as in "Förslag till beslut", "Förvaltningens förslag till beslut", "Arbetsutskottets förslag", "Beslutsförslag"
    (
        SectionKind.PROPOSAL,
        (
            rf"(?:{_OWNER} )?(?:ursprungligt |liggande |föreliggande |skriftligt )?(?:besluts|tjänste)?förslag"
            rf"(?: till (?:beslut|yttrande|{_BODY}))?(?: (?:i|till|från|för) {_BODY})?{_COUNT}"
        ),
    ),
    # as in "Föreslaget beslut", "Nämnden för folkhälsa föreslås besluta", "Styrelsen föreslås besluta att"
    (
        SectionKind.PROPOSAL,
        rf"(?:föreslaget|föreslagna) beslut|(?:{_BODY} )?föreslås (?:besluta|fatta följande beslut)(?: att)?",
    ),
    # as in "Beslutsgång 1", "Propositionsordning", "Propositioner", "Beslutsordning", "Beslutsgång och omröstning"
    (
        SectionKind.PROCEDURE,
        (
            rf"(?:besluts(?:gång(?:en)?|ordning(?:en)?|process)|propositions?ordning(?:en)?|propositioner"
            rf"|proposition(?: på yrkandena)?|beslutsgång och \w+){_COUNT}{_ASPECT}"
        ),
    ),
    # as in "Omröstning", "Huvudvotering", "Omröstningsresultat", "Voteringslista 3"
    (
        SectionKind.VOTE,
        (
            rf"(?:röstning(?:sresultat)?|\w{{0,12}}omröstning(?:en|ar|sresultat|slista|sordning|sprotokoll)?|\w{{0,12}}votering(?:en|ar"
            rf"|sresultat|slista|slistor|sordning|sprotokoll)?|kontrapropositions?votering){_COUNT}{_ASPECT}"
        ),
    ),
    # as in "Reservationer", "Reservation(er)", "Skriftlig reservation", "Reservation (SD)", "Reservation mot beslutet"
    (
        SectionKind.RESERVATION,
        (
            rf"(?:avvikande åsikt(?:er)?|(?:skriftliga? |muntliga? |blanka? |anmälan om |anmälda )?reservation(?:en|er"
            rf"|\(er\))?)(?: (?:mot beslutet|till protokollet))?(?: (?:och|/) (?:protokollsanteckning(?:ar)?"
            rf"|särskil(?:t|da) yttranden?))?{_COUNT}{_FROM}"
        ),
    ),
    # as in "Protokollsanteckning", "Särskilt yttrande", "Anteckning till protokollet"
    (
        SectionKind.NOTE,
        (
            rf"(?:gemensam |skriftlig )?(?:protokolls?anteckning(?:en|ar|\(ar\))?|protokolls?notering(?:ar)?"
            rf"|särskil(?:t|da) (?:yttranden?|uttalanden?)|(?:antecknas|anteckning(?:ar)?|noteras"
            rf"|notering(?:ar)?) till protokollet|notering(?:en|ar)?|anteckning(?:en|ar)?"
            rf"|röstförklaring(?:ar)?|ersättar(?:yttrande|es yttrande)n?)(?: och \w+)?{_COUNT}{_FROM}"
        ),
    ),
    # as in "Jäv", "Anmälan om jäv", "Jäv och deltagande", "Jävsanmälan"
    (
        SectionKind.RECUSAL,
        (
            r"(?:anmälan om |anmält |anmäler )?jäv(?:sanmälan|sanmälningar|sförhållanden?|ig(?:a"
            r"|het)?)?(?: (?:och|/) [\w ]{3,30})?"
        ),
    ),
    # as in "Beslutsunderlag", "Underlag för beslut", "Handlingar i ärendet", "Bilagor"
    (
        SectionKind.BASIS,
        (
            r"(?:i ärendet finns följande (?:dokument|handlingar)|(?:besluts|ärende|berednings)underlag(?:et)?"
            r"|underlag(?: (?:för|till) (?:beslut(?:et)?"
            r"|ärendet))?|(?:ärendets |tillhörande |inkomna |aktuella )?handling(?:ar(?:na)?)?(?: i ärendet"
            r"| till ärendet| som ligger till grund för beslutet)?|bilaga|bilagor|beslutsunderlag och \w+"
            r"|dokument)"
        ),
    ),
    # as in "Exp.", "Expedieras till", "Beslutet skickas till", "Protokollsutdrag till", "Kopia till", "Sändlista"
    (
        SectionKind.DISPATCH,
        (
            r"(?:exp\.?|(?:besluts)?expedi(?:eras|ering|tion|erat|eringslista)|(?:besluts?|paragrafen"
            r"|protokolls?)?(?:et)?(?: ska)? ?(?:expedieras|skickas|sänds?|översänds|lämnas|delges|meddelas"
            r"|delgivning|utdrag(?:et)?)|sändlista|(?:besluts)?mottagare|delgivning|delgivare|underrätt(?:as|else)"
            r"|(?:kopia|kopior)(?: av beslutet)?"
            r"|för (?:kännedom|verkställighet|åtgärd)|(?:protokolls?)?utdrag(?:et)?(?: ska)?(?: (?:skickas|sänds"
            r"|lämnas|expedieras|delges))?)(?: (?:skickas|sänds|för (?:kännedom|verkställighet"
            r"|åtgärd)))?(?: (?:till|för))?"
        ),
    ),
    # as in "Tidigare behandling", "Ärendets beredning", "Tidigare beslut", "Ärendets gång"
    (
        SectionKind.EARLIER,
        (
            r"(?:\w{3,30}s behandling(?: av ärendet)?|beslutshistorik"
            r"|(?:ärendets |ärendet )?tidigare (?:behandling(?:ar)?|beslut|beredning(?:ar)?|ärendegång"
            r"|handläggning)(?: (?:i ärendet|av ärendet))?|(?:ärendets )?(?:beredning(?:en)?|gång|handläggning"
            r"|behandling)(?: av ärendet| i ärendet)?|ärendegång|beredningsgång)"
        ),
    ),
    # as in "Sammanfattning av ärendet", "Ärendet i korthet", "Ärendebeskrivning", "Beskrivning av ärendet", "Ärende"
    (
        SectionKind.SUMMARY,
        (
            r"(?:(?:kort |kortfattad )?sammanfattning(?: av (?:ärendet|innehållet|förslaget))?"
            r"|ärendet? i korthet|ärende(?:beskrivning|sammanfattning|information|inledning|genomgång)"
            r"|ärendet?|ärendets? (?:beskrivning|innehåll)"
            r"|(?:sammanfattande )?(?:ärende)?beskrivning(?: av ärendet)?|redogörelse(?: för ärendet)?)"
        ),
    ),
    # as in "Bakgrund", "Bakgrund till ärendet", "Bakgrund och syfte"
    (
        SectionKind.BACKGROUND,
        r"(?:ärendets )?bakgrund(?: (?:till|i) (?:ärendet|förslaget|beslutet))?(?:(?: och |/)[\w ]{3,30})?",
    ),
    # headed parts that the record knows as "other": "Motivering till beslut", "Ekonomiska konsekvenser", "Överläggning"
    (
        SectionKind.OTHER,
        (
            rf"(?:information(?: i ärendet)?|motivering(?: (?:till|av|för) (?:beslut(?:et)?|förslaget))?"
            rf"|skäl(?:en)?(?: (?:för|till) (?:beslut(?:et)?|bedömningen|förslaget))?|beslutsmotivering"
            rf"|(?:{_OWNER} )?(?:bedömning(?:ar)?|överväganden?|synpunkter|yttranden?|motivering"
            rf"|ställningstaganden?)|(?:ekonomiska "
            rf"|övriga )?konsekvenser(?: [\w ]{{3,40}})?|\w*konsekvensanalys|\w*konsekvensbedömning"
            rf"|överläggning(?:ar|en)?|diskussion(?:en)?|inlägg|anföranden|talare|ajournering(?:ar)?|lagstöd"
            rf"|lagrum|lagstiftning|tillämpliga (?:bestämmelser|lagrum)|deltar (?:inte|ej) i beslutet"
            rf"|ej deltagande i beslutet?|ej deltagande|barnperspektiv(?:et)?|barnets bästa|omedelbar justering"
            rf"|(?:så här|hur man) överklagar|överklagande|besvärshänvisning|uppföljning av beslutet"
            rf"|upplysning(?:ar)?|föredragande|föredragning(?:en)?|beredare"
            rf"|sakkunnig(?:a)?|(?:beslutets )?verkställighet"
            rf"|rättslig reglering|prövning av barnets bästa|jämställdhet(?:sperspektiv(?:et)?|sanalys)?"
            rf"|ekonomi|finansiering"
            rf"|(?:dagens |under |vid )?sammanträdet?)"
        ),
    ),
)
# as in "Propositionsordning och omröstning", "Sammanfattning/Ärende": two headings in one, the first of which counts
_JOINED = re.compile(r"(.{4,45}?)( och |\s?/\s?)(.{4,45})")
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _HEADINGS)
# as in "Enligt kommunstyrelsens förslag:", "På ordförandens förslag": who proposed, and no heading
_LEADS_IN = re.compile(r"(?:enligt|på|efter|i(?! ärendet finns)|mot|utifrån) ", re.IGNORECASE)
# as in "BYGGNADSNÄMNDEN BESLUTAR", "Nämnden beslutar att", "Styrelsen föreslår kommunfullmäktige besluta"
_DECIDES = re.compile(
    rf"{_BODY} (?:beslutar|beslutade|föreslår {_BODY}(?: besluta)?)(?: för egen del)?(?: följande)?(?: att)?\W?"
)
_AT_THE_MEETING = re.compile(r"(?:dagens |under |vid )?sammanträdet?")
_BULLET = re.compile(r"[-–—•*·§]|\d+[.)]")
# as in "Exp: Ekonomikontoret", "Beslutet skickas till: sökanden"
_LEAD = re.compile(r"([^:\n]{3,60}):[ \t]+(?=\S)")


@lru_cache(maxsize=4096)  # a line is asked about while furniture, heads and sections are told apart
def section_kind(line: str) -> SectionKind | None:
    """Return the kind of section that ``line`` heads, or None when the whole line is no heading."""
    if not line.lstrip()[:1].isupper():
        return None
    text = re.sub(r"\s+", " ", line).strip()
    if not text or len(text) > _LONGEST_HEADING or _BULLET.match(text) or _LEADS_IN.match(text):
        return None
    return _kind_of(_bare(text))


def is_meeting_heading(line: str) -> bool:
    """Tell whether a heading only says where the part took place: "Dagens sammanträde", where motions may stand."""
    return bool(_AT_THE_MEETING.fullmatch(line.strip().rstrip(":").lower()))


def is_deciding_line(line: str) -> bool:
    """Tell whether a line says that a body decides and nothing more ("Byggnadsnämnden beslutar").

    Set like a heading it heads the decision; in the type of the text it leads in what follows.
    """
    return bool(_DECIDES.fullmatch(re.sub(r"\s+", " ", line).strip().lower()))


def heading_with_text(line: str) -> tuple[SectionKind, int] | None:
    """Return the kind and where the text begins of a line such as "Exp: Ekonomikontoret", else None."""
    lead = _LEAD.match(line)
    if lead is None:
        return None
    kind = section_kind(lead[1])
    return None if kind is None else (kind, lead.end())


def _bare(text: str) -> str:
    """Lower the case and drop the colon; a full stop is no part of a heading except after an abbreviation ("Exp.")."""
    lowered = text.lower().rstrip(" :")
    return re.sub(r" \(er\)", "(er)", lowered)


def _kind_of(bare: str) -> SectionKind | None:
    whole = next((kind for kind, pattern in _COMPILED if pattern.fullmatch(bare)), None)
    if whole is not None:
        return whole
    joined = _JOINED.fullmatch(bare)
    return _kind_of(joined[1]) if joined and _kind_of(joined[3]) else None
