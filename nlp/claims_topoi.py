"""Topoi: the lines of argument that Swedish politics keeps coming back to, told by the words that carry them.

A topos ("it is too far", "nobody has set money aside") outlives the matter that it is used in, so that the same
argument is known again in another board, year and party though no sentence is alike. Owns the words of each. Always
holds: pure; a topos of a text rests on words that stand in it, and their places are given. The labels that people see
are not these names but words of the texts themselves (`index.themes`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from nlp.acts import Range


@dataclass(frozen=True, slots=True)
class _Words:
    """Words that alone tell a topos, and words that only tell it together with others.

    "~" is any ending or beginning of the word ("~analys" is also "riskanalys"), "_" the blank between two words.
    """

    telling: str
    hints: str


_WORDS: Mapping[str, _Words] = MappingProxyType(
    {
        # "Det är sex mil till närmaste mottagning, och bussen går två gånger om dagen"
        "distance": _Words(
            telling="""
                avstånd~ restid~ resväg~ bilväg~ långväga mil kilometer km landsbygd~ glesbygd~
                närhet~ hemort~ bilresa~ resvägen timmes_väg enkel_väg tur_och_retur långt_bort
                långt_till långt_ut nära_hemmet avsides~ geografisk~ centraliser~ inställelsetid~
                pendl~ avlägsen~ lokal_närvaro
            """,
            hints="""
                bussen bilen timmar resa~ resor~ åka~ åker köra kör bil väg vägen orten minuter
                timme långt närmaste stänga~ stängs nedläggning~ flyttas vinterväg~ postnummer~ bort
                hem färd~ halka orter bygden nära kollektivtrafik~ ambulans~
            """,
        ),
        # "Alla utförare ska ha samma villkor, samma ersättning och samma insyn, vem som än äger dem"
        "equal-terms": _Words(
            telling="""
                privata privat utförare~ konkurr~ vårdval~ valfrihet~ spelregler~ konkurrensneutral~
                friskol~ friståend~ ~villkor lika_villkor samma_villkor egen_regi vinst~ koncern~
                vem_som_äger vem_som_än samma_krav samma_regler samma_pris samma_ersättning
                samma_insyn ägare~ konkurrensutsätt~ entreprenad~ idéburen~ idéburna likabehandl~
                enskild_regi
            """,
            hints="""
                offentlig~ egna insyn~ äger ägs ägarna granska~ patienten välja~ ersättning~
                samma_mått lika rättvis~ marknadshyra~ underskott pris anmäla
            """,
        ),
        # "Ett löfte utan pengar betalas av någon annan", "anslaget saknas i budgeten"
        "unfunded": _Words(
            telling="""
                finansier~ ofinansier~ ~anslag~ tillskott~ omfördelning~ inte_en_krona inga_pengar
                utan_pengar pengarna_följer inte_ett_öre plånboken underfinansier~ utan_tillskott
                pengar_finns regionplan~ kostnadstäckning~ budgeterad~ budgeterat sparbeting~
                medel_saknas medel_avsatta avsatta_medel
            """,
            hints="""
                löfte~ lovar~ budget~ ramen ram pengar~ miljoner betalas betala~ tas statsbidrag~
                skjuts drift~ ställa välja_bort väljas_bort saknas underskott ta_från
                vem_som_betalar vem_som_ska_betala dra_in sparkrav~ bekosta~ resurser~ nedskärning~
                besparing~ täckas täcks ekonomi~
            """,
        ),
        # "Avgiften slår mot den som har minst", "den som inte har råd avstår"
        "affordability": _Words(
            telling="""
                avgift~ ~avgiften egenavgift~ garantipension~ låginkomst~ inkomst~ försörjningsstöd~
                gratis avgiftsfri~ har_råd inte_råd råd_med fattig~ plånbok~ kronofogde~ ~inkomster
                låg_pension ekonomiskt_utsatta prislapp~ taxa~ taxan avgiftshöjning~ kostnadsfri~
                socioekonomisk~ låga_inkomster
            """,
            hints="""
                kronor kostar pension~ avstår betala~ betalar tröskel~ lönen pensionär~ ensamstående
                dyrt räkning~ klass~ veckas_mat utsatta sjukast välja_bort låta_bli låtit_bli
            """,
        ),
        # "Schema, lön och arbetsmiljö är det som får personal att stanna"
        "working-conditions": _Words(
            telling="""
                schema~ scheman arbetsmiljö~ arbetstid~ inhyr~ hyr~personal hyrsjuksk~ hyrläk~
                hyrbolag~ bemanningsbolag~ bemanningsföretag~ kollega kollegor~ sjukfrånvaro~
                övertid~ löneutrymme~ medarbetar~ skyddsombud~ arbetspass~ avgångssamtal~
                säga_upp_sig säger_upp_sig fast_anställda fackliga resurspass~ stafettläk~
                arbetsbelastning~ lunchrast~ nattpass~ betald_arbetstid personalbrist~
                personalflykt~ grundbemanning~ arbetsvillkor~ sjukskriv~ delade_turer
            """,
            hints="""
                personal~ lön~ anställd~ anställs helg~ pass~ stanna~ slutat slutar rekryter~
                bemanna~ vila vikarier~ tröttaste sjuksköterska~ undersköterska~ utbildning~ bolag~
                semester~ arbete~ arbetar orken
            """,
        ),
        # "Den som saknar e-legitimation kommer inte fram"
        "digital-exclusion": _Words(
            telling="""
                e-legitimation~ legitimation~ legitimering~ bank-id bankid digital~ app appen appar~
                uppkoppling~ bredband~ inloggning~ logga_in skärm~ nätet internet dator~ smartphone~
                datorvana telefonväg~ e-tjänst~ smarttelefon~ it-vana digitalt_utanförskap
            """,
            hints="""
                telefon~ ringa ringer ringde luren samtal~ telefonkö~ äldre teknik~ åldring~ kötid~
                sköterska knappar över_80 över_75 gränssnitt~
            """,
        ),
        # "Handlingarna kom två dagar före sammanträdet och konsekvenserna är inte beskrivna"
        "basis": _Words(
            telling="""
                underlag~ beslutsunderlag~ handlingar~ ~analys konsekvens~ riskanalys~ återremi~
                före_sammanträdet före_mötet före_beslut~ bilagan uppskov~ halvfärdig~ får_inte_veta
                vet_inte vet_därför_inte inte_har_sett inte_sett inte_fått_se kompletter~
                hinner_inte hunnit läsa beredd beredning~ utredning~ bereda~ antaganden
                ofullständig~ bristfällig~ remissvar~ kort_varsel färdigberett oberedd~
            """,
            hints="""
                redovis~ svar svara saknas saknar beskriv~ frågat tillfråg~ kalkyl~ bilaga~ sidor
                bedöma rapport~ uppföljning~ okänd~ nuläge~ analys~ prövat~ dagar veckor bedömning~
                utrett skickades fråga ordentlig~ alternativ~ siffror~ fakta sent
            """,
        ),
        # "Ingen har frågat barnen", "en barnkonsekvensanalys saknas"
        "children": _Words(
            telling="""
                barnkonvention~ barnkonsekvens~ barnperspektiv~ barnets barnen barn unga ungdom~
                tonåring~ ~åring ~åringar elever~ förskol~ skolbarn~ barnbokslut~ elevhälsa~
                barnrätt~ barns ungas
            """,
            hints="""
                föräldr~ syskon~ skola skolan skoldag~ uppväxt~ familj~ frågat röst~ treåring~
            """,
        ),
        # "Summan är bara en öppningssiffra", "någon måste svara för att taket hålls"
        "cost-control": _Words(
            telling="""
                fördyr~ dyrare prislapp~ kostnadskontroll~ skattebetalare~ skattepengar~ slutsumma~
                överskrid~ kostnadsutveckling~ prishöjning~ byggkostnad~ ett_tak tak_i miljard~
                skenande notan nota prisökning~ merkostnad~ kostnadsökning~ skattemedel~ ansvar_för
                svarar_för namngiven~ lågt_tal budgetavvikelse~ hushållning~ slöseri~
            """,
            hints="""
                kostnad~ kalkyl~ summa~ summan pris priset ramen räkning~ projekt~ avtal~ tak taket
                investering~ avvikelse~ steg granska~ granskare~ köper~ bygga~ kostade underskrift~
                halvår~ kvartal~ miljoner bolag~ betala~ mål
            """,
        ),
        # "Frågan hör hemma i fullmäktige", "oppositionen fråntas sin rätt"
        "democracy": _Words(
            telling="""
                demokrati~ odemokrati~ yttrandefrihet~ föreningsfrihet~ arbetsordning~ transparen~
                tystnadskultur~ folkvald~ väljare~ maktfullkomlig~ offentlighet~
                medborgarinflytande~ falsk_majoritet uppsiktsplikt~
            """,
            hints="""
                majoritet~ fullmäktige~ debatt~ rättighet~ insyn~ opposition~ förhala~ fördröja~
                ta_ställning förtroende~
            """,
        ),
        # "Det strider mot kommunallagen"
        "law": _Words(
            telling="""
                kommunallag~ lagstridig~ olaglig~ rättssäker~ rättsosäker~ laglig~ lagen_kräver
                strider_mot grundlag~ statsstöd~ diskrimineringslag~ domstol~
            """,
            hints="""
                lag lagen rätt~ regelverk~ juridi~ jurist~ prövning~
            """,
        ),
        # "Utsläppen måste ned", "naturvärden går förlorade"
        "environment": _Words(
            telling="""
                klimat~ utsläpp~ miljömål~ fossil~ hållbar~ biologisk~ naturvärde~ koldioxid~
                luftkvalitet~ miljöpåverkan~ solcell~ grönområd~
            """,
            hints="""
                miljö~ natur~ energi~ buller~ cykel~ träd~ vatten~
            """,
        ),
        # "Tryggheten på gatorna", "våldet ska mötas"
        "safety": _Words(
            telling="""
                otrygg~ trygghet~ brott~ våld~ kriminal~ kameraövervakning~ ordningsvakt~
                patientsäker~ vårdskad~ knark~ säkerhetsrisk~
            """,
            hints="""
                trygg~ säker~ risk~ hot~ polis~ larm~
            """,
        ),
        # "Resultatet blir bara mer administration"
        "red-tape": _Words(
            telling="""
                administrati~ byråkrati~ krångel~ regelkrångl~ dubbelarbete~ detaljstyr~ överflödig~
                dokumentationskrav~
            """,
            hints="""
                effektiv~ styrning~ förenkla~ blankett~ onödig~ plan planer rapportering~
            """,
        ),
        # "Alla ska ha samma möjligheter oavsett bakgrund"
        "equality": _Words(
            telling="""
                jämlik~ ojämlik~ jämställd~ diskriminer~ segregation~ segrega~ hbtq~
                mänskliga_rättigheter funktionsnedsätt~ tillgänglighetsanpass~ minoritet minoriteter
                integration~ rasis~
            """,
            hints="""
                lika_värde utsatta grupper kvinnor män
            """,
        ),
        # "Företagen och jobben flyttar"
        "growth": _Words(
            telling="""
                näringsliv~ företagar~ tillväxt~ arbetstillfällen~ konkurrenskraft~ handlare~
                besöksnäring~ investerare~ attraktivitet~
            """,
            hints="""
                företag~ jobb~ handel~ etablering~ marknad~
            """,
        ),
        # "Brukaren ska få välja själv"
        "privacy": _Words(
            telling="""
                integritet~ personuppgift~ övervakning~ dataskydd~ gdpr
            """,
            hints="""
                uppgifter sekretess~ samtycke~
            """,
        ),
    }
)
TOPOI = tuple(_WORDS)
_TELLING, _HINT = 2.0, 0.75
_LEAST, _LEAST_SHORT, _SHORT = 3.5, 2.0, 40
"""A text has a topos from the first score on; one of fewer words than the last from the second, one telling word."""
_SHARE, _BY_ITSELF = 0.9, 7.0
"""… and from this share of its strongest, or from this score whatever else it says (bench/arguments.py chose them)."""


@dataclass(frozen=True, slots=True)
class Topos:
    """A topos of a text: how strongly, and the places of the words that tell it."""

    name: str
    score: float
    places: tuple[Range, ...]


def topoi_of(texts: Sequence[str]) -> tuple[Topos, ...]:
    """Return the topoi of a text given sentence by sentence, the strongest first; places count in the joined text.

    ``texts`` are joined by one blank for counting places. A word counts once however often it is said.
    """
    whole = " ".join(texts)
    scored = [found for name in TOPOI if (found := _scored(name, whole))]
    best = max((one.score for one in scored), default=0.0)
    least = _LEAST_SHORT if len(whole.split()) < _SHORT else _LEAST
    kept = [one for one in scored if one.score >= min(max(least, _SHARE * best), _BY_ITSELF)]
    return tuple(sorted(kept, key=lambda one: -one.score))


def tells(name: str, text: str) -> float:
    """Return how strongly ``text`` tells the topos ``name``."""
    found = _scored(name, text)
    return found.score if found else 0.0


def _scored(name: str, text: str) -> Topos | None:
    telling, hints = _patterns(name)
    strong = {match[0].lower(): Range(*match.span()) for match in telling.finditer(text)}
    weak = {match[0].lower(): Range(*match.span()) for match in hints.finditer(text)}
    weak = {word: place for word, place in weak.items() if word not in strong}
    score = _TELLING * len(strong) + _HINT * len(weak)
    return Topos(name, score, tuple(sorted((*strong.values(), *weak.values())))) if score else None


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = _WORDS[name]
    return _pattern(words.telling), _pattern(words.hints)


def _pattern(words: str) -> re.Pattern[str]:
    parts = [re.escape(word).replace(r"\~", "~").replace("~", r"[\w-]*").replace("_", r"\s+") for word in words.split()]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(parts, key=len, reverse=True))})(?![\w-])", re.IGNORECASE)
