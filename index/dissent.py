"""Who was against a decision as the protocol prints it: those who reserved, and those whose side lost a named vote.

Always holds: pure; nobody is told who is not printed as reserving or as voting, and each is told once. A vote that only
chose what to put against the main proposal tells nothing, nor does one on putting the matter off where the matter was
decided: who wanted to wait is not thereby against. A minority that had a matter sent back won, and is not against.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nlp.acts import Acts, Ballot, Person, Vote

_CHOOSES = re.compile(r"\bmotförslag|\bhuvudförslag|\bkontraproposition", re.IGNORECASE)
_PUTS_OFF = re.compile(r"återremi|bordl[aä]gg|\bremitter|\bavgör", re.IGNORECASE)
_GOES_ON = re.compile(r"\bavsl|\bavgör", re.IGNORECASE)


def outvoted(acts: Acts) -> tuple[str, ...]:
    """Return whose printed side lost a vote on the matter, "Anna Lind (C)", without those who reserved too.

    Who votes with a party that reserved as one is told by that party.
    """
    return losers((person for one in acts.reservations for person in one.by), acts.votes)


def losers(reserving: Iterable[Person], votes: Iterable[Vote]) -> tuple[str, ...]:
    """Return the same from those who reserved and the votes of a paragraph."""
    reserved = {(one.name, one.party) for one in reserving}
    lost = dict.fromkeys(ballot for vote in votes for ballot in _lost(vote))
    told = ((one.name, one.party) for one in lost if not {(one.name, one.party), (None, one.party)} & reserved)
    return tuple(dict.fromkeys(f"{name} ({party})" if party else name for name, party in told))


def _lost(vote: Vote) -> Iterator[Ballot]:
    if vote.yes is None or vote.no is None or vote.yes == vote.no:
        return
    means = (vote.yes_means or "", vote.no_means or "")
    won, lost = means if vote.yes > vote.no else means[::-1]
    if _CHOOSES.search(won + lost) or (_PUTS_OFF.search(won + lost) and _GOES_ON.search(won)):
        return
    losing = "no" if vote.yes > vote.no else "yes"
    yield from (ballot for ballot in vote.ballots if ballot.vote == losing)
