"""What the library offers of arguments: part of `index.library.Library`, which makes ``_arguments``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.arguments.values import AskedArguments
from index.model_errors import model_errors

if TYPE_CHECKING:
    from index.arguments.asking import Arguments
    from index.arguments.themes import Theme
    from index.arguments.values import Argued, Echo


class ArgumentsOfLibrary:
    """The questions about arguments that a library answers."""

    _arguments: Arguments

    def reservations(self, asked: AskedArguments | None = None) -> tuple[Argued, ...]:
        """Return reservations, notes, statements and motions that argue, cut into arguments, the earliest first.

        Raises UnknownFilterError, NotInLibraryError.
        """
        return self._arguments.asked(asked or AskedArguments())

    def argued(self, text: str, asked: AskedArguments | None = None, *, limit: int = 20) -> tuple[Echo, ...]:
        """Return the arguments that say the like of ``text`` among what is asked for, the likest first.

        () when nothing like it was said. Raises UnknownFilterError, NotInLibraryError, ModelError.
        """
        with model_errors():
            return self._arguments.echoes(text, asked or AskedArguments(), limit)

    def themes(self, asked: AskedArguments | None = None) -> tuple[Theme, ...]:
        """Return the recurring arguments among what is asked for, the commonest first.

        Raises UnknownFilterError, NotInLibraryError.
        """
        return self._arguments.themes(asked or AskedArguments())
