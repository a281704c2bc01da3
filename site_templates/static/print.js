// The button that prints the page: shown where it can.
// @ts-check

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => print());
  button.removeAttribute("hidden");
}
