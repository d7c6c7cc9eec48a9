/* The dialogs: the browser's own, so that focus stays within, Escape closes and focus returns. Each gives what was chosen, or null. */
(() => {
  const { make, fill } = window.ngoaivu;
  const PAUSE = 200;

  class Dialog {
    constructor(element, wire, says) {
      Object.assign(this, { element, wire, says });
      this.form = element.querySelector("form");
      this.wrong = element.querySelector("[data-wrong]");
      this.form.addEventListener("submit", (event) => this.submit(event));
      element.querySelector("[data-close]").addEventListener("click", () => element.close());
      // A search field would keep Escape for itself, to empty it.
      element.addEventListener("keydown", (event) => event.key === "Escape" && (event.preventDefault(), element.close()));
      element.addEventListener("close", () => this.settled?.(this.given || null));
    }

    part(name) {
      return this.element.querySelector(`[data-part="${name}"]`);
    }

    /** Open it empty; the promise holds what was chosen. */
    open(heading) {
      this.form.reset();
      Object.assign(this, { given: null });
      this.fail("");
      this.element.querySelector("h2").textContent = heading;
      const promise = new Promise((settled) => Object.assign(this, { settled }));
      this.element.showModal();
      return promise;
    }

    fail(sentence) {
      this.wrong.textContent = sentence;
    }

    async submit(event) {
      event.preventDefault();
      try {
        this.given = await this.choice();
      } catch (error) {
        this.fail(error.message);
      }
      if (this.given) this.element.close();
    }
  }

  /** A search whose answers are radio buttons: arrows move, the first is taken once something was asked for. */
  class Search {
    constructor(dialog, path, item, chosen) {
      Object.assign(this, { dialog, path, item, chosen, found: [] });
      [this.input, this.list, this.status] = ["query", "found", "number"].map((name) => dialog.part(name));
      this.input.addEventListener("input", () => this.later());
      this.input.addEventListener("keydown", (event) => event.key === "ArrowDown" && this.enter(event));
      this.list.addEventListener("change", ({ target }) => this.take(Number(target.value)));
    }

    /** Nothing is found yet: what an earlier search left is no answer to the next. */
    clear() {
      this.status.textContent = "";
      this.list.replaceChildren();
      this.take(-1);
    }

    enter(event) {
      event.preventDefault();
      (this.list.querySelector("input:checked") || this.list.querySelector("input"))?.focus();
    }

    later() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(), PAUSE);
    }

    async ask(more = {}) {
      clearTimeout(this.timer);
      let answer = null;
      try {
        answer = await this.dialog.wire.ask(this.path, { q: this.input.value.trim(), ...more });
      } catch (error) {
        this.dialog.fail(error.message);
      }
      if (answer) this.show(answer.found);
    }

    show(found) {
      this.found = found;
      const says = this.dialog.says.dialogs;
      this.status.textContent = found.length ? fill(says.found, { number: found.length }) : says.nothing;
      const preferred = found.findIndex(({ code }) => code && code === this.preferred);
      const first = this.input.value.trim() ? Math.max(preferred, 0) : -1;
      const radio = (at) => make("input", { type: "radio", name: `ngoaivu-${this.path}`, value: at, checked: at === first });
      this.list.replaceChildren(...found.map((one, at) => make("li", {}, make("label", {}, radio(at), make("span", {}, this.item(one))))));
      this.take(first);
    }

    take(at) {
      this.one = this.found[at] || null;
      this.chosen(this.one);
    }
  }

  class Quote extends Dialog {
    constructor(...given) {
      super(...given);
      this.search = new Search(this, "van-ban/", ({ title, when }) => [make("strong", {}, title), " ", when], () => this.fail(""));
    }

    ask(figure) {
      this.figure = figure;
      const promise = this.open(fill(this.says.dialogs.quote, figure));
      this.search.clear();
      this.search.ask();
      return promise;
    }

    choice() {
      if (!this.search.one) return this.fail(this.says.dialogs.choose_document);
      const place = this.part("place").value.trim();
      return place ? { document: this.search.one.document, place } : this.fail(this.says.dialogs.place);
    }
  }

  class Waive extends Dialog {
    ask(figure) {
      this.figure = figure;
      return this.open(fill(this.says.dialogs.waive, figure));
    }

    choice() {
      const reason = this.part("reason").value.trim();
      return reason ? this.wire.waive(this.figure.text, reason) : this.fail(this.says.dialogs.reason);
    }
  }

  window.ngoaivu = { ...window.ngoaivu, Dialog, Search, Quote, Waive };
})();
