"""The settings file of a library: what people know and the documents do not say.

Owns the reading of ``installningar.toml`` in the library's folder:

    # Kortnamn för nämnder, när de inte står i protokollen.
    [kortnamn]
    HSN = "Hälso- och sjukvårdsnämnden"

    # Läs inte text ur inskannade sidor.
    [inlasning]
    texttolkning = false

Unknown sections are left alone, so that a newer version's file can be read by an older one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from index.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file says; ``abbreviations`` maps short names to names of boards, ``ocr`` lets images be read."""

    abbreviations: Mapping[str, str] = field(default_factory=dict)
    ocr: bool = True


def read_settings(path: Path) -> Settings:
    """Return the settings in ``path``, the defaults where there is no file; SettingsError when it is no such file."""
    if not path.exists():
        return Settings()
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: filen kan inte förstås ({error}). Rätta raden eller ta bort filen.") from error
    names = content.get("kortnamn", {})
    if not isinstance(names, dict) or not all(isinstance(name, str) for name in names.values()):
        raise SettingsError(
            f'{path}: under [kortnamn] ska varje rad se ut så här: HSN = "Hälso- och sjukvårdsnämnden".'
        )
    reading = content.get("inlasning", {})
    ocr = reading.get("texttolkning", True) if isinstance(reading, dict) else None
    if not isinstance(ocr, bool):
        raise SettingsError(f"{path}: under [inlasning] ska raden se ut så här: texttolkning = false.")
    return Settings(names, ocr)
