"""The page's Blocks: builds the views and wires what is done to what is shown. Nothing is computed here.

Two sorts of events reach the library: a view that is asked (its button, Enter, a filter), and `restore`, which turns an
address into the view that it names (on load, on back and forward, in the menu, and by every link inside the page).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import gradio as gr

from ui.api.tools import add_tools
from ui.page import frame
from ui.page.about import tab as about
from ui.page.assignments import tab as assignments
from ui.page.changing import asked_by, user_of
from ui.page.follow import tab as follow
from ui.page.intake import tab as intake
from ui.page.positions import tab as positions
from ui.page.protocols import tab as protocols
from ui.page.reservations import tab as reservations
from ui.page.search import tab as search
from ui.page.service import Service
from ui.page.state import PageState, Tab, from_pairs, read
from ui.page.statistics import tab as statistics
from ui.page.turns import OTHERS, RESTORES, SEARCHES, WAITING
from ui.page.view import Field, View, shown
from ui.speech import Language, speaking

STATIC = Path(__file__).parent / "static"
SCRIPTS = ("viewer.js", "page.js", "intake.js")
"""What runs in the browser, one after the other in one scope."""
VIEWS = (
    search.build,
    follow.build,
    assignments.build,
    reservations.build,
    positions.build,
    protocols.build,
    statistics.build,
    intake.build,
    about.build,
)
"""One function a view, in the order of the menu: builds its components inside the open Blocks."""


_LOOK = 0.01
"""Seconds."""


def build(service: Service) -> Any:
    """Return the page, a gradio.Blocks."""
    script = "".join((STATIC / name).read_text(encoding="utf-8") for name in SCRIPTS)
    with gr.Blocks(title="Protokollspår", analytics_enabled=False, fill_width=True) as blocks:
        head = frame.head(made_up=service.made_up)
        bridge = gr.HTML(head, js_on_load=script, elem_id="ps-huvud", apply_default_css=False)
        language = gr.State(str(Language.SWEDISH))
        with gr.Column(elem_id="ps-innehall"):
            views = [make(service.choices()) for make in VIEWS]
        for view in views:
            _wire(service, view, language)
        _wire_restore(service, bridge, language, views)
        add_tools(service.library)
    blocks.queue(default_concurrency_limit=OTHERS.turns, max_size=WAITING)
    _look_less_often(blocks)
    return blocks


def _look_less_often(blocks: gr.Blocks) -> None:
    """Let Gradio look for events a hundred times a second; its thousand cost a tenth of a core where nobody is.

    It has no public setting for this; on Windows it looks twenty times.
    """
    blocks._queue.sleep_when_free = _LOOK  # noqa: SLF001
    blocks._queue.progress_update_sleep_when_free = 10 * _LOOK  # noqa: SLF001


def state_of(view: View, language: str, *values: Any) -> PageState:
    """Return the state that a view's components hold; ``values`` in the order of its fields."""
    pairs = [("flik", str(view.tab)), ("sprak", language)]
    for field, value in zip(view.fields, values, strict=True):
        pairs += [(field.name, str(one)) for one in _listed(value)]
    return from_pairs(pairs)


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [] if value in (None, False) else [value]


def _wire(service: Service, view: View, language: Any) -> None:
    def run(request: gr.Request, spoken: str, *values: Any) -> str:
        with asked_by(user_of(request)):
            return shown(view.answer, service, state_of(view, spoken, *values))

    # `input` and not `change`: a filter that restore fills in must not ask once more.
    triggers = [*view.asks, *(field.part.input for field in view.fields if field.at_once)]
    if not triggers:
        return
    group = SEARCHES if view.tab is Tab.SEARCH else OTHERS
    gr.on(
        triggers,
        run,
        inputs=[language, *(field.part for field in view.fields)],
        outputs=[view.result],
        js=f"(...values) => {{ window.protokollspar.busy('{view.tab}'); return values; }}",
        show_progress="hidden",
        trigger_mode="always_last",
        api_visibility="private",
        concurrency_id=group.name,
        concurrency_limit=group.turns,
    )


def _wire_restore(service: Service, bridge: Any, language: Any, views: list[View]) -> None:
    def run(event: gr.EventData, request: gr.Request) -> list[Any]:
        state = read(str(event.search))
        # Who is quick has typed before the page has answered: an address that asks nothing clears nothing.
        clear = not (event.first and not state.values)
        with speaking(state.language), asked_by(user_of(request)):
            head = frame.head(made_up=service.made_up, tabs=_listed_tabs(service, views), state=state)
            updates: list[Any] = [str(state.language), head]
            for view in views:
                updates += _restored(service, view, state, clear=clear)
        return updates

    outputs = [language, bridge]
    for view in views:
        outputs += [view.column, view.result, *(field.part for field in view.fields)]
        outputs += [view.more] if view.more is not None else []
    # "always_last" would ask again with what the event before it carried: the browser keeps the turns itself.
    bridge.restore(
        run,
        outputs=outputs,
        show_progress="hidden",
        trigger_mode="multiple",
        api_visibility="private",
        concurrency_id=RESTORES.name,
        concurrency_limit=RESTORES.turns,
    )


def _listed_tabs(service: Service, views: list[View]) -> tuple[Tab, ...]:
    """Return what the menu offers: where no files are taken in, nobody is sent to be told so."""
    return tuple(view.tab for view in views if view.tab is not Tab.INTAKE or service.takes_files)


def _restored(service: Service, view: View, state: PageState, *, clear: bool) -> list[Any]:
    here = view.tab is state.tab
    if not here:
        count = 1 + len(view.fields) + (view.more is not None)
        return [gr.Column(visible=False), *(gr.skip() for _ in range(count))]
    choices = service.choices()
    fields = [_filled(field, state, choices, clear=clear) for field in view.fields]
    more = [] if view.more is None else [gr.Accordion(open=any(state.many(name) for name in view.more_names))]
    return [gr.Column(visible=True), shown(view.answer, service, state), *fields, *more]


def _filled(field: Field, state: PageState, choices: Any, *, clear: bool) -> Any:
    changed: dict[str, Any] = {"choices": list(field.choices(choices))} if field.choices is not None else {}
    if clear:
        changed["value"] = list(state.many(field.name)) if field.many else state.one(field.name)
    return gr.update(**changed) if changed else gr.skip()
