"""Errors of the library. All say, in Swedish, what happened, where, and what to do.

LibraryError
├── LibraryNotFoundError     no library in the folder
├── NewerLibraryError        made by a newer version of the program
├── DamagedLibraryError      the truth itself cannot be read
├── OtherModelError          made with another embedding model
├── LibraryBusyError         another program is reading files into it
├── SettingsError            the settings file cannot be understood
├── BookError                a file that people write in the library's folder cannot be understood
├── CorrectionError          a correction of a field that cannot be made
├── AlreadyInLibraryError    the same file a second time
├── NotInLibraryError        an id, page or place that is not there
└── UnknownFilterError       a filter value that the library does not know, with the nearest it knows
"""

from __future__ import annotations


class LibraryError(Exception):
    """Something about the library; the message is meant for the user."""


class LibraryNotFoundError(LibraryError):
    """There is no library in the folder."""


class NewerLibraryError(LibraryError):
    """The library was made by a newer version of the program."""


class DamagedLibraryError(LibraryError):
    """The library's database cannot be read."""


class OtherModelError(LibraryError):
    """The library was made with another embedding model than the one asked for."""


class ModelError(LibraryError):
    """The library's embedding model cannot be found or loaded."""


class LibraryBusyError(LibraryError):
    """Another program is reading files into the library."""


class SettingsError(LibraryError):
    """The library's settings file cannot be understood."""


class BookError(LibraryError):
    """A file of rows in the library's folder cannot be read, understood or written."""


class CorrectionError(LibraryError):
    """A correction names a field or an act that is not there, or a value that cannot stand in it."""


class AlreadyInLibraryError(LibraryError):
    """A document with the same content is in the library."""


class NotInLibraryError(LibraryError):
    """What was asked for is not in the library."""


class UnknownFilterError(LibraryError):
    """A filter names something that the library does not know."""
