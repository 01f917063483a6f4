"""Which motions the words of a beslutsgång mean: "styrelsens förslag", "Eks yrkande", "avslag", "det egna yrkandet".

Owns the reading of such a phrase against the motions of the same paragraph. Always holds: pure; a phrase that fits no
motion, or whose object is not told, means none; nothing is guessed. Whether what it means won is for `nlp.fates`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from nlp.acts import Motion, MotionKind
from nlp.analysis import content_terms
from nlp.dates import MONTHS

# "bifall till nämndens förslag", "bifall motionen"; "att motionen ska tillstyrkas"
_APPROVED = re.compile(
    r"\bbifall(?:a|er|s)?(?: till| på)?\s+(?P<what>[^.;]+)"
    r"|\batt (?P<what2>[^.;,]{3,80}?) (?:ska |skall )?(?:tillstyrks?|tillstyrkas|bifalls|bifallas|antas|godkänns)\b",
    re.IGNORECASE,
)
# "avslag på motionen", "avslår förslaget"; "att motionen ska avstyrkas"
_REFUSED = re.compile(
    r"\b(?:avslag(?: på| till)?|avslå[rs]?)\s+(?P<what>[^.;]+)"
    r"|\batt (?P<what2>[^.;,]{3,80}?) (?:ska |skall )?(?:avstyrks?|avstyrkas|avslås)\b",
    re.IGNORECASE,
)
# "bifall till förslaget och tilläggsyrkande från MP och V den 3 maj"
_NAMED_BY_PARTY = re.compile(
    r"\b(?P<what>(?:tilläggs|ändrings)yrkande\w* (?:från|av) [^.;]+?)"
    r"(?=,? (?:samt|och) (?:avslag|bifall|tilläggs|ändrings)|[.;]|$)",
    re.IGNORECASE,
)
# where the object of one proposal ends and the next begins: "… och avslag på", "… samt att", ", i andra hand"
_NEXT = re.compile(
    r",? (?:och|samt|men)(?: om| i andra hand)? "
    r"(?=(?:bifall|avslag|återremiss|bordläggning|tilläggs|ändrings|anmäler|att)\b|tilläggs|ändrings)"
    r"|,? i andra hand\b|,? respektive\b",
    re.IGNORECASE,
)
_STANCE = re.compile(r"^\s*(?:(?:på|till|om)\s+)?(?P<stance>bifall|avslag)\b(?:\s+(?:till|på))?\s*", re.IGNORECASE)
# kinds that a phrase names outright: "återremissyrkandet", "yrkandet om bordläggning", "tilläggen", "avslagsyrkandet"
_KINDS: tuple[tuple[MotionKind, re.Pattern[str]], ...] = (
    (MotionKind.REMIT, re.compile(r"återremi", re.IGNORECASE)),
    (MotionKind.TABLE, re.compile(r"bordlägg", re.IGNORECASE)),
    (MotionKind.ADD, re.compile(r"\btillägg", re.IGNORECASE)),
    (MotionKind.AMEND, re.compile(r"\bändringsyrkande|\bändringen\b", re.IGNORECASE)),
    (MotionKind.REJECT, re.compile(r"\bavslagsyrkande", re.IGNORECASE)),
)
# "ärendet ska avgöras i dag", "ärendets avgörande vid dagens sammanträde"
_TODAY = re.compile(r"\bavgör(?:as|ande\w*|s|a)?\b", re.IGNORECASE)
# "frågan ska inte få ställas": the other side of the same
_NOT = re.compile(r"\b(?:inte|ej)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:egna|eget)\b", re.IGNORECASE)
_CHAIR = re.compile(r"\bordförande", re.IGNORECASE)
# a party as the one behind a proposal: "yrkandet från M, D och KD", "SD:s yrkande"; not that of a person, "Ek (M)"
_PARTY = re.compile(r"(?<![\w(/-])(?:[A-ZÅÄÖ]{1,4}|SoL)(?=:s\b|[\s,.;]|$)")
# words that any object may have, and so tell none: "förslaget till beslut", "yrkandet", "ärendet", "m.fl."
_MONTHS = frozenset(MONTHS)
_COMMON = _MONTHS | frozenset(
    (
        "förslag",
        "yrk",
        "yrkand",
        "ärend",
        "beslut",
        "fl",
        "m",
        "protokoll",
        "hel",
        "enlig",
        "enhäll",
        "först",
        "sammanträd",
    )
)
_ANY = frozenset(("samt", "samtl", "samtlig", "övr", "övrig", "all"))
_MAIN = frozenset((MotionKind.APPROVE, MotionKind.REJECT, MotionKind.AMEND, MotionKind.OTHER))
_PUT_OFF = frozenset((MotionKind.REMIT, MotionKind.TABLE))


@dataclass(frozen=True, slots=True)
class Sides:
    """The motions, by place, that win with a phrase, and those that lose when it wins."""

    with_it: frozenset[int] = frozenset()
    against: frozenset[int] = frozenset()

    def turned(self) -> Sides:
        """Return the same with the sides changed."""
        return Sides(self.against, self.with_it)


@dataclass(frozen=True, slots=True)
class Thing:
    """What a phrase or a motion is about: its words, and the parties behind it where they stand for it."""

    terms: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()

    @property
    def telling(self) -> frozenset[str]:
        """The words that tell it from others."""
        return self.terms - _COMMON

    @property
    def is_any(self) -> bool:
        """Whether it is whatever else there is: "övriga yrkanden"."""
        return bool(self.terms & _ANY)

    def is_same(self, other: Thing) -> bool:
        """Whether both name one thing: one has the other's telling words, and the same parties stand behind both."""
        if self.parties or other.parties:
            return self.parties == other.parties
        if self.telling and other.telling:
            return self.telling <= other.telling or other.telling <= self.telling
        return bool(self.terms & other.terms)


class Phrases:
    """Reads phrases against the motions of one paragraph."""

    def __init__(self, motions: Sequence[Motion]) -> None:
        """Take the motions; their places are what comes out."""
        self._motions = motions
        self.things = [thing_of(motion) for motion in motions]

    def sides(self, phrase: str, about: str = "") -> Sides:
        """Return whom ``phrase`` means; a bare "bifall", "avslag" or "det" is about the object ``about``."""
        stance = _STANCE.match(phrase)
        words = phrase[stance.end() :] if stance else phrase
        sides = self._named(words if _told(words) or not about else about)
        refused = stance is not None and stance["stance"].lower() == "avslag"
        return sides.turned() if refused != (_NOT.search(words) is not None) else sides

    def by_movers(self, words: str) -> frozenset[int]:
        """Return the motions of the people whom ``words`` name; "det egna yrkandet" is the chair's."""
        own = _OWN.search(words) is not None
        return frozenset(
            place
            for place, motion in enumerate(self._motions)
            if (own and _CHAIR.search(motion.text))
            or any(person.name and _is_named(person.name, words) for person in motion.movers)
        )

    def main(self, places: Collection[int]) -> frozenset[int]:
        """Return those of ``places`` that are about the matter itself: no additions, remittals or tablings."""
        return frozenset(places) & self._of_kinds(_MAIN)

    def others(self, winners: Collection[int]) -> frozenset[int]:
        """Return the motions for something else than the ``winners``, where alternatives were put together."""
        won = [self.things[one] for one in winners if self._motions[one].kind is not MotionKind.REJECT]
        return frozenset(
            place
            for place in self._of_kinds({MotionKind.APPROVE, MotionKind.AMEND, MotionKind.OTHER})
            if place not in winners
            and not self.things[place].is_any
            and not any(self.things[place].is_same(one) for one in won)
        )

    def every(self) -> frozenset[int]:
        """Return all motions: "nämnden bifaller båda yrkandena"."""
        return frozenset(range(len(self._motions)))

    def companions(self, place: int) -> tuple[int, ...]:
        """Return what stands and falls with a motion, moved in one breath: "… och avslag på övriga yrkanden"."""
        motion = self._motions[place]
        return tuple(
            other
            for other, one in enumerate(self._motions)
            if motion.kind is MotionKind.APPROVE
            and one.kind is MotionKind.REJECT
            and one.text == motion.text
            and self.things[other].is_any
        )

    def _named(self, words: str) -> Sides:
        kinds = frozenset(kind for kind, form in _KINDS if form.search(words))
        if kinds & _PUT_OFF:
            return Sides(self._of_kinds(kinds & _PUT_OFF), self._against_putting_off())
        if not kinds and _TODAY.search(words):
            return Sides(self._against_putting_off(), self._of_kinds(_PUT_OFF))
        movers = self.by_movers(words)
        if movers:
            return self._movers_sides(movers, kinds)
        return self._kind_sides(words, kinds) if kinds else self._thing_sides(thing(words))

    def _of_kinds(self, kinds: Collection[MotionKind]) -> frozenset[int]:
        return frozenset(place for place, motion in enumerate(self._motions) if motion.kind in kinds)

    def _against_putting_off(self) -> frozenset[int]:
        return frozenset(
            place
            for place in self._of_kinds({MotionKind.REJECT})
            if any(term.startswith(("återremi", "bordlägg")) for term in self.things[place].terms)
        )

    def _refusing(self, things: Collection[Thing]) -> frozenset[int]:
        refusals = self._of_kinds({MotionKind.REJECT})
        return frozenset(place for place in refusals if any(self.things[place].is_same(one) for one in things))

    def _movers_sides(self, movers: frozenset[int], kinds: frozenset[MotionKind]) -> Sides:
        wanted = self._of_kinds(kinds or _MAIN) & movers or (movers if len(movers) == 1 and not kinds else frozenset())
        approved = [self.things[one] for one in wanted if self._motions[one].kind is not MotionKind.REJECT]
        return Sides(wanted, self._refusing(approved) - movers)

    def _kind_sides(self, words: str, kinds: frozenset[MotionKind]) -> Sides:
        """Return the motions of a kind that is named; of several, those that fit what else is said."""
        found = self._of_kinds(kinds)
        about = thing(words)
        alone = len(found) == 1 and not about.parties
        wanted = found if alone else frozenset(place for place in found if self._fits(place, about))
        refusing = self._refusing([about]) if about.parties or len(found) == 1 else frozenset()
        return Sides(wanted, refusing if kinds - {MotionKind.REJECT} else frozenset())

    def _fits(self, place: int, about: Thing) -> bool:
        own = self.things[place]
        if about.parties:
            return about.parties == own.parties or (about.parties == self._parties_of(place) and not own.parties)
        kinds_named = {term for term in about.telling if term.startswith(("tilläg", "ändring", "avslag"))}
        return about.telling - kinds_named <= own.telling

    def _parties_of(self, place: int) -> frozenset[str]:
        return frozenset(person.party for person in self._motions[place].movers if person.party)

    def _thing_sides(self, about: Thing) -> Sides:
        """Return the motions about this thing; where some name it exactly, only these."""
        if not about.terms:
            return Sides()
        alike = frozenset(place for place, own in enumerate(self.things) if own.terms and own.is_same(about))
        if not alike and about.parties:
            alike = frozenset(place for place in range(len(self._motions)) if self._parties_of(place) == about.parties)
        refusing = alike & self._of_kinds({MotionKind.REJECT})
        calls = alike - refusing - self._of_kinds(_PUT_OFF)
        exact = frozenset(place for place in calls if self.things[place].telling == about.telling)
        return Sides(exact or calls, refusing)


def thing(words: str) -> Thing:
    """Return what ``words`` name."""
    terms = frozenset(term for term in content_terms(words) if not term.isdecimal())
    parties = frozenset(_PARTY.findall(words))
    return Thing(terms - {one.casefold() for one in parties}, parties)


def thing_of(motion: Motion) -> Thing:
    """Return what a motion wants approved, refused or changed; an empty one where it does not say."""
    form = {MotionKind.APPROVE: _APPROVED, MotionKind.REJECT: _REFUSED}.get(motion.kind)
    if form is None:
        named = _NAMED_BY_PARTY.search(motion.text)
        change = motion.kind in {MotionKind.ADD, MotionKind.AMEND}
        return thing(named["what"] if named else motion.text) if change else Thing()
    found = form.search(motion.text)
    return thing(_NEXT.split(found["what"] or found["what2"])[0]) if found else Thing()


def _told(words: str) -> bool:
    """Whether words name anything themselves: "det" and "yrkandet" do not."""
    about = thing(words)
    return bool(about.telling or about.parties)


def _is_named(name: str, words: str) -> bool:
    """Whether the surname stands in ``words``, perhaps in the genitive: "Eks yrkande", "yrkandet från Ek m.fl."."""
    last = re.escape(name.rsplit(maxsplit=1)[-1])
    return re.search(rf"(?<![\w-]){last}(?:s|:s)?(?![\w-])", words) is not None
