"""Addresses of the screens of texts, below the desk's."""

from django.urls import URLPattern, URLResolver, include, path

from ngoaivu.publications import behind, deciding_views, earlier, product_views, views, writing_views
from ngoaivu.publications.lapsed import views as lapsed
from ngoaivu.publications.panel import urls as panel

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.texts, name="texts"),
    path("moi/", views.new_report, name="new_report"),
    path("con-so/", include(panel.urlpatterns)),
    path("tin-moi/", writing_views.new_item, name="new_item"),
    path("con-so-khong-con-dung/", lapsed.listed, name="lapsed"),
    path("ho-so-sau-con-so/", behind.rows, name="rows"),
    path("<slug:key>/", views.text, name="text"),
    path("<slug:key>/xem/<str:language>/", views.preview, name="preview"),
    path("<slug:key>/van-ban/<str:language>.docx", views.paper, name="paper"),
    path("<slug:key>/da-luu/<str:language>/", earlier.drafts, name="drafts"),
    path("<slug:key>/da-luu/<str:language>/<int:number>/", earlier.draft, name="draft"),
    path("<slug:key>/trinh-duyet/", deciding_views.submission, name="submit"),
    path("<slug:key>/rut-trinh/", deciding_views.calling_back, name="call_back"),
    path("<slug:key>/dang/", views.publication, name="publish"),
    path("<slug:key>/van-dang/", views.overruling, name="override"),
    path("<slug:key>/chep/<str:language>/", writing_views.other_language, name="copy"),
    path("<slug:key>/ban-moi/", lapsed.anew, name="anew"),
    path("<slug:key>/rut/", views.news_withdrawal, name="withdraw_news"),
    path("<slug:key>/quyet-dinh/", deciding_views.decision, name="decide"),
    path("ban-phat-hanh/<int:number>/", views.release, name="release"),
    path("ban-phat-hanh/<int:number>/van-ban/<str:language>.docx", product_views.released_paper, name="release_paper"),
    path("ban-phat-hanh/<int:number>/rut/", views.withdrawal, name="withdraw"),
]
