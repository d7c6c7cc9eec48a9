// An input that is called by what another one says: who receives a delegation, or sends it.
for (const input of document.querySelectorAll("[data-called-by]")) {
  const words = JSON.parse(input.dataset.called);
  const [label] = input.labels;
  input.form.addEventListener("change", () => {
    const told = input.form.elements[input.dataset.calledBy]?.value.split("-")[0];
    if (words[told]) label.firstChild.textContent = words[told];
  });
}
