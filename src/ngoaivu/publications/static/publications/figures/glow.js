/* Loose figures stand on a wavy line in the editors. The browser draws it over the text; the text itself is not touched. */
(() => {
  const NAME = "ngoaivu-loose";

  /** Text node and offset at a UTF-16 offset of a block. */
  const at = (block, units) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let left = units;
    while (walker.nextNode()) {
      if (left <= walker.currentNode.length) return [walker.currentNode, left];
      left -= walker.currentNode.length;
    }
    return null;
  };

  const range = ({ field, line, start, end }) => {
    const block = field.input.parentNode.querySelector(`[data-block][data-offset-key="${line.key}-0-0"]`);
    const edges = block && [start, end].map((points) => at(block, window.ngoaivu.toUnits(line.typed, points)));
    if (!edges?.every(Boolean)) return null;
    const made = document.createRange();
    made.setStart(...edges[0]);
    made.setEnd(...edges[1]);
    return made;
  };

  /** Draw the line under the loose figures of rich fields; older browsers show the list alone. */
  const glow = (figures) => {
    if (!window.CSS?.highlights) return;
    const loose = figures.filter(({ state, plain }) => state === "loose" && !plain);
    window.CSS.highlights.set(NAME, new window.Highlight(...loose.map(range).filter(Boolean)));
  };

  window.ngoaivu = { ...window.ngoaivu, glow };
})();
