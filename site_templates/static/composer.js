// What was chosen for comparing: composes its table from those of the page, which hold everything, keeps the choice in
// the address, so that it can be shared, and offers it as a file. compare.js fetches this at the first choice.
// @ts-check

import { keep, query } from "./address.js";
import { fromQuery, meet, select, toQuery } from "./compare.logic.js";
import { all, copy, element, maybe, one, textOf } from "./dom.js";

/** @typedef {import("./compare.logic.js").Metric & { unit: string, name: string, head: HTMLTableCellElement, cells: Map<string, HTMLTableCellElement>, statements: Statement[] }} Row */
/** @typedef {{ item: HTMLElement, groups: [number, number], verdict: string }} Statement */
/** @typedef {ReturnType<typeof shown>} Selection */
/** @typedef {Record<string, string | number | null | undefined>} Line */
/** @typedef {{ year: number | null, quote: string, quote_en: string | null }} Said */

const form = one(document, "[data-compare]", HTMLFormElement);
const composed = one(document, "[data-composed]", HTMLElement);
const composedTable = one(composed, "[data-composed-table]", HTMLElement);
const composedStatements = one(composed, "[data-composed-statements]", HTMLElement);
const given = all(document, "section", HTMLElement).filter((section) => section.querySelector("[data-matrix]"));
const contents = maybe(document, ".contents", HTMLElement);
const status = one(form, "[data-compare-status]", HTMLElement);
const words = /** @type {Record<string, string>} */ (form.dataset);
/** @type {import("./compare.logic.js").Rules} */
const rules = { summaries: JSON.parse(words.summaries), apart: words.apart };
/** @type {Record<string, string>} */
const verdicts = JSON.parse(words.verdicts);
/** @type {[key: string, name: string][]} */
const columns = JSON.parse(words.columns);

/** @param {string} text */
function pairOf(text) {
  const [a, b, verdict] = text.split(":");
  return /** @type {[number, number, string]} */ ([Number(a), Number(b), verdict]);
}

/** @type {(item: HTMLElement) => Statement} */
function statementOf(item) {
  const [a, b] = pairOf(item.dataset.groups ?? "");
  return { item, groups: [a, b], verdict: item.dataset.verdict ?? "" };
}

/** @param {HTMLElement} figure */
function figureOf({ dataset }) {
  return { set: dataset.set ?? "0", size: Number(dataset.size) };
}

/** @type {(line: HTMLTableRowElement) => Row} */
function rowOf(line) {
  const data = /** @type {Record<string, string>} */ (line.dataset);
  const cells = new Map(all(line, "td[data-park]", HTMLTableCellElement).map((cell) => [cell.dataset.park ?? "", cell]));
  const note = line.nextElementSibling?.classList.contains("matrix__note") ? line.nextElementSibling : null;
  return {
    id: data.metric,
    order: Number(data.order),
    unit: data.unit,
    verdict: data.verdict,
    head: one(line, "th", HTMLTableCellElement),
    name: textOf(line.querySelector("th a")),
    groups: data.groups.split(" ").map((group) => group.split(",")),
    pairs: data.pairs.split(" ").filter(Boolean).map(pairOf),
    cells,
    figures: new Map(all(line, "[data-of]", HTMLElement).map((plan) => [plan.dataset.of ?? "", all(plan, ".cellfig", HTMLElement).map(figureOf)])),
    statements: note ? all(note.querySelector("[data-among-all]") ?? note, ".statements li", HTMLElement).map(statementOf) : [],
  };
}

// What the page says: parks in the order of their columns, metrics in the order of their rows.
const parks = new Map(
  all(given[0], "th[data-park]", HTMLTableCellElement).map((head) => [head.dataset.park ?? "", { head, name: textOf(head.querySelector("a")) }]),
);
const metrics = given.flatMap((section) => all(section, "tr[data-metric]", HTMLTableRowElement)).map(rowOf);
const plans = new Map([...parks].map(([park, { head }]) => [park, (head.dataset.plans ?? "").split(" ").filter(Boolean)]));
const everything = {
  parks: [...plans].map(([id, found]) => ({ id, plans: found })),
  metrics: boxes("metrics").map((box) => box.value),
};

/** @param {string} name */
function boxes(name) {
  return all(form, `input[name="${name}"]`, HTMLInputElement);
}

/** @param {string} name */
function chosen(name) {
  return new Set(boxes(name).filter((box) => box.checked).map((box) => box.value));
}

/** @param {string} name */
const list = (name) => one(form, `select[name="${name}"]`, HTMLSelectElement);

// A list for each park of several plans; its first plan is that which the park is shown by.
const planLists = () => all(form, "select[data-plan-of]", HTMLSelectElement);

/** @param {string} name */
const box = (name) => one(form, `input[name="${name}"]`, HTMLInputElement);

/** @returns {import("./compare.logic.js").Choice} */
function choice() {
  return {
    parks: chosen("parks"),
    metrics: chosen("metrics"),
    plans: new Set(planLists().flatMap(({ value, selectedIndex }) => (selectedIndex > 0 ? [value] : []))),
    sort: list("sort").value,
    by: list("by").value,
    only: box("only").checked,
    swap: box("swap").checked,
  };
}

function follow() {
  const wanted = fromQuery(query(), everything);
  for (const each of boxes("parks")) each.checked = wanted.parks.has(each.value);
  for (const each of boxes("metrics")) each.checked = wanted.metrics.has(each.value);
  for (const each of planLists()) each.selectedIndex = Math.max([...each.options].findIndex(({ value }) => wanted.plans.has(value)), 0);
  for (const name of /** @type {const} */ (["sort", "by"])) {
    list(name).value = wanted[name];
    if (list(name).selectedIndex < 0) list(name).value = "";
  }
  for (const name of /** @type {const} */ (["only", "swap"])) box(name).checked = wanted[name];
}

function shown() {
  return select(metrics, everything.parks, choice(), rules);
}

/** @param {string} park */
function chosenPlan(park) {
  return planLists().find((list) => list.dataset.planOf === park)?.value ?? plans.get(park)?.[0];
}

/** @type {(row: Selection["rows"][number], park: string, label: string, only: boolean) => HTMLTableCellElement} */
function cellOf(row, park, label, only) {
  const cell = copy(/** @type {HTMLTableCellElement} */ (row.metric.cells.get(park)));
  cell.dataset.label = label;
  cell.hidden = false;
  for (const whose of all(cell, ".matrix__whose", HTMLElement)) whose.remove();
  const plan = row.plans.get(park) ?? "";
  for (const each of all(cell, "[data-of]", HTMLElement)) {
    each.classList.toggle("cellplan--other", each.dataset.of !== plan);
    if (each.dataset.of === plan) cell.prepend(each);
    else if (only) each.remove();
    if (plan !== chosenPlan(park)) one(each, ".cellplan__name", HTMLElement).hidden = false;
  }
  if (only) {
    const figures = all(cell, ".cellfig", HTMLElement);
    const apart = figures.filter((figure) => !row.sets.get(figure.dataset.set ?? "0")?.has(plan));
    for (const figure of apart) figure.remove();
    if (figures.length && apart.length === figures.length) {
      cell.className = "empty";
      cell.replaceChildren(element("span", "", words.wordsApart));
    }
  }
  return cell;
}

/** @type {(row: Selection["rows"][number], scope: string) => HTMLTableCellElement} */
function headOf(row, scope) {
  const head = copy(row.metric.head);
  head.scope = scope;
  one(head, ".matrix__silent", HTMLElement).textContent = "";
  const verdict = one(head, ".verdict", HTMLElement);
  verdict.hidden = false;
  verdict.className = `verdict verdict--${row.verdict}`;
  verdict.textContent = verdicts[row.verdict];
  return head;
}

/** @param {string} park */
function parkOf(park) {
  return /** @type {{ head: HTMLTableCellElement, name: string }} */ (parks.get(park));
}

/** @type {(park: string, scope: string) => HTMLTableCellElement} */
function parkHead(park, scope) {
  const head = copy(parkOf(park).head);
  head.scope = scope;
  return head;
}

// A metric with a cell for each park. On a phone those who say nothing are named below the metric instead.
/** @type {(row: Selection["rows"][number], ids: string[], only: boolean) => HTMLTableRowElement} */
function lineOf(row, ids, only) {
  const head = headOf(row, "row");
  const cells = ids.map((park) => cellOf(row, park, parkOf(park).name, only));
  /** @type {Map<string, string[]>} */
  const silent = new Map();
  for (const cell of cells) {
    if (cell.classList.contains("empty")) silent.set(textOf(cell), [...(silent.get(textOf(cell)) ?? []), cell.dataset.label ?? ""]);
  }
  const said = [...silent].map(([said, names]) => `${said}${words.wordsDash}${names.join(words.wordsComma)}`).join(words.wordsSemicolon);
  const place = one(head, ".matrix__silent", HTMLElement);
  place.hidden = !said;
  place.textContent = said;
  return element("tr", "", head, ...cells);
}

/** @type {(selection: Selection, swapped: boolean) => HTMLTableElement} */
function table({ rows, columns: ids, only }, swapped) {
  const corner = element("th", "", swapped ? words.wordsPark : words.wordsMetric);
  corner.scope = "col";
  const heads = swapped ? rows.map((row) => headOf(row, "col")) : ids.map((park) => parkHead(park, "col"));
  const lines = swapped
    ? ids.map((park) => element("tr", "", parkHead(park, "row"), ...rows.map((row) => cellOf(row, park, row.metric.name, only))))
    : rows.map((row) => lineOf(row, ids, only));
  const body = element("tbody", "", ...lines);
  const head = element("thead", "", element("tr", "", corner, ...heads));
  return element("table", swapped ? "matrix matrix--swapped cards" : "matrix cards", element("caption", "", words.wordsCaption), head, body);
}

// A statement with the names of the plans compared only.
/** @type {(item: HTMLElement, plans: Set<string>) => HTMLElement} */
function told(item, plans) {
  const made = copy(item);
  for (const side of all(made, "[data-side]", HTMLElement)) {
    const names = all(side, "[data-plan]", HTMLElement).filter((name) => plans.has(name.dataset.plan ?? ""));
    side.replaceChildren(...names.flatMap((name, i) => (i ? [words.wordsComma, name] : [name])));
  }
  return made;
}

// What cannot simply be compared among the chosen parks, metric by metric.
/** @param {Selection} selection */
function statements({ rows }) {
  return rows.flatMap((row) => {
    const ids = new Set(row.plans.values());
    const found = row.metric.statements.filter(({ groups }) => meet(row.metric.groups, groups, ids));
    if (!found.length) return [];
    const sentences = element("ul", "statements", ...found.map(({ item }) => told(item, ids)));
    const summary = element("summary", "", `${row.metric.name} · ${words.wordsDetails}`);
    return [element("li", "", element("details", "", summary, sentences))];
  });
}

function show() {
  const selection = shown();
  const plain = !toQuery(choice(), everything);
  const nothing = !selection.rows.length || !selection.columns.length;
  composedTable.replaceChildren(...(plain || nothing ? [] : [table(selection, box("swap").checked)]));
  composedTable.hidden = nothing;
  composedStatements.replaceChildren(...(plain || nothing ? [] : statements(selection)));
  // The tables of the page go last, when what takes their place is there.
  for (const section of given) section.hidden = !plain;
  if (contents) contents.hidden = !plain;
  composed.hidden = plain;
  one(form, "[data-metric-count]", HTMLElement).textContent = `(${chosen("metrics").size}/${metrics.length})`;
  status.textContent = nothing
    ? words.wordsEmpty
    : words.wordsShown.replace("{metrics}", String(selection.rows.length)).replace("{parks}", String(selection.columns.length));
}

/** Show what is chosen and keep it. */
export function changed() {
  keep(toQuery(choice(), everything));
  show();
}

// Why a plan's figures cannot simply be set beside those of the other plans compared.
/** @type {(metric: Row, plan: string, ids: Set<string>, only: boolean) => string} */
function reasons(metric, plan, ids, only) {
  const found = metric.statements
    .filter(({ verdict }) => !only || verdict !== rules.apart)
    .filter(({ groups }) => groups.some((group) => metric.groups[group].includes(plan)) && meet(metric.groups, groups, ids))
    .flatMap(({ item }) => all(item, ".statements__why", HTMLElement).map(textOf));
  return [...new Set(found)].join(" ");
}

/** @param {HTMLElement} figure */
function planOf(figure) {
  return /** @type {HTMLElement} */ (figure.closest("[data-of]"));
}

// How a figure compares; one of another plan of its park is not compared.
/** @type {(plan: HTMLElement, row: Selection["rows"][number], ids: Set<string>, only: boolean) => Line} */
function comparing({ dataset }, { metric, verdict, plans: compared }, ids, only) {
  const plan = dataset.of ?? "";
  if (![...compared.values()].includes(plan)) return {};
  return { verdict: verdicts[verdict], reasons: reasons(metric, plan, ids, only) };
}

// A number as a number; both ends of a range are words.
/** @param {string | undefined} plain */
function numeric(plain) {
  return plain && /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : plain || undefined;
}

/** @type {(figure: HTMLElement, selector: string) => string} */
function listed(figure, selector) {
  return all(figure, selector, HTMLElement).map(textOf).join(words.wordsSemicolon);
}

// What the data say of each target, by its address on this site.
async function evidence() {
  const file = new URL(words.targets, location.href);
  const answer = await fetch(file.href);
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  /** @type {(Said & { path: Record<string, string> })[]} */
  const targets = await answer.json();
  return new Map(targets.flatMap((target) => Object.values(target.path).map((path) => [new URL(`../${path}`, file).href, target])));
}

async function download() {
  const { downloadCsv } = await import("./download.js");
  downloadCsv(`${words.file}.csv`, lines(await evidence()));
}

// What is shown as lines of a table, by the keys of its columns: one a figure, or one for an empty cell, of which nothing
// can be compared.
/** @param {Map<string, Said>} said */
function lines(said) {
  const { rows, columns: ids, only } = shown();
  const found = rows.flatMap((row) =>
    ids.flatMap(/** @returns {Line[]} */ (park) => {
      const cell = cellOf(row, park, parkOf(park).name, only);
      const figures = all(cell, ".cellfig", HTMLElement);
      const line = { metric: row.metric.name, park: parkOf(park).name, version: words.version };
      if (!figures.length) return [{ ...line, value: textOf(cell) }];
      const others = new Set(only ? [...row.sets.values()].flatMap((members) => [...members.keys()]) : row.plans.values());
      return figures.map((figure) => {
        const { dataset } = figure;
        const { href } = one(figure, "a", HTMLAnchorElement);
        const { year, quote, quote_en: english } = said.get(href) ?? {};
        return {
          ...line,
          target: textOf(figure.querySelector(".cellfig__name")),
          comparator: dataset.comparator,
          value: numeric(dataset.plain) ?? textOf(figure.querySelector(".cellfig__value")),
          unit: dataset.plain ? row.metric.unit : "",
          year,
          commitment: dataset.commitment,
          counted: dataset.counted,
          doubts: listed(figure, ".flag"),
          remarks: listed(figure, ".remarks__list a"),
          ...comparing(planOf(figure), row, others, only),
          quote,
          english,
          plan: dataset.plan,
          period: planOf(figure).dataset.period,
          state: textOf(figure.querySelector(".state")).replace(/^\s*·\s*/, ""),
          provision: dataset.provision,
          address: href,
        };
      });
    }),
  );
  const keys = columns.map(([key]) => key);
  return [columns.map(([, name]) => name), ...found.map((line) => keys.map((key) => line[key] ?? ""))];
}

/**
 * Do what a button of the form says, when what it chooses is chosen.
 * @param {HTMLElement} button
 */
export async function pressed({ dataset }) {
  if (dataset.download === undefined) changed();
  else await download();
}

/** Choose what the address says. */
export function followed() {
  follow();
  show();
}
