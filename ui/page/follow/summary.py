"""What a reader wants of an issue first: where it stands, what was decided last and by whom, who was against. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.course import EventKind, Quoted, Step
from index.results import Event, Issue, Trace
from ui import course_words, words
from ui.page import parts
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.state import PageState, Place
from ui.speech import t

DECIDES = frozenset(
    {EventKind.DECISION, EventKind.PREPARATION, EventKind.REMITTED, EventKind.TABLED, EventKind.ASSIGNMENT}
)
"""What settles something, or puts it off; a notice or a document does neither."""
MOST_JOINS, MOST_AGAINST, MOST_NUMBERS, MOST_STEPS = 1, 3, 6, 5
_LONGEST, _LONGEST_JOIN = 320, 180


def summary(issue: Issue, found: Trace, state: PageState) -> Markup:
    """Return the facts of one issue, each with what it rests on; long lists are folded, the most telling first."""
    events = [event for event in found.events if event.issue_id == issue.id]
    last = last_decision(events)
    facts = [
        (t("Läge"), _state(issue, last, state)),
        (t("Senast beslutat"), _decided(last, state) if last else None),
        (t("Emot"), _against(events, state)),
        (t("Gäller fortfarande?"), _holds(events, state)),
        (t("Gången"), _way(issue.path)),
        (t("Diarienummer"), _numbers(issue)),
        (t("Varför ett ärende"), _joins(issue)),
    ]
    rows = [join([tag("dt", name), tag("dd", value)]) for name, value in facts if value]
    return tag("dl", *rows, class_="ps-facts", id="ps-lage")


def last_decision(events: Sequence[Event]) -> Event | None:
    """Return the last event that decides something, None where none does."""
    return next((event for event in reversed(events) if event.kind in DECIDES), None)


def concluded() -> Markup:
    """Return the sign of what the program concludes and no protocol prints."""
    return tag("span", t("programmets slutsats"), class_="ps-guess")


def shortened(text: str, most: int = _LONGEST) -> str:
    """Return a text cut between words with an ellipsis where it is longer than ``most`` characters."""
    plain = " ".join(text.split())
    return plain if len(plain) <= most else f"{plain[:most].rsplit(' ', 1)[0]} …"


def _state(issue: Issue, last: Event | None, state: PageState) -> Markup:
    said = course_words.state(issue.state)
    by = issue.state.by
    told = EMPTY if by is None or (last and by.paragraph_id == last.paragraph_id) else quoted(by, state)
    return join([tag("b", f"{said[:1].upper()}{said[1:]}"), " ", concluded(), told])


def quoted(by: Quoted, state: PageState) -> Markup:
    """Return the words that a conclusion rests on; they open their page."""
    place = Place(by.document_id, by.page, by.paragraph_id, by.range)
    return tag(
        "span", parts.opener(f"”{shortened(by.text)}”", place, state), f" {by.citation}", class_="ps-by", lang="sv"
    )


def _decided(last: Event, state: PageState) -> Markup:
    where = last.file if last.number is None else f"{last.board or last.file} §\N{NO-BREAK SPACE}{last.number}"
    head = f"{words.date(last.date)}, {where}: {course_words.happened(last)}"
    quote = parts.opener(f"”{shortened(last.quote)}”", parts.place_of(last), state) if last.quote else EMPTY
    return join([head, tag("span", quote, class_="ps-by", lang="sv") if quote else EMPTY])


def _against(events: Sequence[Event], state: PageState) -> Markup | None:
    """Return who was against and where, the latest first; nobody printed says nothing of what was thought."""
    told = [
        join([tag("b", who), " ", parts.opener(_short(event), parts.place_of(event), state)])
        for event in reversed(events)
        if (who := ", ".join(behind(event)) or _unnamed(event))
    ]
    if not told:
        return tag("span", t("Ingen är tryckt som emot.")) if events else None
    return folded([tag("li", one) for one in told], MOST_AGAINST, t("{antal} tidigare", antal=len(told) - MOST_AGAINST))


def _unnamed(event: Event) -> str:
    """Return the figures of the vote that divided an event's board, "" where none did; the names are not printed."""
    divided = next((vote for vote in reversed(event.votes) if vote.yes and vote.no), None)
    return "" if divided is None else t("{ja} ja mot {nej} nej, utan namn", ja=divided.yes, nej=divided.no)


def behind(event: Event) -> tuple[str, ...]:
    """Return the parties of those who were against, each once; who stands without a party is named."""
    return tuple(dict.fromkeys(words.party_of(name) or name for name in event.against))


def _short(event: Event) -> str:
    where = event.file if event.number is None else f"{event.board or event.file} §\N{NO-BREAK SPACE}{event.number}"
    return f"{words.date(event.date)}, {where}"


def _holds(events: Sequence[Event], state: PageState) -> Markup | None:
    """Return whether the last decision that has a standing still holds; each event tells its own."""
    last = next((event for event in reversed(events) if event.standing is not None), None)
    if last is None or last.standing is None:
        return None
    by = last.standing.by
    told = course_words.standing(last.standing)
    if by is not None:
        told = t("{dom} av {beslut}.", dom=course_words.holds(last.standing), beslut=by.citation)
    lead = f"{_short(last)}: "
    return join([lead, told, " ", concluded(), quoted(by, state) if by is not None else EMPTY])


def _way(path: Sequence[Step]) -> Markup | None:
    """Return the boards and what happened in them, in order, what repeats itself told once; a long way is folded."""
    steps: list[tuple[str, int]] = []
    for told in _steps(path):
        if steps and steps[-1][0] == told:
            steps[-1] = (told, steps[-1][1] + 1)
        else:
            steps.append((told, 1))
    if len(steps) < 2:  # noqa: PLR2004 - one step is no way
        return None
    told = tag("span", " → ".join(f"{told} ×{times}" if times > 1 else told for told, times in steps))
    if len(steps) <= MOST_STEPS:
        return told
    return tag("details", tag("summary", words.count(len(steps), "steg", "steg")), told, class_="ps-details")


def _steps(path: Sequence[Step]) -> Iterator[str]:
    board: str | None = ""
    for step in path:
        kind = course_words.event_kind(step.kind).lower()
        yield kind if step.board == board else f"{step.board or t('okänt organ')}: {kind}"
        board = step.board


def _numbers(issue: Issue) -> Markup | None:
    numbers = [tag("li", number) for number in issue.case_numbers]
    left = len(numbers) - MOST_NUMBERS
    return folded(numbers, MOST_NUMBERS, t("{antal} till", antal=left), class_="ps-inline") if numbers else None


def _joins(issue: Issue) -> Markup | None:
    """Return why several case numbers are one issue, the surest first."""
    told = [tag("li", shortened(one, _LONGEST_JOIN), lang="sv") for one in course_words.joined(issue)]
    return folded(told, MOST_JOINS, t("{antal} kopplingar till", antal=len(told) - MOST_JOINS)) if told else None


def folded(items: Sequence[Markup], most: int, more: str, class_: str = "") -> Markup:
    """Return a list whose first entries are shown and whose others are folded under ``more``."""
    name = f"ps-plain {class_}".strip()
    if len(items) <= most + 1:
        return tag("ul", *items, class_=name)
    rest = tag("details", tag("summary", more), tag("ul", *items[most:], class_=name), class_="ps-details")
    return join([tag("ul", *items[:most], class_=name), rest])
