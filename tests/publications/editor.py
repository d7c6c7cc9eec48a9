"""Driving the page editor in a browser: a text of known words in its first editor, what the editor holds, where its cursor stands."""

import itertools
from collections.abc import Sequence
from typing import Any

from playwright.sync_api import CDPSession, Page

# As a text is told here: «Có [3 đoàn] đến.», a figure in brackets.
LEAD = "document.querySelector('input[name=lead]')"
DATA = {"fact": "delegations.inbound.missions", "territory": "noi-nay", "period": "term:2015-2020"}

WRITE = f"""([blocks, data]) => {{
  const editor = {LEAD}.draftailEditor;
  const figures = blocks.reduce((sum, block) => sum + block.entityRanges.length, 0);
  const entityMap = Object.fromEntries([...Array(figures).keys()].map((key) => [key, {{type: "FIGURE", mutability: "IMMUTABLE", data}}]));
  const content = DraftJS.convertFromRaw({{blocks, entityMap}});
  editor.onChange(DraftJS.EditorState.push(editor.getEditorState(), content, "insert-characters"));
}}"""
READ = f"""() => {{
  const content = {LEAD}.draftailEditor.getEditorState().getCurrentContent();
  const brackets = (block) => {{
    const letters = [...block.text];
    for (const {{offset, length}} of [...block.entityRanges].sort((a, b) => b.offset - a.offset)) {{
      letters.splice(offset + length, 0, "]");
      letters.splice(offset, 0, "[");
    }}
    return letters.join("");
  }};
  return DraftJS.convertToRaw(content).blocks.map(brackets).join("\\n");
}}"""
SEEN = f"() => {LEAD}.parentNode.querySelector('.public-DraftEditor-content').innerText"
SELECT = f"""([start, end]) => {{
  const editor = {LEAD}.draftailEditor, state = editor.getEditorState();
  const key = state.getCurrentContent().getFirstBlock().getKey();
  const range = DraftJS.SelectionState.createEmpty(key).merge({{anchorOffset: start, focusOffset: end, hasFocus: true}});
  editor.onChange(DraftJS.EditorState.forceSelection(state, range));
}}"""


def blocks(told: str) -> list[dict[str, Any]]:
    """The blocks of Draft.js for some lines with bracketed figures."""
    made: list[dict[str, Any]] = []
    keys = itertools.count()
    for number, line in enumerate(told.split("\n")):
        ranges: list[dict[str, int]] = []
        text = ""
        for letter in line:
            if letter == "[":
                ranges.append({"offset": len(text), "key": next(keys), "length": 0})
            elif letter == "]":
                ranges[-1]["length"] = len(text) - ranges[-1]["offset"]
            else:
                text += letter
        made.append({"key": f"k{number:04d}", "text": text, "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": ranges})
    return made


class Editor:
    """The first rich text editor of the page, its lead."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.keys: CDPSession = page.context.new_cdp_session(page)

    def write(self, told: str) -> None:
        """Put a text there, figures in brackets."""
        self.page.evaluate(WRITE, [blocks(told), DATA])

    def read(self) -> str:
        """What the editor holds, figures in brackets."""
        return str(self.page.evaluate(READ))

    def seen(self) -> str:
        """What the officer sees in it."""
        return str(self.page.evaluate(SEEN))

    def select(self, start: int, end: int | None = None) -> None:
        """Put the cursor somewhere in the first line, or select a part of it."""
        self.page.evaluate(SELECT, [start, start if end is None else end])
        self.page.wait_for_timeout(40)

    def compose(self, *states: str) -> None:
        """Compose a word as an input method does: each state of it, then the word."""
        for state in states:
            self.keys.send("Input.imeSetComposition", {"text": state, "selectionStart": len(state), "selectionEnd": len(state)})
        self.keys.send("Input.insertText", {"text": states[-1]})
        self.page.wait_for_timeout(100)

    def press(self, keys: Sequence[str]) -> None:
        """Press keys as Unikey sends them: letters, «<» for Backspace, and letters no key has."""
        for key in keys:
            if key == "<":
                self.page.keyboard.press("Backspace")
            elif key.isascii():
                self.page.keyboard.type(key)
            else:
                told = {"text": key, "unmodifiedText": key, "key": key, "windowsVirtualKeyCode": 231}
                self.keys.send("Input.dispatchKeyEvent", {"type": "keyDown", **told})
                self.keys.send("Input.dispatchKeyEvent", {"type": "keyUp", "key": key, "windowsVirtualKeyCode": 231})
        self.page.wait_for_timeout(40)
