// Citations of the passage or record at hand, made from the patterns that stand beside the page. copy.js fetches this where
// a page has a box for them.
// @ts-check

import { target } from "./address.js";
import { all, closeBox, element, maybe, one, openBox, textOf } from "./dom.js";
import { dated } from "./reading_day.js";
import { styled } from "./styles.js";

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

/** @type {Record<string, [string, string]> | undefined} */
let names; // of passages, in the language of the page and in the other, by their anchors

// Put every form into the box, as cite.html.j2 has them on the page.
/** @param {HTMLElement} group */
async function fill(group) {
  const answer = await fetch(box.dataset.citebox ?? "");
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  const { forms, official, names } = await answer.json();
  const shown = forms.map(form);
  if (official) {
    const link = element("a", "", official);
    Object.assign(link, { href: official, rel: "external noopener" });
    shown.push(element("p", "cite__official", box.dataset.official ?? "", link));
  }
  if (!group.querySelector("details")) group.prepend(...shown);
  return names;
}

/** @param {{ key: string, name: string, text: string, accessed: string }} form */
function form({ key, name, text, accessed }, at = 0) {
  const shown = element("pre", "cite__text");
  Object.assign(shown, { lang: "mul", tabIndex: -1 });
  Object.assign(shown.dataset, { form: key, accessed, pattern: text });
  shown.setAttribute("role", "group");
  shown.setAttribute("aria-label", name);
  const button = element("button", "tool", box.dataset.copy ?? "", element("span", "visually-hidden", ` ${name}`));
  button.type = "button";
  button.dataset.copy = "";
  const details = element("details", "cite__form", element("summary", "", name), element("div", "cite__body", shown, button));
  details.open = at === 0;
  return details;
}

/** @param {HTMLAnchorElement} link to a passage */
const nameOf = (link) => link.getAttribute("aria-label") ?? "";

// cite: what is put into references, where the page says so; other: the same in the other language.
/** @type {(box: HTMLDialogElement, name: string, anchor: string, cite?: string, other?: string) => Promise<void>} */
async function opened(box, name, anchor, cite = "", other = "") {
  const group = one(box, ".cite", HTMLElement);
  const status = one(group, "[data-copy-status]", HTMLElement);
  one(box, "[data-citebox-name]", HTMLElement).textContent = name;
  status.textContent = "";
  openBox(box);
  one(box, "h2", HTMLElement).focus();
  try {
    const found = names ?? (await fill(group));
    names = found;
    const [own, others] = found[anchor] ?? [name, other];
    fillIn(group, cite || own, others, anchor);
  } catch (error) {
    console.error(error);
    status.textContent = box.dataset.unloaded ?? "";
  }
}

/** @type {(group: HTMLElement, name: string, other: string, anchor: string) => void} */
function fillIn(group, name, other, anchor) {
  for (const shown of all(group, "[data-pattern]", HTMLElement)) {
    const write = ESCAPES[shown.dataset.form ?? ""] ?? ((text) => text);
    const filled = (shown.dataset.pattern ?? "")
      .replaceAll("@place@", () => write(name))
      .replaceAll("@other-place@", () => write(other))
      .replaceAll("@anchor@", anchor)
      .replaceAll("@key@", anchor.replace(/^p-/, ""));
    shown.textContent = dated(shown, filled);
  }
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
    const label = document.getElementById(record.getAttribute("aria-labelledby") ?? "");
    const called = record.dataset.cite || textOf(label);
    name(box, button, called);
    button.addEventListener("click", () => {
      const { cite = "", other = "", anchor = record.id } = record.dataset;
      opened(box, called, anchor, cite, other);
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
  settle(text.querySelector(".row:focus-within") ?? text.querySelector(".row:hover"));
  button.addEventListener("click", () => {
    if (at) opened(box, nameOf(at.link), at.row.id);
  });
}

one(box, "[data-citebox-close]", HTMLElement).addEventListener("click", () => closeBox(box));
box.addEventListener("click", (event) => {
  if (event.target === box) closeBox(box);
});
styled("citebox.css", import.meta.url).then(() => {
  records(box);
  const text = maybe(document, ".text", HTMLElement);
  if (text) passages(box, text);
});
