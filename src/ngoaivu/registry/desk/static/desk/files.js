// A file input speaks the language of the browser; this one speaks the language of the desk.
const words = document.currentScript.dataset;
for (const input of document.querySelectorAll(".desk-form input[type=file]")) {
  const box = Object.assign(document.createElement("div"), { className: "desk-chooser" });
  const label = Object.assign(document.createElement("label"), { className: "button button-secondary", htmlFor: input.id, textContent: words.choose });
  const none = input.dataset.kept ?? words.none;
  const name = Object.assign(document.createElement("output"), { textContent: none });
  input.before(box);
  box.append(input, label, name);
  input.addEventListener("change", () => (name.value = input.files[0]?.name ?? none));
}
