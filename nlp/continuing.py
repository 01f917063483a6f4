"""What a text says it goes on with, and when it says that it has come back.

"är en fortsättning på den genomlysning av skolskjutsarna som gjordes 2023", "bygger vidare på …", "är en revidering av
…", "Uppdraget heter …" name an earlier matter by its words. "Bordlagt den 18 mars 2026, § 200", "Ärendet återkommer
efter återremiss" tell that this very matter has been up before. Always holds: pure; a range is where the words stand.
Leaves out which matter is meant: that depends on what has been read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.acts import Range
from nlp.dates import find_dates
from nlp.windows import blocks, sentences

_GOES_ON = re.compile(
    # "är en fortsättning på den översyn som", "som en direkt fortsättning på"
    r"\bfortsättning(?:en)? (?:på|av) "
    # "bygger vidare på utredningen om", "tar vid efter projektet"
    r"|\b(?:bygger|bygga|byggt|byggde) vidare på |\btar vid (?:efter|där) "
    # "är en uppföljning av den plan som", "är en vidareutveckling av", "är en revidering av", "en reviderad version av"
    r"|\b(?:är|utgör) (?:en|ett) (?:\w+ )?(?:uppföljning (?:av|till|på)|vidareutveckling av|revidering av"
    r"|omarbetning av|uppdatering av|komplettering (?:av|till)|delredovisning av|slutredovisning av|följd av) "
    r"|\b(?:reviderad|omarbetad|uppdaterad) version av (?=den |det |de )"
    # "Det genomförda uppdraget heter Utveckla …", "uppdraget benämns …"
    r"|\b\w*uppdrag(?:et)? (?:heter|benämns|kallas|med (?:namnet|titeln|rubriken)):? ",
    re.IGNORECASE,
)
# what is named ends where its purpose, its time or another clause begins
_ENDS = re.compile(
    r"[.;:()*\n”\"»]|,| (?:som|vilk\w+|där|när|och (?:har|är|riktas|baseras|omfattar)|i syfte att|inom ramen|under"
    r"|från år|samt|enligt|med (?:anledning|utgångspunkt))\b",
    re.IGNORECASE,
)
_OPENING = re.compile(r"[*”\"»\s]*(?:(?:19|20)\d\d års? |(?:den|det|de|ett|en|tidigare|förra årets) )*", re.IGNORECASE)
_LEAST_WORDS, _LONGEST = 2, 160

# "Bordlagt den", "Återremitterat från fullmäktige", "bordlades vid", "återremitterades", "beslutade att bordlägga"
_CAME_BACK = re.compile(
    r"\b(?:minoritets)?(?:åter|bord)(?:remittera(?:t|ts|des|de|d)|lagts?|lades?|lagd|remitterats)\b"
    r"|\bbeslutade att (?:återremittera|bordlägga)\b|\båterremissen\b|\bbordläggningen\b",
    re.IGNORECASE,
)
# "Ärendet återkommer efter återremiss", "ärendet återupptas", "efter minoritetsåterremiss", "Återremitterat ärende"
_RETURNS = re.compile(
    r"\b(?:ärendet|frågan|motionen|interpellationen|förslaget) (?:\w+ ){0,2}?(?:återkommer|återupptas|återupptogs"
    r"|behandlas (?:på nytt|åter|igen))\b|\befter (?:en |genomförd )?(?:minoritets)?(?:återremiss|bordläggning)\w*"
    r"|\b(?:återremitterat|tidigare bordlagt) ärende\b"
    r"|\bärendet (?:har (?:tidigare )?(?:varit |blivit )?|var |blev )(?:bordlagts?|återremitterats?)\b"
    r"|\bärendet (?:bordlades|återremitterades)\b|^(?:bordlagt|återremitterat)\b",
    re.IGNORECASE,
)
# "yrkar att ärendet ska återremitteras" is a wish, "om ärendet återremitteras" a question
_ONLY_ASKED = re.compile(
    r"\byrka\w*|\bföreslå\w*|\bska(?:ll)? (?:åter|bord)|\bom ärendet\b|\bfrågar\b|\bproposition", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Continued:
    """An earlier matter that a text names by words: ``words`` as printed, ``years`` that its sentence names."""

    words: str
    years: tuple[str, ...]
    range: Range


@dataclass(frozen=True, slots=True)
class CameBack:
    """A sentence that tells that the matter has been up before; ``date`` when, where it says."""

    date: str | None
    range: Range


def read_continued(text: str) -> tuple[Continued, ...]:
    """Return the earlier matters that ``text`` says it goes on with."""
    found: list[Continued] = []
    for match in _GOES_ON.finditer(text):
        start = match.end() + len(_OPENING.match(text, match.end())[0])  # type: ignore[index]  # it matches anything
        stop = _ENDS.search(text, start, start + _LONGEST)
        end = stop.start() if stop else min(len(text), start + _LONGEST)
        words = text[start:end].strip()
        if len(words.split()) >= _LEAST_WORDS:
            sentence = _sentence(text, match.start())
            years = re.findall(r"\b(?:19|20)\d\d\b", text[match.start() : sentence.end])
            found.append(Continued(words, tuple(dict.fromkeys(years)), sentence))
    return tuple(found)


def read_came_back(text: str) -> tuple[CameBack, ...]:
    """Return the sentences of ``text`` that tell that its matter has come back, those that only ask for it left out."""
    found = []
    for block in blocks(text):
        if _RETURNS.search(text[block.start : block.end]):
            for place in sentences(text, block):
                sentence = text[place.start : place.end]
                if _RETURNS.search(sentence) and not _ONLY_ASKED.search(sentence):
                    dates = find_dates(sentence)
                    found.append(CameBack(dates[0][1] if dates else None, place))
    return tuple(found)


def tells_of_return(text: str, cited: Range) -> bool:
    """Whether the § cited at ``cited`` is where the matter was tabled or sent back: "Bordlagt den 18 mars, § 200"."""
    sentence = _sentence(text, cited.start)
    before = text[sentence.start : cited.start]
    return _CAME_BACK.search(before) is not None and _ONLY_ASKED.search(before) is None


def _sentence(text: str, at: int) -> Range:
    block = next((one for one in blocks(text) if one.start <= at < one.end), Range(at, len(text)))
    return next((one for one in sentences(text, block) if one.start <= at < one.end), block)
