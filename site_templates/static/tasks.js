// Filters over the tasks of the page. What a task is found by stands on it; what is chosen stands in the address, so
// that it survives a reload, a change of language and being sent to somebody.

const form = document.querySelector("[data-filters]");
const status = document.querySelector("[data-status]");
const chosen = document.querySelector("[data-chosen]");
const plans = document.querySelector("[data-plans]");
const grouped = document.querySelector("[data-grouped]");
const said = form.dataset;

const boxes = [...form.querySelectorAll("[data-filter] input")];
const KEYS = [...form.querySelectorAll("[data-filter]")].map((filter) => filter.dataset.filter);
const COLUMNS = KEYS.filter((key) => key !== "park" && key !== "role"); // the role stands with its body
const ACTOR = "actor"; // a body and its role are one condition: the same body must have that role
const conditionOf = (key) => (key === "body" || key === "role" ? ACTOR : key);
const named = new Map(boxes.map((box) => [`${box.name}:${box.value}`, box]));
const nameOf = (key, id) => named.get(`${key}:${id}`)?.parentElement.querySelector(".filter__name").textContent ?? id;

const plain = (text) => text.normalize("NFKC").toLowerCase();
const tasks = [...plans.querySelectorAll("[data-task]")].map((node) => {
  const ids = (key) => (node.dataset[key] ?? "").split(" ").filter(Boolean);
  return {
    node,
    ids: new Map(KEYS.map((key) => [key, ids(key)])),
    actors: ids("body").map((pair) => pair.split(":")),
    words: plain(`${node.querySelector(".task__title a").textContent} ${node.querySelector(".task__summary").textContent} ${node.dataset.words}`),
  };
});

function picked() {
  const sets = new Map(KEYS.map((key) => [key, new Set()]));
  for (const box of boxes) if (box.checked) sets.get(box.name).add(box.value);
  return sets;
}

const allows = (set, id) => set.size === 0 || set.has(id);

// The conditions a task does not meet; words count as one.
function unmet(task, sets, words) {
  const failed = new Set();
  if (!words.every((word) => task.words.includes(word))) failed.add("words");
  for (const [key, set] of sets) {
    if (conditionOf(key) === ACTOR || set.size === 0) continue;
    if (!task.ids.get(key).some((id) => set.has(id))) failed.add(key);
  }
  const [roles, bodies] = [sets.get("role") ?? new Set(), sets.get("body") ?? new Set()];
  if (roles.size + bodies.size && !task.actors.some(([role, body]) => allows(roles, role) && allows(bodies, body))) failed.add(ACTOR);
  return failed;
}

// The values by which a task counts for a filter, given the other half of the pair for bodies and roles.
function counted(task, key, sets) {
  if (key === "body") return new Set(task.actors.filter(([role]) => allows(sets.get("role"), role)).map(([, body]) => body));
  if (key === "role") return new Set(task.actors.filter(([, body]) => allows(sets.get("body"), body)).map(([role]) => role));
  return task.ids.get(key);
}

function search() {
  return plain(form.elements.q.value).split(/\s+/).filter(Boolean);
}

function update() {
  const sets = picked();
  const words = search();
  const counts = new Map();
  const found = [];
  for (const task of tasks) {
    const failed = unmet(task, sets, words);
    task.node.hidden = failed.size > 0;
    if (!failed.size) found.push(task);
    for (const key of KEYS) {
      // A value tells how many there would be if it were chosen: its own filter does not count against it.
      if (failed.size > 1 || (failed.size === 1 && !failed.has(conditionOf(key)))) continue;
      for (const id of counted(task, key, sets)) counts.set(`${key}:${id}`, (counts.get(`${key}:${id}`) ?? 0) + 1);
    }
  }
  for (const box of boxes) {
    const n = counts.get(`${box.name}:${box.value}`) ?? 0;
    box.parentElement.querySelector("[data-option-count]").textContent = n;
    box.parentElement.classList.toggle("filter__none", n === 0);
  }
  for (const [key, set] of sets) {
    form.querySelector(`[data-filter="${key}"] [data-picked-count]`).textContent = set.size ? said.picked.replace("{n}", set.size) : "";
  }
  arrange(found, words.length > 0);
  showChosen();
  const count = said.count.replace("{n}", found.length).replace("{total}", tasks.length);
  status.textContent = found.length ? count : `${count} – ${said.none}`;
  document.querySelector("[data-download]").disabled = !found.length;
  toAddress(sets);
  return found;
}

// The tasks under their plan's headings, or once more under themes or industries.
function arrange(found, searching) {
  const key = form.elements.group.value;
  const open = form.elements.summaries.checked || searching;
  for (const task of tasks) task.node.querySelector(".task__summary").hidden = !open;
  plans.hidden = key !== "plan";
  grouped.hidden = key === "plan";
  grouped.replaceChildren();
  if (key === "plan") {
    for (const node of plans.querySelectorAll("[data-group], [data-plan]")) node.hidden = !node.querySelector("[data-task]:not([hidden])");
    return;
  }
  for (const box of boxes.filter((one) => one.name === key)) group(box, found.filter((task) => task.ids.get(key).includes(box.value)));
  group(null, found.filter((task) => !task.ids.get(key).length));
}

function group(box, found) {
  if (!found.length) return;
  const section = document.createElement("section");
  section.className = "tasks__group";
  const heading = document.createElement("h3");
  const list = document.createElement("ul");
  list.className = "tasks";
  if (box) {
    const link = document.createElement("a");
    link.href = box.dataset.page;
    link.textContent = nameOf(box.name, box.value);
    heading.append(link);
  } else {
    heading.textContent = said.rest;
  }
  heading.append(` (${found.length})`);
  for (const { node } of found) {
    const copy = node.cloneNode(true);
    copy.querySelector(".task__park").hidden = false;
    list.append(copy);
  }
  section.append(heading, list);
  grouped.append(section);
}

// What is chosen, each with a button that takes it back.
function showChosen() {
  chosen.replaceChildren(
    ...boxes.filter((box) => box.checked).map((box) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.className = "tool";
      button.textContent = `${nameOf(box.name, box.value)} ×`;
      button.setAttribute("aria-label", said.remove.replace("{name}", nameOf(box.name, box.value)));
      button.addEventListener("click", () => {
        const at = [...chosen.children].indexOf(item);
        box.checked = false;
        update();
        (chosen.children[Math.min(at, chosen.children.length - 1)]?.querySelector("button") ?? form.elements.q).focus();
      });
      item.append(button);
      return item;
    }),
  );
}

function toAddress(sets) {
  const query = new URLSearchParams(location.search);
  for (const key of [...KEYS, "q", "group", "summaries"]) query.delete(key);
  // Sorted by id: the same choice has the same address in both languages.
  for (const [key, set] of sets) if (set.size) query.set(key, [...set].sort().join(","));
  if (form.elements.q.value.trim()) query.set("q", form.elements.q.value.trim());
  if (form.elements.group.value !== "plan") query.set("group", form.elements.group.value);
  if (form.elements.summaries.checked) query.set("summaries", "1");
  const text = query.toString().replaceAll("%2C", ",");
  history.replaceState(history.state, "", `${location.pathname}${text ? `?${text}` : ""}${location.hash}`);
}

function fromAddress() {
  const query = new URLSearchParams(location.search);
  for (const box of boxes) {
    box.checked = (query.get(box.name) ?? "").split(",").includes(box.value);
    if (box.checked) box.closest("details").open = true;
  }
  form.elements.q.value = query.get("q") ?? "";
  const wanted = [...form.elements.group].find((radio) => radio.value === query.get("group"));
  form.elements.group.value = wanted ? wanted.value : "plan";
  form.elements.summaries.checked = query.get("summaries") === "1";
}

// What is seen, as a table: one row a task, names instead of ids.
function rows(found) {
  const names = (task, key) => task.ids.get(key).map((id) => nameOf(key, id)).join("; ");
  const body = found.map((task) => {
    const link = task.node.querySelector(".task__title a");
    const actors = task.actors.map(([role, body]) => `${nameOf("body", body)} (${nameOf("role", role)})`).join("; ");
    return [
      names(task, "park"),
      new URL(link.href).pathname.split("/").at(-3),
      task.node.querySelector(".task__number").textContent,
      link.textContent,
      task.node.querySelector(".task__summary").textContent,
      ...COLUMNS.map((key) => (key === "body" ? actors : names(task, key))),
      link.href,
    ];
  });
  return [said.columns.split("|"), ...body];
}

let timer;
form.addEventListener("input", (event) => {
  clearTimeout(timer);
  timer = setTimeout(update, event.target === form.elements.q ? 200 : 0);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  update();
});
form.addEventListener("reset", () => {
  clearTimeout(timer);
  timer = setTimeout(update);
});
document.querySelector("[data-download]").addEventListener("click", async () => {
  // With the version this script was asked for, so that both are of one build.
  const { downloadCsv } = await import(new URL(`./download.js${new URL(import.meta.url).search}`, import.meta.url).href);
  downloadCsv(said.file, rows(update()));
});
for (const square of document.querySelectorAll("[data-pick-theme]")) {
  square.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    form.reset();
    for (const key of ["park", "theme"]) {
      const box = named.get(`${key}:${square.dataset[key === "park" ? "pickPark" : "pickTheme"]}`);
      box.checked = true;
      box.closest("details").open = true;
    }
    clearTimeout(timer);
    update();
    const heading = document.getElementById("all");
    heading.focus({ preventScroll: true });
    heading.scrollIntoView();
  });
}
addEventListener("popstate", () => {
  fromAddress();
  update();
});

const narrow = matchMedia("(max-width: 62rem)").matches;
if (narrow) form.querySelector("[data-facets]").open = false;
fromAddress();
update();
// Who follows an address with a choice in it comes for the list: it stands below the drawing, on a phone below the
// filters too. Going back or reloading, the reader is where they were.
const [{ type }] = performance.getEntriesByType("navigation");
const asked = [...KEYS, "q"].some((key) => new URLSearchParams(location.search).has(key));
if (asked && !location.hash && type === "navigate") document.querySelector(narrow ? ".browse__head" : "#all").scrollIntoView();
