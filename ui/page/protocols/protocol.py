"""One protocol as HTML: its meeting, what is missing of it, its paragraphs in order, and who was there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from index.library import FieldCorrection, StoredDocument, StoredParagraph
from index.masking import Masker
from index.results import Finding
from ingest.records import Attendee, OcrReason, Role
from ui import words
from ui.page import parts
from ui.page.html import EMPTY, Markup, join, tag
from ui.page.protocols import corrections, labels
from ui.page.state import PageState, Place, write
from ui.page.viewer.panel import file_address
from ui.speech import t


@dataclass(frozen=True, slots=True)
class Protocol:
    """A document with its paragraphs; ``checked`` is what comparing it with the file found, None where not asked."""

    document: StoredDocument
    paragraphs: tuple[StoredParagraph, ...]
    corrections: tuple[FieldCorrection, ...]
    checked: tuple[Finding, ...] | None
    outdated: bool
    may_write: bool


def protocol(shown: Protocol, state: PageState, masker: Masker) -> Markup:
    """Return one protocol; names of private persons in its list of headings are masked."""
    body = [
        _trail(state),
        tag("div", tag("h2", _name(shown)), _facts(shown.document), _actions(shown, state)),
        _findings(shown, state),
        _paragraphs(shown, state, masker),
        _present(shown.document),
        corrections.listed(shown.corrections),
    ]
    return join(body)


def _trail(state: PageState) -> Markup:
    back = write(state.having(protokoll=None, visa=None, ratta=None, hitta=None, prova=None))
    return tag(
        "nav", tag("a", t("Alla protokoll"), href=back, data_state=True), class_="ps-crumbs", aria_label=t("Här")
    )


def _name(shown: Protocol) -> Markup | str:
    record = shown.document.record
    meeting = record.meeting
    if meeting.board and meeting.date:
        return join([tag("span", meeting.board, lang="sv"), f" {words.date(meeting.date)}"])
    return tag("span", record.title or record.file, lang="sv")


def _facts(document: StoredDocument) -> Markup:
    record, meeting = document.record, document.record.meeting
    told: list[tuple[str, str]] = [
        (t("Slag"), labels.document_kind(record.kind)),
        (t("Organisation"), meeting.organisation or ""),
        (t("Plats"), meeting.place or ""),
        (t("Tid"), meeting.time if meeting.time and meeting.time not in (meeting.place or "") else ""),
        (t("Justerare"), ", ".join(meeting.adjusters)),
        (t("Anslag uppsatt"), words.date(meeting.notice_posted) if meeting.notice_posted else ""),
        (t("Anslag nedtaget"), words.date(meeting.notice_taken_down) if meeting.notice_taken_down else ""),
        (t("Fil"), f"{record.file}, {words.count(record.pages, t('sida'), t('sidor'))}"),
    ]
    pairs = [join([tag("dt", label), tag("dd", value, lang="sv")]) for label, value in told if value]
    return tag("dl", *pairs, class_="ps-facts")


def _actions(shown: Protocol, state: PageState) -> Markup:
    one = shown.document.id
    page = parts.opener(t("Visa första sidan"), Place(one, 1), state, class_="ps-button")
    label = t("Öppna PDF") if shown.document.suffix == ".pdf" else t("Hämta filen")
    file = tag("a", label, href=file_address(one, 1), target="_blank", class_="ps-button")
    prove = write(state.having(prova="ja"))
    check = tag("a", t("Pröva mot filen"), href=prove, data_state=True, data_then="ps-brister-i", class_="ps-button")
    return tag("div", page, file, check, class_="ps-actions")


def _findings(shown: Protocol, state: PageState) -> Markup:
    """Return what may be missing of the protocol, each with its cure."""
    record = shown.document.record
    told: list[Markup] = []
    if record.missing_numbers:
        which = labels.several(record.missing_numbers)
        told.append(tag("li", t("{paragrafer} hittades inte i filen. Bläddra på sidorna intill.", paragrafer=which)))
    told += [_page_told(problem.page, problem.what, shown, state) for problem in record.problems]
    if record.ocr_pages:
        told.append(tag("li", _ocr(shown)))
    if shown.outdated:
        old = t("Filen lästes av en tidigare version av programmet. Läs in den på nytt för att få med det som är nytt.")
        told.append(tag("li", old))
    whole = (
        tag("ul", *told, class_="ps-bullets") if told else tag("p", t("Inget saknas, och alla sidor gick att läsa."))
    )
    heading = tag("h3", t("Brister i läsningen"), class_="ps-part")
    return tag("section", heading, whole, _checked(shown.checked), id="ps-brister-i")


def _page_told(page: int, what: str, shown: Protocol, state: PageState) -> Markup:
    link = parts.opener(t("Sidan {sida}", sida=page), Place(shown.document.id, page), state)
    return tag("li", link, ": ", tag("span", what, lang="sv"))


def _ocr(shown: Protocol) -> str:
    pages = shown.document.record.ocr_pages
    least = min(page.confidence for page in pages)
    scanned = all(page.reason is OcrReason.SCANNED for page in pages)
    why = t("inskannade") if scanned else t("inskannade eller med skadad text")
    return t(
        "{sidor} är {skal} och lästa ur bild, som lägst med {andel} % säkerhet: {vilka}.",
        sidor=words.count(len(pages), "sida", "sidor"),
        skal=why,
        andel=round(100 * least),
        vilka=", ".join(str(page.page) for page in pages),
    )


def _checked(found: Sequence[Finding] | None) -> Markup:
    """Return what comparing every word and quote with the file has found."""
    if found is None:
        return EMPTY
    if not found:
        good = t(
            "Prövat nu: filen är den som lästes, varje citat stämmer med sin plats och varje ord står på sin sida."
        )
        return tag("p", good, class_="ps-good")
    rows = [tag("li", tag("b", one.what), f" ({one.where}). ", one.cure, lang="sv") for one in found]
    return join([tag("p", t("Prövat nu. Det här stämmer inte:")), tag("ul", *rows, class_="ps-bullets")])


def _paragraphs(shown: Protocol, state: PageState, masker: Masker) -> Markup:
    heading = tag("h3", t("Paragrafer ({antal})", antal=len(shown.paragraphs)), class_="ps-part")
    if not shown.paragraphs:
        return join([heading, tag("p", t("Ingen paragraf hittades i filen."))])
    rows = [_paragraph(one, state, masker) for one in shown.paragraphs]
    return tag("section", heading, tag("ol", *rows, class_="ps-contents"))


def _paragraph(one: StoredParagraph, state: PageState, masker: Masker) -> Markup:
    head = one.head
    address = write(state.having(visa=head.id, protokoll=None, hitta=None, prova=None))
    number = labels.numbers(head.number, head.number)
    title = tag("a", masker.text(head.title) or t("Utan rubrik"), href=address, data_state=True, lang="sv")
    outcomes = dict.fromkeys(str(decision.outcome) for decision in one.paragraph.acts.decisions)
    chips = [tag("span", words.outcome(each), class_=f"ps-chip ps-tone-{parts.tone(each)}") for each in outcomes]
    cases = ", ".join(head.case_numbers)
    page = t("s. {sida}", sida=head.page_first)
    line = [tag("span", f"Dnr\N{NO-BREAK SPACE}{cases}") if cases else None, tag("span", page), *chips]
    return tag("li", tag("span", number, class_="ps-no"), tag("div", title, tag("p", *line, class_="ps-line")))


def _present(document: StoredDocument) -> Markup:
    """Return the attendance list as it was read, by capacity."""
    listed = document.record.meeting.attendance
    if not listed:
        return EMPTY
    order = list(Role)
    people = sorted(listed, key=lambda one: order.index(one.role))
    groups = [_group(role, list(group)) for role, group in groupby(people, key=lambda one: one.role)]
    summary = tag("summary", t("Närvarande ({antal})", antal=len(listed)))
    return tag("details", summary, *groups, class_="ps-fold")


def _group(role: Role, people: Sequence[Attendee]) -> Markup:
    names = [tag("li", _attendee(one)) for one in people]
    heading = tag("h4", f"{labels.role(role)} ({len(people)})")
    return tag("section", heading, tag("ul", *names, class_="ps-people", lang="sv"))


def _attendee(one: Attendee) -> str:
    named = f"{one.name} ({one.party})" if one.party else one.name
    return f"{named}, {one.note}" if one.note else named
