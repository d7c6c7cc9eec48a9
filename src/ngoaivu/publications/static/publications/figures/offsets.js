/* Two ways to count: code points of NFC text on the wire and on the server, UTF-16 units of the text as typed in the browser.
   Mixed up, one emoji or one letter typed as two moves every figure after it. */
(() => {
  const PAIR = /[\ud800-\udbff][\udc00-\udfff]/;
  const MARK = /^\p{M}/u;

  const wired = (text) => text.normalize("NFC");
  const count = (text) => [...wired(text)].length;
  const simple = (text) => !PAIR.test(text) && wired(text) === text;

  /** The code points on the wire before an offset of the browser's. */
  const toPoints = (text, units) => (simple(text) ? units : count(text.slice(0, units)));

  /** The browser's offset of a code point on the wire. */
  const toUnits = (text, points) => {
    if (simple(text)) return points;
    let units = 0;
    for (const letter of text) {
      if (!MARK.test(letter) && count(text.slice(0, units)) >= points) return units;
      units += letter.length;
    }
    return text.length;
  };

  window.ngoaivu = { ...window.ngoaivu, wired, toPoints, toUnits };
})();
