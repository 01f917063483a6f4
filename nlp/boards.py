"""Names of meeting bodies in running text, and their nominative: "kommunfullmäktiges" is "Kommunfullmäktige".

A body is told by the end of its name ("-nämnden", "-styrelsen", "-utskottet", "fullmäktige") or is an abbreviation in
capitals ("KSAU", "BPT"); there is no list of bodies.
"""

from __future__ import annotations

import re

_ENDING = (
    r"(?:nämnd(?:en)?|styrelse[n]?|fullmäktige|utskott(?:et)?|beredning(?:en)?|kommitté[n]?|presidi(?:et"
    r"|um)|delegation(?:en)?|direktion(?:en)?|sektion(?:en)?)"
)
# "Vård- och omsorgsnämndens arbetsutskott", "Samverkansnämnden i Blekinge", "Nämnden för funktionsstöd"
BOARD_NAME = (
    rf"(?:[A-ZÅÄÖa-zåäö]{{3,30}}-,? (?:och|samt|,) )?\b\w{{0,30}}{_ENDING}"
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
_OWN = re.compile(r"(?:nämnden|styrelsen|utskottet|fullmäktige|beredningen|kommittén)", re.IGNORECASE)


def nominative(printed: str) -> str:
    """Return a body's name as it stands alone: capital first, no genitive."""
    name = printed.strip(" ,.")
    if re.fullmatch(BOARD_LETTERS, name):
        return name
    if re.search(rf"{_ENDING}s$", name):
        name = name[:-1]
    return name[:1].upper() + name[1:]


def is_own(printed: str, own: str | None) -> bool:
    """Whether "nämnden", "styrelsen" … alone means the body whose protocol this is."""
    short = nominative(printed).lower()
    return bool(own) and _OWN.fullmatch(short) is not None and str(own).lower().endswith(short)
