"""Votes: counts, meanings, ballots."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nlp.acts import Acts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Omröstningen utfaller med 40 Ja mot 41 Nej.", (40, 41, None)),
        ("Med åtta ja-röster mot fem nej-röster beslutar nämnden.", (8, 5, None)),
        ("6 ja-röster, 4 nej-röster och 1 som avstår.", (6, 4, 1)),
        ("Med 43 ja mot 29 nej. 9 ledamöter avstår från att rösta.", (43, 29, 9)),
        ("Utfall: JA: 6 NEJ: 5 AVSTÅR: 0", (6, 5, 0)),
        ("Antal ja-röster: 33\nAntal nej-röster: 28\nAvstår: 1", (33, 28, 1)),
        ("Ja\t7\nNej\t4", (7, 4, None)),
        ("Nämnden beslutar med 8 röster mot 5 enligt förslaget.", (8, 5, None)),
    ],
)
def test_counts_are_read_in_all_house_styles(
    read: Callable[..., Acts], text: str, counts: tuple[int, int, int | None]
) -> None:
    """Digits, number words, one line or several; nothing printed about abstaining is null."""
    (vote,) = read(("vote", text)).votes
    assert (vote.yes, vote.no, vote.abstain) == counts


def test_meanings_are_kept_as_printed(read: Callable[..., Acts]) -> None:
    """A Ja may stand for avslag."""
    (vote,) = read(("vote", "”Ja för avslag och Nej för bifall till yrkandet från Bo Ek m.fl.”\n5 Ja mot 4 Nej.")).votes
    assert (vote.yes_means, vote.no_means) == ("avslag", "bifall till yrkandet från Bo Ek m.fl.")


def test_two_votes_of_a_paragraph_stay_two_and_a_retold_one_is_one(read: Callable[..., Acts]) -> None:
    """New meanings begin a new vote; the same counts told again do not."""
    text = (
        "Ja för A. Nej för B.\n5 ja mot 4 nej.\nMed 5 ja-röster mot 4 nej-röster väljs A.\nJa för A. Nej "
        "för C.\n6 ja mot 3 nej."
    )
    assert [(v.yes, v.no) for v in read(("vote", text)).votes] == [(5, 4), (6, 3)]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Anna Lind (S) och ordföranden Bo Ek (V) röstar Ja (2).\nCia Al (M) röstar Nej (1).\nDan Ur (L) "
            "avstår från att rösta (1)."
        ),
        "Ja-röster: Anna Lind (S), Bo Ek (V)\nNej-röster: Cia Al (M)\nAvstår: Dan Ur (L)",
        "Ledamot\tJa\tNej\tAvstår\nAnna Lind (S)\tX\t\t\nBo Ek (V)\tX\t\t\nCia Al (M)\t\tX\t\nDan Ur (L)\t\t\tX",
        "Anna Lind\tS\tJa\nBo Ek\tV\tJa\nCia Al\tM\tNej\nDan Ur\tL\tAvstår\nEva Frisk\tC\tFrånvarande",
    ],
)
def test_ballots_are_read_from_sentences_lists_and_tables(read: Callable[..., Acts], text: str) -> None:
    """Names, parties and votes are the same however they are printed; absent members are no ballots."""
    (vote,) = read(("vote", text)).votes
    assert [(b.name, b.party, b.vote) for b in vote.ballots] == [
        ("Anna Lind", "S", "yes"),
        ("Bo Ek", "V", "yes"),
        ("Cia Al", "M", "no"),
        ("Dan Ur", "L", "abstain"),
    ]
    assert (vote.yes, vote.no, vote.abstain) == (2, 1, 1)


def test_a_vote_only_asked_for_is_none(read: Callable[..., Acts]) -> None:
    """As printed: "Omröstning begärs" counts nothing."""
    assert read(("procedure", "Omröstning begärs. Ja för A. Nej för B.")).votes == ()


_HEAD = "Ledamot\tParti\tJa\tNej\n"


def test_a_ballot_table_that_goes_on_over_a_page_is_one_vote(read: Callable[..., Acts]) -> None:
    """The head of the table comes again on the new page; a member who votes again begins a new vote."""
    first, second = "Anna Lind\tS\tX\t\nBo Ek\tV\tX\t\n", "Cia Al\tM\t\tX\nDan Ur\tL\t\tX\n"
    (vote,) = read(("vote", f"Ja för planen, Nej för avslag.\n{_HEAD}{first}{_HEAD}{second}")).votes
    assert (vote.yes, vote.no, vote.yes_means, len(vote.ballots)) == (2, 2, "planen", 4)
    votes = read(("vote", f"{_HEAD}{first}{second}{_HEAD}{first}{second}")).votes
    assert [(v.yes, v.no) for v in votes] == [(2, 2), (2, 2)]
