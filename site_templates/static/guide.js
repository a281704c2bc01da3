// Answers for investors, narrowed to a question and a park. Without this script all of them are shown.
// @ts-check

import { keep, query, written } from "./address.js";

const filter = /** @type {HTMLElement | null} */ (document.querySelector("[data-guide-filter]"));
const choices = [...(filter?.querySelectorAll("select") ?? [])];
const status = /** @type {HTMLElement | null} */ (filter?.querySelector("[data-guide-count]"));
const sections = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-question]"));

/** @param {string} name */
function chosen(name) {
  return choices.find((choice) => choice.name === name)?.value ?? "";
}

/** Show what is chosen, and say how much that is. */
function show() {
  const [question, park] = [chosen("question"), chosen("park")];
  let count = 0;
  for (const section of sections) {
    const asked = !question || section.dataset.question === question;
    let here = 0;
    for (const said of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll("[data-of]"))) {
      said.hidden = Boolean(park) && said.dataset.of !== park;
      if (!said.hidden) here += said.querySelectorAll("[data-cite]").length;
    }
    section.hidden = !asked || (Boolean(park) && !here);
    const every = /** @type {HTMLElement | null} */ (section.querySelector("[data-every]")); // counts the statements of all parks
    if (every) every.hidden = Boolean(park);
    const folded = section.querySelector("details");
    if (folded && (question || park) && !section.hidden) folded.open = true;
    if (!section.hidden) count += here;
  }
  if (!status) return;
  const total = document.querySelectorAll("[data-of] [data-cite]").length;
  const said = (status.dataset.said ?? "").replace("{n}", String(count)).replace("{total}", String(total));
  status.textContent = !(question || park) ? "" : count ? said : (status.dataset.none ?? "");
}

/** Take a choice from the address; what is not offered there is left alone. */
function take() {
  const asked = query();
  for (const choice of choices) {
    const value = asked.get(choice.name) ?? "";
    choice.value = [...choice.options].some((option) => option.value === value) ? value : "";
  }
}

if (filter) {
  take();
  show();
  filter.hidden = false;
  filter.addEventListener("change", () => {
    show();
    const asked = query();
    for (const choice of choices) {
      if (choice.value) asked.set(choice.name, choice.value);
      else asked.delete(choice.name);
    }
    keep(written(asked));
  });
}
