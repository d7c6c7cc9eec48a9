// Shows the buttons that print the page: without this nothing stands there that does nothing.
for (const button of document.querySelectorAll("[data-prints]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
