"""The cast «nhân vật trình diễn»: the same few people in tests, demonstration and screenshots. All are invented.

In the model province Bình registers, Hạnh heads the division and signs for the director, Toàn is director, Vy edits, Sơn
administers, Lan reports from another agency. Tiền Giang has people of its own, whose names say that they are samples; one
of them, Minh, is the stranger who may see nothing of the model province.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

from django.contrib.auth.hashers import make_password

from ngoaivu.accounts.models import Appointment, Office, Unit, User

PASSWORD = "demonstration"
LABEL = {"vi": "nhân vật trình diễn", "en": "demonstration character"}
SINCE = date(2015, 1, 1)


@dataclass(frozen=True, slots=True)
class Person:
    """Person «nhân vật»: log-in, name, role, title and form of signature; `official` is the key of the post in the data of Tiền Giang."""

    username: str
    full_name: str
    role: str
    title_vi: str
    title_en: str
    signing: str = ""
    official: str = ""


MODEL_PROVINCE = (
    Person("binh", "Lê Thanh Bình", "specialist", "Chuyên viên", "Specialist"),
    Person("hanh", "Phạm Thị Hạnh", "head", "Phó Giám đốc, Trưởng phòng Hợp tác quốc tế", "Deputy Director, Head of Division", "deputy"),
    Person("toan", "Trần Văn Toàn", "director", "Giám đốc", "Director", "head"),
    Person("vy", "Đỗ Khánh Vy", "editor", "Biên tập viên", "Editor"),
    Person("son", "Võ Ngọc Sơn", "administrator", "Quản trị viên", "Administrator"),
    Person("lan", "Huỳnh Mai Lan", "reporter", "Chuyên viên Sở Tài chính", "Specialist, Department of Finance"),
)
STRANGER = Person("minh", "Đặng Quang Minh", "specialist", "Chuyên viên", "Specialist")
TIEN_GIANG = (
    Person("mau", "Trần Văn Mẫu", "director", "Giám đốc Sở", "Director", "head", "giam-doc"),
    Person("minhhoa", "Lê Thị Minh Họa", "director", "Phó Giám đốc Sở", "Deputy Director", "deputy", "pho-giam-doc"),
    Person("thu", "Nguyễn Văn Thử", "administrator", "Chánh Văn phòng Sở", "Head of Office", official="chanh-van-phong"),
    Person(
        "vidu",
        "Phạm Thị Ví Dụ",
        "head",
        "Trưởng phòng Hợp tác quốc tế",
        "Head of Division, International Cooperation",
        official="truong-phong-hop-tac-quoc-te",
    ),
    Person(
        "giadinh",
        "Võ Văn Giả Định",
        "head",
        "Trưởng phòng Lãnh sự và Người Việt Nam ở nước ngoài",
        "Head of Division, Consular Affairs and Overseas Vietnamese",
        official="truong-phong-lanh-su-kieu-bao",
    ),
    STRANGER,
)


@cache
def _hashed() -> str:
    return make_password(PASSWORD)


def appoint(person: Person, office: Office, unit: Unit | None = None) -> User:
    """The person's log-in and his appointment in an office, each made once."""
    before, _space, given = person.full_name.rpartition(" ")
    user, _new = User.objects.get_or_create(
        username=person.username,
        defaults={
            "password": _hashed(),
            "full_name": person.full_name,
            "first_name": given,
            "last_name": before,
            "sort_key": User.key_of_name(person.full_name),
            "email": f"{person.username}@ngoaivu.example",
            "invented": True,
        },
    )
    Appointment.objects.get_or_create(
        user=user,
        office=office,
        role=person.role,
        defaults={"unit": unit, "title_vi": person.title_vi, "title_en": person.title_en, "signing": person.signing, "valid_from": SINCE},
    )
    return user


def logins() -> list[tuple[str, str, str, str]]:
    """Log-in, password, name and title of everybody, for the terminal; each line is to be shown with LABEL."""
    return [(one.username, PASSWORD, one.full_name, one.title_vi) for one in (*MODEL_PROVINCE, *TIEN_GIANG)]
