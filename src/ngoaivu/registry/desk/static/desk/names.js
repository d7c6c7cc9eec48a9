// Offers names while an officer types into an input that stands for a row. Without it the name is typed in full.
const script = document.currentScript;
let lists = 0;
for (const input of document.querySelectorAll("input[data-names]")) {
  const list = document.createElement("datalist");
  list.id = `names-${(lists += 1)}`;
  input.setAttribute("list", list.id);
  input.after(list);
  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const address = script.dataset.address.replace("kind", input.dataset.names);
      const answer = await fetch(`${address}?q=${encodeURIComponent(input.value)}`);
      if (!answer.ok) return;
      const { names } = await answer.json();
      list.replaceChildren(...names.map((name) => Object.assign(document.createElement("option"), { value: name })));
    }, 150);
  });
}
