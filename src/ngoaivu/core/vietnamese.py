"""Vietnamese text «chữ Việt»: one normal form, folding for search, a key for alphabetical order, slugs."""

import re
import unicodedata

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
SHAPES = {"\u0306", "\u0302", "\u031b"}
# Signs that come along with a copied text: they turn its direction, join or part letters unseen, and make equal names unequal.
UNSEEN = dict.fromkeys([0x00AD, 0x061C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)])
# Words that begin a name with a capital and are written small inside one.
INNER = re.compile(r"^(?:Thành phố|Tỉnh|Quận|Huyện|Bang|Vùng|Thủ đô|Đoàn)\b")
ORDER = {sign: f"{place:02d}" for place, sign in enumerate(f"0123456789{ALPHABET}", start=1)}


def nfc(text: str) -> str:
    """The one form in which the system keeps text: composed, without signs nobody sees, without stray spaces at either end."""
    return unicodedata.normalize("NFC", text.translate(UNSEEN)).strip()


def inner(name: str) -> str:
    """A name as it stands inside another or in a sentence: «đoàn thành phố Gwangyang», «của tỉnh Mẫu»."""
    return name[:1].lower() + name[1:] if INNER.match(name) else name


def fold(text: str) -> str:
    """The text without marks and capitals, as a hurried reader types it: «Đối ngoại» becomes «doi ngoai»."""
    plain = text.replace("đ", "d").replace("Đ", "D")
    marks = unicodedata.normalize("NFD", plain)
    bare = "".join(sign for sign in marks if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", bare).casefold()


def sort_key(text: str) -> str:
    """A string of digits whose order is Vietnamese alphabetical order on every database, whatever its collation.

    Syllable by syllable, as dictionaries have it: letters decide first (đ after d, ă after a), then the tone (level, huyền,
    hỏi, ngã, sắc, nặng), then the next syllable. Capitals and the signs between syllables do not count.
    """
    return "".join(_key_of_syllable(syllable) for syllable in re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold()))[:400]


def _key_of_syllable(syllable: str) -> str:
    """Two digits for each letter, "00", which comes before any letter, and one digit for the tone."""
    letters: list[str] = []
    tone = 0
    for sign in unicodedata.normalize("NFD", syllable):
        if sign in TONES:
            tone = TONES[sign]
        elif sign in SHAPES and letters:
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + sign)
        elif not unicodedata.combining(sign):
            letters.append(sign)
    return "".join(ORDER.get(letter, f"99{ord(letter[0]):07d}") for letter in letters) + f"00{tone}"


def slugify(text: str, most: int = 80) -> str:
    """An address part that loses neither đ nor a decimal point, cut between words: «1,2 tỷ» gives «1-2-ty»."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
    if len(words) <= most:
        return words
    return words[: most + 1].rsplit("-", 1)[0].strip("-")
