/* Words composed by an input method (Telex, VNI), where Draft.js may go wrong in two ways. Left in the middle of a word (a click elsewhere,
   Ctrl+S), the browser ends the composition without the event Draft waits for, and the word would be lost. Composed over a selection,
   the browser takes away nodes that Draft has drawn, and words that stand in the text would no longer be seen. */
(() => {
  const { EditorState, Modifier } = window.DraftJS;
  // Draft takes a composed word up 20 ms after the composition ended.
  const TAKEN_UP = 40;

  const editorOf = (node) => {
    const wrapper = node.closest?.("[data-draftail-editor-wrapper]");
    return wrapper?.parentNode.querySelector("input[type=hidden]")?.draftailEditor;
  };

  const take = (editor, word) => {
    const state = editor.getEditorState();
    const content = Modifier.replaceText(state.getCurrentContent(), state.getSelection(), word, state.getCurrentInlineStyle());
    editor.onChange(EditorState.push(state, content, "insert-characters"));
  };

  const differs = (node, content) =>
    content.getBlocksAsArray().some((block) => {
      const seen = node.querySelector(`[data-block][data-offset-key="${block.getKey()}-0-0"]`);
      return !seen || seen.textContent !== block.getText();
    });

  const mend = (node, editor) => {
    const state = editor.getEditorState();
    if (state.isInCompositionMode() || !differs(node, state.getCurrentContent())) return;
    editor.editorRef.editor.restoreEditorDOM();
    editor.onChange(EditorState.set(state, { nativelyRenderedContent: null, forceSelection: state.getSelection().getHasFocus() }));
  };

  const ended = ({ target, data }) => {
    const editor = editorOf(target);
    if (!editor) return;
    const before = editor.getEditorState().getCurrentContent();
    setTimeout(() => {
      if (data && editor.getEditorState().getCurrentContent() === before) take(editor, data);
      mend(target, editor);
    }, TAKEN_UP);
  };

  document.addEventListener("compositionend", ended, true);
})();
