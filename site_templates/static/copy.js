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

for (const shown of all(document, ".cite pre", HTMLPreElement)) shown.textContent = dated(shown, shown.textContent ?? "");
for (const button of all(document, ".cite [data-copy]", HTMLElement)) button.hidden = false;
addEventListener("click", ({ target }) => {
  const body = target instanceof Element ? target.closest("[data-copy]")?.parentElement : null;
  const group = body?.closest(".cite");
  if (body && group instanceof HTMLElement) copy(group, one(body, "pre", HTMLPreElement));
});

// The box that cites a passage is fetched when a reader comes near one.
if (document.querySelector("[data-citebox]")) {
  const near = () => import("./citebox.js").catch((error) => console.error(error));
  for (const event of ["pointerover", "focusin", "hashchange"]) addEventListener(event, near, { once: true });
  if (location.hash) near();
}
