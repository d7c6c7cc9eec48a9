"""Lines with marks, written as tests read them: words, and pieces as tuples of words, kind and settings."""

from ngoaivu.publications.lines import Kind, Line, Piece

Part = str | tuple[str, Kind, dict[str, str]]
TERM = "term:2015-2020"
PEOPLE = {"fact": "delegations.inbound.people", "territory": "noi-nay", "period": TERM}
MISSIONS = {"fact": "delegations.inbound.missions", "territory": "noi-nay", "period": TERM}


def figure(words: str, settings: dict[str, str] | None = None, **more: str) -> Part:
    return words, "figure", (PEOPLE if settings is None else settings) | more


def line(*parts: Part, place: str = "body/a/0") -> Line:
    text, pieces = "", []
    for part in parts:
        words = part if isinstance(part, str) else part[0]
        if not isinstance(part, str):
            end = len(text) + len(words)
            pieces.append(Piece(len(text), end, part[1], tuple(part[2].items()), len(text), end))
        text += words
    return Line(place, "", text, tuple(pieces))
