// The full text: which language is shown, and a term's gloss on demand. Everything is readable without.
// @ts-check

import { target } from "./address.js";
import { all, closeBox, element, maybe } from "./dom.js";
import "./edit.js";
import { onKey } from "./keys.js";

/** @typedef {{ id: string, zh: string, en: string, pinyin: string, explanation: { zh: string, en: string } }} Term */

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

  /** @type {Promise<Term[]> | undefined} */
  let terms;
  const box = element("dialog", "glossbox");
  document.body.append(box);
  /** @type {(words: string, className: string, lang?: string) => HTMLParagraphElement} */
  const line = (words, className, lang) => {
    const node = element("p", className, words);
    if (lang) node.lang = lang;
    return node;
  };
  text.addEventListener("click", async (event) => {
    const link = event.target instanceof Element && event.target.closest(".gloss");
    if (!(link instanceof HTMLAnchorElement) || !text.hasAttribute("data-terms") || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    try {
      if (!terms) terms = fetch(text.dataset.glossary ?? "").then((answer) => answer.json());
      const id = link.hash.replace("#term-", "");
      const term = (await terms).find((entry) => entry.id === id);
      if (!term) throw new RangeError(`no term ${id}`);
      const language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
      const more = element("a", "", "→");
      more.href = link.href;
      more.setAttribute("aria-label", term[language]);
      const name = line(`${term.zh} `, "glossbox__name", "zh-CN");
      name.append(more);
      box.replaceChildren(name, line(term.pinyin, "pinyin", "zh-Latn"), line(term.en, "", "en"), line(term.explanation[language], ""));
      box.setAttribute("open", "");
      box.addEventListener("close", () => link.focus(), { once: true });
      more.focus();
    } catch {
      location.href = link.href;
    }
  });
  onKey(document, (event) => {
    if (event.key === "Escape") closeBox(box);
  });
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && !box.contains(event.target) && !event.target.closest(".gloss")) closeBox(box);
  });
  form.hidden = false;
}
