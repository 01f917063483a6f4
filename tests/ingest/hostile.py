"""PDF files made to do harm: each is what a broken program, or somebody who means ill, could hand in.

``HOSTILE`` maps the name of each trap to its bytes, made when asked for. All are written by hand, object by object,
since no library would write them.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Mapping

Objects = dict[int, bytes]

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
_TEXT = b"BT /F1 12 Tf 60 780 Td 20 TL (\xa7 7 Budget) Tj T* (Beslut) Tj T* (N\xe4mnden godk\xe4nner budgeten.) Tj ET"


def stream(content: bytes, extra: bytes = b"", length: int | None = None) -> bytes:
    """Return a stream object, with a wrong length where one is given."""
    size = len(content) if length is None else length
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (size, extra, content)


def objects(content: bytes = _TEXT, *, page: bytes = b"", box: bytes = b"[0 0 595 842]", kids: bytes = b"") -> Objects:
    """Return the objects of a document of one page."""
    resources = b"/Resources << /Font << /F1 5 0 R >> /XObject << /X0 6 0 R >> >>"
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R %s] /Count 1 >>" % kids,
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox %s %s /Contents 4 0 R %s >>" % (box, resources, page),
        4: stream(content),
        5: _FONT,
    }


def written(parts: Mapping[int, bytes], *, trailer: bytes = b"", shift: int = 0) -> bytes:
    """Write objects as a file; ``shift`` moves the places that its table claims."""
    out = bytearray(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    for number, content in parts.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start, size = len(out), max(parts) + 1
    rows = [b"0000000000 65535 f \n"]
    rows += [b"%010d 00000 n \n" % (places.get(n, 0) + shift) for n in range(1, size)]
    out += b"xref\n0 %d\n%s" % (size, b"".join(rows))
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start + shift)
    return bytes(out)


def _swollen(amount: int) -> bytes:
    """Return the deflated form of so many blanks, deflated once more."""
    packer, block = zlib.compressobj(9, zlib.DEFLATED, -15), b" " * (1 << 20)
    first = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)  # what follows a full flush repeats it
    check = 1
    for _ in range(amount >> 20):
        check = zlib.adler32(block, check)
    end = zlib.compressobj(9, zlib.DEFLATED, -15).flush()
    return zlib.compress(b"\x78\xda" + first * (amount >> 20) + end + check.to_bytes(4, "big"))


def _zip_bomb() -> bytes:
    bomb = stream(_swollen(1 << 29), b"/Filter [/FlateDecode /FlateDecode]")
    return written({**objects(), 4: bomb})


def _image_bomb() -> bytes:
    image = b"/Type /XObject /Subtype /Image /Width 40000 /Height 40000 /ColorSpace /DeviceGray /BitsPerComponent 8 "
    bomb = stream(_swollen(1 << 26), image + b"/Filter [/FlateDecode /FlateDecode]")
    return written({**objects(b"q 595 0 0 842 0 0 cm /X0 Do Q"), 6: bomb})


def _recursive_form() -> bytes:
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X0 6 0 R >> >>"
    return written({**objects(b"/X0 Do"), 6: stream(b"/X0 Do /X0 Do", form)})


def _recursive_type3() -> bytes:
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs "
        b"<< /a 6 0 R >> /Encoding << /Type /Encoding /Differences [97 /a] >> /FirstChar 97 /LastChar 97 "
        b"/Widths [1000] /Resources << /Font << /F1 5 0 R >> >> >>"
    )
    glyph = stream(b"1000 0 d0 BT /F1 12 Tf (a) Tj ET")
    return written({**objects(b"BT /F1 12 Tf 60 700 Td (aaaa) Tj ET"), 5: font, 6: glyph})


def _huge_cmap() -> bytes:
    rows = b"\n".join(b"<%04x> <%04x> <0041>" % (n, 0xFFFF) for n in range(4000))
    font = _FONT[:-2] + b"/ToUnicode 6 0 R >>"
    cmap = stream(b"begincmap\n4000 beginbfrange\n" + rows + b"\nendbfrange\nendcmap")
    return written({**objects(), 5: font, 6: cmap})


def _object_stream_loop() -> bytes:
    loop = stream(b"7 0 8 20 << /Type /Catalog >>", b"/Type /ObjStm /N 2 /First 9 /Extends 6 0 R")
    return written({**objects(), 6: loop})


def _many_heads() -> bytes:
    lines = b" T* ".join(b"(\xa7 %d Rubrik) Tj" % (n % 900 + 1) for n in range(6000))
    return written(objects(b"BT /F1 8 Tf 60 830 Td 0.13 TL " + lines + b" ET"))


def _many_pages() -> bytes:
    return written({**objects(), 2: b"<< /Type /Pages /Kids [%s] /Count 300 >>" % (b"3 0 R " * 300)})


def _rc4(key: bytes, content: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in content:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def _md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


_PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def encrypted(user: bytes, owner: bytes = b"agare") -> bytes:
    """Return a document under the standard security handler, revision 2 (ISO 32000-1, 7.6.3)."""
    owner_entry = _rc4(_md5((owner + _PAD)[:32])[:5], (user + _PAD)[:32])
    name = b"protokollsparprov"[:16]
    key = _md5((user + _PAD)[:32] + owner_entry + (0xFFFFFFFC).to_bytes(4, "little") + name)[:5]
    parts = objects()
    own = _md5(key + (4).to_bytes(3, "little") + b"\0\0")[:10]
    parts[4] = stream(_rc4(own, _TEXT))
    parts[7] = b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (
        owner_entry.hex().encode(),
        _rc4(key, _PAD).hex().encode(),
    )
    parts[6] = b"null"
    return written(parts, trailer=b"/Encrypt 7 0 R /ID [<%s> <%s>]" % (name.hex().encode(), name.hex().encode()))


HOSTILE: Mapping[str, Callable[[], bytes]] = {
    "zip bomb": _zip_bomb,
    "image bomb": _image_bomb,
    "page tree that holds itself": lambda: written(
        {**objects(), 2: b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"}
    ),
    "page tree of two billion": lambda: written(
        {**objects(), 2: b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>"}
    ),
    "page tree with a negative count": lambda: written({**objects(), 2: b"<< /Type /Pages /Kids [3 0 R] /Count -5 >>"}),
    "three hundred times the same page": _many_pages,
    "huge box": lambda: written(objects(box=b"[0 0 2000000000 2000000000]")),
    "box without size": lambda: written(objects(box=b"[100 100 100 100]")),
    "box turned inside out": lambda: written(objects(box=b"[595 842 0 0]")),
    "box of words": lambda: written(objects(box=b"[/a (b) null true]")),
    "odd turn": lambda: written(objects(page=b"/Rotate 37")),
    "missing font": lambda: written({n: part for n, part in objects().items() if n != 5}),
    "font that draws itself": _recursive_type3,
    "form that holds itself": _recursive_form,
    "huge letter table": _huge_cmap,
    "deep nesting": lambda: written(objects(b"[" * 100_000 + b"q " * 100_000 + _TEXT)),
    "nested dictionaries": lambda: written({**objects(), 6: b"<< /A " * 20_000 + b"1" + b" >>" * 20_000}),
    "table of places astray": lambda: written(objects(), shift=77),
    "table that comes before itself": lambda: written(objects(), trailer=b"/Prev 15"),
    "wrong lengths": lambda: written({**objects(), 4: stream(_TEXT, length=2_000_000_000)}),
    "negative length": lambda: written({**objects(), 4: stream(_TEXT, length=-1)}),
    "object stream loop": _object_stream_loop,
    "no root": lambda: written(objects()).replace(b"/Root 1 0 R", b"/Root 9 0 R"),
    "numbers beyond all bounds": lambda: written(
        objects(
            b"BT /F1 1e38 Tf 1e38 0 0 1e38 -1e38 9e99 Tm (\xa7 7 Budget) Tj /F1 0 Tf (noll) Tj /F1 -12 Tf (minus) Tj ET"
        )
    ),
    "picture without an end": lambda: written(objects(_TEXT + b" BI /W 9999 /H 9999 /BPC 8 /CS /G ID \x00\x01\x02")),
    "noise for content": lambda: written(objects(bytes((n * n * 31 + n) % 256 for n in range(200_000)))),
    "one word of a million letters": lambda: written(
        objects(b"BT /F1 1 Tf 1 800 Td (" + b"x" * 1_000_000 + b") Tj ET")
    ),
    "six thousand heads": _many_heads,
    "encrypted": lambda: encrypted(b"hemligt"),
    "form feed of a PDF": lambda: b"%PDF-1.7\n" + b"\x0c" * 100_000,
}
