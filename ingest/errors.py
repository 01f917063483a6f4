"""Errors of reading. All say, in Swedish, what happened, in which file and page, and what to do.

ReadingError
├── UnreadableFileError    broken, encrypted or empty file
├── UnsupportedFileError   a format that is not read
└── OcrError               an image that Tesseract cannot read
"""

from __future__ import annotations


class ReadingError(Exception):
    """A file could not be read; the message is meant for the user."""


class UnreadableFileError(ReadingError):
    """The file is broken, encrypted or has no pages."""


class UnsupportedFileError(ReadingError):
    """The file's format is none that is read."""


class OcrError(ReadingError):
    """A page's image could not be read; the message is half a sentence."""
