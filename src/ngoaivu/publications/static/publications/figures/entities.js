/* Figures, records, quotes and waivers in the editor: each one piece with its own line below it and a title that says what stands behind. */
(() => {
  const { EditorState, Modifier } = window.DraftJS;
  const CLASSES = { FIGURE: "figure", RECORD: "record", QUOTE: "quote", WAIVER: "waiver" };
  const names = new Map();

  const sorted = (data) => Object.entries(data).filter(([, value]) => value).sort();
  const keyOf = (kind, data) => JSON.stringify([kind, ...sorted(data)]);
  const codes = (data) => [data.fact || data.document || data.key, data.period, data.on, data.by, data.place].filter(Boolean).join(" · ");

  /** Give a piece the name people know it by, as the server told it. */
  const named = (kind, data, name) => names.set(keyOf(kind, data), name);

  const piece = (kind) => ({ entityKey, contentState, children }) => {
    const data = contentState.getEntity(entityKey).getData();
    const key = keyOf(kind, data);
    const title = names.get(key) || codes(data);
    return React.createElement("span", { className: `ngoaivu-piece ngoaivu-${kind}`, title, "data-ngoaivu-piece": key }, children);
  };

  /** Show the names in the editors that stand open: Draft draws a piece anew only when its text changes. */
  const showNames = (root) => {
    for (const span of root.querySelectorAll("[data-ngoaivu-piece]")) {
      const name = names.get(span.dataset.ngoaivuPiece);
      if (name && span.title !== name) span.title = name;
    }
  };

  /** The editor's state with a figure at its cursor, in place of what is selected. */
  const withFigure = (state, { settings, text }) => {
    const made = state.getCurrentContent().createEntity("FIGURE", "IMMUTABLE", settings);
    const content = Modifier.replaceText(made, state.getSelection(), text, state.getCurrentInlineStyle(), made.getLastCreatedEntityKey());
    return EditorState.push(state, content, "insert-characters");
  };

  const editorOf = (state) => {
    const key = state.getSelection().getStartKey();
    const inputs = [...document.querySelectorAll("input[type=hidden][name]")].filter((input) => input.draftailEditor);
    return inputs.find((input) => input.draftailEditor.getEditorState().getCurrentContent().getBlockForKey(key))?.draftailEditor;
  };

  /** Put the cursor back where it was. */
  const back = (before) => {
    const editor = editorOf(before);
    const selection = before.getSelection().set("hasFocus", true);
    editor?.onChange(EditorState.forceSelection(editor.getEditorState(), selection));
  };

  /** The toolbar's button and the palette: the chooser of indicators opens; Escape closes it and the cursor is back. */
  class Chooser extends React.Component {
    componentDidMount() {
      this.choose();
    }

    async choose() {
      const { editorState, onComplete, onClose } = this.props;
      const chosen = await window.ngoaivu.choose?.();
      if (chosen) return onComplete(withFigure(editorState, chosen));
      onClose();
      // The editor can be typed into again only after it was drawn anew.
      return setTimeout(() => back(editorState), 50);
    }

    render() {
      return null;
    }
  }

  // The others have no tool: they come from the panel or the draft, and are moved, copied or removed like a word.
  class Nothing extends React.Component {
    componentDidMount() {
      this.props.onClose();
    }

    render() {
      return null;
    }
  }

  for (const [type, kind] of Object.entries(CLASSES)) {
    const source = type === "FIGURE" ? Chooser : Nothing;
    window.draftail.registerPlugin({ type, source, decorator: piece(kind) }, "entityTypes");
  }

  window.ngoaivu = { ...window.ngoaivu, named, showNames, withFigure };
})();
