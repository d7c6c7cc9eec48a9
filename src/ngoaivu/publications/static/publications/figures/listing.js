/* The list of figures by place. Rows and places that did not change stay as they are, so that focus, scroll and open lists stay too. */
(() => {
  const { make, fill, row } = window.ngoaivu;

  /** Make the children of an element these, moving as few as can be. */
  const settle = (element, wanted) => {
    const kept = new Set(wanted);
    for (const child of [...element.children]) if (!kept.has(child)) child.remove();
    wanted.forEach((child, at) => element.children[at] !== child && element.insertBefore(child, element.children[at] || null));
  };

  const UNDER = ["paragraph", "alt", "caption", "credit"];

  /** What people call each place: paragraphs and headings are counted, pictures by their alternative text, which comes first; each with its heading. */
  const labels = (lines, says, figures) => {
    const counted = {};
    let heading = "";
    const label = ({ field: { kind }, line }) => {
      const what = kind === "alt" ? "picture" : kind;
      counted[what] = (counted[what] || 0) + 1;
      if (kind === "heading") heading = reading(line, figures.filter(({ place }) => place === line.place)) || line.text;
      const place = fill(says.places[kind] || kind, { number: counted[["caption", "credit"].includes(kind) ? "picture" : what] || 1 });
      return UNDER.includes(kind) && heading ? fill(says.places.under, { place, heading }) : place;
    };
    return new Map(lines.map((one) => [one.line.place, label(one)]));
  };

  /** How a plain field with tokens reads: each token replaced by its figure's words. */
  const reading = (line, figures) => {
    if (!line.plain || !line.text.includes("{")) return "";
    const letters = [...line.text];
    for (const { start, end, text } of [...figures].sort((one, other) => other.start - one.start)) letters.splice(start, end - start, text);
    return letters.join("");
  };

  class Listing {
    constructor(element, says) {
      Object.assign(this, { element, says, rows: new Map(), places: new Map() });
      this.figures = new Map();
    }

    /** Show what the server told of these lines. */
    show(lines, told) {
      const known = new Map(lines.map((one) => [one.line.place, one]));
      this.figures = new Map();
      for (const one of told) if (known.has(one.place)) this.add(one, known.get(one.place));
      this.arrange(labels(lines, this.says, [...this.figures.values()]));
    }

    /** A figure keeps its name while others come and go: its place, its words, and which of the same words it is. */
    add(told, { field, line }) {
      let [nth, name] = [1, ""];
      do name = JSON.stringify([told.place, told.text, nth++]);
      while (this.figures.has(name));
      this.figures.set(name, { ...told, plain: field.plain, field, line });
    }

    arrange(named) {
      const [rows, places] = [new Map(), new Map()];
      for (const [name, figure] of this.figures) {
        const element = row(this.says, figure, this.rows.get(name));
        element.dataset.name = name;
        rows.set(name, element);
        if (!places.has(figure.place)) places.set(figure.place, []);
        places.get(figure.place).push(figure);
      }
      this.rows = rows;
      const names = new Map([...this.figures].map(([name, figure]) => [figure, name]));
      settle(this.element, [...places].map(([place, figures]) => this.place(place, named.get(place), figures, figures.map((one) => rows.get(names.get(one))))));
    }

    place(place, label, figures, rows) {
      const element = this.places.get(place) || make("section", {}, make("h3", {}), make("p", { class: "ngoaivu-line" }), make("ul", {}));
      this.places.set(place, element);
      const [heading, line, list] = element.children;
      const words = reading(figures[0].line, figures);
      if (heading.textContent !== label) heading.textContent = label;
      line.textContent = words && fill(this.says.line, { text: words });
      line.hidden = !words;
      settle(list, rows);
      return element;
    }

    /** Put the focus on the figure that stands where this one stood. */
    focus({ place, start }) {
      const [name] = [...this.figures].find(([, figure]) => figure.place === place && figure.start === start) || [];
      this.rows.get(name)?.querySelector("button").focus();
    }
  }

  window.ngoaivu = { ...window.ngoaivu, Listing, settle };
})();
