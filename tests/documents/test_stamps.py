"""A paper stamped secret does not come in: its text is read, within limits, and a stamp is told from a word."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ngoaivu.documents.models import SourceDocument
from ngoaivu.documents.rules import check_scan
from ngoaivu.documents.secrecy import refuse_stamped
from ngoaivu.documents.texts import text_of
from tests.documents import pdfs
from tests.documents.test_papers import sent

LETTER = "UBND TỈNH TIỀN GIANG\nSỞ NGOẠI VỤ\nSố: 12/CV-SNgV\n{}\nKính gửi: Ủy ban nhân dân tỉnh\nSở kính báo cáo công tác bảo vệ bí mật nhà nước."


def file(content: bytes, name: str = "cong-van.pdf") -> ContentFile[bytes]:
    return ContentFile(content, name=name)


@pytest.mark.parametrize("packed", [True, False])
def test_the_text_of_a_pdf_is_read(packed: bool) -> None:
    text = text_of(file(pdfs.written("Sở Ngoại vụ\nMẬT", "Trang hai", packed=packed)))
    assert [page.split("\n") for page in text.split("\f")] == [[""], ["Sở Ngoại vụ", "MẬT"], ["Trang hai"]]


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_a_stamped_scan_is_refused_and_nothing_kept(binh: Client, mark: str) -> None:
    scan = SimpleUploadedFile("cong-van.pdf", pdfs.written("Trang bìa", LETTER.format(mark)))
    answer = binh.post(reverse("papers:new"), sent(scan=scan))
    assert answer.status_code == 422
    assert mark in answer.context["form"].errors["scan"][0]
    assert not SourceDocument.objects.exists()
    assert not [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def test_a_paper_about_secrets_is_kept_without_a_word(binh: Client) -> None:
    scan = SimpleUploadedFile("cong-van.pdf", pdfs.written(LETTER.format("V/v bảo vệ bí mật")))
    answer = binh.post(reverse("papers:new"), sent(scan=scan), follow=True)
    assert SourceDocument.objects.get().file
    assert not list(answer.context["messages"])


@pytest.mark.parametrize("content", [pdfs.pictured(), b"%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n", b"%PDF-1.7\n" + b"\x00\xff" * 5000])
def test_a_scan_without_text_is_kept_and_said_to_be_unread(binh: Client, content: bytes) -> None:
    answer = binh.post(reverse("papers:new"), sent(scan=SimpleUploadedFile("a.pdf", content)), follow=True)
    assert SourceDocument.objects.get().file
    assert ["không đọc được chữ" in str(message).lower() for message in answer.context["messages"]] == [True]


def test_a_pdf_that_unfolds_to_too_much_is_refused_in_words(binh: Client) -> None:
    bomb = pdfs.unfolding(10)
    assert len(bomb) < 20_000
    answer = binh.post(reverse("papers:new"), sent(scan=SimpleUploadedFile("bom.pdf", bomb)))
    assert answer.status_code == 422
    assert "bom.pdf" in answer.context["form"].errors["scan"][0]
    assert not SourceDocument.objects.exists()
    assert not [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def test_a_picture_has_no_text() -> None:
    assert check_scan(file(b"\x89PNG\r\n\x1a\n", "a.png")) == ""
    assert "Kính gửi" in check_scan(file(pdfs.written("Kính gửi")))


@pytest.mark.parametrize(
    "text",
    [
        "MẬT", "  [ MẬT ]  ", "T Ố I  M Ậ T", "TUYỆT MẬT.", "Độ mật: Tối mật", "ĐỘ MẬT: MẬT", "Số: 12/BC-SNgV MẬT", "TỐI MẬT     CỘNG HÒA XÃ HỘI",
        "MA\u0302\u0323T", "\n".join(["Kính gửi"] * 40) + "\nMẬT",
    ],
)  # fmt: skip
def test_a_stamp_is_seen(text: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        refuse_stamped(f"Sở Ngoại vụ\n{text}\nKính gửi")
    assert refusal.value.code == "secret"


@pytest.mark.parametrize(
    "text",
    [
        "bí mật nhà nước", "GIẢI MẬT", "QUY CHẾ BẢO VỆ BÍ MẬT", "QUY CHẾ BẢO VỆ BÍ\nMẬT", "danh mục MẬT của tỉnh", "Mật ong",
        "TÀI LIỆU TỐI MẬT CỦA TỈNH",
        "\n".join(["Kính gửi"] * 40) + "\nphụ lục 3 MẬT", " " * 1_000_000 + "a" + " " * 1_000_000 + "b",
    ],
)  # fmt: skip
def test_a_word_is_no_stamp(text: str) -> None:
    refuse_stamped(f"Sở Ngoại vụ\n{text}\nKính gửi")
