"""The fixed words of a paper in each language: the state's name and motto, the labels, the mark of a draft."""

from typing import Any

WORDING: dict[str, dict[str, Any]] = {
    "vi": {
        "state": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "motto": "Độc lập - Tự do - Hạnh phúc",
        "number": "Số: {number}/BC-{abbreviation}",
        "place_date": "{place}, ngày {day} tháng {month} năm {year}",
        "place_draft": "{place}, ngày      tháng      năm {year}",
        "kind": "BÁO CÁO",
        "recipients": "Nơi nhận:",
        "archive": "- Lưu: VT, {abbreviation}.",
        "draft": "BẢN DỰ THẢO, chưa được duyệt, không dùng thay bản phát hành",
        "demonstration": "BẢN TRÌNH DIỄN, KHÔNG CÓ GIÁ TRỊ VĂN BẢN",
        "demonstration_note": (
            "Bản trình diễn của phần mềm Ngoại Vụ: không phải văn bản do cơ quan ban hành; số, ngày ký và người ký được đặt ra để minh họa."
        ),
        "annex": "PHỤ LỤC I",
        "annex_title": "Gốc của các con số trong báo cáo",
        "columns": ("Con số", "Đếm gì", "Tính đến", "Nguồn"),
        "read_at": "Số liệu đọc từ sổ đăng ký tại vị trí {revision}.",
        "seal": "Bản phát hành số {number}. Dấu niêm phong: {digest}",
        "invented": "Tỉnh hư cấu, dữ liệu tổng hợp để trình diễn.",
        "quoted": "Trích nguyên văn từ văn bản",
        "waived": "Không gắn dữ kiện",
        "computed": "Đếm từ {count} hồ sơ trong sổ đăng ký",
    },
    "en": {
        "state": "SOCIALIST REPUBLIC OF VIET NAM",
        "motto": "Independence - Freedom - Happiness",
        "number": "No. {number}/BC-{abbreviation}",
        "place_date": "{place}, {day} {month_name} {year}",
        "place_draft": "{place},           {year}",
        "kind": "REPORT",
        "recipients": "Recipients:",
        "archive": "- Filed: Registry, {abbreviation}.",
        "draft": "DRAFT, not approved, not to be used in place of the release",
        "demonstration": "DEMONSTRATION, NOT AN OFFICIAL PAPER",
        "demonstration_note": "A demonstration of the software Ngoại Vụ: no authority issued this paper; its number, day and signer are made up.",
        "annex": "ANNEX I",
        "annex_title": "Where the figures of this report come from",
        "columns": ("Figure", "What it counts", "As of", "Source"),
        "read_at": "Figures are read at registry position {revision}.",
        "seal": "Release {number}. Seal: {digest}",
        "invented": "An invented province; synthetic data for demonstration.",
        "quoted": "Quoted word for word from a document",
        "waived": "Not tied to a fact",
        "computed": "Counted from {count} records of the registry",
    },
}
