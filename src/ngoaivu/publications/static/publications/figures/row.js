/* One figure in the panel: its words (a button that leads to it), state and verdict in words, what can be done with it. */
(() => {
  const { make, fill } = window.ngoaivu;
  // A shape for each state, so that colour is never alone; the words beside it say the same.
  const MARKS = { bound: "●", quoted: "❞", waived: "◇", loose: "○" };
  // What is wrong or has moved has a shape of its own: a filled dot stands for a figure that holds.
  const mark = (figure) => (figure.verdict === "moved" ? "↻" : figure.blocks && figure.state === "bound" ? "✕" : MARKS[figure.state]);
  const ACTS = { loose: ["search", "quote", "waive"], bound: ["settings", "unbind"], quoted: ["unbind"], waived: ["unbind"] };

  const unseen = (text) => make("span", { class: "ngoaivu-unseen" }, text);
  const button = (act, attributes, ...children) => make("button", { type: "button", "data-act": act, ...attributes }, ...children);

  /** An act whose name for screen readers tells the figure too. */
  const act = (says, name, figure) => button(name, { class: "ngoaivu-act" }, says.acts[name], unseen(` “${figure.text}”`));

  /** A sentence with one of its gaps filled by an element. */
  const around = (sentence, gap, element) => {
    const [before, after] = sentence.split(`{${gap}}`);
    return [before, element, after];
  };

  const suggestion = (says, figure, one, number, style) => {
    const sentence = fill(says.bind, { name: one.name, when: one.when });
    const told = one.holds ? says.reads : says.changes;
    const reads = one.text === figure.text ? null : make("span", { class: "ngoaivu-reads" }, fill(told, one));
    return button("bind", { class: style, "data-number": number }, ...around(sentence, "text", unseen(`“${figure.text}”`)), reads && " ", reads);
  };

  const others = (says, figure) => {
    const more = figure.suggestions.slice(1);
    if (!more.length) return null;
    const offered = more.map((one, at) => make("li", {}, suggestion(says, figure, one, at + 1, "ngoaivu-other")));
    return make("details", {}, make("summary", {}, fill(says.others, { number: more.length }), unseen(` “${figure.text}”`)), make("ul", {}, offered));
  };

  const verdict = (says, figure) => {
    // A quote or a waiver that holds says nothing of the registry.
    const ofRegistry = figure.verdict !== "supported" || ["bound", "loose"].includes(figure.state);
    const parts = [says.states[figure.state], ofRegistry && says.verdicts[figure.verdict]].filter(Boolean);
    return make("p", { class: "ngoaivu-verdict" }, make("span", { class: "ngoaivu-mark", "aria-hidden": "true" }, mark(figure)), ` ${parts.join(" · ")}`);
  };

  const outdated = (figure) => figure.state === "bound" && figure.now && figure.now !== figure.text;

  const binding = (says, figure) =>
    figure.state === "loose" && figure.suggestions.length
      ? [suggestion(says, figure, figure.suggestions[0], 0, `button button-small ngoaivu-bind${figure.suggestions[0].holds ? "" : " button-secondary"}`), others(says, figure)]
      : [];

  const acts = (says, figure) => {
    const offered = [...(outdated(figure) && !figure.plain ? ["update"] : []), ...ACTS[figure.state]];
    return make("p", { class: "ngoaivu-acts" }, offered.map((name) => act(says, name, figure)));
  };

  /** What the buttons do not say: that a figure is loose they do, and that the registry agrees the verdict does. */
  const message = (figure) => (figure.state !== "loose" ? figure.message : figure.verdict === "supported" ? "" : figure.told);

  const content = (says, figure) => [
    button("go", { class: "ngoaivu-words" }, unseen(`${says.acts.go} `), figure.text),
    verdict(says, figure),
    figure.name && figure.state !== "loose" ? make("p", { class: "ngoaivu-name" }, figure.name) : null,
    message(figure) ? make("p", { class: "ngoaivu-message" }, message(figure)) : null,
    ...binding(says, figure),
    acts(says, figure),
  ];

  const shown = ({ start, end, field, line, ...told }) => JSON.stringify(told);

  /** Make or renew the row of a figure; what did not change is left alone, so that focus and open lists stay. */
  const row = (says, figure, before) => {
    const element = before || make("li", { class: "ngoaivu-row" });
    const told = shown(figure);
    if (element.ngoaivuTold === told) return element;
    const focused = element.contains(document.activeElement);
    element.ngoaivuTold = told;
    element.dataset.state = figure.state;
    element.dataset.verdict = figure.verdict;
    element.toggleAttribute("data-blocks", figure.blocks);
    element.replaceChildren(...content(says, figure).filter(Boolean));
    if (focused) element.querySelector("button").focus();
    return element;
  };

  window.ngoaivu = { ...window.ngoaivu, row };
})();
