"""How to search, for those who want more than words: the query language by example. Pure."""

from __future__ import annotations

from index.results import Coverage
from ui.page.html import Markup, tag
from ui.page.state import PageState, Tab, write
from ui.speech import t


def guide(state: PageState, coverage: Coverage, *, unfolded: bool = False) -> Markup:
    """Return the query language in one table; examples that this library can answer may be tried."""
    board = next((name for name in coverage.boards if name), "")
    day = coverage.date_last or ""
    rows = [
        (t("Ord med mening och böjning; sammansatta ord hittas också"), _example("svårt att rekrytera", state)),
        (t("Ord som måste stå precis så"), _example('"enligt förslaget"', state)),
        (t("Utan ett ord"), _example("ekonomi -budget", state)),
        (t("Ett organ, med namn eller förkortning"), _example(f'ekonomi nämnd:"{board}"', state)),
        (t("Den som agerar: parti eller person"), _form('parti:S person:"Förnamn Efternamn"')),
        (t("Slag: beslut, yrkande, reservation, uppdrag, votering, jäv …"), _example("ekonomi typ:yrkande", state)),
        (t("Utfall: bifall, avslag, återremiss, bordläggning …"), _example("ekonomi utfall:avslag", state)),
        (t("Vem ett uppdrag gavs till"), _form("mottagare:regiondirektören")),
        (
            t("Tid: år, spann eller öppet åt ett håll; från: och till: tar även månad och dag"),
            _example(f"ekonomi år:{day[:4]}-", state),
        ),
        (t("Rakt till ett ärende, ett sammanträde eller en paragraf"), _example(f"{board} {day}", state)),
    ]
    body = (tag("tr", tag("td", example), tag("td", told)) for told, example in rows)
    note = t("Flera filter gäller tillsammans. Av flera värden räcker ett: parti:S,V.")
    summary = tag("summary", t("Så här kan du söka"))
    table = tag("table", tag("tbody", *body), class_="ps-guide-table")
    return tag("details", summary, table, tag("p", note), class_="ps-guide", open=unfolded)


def _example(text: str, state: PageState) -> Markup:
    return tag("a", text, href=write(state.at(Tab.SEARCH, q=text)), data_state=True, lang="sv")


def _form(text: str) -> Markup:
    """Return how something is written that not every library knows."""
    return tag("span", text, lang="sv")
