// As soon as a scan is chosen it is read, and what it says stands in the inputs that are empty, each marked until somebody touches it.
// Without this the button beside the scan does the same.
const reads = document.querySelector(".desk-reads");
if (reads) {
  const { form } = reads;
  const said = form.querySelector(".desk-said");
  const { proposed, doubted } = form.elements;
  const touched = new Set();
  reads.hidden = true;

  const names = (marked) => new Set(marked.value.split(",").filter(Boolean));
  const keep = (marked, set) => (marked.value = [...set].join(","));

  // The inputs of one question: several where one chooses among buttons.
  const inputs = (name) => [...form.querySelectorAll(`[name="${name}"]`)];

  // What stands in an input before anybody chose it.
  const standing = (input) => (input.options ? [...input.options].find((one) => one.defaultSelected)?.value : input.defaultValue) ?? "";

  const free = (name) => {
    const input = form.elements[name];
    return input && !touched.has(name) && (!input.value || input.value === standing(input));
  };

  const point = (name, mark, marked) => {
    const box = document.getElementById(`id_${name}`);
    const hint = Object.assign(document.createElement("em"), { className: "desk-read", id: `id_${name}_read`, textContent: mark });
    document.getElementById(hint.id)?.remove();
    box.closest("[data-field-wrapper]").querySelector(".w-field__label").append(" ", hint);
    const fold = box.closest("details");
    if (fold) fold.open = true;
    for (const one of inputs(name)) {
      one.dataset.read = "";
      one.setAttribute("aria-describedby", [one.getAttribute("aria-describedby"), hint.id].filter(Boolean).join(" "));
    }
    keep(marked, names(marked).add(name));
  };

  const fill = (name, value, mark) => {
    if (!free(name)) return;
    form.elements[name].value = value;
    point(name, mark, proposed);
  };

  // Who touches an input has looked at it.
  form.addEventListener("input", ({ target, isTrusted }) => {
    if (!isTrusted) return;
    touched.add(target.name);
    if (!("read" in target.dataset)) return;
    for (const one of inputs(target.name)) delete one.dataset.read;
    document.getElementById(`id_${target.name}_read`)?.remove();
    for (const marked of [proposed, doubted]) {
      const left = names(marked);
      left.delete(target.name);
      keep(marked, left);
    }
  });

  form.elements.scan.addEventListener("change", async ({ target }) => {
    if (!target.files.length) return;
    said.textContent = "…";
    const data = new FormData(form);
    data.set("read", "1");
    try {
      const answer = await fetch(form.action || location.href, { method: "POST", body: data, headers: { Accept: "application/json" } });
      const told = await answer.json();
      said.textContent = told.said;
      said.classList.toggle("desk-refused", !answer.ok);
      for (const [name, value] of Object.entries(told.offered)) fill(name, value, told.mark);
      for (const name of told.doubted ?? []) if (free(name)) point(name, told.doubt, doubted);
      form.elements.partner.dispatchEvent(new Event("change", { bubbles: true }));
    } catch {
      said.textContent = "";
    }
  });
}
