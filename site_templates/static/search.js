// The search box. Nothing of the search is fetched before it is opened; finder.js does the finding.
// @ts-check

import { query as parameters } from "./address.js";
import { all, closeBox, element, maybe, one, openBox } from "./dom.js";
import { onKey } from "./keys.js";

/**
 * @typedef {typeof import("./finder.js")} Parts
 * @typedef {import("./index.js").Meta & { group: number }} Meta
 * @typedef {import("./finder.js").Found} Found
 * @typedef {import("./finder.logic.js").Place} Place
 */

const dialog = /** @type {HTMLDialogElement} */ (one(document, "[data-search]", HTMLElement));
const input = one(dialog, "input", HTMLInputElement);
const status = one(dialog, "[data-search-status]", HTMLElement);
const list = one(dialog, "[data-search-results]", HTMLElement);
const offered = one(dialog, "[data-search-offers]", HTMLElement);
const filters = one(dialog, "[data-search-filters]", HTMLElement);
const selects = all(filters, "select", HTMLSelectElement);
const words = /** @type {Record<string, string>} */ (dialog.dataset);
const PAGE = 10;

/** @type {Parts} */
let parts;
/** @type {import("./finder.js").Finder | undefined} */
let finder;
let turn = 0;
/** @type {string | null} */
let drawn = null; // the words whose results are shown
/** @type {Found | null} */
let current = null; // those results
let last = 0; // the group of the last result shown
/** @type {EventTarget | null} */
let opener = null;

const root = new URL(words.root, location.href);

// What the index opens with is asked for anew, so that a box never opens with an index that is gone.
/** @type {import("./index.js").Get} */
async function get(name) {
  const answer = await fetch(new URL(`search/${name}`, root).href, name.includes("/") ? {} : { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  return answer.json();
}

async function load() {
  parts = await import("./finder.js");
  if (!finder) finder = new parts.Finder(get, words.edition);
  return finder.load();
}

// What a reader can do about a failure: the network may be there again at the next try; a browser that cannot read a
// script stays as it is.
/** @param {unknown} error */
function failure(error) {
  console.error(error);
  const lacking = error instanceof SyntaxError || error instanceof ReferenceError;
  return lacking ? words.unable : words.failed;
}

/** @type {(text: string, found: Place[], length: number) => DocumentFragment} */
function marked(text, found, length) {
  const fragment = document.createDocumentFragment();
  fragment.append(...parts.excerpt(text, found, length).map((piece) => (piece.marked ? element("mark", "", piece.text) : piece.text)));
  return fragment;
}

// Where to mark a name: the words themselves, or the characters whose reading was asked for.
/** @type {(name: string, meta: Meta, found: Found) => Place[]} */
function inName(name, meta, { marks, sounds }) {
  const found = parts.stand(name, marks);
  const at = meta.zh ? name.indexOf(meta.zh) : -1;
  if (found.length || at < 0) return found;
  const read = sounds.map((asked) => parts.read(meta.zh, meta.reading, asked)).find((each) => each.length) || [];
  return read.map(([from, to]) => [at + from, at + to]);
}

/** @type {(meta: Meta, found: Found) => HTMLLIElement} */
function result(meta, found) {
  const title = inName(meta.title, meta, found);
  const link = element("a", "", marked(meta.title, title, 400));
  link.href = new URL(meta.address, root).href;
  const kind = element("span", "search__kind", meta.kind_name);
  const state = meta.state ? [" ", element("span", `state state--${meta.state.name}`, meta.state.words)] : [];
  const where = element("p", "search__where", kind, meta.park ? ` ${meta.park}` : "", ...state);
  const item = element("li", "", where, element("p", "search__title", link));
  const aside = parts.stand(meta.text, found.marks);
  // What matched may stand in the other language only: then that is shown as well.
  if (meta.text) item.append(element("p", "search__text", marked(meta.text, aside, 140)));
  if (!title.length && !aside.length) {
    const name = meta.zh && !meta.title.includes(meta.zh) ? inName(meta.zh, meta, found) : [];
    const [other, at] = name.length ? [meta.zh, name] : [meta.other, parts.stand(meta.other, found.marks)];
    if (at.length) {
      const shown = element("p", "search__text", marked(other, at, 140));
      shown.lang = name.length || words.edition === "en" ? "zh-CN" : "en";
      item.append(shown);
    }
  }
  return item;
}

// What a step of the ladder looked for: 孵化期 → 孵化器.
/** @type {(said: [string, string][]) => string} */
function instead(said) {
  /** @type {Map<string, Map<string, string>>} */
  const others = new Map(said.map(([typed]) => [typed, new Map()]));
  for (const [typed, other] of said) (others.get(typed) || new Map()).set(other.toLowerCase(), other);
  return [...others].map(([typed, each]) => `${typed} → ${[...each.values()].join(" · ")}`).join("; ");
}

/** @type {(found: Found, group: number) => HTMLLIElement} */
function heading({ groups }, group) {
  const { step, said } = groups[group];
  const [[n, all]] = step === "most" ? said : [["", ""]];
  const text = words[`step${step}`].replace("{words}", instead(said)).replace("{n}", n).replace("{all}", all);
  return element("li", "search__step", text);
}

/** @type {(found: Found, metas: Meta[], from?: number) => void} */
function show(found, metas, from = 0) {
  for (const meta of metas) {
    if (meta.group && meta.group !== last) list.append(heading(found, meta.group));
    last = meta.group;
    list.append(result(meta, found));
  }
  if (from + PAGE >= found.total) return;
  const button = element("button", "button", words.more);
  button.type = "button";
  const item = element("li", "search__more", button);
  button.addEventListener("click", async () => {
    /** @type {Meta[]} */
    let more;
    try {
      more = await found.details(from + PAGE, from + 2 * PAGE);
    } catch (error) {
      status.textContent = failure(error);
      return;
    }
    if (found !== current) return;
    item.remove();
    const next = list.children.length;
    show(found, more, from + PAGE);
    if (list.children[next]) maybe(list.children[next], "a", HTMLAnchorElement)?.focus();
  });
  list.append(item);
}

// The values of each filter with how many results they have; what has none is left out unless it is chosen.
/** @param {Found} found */
function refilter(found) {
  filters.hidden = !found.found;
  if (!finder) return;
  const { kinds, parks, parts } = finder.opened;
  /** @type {Record<string, any[][]>} */
  const known = { kind: kinds, park: parks, plan: parts };
  for (const select of selects) {
    const { value } = select;
    const values = known[select.name].filter(([id]) => id && (found.counts[select.name].get(id) || id === value));
    const options = values.map(([id, name]) => new Option(`${name} (${found.counts[select.name].get(id) ?? 0})`, id));
    select.replaceChildren(select.options[0], ...options);
    select.value = value;
  }
}

function chosen() {
  return Object.fromEntries(selects.map((select) => [select.name, select.value]));
}

function clear() {
  for (const select of selects) select.value = "";
}

// What to try when nothing is found: other words, fewer words, no filter.
/** @param {Found} found */
function advise(found) {
  if (found.found) {
    const button = element("button", "button", words.unfilter);
    button.type = "button";
    button.addEventListener("click", () => {
      clear();
      search();
      input.focus();
    });
    list.append(element("li", "", button));
    return words.filtered;
  }
  return found.words > 1 && found.missing.length ? words.missing.replace("{word}", found.missing.join(" · ")) : words.none;
}

// How much was found, and what the reader should know of it.
/** @param {Found} found */
function told(found) {
  const typed = found.groups[0].found;
  const lacking = found.missing.length && found.groups.some(({ step }) => step === "most") ? words.lacking.replace("{word}", found.missing.join(" · ")) : "";
  const parks = found.parks.length ? words.parks.replace("{park}", found.parks.join(" · ")) : "";
  return [(typed ? words.count : words.otherwise).replace("{n}", String(found.total)), lacking, parks].filter(Boolean).join(" · ");
}

// Other words that the data have for those typed, each a search of its own.
/** @param {Found} found */
async function offer(found) {
  const offers = await found.offers();
  if (found !== current) return;
  const buttons = offers.map(([typed, other]) => {
    const button = element("button", "button", other);
    button.type = "button";
    button.addEventListener("click", () => {
      input.value = input.value.replace(typed, () => other);
      search();
      input.focus();
    });
    return button;
  });
  if (buttons.length) offered.append(words.offer, " ", ...buttons);
}

async function search() {
  const query = input.value.trim();
  turn += 1;
  const mine = turn;
  drawn = current = null;
  offered.replaceChildren();
  if (!query) {
    list.replaceChildren();
    filters.hidden = true;
    status.textContent = "";
    return;
  }
  status.textContent = words.loading;
  try {
    const found = await (await load()).find(query, chosen());
    const metas = await found.details(0, PAGE);
    if (mine !== turn) return;
    list.replaceChildren();
    refilter(found);
    last = 0;
    show(found, metas);
    [drawn, current] = [query, found];
    status.textContent = found.total ? told(found) : advise(found);
    offer(found).catch((error) => console.warn(error));
  } catch (error) {
    const said = failure(error);
    if (mine === turn) status.textContent = said;
  }
}

/** @param {Event} [event] */
function open(event) {
  opener = event?.currentTarget ?? document.activeElement;
  openBox(dialog);
  input.focus();
  input.select();
  load().catch((error) => {
    status.textContent = failure(error);
  });
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

// Waits for the results of the words in the box, which may be newer than those shown, and tells whether they are there.
async function settled() {
  const query = input.value.trim();
  if (query && query !== drawn) {
    clearTimeout(timer);
    await search();
  }
  return query !== "" && query === drawn && query === input.value.trim() && dialog.hasAttribute("open");
}

/** @param {number} step */
function move(step) {
  const links = all(list, "a, button", HTMLElement);
  const at = links.findIndex((link) => link === document.activeElement) + step;
  if (at < 0) input.focus();
  else if (links.length) links[Math.min(at, links.length - 1)].focus();
}

input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, 150);
});
onKey(input, async (event) => {
  // A browser's search field would only be emptied by the first Escape; the words stay for the next time instead.
  if (event.key === "Escape") {
    event.preventDefault();
    closeBox(dialog);
  }
  if (event.key === "Enter") {
    event.preventDefault();
    if (await settled()) maybe(list, "a", HTMLAnchorElement)?.click();
  }
});
filters.addEventListener("change", search);
onKey(dialog, async (event) => {
  if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || event.target instanceof HTMLSelectElement) return;
  if (!input.value.trim()) return;
  event.preventDefault();
  if (await settled()) move(event.key === "ArrowDown" ? 1 : -1);
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
for (const button of openers) button.addEventListener("click", open);
onKey(document, (event) => {
  // A field of a box just closed keeps the focus until the browser draws the page again; nobody types into it.
  const field = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  const typing = field && !field.closest("dialog:not([open])");
  if ((event.key === "/" && !typing) || (event.key === "k" && (event.ctrlKey || event.metaKey))) {
    event.preventDefault();
    if (!dialog.hasAttribute("open")) open();
  }
});

// A browser's own search leads to the home page with a query in the address.
const home = new URL(`${words.edition}/`, root).pathname;
const asked = parameters().get("q");
for (const button of openers) button.hidden = false;
if (asked && [home, `${home}index.html`].includes(location.pathname)) {
  open();
  input.value = asked.slice(0, input.maxLength);
  search();
}
