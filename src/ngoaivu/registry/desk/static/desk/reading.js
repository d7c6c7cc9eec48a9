// As soon as a scan is chosen it is read, and what it says stands in the inputs that are empty, each marked until somebody touches it.
// Without this the button beside the scan does the same.
const reads = document.querySelector(".desk-reads");
if (reads) {
  const { form } = reads;
  const said = form.querySelector(".desk-said");
  const marked = form.elements.proposed;
  reads.hidden = true;

  const names = () => new Set(marked.value.split(",").filter(Boolean));
  const keep = (set) => (marked.value = [...set].join(","));

  // The inputs of one question: several where one chooses among buttons.
  const inputs = (name) => [...form.querySelectorAll(`[name="${name}"]`)];

  const fill = (name, value, mark) => {
    const input = form.elements[name];
    if (!input || input.value) return;
    input.value = value;
    const box = document.getElementById(`id_${name}`);
    const hint = Object.assign(document.createElement("p"), { className: "desk-read", id: `id_${name}_read`, textContent: mark });
    box.after(hint);
    for (const one of inputs(name)) {
      one.dataset.read = "";
      one.setAttribute("aria-describedby", [one.getAttribute("aria-describedby"), hint.id].filter(Boolean).join(" "));
    }
    keep(names().add(name));
  };

  // Who touches an input has looked at it.
  form.addEventListener("input", ({ target, isTrusted }) => {
    if (!isTrusted || !("read" in target.dataset)) return;
    for (const one of inputs(target.name)) delete one.dataset.read;
    document.getElementById(`id_${target.name}_read`)?.remove();
    const left = names();
    left.delete(target.name);
    keep(left);
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
      if (!answer.ok) {
        target.value = "";
        target.dispatchEvent(new Event("change"));
      }
      for (const [name, value] of Object.entries(told.offered)) fill(name, value, told.mark);
      form.elements.partner.dispatchEvent(new Event("change"));
    } catch {
      said.textContent = "";
    }
  });
}
