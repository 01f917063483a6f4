"""The settings of a library: what people know and the documents do not say.

Owns the library's own sections of ``installningar.toml`` in its folder:

    # Kortnamn för nämnder, när de inte står i protokollen.
    [kortnamn]
    HSN = "Hälso- och sjukvårdsnämnden"

    # Läs inte text ur inskannade sidor.
    [inlasning]
    texttolkning = false

The tools that people use may keep sections of their own in the same file; which those are is theirs to know, and
theirs to check. Within the library's own sections an unknown key is an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from index.settings_file import Key, Names, read_file

ABBREVIATIONS = Names("kortnamn", 'HSN = "Hälso- och sjukvårdsnämnden"')
OCR = Key("inlasning", "texttolkning", default=True)
DECLARED = (ABBREVIATIONS, OCR)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file says; ``abbreviations`` maps short names to names of boards, ``ocr`` lets images be read."""

    abbreviations: Mapping[str, str] = field(default_factory=dict)
    ocr: bool = True


def read_settings(path: Path) -> Settings:
    """Return the settings in ``path``, the defaults where there is no file; SettingsError when it is no such file."""
    content = read_file(path, DECLARED, strangers=True)
    return Settings(content.names.get(ABBREVIATIONS.section, {}), content[OCR])
