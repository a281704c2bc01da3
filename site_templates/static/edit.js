// Links for mending the passage, record or term at hand: where the pointer or the focus is, or where the address leads. On
// pages of a site whose repository is not known there is nothing for it to do.
// @ts-check

import { target } from "./address.js";
import { all, copy, element, maybe, one, textOf } from "./dom.js";

const template = maybe(document, "template[data-edit]", HTMLTemplateElement);
const patterns = template ? all(template.content, "a", HTMLAnchorElement) : [];
const links = element("span", "edit edit--inline");
/** @type {Element | null} */
let record = null;

// What a record is called: as it is cited, by what names it, by its heading, or by the line that opens it.
/** @param {HTMLElement} record */
function named(record) {
  const label = document.getElementById(record.getAttribute("aria-labelledby") ?? "");
  return record.dataset.cite || textOf(label ?? record.querySelector("h3") ?? record.parentElement?.querySelector("summary"));
}

/** @param {EventTarget | null} at */
function settle(at) {
  const next = at instanceof Element ? at.closest("[data-lines]") : null;
  if (!(next instanceof HTMLElement) || next === record) return;
  record = next;
  const [id, ...lines] = (next.dataset.lines ?? "").trim().split(" ");
  const own = maybe(next, ".permalink", HTMLAnchorElement); // a passage has one
  const made = patterns.map(copy);
  const report = /** @type {HTMLAnchorElement} */ (made.pop());
  report.href = report.href.replaceAll("@record@", id).replaceAll("@anchor@", next.id);
  made.length = lines.length; // a passage that is not translated stands in one file
  made.forEach((link, i) => (link.href += lines[i]));
  for (const link of [...made, report]) link.setAttribute("aria-label", `${link.textContent}: ${own?.getAttribute("aria-label") ?? named(next)}`);
  links.replaceChildren(...made, report);
  (own?.parentElement ?? ("cite" in next.dataset ? next : one(next, "p", HTMLElement))).append(links);
}

if (template) {
  addEventListener("pointerover", (event) => {
    if (!links.contains(document.activeElement)) settle(event.target);
  });
  addEventListener("focusin", (event) => settle(event.target));
  const follow = () => settle(target());
  addEventListener("hashchange", follow);
  follow();
}
