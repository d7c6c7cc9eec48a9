"""What a screen of Wagtail's answers when the wall refuses: the sentences on the text's own screen, never a broken page."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect

from ngoaivu.publications.wall import Unpublishable

Answer = Callable[[HttpRequest], HttpResponse]


class Refusing:
    """Middleware that tells the refusals of the wall."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as ever."""
        return self.answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A refusal in words: as JSON where JSON was asked for, else on the screen of the text."""
        if not isinstance(error, Unpublishable):
            return None
        if request.accepts("text/html"):
            for sentence in error.messages:
                messages.error(request, sentence)
            return redirect("publications:text", key=error.key)
        return JsonResponse({"error": " ".join(error.messages)}, status=422)
