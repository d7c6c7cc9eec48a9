"""Packing a paper «đóng gói văn bản»: the same release gives the same bytes, whenever it is asked for."""

import io
import zipfile
from typing import Any

EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a ZIP can tell


def packed(paper: Any) -> bytes:
    """The DOCX of a paper, without the moment it was written."""
    saved, kept = io.BytesIO(), io.BytesIO()
    paper.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as timeless:
        for part in parts.namelist():
            timeless.writestr(zipfile.ZipInfo(part, EPOCH), parts.read(part), zipfile.ZIP_DEFLATED)
    return kept.getvalue()
