"""The address of each kind of public page, in Vietnamese and English; what time leaves of a text stands apart, for its pages need a past."""

PAGES = {
    "home": ("/vi/", "/en/"),
    "news": ("/vi/tin/", "/en/news/"),
    "section": ("/vi/tin/doi-tac/", "/en/news/doi-tac/"),
    "article": ("/vi/tin/doi-tac/qua-mua-han-mua-dich-van-rong-cua-don-ban/", "/en/news/doi-tac/through-drought-and-pandemic-the-door-stayed-open/"),
    "reports": ("/vi/bao-cao/", "/en/reports/"),
    "report": ("/vi/bao-cao/doi-ngoai-cua-tinh-nhiem-ky-2015-2020/", "/en/reports/external-relations-of-the-province-2015-2020/"),
    "figures": ("/vi/so-lieu/", "/en/figures/"),
    "flow": ("/vi/so-lieu/delegations-inbound-missions/", "/en/figures/delegations-inbound-missions/"),
    "money": ("/vi/so-lieu/fdi-capital-registered/", "/en/figures/fdi-capital-registered/"),
    "share": ("/vi/so-lieu/workers-foreign-share/", "/en/figures/workers-foreign-share/"),
    "rows": (
        "/vi/so-lieu/delegations-inbound-missions/ho-so/tin/qua-mua-han/1/f1/",
        "/en/figures/delegations-inbound-missions/records/news/qua-mua-han/1/f1/",
    ),
    "no rows": (
        "/vi/so-lieu/fdi-projects-in_force/ho-so/bao-cao/nhiem-ky/1/f2/",
        "/en/figures/fdi-projects-in_force/records/reports/nhiem-ky/1/f2/",
    ),
    "office": ("/vi/co-quan/", "/en/office/"),
    "procedures": ("/vi/thu-tuc/", "/en/procedures/"),
    "procedure": ("/vi/thu-tuc/xin-phep-to-chuc-hoi-nghi-quoc-te/", "/en/procedures/permission-to-hold-an-international-conference/"),
    "search": ("/vi/tim/?q=tinh+ban", "/en/search/?q=province"),
    "number": ("/vi/tim/?q=2,73", "/en/search/?q=2.73"),
    "nothing": ("/vi/tim/?q=khongcogi", "/en/search/?q=nothingatall"),
    "trace": ("/vi/tu-bai-bao/", "/en/from-the-article/"),
    "accessibility": ("/vi/tro-nang/", "/en/accessibility/"),
    "counting": ("/vi/cach-dem/", "/en/counting/"),
    "missing": ("/vi/khong-co/", "/en/not-there/"),
    "other office": ("/mau/vi/", "/mau/en/"),
}

# The world with a past (`tests.portal.world.age`): earlier editions, withdrawn ones, and a page that is in Vietnamese only.
PAST = {
    "page": ("/vi/trang/gioi-thieu/",),
    "earlier article": (f"{PAGES['article'][0]}ban/1/", f"{PAGES['article'][1]}edition/1/"),
    "earlier report": (f"{PAGES['report'][0]}ban/1/", f"{PAGES['report'][1]}edition/1/"),
    "earlier series": (f"{PAGES['flow'][0]}ban/1/", f"{PAGES['flow'][1]}edition/1/"),
    "withdrawn": ("/vi/tin/doi-tac/ky-lai-ban-ghi-nho-hop-tac-them-nam-nam/", "/en/news/doi-tac/the-memorandum-is-signed-again-for-five-years/"),
}
# On a server whose database is away.
BROKEN = {"broken": ("/vi/",)}
