#!/bin/sh
# Makes the virtual environment and installs the pinned dependencies and the program itself into it.
set -eu

venv=$1
python=${PYTHON:-python3}

if ! command -v "$python" >/dev/null 2>&1; then
    echo "Python saknas. Installera Python 3.11 eller senare (Debian: apt-get install python3 python3-venv)." >&2
    exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "Python 3.11 eller senare behövs; $("$python" --version) hittades. Ange en annan med: make PYTHON=/sökväg/till/python3.11" >&2
    exit 1
fi
if [ ! -x "$venv/bin/python" ] && ! "$python" -m venv "$venv"; then
    echo "Den virtuella miljön kunde inte skapas. Installera modulen venv (Debian: apt-get install python3-venv)." >&2
    exit 1
fi

pip="$venv/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt"
echo "Installerar det som programmet behöver i $venv (första gången tar det några minuter) …"
# torch comes first and alone, so that an index with CPU builds can serve it and nothing else
if [ -n "${TORCH_INDEX:-}" ]; then
    $pip --index-url "$TORCH_INDEX" torch
else
    $pip torch
fi
$pip --editable ".[dev]"
