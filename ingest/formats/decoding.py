"""Bytes of a text file as characters: UTF-8 with or without a mark, UTF-16 with one, else Windows-1252."""

from __future__ import annotations

import codecs

from ingest.errors import UnreadableFileError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decoded(name: str, content: bytes) -> str:
    """Return the text of ``content``, line ends made alike. Raises UnreadableFileError for what is no text."""
    encoding = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), "utf-8")
    if encoding != "utf-16" and b"\0" in content:
        raise UnreadableFileError(f"{name}: filen är ingen textfil. Spara den som text (UTF-8) och läs in den igen.")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")
