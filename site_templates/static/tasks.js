// Filters over the tasks of the page. What a task is found by stands on it; what is chosen stands in the address, so
// that it survives a reload, a change of language and being sent to somebody.
// @ts-check

import { fragment, keep, query, values } from "./address.js";
import { all, copy, element, one, textOf } from "./dom.js";
import { downloadCsv } from "./download.js";
import { plain, select, toQuery, wordsOf } from "./tasks.logic.js";

/** @typedef {import("./tasks.logic.js").Task & { node: HTMLElement, link: HTMLAnchorElement, summary: HTMLElement }} Task */

const form = one(document, "[data-filters]", HTMLFormElement);
const status = one(document, "[data-status]", HTMLElement);
const chosen = one(document, "[data-chosen]", HTMLElement);
const plans = one(document, "[data-plans]", HTMLElement);
const grouped = one(document, "[data-grouped]", HTMLElement);
const download = one(document, "[data-download]", HTMLButtonElement);
const said = /** @type {Record<string, string>} */ (form.dataset);
/** @type {[key: string, name: string][]} */
const columns = JSON.parse(said.columns);

const boxes = all(form, "[data-filter] input", HTMLInputElement);
const KEYS = all(form, "[data-filter]", HTMLElement).map((filter) => filter.dataset.filter ?? "");
const named = new Map(boxes.map((box) => [`${box.name}:${box.value}`, box]));
const sentence = one(form, 'input[name="q"]', HTMLInputElement);
const summaries = one(form, 'input[name="summaries"]', HTMLInputElement);
const groups = all(form, 'input[name="group"]', HTMLInputElement);
const groupOf = () => groups.find((radio) => radio.checked)?.value ?? "plan";

/** @type {(box: HTMLInputElement) => HTMLElement} */
const labelOf = (box) => /** @type {HTMLElement} */ (box.parentElement);

/** @type {(key: string, id: string) => string} */
function nameOf(key, id) {
  const box = named.get(`${key}:${id}`);
  return box ? textOf(labelOf(box).querySelector(".filter__name")) : id;
}

/** @type {(node: HTMLElement) => Task} */
function taskOf(node) {
  /** @type {(key: string) => string[]} */
  const ids = (key) => (node.dataset[key] ?? "").split(" ").filter(Boolean);
  const link = one(node, ".task__title a", HTMLAnchorElement);
  const summary = one(node, ".task__summary", HTMLElement);
  return {
    node,
    link,
    summary,
    ids: new Map(KEYS.map((key) => [key, ids(key)])),
    actors: ids("body").map((pair) => /** @type {[string, string]} */ (pair.split(":"))),
    words: plain(`${link.textContent} ${summary.textContent} ${node.dataset.words}`),
  };
}

const tasks = all(plans, "[data-task]", HTMLElement).map(taskOf);

function picked() {
  return new Map(KEYS.map((key) => [key, new Set(boxes.filter((box) => box.name === key && box.checked).map((box) => box.value))]));
}

function update() {
  const sets = picked();
  const words = wordsOf(sentence.value);
  const { found, counts } = select(tasks, sets, words);
  const shown = new Set(found);
  for (const task of tasks) task.node.hidden = !shown.has(task);
  for (const box of boxes) {
    const n = counts.get(`${box.name}:${box.value}`) ?? 0;
    one(labelOf(box), "[data-option-count]", HTMLElement).textContent = String(n);
    labelOf(box).classList.toggle("filter__none", n === 0);
  }
  for (const [key, set] of sets) {
    one(form, `[data-filter="${key}"] [data-picked-count]`, HTMLElement).textContent = set.size ? said.picked.replace("{n}", String(set.size)) : "";
  }
  arrange(found, words.length > 0);
  showChosen();
  const count = said.count.replace("{n}", String(found.length)).replace("{total}", String(tasks.length));
  status.textContent = found.length ? count : `${count} – ${said.none}`;
  download.disabled = !found.length;
  keep(toQuery(query(), sets, { q: sentence.value.trim(), group: groupOf(), summaries: summaries.checked }));
  return found;
}

// The tasks under their plan's headings, or once more under themes or industries.
/** @type {(found: Task[], searching: boolean) => void} */
function arrange(found, searching) {
  const key = groupOf();
  const open = summaries.checked || searching;
  for (const task of tasks) task.summary.hidden = !open;
  plans.hidden = key !== "plan";
  grouped.hidden = key === "plan";
  grouped.replaceChildren();
  if (key === "plan") {
    for (const node of all(plans, "[data-group], [data-plan]", HTMLElement)) node.hidden = !node.querySelector("[data-task]:not([hidden])");
    return;
  }
  for (const box of boxes.filter((one) => one.name === key)) group(box, found.filter((task) => (task.ids.get(key) ?? []).includes(box.value)));
  group(null, found.filter((task) => !(task.ids.get(key) ?? []).length));
}

/** @type {(box: HTMLInputElement | null, found: Task[]) => void} */
function group(box, found) {
  if (!found.length) return;
  const heading = element("h3", "");
  if (box) {
    const link = element("a", "", nameOf(box.name, box.value));
    link.href = box.dataset.page ?? "";
    heading.append(link);
  } else {
    heading.textContent = said.rest;
  }
  heading.append(` (${found.length})`);
  const list = element("ul", "tasks", ...found.map(({ node }) => copy(node)));
  for (const park of all(list, ".task__park", HTMLElement)) park.hidden = false;
  grouped.append(element("section", "tasks__group", heading, list));
}

// What is chosen, each with a button that takes it back.
function showChosen() {
  chosen.replaceChildren(
    ...boxes.filter((box) => box.checked).map((box) => {
      const button = element("button", "tool", `${nameOf(box.name, box.value)} ×`);
      button.type = "button";
      const item = element("li", "", button);
      button.setAttribute("aria-label", said.remove.replace("{name}", nameOf(box.name, box.value)));
      button.addEventListener("click", () => {
        const at = [...chosen.children].findIndex((child) => child === item);
        box.checked = false;
        update();
        const left = all(chosen, "button", HTMLButtonElement);
        (left.length ? left[Math.min(at, left.length - 1)] : sentence).focus();
      });
      return item;
    }),
  );
}

/** @param {HTMLInputElement} box */
function open(box) {
  const details = box.closest("details");
  if (details) details.open = true;
}

function fromAddress() {
  const asked = query();
  const wanted = new Map(KEYS.map((key) => [key, values(asked, key)]));
  for (const box of boxes) {
    box.checked = wanted.get(box.name)?.has(box.value) ?? false;
    if (box.checked) open(box);
  }
  sentence.value = (asked.get("q") ?? "").slice(0, sentence.maxLength);
  const group = groups.some((radio) => radio.value === asked.get("group")) ? asked.get("group") : "plan";
  for (const radio of groups) radio.checked = radio.value === group;
  summaries.checked = asked.get("summaries") === "1";
}

// What is seen, as a table, by the keys of its columns: one row a task, names instead of ids.
/** @param {Task[]} found */
function rows(found) {
  const body = found.map((task) => {
    const line = new Map(KEYS.map((key) => [key, (task.ids.get(key) ?? []).map((id) => nameOf(key, id)).join("; ")]));
    line.set("plan", new URL(task.link.href).pathname.split("/").slice(-3)[0]);
    line.set("number", textOf(task.node.querySelector(".task__number")));
    line.set("title", textOf(task.link));
    line.set("summary", textOf(task.summary));
    line.set("body", task.actors.map(([role, id]) => `${nameOf("body", id)} (${nameOf("role", role)})`).join("; "));
    line.set("address", task.link.href);
    return columns.map(([key]) => line.get(key) ?? "");
  });
  return [columns.map(([, name]) => name), ...body];
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
form.addEventListener("input", (event) => {
  clearTimeout(timer);
  timer = setTimeout(update, event.target === sentence ? 200 : 0);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  update();
});
form.addEventListener("reset", () => {
  clearTimeout(timer);
  timer = setTimeout(update);
});
download.addEventListener("click", () => {
  downloadCsv(said.file, rows(update()));
});
for (const square of all(document, "[data-pick-theme]", HTMLElement)) {
  square.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    form.reset();
    for (const key of ["park", "theme"]) {
      const box = named.get(`${key}:${square.dataset[key === "park" ? "pickPark" : "pickTheme"]}`);
      if (!box) continue;
      box.checked = true;
      open(box);
    }
    clearTimeout(timer);
    update();
    const heading = one(document, "#all", HTMLElement);
    heading.focus({ preventScroll: true });
    heading.scrollIntoView();
  });
}
addEventListener("popstate", () => {
  fromAddress();
  update();
});

const narrow = matchMedia("(max-width: 62rem)").matches;
if (narrow) one(form, "[data-facets]", HTMLDetailsElement).open = false;
fromAddress();
update();
for (const served of [form, ...all(document, ".browse__head, .chosen", HTMLElement)]) served.hidden = false;
// Who follows an address with a choice in it comes for the list: it stands below the drawing, on a phone below the
// filters too. Going back or reloading, the reader is where they were.
const [entry] = performance.getEntriesByType("navigation"); // none in Safari before 15
const came = !entry || /** @type {PerformanceNavigationTiming} */ (entry).type === "navigate";
const asked = [...KEYS, "q"].some((key) => query().has(key));
if (asked && !fragment() && came) one(document, narrow ? ".browse__head" : "#all", HTMLElement).scrollIntoView();
