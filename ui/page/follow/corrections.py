"""What people have said of the links of an issue, and the forms by which they say it. Pure.

A correction is kept with name and date in the library's folder and counts at once; the last one about two paragraphs is
the one that counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from index.results import Event, Similar, Trace
from index.tracing.corrected_links import Correction, Name, Verdict
from ui import words
from ui.page.changing import signed
from ui.page.follow.naming import start_of
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.state import PageState, write
from ui.speech import t

PLACE = "ps-ratta"
MOST_OTHERS = 12


def concerning(said: Iterable[Correction], trace: Trace) -> tuple[Correction, ...]:
    """Return the corrections that count now and are about a paragraph of the trace, the latest first."""
    last: dict[frozenset[Name], Correction] = {}
    for one in said:
        last.pop(one.pair, None)
        last[one.pair] = one
    mine = {(event.file, start_of(event)) for event in trace.events}
    files = {event.file for event in trace.events if event.number is None}
    return tuple(
        one
        for one in reversed(last.values())
        if one.verdict is not Verdict.UNDO
        and any((name.file, name.paragraph) in mine or name.file in files for name in one.pair)
    )


def made(corrections: Sequence[Correction], *, may_write: bool) -> Markup:
    """Return the corrections of an issue, each with the form that undoes it; nothing where there are none."""
    if not corrections:
        return EMPTY
    count = words.count(len(corrections), "rättelse", "rättelser")
    listed = [tag("li", _told(one), _undo(one) if may_write else EMPTY) for one in corrections]
    heading = tag("h3", t("{rättelser} av kopplingarna", rättelser=count), class_="ps-part")
    return tag("section", heading, tag("ul", *listed, class_="ps-links"), class_="ps-outside")


def form(event: Event, found: Trace, state: PageState) -> Markup:
    """Return the form that parts an event from another of the issue, or confirms that they belong together."""
    others = _others(event, found)
    if not others:
        return EMPTY
    options = [tag("option", name, value=other) for other, name in others.items()]
    choice = tag("label", tag("span", t("Paragrafen")), tag("select", *options, name="annan"))
    verdicts = tag(
        "fieldset",
        tag("legend", t("Vad gäller?")),
        _radio(Verdict.SPLIT, t("De är inte samma ärende (skilj)"), checked=True),
        _radio(Verdict.CONFIRM, t("De är samma ärende (bekräfta)")),
    )
    named = start_of(event)
    heading = tag("h3", t("Rätta: hör {paragraf} hit?", paragraf=named), class_="ps-part", id=PLACE)
    lead = tag("p", t("Rättelsen sparas med namn och datum i bibliotekets samband.csv, gäller genast och kan ångras."))
    one = tag("input", type="hidden", name="en", value=event.paragraph_id)
    after = write(state.having(ratta=None))
    close = tag("a", t("Stäng"), href=after, data_state=True, data_then="ps-lage")
    body = (one, choice, verdicts, *_who(), _send(t("Spara rättelsen")), close, _status())
    return tag(
        "section", heading, lead, tag("form", *body, data_post="/gor/samband", data_after=after, class_="ps-correct")
    )


def joining(similar: Similar) -> Markup:
    """Return the form that says that a matter on the same subject is this very issue."""
    link = similar.link
    if link.to_id is None:
        return EMPTY
    hidden = (
        tag("input", type="hidden", name="en", value=link.from_id),
        tag("input", type="hidden", name="annan", value=link.to_id),
        tag("input", type="hidden", name="vad", value=Verdict.CONFIRM),
    )
    fields = tag("form", *hidden, *_who(), _send(t("Spara")), _status(), data_post="/gor/samband", class_="ps-correct")
    summary = tag("summary", t("Det är samma ärende"), aria_label=f"{t('Det är samma ärende')}: {link.to}")
    return tag("details", summary, fields, class_="ps-details")


def _others(event: Event, found: Trace) -> dict[str, str]:
    """Return the paragraphs that an event is tied to, by id, those of the surest links first, with readable names."""
    names = {one.paragraph_id: f"{start_of(one)} – {one.title}" for one in found.events}
    links = sorted(event.links, key=lambda link: -link.confidence)
    tied = [one for link in links for one in (link.from_id, link.to_id) if one in names and one != event.paragraph_id]
    same = [one.paragraph_id for one in found.events if one.issue_id == event.issue_id and one is not event]
    return {one: names[one] for one in list(dict.fromkeys((*tied, *same)))[:MOST_OTHERS] if one is not None}


def _told(one: Correction) -> Markup:
    verdict = {Verdict.CONFIRM: t("bekräftade"), Verdict.SPLIT: t("skilde")}.get(one.verdict, str(one.verdict))
    pair = words.listed([one.one.paragraph, one.other.paragraph])
    why = f": ”{one.why}”" if one.why else ""
    return join([tag("b", one.who), f" {verdict} {pair}, {words.date(one.when[:10])}{why}"])


def _undo(one: Correction) -> Markup:
    names: Mapping[str, str] = {
        "en": one.one.paragraph,
        "en_fil": one.one.file,
        "annan": one.other.paragraph,
        "annan_fil": one.other.file,
    }
    hidden = [tag("input", type="hidden", name=name, value=value) for name, value in names.items()]
    who = tag("label", tag("span", t("Ditt namn")), tag("input", name="vem", required=True, autocomplete="name"))
    summary = tag("summary", t("Ångra"), aria_label=f"{t('Ångra')}: {one.one.paragraph}")
    fields = tag("form", *hidden, signed(who), _send(t("Ångra rättelsen")), _status(), data_post="/gor/samband-angra")
    return tag("details", summary, fields, class_="ps-details")


def _who() -> tuple[Markup, Markup]:
    who = tag("input", name="vem", required=True, autocomplete="name", maxlength=120)
    why = tag("input", name="varfor", maxlength=500)
    return signed(tag("label", tag("span", t("Ditt namn")), who)), tag("label", tag("span", t("Varför")), why)


def _radio(verdict: Verdict, label: str, *, checked: bool = False) -> Markup:
    return tag("label", tag("input", type="radio", name="vad", value=verdict, checked=checked), tag("span", label))


def _send(label: str) -> Markup:
    return tag("button", label, type="submit", class_="ps-button")


def _status() -> Markup:
    return tag("p", role="status", class_="ps-told-back")
