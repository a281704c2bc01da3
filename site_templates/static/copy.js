// Citations: copied with one click. Without this script the citations of the document can be read and marked by hand.
// @ts-check

import { all, one } from "./dom.js";
import { dated } from "./reading_day.js";

/** @type {(group: HTMLElement, shown: HTMLPreElement) => Promise<void>} */
async function copy(group, shown) {
  const status = one(group, "[data-copy-status]", HTMLElement);
  status.textContent = "";
  try {
    await navigator.clipboard.writeText(shown.textContent ?? "");
    status.textContent = (group.dataset.copied ?? "").replace("{name}", shown.getAttribute("aria-label") ?? "");
  } catch {
    // Without leave to write to the clipboard: mark the words, so that the reader's own copy command takes them.
    getSelection()?.selectAllChildren(shown);
    shown.focus();
    status.textContent = group.dataset.failed ?? "";
  }
}

for (const group of all(document, ".cite", HTMLElement)) {
  for (const shown of all(group, "pre:not([data-pattern])", HTMLPreElement)) shown.textContent = dated(shown, shown.textContent ?? "");
  for (const button of all(group, "[data-copy]", HTMLElement)) {
    const shown = one(/** @type {HTMLElement} */ (button.parentElement), "pre", HTMLPreElement);
    button.addEventListener("click", () => copy(group, shown));
    button.hidden = false;
  }
}

if (document.querySelector("[data-citebox]")) import("./citebox.js").catch((error) => console.error(error));
