// The filters over all tasks. Nothing of what they do is fetched before something is chosen, here or by the address.
// @ts-check

import { query } from "./address.js";
import { all, one } from "./dom.js";

const form = one(document, "[data-filters]", HTMLFormElement);
const status = one(document, "[data-status]", HTMLElement);
const { count = "", total = "", failed = "" } = form.dataset;
const browse = () => import("./browse.js");

/** @param {(parts: typeof import("./browse.js")) => unknown} act */
function tried(act) {
  browse().then(act).catch((error) => {
    console.error(error);
    status.textContent = failed;
  });
}

form.reset(); // some browsers keep what was chosen before a reload; the address says what is
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @param {number} wait */
function changed(wait) {
  clearTimeout(timer);
  timer = setTimeout(() => tried(({ update }) => update()), wait);
}

form.addEventListener("pointerover", browse, { once: true });
form.addEventListener("focusin", browse, { once: true });
form.addEventListener("input", ({ target }) => changed(target instanceof HTMLInputElement && target.type === "search" ? 200 : 0));
form.addEventListener("reset", () => changed(0));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  changed(0);
});
one(document, "[data-download]", HTMLButtonElement).addEventListener("click", () => tried(({ save }) => save()));
for (const square of all(document, "[data-pick-theme]", HTMLElement)) {
  square.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    tried(({ pick }) => pick(square));
  });
}
addEventListener("popstate", () => tried(({ follow }) => follow(false)));

if (matchMedia("(max-width: 62rem)").matches) one(form, "[data-facets]", HTMLDetailsElement).open = false;
status.textContent = count.replace("{n}", total).replace("{total}", total);
for (const served of [form, ...all(document, ".browse__head, .chosen", HTMLElement)]) served.hidden = false;
// Going back or reloading, readers are where they were.
const [entry] = performance.getEntriesByType("navigation"); // none in Safari before 15
const arriving = !entry || /** @type {PerformanceNavigationTiming} */ (entry).type === "navigate";
if ([...query()].length) tried(({ follow }) => follow(arriving));
