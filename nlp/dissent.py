"""Reservations, protocol notes, statements and recusals: four acts that Swedish law and practice keep apart.

What an entry is, its own words say, wherever it stands: "reserverar sig" is a reservation also under the heading
Protokollsanteckning. "Deltar inte i beslutet" is none of the four (``nlp.absence``), unless the protocol prints it as
a note. A no vote or a motion for avslag is never read here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.acts import Note, Person, Range, Recusal, Reservation, SectionKind
from nlp.blocks import Block, blocks, joined, sentences_in
from nlp.names import find_people, leading_names, without_spoken_for

# "reserverar sig", "anmäler reservation", "Reservation från SD", "lämnar skriftlig reservation"
_RESERVES = re.compile(
    (
        r"\breserver(?:ar|ade|a) (?:sig|mig|oss)\b|\b(?:anmäler|lämnar|inlämnar|avger"
        r"|inkommer med)\b[^.:]{0,60}\breservation|^\W*(?:\w+ )?[Rr]eservation(?:er)?\b"
    ),
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(r"\breserver(?:ar|ade) sig (?:mot|till förmån|i ärendet|enligt|skriftlig)")
# as in "Representanterna från V antecknar som yttrande en skrivelse", and "Bo Ek (M) lämnar en protokollsanteckning"
_ANNOUNCES_NOTE = re.compile(
    r"\b(?:antecknar|lämnar|anför|avger|inkommer med|låter anteckna)\b[^.:]{0,60}"
    r"(?:yttrande|anteckning|\btill protokollet\b)"
)
_MEMBERS_OPEN = re.compile(
    r"(?:Samtliga )?(?:[Ll]edamöter|[Rr]epresentanter|[Ff]öreträdar|(?:\w+-|[Pp]arti)?[Gg]rupp)\w*\b"
)
_OPENING_WORDS = len("Tjänstgörande ersättaren ")
# "lämnar följande anteckning", "antecknar som yttrande", "särskilt yttrande", "till protokollet"
_NOTES = re.compile(
    r"\bprotokolls?anteckning|\b(?:lämnar|antecknar|anför|avger|inkommer med|anmäler|begär|vill"
    r"|får)\b[^.]{0,80}\b(?:anteckning|yttrande|till protokollet|antecknat|noterat|uttalande)"
    r"|\bsärskil(?:t|da) yttrande|\b(?:antecknas?|noteras?) (?:i|till) protokollet|\btill protokollet\b",
    re.IGNORECASE,
)
_STATEMENT = re.compile(r"\bsärskil(?:t|da) (?:yttrande|uttalande)", re.IGNORECASE)
# an entry under a note's heading begins where somebody does something: "Bo Ek (KD) deltar inte i beslutet."
_SOMEBODY_ACTS = re.compile(
    r"\b(?:lämnar|antecknar|anför|avger|anmäler|begär|vill|får|deltar|meddelar|reserverar|inkommer"
    r"|noterar|påtalar|framför|instämmer|önskar)\b"
)
_NONE = re.compile(
    r"^\W*(?:Inga?|Ingen|Inget) (?:\w+ )?(?:reservation|protokollsanteckning|särskil|yttrande|anteckning|jäv|anm)",
    re.IGNORECASE,
)
# "till förmån för Anna Linds (C) yrkande": the people there are not the ones who reserve
_OBJECT = re.compile(r"\b(?:till förmån för|emot|mot|enligt|i enlighet med)\b")
_SIGNATURE_LENGTH = 80
_SIGNATURES = 30
_JAV = re.compile(r"\bjäv(?:ig\w*|s\w+)?\b", re.IGNORECASE)
_STEPS_IN = re.compile(
    r"\b(?:ersätt\w*|tjänstgör\w*|träder|inträder|går in|i stället|i hens ställe|istället|tar över|leder|övertar)\b",
    re.IGNORECASE,
)


_LEAVES = re.compile(r"\bjäv|\bdeltar (?:inte|ej)\b|\blämna[rd]\w*\b", re.IGNORECASE)


@dataclass
class _Entry:
    """One entry of a dissent section: its kind, authors and ranges."""

    kind: str
    by: list[Person]
    ranges: list[Range]


def read_dissent(text: str, kind: SectionKind, heading: str = "") -> tuple[tuple[Reservation, ...], tuple[Note, ...]]:
    """Return the reservations and notes of a section headed Reservation, Protokollsanteckning or Särskilt yttrande."""
    entries: list[_Entry] = []
    for block in blocks(text):
        _take_block(text, block, kind, entries)
    _sign(text, entries, heading)
    statement = bool(_STATEMENT.search(heading))
    return _reservations(text, entries), _notes(text, entries, statement=statement)


def read_stray_dissent(text: str) -> tuple[tuple[Reservation, ...], tuple[Note, ...]]:
    """Return reservations and notes that stand in a section of another kind, sentence by sentence."""
    if not (_RESERVES.search(text) or _NOTES.search(text) or "reserver" in text):
        return (), ()
    entries: list[_Entry] = []
    waits = False
    for block in blocks(text):
        if waits and not _SOMEBODY_ACTS.search(block.text[:120]):
            entries[-1].ranges.append(block.range)
            continue
        waits = False
        for span in sentences_in(text, block.range):
            sentence = text[span.start : span.end]
            word = _stray_kind(sentence)
            if word and (by := _authors(sentence)):
                entries.append(_Entry(word, by, [span]))
                waits = sentence.endswith(":")
    return _reservations(text, entries), _notes(text, entries, statement=False)


def read_recusals(text: str, kind: SectionKind) -> tuple[Recusal, ...]:
    """Return who left the matter because of jäv; those who step in instead are left out."""
    found: dict[Person, Recusal] = {}
    if kind is not SectionKind.RECUSAL and not _JAV.search(text):
        return ()
    for block in blocks(text):
        for span in sentences_in(text, block.range):
            sentence = text[span.start : span.end]
            if _NONE.match(sentence) or not (kind is SectionKind.RECUSAL or _JAV.search(sentence)):
                continue
            for person in _recused(sentence):
                found.setdefault(person, Recusal(person, (span,)))
    return tuple(found.values())


def _recused(sentence: str) -> list[Person]:
    steps_in = _STEPS_IN.search(sentence)
    if steps_in and not _LEAVES.search(sentence):
        return []
    limit = steps_in.start() if steps_in else len(sentence)
    return [p for r, p in find_people(sentence) or leading_names(sentence) if r.start < limit and p.name]


def _stray_kind(sentence: str) -> str:
    if re.search(r"\breserver(?:ar|ade) sig\b", sentence):
        return "reservation"
    return "note" if _NOTES.search(sentence) and not _NONE.match(sentence) else ""


def _authors(sentence: str) -> list[Person]:
    """People before the verb; behind it ("Mot beslutet reserverar sig Anna Lind (M)") where none stands before."""
    verb = _SOMEBODY_ACTS.search(sentence) or _RESERVES.search(sentence)
    people = find_people(sentence) or leading_names(sentence)
    if verb is None:
        return list(dict.fromkeys(p for _, p in people))
    before = [p for r, p in people if r.start < verb.start()]
    obj = _OBJECT.search(sentence, verb.end())
    behind = [p for r, p in people if r.start >= verb.end() and (obj is None or r.start < obj.start())]
    return without_spoken_for(sentence, list(dict.fromkeys(before or behind)))


def _take_block(text: str, block: Block, kind: SectionKind, entries: list[_Entry]) -> None:
    """Begin an entry where somebody acts, else go on with the one before."""
    if _NONE.match(block.text):
        return
    for part in _parts(text, block):
        first = next(iter(sentences_in(text, part)), part)
        sentence = text[first.start : first.end]
        word, by = _block_kind(sentence, kind), _authors(sentence)
        if word and by and _begins(entries, word, by, sentence):
            entries.append(_Entry(word, by, [part]))
        elif entries:
            entries[-1].ranges.append(part)
        else:
            default = "reservation" if kind is SectionKind.RESERVATION else "note"
            entries.append(_Entry(word or default, [], [part]))


def _parts(text: str, block: Block) -> list[Range]:
    """Cut a block before each later sentence in which members reserve or note: the page has joined two entries."""
    starts = [block.range.start]
    if _ANNOUNCES.search(block.text) or _ANNOUNCES_NOTE.search(block.text):
        spans = sentences_in(text, block.range)
        starts += [s.start for s in spans[1:] if _is_announced(text[s.start : s.end])]
    ends = [*starts[1:], block.range.end]
    return [_stripped(text, Range(*edges)) for edges in zip(starts, ends, strict=True)]


def _is_announced(sentence: str) -> bool:
    """Whether a sentence opens with a named member, or a party's members, who reserve or have something noted.

    "Bo Ek (SD) reserverar sig mot beslutet", "Ledamöterna från MP antecknar som yttrande …".
    """
    verb = _ANNOUNCES.search(sentence) or _ANNOUNCES_NOTE.search(sentence)
    people = find_people(sentence[: verb.start()]) if verb else ()
    opens = any(r.start <= _OPENING_WORDS and p.name for r, p in people)
    return opens or (bool(people) and _MEMBERS_OPEN.match(sentence) is not None)


def _stripped(text: str, span: Range) -> Range:
    return Range(span.start, span.start + len(text[span.start : span.end].rstrip()))


def _block_kind(sentence: str, kind: SectionKind) -> str:
    if re.search(r"\breserver(?:ar|ade|a) sig\b", sentence, re.IGNORECASE):
        return "reservation"
    if kind is SectionKind.NOTE:
        return "note" if _SOMEBODY_ACTS.search(sentence) or _NOTES.search(sentence) else ""
    if _RESERVES.search(sentence):
        return "reservation"
    return "note" if _NOTES.search(sentence) else ""


def _begins(entries: list[_Entry], word: str, by: list[Person], sentence: str) -> bool:
    """Whether this is a new entry: not a party's "Därför reserverar vi oss" in its own reasons."""
    if not entries or entries[-1].kind != word:
        return True
    parties = {p.party for p in entries[-1].by}
    goes_on = all(p.name is None and p.party in parties for p in by)
    acts = _SOMEBODY_ACTS.search(sentence[:400])
    return not goes_on and acts is not None


def _sign(text: str, entries: list[_Entry], heading: str) -> None:
    """Give entries without an author the names that sign them, or the one that the heading names."""
    for entry in entries:
        if not entry.by:
            words = [text[r.start : r.end] for r in entry.ranges]
            signed = [p for line in words[-_SIGNATURES:] if len(line) < _SIGNATURE_LENGTH for _, p in find_people(line)]
            entry.by = list(
                dict.fromkeys(signed or [p for _, p in find_people(heading)] or [p for _, p in find_people(words[0])])
            )


def _reservations(text: str, entries: list[_Entry]) -> tuple[Reservation, ...]:
    return tuple(
        Reservation(tuple(e.by), joined(text, e.ranges), tuple(e.ranges)) for e in entries if e.kind == "reservation"
    )


def _notes(text: str, entries: list[_Entry], *, statement: bool) -> tuple[Note, ...]:
    notes = []
    for entry in entries:
        if entry.kind == "note":
            words = joined(text, entry.ranges)
            own = _STATEMENT.search(words) is not None
            other = re.search(r"protokolls?anteckning", words, re.IGNORECASE) is not None
            notes.append(
                Note(
                    "statement" if own or (statement and not other) else "note",
                    tuple(entry.by),
                    words,
                    tuple(entry.ranges),
                )
            )
    return tuple(notes)
