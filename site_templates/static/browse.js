// Filters over all tasks. What a task is found by stands on it; what is chosen stands in the address, so that it survives
// a reload, a change of language and being sent to somebody. Summaries, words in the other language and, of a large index,
// the tasks themselves stand on the parts of the index and are fetched from there when they are asked for.
// tasks.js fetches this when something is chosen.
// @ts-check

import { fragment, keep, query, values } from "./address.js";
import { all, copy, element, maybe, one, textOf } from "./dom.js";
import { plain, select, toQuery, wordsOf } from "./tasks.logic.js";

/** @typedef {import("./tasks.logic.js").Task & { node: HTMLElement, link: HTMLAnchorElement, summary: HTMLElement | null }} Task */

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
  const summary = maybe(node, ".task__summary", HTMLElement);
  return {
    node,
    link,
    summary,
    ids: new Map(KEYS.map((key) => [key, ids(key)])),
    actors: ids("body").map((pair) => /** @type {[string, string]} */ (pair.split(":"))),
    words: plain(`${link.textContent} ${textOf(summary)} ${node.dataset.words ?? ""}`),
  };
}

const tasksHere = () => all(plans, "[data-task]", HTMLElement).map(taskOf);
let tasks = tasksHere();
const total = Number(said.total);
const cut = tasks.length < total; // the index only names its parts

const parts = new Set(all(plans, "a[data-part]", HTMLAnchorElement).map((link) => link.href)); // those not fetched yet

// Put a part of the index in the place of what the page has of the same plans.
/** @param {string} address */
async function fetchPart(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  const part = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const link of all(part, "[data-plan] a", HTMLAnchorElement)) link.href = new URL(link.getAttribute("href") ?? "", address).href;
  for (const section of all(part, "[data-plan]", HTMLElement)) {
    const place = one(plans, `[data-plan="${section.dataset.plan}"]`, HTMLElement);
    for (const group of all(place, "[data-group]", HTMLElement)) group.remove();
    place.append(...all(section, "[data-group]", HTMLElement).map(nested));
  }
  parts.delete(address);
}

// On the page of the part its headings stand one level higher.
/** @param {HTMLElement} group */
function nested(group) {
  const heading = one(group, "h3", HTMLElement);
  heading.replaceWith(element("h4", "", ...heading.childNodes));
  for (const summary of all(group, ".task__summary", HTMLElement)) summary.hidden = true;
  return document.adoptNode(group);
}

// Returns whether everything is there.
async function fetchParts() {
  const answers = await Promise.allSettled([...parts].map(fetchPart));
  tasks = tasksHere();
  return answers.every(({ status }) => status === "fulfilled");
}

function picked() {
  return new Map(KEYS.map((key) => [key, new Set(boxes.filter((box) => box.name === key && box.checked).map((box) => box.value))]));
}

// What is chosen is in the address at once; what it needs is fetched before anything is shown. A later choice overtakes.
let latest = 0;
/** @param {boolean} full with all that the parts have */
export async function update(full = false) {
  const sets = picked();
  keep(toQuery(query(), sets, { q: sentence.value.trim(), group: groupOf(), summaries: summaries.checked }));
  showChosen();
  const own = ++latest;
  const words = sentence.value.trim() !== "";
  const choice = groupOf() !== "plan" || [...sets.values()].some((set) => set.size > 0);
  let whole = true;
  if (parts.size && (full || words || summaries.checked || (cut && choice))) {
    status.textContent = said.loading;
    whole = await fetchParts();
  }
  return own === latest ? show(whole) : [];
}

/** @param {boolean} whole whether everything asked for is there */
function show(whole) {
  const sets = picked();
  const words = wordsOf(sentence.value);
  const { found, counts } = select(tasks, sets, words);
  const shown = new Set(found);
  for (const task of tasks) task.node.hidden = !shown.has(task);
  const counted = tasks.length === total;
  for (const box of counted ? boxes : []) {
    const n = counts.get(`${box.name}:${box.value}`) ?? 0;
    one(labelOf(box), "[data-option-count]", HTMLElement).textContent = String(n);
    labelOf(box).classList.toggle("filter__none", n === 0);
  }
  for (const [key, set] of sets) {
    one(form, `[data-filter="${key}"] [data-picked-count]`, HTMLElement).textContent = set.size ? said.picked.replace("{n}", String(set.size)) : "";
  }
  arrange(found, words.length > 0);
  const number = !counted && whole ? total : found.length;
  const count = said.count.replace("{n}", String(number)).replace("{total}", String(total));
  status.textContent = number ? count : `${count} – ${said.none}`;
  if (!whole) status.textContent = `${count} – ${said.failed}`;
  download.disabled = !number;
  return found;
}

// The tasks under their plan's headings, or once more under themes or industries.
/** @type {(found: Task[], searching: boolean) => void} */
function arrange(found, searching) {
  const key = groupOf();
  const open = summaries.checked || searching;
  for (const task of tasks) if (task.summary) task.summary.hidden = !open;
  plans.hidden = key !== "plan";
  grouped.hidden = key === "plan";
  grouped.textContent = "";
  if (key === "plan") {
    for (const node of all(plans, "[data-group], [data-plan]", HTMLElement)) node.hidden = Boolean(node.querySelector("[data-task]")) && !node.querySelector("[data-task]:not([hidden])");
    return;
  }
  for (const box of boxes.filter((one) => one.name === key)) group(box, found.filter((task) => (task.ids.get(key) ?? []).includes(box.value)));
  group(null, found.filter((task) => !(task.ids.get(key) ?? []).length));
}

// Away from the heading of its plan a task says whose it is.
/** @param {Task} task */
function withPlan({ node }) {
  const plan = one(/** @type {HTMLElement} */ (node.closest("[data-plan]")), ".browse__plan a", HTMLElement);
  const shown = copy(node);
  one(shown, ".task__tags", HTMLElement).prepend(copy(plan), " · ");
  return shown;
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
  grouped.append(element("section", "tasks__group", heading, element("ul", "tasks", ...found.map(withPlan))));
}

// What is chosen, each with a button that takes it back.
function showChosen() {
  chosen.textContent = "";
  chosen.append(
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

// Save what is found.
export async function save() {
  const found = await update(true);
  if (!found.length) return;
  const { downloadCsv } = await import("./download.js");
  downloadCsv(said.file, rows(found));
}

/**
 * Choose the theme and the park of a square of the drawing, and nothing else.
 * @param {HTMLElement} square
 */
export async function pick(square) {
  form.reset();
  for (const key of ["park", "theme"]) {
    const box = named.get(`${key}:${square.dataset[key === "park" ? "pickPark" : "pickTheme"]}`);
    if (!box) continue;
    box.checked = true;
    open(box);
  }
  await update();
  const heading = one(document, "#all", HTMLElement);
  heading.focus({ preventScroll: true });
  heading.scrollIntoView();
}

/**
 * Choose what the address has. Who arrives by an address with a choice in it comes for the list: it stands below the
 * drawing, on a phone below the filters too.
 * @param {boolean} arriving
 */
export async function follow(arriving) {
  fromAddress();
  await update();
  const asked = [...KEYS, "q"].some((key) => query().has(key));
  const narrow = !one(form, "[data-facets]", HTMLDetailsElement).open;
  if (arriving && asked && !fragment()) one(document, narrow ? ".browse__head" : "#all", HTMLElement).scrollIntoView();
}
