"""The words of counted votes: patterns only, each with the printed example that it was made for.

How they are put together to votes is ``nlp.votes``'s matter.
"""

from __future__ import annotations

import re
from typing import Literal

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
        rf"\b{_n('yes')} (?:röstar |röster |ledamöter (?:röstar )?"
        rf"|st )?ja{_BALLOTS}\b[^\d.]{{0,40}}?\b{_n('no')} (?:röstar |röster |ledamöter (?:röstar )?"
        rf"|st )?nej{_BALLOTS}\b"
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
    rf"\b{_n('yes')} röster(?: för [^.\d]{{3,120}}?)?,? (?:mot|och) {_n('no')}(?= röster|\b(?! (?:ja"
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
        rf"\bja{_BALLOTS}{_MEANS}(?P<yes>[^\n\"”]{{3,400}}?)(?:[.,;]?[\"”]?\s+|,?\s+och\s+"
        rf"|\n)nej{_BALLOTS}{_MEANS}(?P<no>[^\n\"”]{{3,400}}?)(?=[\"”\n]|(?<!m\.fl)\.(?:\s|$)|$)"
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
CHOICES: dict[str, Choice] = {"ja": "yes", "nej": "no", "avst": "abstain"}
# as in "… och ordföranden Anna Lind (S) röstar Ja (7)."
NAMES_VOTE = re.compile(
    r"\b(?:röstar|röstade|avgav) (?P<choice>ja|nej)\b|\b(?P<abstain>avstår|avstod)\b", re.IGNORECASE
)
# as in "Ja: Anna Lind (S), Bo Ek (V)", "Följande röstar nej:", "Nej-röster avges av"
CHOICE_FIRST = re.compile(
    (
        r"^(?:\W*(?:följande \w+ |för )?(?:röstar |röstade )?(?:(?P<choice>ja|nej)(?:[\- ]röst(?:er|ar"
        r"|ade)?)?|(?P<abstain>avst(?:år|ående|od)))(?: \(?\d+\)?)?(?:(?: röstar| avges av| avgavs av"
        r"| röstade)?\s*:|(?: röstar| avges av| avgavs av| röstade)?(?= (?-i:[A-ZÅÄÖ]))))"
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
