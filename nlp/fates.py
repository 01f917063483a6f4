"""What became of a motion at the meeting: carried, lost, or the matter was put off before it was tried.

Read from what was voted, what the chair found, who reserved in favour of it and what was decided, the surest first.
Always holds: pure; every fate but "not told" points at the words that it rests on; where these contradict each other
nothing is told. The motions themselves are read in `nlp.motions`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from nlp.acts import Acts, Decision, Motion, MotionKind, Outcome, ProcedureStep, Range, Reservation, StepKind, Vote
from nlp.analysis import content_terms
from nlp.fate_phrases import Phrases, Sides, Thing


class Fate(StrEnum):
    """What became of a motion; ``put-off``: the matter was remitted or tabled, so that it was never tried."""

    CARRIED = "carried"
    LOST = "lost"
    PUT_OFF = "put-off"
    UNTOLD = "untold"


class Ground(StrEnum):
    """What a fate rests on, the surest first."""

    VOTE = "vote"
    PROCEDURE = "procedure"
    RESERVATION = "reservation"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Told:
    """The fate of one motion, on what ground, and where those words stand in the paragraph's text."""

    fate: Fate = Fate.UNTOLD
    ground: Ground | None = None
    ranges: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class _Settled:
    """One thing that was settled: the motions that won and lost by it."""

    sides: Sides
    ground: Ground
    ranges: tuple[Range, ...]


# "yrkandet bifalls", "har bifallits", "antas", "beslutar enligt förslaget", "är enig om återremiss"
_WON = re.compile(
    r"\b(?:bif[aö]ll\w*|antag\w*|antar|antas|anta|godkän\w+|godtas|tillstyrk\w*|fastställ\w*|enligt|i enlighet med"
    r"|enig om|enigt om|vunnit|vinner)\b",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b(?:avsl(?:ås|agits|agit|agna|agen|aget|år|å|og|ogs)|avstyrk\w*|förkasta\w*|faller|fallit)\b", re.IGNORECASE
)
# findings that settle without such a verb: "beslutat återremittera ärendet", "ärendet bordläggs", "avgöras i dag"
_WHEN = re.compile(r"\b(?:återremitter\w*|bordlägg(?:er|s|a|as)|avgöra|avgöras|avgörs)\b", re.IGNORECASE)
# "… bifalls och att även …", "bifaller förslaget och avslår tillägget"
_CLAUSES = re.compile(
    r",?\s+(?:och|samt|men|medan)\s+(?:(?:att|även|så|sedan|därefter)\b,?\s*)+"
    r"|,?\s+(?:och|samt|men)\s+(?=(?:avslå|bifall|anta[rs]|godkänn))|;\s*",
    re.IGNORECASE,
)
_CHOSEN = re.compile(r"\bmotförslag|\bhuvudförslag|\bkontraproposition", re.IGNORECASE)
# alternatives put together: "propositioner på yrkandena", "återstående yrkanden", "de båda förslagen"
_ALTERNATIVES = re.compile(
    r"^(?:(?:de|dem|båda|två|tre|framställda|återstående|övriga|ställda)\s+)*(?:yrkanden|förslagen)(?:a)?\b",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:dem|båda|alla|samtliga)\b", re.IGNORECASE)
_EVERY = re.compile(r"\b(?:yrkandena|förslagen)\b", re.IGNORECASE)
# "bifaller styrelsens förslag samt Eks yrkande"
_AND = re.compile(r"\s*\b(?:samt|och därefter|och)\b\s*(?=[^,]*(?:förslag|yrkande|tillägg))", re.IGNORECASE)
# what is left of a clause without its verb names no proposal: pronouns, and the body that decides
_NO_NAME = re.compile(
    r"\b(?:det|den|de|dem|båda|både|alla|har|att|beslutat|beslutar|besluta|vid|proposition|enhälligt|först|sedan|även|också"
    r"|till|på|föreslår|[\w-]*(?:fullmäktige|styrelsen|nämnden|utskottet|beredningen))\b",
    re.IGNORECASE,
)
_STANCE = re.compile(r"^(?:bifall|avslag)\b\s*(?:till|på)?\s*", re.IGNORECASE)
_OFF = frozenset((Outcome.REMITTED, Outcome.TABLED))
_OFFS = {MotionKind.REMIT: Outcome.REMITTED, MotionKind.TABLE: Outcome.TABLED}
_ADOPTED = frozenset((Outcome.APPROVED, Outcome.ASSIGNED, Outcome.ELECTED, Outcome.ANSWERED))
_TRIVIAL = 4
"""A decision point of fewer words ("Justering") settles nothing."""


def fates_of(acts: Acts) -> tuple[Told, ...]:
    """Return the fate of every motion of a paragraph, in their order."""
    if not acts.motions:
        return ()
    phrases, count = Phrases(acts.motions), len(acts.motions)
    printed = _outcomes(phrases, [*_voted(acts, phrases), *_found(acts, phrases)], count)
    reserved = _outcomes(phrases, _reserved(acts), count)
    decided = _outcomes(phrases, _decided(acts, phrases), count)
    told = [_agreed(one, other) for one, other in zip(printed, reserved, strict=True)]
    told = [other if one == Told() else one for one, other in zip(told, decided, strict=True)]
    told = [
        _by_outcome(acts, motion) if one == Told() or _by_minority(acts, motion) else one
        for motion, one in zip(acts.motions, told, strict=True)
    ]
    return tuple(_unopposed(acts, phrases, told))


def _outcomes(phrases: Phrases, settled: Iterable[_Settled], count: int) -> list[Told]:
    """Return what these settle of each motion: a vote before a finding, the later before the earlier."""
    told = [Told() for _ in range(count)]
    for one in sorted(settled, key=lambda one: one.ground is Ground.VOTE):
        for places, fate in ((one.sides.with_it, Fate.CARRIED), (one.sides.against, Fate.LOST)):
            for place in places:
                for each in (place, *phrases.companions(place)):
                    told[each] = Told(fate, one.ground, one.ranges)
    return told


def _agreed(one: Told, other: Told) -> Told:
    """Return the first that tells; where both do and differ, that nothing is told, on the ground of the first."""
    if one.fate is Fate.UNTOLD:
        return other
    if other.fate not in {Fate.UNTOLD, one.fate}:
        return Told(Fate.UNTOLD, one.ground, one.ranges)
    return one


def _voted(acts: Acts, phrases: Phrases) -> Iterator[_Settled]:
    alternatives = any(_ALTERNATIVES.match(words) for step in acts.procedure for words in step.proposals)
    for place, vote in enumerate(acts.votes):
        meant = _winner_first(vote)
        if meant is None:
            continue
        sides = _vote_sides(phrases, *meant)
        last = place == len(acts.votes) - 1
        if not last and any(_CHOSEN.search(words) for words in meant):
            # The winner was only chosen to stand against the main proposal.
            sides = Sides(against=sides.against)
        elif last and alternatives and phrases.main(sides.with_it):
            sides = Sides(sides.with_it, sides.against | (phrases.others(sides.with_it) - sides.with_it))
        yield _Settled(sides, Ground.VOTE, vote.ranges)


def _vote_sides(phrases: Phrases, won: str, lost: str) -> Sides:
    by_won, by_lost = phrases.sides(won, lost), phrases.sides(lost, won).turned()
    ahead, behind = by_won.with_it | by_lost.with_it, by_won.against | by_lost.against
    return Sides(ahead - behind, behind - ahead)


def _winner_first(vote: Vote) -> tuple[str, str] | None:
    """Return the meanings of a vote, the winner's first, None where its numbers or words do not tell."""
    if vote.yes is None or vote.no is None or vote.yes == vote.no or not vote.yes_means or not vote.no_means:
        return None
    return (vote.yes_means, vote.no_means) if vote.yes > vote.no else (vote.no_means, vote.yes_means)


def _found(acts: Acts, phrases: Phrases) -> Iterator[_Settled]:
    for step, after in zip_longest(acts.procedure, acts.procedure[1:]):
        contested = after is not None and after.kind is StepKind.DIVISION
        if step.kind is StepKind.PUT and step.found and not contested and not _CHOSEN.search(step.found):
            yield from (_Settled(sides, Ground.PROCEDURE, step.ranges) for sides in _finding(step, phrases))


def _finding(step: ProcedureStep, phrases: Phrases) -> Iterator[Sides]:
    """Yield what each clause of a finding settles, and with it the proposals that were put against the winner."""
    about = [bare for words in step.proposals if (bare := _STANCE.sub("", words))]
    for clause in _CLAUSES.split(step.found or ""):
        for sides in _clause_sides(clause, phrases, about):
            winners = phrases.main(sides.with_it)
            yield Sides(sides.with_it, sides.against | (_beaten(step, phrases, winners) - sides.with_it))


def _beaten(step: ProcedureStep, phrases: Phrases, winners: frozenset[int]) -> frozenset[int]:
    """Return the motions that were put together with the winners, as alternatives to them."""
    if not winners:
        return frozenset()
    if any(_ALTERNATIVES.match(words) for words in step.proposals):
        return phrases.others(winners)
    rivals = [words for words in step.proposals if not _STANCE.match(words)]
    named = [phrases.main(phrases.by_movers(words)) | phrases.sides(words).with_it for words in rivals]
    return frozenset().union(*named) - winners if any(one & winners for one in named) else frozenset()


def _clause_sides(clause: str, phrases: Phrases, about: Sequence[str] = ()) -> Iterator[Sides]:
    """Yield who won by one clause; nothing where it settles nothing."""
    lost, won = _LOST.search(clause), _WON.search(clause)
    verb = lost or won
    if verb is None and _WHEN.search(clause):
        yield phrases.sides(clause)
    if verb is None or (lost and won):
        return
    words = " ".join(_NO_NAME.sub(" ", f"{clause[: verb.start()]} {clause[verb.end() :]}").split())
    for sides in _named_sides(words, phrases, about, whole=_ALL.search(clause) is not None):
        yield sides.turned() if lost else sides


def _named_sides(words: str, phrases: Phrases, about: Sequence[str], *, whole: bool) -> Iterator[Sides]:
    """Yield who is meant by the proposals that words name; ``whole``: all of those that were put, "dem båda"."""
    if whole and not about and _EVERY.search(words):
        yield Sides(phrases.every())
        return
    for part in _AND.split(words):
        for one in about if whole and about else [*about[-1:]] or [""]:
            yield phrases.sides(part, one)


def _reserved(acts: Acts) -> Iterator[_Settled]:
    """Yield what reservations say of their own motions: who reserves in favour of a motion has lost it."""
    for one in acts.reservations:
        places = frozenset(one.motions) or _own_motion(one, acts.motions)
        if places:
            yield _Settled(Sides(against=places), Ground.RESERVATION, one.ranges[:1])


def _own_motion(reservation: Reservation, motions: Sequence[Motion]) -> frozenset[int]:
    """Return the only motion of somebody who reserves; of several, or of nobody, none."""
    names = {person.name for person in reservation.by if person.name}
    own = [
        place
        for place, motion in enumerate(motions)
        if any(person.name in names for person in motion.movers if person.name)
    ]
    movers = {person.name for place in own for person in motions[place].movers} & names
    alone = len(own) == 1 and len(movers) > 0 and motions[own[0]].kind not in _OFFS
    return frozenset(own) if alone and len(motions[own[0]].movers) == len(movers) else frozenset()


def _decided(acts: Acts, phrases: Phrases) -> Iterator[_Settled]:
    """Yield what decision points say of proposals by name: "Motionen avslås", "att bifalla tilläggsyrkandet"."""
    for one in acts.decisions:
        sentence = re.split(r"(?<=\w)[.,:](?:\s|$)", one.text, maxsplit=1)[0]
        if re.search(r"yrkande|motion|förslag|tillägg", sentence, re.IGNORECASE):
            for sides in _clause_sides(sentence, phrases):
                yield _Settled(sides, Ground.DECISION, one.ranges[:1])


def _by_outcome(acts: Acts, motion: Motion) -> Told:
    """Return what the outcomes say of a motion that no words name: put off or not, and all else with the matter."""
    telling = _telling(acts)
    if not telling:
        return Told()
    if motion.kind in _OFFS:
        done = next((one for one in telling if one.outcome is _OFFS[motion.kind]), None)
        fate = Fate.CARRIED if done else Fate.LOST
        return Told(fate, Ground.DECISION, (done or telling[0]).ranges[:1])
    if all(one.outcome in _OFF for one in telling):
        return Told(Fate.PUT_OFF, Ground.DECISION, telling[0].ranges[:1])
    return Told()


def _by_minority(acts: Acts, motion: Motion) -> bool:
    """Whether the only call to put the matter off was heeded: a third of the votes is enough to remit or table it."""
    wanted = _OFFS.get(motion.kind)
    alone = sum(one.kind is motion.kind for one in acts.motions) == 1
    return wanted is not None and alone and all(one.outcome in _OFF for one in _telling(acts))


def _telling(acts: Acts) -> list[Decision]:
    return [one for one in acts.decisions if one.outcome is not Outcome.OTHER or len(one.text.split()) >= _TRIVIAL]


def _unopposed(acts: Acts, phrases: Phrases, told: Sequence[Told]) -> Iterator[Told]:
    """Yield the fates; calls for the one proposal that nothing else stood against to the end were followed.

    That is where all who call for approval call for the same, everything else that was moved has fallen, and the
    decision adopts something and refuses nothing.
    """
    calls = [place for place, one in enumerate(acts.motions) if one.kind is MotionKind.APPROVE]
    rest = [one for place, one in enumerate(told) if place not in calls]
    adopted = next((one for one in acts.decisions if one.outcome in _ADOPTED), None)
    refused = any(one.outcome in _OFF | {Outcome.REJECTED} for one in acts.decisions)
    same = len({phrases.things[place] for place in calls}) == 1
    named = all(_is_what_was_adopted(phrases.things[place], acts.decisions) for place in calls)
    fallen = all(one.fate is Fate.LOST for one in rest)
    for place, one in enumerate(told):
        if adopted and not refused and same and named and fallen and place in calls and one == Told():
            yield Told(Fate.CARRIED, Ground.DECISION, adopted.ranges[:1])
        else:
            yield one


def _is_what_was_adopted(thing: Thing, decisions: Sequence[Decision]) -> bool:
    """Whether it is the written proposal, or something that the decision names."""
    if thing.parties:
        return False
    named = frozenset(term for one in decisions for term in content_terms(one.text))
    return "förslag" in thing.terms or bool(thing.telling & named)
