/* The way to the server: JSON out and back, one reading of the text at a time. An answer that is no answer becomes a sentence. */
(() => {
  class Refused extends Error {}

  class Wire {
    constructor({ address, page, offline }) {
      Object.assign(this, { address, page, offline });
    }

    /** Judge the lines; a newer call ends the older one, which then gives null. */
    doc(lines) {
      return this.latest("doc", "doc/", { method: "POST", body: JSON.stringify({ page: this.page, lines }) });
    }

    /** What the lines should be looked at again for. */
    advice(lines) {
      return this.latest("advice", "nhac/", { method: "POST", body: JSON.stringify({ page: this.page, lines }) });
    }

    /** Ask with GET; the latest question of a kind is the only one under way. */
    ask(path, asked) {
      const given = Object.entries({ page: this.page, ...asked }).filter(([, value]) => value !== "" && value !== undefined);
      return this.latest(path, `${path}?${new URLSearchParams(given)}`, {});
    }

    waive(words, reason) {
      return this.send("mien/", { method: "POST", body: JSON.stringify({ page: this.page, words, reason }) });
    }

    async latest(kind, path, options) {
      this.under ??= {};
      this.under[kind]?.abort();
      const own = (this.under[kind] = new AbortController());
      try {
        const answer = await this.send(path, { ...options, signal: own.signal });
        return own.signal.aborted ? null : answer;
      } catch (error) {
        if (own.signal.aborted) return null;
        throw error;
      }
    }

    async send(path, options) {
      const { CSRF_HEADER_NAME, CSRF_TOKEN } = window.wagtailConfig;
      const headers = { Accept: "application/json", "Content-Type": "application/json", [CSRF_HEADER_NAME]: CSRF_TOKEN };
      let answer;
      let told;
      try {
        answer = await fetch(this.address + path, { headers, ...options });
        told = await answer.json();
      } catch (error) {
        if (error.name === "AbortError") throw error;
        throw new Refused(this.offline);
      }
      if (!answer.ok) throw new Refused(told.error || this.offline);
      return told;
    }
  }

  window.ngoaivu = { ...window.ngoaivu, Wire, Refused };
})();
