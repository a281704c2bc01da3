// What stands in the open search box: results, filters, answers, offers. search.js fetches this when the box is opened;
// finder.js does the finding.
// @ts-check

import { all, element, maybe, one } from "./dom.js";
import { onKey } from "./keys.js";
import { styled } from "./styles.js";

/**
 * @typedef {typeof import("./finder.js")} Parts
 * @typedef {import("./index.js").Meta & { group: number }} Meta
 * @typedef {import("./finder.js").Found} Found
 * @typedef {import("./finder.logic.js").Place} Place
 */

const dialog = /** @type {HTMLDialogElement} */ (one(document, "[data-search]", HTMLElement));
const input = one(dialog, "input", HTMLInputElement);
const status = one(dialog, "[data-search-status]", HTMLElement);
const hint = one(dialog, ".search__hint", HTMLElement);

// Of what stands below the words that are typed the page has only what may be said before this is there.
/** @type {<Name extends keyof HTMLElementTagNameMap>(name: Name, part: string) => HTMLElementTagNameMap[Name]} */
function placed(name, part) {
  const made = element(name, `search__${part}`);
  made.setAttribute(`data-search-${part}`, "");
  return made;
}
const offered = placed("p", "offers");
const answered = placed("div", "answers");
const list = placed("ol", "results");
const entries = placed("div", "entries");
const filters = placed("div", "filters");
const selects = ["kind", "park", "plan"].map((name) => {
  const select = element("select", "");
  select.name = name;
  filters.append(element("label", "", element("span", ""), select));
  return select;
});
filters.setAttribute("role", "group");
filters.hidden = true;
status.before(filters);
status.after(offered, answered, list, entries);

const words = /** @type {Record<string, string>} */ ({ ...dialog.dataset }); // the index brings the others
const PAGE = 10;
const MEANT = 2; // other words that may have been meant
const ROWS = 6; // of a direct answer; its page has the others

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
let exact = false; // whether nothing but the words themselves is looked for

const root = new URL(words.root, location.href);

const dressed = styled("search_box.css", import.meta.url);

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
  const [loaded] = await Promise.all([finder.load(), dressed]);
  Object.assign(words, loaded.opened.words);
  filters.setAttribute("aria-label", words.filters);
  for (const select of selects) {
    one(/** @type {HTMLElement} */ (select.parentElement), "span", HTMLElement).textContent = words[select.name];
    if (!select.length) select.append(new Option(words.any, ""));
  }
  return loaded;
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
  fragment.append(...parts.marking.excerpt(text, found, length).map((piece) => (piece.marked ? element("mark", "", piece.text) : piece.text)));
  return fragment;
}

// Where to mark a name: the words themselves, or the characters whose reading was asked for.
/** @type {(name: string, meta: Meta, found: Found) => Place[]} */
function inName(name, meta, { marks, sounds }) {
  const found = parts.marking.stand(name, marks);
  const at = meta.zh ? name.indexOf(meta.zh) : -1;
  if (found.length || at < 0) return found;
  const read = sounds.map((asked) => parts.marking.read(meta.zh, meta.reading, asked)).find((each) => each.length) || [];
  return read.map(([from, to]) => [at + from, at + to]);
}

/** @type {(state: Meta["state"]) => (string | Node)[]} */
function mark(state) {
  return state ? [" ", element("span", `state state--${state.name}`, state.words)] : [];
}

/** @type {(to: string, ...children: (string | Node)[]) => HTMLAnchorElement} */
function link(to, ...children) {
  const made = element("a", "", ...children);
  made.href = new URL(to, root).href;
  return made;
}

/** @type {(words: string, act: () => void, className?: string) => HTMLButtonElement} */
function button(words, act, className = "button") {
  const made = element("button", className, words);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

// Looks for other words, as if they had been typed.
/** @param {string} query */
function ask(query) {
  exact = false;
  input.value = query.slice(0, input.maxLength);
  search();
  input.focus();
}

/** @type {(meta: Meta, found: Found) => HTMLLIElement} */
function result(meta, found) {
  const title = inName(meta.title, meta, found);
  const kind = element("span", "search__kind", meta.kind_name);
  const where = element("p", "search__where", kind, [meta.park, meta.years].filter(Boolean).map((words) => ` ${words}`).join(""), ...mark(meta.state));
  const figure = meta.figure ? [" ", element("span", "search__figure", marked(meta.figure, parts.marking.stand(meta.figure, found.marks), 200))] : [];
  const item = element("li", "", where, element("p", "search__title", link(meta.address, marked(meta.title, title, 400)), ...figure));
  const aside = parts.marking.stand(meta.text, found.marks);
  // What matched may stand in the other language only: then that is shown as well.
  if (meta.text) item.append(element("p", "search__text", marked(meta.text, aside, 140)));
  if (!title.length && !aside.length) {
    const name = meta.zh && !meta.title.includes(meta.zh) ? inName(meta.zh, meta, found) : [];
    const [other, at] = name.length ? [meta.zh, name] : [meta.other, parts.marking.stand(meta.other, found.marks)];
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
  const text = words[step].replace("{words}", instead(said)).replace("{n}", n).replace("{all}", all);
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
  const item = element("li", "search__more");
  const next = button(words.more, async () => {
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
    const place = list.children.length;
    show(found, more, from + PAGE);
    if (list.children[place]) maybe(list.children[place], "a", HTMLAnchorElement)?.focus();
  });
  item.append(next);
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
    const all = button(words.unfilter, () => {
      clear();
      search();
      input.focus();
    });
    list.append(element("li", "", all));
    return words.filtered;
  }
  return found.words > 1 && found.missing.length ? words.missing.replace("{word}", found.missing.join(" · ")) : words.none;
}

// How much was found, and what the reader should know of it.
/** @param {Found} found */
function told(found) {
  const typed = found.groups[0].records.length;
  const lacking = found.missing.length && found.groups.some(({ step }) => step === "most") ? words.lacking.replace("{word}", found.missing.join(" · ")) : "";
  const parks = found.parks.length ? words.parks.replace("{park}", found.parks.join(" · ")) : "";
  const count = typed === found.total ? words.count : typed ? words.both : words.otherwise;
  return [count.replace("{typed}", String(typed)).replace("{n}", String(typed === found.total ? typed : found.total - typed)), lacking, parks].filter(Boolean).join(" · ");
}

// Where something else was looked for than what was typed: what may have been meant, other words that the data have,
// and the way back, or on.
/** @param {Found} found */
async function offer(found) {
  const near = found.groups[0].found ? [] : found.groups.filter(({ step }) => step === "near" || step === "forms").flatMap(({ said }) => said);
  const offers = near.length ? near.slice(0, MEANT) : await found.offers();
  if (found !== current) return;
  const buttons = offers.map(([typed, other]) => button(other, () => ask(input.value.replace(typed, () => other)), "chip"));
  if (buttons.length) offered.append(element("span", "", near.length ? words.mean : words.offer), ...buttons);
  if (exact || found.widened) {
    const back = button(exact ? words.wider : words.exact, () => {
      exact = !exact;
      search();
      input.focus();
    }, "search__way");
    offered.append(back);
  }
}

// What answers the question at once, above all that was found.
/** @type {(answer: import("./index.js").Answer) => HTMLElement} */
function answer({ title, address, note, rows }) {
  const items = rows.slice(0, ROWS).map((row) => element("li", "", element("span", "answer__who", row.name), " ", link(row.address, row.said), ...mark(row.state)));
  const all = rows.length > ROWS ? [element("p", "answer__note", link(address, words.all.replace("{n}", String(rows.length))))] : [];
  const several = new Set(rows.map(({ park }) => park)).size > 1;
  const said = note && (several || !items.length) ? [element("p", "answer__note", note)] : [];
  const list = items.length ? [element("ul", "", ...items)] : [];
  return element("div", "answer", element("p", "answer__title", ...(items.length ? [] : [`${words.subjects}: `]), link(address, title)), ...list, ...all, ...said);
}

/** @type {(made: HTMLElement, words: string) => HTMLElement} what is Chinese on a page that is not */
function chinese(made, said) {
  if (words.edition !== "zh" && /[\u4e00-\u9fff]/.test(said)) made.lang = "zh-CN";
  return made;
}

// What a box without words offers: examples, and the ways to industries and to answers for investors.
async function start() {
  const { opened } = await load();
  if (input.value.trim() || entries.children.length) return;
  const { examples, industries, subjects } = opened.start;
  /** @type {(title: string, items: HTMLElement[]) => HTMLElement[]} */
  const group = (title, items) => (items.length ? [element("p", "search__step", title), element("ul", "search__start", ...items.map((item) => element("li", "", item)))] : []);
  /** @type {(found: [string, string][]) => HTMLElement[]} */
  const links = (found) => found.map(([name, to]) => link(to, name));
  entries.append(
    ...group(words.examples, examples.map((each) => chinese(button(each, () => ask(each), "chip"), each))),
    ...group(words.industries, links(industries)),
    ...group(words.subjects, links(subjects)),
  );
}

async function search() {
  const query = input.value.trim();
  turn += 1;
  const mine = turn;
  drawn = current = null;
  offered.replaceChildren();
  hint.hidden = entries.hidden = Boolean(query);
  if (!query) {
    answered.replaceChildren();
    list.replaceChildren();
    filters.hidden = true;
    status.textContent = "";
    return;
  }
  status.textContent = words.loading;
  try {
    const found = await (await load()).find(query, chosen(), exact);
    const [metas, answers] = await Promise.all([found.details(0, PAGE), found.answers()]);
    if (mine !== turn) return;
    list.replaceChildren();
    answered.replaceChildren(...answers.map(answer));
    refilter(found);
    last = 0;
    show(found, metas);
    [drawn, current] = [query, found];
    status.textContent = found.total ? told(found) : answers.length ? words.count.replace("{n}", "0") : advise(found);
    offer(found).catch((error) => console.warn(error));
  } catch (error) {
    const said = failure(error);
    if (mine === turn) status.textContent = said;
  }
}

/**
 * Look for words, for those that were typed before this was there, or show where to begin.
 * @param {string} words
 */
export function begin(words) {
  if (words) ask(words);
  else if (input.value.trim() && input.value.trim() !== drawn) search();
  else {
    start().catch((error) => {
      status.textContent = failure(error);
    });
  }
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
  const links = [answered, list].flatMap((found) => all(found, "a, button", HTMLElement));
  const at = links.findIndex((link) => link === document.activeElement) + step;
  if (at < 0) input.focus();
  else if (links.length) links[Math.min(at, links.length - 1)].focus();
}

input.addEventListener("input", () => {
  exact = false;
  clearTimeout(timer);
  timer = setTimeout(search, 150);
});

/** Follow the first result, when it is there. */
export async function enter() {
  if (await settled()) maybe(list, "a", HTMLAnchorElement)?.click();
}

filters.addEventListener("change", search);
onKey(dialog, async (event) => {
  if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || event.target instanceof HTMLSelectElement) return;
  if (!input.value.trim()) return;
  event.preventDefault();
  if (await settled()) move(event.key === "ArrowDown" ? 1 : -1);
});
