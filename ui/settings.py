"""The settings of the page: who reaches it, who may read files in, and in which language it begins.

Owns the sections ``[sidan]`` and ``[uppladdning]`` of the library's ``installningar.toml``, and the check of the whole
file, so that a misspelt section is found by whichever command is used. `docs/installningar.md` tells every key.
Flags of a command stand above the file.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path

from index import settings as of_library
from index.folder import Folder
from index.settings_file import Key, read_file
from ui.speech import Language

HOST, PORT, LAST_PORT = "127.0.0.1", 7860, 65_535
LANGUAGES = tuple(str(one) for one in Language)
_MOST_MB, _MOST_FILES = 2_000, 1_000


def _port(value: int) -> str:
    return "" if 0 <= value <= LAST_PORT else f"skriv ett heltal från 0 till {LAST_PORT}."


def _addresses(values: tuple[str, ...]) -> str:
    for value in values:
        try:
            ipaddress.ip_address(value)
        except ValueError:
            return f'"{value}" är ingen nätadress. Skriv till exempel "127.0.0.1".'
    return ""


def _root(value: str) -> str:
    good = not value or (value.startswith("/") and not value.endswith("/") and "//" not in value)
    return "" if good else 'skriv med snedstreck först och inget sist, till exempel "/protokoll".'


def _language(value: str) -> str:
    return "" if value in LANGUAGES else f"välj något av {', '.join(LANGUAGES)}."


def _absolute(values: tuple[str, ...]) -> str:
    bad = [value for value in values if not Path(value).expanduser().is_absolute()]
    return f'"{bad[0]}" är ingen hel sökväg. Skriv till exempel "/srv/protokoll".' if bad else ""


def _megabytes(value: int) -> str:
    return "" if 1 <= value <= _MOST_MB else f"skriv ett heltal från 1 till {_MOST_MB}."


def _files(value: int) -> str:
    return "" if 1 <= value <= _MOST_FILES else f"skriv ett heltal från 1 till {_MOST_FILES}."


ADDRESS = Key("sidan", "adress", HOST)
PORT_KEY = Key("sidan", "port", PORT, _port)
PUBLIC = Key("sidan", "offentlig", default=False)
AUTH = Key("sidan", "inloggning", default=False)
USERS = Key("sidan", "anvandarfil", "anvandare.txt")
NAMES = Key[tuple[str, ...]]("sidan", "vardnamn", ())
PROXIES = Key[tuple[str, ...]]("sidan", "omvand_proxy", (), _addresses)
ROOT = Key("sidan", "rot", "", _root)
CERTIFICATE = Key("sidan", "certifikat", "")
CERTIFICATE_KEY = Key("sidan", "certifikatnyckel", "")
LANGUAGE = Key("sidan", "sprak", LANGUAGES[0], _language)
UPLOAD = Key("uppladdning", "tillaten", default=False)
FOLDERS = Key[tuple[str, ...]]("uppladdning", "mappar", (), _absolute)
LARGEST = Key("uppladdning", "storsta_fil_mb", 200, _megabytes)
MOST = Key("uppladdning", "flest_filer", 200, _files)

DECLARED = (
    *(ADDRESS, PORT_KEY, PUBLIC, AUTH, USERS, NAMES, PROXIES, ROOT, CERTIFICATE, CERTIFICATE_KEY, LANGUAGE),
    *(UPLOAD, FOLDERS, LARGEST, MOST),
)


@dataclass(frozen=True, slots=True)
class Upload:
    """Whether files may be read in from the page: sent by the browser, or lying below ``folders`` on the server.

    ``largest`` is bytes of one file, ``most`` files at a time.
    """

    allowed: bool = UPLOAD.default
    folders: tuple[Path, ...] = ()
    largest: int = LARGEST.default << 20
    most: int = MOST.default


@dataclass(frozen=True, slots=True)
class PageSettings:
    """What the file says of the page, paths made whole.

    ``names`` are the host names under which it is reached, ``proxies`` the addresses whose forwarded headers are
    believed, ``root`` the path under which a reverse proxy shows it.
    """

    host: str = HOST
    port: int = PORT
    public: bool = PUBLIC.default
    auth: bool = AUTH.default
    users: Path = Path(USERS.default)
    names: tuple[str, ...] = ()
    proxies: tuple[str, ...] = ()
    root: str = ROOT.default
    certificate: Path | None = None
    certificate_key: Path | None = None
    language: Language = Language.SWEDISH
    upload: Upload = Upload()


def settings_path(library: Path) -> Path:
    """Return where the settings of the library in this folder lie."""
    return Folder(library).settings


def page_settings(library: Path) -> PageSettings:
    """Return the page's settings of the library in this folder. Raises SettingsError, for any fault in the file."""
    content = read_file(settings_path(library), (*of_library.DECLARED, *DECLARED))
    folders = tuple(Path(folder).expanduser() for folder in content[FOLDERS])
    return PageSettings(
        host=content[ADDRESS],
        port=content[PORT_KEY],
        public=content[PUBLIC],
        auth=content[AUTH],
        users=library / Path(content[USERS]).expanduser(),
        names=tuple(name.lower() for name in content[NAMES]),
        proxies=content[PROXIES],
        root=content[ROOT],
        certificate=_beside(library, content[CERTIFICATE]),
        certificate_key=_beside(library, content[CERTIFICATE_KEY]),
        language=Language(content[LANGUAGE]),
        upload=Upload(content[UPLOAD], folders, content[LARGEST] << 20, content[MOST]),
    )


def _beside(library: Path, name: str) -> Path | None:
    return library / Path(name).expanduser() if name else None
