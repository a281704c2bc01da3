// What of the comparison is shown for a choice of parks and metrics. Knows no page: the verdicts' rules and all figures
// are handed in as data.
// @ts-check

import { query, values, written } from "./address.js";

/**
 * @typedef {object} Figure a figure of a plan: the number of the set whose figures share an axis ("0": none), its size
 * @property {string} set
 * @property {number} size
 *
 * @typedef {[first: number, second: number, verdict: string]} Pair a verdict on two groups of a metric
 *
 * @typedef {object} Metric
 * @property {string} id
 * @property {number} order place among the names
 * @property {string} verdict on all parks
 * @property {string[][]} groups the plans whose figures compare alike
 * @property {Pair[]} pairs
 * @property {Map<string, Figure[]>} figures by plan
 *
 * @typedef {object} Park
 * @property {string} id
 * @property {string[]} plans that which the park is shown by first
 *
 * @typedef {object} Rules
 * @property {Record<string, string>} summaries the verdict on a row by the verdicts on its pairs, sorted, with a space between
 * @property {string} apart the verdict that keeps figures off one axis
 *
 * @typedef {object} Choice
 * @property {Set<string>} parks
 * @property {Set<string>} metrics
 * @property {Set<string>} plans those chosen instead of the plans that parks are shown by
 * @property {string} sort "", "name" or a park
 * @property {string} by "" or a metric
 * @property {boolean} only what can be compared
 * @property {boolean} swap
 *
 * @typedef {Map<string, Map<string, number>>} Sets the size of each plan's figure, by set
 */

/** @typedef {{ parks: Park[], metrics: string[] }} Everything what can be chosen */

const LISTS = /** @type {const} */ (["parks", "metrics"]);
const WORDS = /** @type {const} */ (["sort", "by"]);
const SWITCHES = /** @type {const} */ (["only", "swap"]);

/** @param {Everything} everything */
function idsOf(everything) {
  return { parks: everything.parks.map((park) => park.id), metrics: everything.metrics };
}

/**
 * Return the plans that parks are not shown by.
 * @param {Everything} everything
 */
function othersOf(everything) {
  return everything.parks.flatMap((park) => park.plans.slice(1));
}

/**
 * Return a choice as a query; what is as at first is left out.
 * @param {Choice} choice
 * @param {Everything} everything
 */
export function toQuery(choice, everything) {
  const asked = query("");
  const ids = idsOf(everything);
  for (const name of LISTS) {
    const some = ids[name].filter((id) => choice[name].has(id));
    if (some.length < ids[name].length) asked.set(name, some.join(","));
  }
  if (choice.plans.size) asked.set("plans", othersOf(everything).filter((id) => choice.plans.has(id)).join(","));
  for (const name of WORDS) if (choice[name]) asked.set(name, choice[name]);
  for (const name of SWITCHES) if (choice[name]) asked.set(name, "1");
  return written(asked);
}

/**
 * Return the choice that a query names; what it does not name is as at first.
 * @param {URLSearchParams} asked
 * @param {Everything} everything
 * @returns {Choice}
 */
export function fromQuery(asked, everything) {
  const ids = idsOf(everything);
  const [parks, metrics] = LISTS.map((name) => {
    const wanted = values(asked, name);
    return new Set(wanted ? ids[name].filter((id) => wanted.has(id)) : ids[name]);
  });
  const named = values(asked, "plans");
  const plans = new Set(everything.parks.flatMap((park) => park.plans.slice(1).find((id) => named?.has(id)) ?? []));
  const [sort, by] = WORDS.map((name) => asked.get(name) ?? "");
  const [only, swap] = SWITCHES.map((name) => asked.get(name) === "1");
  return { parks, metrics, plans, sort, by, only, swap };
}

/**
 * Return the plan of each park chosen that it is compared by: that which the reader chose, or else the first of its
 * plans, which says something of the metric.
 * @param {Metric} metric
 * @param {Park[]} parks
 * @param {Choice} choice
 * @returns {Map<string, string>}
 */
export function compared(metric, parks, choice) {
  return new Map(
    parks.filter(({ id }) => choice.parks.has(id)).flatMap(({ id, plans }) => {
      const [plan] = [...plans.filter((each) => choice.plans.has(each)), ...plans].filter((each) => metric.figures.has(each));
      return plan === undefined ? [] : [/** @type {[string, string]} */ ([id, plan])];
    }),
  );
}

/**
 * Return whether two groups of a metric hold figures of two of the plans.
 * @param {string[][]} groups
 * @param {readonly [number, number, ...unknown[]]} pair
 * @param {{ has(plan: string): boolean }} plans
 */
export function meet(groups, [a, b], plans) {
  const [some, others] = [a, b].map((group) => groups[group].filter((plan) => plans.has(plan)));
  return some.some((plan) => others.some((other) => other !== plan));
}

/**
 * Return which of the plans share an axis.
 * @param {Metric} metric
 * @param {Set<string>} plans
 * @returns {Sets}
 */
export function axes(metric, plans) {
  /** @type {Sets} */
  const sets = new Map();
  for (const [plan, figures] of metric.figures) {
    if (!plans.has(plan)) continue;
    for (const { set, size } of figures) {
      if (set === "0") continue;
      const members = sets.get(set) ?? new Map();
      sets.set(set, members.set(plan, Math.max(members.get(plan) ?? 0, size)));
    }
  }
  return new Map([...sets].filter(([, members]) => members.size > 1));
}

/**
 * Return the verdict on a metric among some plans.
 * @param {Metric} metric
 * @param {{ has(plan: string): boolean }} plans
 * @param {Rules} rules
 * @param {boolean} [only] whether what cannot be compared is left out
 */
export function verdict(metric, plans, rules, only = false) {
  if (!metric.pairs.length) return metric.verdict;
  const found = metric.pairs.filter((pair) => meet(metric.groups, pair, plans)).map((pair) => pair[2]);
  const kinds = new Set(only ? found.filter((each) => each !== rules.apart) : found);
  return rules.summaries[[...kinds].sort().join(" ")];
}

/**
 * Return where a plan stands among those it may be compared with: 1 for the greatest, -1 without such a figure.
 * @param {Metric} metric
 * @param {string | undefined} plan
 * @param {Set<string>} plans
 */
export function standing(metric, plan, plans) {
  const places = [...axes(metric, plans).values()].flatMap((members) => {
    const size = members.get(plan ?? "");
    return size === undefined ? [] : [size / Math.max(...members.values())];
  });
  return places.length ? Math.max(...places) : -1;
}

/** @param {{ metric: Metric, plans: Map<string, string> }} row @param {string} park */
function place({ metric, plans }, park) {
  return standing(metric, plans.get(park), new Set(plans.values()));
}

/**
 * Return the parks in the order of their figures: the greatest set first, within it the greatest figure, others last.
 * @param {string[]} parks
 * @param {Map<string, string>} plans that parks are compared by
 * @param {Sets} sets
 */
function ranked(parks, plans, sets) {
  const axis = [...sets.values()];
  /** @type {(park: string) => [number, number]} */
  const key = (park) => {
    const plan = plans.get(park) ?? "";
    const at = axis.findIndex((members) => members.has(plan));
    return at < 0 ? [axis.length, 0] : [at, -(axis[at].get(plan) ?? 0)];
  };
  return [...parks].sort((a, b) => key(a)[0] - key(b)[0] || key(a)[1] - key(b)[1]);
}

/**
 * Return what is shown for a choice: metrics with their verdicts and sets, and parks, each in order.
 * @template {Metric} M
 * @param {M[]} metrics
 * @param {Park[]} parks
 * @param {Choice} choice
 * @param {Rules} rules
 * @returns {{ rows: { metric: M, verdict: string, sets: Sets, plans: Map<string, string> }[], columns: string[], only: boolean }}
 */
export function select(metrics, parks, choice, rules) {
  /** @param {Metric} metric */
  const plansOf = (metric) => compared(metric, parks, choice);
  const rows = metrics.filter((metric) => choice.metrics.has(metric.id)).flatMap((metric) => {
    const plans = plansOf(metric);
    const ids = new Set(plans.values());
    const sets = axes(metric, ids);
    if (choice.only && !sets.size) return [];
    // Where one set is left, the verdict is on what is left; several sets stay apart.
    const left = choice.only && sets.size === 1 ? [...sets.values()][0] : null;
    return [{ metric, verdict: verdict(metric, left ?? ids, rules, left !== null), sets, plans }];
  });
  if (choice.sort === "name") rows.sort((a, b) => a.metric.order - b.metric.order);
  else if (choice.sort) rows.sort((a, b) => place(b, choice.sort) - place(a, choice.sort));
  const columns = parks.map((park) => park.id).filter((park) => choice.parks.has(park));
  const by = metrics.find((metric) => metric.id === choice.by);
  return { rows, columns: !rows.length ? [] : by ? ranked(columns, plansOf(by), axes(by, new Set(plansOf(by).values()))) : columns, only: choice.only };
}
