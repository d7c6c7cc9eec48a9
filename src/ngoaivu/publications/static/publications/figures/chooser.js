/* The chooser of indicators: search, then time, breakdown and way of writing, with the words it gives in the page's language. */
(() => {
  const { Dialog, Search, Quote, Waive, make, fill } = window.ngoaivu;
  const WRITING = ["scale", "precision", "round", "hedge", "noun"];
  const PAUSE = 200;
  // "1.317 dự án" is looked up by "dự án": figures are no words of an indicator.
  const NUMERALS = /[\d.,%/+-]+/g;
  const NEXT_WORDS = /^(\s*\p{L}+){1,3}/u;

  /** What a figure of the text is looked up by: the nearest suggestion, else its own words, else those behind it. */
  const words = ({ suggestions, text, line, end }) => {
    const own = text.replace(NUMERALS, " ").trim();
    const behind = NEXT_WORDS.exec([...line.text].slice(end).join(""));
    return suggestions[0]?.name.replace(/ \(.*\)$/, "") || own || behind?.[0].trim() || "";
  };

  /** `term:2015-2020` as kind and years, `quarter:2019-Q3` with the part of the year; a form with a cut-off or of days is shown as it is written. */
  const apart = (period) => {
    const [, whole, years] = /^(term|year):([^@]+)$/.exec(period || "") || [];
    if (whole) return [whole, years, ""];
    const [, kind, year, part] = /^(half|quarter|month):(\d{4})-([^@]+)$/.exec(period || "") || [];
    return kind ? [kind, year, part] : ["other", period || "", ""];
  };

  class Chooser extends Dialog {
    constructor(...given) {
      super(...given);
      this.periodParts = [...this.part("period-part").options];
      this.part("period-kind").addEventListener("change", ({ target }) => this.offerParts(target.value));
      this.search = new Search(this, "tim/", (one) => this.item(one), (one) => this.take(one));
      this.part("settings").addEventListener("input", () => this.later());
      this.part("settings").addEventListener("change", () => this.later());
    }

    item({ name, definition, text, when, error }) {
      const gives = text ? `${text}, ${when}` : error;
      return [make("strong", {}, name), make("small", {}, definition), make("span", { class: "ngoaivu-gives" }, gives)];
    }

    /** Choose for a figure of the text, or change the settings of a bound one, or choose a new one. */
    ask({ figure, settings } = {}) {
      const says = this.says.dialogs;
      const [heading, act] = settings ? [says.settings, says.act_change] : figure ? [says.bind, says.act_bind] : [says.insert, says.act_insert];
      const promise = this.open(fill(heading, figure || {}));
      this.part("act").textContent = act;
      this.search.clear();
      this.kept = settings || figure?.suggestions[0]?.settings || null;
      this.search.preferred = this.kept?.fact;
      this.part("query").value = settings ? figure.name || settings.fact : figure ? words(figure) : "";
      this.search.ask();
      return promise;
    }

    take(one) {
      this.preview(null);
      this.part("settings").hidden = !one;
      if (!one) return;
      const kept = this.kept?.fact === one.code ? this.kept : null;
      this.settings = { ...one.settings, ...kept };
      this.show(one);
      if (one.text && !kept) this.preview({ ...one, settings: one.settings });
      else this.later(0);
    }

    show({ kind, breakdowns, members, dimensions }) {
      const stock = kind === "stock";
      const [form, years, part] = apart(this.settings.period);
      this.part("time").hidden = stock && !this.settings.period;
      this.part("day").hidden = !stock && !this.settings.on;
      this.part("period-kind").value = form;
      this.offerParts(form, part);
      this.part("period").value = years;
      this.part("on").value = this.settings.on || "";
      for (const name of WRITING) this.part(name).value = this.settings[name] || "";
      this.breakdowns(breakdowns.filter((name) => members[name]?.length), members, dimensions);
    }

    /** The halves, quarters or months of a year, by name; a year and a term have none. */
    offerParts(kind, chosen = "") {
      const parts = this.periodParts.filter(({ dataset }) => dataset.of === kind);
      this.part("period-part").replaceChildren(...parts);
      this.part("period-part").hidden = !parts.length;
      if (parts.length) this.part("period-part").value = chosen || parts[0].value;
    }

    breakdowns(names, members, dimensions) {
      const held = Object.fromEntries((this.settings.by || "").split(";").map((pair) => pair.split(":")));
      const option = (dimension) => ({ key, name }) => make("option", { value: key, selected: held[dimension] === key }, name);
      const select = (dimension) =>
        make("select", { "data-breakdown": dimension }, make("option", { value: "" }, this.says.dialogs.any), members[dimension].map(option(dimension)));
      const label = (dimension) => make("label", {}, make("span", {}, dimensions[dimension]), select(dimension));
      this.part("breakdowns").replaceChildren(...names.map(label));
    }

    /** The settings as the fields have them. */
    told() {
      const [kind, years] = [this.part("period-kind").value, this.part("period").value.trim()];
      const written = [years, this.part("period-part").value].filter(Boolean).join("-");
      const chosen = [...this.part("breakdowns").querySelectorAll("select")].filter(({ value }) => value);
      const fields = Object.fromEntries(WRITING.map((name) => [name, this.part(name).value]));
      const period = this.part("time").hidden ? "" : kind === "other" || !years ? years : `${kind}:${written}`;
      const by = this.part("breakdowns").childElementCount ? chosen.map(({ dataset, value }) => `${dataset.breakdown}:${value}`).join(";") : this.settings.by;
      return { ...this.settings, ...fields, period, on: this.part("day").hidden ? "" : this.part("on").value, by };
    }

    later(pause = PAUSE) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.renew(), pause);
    }

    async renew() {
      this.fail("");
      try {
        const written = await this.wire.ask("viet/", this.told());
        if (written) this.preview({ ...written, name: this.search.one.name });
      } catch (error) {
        this.preview(null);
        this.fail(error.message);
      }
    }

    preview(written) {
      this.written = written;
      this.part("preview").textContent = written ? fill(this.says.dialogs.preview, written) : "";
    }

    async choice() {
      if (!this.search.one) return this.fail(this.says.dialogs.choose);
      if (!this.part("settings").hidden) await this.renew();
      return this.written;
    }
  }

  /** Make the dialogs of a page from its template; the toolbar of the editor, the palette and the panel open them. */
  const useDialogs = (template, wire, says) => {
    const made = template.content.cloneNode(true);
    const dialog = (name) => made.querySelector(`[data-dialog="${name}"]`);
    const [chooser, quote, waive] = [new Chooser(dialog("choose"), wire, says), new Quote(dialog("quote"), wire, says), new Waive(dialog("waive"), wire, says)];
    document.body.append(made);
    Object.assign(window.ngoaivu, {
      choose: (given) => chooser.ask(given),
      quote: (figure) => quote.ask(figure),
      waive: (figure) => waive.ask(figure),
    });
  };

  window.ngoaivu = { ...window.ngoaivu, useDialogs };
})();
