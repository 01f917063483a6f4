"""Names of meeting bodies in running text, and their nominative: "kommunfullmäktiges" is "Kommunfullmäktige".

A body is told by the end of its name ("-nämnden", "-styrelsen", "-utskottet", "fullmäktige") or is an abbreviation in
capitals ("KSAU", "BPT"); there is no list of bodies.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

_ENDING = (
    r"(?:nämnd(?:en)?|styrelse[n]?|fullmäktige|utskott(?:et)?|beredning(?:en)?|kommitté[n]?|presidi(?:et"
    r"|um)|delegation(?:en)?|direktion(?:en)?|sektion(?:en)?)"
)
# "Tekniska nämnden", "Regionala utvecklingsnämnden": the adjective is part of the name
_ADJECTIVE = (
    r"(?:[Tt]ekniska|[Rr]egionala|[Gg]emensamma|[Ss]ociala|[Ll]okala|[Kk]ulturella|[Pp]ersonalpolitiska|[Ss]venska"
    r"|[Ff]inska|[Kk]yrkliga|[Aa]llmänna|[Cc]entrala|[Nn]orra|[Ss]ödra|[Öö]stra|[Vv]ästra)"
)
# "Vård- och omsorgsnämndens arbetsutskott", "Samverkansnämnden i Blekinge", "Nämnden för funktionsstöd"
BOARD_NAME = (
    rf"(?:[A-ZÅÄÖa-zåäö]{{3,30}}-,? (?:och|samt|,) |\b{_ADJECTIVE} )?\b\w{{0,30}}{_ENDING}"
    rf"(?:s \w{{0,30}}{_ENDING})?s?"
    r"(?: för [\w\-]{3,30}(?:(?:,| och| samt) [\w\-]{3,30}){0,3})?(?: i [A-ZÅÄÖ]\w{2,30})?"
)
# "KSAU", "BPT", "RS AU", "Von au"
BOARD_LETTERS = r"(?:[A-ZÅÄÖ]{2,7}(?:[ \-][Aa][Uu])?|[A-ZÅÄÖ][a-zåäö]{1,4}[ \-]?(?:au|AU))(?![\w\-])"
BOARD = re.compile(rf"(?<![\w\-])(?:{BOARD_NAME}|{BOARD_LETTERS})")
# letters that stand before a date or § and are no body
NO_BOARDS = frozenset(
    [
        "KL",
        "KL.",
        "SOU",
        "SFS",
        "LOV",
        "LOU",
        "LSS",
        "SOL",
        "HSL",
        "LVU",
        "OSL",
        "SKR",
        "EU",
        "MB",
        "PBL",
        "ABT",
        "AB",
        "MBL",
        "GDPR",
        "IVO",
        "PM",
        "DNR",
        "KAP",
        "NR",
    ]
)
_NAMED = re.compile(rf"(?<![\w\-]){BOARD_NAME}")
_PARENT = re.compile(rf"(?P<parent>.+{_ENDING})s \w*{_ENDING}")
_OWN = re.compile(r"(?:nämnden|styrelsen|utskottet|fullmäktige|beredningen|kommittén)", re.IGNORECASE)


def nominative(printed: str) -> str:
    """Return a body's name as it stands alone: capital first, no genitive."""
    name = printed.strip(" ,.")
    if re.fullmatch(BOARD_LETTERS, name):
        return name
    if re.search(rf"{_ENDING}s$", name, re.IGNORECASE):
        name = name[:-1]
    return name[:1].upper() + name[1:]


def is_own(printed: str, own: str | None) -> bool:
    """Whether "nämnden", "styrelsen" … alone means the body whose protocol this is."""
    return (
        bool(own) and _OWN.fullmatch(nominative(printed)) is not None and _is_short_for(nominative(printed), str(own))
    )


@lru_cache(maxsize=16)
def bodies_in(text: str) -> tuple[str, ...]:
    """Return the full names of bodies in ``text``, each once, in nominative; "nämnden" alone is none."""
    names = (nominative(match[0]) for match in _NAMED.finditer(text))
    return tuple(dict.fromkeys(name for name in names if not _OWN.fullmatch(name)))


def body_meant(printed: str, own: str | None, known: Collection[str] = ()) -> str:
    """Return the body that a printed name means, in nominative.

    "nämnden" alone is the protocol's own body where that is a nämnd, else the one it belongs to ("styrelsen" in the
    protocol of Regionstyrelsens arbetsutskott), else the only nämnd among ``known``, the bodies named beside it.
    """
    name = nominative(printed)
    if not _OWN.fullmatch(name):
        return name
    if own and is_own(printed, own):
        return own
    parent = _PARENT.fullmatch(own) if own else None
    fitting = [body for body in ([parent["parent"]] if parent else known) if _is_short_for(name, body)]
    return fitting[0] if len(fitting) == 1 else name


def _is_short_for(short: str, name: str) -> bool:
    """Whether "beredningen" may stand for "Fritidsberedningen" or "Beredningen för fritid"."""
    return name.lower().endswith(short.lower()) or name.lower().startswith(f"{short.lower()} ")
