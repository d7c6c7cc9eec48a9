"""Words of the trace «lời của trang từ bài báo đến hệ thống»: the parts of the article, and what each thing it says is kept as."""

Words = dict[str, str]
PARTS = ("đầu đề", "mở đầu", "mục", "chú thích ảnh", "nhiệm vụ", "lời kết")
PART: dict[str, Words] = {
    "đầu đề": {"vi": "Đầu đề và người viết", "en": "Heading and author"},
    "mở đầu": {"vi": "Mở đầu", "en": "Opening"},
    "chú thích ảnh": {"vi": "Chú thích ảnh", "en": "Picture caption"},
    "nhiệm vụ": {"vi": "Nhiệm vụ thời gian tới", "en": "Tasks ahead"},
    "lời kết": {"vi": "Lời kết", "en": "Closing"},
}
SENTENCE = {"vi": "câu {}", "en": "sentence {}"}
HEAD = {
    "vi": ("Điều bài nêu, theo lời của cổng này", "Chỗ trong mục", "Giữ dưới dạng"),
    "en": ("What the article says, in this portal's words", "Place in the part", "Kept as"),
}
TITLE = {"vi": "Từ bài báo đến hệ thống", "en": "From the article to the system"}
LEAD = {
    "vi": "Mỗi nhận định, con số và tên gọi trong bài tổng kết nhiệm kỳ của Sở (Kim Duyên viết, chuyên mục Hoạt động đối ngoại chung, không ghi "
    "ngày) đứng ở đây theo mục và câu của bài, cạnh nơi hệ thống lưu giữ. Câu chữ của bài không được chép lại.",
    "en": "Each statement, figure and name of the department's review of its term (by Kim Duyên, under General external activities, undated) stands "
    "here by part and sentence of the article, beside what holds it in this system. The article's own sentences are not repeated.",
}


def _words(vi: str, en: str) -> Words:
    return {"vi": vi, "en": en}


_TASK, _CLAIM, _BODY = _words("nhiệm vụ", "task"), _words("nhận định", "claim"), _words("cơ quan, tổ chức", "body")
_PLACE, _PEOPLE = _words("địa danh", "place"), _words("nhóm người", "group of people")
# (file, table) of the data, "within" for what stands inside another entry -> what it is kept as; ("", "") for all the rest.
KINDS: dict[tuple[str, str], Words] = {
    ("", ""): _words("tên gọi", "name"),
    ("agreements", "agreement"): _words("thỏa thuận, hợp đồng", "agreement or contract"),
    ("aid", "statement"): _CLAIM,
    ("aid", "within"): _words("môn dạy", "subject taught"),
    ("claims", "claim"): _CLAIM,
    ("community", "association"): _words("hội", "association"),
    ("community", "body"): _BODY,
    ("community", "cohort"): _words("lớp học viên", "trainees"),
    ("community", "field"): _words("lĩnh vực", "field"),
    ("community", "group"): _PEOPLE,
    ("community", "school"): _words("trường", "school"),
    ("delegations", "delegation"): _words("đoàn", "delegation"),
    ("documents", "document"): _words("văn bản", "document"),
    ("documents", "picture"): _words("ảnh", "picture"),
    ("documents", "term"): _words("nhiệm kỳ", "term of office"),
    ("events", "event"): _words("sự kiện", "event"),
    ("events", "series"): _words("chuỗi sự kiện", "event series"),
    ("information", "audience"): _words("nơi nhận tin", "audience"),
    ("information", "bulletin"): _words("bản tin", "bulletin"),
    ("information", "channel"): _words("kênh thông tin", "channel"),
    ("observations", "observation"): _words("số liệu nhận", "figure received"),
    ("office", "body"): _BODY,
    ("office", "official"): _words("người", "person"),
    ("partners", "model"): _words("mô hình học từ nước ngoài", "model learned abroad"),
    ("partners", "partner"): _words("đối tác", "partner"),
    ("places", "group"): _words("nhóm nước, vùng", "group of countries, region"),
    ("places", "place"): _PLACE,
    ("places", "territory"): _PLACE,
    ("tasks", "task"): _TASK,
}
