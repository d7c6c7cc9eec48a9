/* Notices that the text changed and when it should be read: after a pause of typing, or at once when much came at a time, as a paste does. */
(() => {
  const TICK = 100;
  const PAUSE = 500;
  const AT_ONCE = 20;

  class Reading {
    constructor(form, plain, due) {
      Object.assign(this, { form, plain, due, versions: [], size: 0, dueAt: null });
      this.ticker = setInterval(() => this.tick(), TICK);
    }

    stop() {
      clearInterval(this.ticker);
    }

    fields() {
      return window.ngoaivu.fields(this.form, this.plain);
    }

    /** The lines of the text as they stand, each with its field. */
    lines() {
      return this.fields().flatMap((field) => field.lines().map((line) => ({ field, line })));
    }

    changed() {
      const versions = this.fields().flatMap((field) => [field.input, field.version]);
      const same = versions.length === this.versions.length && versions.every((version, at) => version === this.versions[at]);
      this.versions = versions;
      return !same;
    }

    tick() {
      if (this.changed()) {
        const size = this.lines().reduce((sum, { line }) => sum + line.text.length, 0);
        this.dueAt = performance.now() + (Math.abs(size - this.size) > AT_ONCE ? 0 : PAUSE);
        this.size = size;
      }
      if (this.dueAt === null || performance.now() < this.dueAt) return;
      this.dueAt = null;
      this.due();
    }
  }

  window.ngoaivu = { ...window.ngoaivu, Reading };
})();
