// Shows how far the reading of a long file is while its form is on the way.
for (const form of document.querySelectorAll("form[data-progress]")) {
  form.addEventListener("submit", () => {
    const line = form.querySelector(".desk-progress");
    const bar = line.querySelector("progress");
    line.hidden = false;
    setInterval(async () => {
      const answer = await fetch(form.dataset.progress);
      if (!answer.ok) return;
      const { done, of } = await answer.json();
      bar.value = done;
      line.querySelector("output").value = of ? `${done} / ${of}` : "";
    }, 500);
  });
}
