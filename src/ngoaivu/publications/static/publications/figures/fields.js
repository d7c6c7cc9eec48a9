/* The text as it stands unsaved: every field a reader meets, in the order of the form, read into lines and written to.

   A rich field is an editor of Draft.js, one line for each of its blocks; a plain one is an input whose figures are tokens.
   Line: {place, text, typed, pieces: [{start, end, kind, settings}], plain?}: `text` is `typed` as it goes over the wire, NFC;
   offsets are code points of `text`. */
(() => {
  const { EditorState, Modifier, SelectionState } = window.DraftJS;
  const KINDS = { FIGURE: "figure", RECORD: "record", QUOTE: "quote", WAIVER: "waiver" };

  const withoutEmpty = (data) => Object.fromEntries(Object.entries(data).filter(([, value]) => value !== "" && value !== undefined && value !== null));

  const pieces = (content, block, text) => {
    const found = [];
    const marked = (letter) => letter.getEntity() !== null && content.getEntity(letter.getEntity()).getType() in KINDS;
    block.findEntityRanges(marked, (from, to) => {
      const entity = content.getEntity(block.getEntityAt(from));
      const [start, end] = [ngoaivu.toPoints(text, from), ngoaivu.toPoints(text, to)];
      found.push({ start, end, kind: KINDS[entity.getType()], settings: withoutEmpty(entity.getData()) });
    });
    return found;
  };

  class Rich {
    constructor(input, place, kind) {
      Object.assign(this, { input, place, kind, plain: false });
    }

    get editor() {
      return this.input.draftailEditor;
    }

    get content() {
      return this.editor.getEditorState().getCurrentContent();
    }

    /** What changes when, and only when, the text or a mark does: Draft's content is immutable. */
    get version() {
      return this.content;
    }

    lines() {
      const content = this.content;
      return content
        .getBlocksAsArray()
        .map((block) => ({ block, text: block.getText() }))
        .filter(({ text }) => text.trim())
        .map(({ block, text }, number) => ({
          place: `${this.place}/${number}`,
          key: block.getKey(),
          text: ngoaivu.wired(text),
          typed: text,
          pieces: pieces(content, block, text),
        }));
    }

    range(line, start, end) {
      const offsets = { anchorOffset: ngoaivu.toUnits(line.typed, start), focusOffset: ngoaivu.toUnits(line.typed, end) };
      return SelectionState.createEmpty(line.key).merge({ ...offsets, hasFocus: false });
    }

    /** Mark ranges, from the last to the first, in one step of the editor's undo. Change: {line, start, end, text, entity, data}. */
    mark(changes) {
      const state = this.editor.getEditorState();
      const later = (one, other) => (one.line.key === other.line.key ? other.start - one.start : 0);
      const content = [...changes].sort(later).reduce((before, change) => this.marked(before, change), state.getCurrentContent());
      this.editor.onChange(EditorState.push(state, content, "apply-entity"));
    }

    marked(content, { line, start, end, text, entity, data }) {
      const range = this.range(line, start, end);
      if (!entity) return Modifier.applyEntity(content, range, null);
      const made = content.createEntity(entity, "IMMUTABLE", data);
      const style = content.getBlockForKey(line.key).getInlineStyleAt(range.getStartOffset());
      return Modifier.replaceText(made, range, text, style, made.getLastCreatedEntityKey());
    }

    holds(line, start, end, text) {
      return this.content.getBlockForKey(line.key)?.getText() === line.typed && [...line.text].slice(start, end).join("") === text;
    }

    insert(chosen, withFigure) {
      const state = withFigure(this.editor.getEditorState(), chosen);
      this.editor.onChange(EditorState.forceSelection(state, state.getSelection().set("hasFocus", true)));
    }

    go(line, start, end) {
      const range = this.range(line, start, end).set("hasFocus", true);
      this.editor.onChange(EditorState.forceSelection(this.editor.getEditorState(), range));
      this.editor.focus();
      const block = this.input.parentNode.querySelector(`[data-offset-key="${line.key}-0-0"]`);
      block?.scrollIntoView({ block: "center" });
    }
  }

  class Plain {
    constructor(input, place, kind) {
      Object.assign(this, { input, place, kind, plain: true });
    }

    get version() {
      return this.input.value;
    }

    lines() {
      const typed = this.input.value;
      return typed.trim() ? [{ place: this.place, text: ngoaivu.wired(typed), typed, pieces: [], plain: true }] : [];
    }

    /** Replace ranges by their tokens, from the last to the first; the browser's own undo takes each back. */
    mark(changes) {
      const before = document.activeElement;
      for (const { line, start, end, token } of [...changes].sort((one, other) => other.start - one.start)) {
        this.select(line, start, end);
        // The one way to write into a field that its undo knows.
        document.execCommand("insertText", false, token);
      }
      before?.focus();
    }

    holds(line) {
      return this.input.value === line.typed;
    }

    insert({ token }) {
      this.input.focus();
      document.execCommand("insertText", false, token);
    }

    select(line, start, end) {
      this.input.focus();
      this.input.setSelectionRange(ngoaivu.toUnits(line.typed, start), ngoaivu.toUnits(line.typed, end));
    }

    go(line, start, end) {
      this.select(line, start, end);
      this.input.scrollIntoView({ block: "center" });
    }
  }

  const BODY = /^(\w+)-(\d+)-value(?:-(\w+))?$/;

  /** Where an input of the body stands, and what it is: {place, kind}, or null for what no reader meets. */
  const inBody = (form, name, plain) => {
    const found = BODY.exec(name);
    if (!found) return null;
    const [, stream, number, part] = found;
    const told = (what) => form.elements.namedItem(`${stream}-${number}-${what}`)?.value || "";
    if (told("deleted")) return null;
    const place = `${stream}/${told("id") || `new-${number}`}${part ? `/${part}` : ""}`;
    return { place, kind: part || told("type"), plain: (plain.blocks[told("type")] || []).includes(part || "") };
  };

  const field = (form, input, plain) => {
    const body = inBody(form, input.name, plain);
    if (input.draftailEditor) return new Rich(input, body?.place || input.name, body?.kind || input.name);
    if (body?.plain) return new Plain(input, body.kind === "heading" ? `${body.place}/0` : body.place, body.kind);
    return plain.fields.includes(input.name) ? new Plain(input, input.name, input.name) : null;
  };

  /** Every field of the form that a reader meets. */
  const fields = (form, plain) => [...form.querySelectorAll("input[name], textarea[name]")].map((input) => field(form, input, plain)).filter(Boolean);

  window.ngoaivu = { ...window.ngoaivu, fields };
})();
