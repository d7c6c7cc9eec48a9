/* Backspace and Delete at the edge of a figure or inside it. Draft.js would take the whole figure away at one stroke; input methods
   such as Unikey send Backspace by themselves, so the figure becomes loose text that loses one letter, as any other word would. */
(() => {
  const { EditorState, Modifier, SelectionState } = window.DraftJS;
  const MARKED = ["FIGURE", "RECORD", "QUOTE", "WAIVER"];
  const WAYS = { backspace: -1, delete: 0 };

  const range = (block, start, end) => SelectionState.createEmpty(block.getKey()).merge({ anchorOffset: start, focusOffset: end });

  /** The whole run of one mark around an offset. */
  const around = (block, key, at) => {
    let [start, end] = [at, at + 1];
    while (start > 0 && block.getEntityAt(start - 1) === key) start -= 1;
    while (end < block.getLength() && block.getEntityAt(end) === key) end += 1;
    return range(block, start, end);
  };

  /** The letter before or after the cursor, both halves of a pair. */
  const letter = (block, offset, way) => {
    const text = block.getText();
    if (way === 0) return range(block, offset, offset + [...text.slice(offset)][0].length);
    return range(block, offset - [...text.slice(0, offset)].pop().length, offset);
  };

  /** The state after one letter of a marked piece was taken away, or null where no mark is touched. */
  const loosened = (state, way) => {
    const [content, selection] = [state.getCurrentContent(), state.getSelection()];
    if (!selection.isCollapsed()) return null;
    const block = content.getBlockForKey(selection.getStartKey());
    const at = selection.getStartOffset() + way;
    const key = at >= 0 && at < block.getLength() ? block.getEntityAt(at) : null;
    if (!key || !MARKED.includes(content.getEntity(key).getType())) return null;
    const loose = Modifier.applyEntity(content, around(block, key, at), null);
    const shorter = Modifier.removeRange(loose, letter(block, selection.getStartOffset(), way), way ? "backward" : "forward");
    return EditorState.push(state, shorter, "apply-entity");
  };

  const handleKeyCommand = (command, state, ...more) => {
    const next = command in WAYS ? loosened(state, WAYS[command]) : null;
    if (!next) return "not-handled";
    more[more.length - 1].setEditorState(next);
    return "handled";
  };

  window.draftail.registerPlugin({ type: "NGOAIVU_EDGES", handleKeyCommand }, "plugins");
})();
