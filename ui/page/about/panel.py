"""The view Om as HTML. Pure: facts of the library and the parts installed → Markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.results import Coverage
from ui import words
from ui.page.about import said
from ui.page.about.figures import FIGURES, SOURCE, Figure
from ui.page.about.licences import Part
from ui.page.about.terms import TERMS
from ui.page.html import EMPTY, Markup, join, tag
from ui.speech import t


@dataclass(frozen=True, slots=True)
class Facts:
    """What the view tells of this library and this program."""

    coverage: Coverage
    model: str
    version: str
    parts: tuple[Part, ...]
    may_write: bool


def about(facts: Facts) -> Markup:
    """Return the view."""
    sections = (
        ("gor", "Vad programmet gör", (_list(said.DOES), _h4("Vad det inte gör"), _list(said.DOES_NOT))),
        ("sakert", "Hur säkert är det?", (*_texts(said.SURE), _figures(FIGURES))),
        ("bibliotek", "Det här biblioteket", (_library(facts),)),
        ("ord", "Ord i protokollen", (_terms(),)),
        ("personuppgifter", "Personuppgifter", _texts(said.PRIVACY)),
        ("tangenter", "Tangentbordet", (_keys(),)),
        ("tillganglighet", "Tillgänglighetsredogörelse", tuple(_accessible())),
        ("program", "Version, för program och licenser", tuple(_program(facts))),
    )
    links = (tag("li", tag("a", t(name), href=f"#ps-om-{key}", data_jump=True)) for key, name, _ in sections)
    contents = tag("nav", tag("ul", *links), class_="ps-about-contents", aria_label=t("På den här sidan"))
    lead = tag("p", t("Söker i protokoll efter mening och följer ärenden genom organen, helt på den egna datorn."))
    parts = (_section(key, name, body) for key, name, body in sections)
    return join([tag("h2", t("Om Protokollspår")), lead, contents, *parts])


def _section(key: str, name: str, body: Sequence[Markup]) -> Markup:
    heading = tag("h3", t(name), id=f"ps-om-{key}", tabindex=-1)
    return tag("section", heading, *body, class_="ps-about", aria_labelledby=f"ps-om-{key}")


def _h4(name: str) -> Markup:
    return tag("h4", t(name))


def _list(sentences: Iterable[str]) -> Markup:
    return tag("ul", *(tag("li", t(one)) for one in sentences))


def _texts(sentences: Iterable[str]) -> tuple[Markup, ...]:
    return tuple(tag("p", t(one)) for one in sentences)


def _figures(figures: Sequence[Figure]) -> Markup:
    items = (
        tag(
            "li",
            f"{t(one.said, tal=words.decimal(100 * one.value, 0))} ",
            tag("span", f"({t(one.on)}, {words.date(one.day)}).", class_="ps-lead"),
        )
        for one in figures
    )
    source = t("Uppmätt så som det står i filen {fil}; på andra protokoll kan det bli bättre eller sämre.", fil=SOURCE)
    return join([_h4("Uppmätt"), tag("ul", *items), tag("p", source, class_="ps-lead")])


def _library(facts: Facts) -> Markup:
    covered = facts.coverage
    days = (covered.date_first, covered.date_last)
    span = f"{words.date(days[0])} – {words.date(days[1])}" if all(days) else t("inga daterade protokoll")
    boards = tag("span", words.listed([name for name in covered.boards if name]) or "–", lang="sv")
    rows: tuple[tuple[str, str], ...] = (
        (t("Antal dokument"), words.number(covered.documents)),
        (t("Paragrafer"), words.number(covered.paragraphs)),
        (t("Tid"), span),
        (t("Organ"), boards),
        (t("Saknade §-nummer"), words.number(covered.missing_numbers)),
        (t("Sidor utan läsbar text"), words.number(covered.unreadable_pages)),
        (t("Besökare får rätta och spara"), t("ja") if facts.may_write else t("nej")),
    )
    return tag(
        "dl",
        *(tag(name, value) for row in rows for name, value in zip(("dt", "dd"), row, strict=True)),
        class_="ps-facts",
    )


def _terms() -> Markup:
    rows = (join([tag("dt", word, lang="sv"), tag("dd", t(meaning))]) for word, meaning in TERMS)
    return tag("dl", *rows, class_="ps-terms")


def _keys() -> Markup:
    rows = (join([tag("dt", t(key)), tag("dd", t(does))]) for key, does in said.KEYS)
    return tag("dl", *rows, class_="ps-terms ps-keys")


def _accessible() -> Iterable[Markup]:
    day = words.date(said.ASSESSED)
    yield from (tag("p", t(one, dag=day)) for one in said.STATUS)
    yield _h4("Kända brister")
    yield _list(said.SHORTCOMINGS)
    yield _h4("Rapportera brister")
    yield from _texts(said.REPORT)


def _program(facts: Facts) -> Iterable[Markup]:
    version = facts.version or t("okänd")
    yield tag("p", t("Protokollspår {version}. Licens: MIT.", version=version))
    yield tag("p", t("Språkmodell som biblioteket är läst med:"), " ", tag("code", facts.model))
    links = (("/api", t("Dokumentation för program (API)")), ("/openapi.json", "OpenAPI"), ("/healthz", t("Driftläge")))
    yield tag("ul", *(tag("li", tag("a", name, href=address)) for address, name in links))
    if not facts.parts:
        return
    lead = tag("summary", t("Delar som programmet är byggt av, med licens"))
    head = tag("thead", tag("tr", *(tag("th", t(name), scope="col") for name in ("Del", "Version", "Licens"))))
    yield tag("details", lead, _framed(tag("table", head, tag("tbody", *map(_part, facts.parts)), class_="ps-tally")))


def _framed(table: Markup) -> Markup:
    name = t("Delar som programmet är byggt av, med licens")
    return tag("div", table, class_="ps-wide", tabindex=0, role="region", aria_label=name)


def _part(part: Part) -> Markup:
    licence = part.licence or t("framgår inte")
    return tag(
        "tr", tag("th", part.name, scope="row"), tag("td", part.version), tag("td", licence) if licence else EMPTY
    )
