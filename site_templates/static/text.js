// The full text: which language is shown. A term's gloss, and links for mending the text, are fetched where they are wanted. Everything is readable without.
// @ts-check

import { target } from "./address.js";
import { all, maybe } from "./dom.js";

if (document.querySelector("template[data-edit]")) import("./edit.js").catch((error) => console.error(error));

const form = maybe(document, "[data-reading]", HTMLFormElement);
const text = maybe(document, "[data-glossary]", HTMLElement);

/** @type {(key: string, value?: string) => string | null} */
function remember(key, value) {
  try {
    if (value === undefined) return localStorage.getItem(key);
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing starts afresh on each page.
  }
  return null;
}

// Changing what is shown keeps the passage at the top of the window where it is.
/** @param {() => void} change */
function keepingPlace(change) {
  const row = all(document, ".row", HTMLElement).find((node) => node.getBoundingClientRect().bottom > 120);
  const before = row?.getBoundingClientRect().top;
  change();
  if (row && before !== undefined) scrollBy({ top: row.getBoundingClientRect().top - before, behavior: "instant" });
}

for (const link of all(document, ".permalink", HTMLElement)) link.title = link.getAttribute("aria-label") ?? "";

if (form && text) {
  // The address of a passage, and what other scripts put behind it, stand with the language that is shown.
  /** @type {(row: HTMLElement, mode: string) => void} */
  const place = (row, mode) => {
    const link = maybe(row, ".permalink", HTMLAnchorElement);
    const side = maybe(row, mode === "en" ? ".row__en" : ".row__zh", HTMLElement);
    if (!link || !side || side.contains(link)) return;
    const whole = link.parentElement?.matches(".row__zh, .row__en");
    const into = (!whole && side.lastElementChild) || side;
    for (let node = /** @type {ChildNode | null} */ (link); node; ) {
      const next = /** @type {ChildNode | null} */ (node.nextSibling);
      into.append(node);
      node = next;
    }
  };
  /** @param {string} mode */
  const show = (mode) => {
    text.dataset.mode = mode;
    for (const row of all(text, ".row", HTMLElement)) place(row, mode);
  };
  const stored = remember("reading");
  const modes = all(form, 'input[type="radio"]', HTMLInputElement);
  const narrow = matchMedia("(max-width: 46rem)").matches; // there both languages stand one below the other: twice the way
  const first = narrow ? document.documentElement.lang.slice(0, 2) : "";
  const chosen = modes.find((input) => input.value === (stored || first));
  if (chosen) chosen.checked = true;
  show(modes.find((input) => input.checked)?.value ?? "");
  target()?.scrollIntoView();
  const glosses = maybe(form, "[data-glosses]", HTMLInputElement);
  form.addEventListener("change", (event) => {
    if (glosses && event.target === glosses) {
      text.toggleAttribute("data-terms", glosses.checked);
      return;
    }
    const mode = modes.find((input) => input.checked)?.value ?? "";
    remember("reading", mode);
    keepingPlace(() => show(mode));
  });

  text.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest(".gloss");
    if (!(link instanceof HTMLAnchorElement) || !text.hasAttribute("data-terms") || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    import("./gloss.js").then(({ show }) => show(link, text.dataset.glossary ?? "")).catch(() => {
      location.href = link.href;
    });
  });
  form.hidden = false;
}
