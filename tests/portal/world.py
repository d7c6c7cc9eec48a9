"""The portal's world in tests and audit: one invented province with a text of every kind, and a second one beside it."""

from datetime import timedelta
from typing import Any

from ngoaivu.publications.content import Edition
from ngoaivu.publications.editions import Edition as Row
from tests.portal.editions import AT, OFFICE, content, fact, heading, paragraph, picture, publish, row, runs, text

LATER = AT + timedelta(days=5)
CREDIT = {"vi": "Hình vẽ: Ngoại Vụ", "en": "Drawing: Ngoại Vụ"}
RIVER = {"p1": {"file": "portal/drawings/song.svg", "width": 1200, "height": 800}}
SECTIONS = [
    ("doi-tac", "Đối tác và kết nghĩa", "Partners and twinning", "Thỏa thuận với các địa phương ở nước ngoài.", "Agreements with places abroad."),
    ("kinh-te", "Ngoại giao kinh tế", "Economic diplomacy", "Vốn đầu tư, xuất khẩu, hội nghị.", "Investment, exports, conferences."),
    ("van-hoa", "Ngoại giao văn hóa", "Cultural diplomacy", "Giao lưu nghệ thuật, ngày hội.", "Exchanges of art, festivals."),
    ("trong", "Mục chưa có tin", "A section without news", "", ""),
]
TITLES = {
    "vi": ("Qua mùa hạn, mùa dịch vẫn rộng cửa đón bạn", "Năm năm đối ngoại của tỉnh, bằng những con số ai cũng kiểm lại được."),
    "en": ("Through drought and pandemic the door stayed open", "Five years of external relations in figures anyone can check."),
}
MEMORANDUM = row("Bản ghi nhớ với tỉnh bạn", "Memorandum with a partner province", "2017")
NEWS = [
    ("doi-tac", "2020-10-21", "Bàn chuyện trồng xoài, nuôi cá lóc với tỉnh bạn", "Talking mangoes and snakehead fish with a partner province"),
    ("kinh-te", "2020-10-16", "Doanh nhân tìm vùng nguyên liệu ở vùng thanh long", "Business people look for orchards in dragon-fruit country"),
    ("van-hoa", "2020-09-09", "Lớp tiếng Nhật cho điều dưỡng khai giảng khóa mới", "A new Japanese class for nurses begins"),
    ("van-hoa", "2019-06-21", "Sáng thứ Bảy tập yoga bên bờ sông", "Yoga by the river on a Saturday morning"),
    ("doi-tac", "2018-05-12", "Ký lại bản ghi nhớ hợp tác, thêm năm năm", "The memorandum is signed again for five years"),
]


def pair(vi: Any, en: Any) -> dict[str, Any]:
    """The same in both languages."""
    return {"vi": vi, "en": en}


def office(key: str = OFFICE, path: str = "", **more: Any) -> Edition:
    """An office as it presents itself."""
    extra = {
        "path": path,
        "name": pair("Sở Ngoại vụ Tỉnh Thử", "Department of Foreign Affairs of Thử Province"),
        "superior": pair("Ủy ban nhân dân Tỉnh Thử", "People's Committee of Thử Province"),
        "territory_name": pair("Tỉnh Thử", "Thử Province"),
        "invented": False,
        "demonstration": True,
        "address": pair("Số 1, đường Trình Diễn, Tỉnh Thử", "1 Trình Diễn Street, Thử Province"),
        "hours": pair("Thứ Hai đến thứ Sáu, 7 giờ đến 17 giờ", "Monday to Friday, 7:00 to 17:00"),
        "telephone": "0000 000 000",
        "email": "lienhe@vidu.example",
        "officials": [
            {
                "name": "Trần Văn Mẫu",
                "title": pair("Giám đốc Sở", "Director"),
                "telephone": "0000 000 001",
                "email": "mau@vidu.example",
                "invented": True,
            },
            {"name": "Lê Thị Minh Họa", "title": pair("Phó Giám đốc Sở", "Deputy Director"), "telephone": "", "email": "", "invented": True},
        ],
        "units": [
            {
                "name": pair("Phòng Hợp tác quốc tế", "International Cooperation Division"),
                "duties": pair("Thỏa thuận, đoàn ra, đoàn vào.", "Agreements and delegations."),
            }
        ],
        "sections": [{"key": key, "name": pair(vi, en), "about": pair(about_vi, about_en)} for key, vi, en, about_vi, about_en in SECTIONS],
        "links": [
            {
                "name": pair("Cổng Dịch vụ công quốc gia", "National Public Service Portal"),
                "href": "https://dichvucong.gov.vn/",
                "opened": "2020-10-30",
            },
            {"name": pair("Bộ Ngoại giao", "Ministry of Foreign Affairs"), "href": "https://mofa.gov.vn/", "opened": "2020-10-29"},
        ],
        "responsible": {"name": "Trần Văn Mẫu", "title": pair("Giám đốc Sở", "Director")},
        "other_portal": {"path": "mau", "name": pair("Cổng của Tỉnh Mẫu", "Portal of the model province")},
        "figures": ["delegations.inbound.missions", "fdi.capital.registered"],
        **more,
    }
    texts = pair(text("Sở Ngoại vụ", "", [], slug="co-quan"), text("The office", "", [], slug="office"))
    return content("office", "co-quan", texts, office=key, extra=extra)


def facts() -> dict[str, Any]:
    """The facts of the article and the report."""
    received = {
        "basis": "received",
        "kind": "stock",
        "when": pair("ngày 31/8/2020", "31 August 2020"),
        "period": "",
        "sources": [
            {"document": pair("Báo cáo của Sở Kế hoạch và Đầu tư", "Report of the Department of Planning"), "place": pair("trang 2", "page 2")}
        ],
        "rows": {
            "count": 0,
            "shown": [],
            "why_not": pair(
                "Số này do cơ quan khác gửi đến; cổng không giữ từng hồ sơ.", "Another agency sent this figure; its records are not kept here."
            ),
        },
    }
    return {
        "f1": fact("delegations.inbound.missions", "809", "delegation", stage="preliminary", unplaced=3, digest="ab" * 32),
        "f2": fact("fdi.projects.in_force", "131", "project", **received, name=pair("Dự án vốn nước ngoài", "Foreign-invested projects")),
        "f3": fact("fdi.capital.registered", "2730000000", "USD", **received, qualifier="about", name=pair("Vốn đăng ký", "Registered capital")),
        "f4": fact(
            "workers.foreign.share",
            "96",
            "percent",
            **received | {"kind": "share"},
            qualifier="near",
            name=pair("Phần lao động châu Á", "Share of Asian workers"),
        ),
    }


def article() -> Edition:
    """The article of the term."""
    vi = [
        paragraph(
            "Nhiệm kỳ mở ra giữa đợt hạn mặn và khép lại trong một mùa hạn còn gắt hơn. Cửa vẫn mở: tỉnh đã đón ",
            ("hơn ", "800", "f1"),
            " đoàn khách, giữ những mối kết nghĩa cũ với ",
            {"text": "tỉnh bạn", "record": "r1"},
            ".",
        ),
        picture("Sông nhìn từ bến, nơi khách xuống thuyền.", "Mặt sông rộng dưới trời quang, bờ xa là hàng dừa nước", CREDIT["vi"]),
        heading("von", "Vốn vào, hàng ra"),
        paragraph(
            "Trên địa bàn có ",
            ("", "131 dự án", "f2"),
            " vốn nước ngoài, đăng ký ",
            ("khoảng ", "2,73 tỷ USD", "f3"),
            ". Lao động châu Á chiếm ",
            ("gần ", "96%", "f4"),
            ".",
        ),
        {"type": "list", "items": [runs("Trái cây sang thị trường mới."), runs("Doanh nhân đi lại dễ hơn.")]},
    ]
    en = [
        paragraph(
            "The term began in a drought and ended in a harsher one. The door stayed open: the province received ",
            ("more than ", "800", "f1"),
            " delegations and kept its ties with ",
            {"text": "a partner province", "record": "r1"},
            ".",
        ),
        picture("The river from the landing where visitors board.", "A wide river under a clear sky, nipa palms on the far bank", CREDIT["en"]),
        heading("capital", "Capital in, goods out"),
        paragraph(
            "The province hosts ",
            ("", "131 projects", "f2"),
            " with ",
            ("about ", "2.73 billion US dollars", "f3"),
            " registered. Of foreign workers, ",
            ("nearly ", "96%", "f4"),
            " come from Asia.",
        ),
        {"type": "list", "items": [runs("Fruit reached new markets."), runs("Business people travel more easily.")]},
    ]
    return content(
        "news", "qua-mua-han",
        pair(
            text(*TITLES["vi"], vi, kicker="Tổng kết nhiệm kỳ", byline="Ban Biên tập"),
            text(*TITLES["en"], en, kicker="End of term", byline="The editors"),
        ),
        section="doi-tac", facts=facts(), pictures=RIVER, records={"r1": MEMORANDUM},
        related=[
            {"kind": "report", "key": "nhiem-ky", "why": pair("Cùng kỳ, cùng bốn con số", "Same term, same four figures")},
            {"kind": "news", "key": "tin-1", "why": pair("Cùng đối tác", "Same partner")},
            {"kind": "news", "key": "tin-2", "why": pair("", "")},
        ],
    )  # fmt: skip


def item(place: int) -> Edition:
    """A short news item."""
    section, day, vi, en = NEWS[place - 1]
    body_vi = [paragraph("Hai bên nói chuyện cả buổi sáng và hẹn gặp lại. Chuyến đi được tỉnh Đắk Lắk chia sẻ kinh nghiệm.")]
    body_en = [paragraph("Both sides talked all morning and will meet again. Đắk Lắk shared what it had learned.")]
    return content(
        "news",
        f"tin-{place}",
        pair(text(vi, "Một buổi làm việc, vài việc hẹn nhau.", body_vi), text(en, "One meeting, several promises.", body_en)),
        section=section,
        date=day,
    )


def build() -> dict[str, Row]:
    """The whole world: every kind for the first office, a little for the second."""
    from tests.portal import more  # it builds on this file

    made = {"office": publish(office()), "report": publish(more.report(), release=1), "article": publish(article())}
    for place in range(1, len(NEWS) + 1):
        made[f"item{place}"] = publish(item(place))
    made |= {one.__name__: publish(one()) for one in (more.missions, more.capital, more.workers, more.procedure, more.trace, more.page)}
    second = office(
        "so-mau", "mau", invented=True, other_portal={"path": "", "name": pair("Cổng của Tỉnh Thử", "Portal of Thử Province")}, figures=[]
    )
    made["other_office"] = publish(second)
    made["other_item"] = publish(item(1) | {"office": "so-mau", "key": "tin-mau"})
    return made


def age(made: dict[str, Row]) -> None:
    """Give the world a past: second editions, and a news item that was withdrawn."""
    from tests.portal import more  # it builds on this file

    for again in (article(), more.missions()):
        publish(again, at=LATER)
    publish(more.report(), at=LATER, release=2, previous=made["report"].release.digest)
    told = {"withdrawn_at": LATER, "withdrawn_by": "Trần Văn Toàn", "withdrawn_why": "Đăng nhầm ngày ký."}
    Row.objects.filter(pk=made["item5"].pk).update(**told)
