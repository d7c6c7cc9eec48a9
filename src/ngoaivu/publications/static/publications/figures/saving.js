/* Nothing typed is lost on saving. Draftail writes an editor's text into its hidden input a quarter of a second after the last key;
   whoever reads the form before that (the save button, Ctrl+S, autosave) would keep a text without its last letters. */
(() => {
  const written = new WeakMap();

  /** Write the editor's text into its input, if it is newer. */
  const flush = (input) => {
    const editor = input.draftailEditor;
    const content = editor.getEditorState().getCurrentContent();
    if (written.get(editor) === content) return;
    editor.saveState();
    written.set(editor, content);
  };

  // The browser asks with this event for every reading of a form, submitted or not.
  const complete = ({ target, formData }) => {
    for (const input of target.querySelectorAll("input[type=hidden][name]")) {
      if (!input.draftailEditor) continue;
      flush(input);
      if (formData.has(input.name)) formData.set(input.name, input.value);
    }
  };

  // An input method has its word under way: it is in the text 40 ms after its composition ended.
  const COMPOSED = 80;
  const composing = (form) =>
    [...form.querySelectorAll("input[type=hidden][name]")].some((input) => input.draftailEditor?.getEditorState().isInCompositionMode());

  const waited = new WeakSet();
  const wait = (event) => {
    if (!composing(event.target) || waited.has(event.target)) return;
    waited.add(event.target);
    event.preventDefault();
    event.stopImmediatePropagation();
    document.activeElement?.blur();
    setTimeout(() => event.target.requestSubmit(event.submitter), COMPOSED);
  };

  document.addEventListener("formdata", complete, true);
  document.addEventListener("submit", wait, true);
})();
