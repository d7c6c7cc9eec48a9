"""An officer at the page editor: what he clicks and types is counted, for a person has only so many hands."""

import re
import unicodedata
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

# What a person takes: to find a button among others and press it, to press one key of a word he knows.
CLICK_SECONDS, KEY_SECONDS = 5.0, 0.5
BODY = "section[id$=-body-section]"


# Selects some words of an editor; none of a figure, which is one piece.
SELECT = """words => {
  for (const editor of document.querySelectorAll(".public-DraftEditor-content")) {
    const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(words);
      if (at < 0) continue;
      editor.focus();
      getSelection().setBaseAndExtent(node, at, node, at + words.length);
      return true;
    }
  }
  return false;
}"""


def retell(page: Page, words: str, told: str) -> None:
    """Select words of an editor and type others over them, as a translator does around a figure."""
    assert page.evaluate(SELECT, words), words
    page.keyboard.type(told)
    expect(page.locator(".public-DraftEditor-content").filter(has_text=told).first).to_be_visible()


def strokes(text: str) -> int:
    """Keys of a text in Telex: a mark of a letter is a key of its own, and so is the bar of «đ»."""
    return len(unicodedata.normalize("NFD", text)) + text.casefold().count("đ")


@dataclass
class Officer:
    """One tab of the editor, and what was done in it."""

    page: Page
    clicks: int = field(default=0)
    keys: int = field(default=0)

    @property
    def seconds(self) -> float:
        """How long a person would take."""
        return self.clicks * CLICK_SECONDS + self.keys * KEY_SECONDS

    @property
    def told(self) -> str:
        """The acts, for whoever reads a failure."""
        return f"{self.clicks} clicks and {self.keys} keys: {self.seconds:.0f} s for a person"

    def click(self, there: Locator) -> None:
        """One click."""
        there.click()
        self.clicks += 1

    def type(self, text: str) -> None:
        """A text, key by key."""
        self.page.keyboard.type(text)
        self.keys += strokes(text)

    def press(self, key: str) -> None:
        """One key, or several at once."""
        self.page.keyboard.press(key)
        self.keys += 1

    def paste(self, text: str) -> None:
        """What lies on the clipboard, put where the cursor stands."""
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.press("Control+v")

    @property
    def body(self) -> Locator:
        """The first paragraph editor of the body."""
        return self.page.locator(f"{BODY} .public-DraftEditor-content").first

    def begin_body(self) -> None:
        """Add a paragraph to the empty body and put the cursor there."""
        self.click(self.page.locator(f"{BODY} .c-sf-add-button").first)
        self.click(self.page.get_by_role("option", name="Đoạn văn"))
        expect(self.body).to_be_focused()

    # The panel

    @property
    def counts(self) -> Locator:
        """How many figures there are, in one sentence."""
        return self.page.locator(".ngoaivu-counts")

    def rows(self, told: str = "") -> Locator:
        """The figures as listed, all or those of an attribute: `[data-state=loose]`."""
        return self.page.locator(f".ngoaivu-row{told}")

    def words(self, told: str = "") -> list[str]:
        """The words of the figures listed, without «Đến chỗ»."""
        return [text.removeprefix("Đến chỗ ") for text in self.rows(told).locator(".ngoaivu-words").all_text_contents()]

    def row(self, words: str, told: str = "") -> Locator:
        """The first figure of these words."""
        return self.rows(told).filter(has=self.page.locator(".ngoaivu-words").get_by_text(re.compile(rf"^(Đến chỗ )?{re.escape(words)}$"))).first

    def awaits(self, state: str, number: int) -> None:
        """Until so many figures are in a state."""
        expect(self.rows(f"[data-state={state}]")).to_have_count(number)

    def quote(self, words: str, place: str) -> None:
        """Quote a figure from the newest document that may be cited."""
        quoted = self.rows("[data-state=quoted]").count()
        self.click(self.row(words, "[data-state=loose]").locator("[data-act=quote]"))
        dialog = self.page.get_by_role("dialog", name=f"Trích dẫn “{words}”")
        self.click(dialog.get_by_role("radio").first)
        self.click(dialog.get_by_label("Chỗ trong văn bản"))
        self.type(place)
        self.press("Enter")
        self.awaits("quoted", quoted + 1)

    def waive(self, words: str, reason: str) -> None:
        """Waive a figure with a reason."""
        waived = self.rows("[data-state=waived]").count()
        self.click(self.row(words, "[data-state=loose]").locator("[data-act=waive]"))
        dialog = self.page.get_by_role("dialog", name=f"Miễn gắn cho “{words}")
        self.type(reason)
        self.click(dialog.get_by_role("button", name="Miễn"))
        self.awaits("waived", waived + 1)

    def save(self) -> None:
        """Keep the draft."""
        with self.page.expect_navigation():
            self.press("Control+s")
        expect(self.counts).to_contain_text("con số")
