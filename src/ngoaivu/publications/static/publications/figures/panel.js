/* The panel of figures: has the text read as it stands, shows what the server thinks of each figure, and does what is asked. */
(() => {
  const { Wire, Reading, Listing, settle, make, fill, change, write, sure, named, showNames, withFigure, useDialogs, glow } = window.ngoaivu;
  const KINDS = { bound: "figure", quoted: "quote", waived: "waiver" };

  class Figures extends window.StimulusModule.Controller {
    static targets = ["told", "counts", "said", "list", "beyond", "blocked", "advice", "advised", "dialogs", "all"];

    connect() {
      this.told = JSON.parse(this.toldTarget.textContent);
      this.says = this.told.says;
      this.wire = new Wire({ ...this.told, offline: this.says.offline });
      this.form = this.element.closest("form");
      this.listing = new Listing(this.listTarget, this.says);
      this.reading = new Reading(this.form, this.told.plain, () => this.check());
      useDialogs(this.dialogsTarget, this.wire, this.says);
      this.remember = ({ target }) => !this.element.contains(target) && this.noticed(target);
      this.form.addEventListener("focusin", this.remember);
      this.form.addEventListener("click", this.remember);
    }

    disconnect() {
      this.reading.stop();
      this.form.removeEventListener("focusin", this.remember);
      this.form.removeEventListener("click", this.remember);
    }

    /** Read the text and show it; nothing is asked when it is as it was read last. */
    check() {
      const lines = this.reading.lines();
      const wired = lines.map(({ line: { place, text, pieces, plain } }) => ({ place, text, pieces, plain }));
      const json = JSON.stringify(wired);
      if (json !== this.read) this.under = this.ask(lines, wired, json);
      return this.under;
    }

    async ask(lines, wired, json) {
      this.read = json;
      this.element.setAttribute("aria-busy", "true");
      try {
        const answer = await this.wire.doc(wired);
        if (!answer) return;
        this.show(lines, answer);
        this.advise(lines, wired);
      } catch (error) {
        this.read = null;
        this.countsTarget.textContent = fill(this.says.failed, { error: error.message });
      }
      this.element.removeAttribute("aria-busy");
    }

    show(lines, { figures, counts, beyond }) {
      this.listing.show(lines, figures);
      for (const one of figures) if (one.name && one.state in KINDS) named(KINDS[one.state], one.settings, one.name);
      showNames(this.form);
      glow([...this.listing.figures.values()]);
      this.beyondTarget.hidden = beyond.length === 0;
      this.blockedTarget.replaceChildren(...beyond.map((sentence) => make("li", {}, sentence)));
      this.count(counts, beyond.length === 0);
    }

    /** How many figures there are of each kind; a kind of which there is none is not told. */
    count({ all, ...counts }, nothingElse) {
      const { all: whole, ...parts } = this.says.counts;
      const told = Object.keys(parts).filter((name) => counts[name]).map((name) => fill(parts[name], { number: counts[name] }));
      const sentence = all ? `${fill(whole, { number: all })}: ${told.join("; ")}.` : this.says.empty;
      const text = nothingElse && !counts.blocking ? `${sentence} ${this.says.clear}` : sentence;
      if (this.countsTarget.textContent !== text) this.countsTarget.textContent = text;
      const number = [...this.listing.figures.values()].filter(sure).length;
      this.allTarget.textContent = fill(this.says.all, { number });
      this.allTarget.hidden = number === 0;
    }

    /** Nobody waits for the advice: what failed here is asked again with the next reading. */
    async advise(lines, wired) {
      const answer = await this.wire.advice(wired).catch(() => null);
      if (answer) this.showAdvice(lines, answer.advice);
    }

    showAdvice(lines, advice) {
      const known = new Map(lines.map((one) => [one.line.place, one]));
      const told = advice.filter(({ place }) => known.has(place));
      this.adviceTarget.hidden = told.length === 0;
      const item = (one) => {
        const button = make("button", { type: "button", class: "ngoaivu-words" }, [...known.get(one.place).line.text].slice(one.start, one.end).join(""));
        button.addEventListener("click", () => known.get(one.place).field.go(known.get(one.place).line, one.start, one.end));
        return make("li", {}, button, make("p", { class: "ngoaivu-message" }, one.message));
      };
      settle(this.advisedTarget, told.map(item));
    }

    say(sentence, values = {}) {
      this.saidTarget.textContent = fill(sentence, values);
    }

    // Acts

    async act({ target }) {
      const button = target.closest("[data-act]");
      if (!button) return;
      const { name } = button.closest("[data-name]").dataset;
      await this.check();
      const figure = this.listing.figures.get(name);
      if (!figure) this.say(this.says.done.moved);
      else await this[button.dataset.act](figure, button);
    }

    /** Write one change and say so. */
    async put(act, figure, given, sentence, values = {}) {
      const done = write([[figure, change(act, figure, given)]]);
      this.say(done ? sentence : this.says.done.moved, { ...figure, ...values });
      await this.check();
      // The row of the figure may be another one now: the keyboard stays with the figure.
      if (document.activeElement === document.body) this.listing.focus(figure);
    }

    go(figure) {
      figure.field.go(figure.line, figure.start, figure.end);
    }

    bind(figure, button) {
      const suggestion = figure.suggestions[Number(button.dataset.number)];
      return this.put("bind", figure, suggestion, this.says.done.bound, { name: suggestion.name });
    }

    update(figure) {
      return this.put("update", figure, null, this.says.done.updated, { text: figure.now });
    }

    unbind(figure) {
      return this.put("unbind", figure, null, this.says.done.unbound);
    }

    async search(figure) {
      const chosen = await window.ngoaivu.choose({ figure });
      return chosen && this.put("bind", figure, chosen, this.says.done.bound, { name: chosen.name });
    }

    async settings(figure) {
      const chosen = await window.ngoaivu.choose({ figure, settings: figure.settings });
      return chosen && this.put("bind", figure, chosen, this.says.done.updated, { text: chosen.text });
    }

    async quote(figure) {
      const quoted = await window.ngoaivu.quote(figure);
      return quoted && this.put("quote", figure, quoted, this.says.done.quoted);
    }

    async waive(figure) {
      const waived = await window.ngoaivu.waive(figure);
      return waived && this.put("waive", figure, waived, this.says.done.waived);
    }

    /** Bind every figure with one sure suggestion. */
    async bindAll() {
      await this.check();
      const found = [...this.listing.figures.values()].filter(sure);
      const done = write(found.map((figure) => [figure, change("bind", figure, figure.suggestions[0])]));
      this.say(done ? this.says.done.all : this.says.done.moved, { number: found.length });
      await this.check();
    }

    filter({ target }) {
      this.listTarget.toggleAttribute("data-only-blocking", target.checked);
    }

    // Insertion where the cursor was last

    noticed(target) {
      const field = this.reading.fields().find(({ input }) => input === target || input.parentNode.contains(target));
      if (field) this.last = field.input;
    }

    async insert() {
      const field = this.reading.fields().find(({ input }) => input === this.last);
      if (!field) return this.say(this.says.done.nowhere);
      const chosen = await window.ngoaivu.choose();
      if (!chosen) return null;
      field.insert(chosen, withFigure);
      this.say(this.says.done.inserted, chosen);
      return this.check();
    }
  }

  window.wagtail.app.register("ngoaivu-figures", Figures);
})();
