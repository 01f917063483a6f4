"""What a protocol contradicts itself in is told with its page."""

from __future__ import annotations

from dataclasses import replace

from index.intake.doubts import doubts_of
from nlp.acts import Ballot, Vote
from tests.index.builders import document, paragraph


def test_a_count_that_the_names_do_not_bear_out_is_told_with_page_and_cure() -> None:
    """Seven votes printed beside one name is a doubt on the page of the vote."""
    (first, *_) = doubts_of(document([paragraph(7, page=3)]))
    assert first == (3, "§ 7: 7 ja-röster är tryckta men 1 namn. Jämför omröstningen med sidan.")


def test_counts_without_names_and_counts_that_agree_are_no_doubt() -> None:
    """Nothing is told where there is nothing to compare."""
    one = paragraph(7)
    for ballots, yes in (((), 7), ((Ballot("Bo Al", "M", "yes"),), 1)):
        vote = Vote(yes, 4, None, None, None, ballots, one.acts.votes[0].ranges)
        assert doubts_of(document([replace(one, acts=replace(one.acts, votes=(vote,)))])) == ()
