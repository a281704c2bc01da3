// Comparing: which parks and metrics, in which order, which way round. The tables of the page hold everything; this
// composes a table of what was chosen and keeps the choice in the address, so that it can be shared.

const form = document.querySelector("[data-compare]");
const composed = document.querySelector("[data-composed]");
const given = [...document.querySelectorAll("[data-matrix]")].map((table) => table.closest("section"));
const contents = document.querySelector(".contents");
const status = form.querySelector("[data-compare-status]");
const words = form.dataset;

// What the page says: parks in the order of their columns, metrics in the order of their rows.
const parks = [...given[0].querySelectorAll("th[data-park]")].map((head) => ({ id: head.dataset.park, head, name: head.querySelector("a").textContent }));
const metrics = given.flatMap((section) => [...section.querySelectorAll("tr[data-metric]")]).map((row) => ({
  id: row.dataset.metric,
  order: Number(row.dataset.order),
  unit: row.dataset.unit,
  worded: "worded" in row.dataset,
  head: row.querySelector("th"),
  name: row.querySelector("th a").textContent,
  groups: row.dataset.groups.split(" ").map((group) => group.split(",")),
  pairs: row.dataset.pairs.split(" ").filter(Boolean).map((pair) => pair.split(":")),
  cells: new Map([...row.querySelectorAll("td[data-park]")].map((cell) => [cell.dataset.park, cell])),
  statements: [...(row.nextElementSibling?.querySelectorAll(".statements li") ?? [])],
}));

function boxes(name) {
  return [...form.querySelectorAll(`input[name="${name}"]`)];
}

function chosen(name) {
  return new Set(boxes(name).filter((box) => box.checked).map((box) => box.value));
}

// The choice as a query; what is as at first is left out.
function toQuery() {
  const query = new URLSearchParams();
  for (const name of ["parks", "metrics"]) {
    const all = boxes(name);
    const some = all.filter((box) => box.checked);
    if (some.length < all.length) query.set(name, some.map((box) => box.value).join(","));
  }
  for (const name of ["sort", "by"]) if (form.elements[name].value) query.set(name, form.elements[name].value);
  for (const name of ["only", "swap"]) if (form.elements[name].checked) query.set(name, "1");
  return query.toString().replaceAll("%2C", ",");
}

function fromQuery() {
  const query = new URLSearchParams(location.search);
  for (const name of ["parks", "metrics"]) {
    const wanted = query.has(name) ? new Set(query.get(name).split(",")) : null;
    for (const box of boxes(name)) box.checked = !wanted || wanted.has(box.value);
  }
  for (const name of ["sort", "by"]) {
    form.elements[name].value = query.get(name) ?? "";
    if (form.elements[name].selectedIndex < 0) form.elements[name].value = "";
  }
  for (const name of ["only", "swap"]) form.elements[name].checked = query.get(name) === "1";
}

// Whether two groups of a metric hold figures of two of the parks.
function meet(metric, [a, b], ids) {
  const [some, others] = [a, b].map((group) => metric.groups[group].filter((park) => ids.has(park)));
  return some.some((park) => others.some((other) => other !== park));
}

// A metric among the chosen parks: its verdict, and which parks share an axis.
function among(metric, ids) {
  const pairs = metric.pairs.filter((pair) => meet(metric, pair, ids)).map(([, , verdict]) => verdict);
  const kinds = new Set(pairs);
  const grave = kinds.has("not-comparable");
  const verdict = metric.worded ? "words" : !kinds.size ? "single" : grave ? (kinds.size > 1 ? "mixed" : "not-comparable") : kinds.has("caveat") ? "caveat" : "comparable";
  const sets = new Map();
  for (const [park, cell] of metric.cells) {
    if (!ids.has(park)) continue;
    for (const figure of cell.querySelectorAll(".cellfig")) {
      if (figure.dataset.set === "0") continue;
      if (!sets.has(figure.dataset.set)) sets.set(figure.dataset.set, new Map());
      const members = sets.get(figure.dataset.set);
      members.set(park, Math.max(members.get(park) ?? 0, Number(figure.dataset.size)));
    }
  }
  for (const [set, members] of sets) if (members.size < 2) sets.delete(set);
  return { verdict, sets };
}

// Where a park stands among those it may be compared with: 1 for the greatest; nothing where there is no such figure.
function standing(metric, park, ids) {
  const found = [...among(metric, ids).sets.values()].filter((members) => members.has(park));
  return found.length ? Math.max(...found.map((members) => members.get(park) / Math.max(...members.values()))) : -1;
}

function select() {
  const ids = chosen("parks");
  const names = chosen("metrics");
  const only = form.elements.only.checked;
  const { value: sort } = form.elements.sort;
  const { value: by } = form.elements.by;
  let rows = metrics.filter((metric) => names.has(metric.id)).map((metric) => ({ metric, ...among(metric, ids) }));
  if (only) {
    rows = rows.filter((row) => row.sets.size);
    // What cannot be compared is left out then, so the verdict is on what is left; several sets stay apart.
    for (const row of rows) {
      if (row.sets.size > 1) continue;
      const members = [...row.sets.values()][0];
      const caveat = row.metric.pairs.some((pair) => pair[2] === "caveat" && meet(row.metric, pair, members));
      row.verdict = caveat ? "caveat" : "comparable";
    }
  }
  if (sort === "name") rows.sort((a, b) => a.metric.order - b.metric.order);
  else if (sort) rows.sort((a, b) => standing(b.metric, sort, ids) - standing(a.metric, sort, ids));
  const columns = parks.filter((park) => ids.has(park.id));
  const axis = by ? [...among(metrics.find((metric) => metric.id === by), ids).sets.values()] : [];
  if (axis.length) {
    // Figures are put in order within a set only; the greatest set comes first, parks without a comparable figure last.
    const key = (park) => {
      const at = axis.findIndex((members) => members.has(park.id));
      return at < 0 ? [axis.length, 0] : [at, -axis[at].get(park.id)];
    };
    columns.sort((a, b) => key(a)[0] - key(b)[0] || key(a)[1] - key(b)[1]);
  }
  return { rows, columns: rows.length ? columns : [], only };
}

function element(name, className, ...children) {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

function cellOf(row, park, label, only) {
  const cell = row.metric.cells.get(park.id).cloneNode(true);
  cell.dataset.label = label;
  if (only) {
    const figures = [...cell.querySelectorAll(".cellfig")];
    const apart = figures.filter((figure) => !row.sets.get(figure.dataset.set)?.has(park.id));
    for (const figure of apart) figure.remove();
    if (figures.length && apart.length === figures.length) {
      cell.className = "empty";
      cell.replaceChildren(element("span", "", words.wordsApart));
    }
  }
  return cell;
}

function verdictOf(row) {
  return words[`verdict${row.verdict.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}`];
}

function headOf(row, scope) {
  const head = row.metric.head.cloneNode(true);
  head.scope = scope;
  const verdict = head.querySelector(".verdict");
  verdict.className = `verdict verdict--${row.verdict}`;
  verdict.textContent = verdictOf(row);
  return head;
}

function parkHead(park, scope) {
  const head = park.head.cloneNode(true);
  head.scope = scope;
  return head;
}

function table({ rows, columns, only }, swapped) {
  const corner = element("th", "", swapped ? words.wordsPark : words.wordsMetric);
  corner.scope = "col";
  const heads = swapped ? rows.map((row) => headOf(row, "col")) : columns.map((park) => parkHead(park, "col"));
  const lines = swapped
    ? columns.map((park) => element("tr", "", parkHead(park, "row"), ...rows.map((row) => cellOf(row, park, row.metric.name, only))))
    : rows.map((row) => element("tr", "", headOf(row, "row"), ...columns.map((park) => cellOf(row, park, park.name, only))));
  const body = element("tbody", "", ...lines);
  const head = element("thead", "", element("tr", "", corner, ...heads));
  return element("table", swapped ? "matrix matrix--swapped" : "matrix", element("caption", "", words.wordsCaption), head, body);
}

// A statement with the names of the chosen parks only.
function told(item, ids) {
  const copy = item.cloneNode(true);
  for (const side of copy.querySelectorAll("[data-side]")) {
    const names = [...side.children].filter((name) => ids.has(name.dataset.park));
    side.replaceChildren(...names.flatMap((name, i) => (i ? [words.wordsComma, name] : [name])));
  }
  return copy;
}

// What cannot simply be compared among the chosen parks, metric by metric.
function statements({ rows, columns }) {
  const ids = new Set(columns.map((park) => park.id));
  return rows.flatMap((row) => {
    const found = row.metric.statements.filter((item) => meet(row.metric, item.dataset.groups.split(":"), ids));
    if (!found.length) return [];
    const list = element("ul", "statements", ...found.map((item) => told(item, ids)));
    const summary = element("summary", "", `${row.metric.name} · ${words.wordsDetails}`);
    return [element("li", "", element("details", "", summary, list))];
  });
}

function show() {
  const selection = select();
  const plain = !toQuery();
  for (const section of given) section.hidden = !plain;
  if (contents) contents.hidden = !plain;
  composed.hidden = plain;
  const nothing = !selection.rows.length || !selection.columns.length;
  composed.querySelector("[data-composed-table]").replaceChildren(...(plain || nothing ? [] : [table(selection, form.elements.swap.checked)]));
  composed.querySelector("[data-composed-table]").hidden = nothing;
  composed.querySelector("[data-composed-statements]").replaceChildren(...(plain || nothing ? [] : statements(selection)));
  form.querySelector("[data-metric-count]").textContent = `(${chosen("metrics").size}/${metrics.length})`;
  status.textContent = nothing
    ? words.wordsEmpty
    : words.wordsShown.replace("{metrics}", selection.rows.length).replace("{parks}", selection.columns.length);
}

function changed() {
  const query = toQuery();
  history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
  show();
}

// Why a park's figures cannot simply be set beside those of the other parks shown.
function reasons(row, park, ids, only) {
  const found = row.metric.statements
    .filter((item) => !only || !item.querySelector(".verdict--not-comparable"))
    .filter((item) => {
      const groups = item.dataset.groups.split(":");
      return groups.some((group) => row.metric.groups[group].includes(park.id)) && meet(row.metric, groups, ids);
    })
    .flatMap((item) => [...item.querySelectorAll(".statements__why")].map((why) => why.textContent.trim()));
  return [...new Set(found)].join(words.wordsSemicolon);
}

// What is shown as lines of a table: one a figure, or one for an empty cell, of which nothing can be compared.
function lines() {
  const { rows, columns, only } = select();
  const found = rows.flatMap((row) =>
    columns.flatMap((park) => {
      const cell = cellOf(row, park, park.name, only);
      const figures = [...cell.querySelectorAll(".cellfig")];
      const empty = Array(words.columns.split("|").length - 6).fill("");
      if (!figures.length) return [[row.metric.name, park.name, "", "", cell.textContent.trim(), ...empty, words.version]];
      const ids = only ? new Set([...row.sets.values()].flatMap((members) => [...members.keys()])) : chosen("parks");
      return figures.map((figure) => [
        row.metric.name,
        park.name,
        figure.dataset.name,
        figure.dataset.comparator,
        figure.dataset.plain || figure.querySelector(".cellfig__value").textContent.trim(),
        figure.dataset.plain ? row.metric.unit : "",
        figure.dataset.year,
        figure.dataset.commitment,
        figure.dataset.counted,
        figure.dataset.doubts,
        verdictOf(row),
        reasons(row, park, ids, only),
        figure.dataset.quote,
        figure.dataset.english,
        figure.dataset.plan,
        figure.dataset.provision,
        new URL(figure.querySelector("a").getAttribute("href"), location.href).href,
        words.version,
      ]);
    }),
  );
  return [words.columns.split("|"), ...found];
}

form.addEventListener("change", changed);
form.addEventListener("submit", (event) => event.preventDefault());
for (const button of form.querySelectorAll("[data-all]")) {
  button.addEventListener("click", () => {
    for (const box of boxes("metrics")) box.checked = button.dataset.all === "every" || (button.dataset.all === "shared" && "shared" in box.dataset);
    changed();
  });
}
form.querySelector("[data-reset]").addEventListener("click", () => {
  form.reset();
  changed();
});
form.querySelector("[data-download]").addEventListener("click", async () => {
  // The version in this script's own address makes a browser ask for the module anew when it changes.
  const { downloadCsv } = await import(`./download.js${new URL(import.meta.url).search}`);
  downloadCsv(`${words.file}.csv`, lines());
});
addEventListener("popstate", () => {
  fromQuery();
  show();
});
fromQuery();
form.hidden = false;
show();
