"""Arguments, echoes and themes as text and as rows. Pure functions from values to lines."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from index.arguments import Argued, Argument, ArgumentKind, Echo, Theme
from nlp.acts import Person
from ui import words

COLUMNS = (
    "kind",
    "by",
    "parties",
    "quote",
    "page",
    "citation",
    "board",
    "date",
    "number",
    "title",
    "case_numbers",
    "signs",
    "defends",
    "defends_because",
    "against",
    "file",
)
ECHO_COLUMNS = ("nearness", "likeness", "shared", *COLUMNS)
THEME_COLUMNS = ("theme", "year", "party", "year_words", "quote", "page", "citation", "by", "kind", "title", "file")
KINDS = {
    ArgumentKind.RESERVATION: "reservation",
    ArgumentKind.NOTE: "protokollsanteckning",
    ArgumentKind.STATEMENT: "särskilt yttrande",
    ArgumentKind.MOTION: "yrkande",
}
SIGNS = {
    "demand": "krav",
    "value": "värdering",
    "cause": "orsak",
    "consequence": "följd",
    "lack": "brist",
    "contrast": "motsättning",
    "rule": "allmän regel",
    "question": "fråga",
}
_BASES = {"printed": "anges i reservationen", "movers": "samma personer yrkade det", "party": "samma parti yrkade det"}
_UNNAMED = "(namn utelämnat)"
_WIDTH = 100


def person(one: Person) -> str:
    """Return "Anna Lind (C)", "(SD)", or that the name is left out."""
    return " ".join(part for part in (one.name, f"({one.party})" if one.party else "") if part) or _UNNAMED


def rows(argued: Sequence[Argued]) -> Iterator[dict[str, object]]:
    """Yield one row an argument; an act without any has one row without a quote."""
    for one in argued:
        for argument in one.arguments or (None,):
            yield row(one, argument)


def echo_rows(echoes: Sequence[Echo]) -> Iterator[dict[str, object]]:
    """Yield one row an echo."""
    for echo in echoes:
        yield {
            "nearness": echo.nearness,
            "likeness": echo.likeness,
            "shared": list(echo.shared),
            **row(echo.argued, echo.argument),
        }


def theme_rows(themes: Sequence[Theme]) -> Iterator[dict[str, object]]:
    """Yield one row a quote of a theme, by year and party."""
    for theme in themes:
        for year in theme.years:
            for cell in year.cells:
                for argued, argument in cell.arguments:
                    yield {
                        "theme": label(theme),
                        "year": cell.year,
                        "party": cell.party,
                        "year_words": list(year.words),
                        **row(argued, argument),
                    }


def label(theme: Theme) -> str:
    """Return the label of a theme: its own words."""
    return " · ".join(theme.words)


def text(argued: Sequence[Argued]) -> str:
    """Return acts with their arguments as lines, and a count at the end."""
    if not argued:
        return "Inga reservationer, anteckningar eller yttranden passar in på det."
    claims = sum(len(one.arguments) for one in argued)
    end = f"{words.count(len(argued), 'inlaga', 'inlagor')} med {words.count(claims, 'argument', 'argument')}."
    return "\n\n".join([*(_entry(one) for one in argued), end])


def echo_text(echoes: Sequence[Echo]) -> str:
    """Return what says the like of a text as lines."""
    if not echoes:
        return "Inget liknande argument hittades."
    return "\n\n".join(_echo(one) for one in echoes)


def theme_text(themes: Sequence[Theme]) -> str:
    """Return themes as lines: label, then year by year the parties with one quote each."""
    if not themes:
        return "Inga argument återkommer i det urvalet."
    return "\n\n".join(_theme(one) for one in themes)


def row(one: Argued, argument: Argument | None) -> dict[str, object]:
    """Return one argument of an act, or the act itself where it argues nothing."""
    place = argument.place if argument else one.place
    return {
        "kind": one.kind.value,
        "by": [person(each) for each in one.by],
        "parties": list(one.parties),
        "quote": argument.quote if argument else None,
        "page": argument.page if argument else one.page,
        "citation": one.citation,
        "board": one.board,
        "date": one.date,
        "number": one.number,
        "title": one.title,
        "case_numbers": list(one.case_numbers),
        "signs": [sign.value for sign in argument.signs] if argument else [],
        "defends": [each.text for each in one.defends],
        "defends_because": [each.basis.value for each in one.defends],
        "against": list(one.against),
        "file": one.file,
        "paragraph_id": one.paragraph_id,
        "document_id": one.document_id,
        "quote_range": [place.start, place.end],
    }


def _entry(one: Argued) -> str:
    lines = [
        f"{KINDS[one.kind].upper()}  {', '.join(person(each) for each in one.by)}",
        f"    {one.citation}: {one.title}",
    ]
    for each in one.arguments:
        told = ", ".join(SIGNS[sign] for sign in each.signs)
        lines += _wrapped(f"• {each.quote} [{told}; s. {each.page}]")
    if not one.arguments:
        lines += ["    Inget argument utskrivet i protokollet."]
    for motion in one.defends:
        lines += _wrapped(f"För: {motion.text} ({_BASES[motion.basis]})")
    for decision in one.against[:1]:
        lines += _wrapped(f"Mot: {decision}")
    return "\n".join(lines)


def _echo(one: Echo) -> str:
    by = ", ".join(person(each) for each in one.argued.by)
    common = f", gemensamt: {', '.join(one.shared)}" if one.shared else ""
    line = ", samma argumentationslinje" if one.lines else ""
    head = f"{KINDS[one.argued.kind].upper()}  {by}  (närhet {words.decimal(one.nearness, 2)}{common}{line})"
    return "\n".join([head, *_wrapped(f"”{one.argument.quote}”"), f"    {one.argued.citation}: {one.argued.title}"])


def _theme(theme: Theme) -> str:
    texts = words.count(len(theme.argued), "inlaga", "inlagor")
    lines = [f"{label(theme).upper()}  ({texts}; {', '.join(theme.parties)})"]
    for year in theme.years:
        lines.append(f"  {year.year or 'utan år'}: {', '.join(year.words)}")
        for cell in year.cells:
            argued, argument = cell.arguments[0]
            more = f" (+{len(cell.arguments) - 1})" if len(cell.arguments) > 1 else ""
            lines += _wrapped(f"{cell.party or '?'}: ”{argument.quote}” {argued.citation}{more}")
    return "\n".join(lines)


def _wrapped(line: str) -> list[str]:
    return textwrap.wrap(line, _WIDTH, initial_indent="    ", subsequent_indent="      ")
