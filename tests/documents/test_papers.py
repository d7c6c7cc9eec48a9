"""Source documents at the desk: their files, their digest, who may fetch them, what is refused."""

import hashlib
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ngoaivu.core.changes import SYSTEM
from ngoaivu.documents.actions import filing
from ngoaivu.documents.models import SourceDocument
from ngoaivu.documents.rules import LARGEST, check_scan
from ngoaivu.documents.secrecy import refuse_secret
from tests.cast import Cast

PDF = b"%PDF-1.4\n%%EOF\n"
JPEG = b"\xff\xd8\xff\xe0"
PNG = b"\x89PNG\r\n\x1a\n----"


def paper(cast: Cast, **columns: object) -> SourceDocument:
    return SourceDocument(**{"office": cast.here, "kind": "letter", "title_vi": "Về việc đón đoàn Khăm Muộn", "issuer_vi": "Văn phòng", **columns})


def sent(**changes: object) -> dict[str, object]:
    return {"title_vi": "Về việc đón đoàn Khăm Muộn", "kind": "letter", "issuer_vi": "Văn phòng", "level": "internal", "issued": "6/2018"} | changes


def test_a_document_is_kept_with_the_digest_of_its_file_and_given_back_whole(binh: Client, cast: Cast) -> None:
    binh.post(reverse("papers:new"), sent(scan=SimpleUploadedFile("công văn.pdf", PDF)))
    row = SourceDocument.objects.get()
    assert row.sha256 == hashlib.sha256(PDF).hexdigest()
    answer = binh.get(reverse("papers:file", args=[row.pk]))
    assert b"".join(answer) == PDF
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("asked", ["Khăm Muộn", "kham muon", "van phong"])
def test_documents_are_found_without_marks(binh: Client, asked: str) -> None:
    binh.post(reverse("papers:new"), sent())
    binh.post(reverse("papers:new"), sent(title_vi="Khác", issuer_vi="Bộ"))
    lines = binh.get(reverse("papers:index"), {"q": asked}).context["lines"]
    assert len(lines) == 1
    assert "Khăm Muộn" in lines[0]["title"]


def test_a_document_without_file_has_none_to_fetch(binh: Client) -> None:
    binh.post(reverse("papers:new"), sent())
    assert binh.get(reverse("papers:file", args=[SourceDocument.objects.get().pk])).status_code == 404


def test_a_file_is_not_replaced_by_a_change(binh: Client) -> None:
    binh.post(reverse("papers:new"), sent(scan=SimpleUploadedFile("a.pdf", PDF)))
    row = SourceDocument.objects.get()
    change = sent(scan=SimpleUploadedFile("b.png", PNG), why="Sửa", seen=str(row.change_id), title_vi="Tên mới")
    assert binh.post(reverse("papers:edit", args=[row.pk]), change).status_code == 302
    row = SourceDocument.objects.get()
    assert (row.title_vi, row.sha256) == ("Tên mới", hashlib.sha256(PDF).hexdigest())


def test_what_fails_inside_leaves_no_file(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), filing(paper(cast), by=SYSTEM, file=ContentFile(PDF, name="a.pdf")):
        assert [path for path in tmp_path.rglob("*") if path.is_file()]
        raise RuntimeError
    assert not SourceDocument.objects.exists()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("name", "content"), [("a.pdf", PDF), ("A.PDF", PDF), ("a.png", PNG), ("a.jpg", b"\xff\xd8\xff\xe0"), ("a.jpeg", b"\xff\xd8\xff\xe0")]
)
def test_scans_are_kept(name: str, content: bytes) -> None:
    check_scan(ContentFile(content, name=name))


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", b"", "empty"),
        ("a.pdf", PNG, "kind"),
        ("a.html", b"<script>", "kind"),
        ("a.svg", b"<svg>", "kind"),
        ("a.pdf", PDF + b"0" * LARGEST, "large"),
        ("TỐI MẬT.pdf", PDF, "secret"),
    ],
)
def test_other_files_are_refused(name: str, content: bytes, code: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        check_scan(ContentFile(content, name=name))
    assert refusal.value.code == code


@pytest.mark.parametrize(
    "text", ["MẬT", "12/MẬT", "(TUYỆT MẬT)", "TỐI  MẬT", "Độ mật: B", "độ mật", "Công văn MẬT, số 3", "cv_MẬT.pdf", "MA\u0302\u0323T"]
)
def test_a_mark_of_secrecy_is_heard(text: str) -> None:
    with pytest.raises(ValidationError):
        refuse_secret(text)


@pytest.mark.parametrize("text", ["quan hệ mật thiết", "mật ong", "MẬTONG", "bí mật nhà nước", "thân mật", "MẤT"])
def test_other_words_are_not(text: str) -> None:
    refuse_secret(text)
