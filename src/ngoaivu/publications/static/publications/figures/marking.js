/* What each act writes into the text: a mark in a rich field, a token in a plain one. */
(() => {
  // A suggestion is sure when the registry says the same, it fits well, and no other fits nearly as well;
  // one whose value happens to be the same must stand further behind.
  const SURE = 0.5;
  const APART = 0.1;
  const APART_IF_HOLDS = 0.25;

  const one = (text) => text.replace(/["{}|]/g, " ").trim();

  const changes = {
    bind: (figure, { settings, text, token }) => ({ text, entity: "FIGURE", data: settings, token }),
    update: (figure) => ({ text: figure.now, entity: "FIGURE", data: figure.settings, token: "" }),
    unbind: (figure) => ({ text: figure.text, entity: null, token: figure.text }),
    waive: (figure, { key }) => ({ text: figure.text, entity: "WAIVER", data: { key }, token: `{waiver ${key}|${figure.text}}` }),
    quote: (figure, { document, place }) => ({
      text: figure.text,
      entity: "QUOTE",
      data: { document, place },
      token: `{quote document=${document} place="${one(place)}"|${figure.text}}`,
    }),
  };

  /** The change an act makes to a figure of the text as read. */
  const change = (act, figure, given) => ({ ...changes[act](figure, given), line: figure.line, start: figure.start, end: figure.end });

  /** Write changes: one step of undo for each editor. False where the text is no longer the one that was read. */
  const write = (pairs) => {
    const fields = new Map();
    for (const [figure, made] of pairs) {
      if (!figure.field.holds(figure.line, figure.start, figure.end, figure.text)) return false;
      fields.set(figure.field, [...(fields.get(figure.field) || []), made]);
    }
    for (const [field, made] of fields) field.mark(made);
    return true;
  };

  const sure = (figure) => {
    const [first, next] = figure.suggestions;
    if (figure.state !== "loose" || figure.verdict !== "supported" || !first?.holds) return false;
    const apart = next ? Number(first.score) - Number(next.score) : 1;
    return Number(first.score) >= SURE && apart >= (next?.holds ? APART_IF_HOLDS : APART);
  };

  window.ngoaivu = { ...window.ngoaivu, change, write, sure };
})();
