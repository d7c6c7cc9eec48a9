// Offers names while an officer types into an input that stands for a row. Without it the name is typed in full.
const script = document.currentScript;
let lists = 0;

/** Ask only for a kind when the name is new; a name that is known brings its country. */
const follow = (input, { known, kind, country }) => {
  const choice = document.getElementById(input.dataset.kind);
  if (!choice) return;
  const unknown = Boolean(input.value.trim()) && !known;
  choice.closest("[data-field-wrapper], .w-field__wrapper").hidden = !unknown;
  if (!unknown) choice.value = "";
  else if (!choice.value || choice.dataset.guessed) Object.assign(choice, { value: kind || "" }).dataset.guessed = "1";
  const ground = document.getElementById(input.dataset.country);
  if (known && country && ground && !ground.value) ground.value = country;
};

for (const input of document.querySelectorAll("input[data-names]")) {
  const list = document.createElement("datalist");
  list.id = `names-${(lists += 1)}`;
  input.setAttribute("list", list.id);
  input.after(list);
  const ask = async () => {
    const address = script.dataset.address.replace("kind", input.dataset.names);
    const answer = await fetch(`${address}?q=${encodeURIComponent(input.value)}`);
    if (!answer.ok) return;
    const told = await answer.json();
    list.replaceChildren(...told.names.map((name) => Object.assign(document.createElement("option"), { value: name })));
    follow(input, told);
  };
  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
  if (!input.dataset.kind) continue;
  input.addEventListener("change", ask);
  document.getElementById(input.dataset.kind).addEventListener("change", ({ target }) => delete target.dataset.guessed);
  const choice = document.getElementById(input.dataset.kind);
  if (input.value) ask();
  else if (!choice.value) follow(input, { known: true });
}

// Enter in an input goes on to the next one: a half-filled form is not sent by a slip of the hand.
for (const form of document.querySelectorAll(".desk-form")) {
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches("input:not([type=submit], [type=file]), textarea[data-grows]")) return;
    event.preventDefault();
    const inputs = [...form.elements].filter((one) => one.offsetParent && !one.disabled && one.type !== "hidden" && one.type !== "fieldset");
    inputs[inputs.indexOf(event.target) + 1]?.focus();
  });
}
