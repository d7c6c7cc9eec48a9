/* Making elements and filling sentences. */
(() => {
  /** An element with attributes (false and empty ones left out) and children. */
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== false && value !== undefined && value !== null) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
    return element;
  };

  /** A sentence with its `{gaps}` filled. */
  const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (gap, name) => (name in values ? values[name] : gap));

  window.ngoaivu = { ...window.ngoaivu, make, fill };
})();
