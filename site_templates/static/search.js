// The search box. Nothing of the search is fetched before it is opened; finder.js does the finding.

const dialog = document.querySelector("[data-search]");
const input = dialog.querySelector("input");
const status = dialog.querySelector("[data-search-status]");
const list = dialog.querySelector("[data-search-results]");
const filters = dialog.querySelector("[data-search-filters]");
const PAGE = 12;

let finder;
let parts;
let turn = 0;
let drawn = null; // the words whose results are shown
let opener = null;

async function load() {
  // The version in this script's own address makes a browser ask for the module anew when it changes.
  parts ??= await import(`./finder.js${new URL(import.meta.url).search}`);
  finder ??= new parts.Finder(new URL(dialog.dataset.index, location.href).href, dialog.dataset.kinds);
  return finder.load();
}

function element(name, className, ...children) {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

// A text with some of its places marked, cut to where the first of them stands.
function marked(text, found, length) {
  const first = found[0]?.[0] ?? -1;
  let start = first > length / 2 ? first - Math.floor(length / 3) : 0;
  const space = text.indexOf(" ", start);
  if (start > 0 && space >= 0 && space < Math.min(start + 16, first)) start = space + 1;
  const end = Math.min(start + length, text.length);
  const fragment = document.createDocumentFragment();
  let position = start;
  if (start > 0) fragment.append("…");
  for (const [from, to] of found) {
    if (from < position || to > end) continue;
    fragment.append(text.slice(position, from), element("mark", "", text.slice(from, to)));
    position = to;
  }
  fragment.append(text.slice(position, end));
  if (end < text.length) fragment.append("…");
  return fragment;
}

// Where to mark a name: the words themselves, or the characters whose reading was asked for.
function inName(name, meta, query) {
  const found = parts.places(name, query);
  const at = meta.zh ? name.indexOf(meta.zh) : -1;
  if (found.length || at < 0) return found;
  return parts.read(meta.zh, meta.reading, query).map(([from, to]) => [at + from, at + to]);
}

function result(meta, query) {
  const title = inName(meta.title, meta, query);
  const link = element("a", "", marked(meta.title, title, 400));
  link.href = new URL(meta.address, new URL(dialog.dataset.root, location.href)).href;
  const kind = element("span", "search__kind", meta.kind_name);
  const where = element("p", "search__where", kind, meta.park ? ` ${meta.park}` : "");
  const item = element("li", "", where, element("p", "search__title", link));
  const aside = [meta.text, parts.places(meta.text, query)];
  // What matched may stand in the other language only: then that is shown as well.
  if (meta.text) item.append(element("p", "search__text", marked(...aside, 140)));
  if (!title.length && !aside[1].length) {
    const name = meta.zh && !meta.title.includes(meta.zh) ? inName(meta.zh, meta, query) : [];
    const other = name.length ? [meta.zh, name] : [meta.other, parts.places(meta.other, query)];
    if (other[1].length) {
      const shown = element("p", "search__text", marked(...other, 140));
      shown.lang = name.length || document.documentElement.lang === "en" ? "zh-CN" : "en";
      item.append(shown);
    }
  }
  return item;
}

function show(found, metas, from = 0) {
  list.append(...metas.map((meta) => result(meta, found.query)));
  if (from + PAGE >= found.total) return;
  const button = element("button", "button", dialog.dataset.more);
  button.type = "button";
  const item = element("li", "search__more", button);
  button.addEventListener("click", async () => {
    const more = await found.details(from + PAGE, from + 2 * PAGE);
    item.remove();
    const next = list.children.length;
    show(found, more, from + PAGE);
    list.children[next]?.querySelector("a")?.focus();
  });
  list.append(item);
}

// The values of each filter with how many results they have; what has none is left out unless it is chosen.
function refilter(found) {
  filters.hidden = !found?.found;
  if (!found) return;
  for (const select of filters.querySelectorAll("select")) {
    const { value } = select;
    const values = [...finder.values[select.name]].filter(([id]) => found.counts[select.name].get(id) || id === value);
    if (select.name === "kind") values.sort(([a], [b]) => finder.kinds.indexOf(a) - finder.kinds.indexOf(b));
    const options = values.map(([id, [name]]) => new Option(`${name} (${found.counts[select.name].get(id) ?? 0})`, id));
    select.replaceChildren(select.options[0], ...options);
    select.value = value;
  }
}

function chosen() {
  return Object.fromEntries([...filters.querySelectorAll("select")].map((select) => [select.name, select.value]));
}

function clear() {
  for (const select of filters.querySelectorAll("select")) select.value = "";
}

// What to try when nothing is found: other words, fewer words, no filter.
function advise(found) {
  if (found.found) {
    const button = element("button", "button", dialog.dataset.unfilter);
    button.type = "button";
    button.addEventListener("click", () => {
      clear();
      search();
      input.focus();
    });
    list.append(element("li", "", button));
    return dialog.dataset.filtered;
  }
  const lost = found.missing.map((word) => word.replace(/ /g, /[a-z0-9]/.test(word) ? " " : ""));
  if (found.query.words.length > 1 && lost.length) return dialog.dataset.missing.replace("{word}", lost.join(" · "));
  return dialog.dataset.none;
}

async function search() {
  const query = input.value.trim();
  turn += 1;
  const mine = turn;
  drawn = null;
  if (!query) {
    list.replaceChildren();
    filters.hidden = true;
    status.textContent = "";
    return;
  }
  status.textContent = dialog.dataset.loading;
  try {
    await load();
    const found = await finder.find(query, chosen());
    const metas = await found.details(0, PAGE);
    if (mine !== turn) return;
    list.replaceChildren();
    refilter(found);
    show(found, metas);
    drawn = query;
    status.textContent = found.total ? dialog.dataset.count.replace("{n}", found.total) : advise(found);
  } catch (error) {
    if (mine === turn) status.textContent = dialog.dataset.failed;
    console.error(error);
  }
}

function open(event) {
  opener = event?.currentTarget ?? document.activeElement;
  dialog.showModal();
  input.focus();
  input.select();
  load().catch(() => {
    status.textContent = dialog.dataset.failed;
  });
}

let timer;

// Leads to the first result of the words in the box, which may be newer than the results shown.
async function follow() {
  const query = input.value.trim();
  if (query && query !== drawn) {
    clearTimeout(timer);
    await search();
  }
  if (query && query === drawn && query === input.value.trim() && dialog.open) list.querySelector("a")?.click();
}

input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, 150);
});
input.addEventListener("keydown", (event) => {
  // A browser's search field would only be emptied by the first Escape; the words stay for the next time instead.
  if (event.key === "Escape") {
    event.preventDefault();
    dialog.close();
  }
  if (event.key === "Enter") {
    event.preventDefault();
    follow();
  }
});
filters.addEventListener("change", search);
dialog.addEventListener("keydown", (event) => {
  if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || event.target.closest("select")) return;
  const links = [...list.querySelectorAll("a, button")];
  if (!links.length) return;
  event.preventDefault();
  const at = links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
  if (at < 0) input.focus();
  else links[Math.min(at, links.length - 1)].focus();
});
let leaving = false;
dialog.addEventListener("click", (event) => {
  leaving = Boolean(event.target.closest("a"));
  if (event.target === dialog || leaving) dialog.close();
});
dialog.addEventListener("close", () => {
  // A link leads to its place, perhaps on this page; the focus goes back only when none was followed.
  if (!leaving) opener?.focus?.({ preventScroll: true });
  leaving = false;
});
for (const button of document.querySelectorAll("[data-search-open]")) button.addEventListener("click", open);
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if ((event.key === "/" && !typing) || (event.key === "k" && (event.ctrlKey || event.metaKey))) {
    event.preventDefault();
    if (!dialog.open) open();
  }
});

// A browser's own search leads to the home page with a query in the address.
const home = new URL("../", new URL(dialog.dataset.index, location.href)).pathname;
const asked = new URLSearchParams(location.search).get("q");
if (asked && [home, `${home}index.html`].includes(location.pathname)) {
  open();
  input.value = asked.slice(0, input.maxLength);
  search();
}
