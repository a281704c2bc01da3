// Choosing what to compare. Nothing of the composer is fetched before something is chosen, here or by the address.
// @ts-check

import { query } from "./address.js";
import { all, element, one, textOf } from "./dom.js";
import "./versus.js";

const form = one(document, "[data-compare]", HTMLFormElement);
const composer = () => import("./composer.js");

// The metrics to choose from are those of the page's tables, under the same headings.
for (const section of all(document, "section", HTMLElement).filter((section) => section.querySelector("[data-matrix]"))) {
  const heading = one(section, "h2", HTMLElement);
  const labels = all(section, "tr[data-metric]", HTMLElement).map((row) => {
    const box = element("input", "");
    Object.assign(box, { type: "checkbox", name: "metrics", value: row.dataset.metric ?? "", defaultChecked: true });
    if (heading.id === "shared") box.dataset.shared = "";
    return element("label", "", box, ` ${textOf(row.querySelector("th a"))}`);
  });
  one(form, "[data-metrics]", HTMLElement).append(element("fieldset", "", element("legend", "", textOf(heading)), ...labels));
}

/** @param {string} name */
const boxes = (name) => all(form, `input[name="${name}"]`, HTMLInputElement).length;

/** @param {Promise<void>} done */
function tried(done) {
  done.catch((error) => {
    console.error(error);
    one(form, "[data-compare-status]", HTMLElement).textContent = form.dataset.failed ?? "";
  });
}

/**
 * Choose what a button of the form says, at once: what is chosen while the composer comes is chosen after it.
 * @param {DOMStringMap} said
 */
function choose({ all: which, reset }) {
  if (reset !== undefined) form.reset();
  if (which === undefined) return;
  for (const box of all(form, 'input[name="metrics"]', HTMLInputElement)) {
    box.checked = which === "every" || (which === "shared" && "shared" in box.dataset);
  }
}

form.addEventListener("pointerover", composer, { once: true });
form.addEventListener("focusin", composer, { once: true });
form.addEventListener("submit", (event) => event.preventDefault());
let chosen = false; // here, since the address was last asked
form.addEventListener("change", () => {
  chosen = true;
  tried(composer().then(({ changed }) => changed()));
});
form.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("button") : null;
  if (!button) return;
  chosen = true;
  choose(button.dataset);
  tried(composer().then(({ pressed }) => pressed(button)));
});
function follow() {
  chosen = false;
  tried(composer().then(({ followed }) => (chosen ? undefined : followed())));
}
addEventListener("popstate", follow);
one(form, "[data-metric-count]", HTMLElement).textContent = `(${boxes("metrics")}/${boxes("metrics")})`;
one(form, "[data-compare-status]", HTMLElement).textContent = (form.dataset.wordsShown ?? "")
  .replace("{metrics}", String(boxes("metrics")))
  .replace("{parks}", String(boxes("parks")));
if ([...query()].length) follow();
form.hidden = false;
