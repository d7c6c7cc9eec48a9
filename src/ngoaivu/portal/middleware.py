"""Middleware of the public site: the guard, and what every answer says about itself to the browser."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from ngoaivu.portal import guard

READING = ("GET", "HEAD")
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
Answer = Callable[[HttpRequest], HttpResponse]


def public_site(answer: Answer) -> Answer:
    """Guard each request that is not the desk's; `NGOAIVU_DESK` in the settings lists the addresses that are.

    It stands outside the session and log-in middleware, so that these too are refused their tables on a public page.
    """

    def guarded(request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(tuple(settings.NGOAIVU_DESK)):
            return answer(request)
        if request.method not in READING:
            return HttpResponseNotAllowed(READING)
        with guard.on_duty():
            response = answer(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return guarded
