import * as compare from "../../site_templates/static/compare.logic.js";
import { query as parameters } from "../../site_templates/static/address.js";
import { cases } from "./cases.js";

// Rules of an invented publication: the script must take whatever it is handed.
const RULES = { summaries: { "": "alone", bad: "never", good: "always", "bad good": "partly" }, apart: "bad" };
const PARKS = [
  { id: "north", plans: ["north"] },
  { id: "south", plans: ["south", "south-before"] },
  { id: "east", plans: ["east", "east-before"] },
];
const EVERYTHING = { parks: PARKS, metrics: ["area", "firms", "words"] };

const METRICS = [
  {
    id: "area",
    order: 1,
    verdict: "partly",
    groups: [["north", "south"], ["east", "south-before"]],
    pairs: [[0, 0, "good"], [0, 1, "bad"]],
    figures: new Map([["north", [{ set: "1", size: 5 }]], ["south", [{ set: "1", size: 10 }]], ["east", [{ set: "0", size: 99 }]], ["south-before", [{ set: "2", size: 3 }]]]),
  },
  {
    id: "firms",
    order: 0,
    verdict: "never",
    groups: [["north"], ["east"], ["east-before"]],
    pairs: [[0, 1, "bad"], [0, 2, "good"], [1, 2, "bad"]],
    figures: new Map([["north", [{ set: "1", size: 1 }]], ["east", [{ set: "0", size: 2 }]], ["east-before", [{ set: "1", size: 3 }]]]),
  },
  { id: "words", order: 2, verdict: "words", groups: [["south"]], pairs: [], figures: new Map() },
];

function select(query) {
  const { rows, columns } = compare.select(METRICS, PARKS, compare.fromQuery(parameters(query), EVERYTHING), RULES);
  return { rows: rows.map((row) => `${row.metric.id}: ${row.verdict}`), columns };
}

function compared(query) {
  const choice = compare.fromQuery(parameters(query), EVERYTHING);
  return METRICS.slice(0, 2).map((metric) => [...compare.compared(metric, PARKS, choice).values()].join(" "));
}

cases("compare", {
  select,
  address: (query) => compare.toQuery(compare.fromQuery(parameters(query), EVERYTHING), EVERYTHING),
  standing: (plan, plans) => compare.standing(METRICS[0], plan, new Set(plans)),
  meet: (groups, pair, plans) => compare.meet(groups, pair, new Set(plans)),
  compared: (query) => compared(query),
});
