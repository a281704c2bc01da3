// Citations of the passage or record at hand, made from the patterns of the page's box. copy.js fetches this where a page
// has such a box.
// @ts-check

import { target } from "./address.js";
import { all, closeBox, element, maybe, one, openBox } from "./dom.js";
import { dated } from "./reading_day.js";

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

const box = /** @type {HTMLDialogElement} */ (one(document, "[data-citebox]", HTMLElement));

/** @param {HTMLAnchorElement} link to a passage */
const nameOf = (link) => link.getAttribute("aria-label") ?? "";

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
    name(box, button, nameOf(link));
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
    if (at) opened(box, nameOf(at.link), at.row.dataset.other ?? "", at.row.id);
  });
}

one(box, "[data-citebox-close]", HTMLElement).addEventListener("click", () => closeBox(box));
box.addEventListener("click", (event) => {
  if (event.target === box) closeBox(box);
});
records(box);
const text = maybe(document, ".text", HTMLElement);
if (text) passages(box, text);
