// Opening the search box. Nothing of the search is fetched before: search_box.js shows what stands in it.
// @ts-check

import { query } from "./address.js";
import { all, closeBox, one, openBox } from "./dom.js";
import { onKey } from "./keys.js";

const dialog = /** @type {HTMLDialogElement} */ (one(document, "[data-search]", HTMLElement));
const input = one(dialog, "input", HTMLInputElement);
const words = /** @type {Record<string, string>} */ (dialog.dataset);
const root = new URL(words.root, location.href);
/** @type {EventTarget | null} */
let opener = null;

// Acts with the box. What a reader can do where it cannot be had: the network may be there again at the next try.
/** @param {(box: typeof import("./search_box.js")) => void} act */
async function withBox(act) {
  try {
    act(await import("./search_box.js"));
  } catch (error) {
    console.error(error);
    const lacking = error instanceof SyntaxError || error instanceof ReferenceError;
    one(dialog, "[data-search-status]", HTMLElement).textContent = lacking ? words.unable : words.failed;
  }
}

/** @type {(from: EventTarget | null, asked?: string) => void} */
function open(from, asked = "") {
  opener = from;
  openBox(dialog);
  input.focus();
  input.select();
  withBox((box) => box.begin(asked));
}

onKey(input, (event) => {
  // A browser's search field would only be emptied by the first Escape; the words stay for the next time instead.
  if (event.key === "Escape") {
    event.preventDefault();
    closeBox(dialog);
  }
  if (event.key === "Enter") {
    event.preventDefault();
    withBox((box) => box.enter());
  }
});
one(dialog, "form", HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault(); // a browser without dialogs would ask for the page anew
  closeBox(dialog);
});
let leaving = false;
dialog.addEventListener("click", (event) => {
  leaving = event.target instanceof Element && Boolean(event.target.closest("a"));
  if (event.target === dialog || leaving) closeBox(dialog);
});
dialog.addEventListener("close", () => {
  if (dialog.hasAttribute("open")) return; // opened again before the browser told that it was closed
  // A link leads to its place, perhaps on this page; the focus goes back only when none was followed.
  if (!leaving && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  leaving = false;
});
const openers = all(document, "[data-search-open]", HTMLElement);
for (const opens of openers) opens.addEventListener("click", () => open(opens, opens.dataset.words));
onKey(document, (event) => {
  // A field of a box just closed keeps the focus until the browser draws the page again; nobody types into it.
  const field = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  const typing = field && !field.closest("dialog:not([open])");
  if ((event.key === "/" && !typing) || (event.key === "k" && (event.ctrlKey || event.metaKey))) {
    event.preventDefault();
    if (!dialog.hasAttribute("open")) open(document.activeElement);
  }
});

// A browser's own search leads to the home page with a query in the address.
const home = new URL(`${words.edition}/`, root).pathname;
const asked = query().get("q");
for (const shown of [...openers, ...all(document, "[data-search-examples]", HTMLElement)]) shown.hidden = false;
if (asked && [home, `${home}index.html`].includes(location.pathname)) {
  open(document.activeElement, asked);
}
