"""The words of counted votes: patterns only, each with the printed example that it was made for.

How they are put together to votes is ``nlp.votes``'s matter.
"""

from __future__ import annotations

import re
from typing import Literal

# what every line about a vote holds; a list or table under it may hold names alone
MAY_VOTE = re.compile(r"röst|\b(?:ja|nej|avst)|nedlagda|\t", re.IGNORECASE)

Choice = Literal["yes", "no", "abstain"]

NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "noll",
            "en",
            "två",
            "tre",
            "fyra",
            "fem",
            "sex",
            "sju",
            "åtta",
            "nio",
            "tio",
            "elva",
            "tolv",
            "tretton",
            "fjorton",
            "femton",
            "sexton",
            "sjutton",
            "arton",
            "nitton",
            "tjugo",
        ]
    )
} | {"ett": 1, "ingen": 0, "inga": 0}
_NUMBER = rf"(?P<{{}}>\d{{{{1,3}}}}|{'|'.join(NUMBERS)})"


def _n(name: str) -> str:
    return _NUMBER.format(name).replace("{{", "{").replace("}}", "}")


_BALLOTS = r"(?:[\- ]?röst(?:er)?|ar)?"
# as in "40 Ja mot 41 Nej", "8 ja-röster mot 5 nej-röster", "åtta ja-röster och fem nej-röster", "8 ja / 5 nej"
COUNT_FIRST = re.compile(
    (
        rf"\b{_n('yes')} (?:röstar |röster |ledamöter (?:röst\w+ )?"
        rf"|röster för |st )?ja{_BALLOTS}\b[^\d.]{{0,40}}?\b{_n('no')} (?:röstar |röster |ledamöter (?:röst\w+ )?"
        rf"|röster för |st )?nej{_BALLOTS}\b"
    ),
    re.IGNORECASE,
)
# as in "Ja-röster: 8 Nej-röster: 5", "Ja 8, Nej 5", "Antal ja-röster 8 st"
COUNT_LAST = re.compile(
    (
        rf"\bja{_BALLOTS}(?:\s*[:=]\s*|\s+){_n('yes')}\b(?:\s*st\b)?[\s,;/–\-]{{1,6}}(?:och |mot "
        rf"|antal )?nej{_BALLOTS}(?:\s*[:=]\s*|\s+){_n('no')}\b"
    ),
    re.IGNORECASE,
)
# as in "Med 8 röster mot 5": yes before no, as the chair put them
COUNT_PLAIN = re.compile(
    rf"\b{_n('yes')} röst(?:er|ar)(?: för [^.\d]{{3,120}}?)?,? (?:mot|och) {_n('no')}(?= röster|\b(?! (?:ja"
    rf"|nej)))(?=[^.]{{0,60}}(?:röst|beslut|bif|avsl|[.]))"
)
ABSTAIN_BEHIND = re.compile(rf"\bavst(?:år|ående|od)\w*(?: från att rösta)?\s*[:=(]\s*{_n('last')}\b", re.IGNORECASE)
ABSTAIN = re.compile(
    (
        rf"\b{_n('abstain')} (?:\w+ )?(?:ledamöter |ledamot |som )?(?:avstår|avstod|avstående|nedlagda"
        rf"|nedlagd|avstå)\b|\b(?:avstår|avstående|avstod|nedlagda röster)(?:\s*[:=]\s*|\s+"
        rf"|\s*\(){_n('last')}\b"
    ),
    re.IGNORECASE,
)
# as in "Ja för avslag och Nej för bifall till yrkandet", "Ja-röst för X. Nej-röst för Y.", "Ja innebär X"
_MEANS = r"(?:\s*[:=–\-]\s*|,?\s+(?:för|till|innebär|betyder|är|åt)\s+(?:att\s+)?)"
MEANING = re.compile(
    (
        rf"\bja{_BALLOTS}{_MEANS}(?P<yes>[^\n\"”]{{1,400}}?)(?:[.,;]?[\"”]?\s+|,?\s+och\s+"
        rf"|\n)nej{_BALLOTS}{_MEANS}(?P<no>[^\n\"”]{{1,400}}?)(?=[\"”\n]|(?<!m\.fl)\.(?:\s|$)|$)"
    ),
    re.IGNORECASE,
)
# as in "Den som vill bifalla förslaget röstar ja, den som vill avslå det röstar nej"
WHO_VOTES = re.compile(
    r"\bden(?:/de)? som (?:vill |önskar |stöd(?:j)?er |är för "
    r"|röstar för )?(?P<yes>[^\n.\"”]{3,300}?),? (?:ska |skall )?rösta[r]? ja\b[.,;]?\s*(?:och |medan )?"
    r"(?:den(?:/de)? som (?:vill |önskar |stöd(?:j)?er |är för "
    r"|röstar för )?)?(?P<no>[^\n.\"”]{3,300}?),? (?:ska |skall )?rösta[r]? nej\b",
    re.IGNORECASE,
)
# one meaning on a line of its own: "Ja-röst för bifall", "NEJ innebär avslag"; "Den som vill avslå det röstar nej"
MEANING_LINE = re.compile(
    rf"^\W*(?P<choice>ja|nej){_BALLOTS}(?:,?\s+(?:för|till|innebär|betyder|åt)\s+(?:att\s+)?)"
    rf"(?P<what>[^\n\"”]{{1,400}}?)[.,;]?$",
    re.IGNORECASE,
)
WHO_VOTES_LINE = re.compile(
    r"^\W*den(?:/de)? som (?:vill |önskar |stöd(?:j)?er |är för |röstar för )?(?:bifalla |anta )?"
    r"(?P<what>[^\n\"”]{1,300}?),?"
    r" (?:ska |skall )?rösta[r]? (?P<choice>ja|nej)[.,;]?$",
    re.IGNORECASE,
)
# as in "Ordföranden har utslagsröst", "med ordförandens utslagsröst", "ordförandens röst är avgörande"
CASTING = re.compile(r"\butslagsröst|\bordförandens (?:röst (?:blir|är|blev) )?avgörande\b", re.IGNORECASE)
# where a list of names begins within a block: "… och Bo Ek (S). Nej röstar: Cia Alm (V)."
LIST_BEGINS = re.compile(
    r"(?<=[.;)] )(?=(?:ja|nej|avst(?:år|od|ående))(?:[\- ]röst\w*)?(?: röstar| röstade| avges av| gör)?"
    r"(?:(?: följande)?\s*:| (?-i:[A-ZÅÄÖ])))",
    re.IGNORECASE,
)
# names stand behind the choice: "Följande röstar nej:", "Vid upprop röstar följande ja: Anna Lind (C)"
LIST_FOLLOWS = re.compile(r"\s*:|.*:\s*$", re.DOTALL)
# what is printed behind a name in its cell: "Anna Lind, ordförande", "Bo Ek, 2:e vice ordf."
TITLE_BEHIND = re.compile(
    r",? (?:[12]:?[ea] |förste |andre )?(?:vice )?(?:ordf(?:örande)?|ledamot|tjänstgörande ersättare|ersättare)\.?$",
    re.IGNORECASE,
)
CHOICES: dict[str, Choice] = {"ja": "yes", "nej": "no", "avst": "abstain"}
# as in "… och ordföranden Anna Lind (S) röstar Ja (7)."
NAMES_VOTE = re.compile(
    r"\b(?:röstar|röstade|avgav) (?:följande )?(?P<choice>ja|nej)\b|\b(?P<abstain>avstår|avstod)\b", re.IGNORECASE
)
# as in "Ja: Anna Lind (S), Bo Ek (V)", "Följande röstar nej:", "Nej-röster avges av"
CHOICE_FIRST = re.compile(
    (
        r"^(?:\W*(?:följande \w+ |för )?(?:röstar |röstade )?(?:(?P<choice>ja|nej)(?:[\- ]röst(?:er|ar"
        r"|ade)?)?|(?P<abstain>avst(?:år|ående|od)))(?: \(?\d+\)?)?(?:(?: röstar| avges av| avgavs av"
        r"| röstade| gör)?(?: följande)?\s*:|(?: röstar| avges av| avgavs av| röstade| gör)?(?= (?-i:[A-ZÅÄÖ]))))"
    ),
    re.IGNORECASE,
)
# as in "Antal ja-röster: 33", "Nej\t4", "Avstår: 1": one count on a line of its own
LINE_COUNT = re.compile(
    (
        r"^(?:antal )?(?P<choice>ja|nej|avst)(?:[\- ]?röst(?:er)?|år|ående)?(?:\s*[:=\t]\s*"
        r"|\s+)(?P<count>\d{1,3})(?: st| röster)?\.?$"
    ),
    re.IGNORECASE,
)
ROW_CHOICE = re.compile(r"\s(?P<choice>[Jj]a|JA|[Nn]ej|NEJ|[Aa]vst(?:år|ått)?)\.?$")
COUNT_BEHIND = re.compile(r"[^().,]{0,30}\((?P<count>\d{1,3})\)")
MARKS = frozenset(["x", "X", "1", "•", "✓", "✔", "*", "ja", "nej", "avstår", "avst"])
CHAIR = re.compile(r"\bordförande[n]?\b(?! [A-ZÅÄÖ])", re.IGNORECASE)
ABSENT = re.compile(r"^(?:frånvarande|ej närvarande|summa|totalt|resultat|antal)\b", re.IGNORECASE)
