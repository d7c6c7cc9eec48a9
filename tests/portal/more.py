"""The rest of the portal's world: report, indicators, procedure, and the page from the article to the system."""

from typing import Any

from ngoaivu.publications.content import Edition
from tests.portal.editions import content, fact, heading, paragraph, row, runs, text
from tests.portal.world import RIVER, facts, pair

HEADINGS = [
    ("Khung pháp lý", "Legal framework"),
    ("Đối ngoại của Đảng và chính quyền", "Party and government"),
    ("Đối ngoại nhân dân", "People to people"),
    ("Ngoại giao kinh tế", "Economic diplomacy"),
    ("Thông tin đối ngoại", "External information"),
    ("Ngoại giao văn hóa", "Cultural diplomacy"),
    ("Học hỏi và ứng dụng", "Learned and applied"),
    ("Người Việt Nam ở nước ngoài", "Vietnamese abroad"),
]


def report() -> Edition:
    """A report with eight headings; two of them hold figures."""
    counted = {3: ("f2", "131 dự án", "131 projects"), 1: ("f1", "809 đoàn", "809 delegations")}
    bodies: dict[str, list[Any]] = {"vi": [], "en": []}
    for place, (vi, en) in enumerate(HEADINGS):
        key, in_vi, in_en = counted.get(place, ("", "", ""))
        bodies["vi"] += [
            heading(f"m{place + 1}", vi),
            paragraph("Trong kỳ, việc này có người làm, có sổ ghi. ", *([("", in_vi, key), " còn trong sổ."] if key else [])),
        ]
        bodies["en"] += [
            heading(f"m{place + 1}", en),
            paragraph("In the term this was done and written down. ", *([("", in_en, key), " stand in the register."] if key else [])),
        ]
    signer = {"name": "Lê Thị Minh Họa", "title": pair("Phó Giám đốc", "Deputy Director"), "prefix": "KT."}
    extra = {
        "release": {"number": 3, "date": "2020-10-28", "signer": signer, "drafted_by": "Lê Thanh Bình", "approved_by": "Trần Văn Toàn"},
        "paper": {
            "superior": pair("Ủy ban nhân dân Tỉnh Thử", "People's Committee of Thử Province"),
            "name": pair("Sở Ngoại vụ", "Department of Foreign Affairs"),
            "abbreviation": "SNgV",
            "place": pair("Tỉnh Thử", "Tỉnh Thử"),
            "head_title": pair("Giám đốc", "Director"),
            "recipients": [],
            "invented": False,
            "signer": signer,
        },
        "key_table": [
            {"fact": "f1", "label": pair("Đoàn khách nước ngoài", "Foreign delegations")},
            {"fact": "f3", "label": pair("Vốn đăng ký", "Registered capital")},
        ],
    }
    texts = pair(
        text("Đối ngoại của tỉnh, nhiệm kỳ 2015–2020", "Tám mặt công tác và những gì còn dang dở.", bodies["vi"], kicker="Báo cáo nhiệm kỳ"),
        text("External relations of the province, 2015–2020", "Eight fields of work, and what is left to do.", bodies["en"], kicker="Term report"),
    )
    return content(
        "report",
        "nhiem-ky",
        texts,
        date="2020-10-28",
        facts=facts(),
        extra=extra,
        related=[{"kind": "news", "key": "qua-mua-han", "why": pair("Cùng kỳ", "Same term")}],
    )


def missions() -> Edition:
    """A flow with a course, parts, aliases and a second name for its unit."""
    years = {"2016": "148", "2017": "172", "2018": "195", "2019": "221", "2020": "73"}
    parts = {("Đông Bắc Á", "North-East Asia"): "352", ("Đông Nam Á", "South-East Asia"): "187", ("Châu Âu", "Europe"): "118"}
    code = "delegations.inbound.missions"
    told = {"f1": facts()["f1"]}
    for place, (year, value) in enumerate(years.items(), start=2):
        told[f"f{place}"] = fact(
            code, value, "delegation", period=year, when=pair(f"năm {year}", f"in {year}"), stage="preliminary" if year == "2020" else "official"
        )
    for place, ((vi, en), value) in enumerate(parts.items(), start=10):
        told[f"f{place}"] = fact(code, value, "delegation", name=pair(f"Đoàn từ {vi}", f"Delegations from {en}"), breakdown={"region": vi})
    extra = {
        "code": code,
        "kind": "flow",
        "unit": "delegation",
        "unit_words": pair("đoàn", "delegations"),
        "aliases": pair(["đoàn vào", "đoàn khách quốc tế"], ["inbound delegations"]),
        "review": {
            "author": "Phòng Lễ tân",
            "basis": pair("Quyết định 272-QĐ/TW", "Decision 272 of the Politburo"),
            "reviewed_on": "2020-01-15",
            "next_review": "2021-01-15",
        },
        "latest": "f1",
        "points": [{"fact": f"f{place}", "label": pair(year, year)} for place, year in enumerate(years, start=2)],
        "breakdowns": [
            {
                "name": pair("Khách từ đâu đến", "Where they came from"),
                "members": [{"label": pair(*names), "fact": f"f{place}"} for place, names in enumerate(parts, start=10)],
            }
        ],
        "where_used": [{"kind": "report", "key": "nhiem-ky"}, {"kind": "news", "key": "qua-mua-han"}],
    }
    texts = pair(
        text("Đoàn khách nước ngoài đến tỉnh", "", [], slug="doan-khach"), text("Foreign delegations to the province", "", [], slug="delegations")
    )
    return content("series", code.replace(".", "-"), texts, section="doi-tac", facts=told, extra=extra)


def stock(code: str, vi: str, en: str, unit: str, values: dict[str, str], **more: Any) -> Edition:
    """A received stock or share told at the end of some years."""
    base = facts()["f2"] | {"name": pair(vi, en), "code": code, "unit": unit, **more}
    told = {
        f"f{place}": base | {"value": value, "when": pair(f"ngày 31/12/{year}", f"31 December {year}")}
        for place, (year, value) in enumerate(values.items(), start=1)
    }
    extra = {
        "code": code,
        "kind": base["kind"],
        "unit": unit,
        "unit_words": {},
        "latest": f"f{len(values)}",
        "points": [{"fact": key, "label": pair(year, year)} for key, year in zip(told, values, strict=True)],
    }
    texts = pair(text(vi, "", [], slug=code.replace(".", "-")), text(en, "", [], slug=code.replace(".", "-")))
    return content("series", code.replace(".", "-"), texts, section="kinh-te", facts=told, extra=extra)


def capital() -> Edition:
    """Money, received, about."""
    return stock(
        "fdi.capital.registered",
        "Vốn nước ngoài đăng ký",
        "Registered foreign capital",
        "USD",
        {"2018": "2100000000", "2019": "2410000000", "2020": "2730000000"},
        qualifier="about",
    )


def workers() -> Edition:
    """A share over many years: a crowded chart."""
    values = {str(year): str(80 + place) for place, year in enumerate(range(2010, 2021))}
    return stock("workers.foreign.share", "Phần lao động châu Á", "Share of Asian workers", "percent", values, kind="share", qualifier="near")


def procedure() -> Edition:
    """One procedure with its lists, both ways of writing them."""
    extra = {
        "number": "1.000000",
        "field": pair("Hội nghị, hội thảo quốc tế", "International conferences"),
        "steps": [
            pair("1. Nộp hồ sơ trên Cổng Dịch vụ công quốc gia.", "Apply on the national portal."),
            pair("Sở lấy ý kiến các cơ quan.", "The department asks other agencies."),
        ],
        "papers": pair(["Văn bản đề nghị", "Đề án tổ chức"], ["Letter of request", "Plan of the conference"]),
        "time_limit": pair("30 ngày trước khi tổ chức", "30 days before the conference"),
        "fee": pair("Không thu", "None"),
        "basis": [pair("Quyết định 06/2020/QĐ-TTg", "Decision 06/2020/QĐ-TTg")],
        "link": "https://dichvucong.gov.vn/",
    }
    texts = pair(
        text("Xin phép tổ chức hội nghị quốc tế", "Ai muốn mời khách nước ngoài dự hội nghị thì đọc trang này.", []),
        text("Permission to hold an international conference", "For whoever invites guests from abroad.", []),
    )
    return content("procedure", "hoi-nghi", texts, extra=extra)


def trace() -> Edition:
    """Statements, figures and names of an article beside what holds them."""
    head = {"vi": [runs("Trong bài"), runs("Loại"), runs("Trong hệ thống")], "en": [runs("In the article"), runs("Kind"), runs("In the system")]}
    table = {
        "vi": [
            [runs("131 dự án"), runs("con số"), runs(("", "131 dự án", "f2"))],
            [runs("tỉnh bạn"), runs("tên"), runs({"text": "Bản ghi nhớ", "record": "r1"})],
        ],
        "en": [
            [runs({"text": "131 dự án", "strong": True}), runs("figure"), runs(("", "131 projects", "f2"))],
            [runs("tỉnh bạn"), runs("name"), runs({"text": "Memorandum", "record": "r1"})],
        ],
    }
    body = {
        language: [
            heading("dong", {"vi": "Từng dòng", "en": "Line by line"}[language]),
            {"type": "table", "head": head[language], "rows": table[language]},
        ]
        for language in ("vi", "en")
    }
    texts = pair(
        text("Từ bài báo đến hệ thống", "Mỗi con số của bài đứng cạnh hồ sơ giữ nó.", body["vi"]),
        text("From the article to the system, line by line", "Each figure of the article beside the record that holds it.", body["en"]),
    )
    return content(
        "trace",
        "tu-bai-bao",
        texts,
        facts=facts(),
        pictures=RIVER,
        records={"r1": row("Bản ghi nhớ với tỉnh bạn", "Memorandum with a partner province", "2017")},
    )


def page() -> Edition:
    """A page in Vietnamese only, with a quotation and a table."""
    body = [
        {"type": "quote", "runs": runs("Bán anh em xa mua láng giềng gần.")},
        {
            "type": "table",
            "caption": runs("Hai cột"),
            "head": [runs("Năm"), runs("Số")],
            "rows": [[runs("2019"), runs("1.234")], [runs("2020"), runs("73")]],
        },
    ]
    return content("page", "gioi-thieu", {"vi": text("Giới thiệu", "Cơ quan làm gì, cho ai.", body)})
