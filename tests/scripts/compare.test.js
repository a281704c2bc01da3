import * as compare from "../../site_templates/static/compare.logic.js";
import { query as parameters } from "../../site_templates/static/address.js";
import { cases } from "./cases.js";

// Rules of an invented publication: the script must take whatever it is handed.
const RULES = { summaries: { "": "alone", bad: "never", good: "always", "bad good": "partly" }, apart: "bad" };
const EVERYTHING = { parks: ["north", "south", "east"], metrics: ["area", "firms", "words"] };

const METRICS = [
  {
    id: "area",
    order: 1,
    verdict: "partly",
    groups: [["north", "south"], ["east"]],
    pairs: [[0, 0, "good"], [0, 1, "bad"]],
    figures: new Map([["north", [{ set: "1", size: 5 }]], ["south", [{ set: "1", size: 10 }]], ["east", [{ set: "0", size: 99 }]]]),
  },
  {
    id: "firms",
    order: 0,
    verdict: "never",
    groups: [["north"], ["east"]],
    pairs: [[0, 1, "bad"]],
    figures: new Map([["north", [{ set: "0", size: 1 }]], ["east", [{ set: "0", size: 2 }]]]),
  },
  { id: "words", order: 2, verdict: "words", groups: [["south"]], pairs: [], figures: new Map() },
];

function select(query) {
  const { rows, columns } = compare.select(METRICS, EVERYTHING.parks, compare.fromQuery(parameters(query), EVERYTHING), RULES);
  return { rows: rows.map((row) => `${row.metric.id}: ${row.verdict}`), columns };
}

cases("compare", {
  select,
  address: (query) => compare.toQuery(compare.fromQuery(parameters(query), EVERYTHING), EVERYTHING),
  standing: (park, parks) => compare.standing(METRICS[0], park, new Set(parks)),
  meet: (groups, pair, parks) => compare.meet(groups, pair, new Set(parks)),
});
