/* Words composed by an input method (Telex, VNI) over a selection: the browser takes the selected nodes away, and Draft.js, which drew
   them, may not notice: words that stand in the text are no longer to be seen. So what is seen is compared with what is there. */
(() => {
  const { EditorState } = window.DraftJS;
  // Draft takes a composed word up 20 ms after the composition ended.
  const TAKEN_UP = 40;

  const editorOf = (node) => {
    const wrapper = node.closest?.("[data-draftail-editor-wrapper]");
    return wrapper?.parentNode.querySelector("input[type=hidden]")?.draftailEditor;
  };

  const differs = (node, content) =>
    content.getBlocksAsArray().some((block) => {
      const seen = node.querySelector(`[data-block][data-offset-key="${block.getKey()}-0-0"]`);
      return !seen || seen.textContent !== block.getText();
    });

  const mend = (node) => {
    const editor = editorOf(node);
    const state = editor?.getEditorState();
    if (!state || state.isInCompositionMode() || !differs(node, state.getCurrentContent())) return;
    editor.editorRef.editor.restoreEditorDOM();
    editor.onChange(EditorState.forceSelection(state, state.getSelection()));
  };

  document.addEventListener("compositionend", ({ target }) => setTimeout(() => mend(target), TAKEN_UP), true);
})();
