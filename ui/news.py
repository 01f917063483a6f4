"""What saved searches have found, as rows and as text. Pure."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace

from index.news.alerts import Alert
from ui import words

WIDTH = 100
COLUMNS = (
    "search",
    "query",
    "found",
    "board",
    "date",
    "number",
    "title",
    "kind",
    "quote",
    "page",
    "file",
    "citation",
    "told",
)


def untold(alerts: Iterable[Alert]) -> tuple[Alert, ...]:
    """Return the alerts with only what nobody was told yet."""
    return tuple(replace(one, news=tuple(each for each in one.news if not each.told)) for one in alerts)


def rows(alerts: Iterable[Alert]) -> Iterator[dict[str, object]]:
    """Yield one row a finding."""
    for alert in alerts:
        for one in alert.news:
            yield {"search": alert.search.name, "query": alert.search.text, **asdict(one)}


def text(alerts: Iterable[Alert]) -> str:
    """Return the findings search by search; one without says so."""
    return "\n\n".join(map(_alert, alerts)) or "Ingen sökning är sparad."


def _alert(alert: Alert) -> str:
    head = f"{alert.search.name} ({alert.search.text})"
    if not alert.news:
        return f"{head}: {'kunde inte frågas' if alert.error else 'inget nytt'}."
    lines = [f"{head}: {words.count(len(alert.news), 'ny paragraf', 'nya paragrafer')}"]
    for one in alert.news:
        lines += [f"  {one.citation}: {one.title}", *_indented(f"{words.unit_kind(one.kind)}: ”{one.quote}”")]
        lines += _indented(f"{one.file}, sida {one.page}")
    return "\n".join(lines)


def _indented(line: str) -> list[str]:
    return textwrap.wrap(line, WIDTH, initial_indent="      ", subsequent_indent="      ")
