"""The look of the page: system fonts, a calm palette in light and dark, contrast of at least 4.5:1.

The colours stand once, in `COLOURS`; the theme hands them to Gradio's own parts and `style_variables` to our style
sheet. `tests/ui/page/test_theme.py` measures the contrast of every pair in `PAIRS`. Fonts are the computer's own: one
from elsewhere would be a request that leaves the house.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "sans-serif")
MONO_FONTS = ("ui-monospace", "SFMono-Regular", "Consolas", "Liberation Mono", "monospace")

# Each colour in light, then in dark.
COLOURS: Mapping[str, tuple[str, str]] = {
    "page": ("#f6f5f1", "#14181c"),
    "surface": ("#ffffff", "#1d2328"),
    "sunken": ("#eeece5", "#0f1316"),
    "ink": ("#1b2226", "#e8ebe9"),
    "soft": ("#535c61", "#aab4b8"),
    "line": ("#d9d6cc", "#343d44"),
    "edge": ("#7d868b", "#77838a"),
    "primary": ("#0d5560", "#7fcad4"),
    "primary_strong": ("#083e47", "#a5dfe6"),
    "on_primary": ("#ffffff", "#06262b"),
    "tint": ("#e1eff0", "#18343a"),
    "mark": ("#ffe27a", "#665000"),
    "on_mark": ("#1b2226", "#fff6d6"),
    "for": ("#256b47", "#81d5a7"),
    "against": ("#b51322", "#f28f7e"),
    "wait": ("#624a0a", "#f0bd62"),
    "task": ("#3d4fa3", "#adb9ff"),
    "done": ("#2b6480", "#a3dff7"),
    "dissent": ("#7d1554", "#f59ec9"),
    # The parts of a bar: dark and light by turns, so that neighbours differ in every kind of sight and in print.
    "plot_0": ("#0d5560", "#7fcad4"),
    "plot_1": ("#f0b64a", "#b87a1c"),
    "plot_2": ("#4b5fb8", "#a9b6ff"),
    "plot_3": ("#9fd3c0", "#3f8a72"),
    "plot_4": ("#a3291f", "#ff9d8a"),
    "plot_5": ("#d9d2be", "#6d6a5c"),
    "plot_6": ("#6e1a52", "#f0a3d0"),
    "plot_7": ("#8fc3ee", "#3f77a8"),
    "plot_8": ("#5b4a1d", "#e6d28f"),
    "plot_9": ("#ffffff", "#20272d"),
}

# Text and ground that occur together on the page.
PAIRS: tuple[tuple[str, str], ...] = (
    *(
        (ink, ground)
        for ink in ("ink", "soft", "primary", "primary_strong")
        for ground in ("page", "surface", "sunken")
    ),
    *((tone, "surface") for tone in ("for", "against", "wait", "task", "done", "dissent")),
    *((tone, "page") for tone in ("for", "against", "wait", "task", "done", "dissent")),
    ("on_primary", "primary"),
    ("on_primary", "primary_strong"),
    ("on_mark", "mark"),
    ("primary", "tint"),
    ("ink", "tint"),
)


def style_variables() -> str:
    """Return the palette as CSS variables (``--ps-ink``) for light, and under Gradio's class for dark."""
    light = "".join(f"--ps-{name.replace('_', '-')}:{value[0]};" for name, value in COLOURS.items())
    dark = "".join(f"--ps-{name.replace('_', '-')}:{value[1]};" for name, value in COLOURS.items())
    fonts = ",".join(f"'{font}'" if " " in font else font for font in FONTS)
    # Paper is light, whatever the screen is.
    return (
        f":root{{color-scheme:light;--ps-font:{fonts};{light}}}\n.dark,:root:has(.dark){{color-scheme:dark;{dark}}}\n"
        f"@media print{{:root,.dark,:root:has(.dark){{color-scheme:light;{light}}}}}\n"
    )


def make_theme() -> Any:
    """Return the theme for Gradio's own parts."""
    from gradio.themes import Base  # noqa: PLC0415 - seconds that only the page needs

    theme = Base(font=list(FONTS), font_mono=list(MONO_FONTS), text_size="lg", radius_size="md")
    return theme.set(**dict(_both(_PARTS)), **_PLAIN)


# Gradio's name of a part: our colour
_PARTS: Mapping[str, str] = {
    "body_background_fill": "page",
    "body_text_color": "ink",
    "body_text_color_subdued": "soft",
    "background_fill_primary": "surface",
    "background_fill_secondary": "sunken",
    "border_color_primary": "line",
    "border_color_accent": "primary",
    "color_accent_soft": "tint",
    "link_text_color": "primary",
    "link_text_color_hover": "primary_strong",
    "link_text_color_active": "primary_strong",
    "link_text_color_visited": "primary",
    "block_background_fill": "page",
    "block_border_color": "page",
    "block_label_text_color": "ink",
    "block_title_text_color": "ink",
    "block_info_text_color": "soft",
    "input_background_fill": "surface",
    "input_border_color": "edge",
    "input_border_color_focus": "primary",
    "input_placeholder_color": "soft",
    "button_primary_background_fill": "primary",
    "button_primary_background_fill_hover": "primary_strong",
    "button_primary_text_color": "on_primary",
    "button_primary_border_color": "primary",
    "button_secondary_background_fill": "surface",
    "button_secondary_background_fill_hover": "tint",
    "button_secondary_text_color": "primary",
    "button_secondary_border_color": "edge",
    "checkbox_background_color": "surface",
    "checkbox_background_color_selected": "primary",
    "checkbox_border_color": "edge",
    "checkbox_border_color_selected": "primary",
    "checkbox_label_background_fill": "surface",
    "checkbox_label_background_fill_hover": "tint",
    "checkbox_label_background_fill_selected": "tint",
    "checkbox_label_border_color": "line",
    "checkbox_label_text_color": "ink",
    "checkbox_label_text_color_selected": "ink",
    "accordion_text_color": "ink",
    "loader_color": "primary",
}
_PLAIN = {
    "block_shadow": "none",
    "block_shadow_dark": "none",
    "color_accent": "var(--ps-primary)",
    "block_border_width": "0px",
    "block_border_width_dark": "0px",
    "input_border_width": "1px",
    "input_border_width_dark": "1px",
    "input_shadow": "none",
    "input_shadow_dark": "none",
    "input_shadow_focus": "0 0 0 3px var(--ps-tint)",
    "button_large_padding": "9px 22px",
    "block_padding": "4px 0",
    "button_large_text_size": "17px",
}


def _both(parts: Mapping[str, str]) -> list[tuple[str, str]]:
    known = {name: colour for name, colour in parts.items() if name not in _PLAIN}
    light = [(name, COLOURS[colour][0]) for name, colour in known.items()]
    return light + [(f"{name}_dark", COLOURS[colour][1]) for name, colour in known.items()]
