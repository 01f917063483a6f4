"""Acts of parties and people on the page: what was done, by whom, in which words, and where that is printed. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from index.masking import Masker
from index.naming import meeting_name
from index.positions import PositionAct, PositionKind
from ui import positions, words
from ui.page import parts
from ui.page.html import EMPTY, Markup, tag
from ui.page.state import PageState, Place, Tab, write
from ui.speech import t

MOST_NAMES = 12
MOST_MEANINGS = 4
TONES = {
    PositionKind.MOVED_APPROVE: "for",
    PositionKind.MOVED_REJECT: "against",
    PositionKind.MOVED_REMIT: "wait",
    PositionKind.MOVED_TABLE: "wait",
    PositionKind.RESERVED: "dissent",
}
"""Colours beside the words. A yes or no in a vote has none: what it meant is told in words, and may be either."""


def kind(value: PositionKind) -> str:
    """Return the word for an act in the language of the request."""
    return t(positions.KINDS[value])


def counted(acts: Sequence[PositionAct]) -> list[str]:
    """Return what some acts are, kind by kind, with what a vote meant: "röstar nej = avslag ×2".

    Votes that meant more things than a cell can tell are counted together; the acts behind it tell each.
    """
    meanings = Counter(value for value, meaning in {(act.kind, act.meaning) for act in acts} if meaning)
    many = {value for value, number in meanings.items() if number > MOST_MEANINGS}
    told = Counter((act.kind, t("olika förslag") if act.kind in many else act.meaning) for act in acts)
    ordered = sorted(told.items(), key=lambda each: list(PositionKind).index(each[0][0]))
    return [f"{_said(value, meaning)}{f' ×{times}' if times > 1 else ''}" for (value, meaning), times in ordered]


def listed(acts: Sequence[PositionAct], masker: Masker, state: PageState) -> Markup:
    """Return acts as a list, each with its words and where they stand."""
    return tag("ol", *(_act(act, masker, state) for act in acts), class_="ps-hits ps-acts")


def _said(value: PositionKind, meaning: str | None) -> str:
    return t("{handling} = {mening}", handling=kind(value), mening=meaning) if meaning else kind(value)


def _act(act: PositionAct, masker: Masker, state: PageState) -> Markup:
    place = Place(act.document_id, act.page, act.paragraph_id, act.quote_range)
    quote = " ".join(masker.text(act.quote, act.title).split())
    shown = t("Visa sidan {sida}", sida=act.page)
    page = parts.opener(shown, place, state, class_="ps-button", name=f"{shown}, {act.citation}")
    actions = tag("div", page, _follow(act, state), parts.citation(act.citation), class_="ps-actions")
    title = tag("p", masker.text(act.title), class_="ps-event-title", lang="sv")
    body = (_line(act), _chips(act, masker), title, tag("blockquote", quote, lang="sv") if quote else EMPTY, actions)
    return tag("li", tag("article", *body, class_="ps-hit"))


def _line(act: PositionAct) -> Markup:
    day = tag("time", words.date(act.date), datetime=act.date) if act.date else tag("span", words.date(None))
    number = tag("span", f"§\N{NO-BREAK SPACE}{act.number}") if act.number is not None else EMPTY
    return tag("p", day, tag("span", act.board or act.file), number, class_="ps-line")


def _chips(act: PositionAct, masker: Masker) -> Markup:
    chips = [tag("li", _said(act.kind, act.meaning), class_=f"ps-chip ps-tone-{TONES.get(act.kind, 'plain')}")]
    names = positions.people(act, masker)
    if names or act.party:
        chips.append(tag("li", _who(act, names)))
    if act.together:
        others = t("tillsammans med {partier}", partier=words.listed(act.together))
        chips.append(tag("li", others))
    if not act.party_printed:
        chips.append(tag("li", t("partiet enligt närvarolistan, programmets slutsats"), class_="ps-guess"))
    return tag("ul", *chips, class_="ps-chips")


def _who(act: PositionAct, names: Sequence[str]) -> str:
    """Return who acts: the people as printed, the first of many; the party where no name is printed."""
    if not names:
        return act.party or ""
    more = f" {t('och {antal} till', antal=len(names) - MOST_NAMES)}" if len(names) > MOST_NAMES else ""
    party = f" ({act.party})" if act.party else ""
    return f"{', '.join(names[:MOST_NAMES])}{more}{party}"


def _follow(act: PositionAct, state: PageState) -> Markup:
    """Return the way to the course of the issue that an act belongs to."""
    meeting = meeting_name(act.board, act.date, act.file)
    start = act.file if act.number is None else f"{meeting} § {act.number}"
    address = write(state.at(Tab.FOLLOW, start=start, startparagraf=act.paragraph_id))
    label = t("Följ ärendet")
    return tag("a", label, href=address, data_state=True, class_="ps-button", aria_label=f"{label}: {start}")
