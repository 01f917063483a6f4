"""The page's Blocks: builds the tabs and wires what is done to what is shown. Nothing is computed here.

Three events reach the library: a search, a followed issue, and `restore`, which turns an address into the whole page
(on load, on back and forward, and when a link inside the page is followed).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import gradio as gr

from ui.page.service import Service
from ui.page.state import PageState, Tab, from_pairs, read
from ui.page.tabs import follow as follow_tab
from ui.page.tabs import search as search_tab
from ui.page.tabs.follow import FollowTab
from ui.page.tabs.search import SearchTab
from ui.page.views.frame import head

STATIC = Path(__file__).parent / "static"
CONCURRENT = 8
"""Handlers that run at once: the library answers several readers, and one slow issue must not hold up a search."""


def build(service: Service) -> Any:
    """Return the page, a gradio.Blocks."""
    script = (STATIC / "page.js").read_text(encoding="utf-8")
    with gr.Blocks(title="Protokollspår", analytics_enabled=False, fill_width=True) as blocks:
        bridge = gr.HTML(head(made_up=service.made_up), js_on_load=script, elem_id="ps-huvud", apply_default_css=False)
        with gr.Tabs(elem_id="ps-flikar", selected=Tab.SEARCH) as tabs:
            search = search_tab.build(service.choices(), Tab.SEARCH)
            follow = follow_tab.build(Tab.FOLLOW)
        _wire_search(service, search, follow)
        _wire_follow(service, search, follow)
        _wire_restore(service, bridge, tabs, search, follow)
        for part, name in ((search.tab, Tab.SEARCH), (follow.tab, Tab.FOLLOW)):
            part.select(None, js=f"() => {{ window.protokollspar.tab('{name}'); }}", api_visibility="private")
    blocks.queue(default_concurrency_limit=CONCURRENT, max_size=256)
    return blocks


def state_of(tab: Tab, text: str, start: str, *filters: Any) -> PageState:
    """Return the state that the components hold; ``filters`` as `SearchTab.filters`."""
    boards, first, last, parties, kinds = filters
    pairs = [("flik", tab), ("q", text or ""), ("start", start or ""), ("fran", first or ""), ("till", last or "")]
    lists = (("namnd", boards), ("parti", parties), ("slag", kinds))
    return from_pairs([*pairs, *((name, value) for name, values in lists for value in values or ())])


def _wire_search(service: Service, search: SearchTab, follow: FollowTab) -> None:
    def run(text: str, start: str, *filters: Any) -> str:
        return service.answer(state_of(Tab.SEARCH, text, start, *filters))

    # `input` and not `change`: a filter that restore fills in must not search once more.
    triggers = [search.button.click, search.text.submit, *(part.input for part in search.filters)]
    gr.on(
        triggers,
        run,
        inputs=[search.text, follow.start, *search.filters],
        outputs=[search.result],
        show_progress="hidden",
        trigger_mode="always_last",
        api_visibility="private",
    )


def _wire_follow(service: Service, search: SearchTab, follow: FollowTab) -> None:
    def run(text: str, start: str, *filters: Any) -> str:
        return service.course(state_of(Tab.FOLLOW, text, start, *filters))

    gr.on(
        [follow.button.click, follow.start.submit],
        run,
        inputs=[search.text, follow.start, *search.filters],
        outputs=[follow.result],
        show_progress="hidden",
        trigger_mode="always_last",
        api_visibility="private",
    )


def _wire_restore(service: Service, bridge: Any, tabs: Any, search: SearchTab, follow: FollowTab) -> None:
    def run(event: gr.EventData) -> list[Any]:
        state = read(str(event.search))
        fields = [state.text, state.start, gr.Accordion(open=state.filtered), *_filter_values(state)]
        if event.first and state == PageState(tab=state.tab):
            # Who is quick has typed before the page has answered: an address that asks nothing clears nothing.
            fields = [gr.skip() for _ in fields]
        return [gr.Tabs(selected=state.tab), *fields, service.answer(state), service.course(state)]

    outputs = [tabs, search.text, follow.start, search.more, *search.filters, search.result, follow.result]
    bridge.restore(run, outputs=outputs, show_progress="hidden", trigger_mode="always_last", api_visibility="private")


def _filter_values(state: PageState) -> list[Any]:
    first, last = (str(year) if year else "" for year in (state.year_first, state.year_last))
    return [list(state.boards), first, last, list(state.parties), [str(kind) for kind in state.kinds]]
