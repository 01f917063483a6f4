#!/bin/sh
# The programs that the tests need beside Python: chromium for the browser tests, tesseract with Swedish
# for scanned pages, the fonts that the demo collection is typeset in.
set -eu

missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v tesseract >/dev/null 2>&1 || missing="$missing tesseract-ocr"
{ command -v tesseract >/dev/null 2>&1 && tesseract --list-langs 2>/dev/null | grep -qx swe; } || missing="$missing tesseract-ocr-swe"
[ -d /usr/share/fonts/truetype/liberation ] || [ -d /usr/share/fonts/truetype/liberation2 ] || missing="$missing fonts-liberation"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installerar Debianpaket:$missing …"
    apt-get update -qq
    # the package names are separate words on purpose
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "Det saknas program för testerna. Installera dem: sudo apt-get install$missing" >&2
    exit 1
fi
