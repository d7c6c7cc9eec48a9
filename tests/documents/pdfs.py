"""Small real PDF files, written by hand: with Vietnamese text, with nothing but a picture, and with what unfolds to far too much."""

import io
import zlib

FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /House /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 "
    "/BaseFont /House /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] /ToUnicode 4 0 R >>"
)


def written(*pages: str, packed: bool = True) -> bytes:
    """A PDF with these pages of text, one line below the other."""
    signs = sorted({sign for page in pages for sign in page})
    named = "\n".join(f"<{ord(sign):04x}> <{ord(sign):04x}>" for sign in signs)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(signs)} beginbfchar\n{named}\nendbfchar endcmap end end"
    )
    return bound([_lines(page) for page in pages], FONT, cmap.encode(), packed=packed)


def pictured() -> bytes:
    """A PDF whose one page is drawn and holds no text."""
    return bound([b"0 0 100 100 re f"], FONT, b"")


def unfolding(pieces: int) -> bytes:
    """A PDF of a few kilobytes whose page is packed three times over and unfolds to that many pieces of ten million spaces."""
    packer = zlib.compressobj(9)
    content = b"".join(packer.compress(b" " * 10_000_000) for _piece in range(pieces)) + packer.flush()
    return bound([zlib.compress(zlib.compress(content, 9), 9)], FONT, b"", filters="[/FlateDecode /FlateDecode /FlateDecode]")


def bound(contents: list[bytes], font: str, cmap: bytes, *, packed: bool = True, filters: str = "") -> bytes:
    """The objects of a PDF with these page contents: catalogue, pages, font, names of signs, then page and content by turns."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(contents)} /Kids [{kids}] >>".encode(),
        font.encode(),
        _stream(cmap),
    ]
    for number, content in enumerate(contents):
        page = f"/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {6 + 2 * number} 0 R"
        objects.append(f"<< {page} >>".encode())
        objects.append(_stream(content, filters) if filters else _stream(zlib.compress(content), "/FlateDecode") if packed else _stream(content))
    return _file(objects)


def _lines(page: str) -> bytes:
    told = [f"1 0 0 1 70 {800 - 18 * number} Tm <{line.encode('utf-16-be').hex()}> Tj" for number, line in enumerate(page.splitlines())]
    return f"BT /F1 12 Tf {' '.join(told)} ET".encode()


def _stream(content: bytes, filters: str = "") -> bytes:
    named = f" /Filter {filters}" if filters else ""
    return f"<< /Length {len(content)}{named} >>\nstream\n".encode() + content + b"\nendstream"


def _file(objects: list[bytes]) -> bytes:
    told, places = io.BytesIO(b"%PDF-1.7\n"), []
    told.seek(0, io.SEEK_END)
    for number, content in enumerate(objects, start=1):
        places.append(told.tell())
        told.write(f"{number} 0 obj\n".encode() + content + b"\nendobj\n")
    start = told.tell()
    entries = "".join(f"{place:010d} 00000 n \n" for place in places)
    told.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{entries}".encode())
    told.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
    return told.getvalue()
