// Citations: copied with one click, and made for the passage or record at hand from the patterns of the page's box.
// Without this script the citations of the document can be read and marked by hand.
// @ts-check

import { target } from "./address.js";
import { all, closeBox, element, maybe, one, openBox } from "./dom.js";

// The day of reading, as the reader's own clock has it.
function today() {
  const now = new Date();
  /** @param {number} n */
  const two = (n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// Words as a form of citation must write them.
/** @type {(text: string) => string} */
const tex = (text) => text.replace(/[\\~^&%$#_{}"]/g, (sign) => TEX[sign] ?? `\\${sign}`);
/** @type {Record<string, string>} */
const TEX = {
  "\\": "\\textbackslash ",
  "~": "\\textasciitilde ",
  "^": "\\textasciicircum ",
  "{": "\\textbraceleft ",
  "}": "\\textbraceright ",
  '"': "{''}",
};
/** @type {Record<string, (text: string) => string>} */
const ESCAPES = { bibtex: tex, biblatex: tex, csl: (text) => JSON.stringify(text).slice(1, -1) };

// The day of reading in place of the words that stand for it, as a form writes days.
/** @type {Record<string, (text: string, words: string, day: string) => string>} */
const DATED = {
  ris: (text, words, day) => text.replace(words, day.replaceAll("-", "/")),
  csl: (text, words, day) =>
    text.replaceAll(`{"raw": "${words}"}`, `{"date-parts": [[${day.split("-").map(Number).join(", ")}]]}`),
};

/** @type {(shown: HTMLElement, text: string) => string} */
function dated(shown, text) {
  const words = shown.dataset.accessed;
  if (!words) return text;
  return DATED[shown.dataset.form ?? ""]?.(text, words, today()) ?? text.replace(words, today());
}

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

const box = /** @type {HTMLDialogElement | null} */ (maybe(document, "[data-citebox]", HTMLElement));

// other: the name in the language that the page is not in.
/** @type {(box: HTMLDialogElement, name: string, other: string, anchor: string) => void} */
function opened(box, name, other, anchor) {
  const group = one(box, ".cite", HTMLElement);
  one(box, "[data-citebox-name]", HTMLElement).textContent = name;
  one(group, "[data-copy-status]", HTMLElement).textContent = "";
  for (const shown of all(group, "[data-pattern]", HTMLElement)) {
    const write = ESCAPES[shown.dataset.form ?? ""] ?? ((text) => text);
    const filled = (shown.dataset.pattern ?? "")
      .replaceAll("@place@", () => write(name))
      .replaceAll("@other-place@", () => write(other))
      .replaceAll("@anchor@", anchor)
      .replaceAll("@key@", anchor.replace(/^p-/, ""));
    shown.textContent = dated(shown, filled);
  }
  openBox(box);
  one(box, "h2", HTMLElement).focus();
}

/** @type {(box: HTMLElement, className: string) => HTMLButtonElement} */
function opener(box, className) {
  const button = element("button", `cite__open ${className}`, box.dataset.open ?? "");
  button.type = "button";
  button.setAttribute("aria-haspopup", "dialog");
  return button;
}

/** @type {(box: HTMLElement, button: HTMLButtonElement, words: string) => void} */
function name(box, button, words) {
  button.setAttribute("aria-label", (box.dataset.openName ?? "").replace("{name}", words));
}

// Each record of a figure, and each statement of the guide, has its own button.
/** @param {HTMLDialogElement} box */
function records(box) {
  for (const record of all(document, "[data-cite]", HTMLElement)) {
    const button = opener(box, "cite__open--record");
    name(box, button, record.dataset.cite ?? "");
    button.addEventListener("click", () => {
      const { cite = "", other = "", anchor = record.id } = record.dataset;
      opened(box, cite, other, anchor);
    });
    record.append(button);
  }
}

// Of the passages of a text, only the one at hand has a button: where the pointer or the focus is, or where the
// address leads. It stands behind the passage's own link, so the tabulator key finds it there.
/** @type {(box: HTMLDialogElement, text: HTMLElement) => void} */
function passages(box, text) {
  const button = opener(box, "cite__open--passage");
  /** @type {{ row: HTMLElement, link: HTMLAnchorElement } | null} */
  let at = null;
  /** @param {EventTarget | null} pointed */
  const settle = (pointed) => {
    const row = pointed instanceof Element && /** @type {HTMLElement | null} */ (pointed.closest(".row"));
    const link = row && maybe(row, ".permalink", HTMLAnchorElement);
    if (!row || !link || row === at?.row) return;
    at = { row, link };
    name(box, button, link.title);
    link.after(button);
  };
  text.addEventListener("pointerover", (event) => {
    if (document.activeElement !== button) settle(event.target);
  });
  text.addEventListener("focusin", (event) => settle(event.target));
  const follow = () => settle(target());
  addEventListener("hashchange", follow);
  follow();
  button.addEventListener("click", () => {
    if (at) opened(box, at.link.title, at.row.dataset.other ?? "", at.row.id);
  });
}

if (box) {
  one(box, "[data-citebox-close]", HTMLElement).addEventListener("click", () => closeBox(box));
  box.addEventListener("click", (event) => {
    if (event.target === box) closeBox(box);
  });
  records(box);
  const text = maybe(document, ".text", HTMLElement);
  if (text) passages(box, text);
}
