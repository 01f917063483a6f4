"""People and parties named in a text: "Anna Lind (C)", "Anna Lind C", "Ledamöterna från MP, S och V", "M-gruppen".

A party is what stands beside a name (one to five letters in parentheses, local ones too) or one of the parties of
the riksdag by its name; titles and roles are stripped ("Tjänstgörande ersättaren Anna Lind (C)"). Names never cross
a block. A name without any party is no person here: nothing tells it from a place or a company.
"""

from __future__ import annotations

import re
from functools import lru_cache

from nlp.acts import Person, Range

UPPER = "".join(c for c in map(chr, range(0x41, 0x250)) if c.isupper())
"""Capital letters of Latin scripts, for a character class: ``re`` has no class of its own for them."""

# Parties of the riksdag by the names that protocols print instead of the abbreviation.
PARTIES = {
    "socialdemokraterna": "S", "socialdemokratiska": "S", "moderaterna": "M", "moderata samlingspartiet": "M",
    "sverigedemokraterna": "SD", "centerpartiet": "C", "vänsterpartiet": "V", "kristdemokraterna": "KD",
    "liberalerna": "L", "miljöpartiet": "MP", "miljöpartiet de gröna": "MP",
}  # fmt: skip
_KNOWN = ("SD", "KD", "MP", "FP", "FI", "Fi", "S", "M", "C", "V", "L")

_WORD = rf"[{UPPER}](?:(?:\.-?[{UPPER}])*\.|[\w'’´\-]*(?::son)?)"  # "Lind", "Al-Rashid", "K.", "B.G."
_PARTICLE = r"(?:von|af|av|de|den|der|van|la|le|el|al|da|di|du|bin|ibn|dos|del|ten|ter|zu)"
_NAME = rf"{_WORD}(?: (?:{_PARTICLE} ){{0,2}}{_WORD}){{0,5}}"
_PARTY = rf"[{UPPER}][\w]{{0,4}}|[a-zåäö]{{1,2}}"
_NAME_BEFORE = re.compile(rf"(?<![\w\-]){_NAME},? ?$")
_LONGEST_NAME = 90
FULL_NAME = re.compile(rf"{_WORD}(?: (?:{_PARTICLE} ){{0,2}}{_WORD}){{1,4}}")
"""A first name and a last name, and nothing else."""

# as in "(C)", "( SD )", "(S), ": a party in parentheses; "(båda M)": the party of the whole list before it
_IN_PARENTHESES = re.compile(
    rf"\( ?(?P<all>(?:båda|bägge|samtliga|alla) )?(?P<party>{_PARTY}|-|–|[Pp]artilös|(?:[Pp]olitisk )?[Vv]ilde) ?\)"
)
# as in "Anna Lind C, Bo Ek S": a known party's letters after a name, no further name following
_BARE_PARTY = re.compile(
    rf"(?<= )(?:{'|'.join(_KNOWN)})(?![\w\-:.)]|[ ](?:{_PARTICLE} )?[{UPPER}])"
    rf"|(?<= )(?:{'|'.join(_KNOWN)})(?=\.(?:\s|$))"
)

_PARTY_LETTERS = rf"(?:\( ?[{UPPER}]\w{{0,4}} ?\)|[{UPPER}][{UPPER}a-z]{{0,4}}(?![\w\-]))"
_PARTY_LIST = rf"{_PARTY_LETTERS}(?:(?:, | och | samt |, samt |/){_PARTY_LETTERS}){{0,9}}"
# as in "Ledamöterna från MP, S och V", "Samtliga ledamöter i (M)", "Representanterna för SD", "Gruppen från V"
_MEMBERS = (
    r"(?:[Ll]edamöter(?:na)?|[Rr]epresentanter(?:na)?|[Ff]öreträdar(?:e|na)|[Gg]rupp(?:en|erna)"
    r"|[Pp]artigrupp(?:en|erna)|[Pp]artierna|[Pp]olitiker(?:na)?)"
)
_MEMBERS_FROM = re.compile(rf"\b{_MEMBERS} (?:från|för|i|av|ur) (?P<parties>{_PARTY_LIST})")
# as in "SD:s ledamöter", "M-gruppen", "(S)-ledamöterna", "V- och MP-grupperna"
_PARTY_GROUP = re.compile(
    rf"(?<![\w\-])(?P<parties>\(?[{UPPER}][{UPPER}a-z]{{0,4}}\)?(?:-? (?:och|samt) [{UPPER}]{{1,5}})?)(?::s |-)"
    r"(?:\w+ )?(?:ledamöter(?:na)?|grupp(?:en|erna)?|representanter(?:na)?|politiker(?:na)?|fraktionen)\b"
)
_PARTY_NAME = re.compile(
    rf"\b(?P<name>{'|'.join(sorted(PARTIES, key=len, reverse=True))})(?:s?(?= (?:ledamöter|grupp"
    rf"|representanter|\w*yrkande|förslag))|s(?!\w))?(?!\w)"
    rf"(?: ?\((?P<party>{_PARTY})\))?",
    re.IGNORECASE,
)
# as in "SD reserverar sig", "S, V och MP lämnar", "(L) yrkar": letters alone as the subject of a sentence
_CAPITALS_ONLY = _PARTY_LIST.replace(
    rf"[{UPPER}][{UPPER}a-z]{{0,4}}(?![\w\-])", rf"(?:[{UPPER}]{{1,5}}|SoL|Fi)(?![\w\-])"
)
_LETTERS_ALONE = re.compile(
    rf"(?:(?<=\n)|(?<=^)|(?<=[.:;] )|(?<=[Aa]v )|(?<=[Ff]rån )"
    rf"|(?<=[Ff]ör ))(?P<parties>{_CAPITALS_ONLY})(?= (?:\w+rar|yrkar|lämnar|vill|\w+ar|\w+er|har)\b"
    rf"|[.,:;]?(?:\n|$))"
)

# as in "Ordföranden Bo Ek och Anna Lind yrkar": names as the subject, which no party tells from other words
_LEADING = re.compile(
    rf"(?:[{UPPER}]?[a-zåäö ]{{3,40}} )??(?P<names>{_NAME}(?:(?:, | och | samt ){_NAME}){{0,6}}) (?:yrkar"
    rf"|reserverar|anmäler|deltar|lämnar|föreslår)\b"
)
_BODY_WORD = re.compile(
    (
        r"(?:nämnd|styrelse|utskott|fullmäktige|beredning|kommun|region|förvaltning|kontor|bolag|AB|råd"
        r"|gruppen|partiet|erna)(?:en|et|n|s)*\b"
    ),
    re.IGNORECASE,
)

# Leading words that are no part of a name: roles, and words that begin a sentence before a name.
_ROLE = re.compile(
    r"(?:\w*(?:ordförande[n]?|ordf|ledamot(?:en)?|ledamöter(?:na)?|ersättar(?:e|en|na)|råd(?:et)?|sekreterare[n]?|"
    r"direktör(?:en)?|chef(?:en)?|talman(?:nen)?|gruppledare[n]?|representant(?:en|erna)?"
    r"|president(?:en)?|föredragande|"
    r"politiker[n]?|vice|landshövding(?:en)?)|adjungerad[e]?|tf|v|nämnden|[123]:?e|förste|andre|tredje)\.?"
)
_OPENING = frozenset(
    [
        "även",
        "också",
        "dessutom",
        "därefter",
        "därutöver",
        "vidare",
        "samt",
        "och",
        "sedan",
        "slutligen",
        "först",
        "härefter",
        "mot",
        "av",
        "från",
        "till",
        "för",
        "med",
        "enligt",
        "motion",
        "motionen",
        "interpellation",
        "fråga",
        "yrkande",
        "yrkanden",
        "tilläggsyrkande",
        "ändringsyrkande",
        "reservation",
        "initiativärende",
        "både",
        "såväl",
        "på",
        "vid",
        "när",
        "att",
        "ja",
        "nej",
        "medborgarförslag",
        "frånvarande",
        "närvarande",
        "beslut",
        "därtill",
        "jämte",
        "kommunstyrelsens",
        "kommunens",
        "regionens",
        "herr",
        "gör",
        "fru",
        "samtliga",
        "den",
        "som",
    ]
)


@lru_cache(maxsize=512)
def find_people(text: str) -> tuple[tuple[Range, Person], ...]:
    """Return people and parties of ``text`` in reading order; ranges cover name and party as printed."""
    found: list[tuple[Range, Person]] = []
    taken = bytearray(len(text))
    for matches in (_groups, _printed_parties, _party_names, _bare_parties, _letters_alone):
        for span, person in matches(text):
            if not any(taken[span.start : span.end]):
                taken[span.start : span.end] = b"\1" * (span.end - span.start)
                found.append((span, person))
    return tuple(sorted(found, key=lambda item: item[0]))


def without_title(name: str) -> str:
    """Strip roles and sentence openings before a name: "Ordföranden Anna Lind" is "Anna Lind", "Ordföranden" is ""."""
    words = name.split(" ")
    while words and (_ROLE.fullmatch(words[0].lower()) or words[0].lower() in _OPENING):
        words = words[1:]
    return " ".join(words)


def without_spoken_for(sentence: str, acting: list[Person]) -> list[Person]:
    """Leave out the party in "Liberalerna genom Fia Ek (L)": the member speaks for it, and is one who acts."""
    spoken = {p.party for p in acting if p.name} if re.search(r"\b(?:genom|via)\b", sentence) else set()
    return [p for p in acting if p.name or p.party not in spoken]


def _groups(text: str) -> list[tuple[Range, Person]]:
    found = []
    for pattern in (_MEMBERS_FROM, _PARTY_GROUP):
        for match in pattern.finditer(text):
            found += _spread(match, "parties")
    return found


def _spread(match: re.Match[str], group: str) -> list[tuple[Range, Person]]:
    """Give each party of a list its own range."""
    offset = match.start(group)
    return [
        (Range(offset + m.start(), offset + m.end()), Person(None, m[0]))
        for m in re.finditer(rf"[{UPPER}]\w{{0,4}}", match[group])
    ]


def _printed_parties(text: str) -> list[tuple[Range, Person]]:
    found: list[tuple[Range, Person]] = []
    for match in _IN_PARENTHESES.finditer(text):
        before = _NAME_BEFORE.search(text[max(0, match.start() - _LONGEST_NAME) : match.start()])
        if before is None:
            continue
        party = None if match["party"] in "-–" else match["party"]
        if match["all"]:
            found += _list_before(text, match, party)
        elif person := _person(before[0].rstrip(" ,"), party):
            found.append((Range(_name_start(before[0], person, match.start()), match.end()), person))
    return found


def _name_start(printed: str, person: Person, end: int) -> int:
    """Where the name itself begins in ``printed``, the text that ends at ``end``."""
    return end - len(printed) + (printed.find(person.name) if person.name else 0)


def _list_before(text: str, match: re.Match[str], party: str | None) -> list[tuple[Range, Person]]:
    """Read "Anna Lind och Bo Ek (båda M)": one party for the names that the list joins."""
    window_start = max(0, match.start() - 4 * _LONGEST_NAME)
    joined = re.search(rf"{_NAME}(?:(?:, | och | samt ){_NAME}){{0,8}} ?$", text[window_start : match.start()])
    if joined is None:
        return []
    offset = window_start + joined.start()
    names = re.finditer(_NAME, joined[0])
    return [
        (Range(offset + m.start(), offset + m.end()), Person(name, party))
        for m in names
        if (name := without_title(m[0]))
    ]


def _person(printed: str, party: str | None) -> Person | None:
    """Make a person of a printed name; "Vänsterpartiet (V)" is a party and "Ordföranden (S)" has no name."""
    if printed.lower() in PARTIES:
        return Person(None, party)
    name = without_title(printed)
    if name:
        return Person(name, party)
    return Person(None, party) if party else None


def _party_names(text: str) -> list[tuple[Range, Person]]:
    return [
        (Range(*m.span()), Person(None, m["party"] or PARTIES[m["name"].lower()])) for m in _PARTY_NAME.finditer(text)
    ]


def _bare_parties(text: str) -> list[tuple[Range, Person]]:
    """Read "Anna Lind C": at least a first name and a last name must stand before the letters."""
    found = []
    for match in _BARE_PARTY.finditer(text):
        before = _NAME_BEFORE.search(text[max(0, match.start() - _LONGEST_NAME) : match.start()])
        name = without_title(before[0].rstrip(" ,")) if before else ""
        if before and " " in name:
            found.append(
                (Range(_name_start(before[0], Person(name, None), match.start()), match.end()), Person(name, match[0]))
            )
    return found


def _letters_alone(text: str) -> list[tuple[Range, Person]]:
    return [hit for match in _LETTERS_ALONE.finditer(text) for hit in _spread(match, "parties")]


def leading_names(sentence: str) -> tuple[tuple[Range, Person], ...]:
    """Return the names that begin a sentence though no party stands beside them: "Bo Ek och Anna Lind yrkar …"."""
    listed = _LEADING.match(sentence)
    if listed is None:
        return ()
    found = []
    for match in re.finditer(_NAME, listed["names"]):
        name = without_title(match[0])
        if " " in name and not _BODY_WORD.search(name):
            end = listed.start("names") + match.end()
            found.append((Range(end - len(name), end), Person(name, None)))
    return tuple(found)


@lru_cache(maxsize=4096)
def people(text: str) -> tuple[Person, ...]:
    """Return the people of ``text`` without their places, each once, in reading order."""
    return tuple(dict.fromkeys(person for _, person in find_people(text)))
