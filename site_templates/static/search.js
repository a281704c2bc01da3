// Search. Nothing is fetched before the box is opened.
//
// The index holds one Han character per word (generator/finish/search.py), so a run of them is asked for as a quoted
// phrase. Several terms are asked for one by one and their results intersected. Latin letters that can be read as
// pinyin are asked for as syllables too.

const dialog = document.querySelector("[data-search]");
const input = dialog.querySelector("input");
const status = dialog.querySelector("[data-search-status]");
const list = dialog.querySelector("[data-search-results]");
const PAGE = 12;
const POOL = 60; // results whose details are fetched to be put in order
const NAMES = ["park", "plan", "metric", "term"];
const KINDS = ["park", "plan", "metric", "term", "target", "task", "measure", "provision"];

let index;
let turn = 0;
let opener = null;

function load() {
  index ??= import(new URL(dialog.dataset.index, location.href).href).then(async (pagefind) => {
    await pagefind.options({ excerptLength: 1 });
    await pagefind.init();
    return pagefind;
  });
  return index;
}

const HAN = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇]/g;

// The same cutting as in the index.
export function spaced(text) {
  return text
    .normalize("NFKC")
    .replace(/(\d),(?=\d{3})/g, "$1")
    .replace(/[^\p{L}\p{N}\p{M}\s.%]+/gu, " ")
    .replace(/(?<!\d)\.|\.(?!\d)/g, " ")
    .replace(HAN, " $& ")
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .join(" ");
}

const SYLLABLE =
  /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uan|uai|van|ai|ei|ao|ou|an|en|in|un|vn|ia|ie|iu|ua|uo|ui|ue|ve|er|a|o|e|i|u|v)/;

// All ways to read letters as pinyin syllables, the longest syllables first; at most a few.
export function readings(letters, limit = 4) {
  const found = [];
  const walk = (rest, done) => {
    if (found.length >= limit) return;
    if (!rest) {
      found.push(done.join(" "));
      return;
    }
    const longest = SYLLABLE.exec(rest)?.[0] ?? "";
    for (let n = longest.length; n > 0; n -= 1) {
      const part = rest.slice(0, n);
      if (SYLLABLE.exec(part)?.[0] === part && /[aeiouv]/.test(part)) walk(rest.slice(n), [...done, part]);
    }
  };
  walk(letters, []);
  return found;
}

function withoutTones(text) {
  return text.normalize("NFD").replace(/[\u0300-\u0304\u030c]/g, "").replace(/u\u0308/g, "v").normalize("NFC");
}

// A query as terms, each a list of phrases of which one must be found.
export function terms(query) {
  const words = withoutTones(query).toLowerCase().split(/[\s\u3000]+/).map(spaced).filter(Boolean);
  const result = words.map((word) => [word.includes(" ") ? `"${word}"` : word]);
  if (words.length && words.every((word) => /^[a-z']+$/.test(word))) {
    const joined = readings(words.join("").replaceAll("'", ""));
    if (joined.length) return { all: result, pinyin: joined.map((reading) => `"${reading}"`) };
  }
  return { all: result, pinyin: [] };
}

async function ids(pagefind, phrases, options) {
  const scores = new Map();
  for (const phrase of phrases) {
    const found = await pagefind.search(phrase, options);
    for (const result of found.results) {
      const before = scores.get(result.id);
      if (!before || before.score < result.score) scores.set(result.id, result);
    }
  }
  return scores;
}

// Results that hold every term, or the whole query read as pinyin.
async function matching(pagefind, all, pinyin, options) {
  const sets = [];
  for (const phrases of all) sets.push(await ids(pagefind, phrases, options));
  const [first, ...rest] = sets;
  const hits = new Map();
  for (const [id, result] of first) if (rest.every((set) => set.has(id))) hits.set(id, result);
  if (pinyin.length) for (const [id, result] of await ids(pagefind, pinyin, options)) if (!hits.has(id)) hits.set(id, result);
  return hits;
}

async function find(query) {
  const pagefind = await load();
  const { all, pinyin } = terms(query);
  if (!all.length) return [];
  const hits = await matching(pagefind, all, pinyin);
  // What is named so may be deep in the list when many passages hold the words: ask for it by its kind.
  const names = hits.size > POOL ? await matching(pagefind, all, pinyin, { filters: { kind: { any: NAMES } } }) : new Map();
  const best = (map) => [...map.values()].sort((a, b) => b.score - a.score).slice(0, POOL);
  const sorted = [...new Map([...best(names), ...best(hits)].map((result) => [result.id, result])).values()];
  const pool = await Promise.all(sorted.map(async (result) => ({ score: result.score, ...(await result.data()) })));
  const key = spaced(query).toLowerCase();
  const named = ({ title, name = "", reading }) => {
    const [syllables, initials] = reading.split("|");
    return spaced(`${title} ${name}`).toLowerCase().includes(key) || initials === key || pinyin.some((phrase) => syllables.includes(phrase.slice(1, -1)));
  };
  const rank = ({ meta }) => (named(meta) ? 0 : 10) + KINDS.indexOf(meta.kind) / 2;
  pool.sort((a, b) => rank(a) - rank(b) || b.score - a.score || Number(a.meta.rank) - Number(b.meta.rank));
  return { total: hits.size, pool };
}

// Words of the query inside a text, marked; the text is cut to where they stand.
function marked(text, query, length) {
  const words = query.split(/[\s\u3000]+/).filter(Boolean).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = words.length ? new RegExp(words.join("|"), "gi") : null;
  const first = pattern ? text.search(pattern) : -1;
  const start = first > length / 2 ? first - Math.floor(length / 3) : 0;
  const shown = (start > 0 ? "…" : "") + text.slice(start, start + length) + (start + length < text.length ? "…" : "");
  const fragment = document.createDocumentFragment();
  let position = 0;
  for (const match of pattern ? shown.matchAll(pattern) : []) {
    fragment.append(shown.slice(position, match.index));
    const mark = document.createElement("mark");
    mark.textContent = match[0];
    fragment.append(mark);
    position = match.index + match[0].length;
  }
  fragment.append(shown.slice(position));
  return fragment;
}

function element(name, className, ...children) {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

function show(found, query, from = 0) {
  for (const { meta } of found.pool.slice(from, from + PAGE)) {
    const link = element("a", "", marked(meta.title, query, 120));
    link.href = new URL(meta.address, new URL(dialog.dataset.root, location.href)).href;
    const kind = element("span", "search__kind", meta.kind_name);
    const where = element("p", "search__where", kind, meta.park ? ` ${meta.park}` : "");
    const item = element("li", "", where, element("p", "search__title", link));
    if (meta.text) item.append(element("p", "search__text", marked(meta.text, query, 140)));
    list.append(item);
  }
  if (from + PAGE < found.pool.length) {
    const button = element("button", "button", dialog.dataset.more);
    button.type = "button";
    const item = element("li", "search__more", button);
    button.addEventListener("click", () => {
      item.remove();
      const next = list.children.length;
      show(found, query, from + PAGE);
      list.children[next]?.querySelector("a")?.focus();
    });
    list.append(item);
  }
}

async function search() {
  const query = input.value.trim();
  turn += 1;
  const mine = turn;
  if (!query) {
    list.replaceChildren();
    status.textContent = "";
    return;
  }
  status.textContent = dialog.dataset.loading;
  try {
    const found = await find(query);
    if (mine !== turn) return;
    list.replaceChildren();
    if (!found.total) {
      status.textContent = dialog.dataset.none;
      return;
    }
    status.textContent = dialog.dataset.count.replace("{n}", found.total);
    show(found, query);
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
input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, 150);
});
input.addEventListener("keydown", (event) => {
  if (event.key === "Enter") {
    event.preventDefault();
    const first = list.querySelector("a");
    if (first && input.value.trim() && !status.textContent.includes(dialog.dataset.loading)) first.click();
  }
});
dialog.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const links = [...list.querySelectorAll("a, button")];
  if (!links.length) return;
  event.preventDefault();
  const at = links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
  if (at < 0) input.focus();
  else links[Math.min(at, links.length - 1)].focus();
});
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
  if (event.target.closest("a")) dialog.close();
});
dialog.addEventListener("close", () => opener?.focus?.());
for (const button of document.querySelectorAll("[data-search-open]")) button.addEventListener("click", open);
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if ((event.key === "/" && !typing) || (event.key === "k" && (event.ctrlKey || event.metaKey))) {
    event.preventDefault();
    if (!dialog.open) open();
  }
});
