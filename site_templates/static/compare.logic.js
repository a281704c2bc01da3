// What of the comparison is shown for a choice of parks and metrics. Knows no page: the verdicts' rules and all figures
// are handed in as data.
// @ts-check

import { query, values, written } from "./address.js";

/**
 * @typedef {object} Figure a figure of a park: the number of the set whose figures share an axis ("0": none), its size
 * @property {string} set
 * @property {number} size
 *
 * @typedef {[first: number, second: number, verdict: string]} Pair a verdict on two groups of a metric
 *
 * @typedef {object} Metric
 * @property {string} id
 * @property {number} order place among the names
 * @property {string} verdict on all parks
 * @property {string[][]} groups the parks whose figures compare alike
 * @property {Pair[]} pairs
 * @property {Map<string, Figure[]>} figures by park
 *
 * @typedef {object} Rules
 * @property {Record<string, string>} summaries the verdict on a row by the verdicts on its pairs, sorted, with a space between
 * @property {string} apart the verdict that keeps figures off one axis
 *
 * @typedef {object} Choice
 * @property {Set<string>} parks
 * @property {Set<string>} metrics
 * @property {string} sort "", "name" or a park
 * @property {string} by "" or a metric
 * @property {boolean} only what can be compared
 * @property {boolean} swap
 *
 * @typedef {Map<string, Map<string, number>>} Sets the size of each park's figure, by set
 */

/** @typedef {{ parks: string[], metrics: string[] }} Everything what can be chosen */

const LISTS = /** @type {const} */ (["parks", "metrics"]);
const WORDS = /** @type {const} */ (["sort", "by"]);
const SWITCHES = /** @type {const} */ (["only", "swap"]);

/**
 * Return a choice as a query; what is as at first is left out.
 * @param {Choice} choice
 * @param {Everything} everything
 */
export function toQuery(choice, everything) {
  const asked = query("");
  for (const name of LISTS) {
    const some = everything[name].filter((id) => choice[name].has(id));
    if (some.length < everything[name].length) asked.set(name, some.join(","));
  }
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
  const [parks, metrics] = LISTS.map((name) => {
    const wanted = values(asked, name);
    return new Set(wanted ? everything[name].filter((id) => wanted.has(id)) : everything[name]);
  });
  const [sort, by] = WORDS.map((name) => asked.get(name) ?? "");
  const [only, swap] = SWITCHES.map((name) => asked.get(name) === "1");
  return { parks, metrics, sort, by, only, swap };
}

/**
 * Return whether two groups of a metric hold figures of two of the parks.
 * @param {string[][]} groups
 * @param {readonly [number, number, ...unknown[]]} pair
 * @param {{ has(park: string): boolean }} parks
 */
export function meet(groups, [a, b], parks) {
  const [some, others] = [a, b].map((group) => groups[group].filter((park) => parks.has(park)));
  return some.some((park) => others.some((other) => other !== park));
}

/**
 * Return which of the parks share an axis.
 * @param {Metric} metric
 * @param {Set<string>} parks
 * @returns {Sets}
 */
export function axes(metric, parks) {
  /** @type {Sets} */
  const sets = new Map();
  for (const [park, figures] of metric.figures) {
    if (!parks.has(park)) continue;
    for (const { set, size } of figures) {
      if (set === "0") continue;
      const members = sets.get(set) ?? new Map();
      sets.set(set, members.set(park, Math.max(members.get(park) ?? 0, size)));
    }
  }
  return new Map([...sets].filter(([, members]) => members.size > 1));
}

/**
 * Return the verdict on a metric among some parks.
 * @param {Metric} metric
 * @param {{ has(park: string): boolean }} parks
 * @param {Rules} rules
 * @param {boolean} [only] whether what cannot be compared is left out
 */
export function verdict(metric, parks, rules, only = false) {
  if (!metric.pairs.length) return metric.verdict;
  const found = metric.pairs.filter((pair) => meet(metric.groups, pair, parks)).map((pair) => pair[2]);
  const kinds = new Set(only ? found.filter((each) => each !== rules.apart) : found);
  return rules.summaries[[...kinds].sort().join(" ")];
}

/**
 * Return where a park stands among those it may be compared with: 1 for the greatest, -1 without such a figure.
 * @param {Metric} metric
 * @param {string} park
 * @param {Set<string>} parks
 */
export function standing(metric, park, parks) {
  const places = [...axes(metric, parks).values()].flatMap((members) => {
    const size = members.get(park);
    return size === undefined ? [] : [size / Math.max(...members.values())];
  });
  return places.length ? Math.max(...places) : -1;
}

/**
 * Return the parks in the order of their figures: the greatest set first, within it the greatest figure, others last.
 * @param {string[]} parks
 * @param {Sets} sets
 */
function ranked(parks, sets) {
  const axis = [...sets.values()];
  /** @type {(park: string) => [number, number]} */
  const key = (park) => {
    const at = axis.findIndex((members) => members.has(park));
    return at < 0 ? [axis.length, 0] : [at, -(axis[at].get(park) ?? 0)];
  };
  return [...parks].sort((a, b) => key(a)[0] - key(b)[0] || key(a)[1] - key(b)[1]);
}

/**
 * Return what is shown for a choice: metrics with their verdicts and sets, and parks, each in order.
 * @template {Metric} M
 * @param {M[]} metrics
 * @param {string[]} parks
 * @param {Choice} choice
 * @param {Rules} rules
 * @returns {{ rows: { metric: M, verdict: string, sets: Sets }[], columns: string[], only: boolean }}
 */
export function select(metrics, parks, choice, rules) {
  const ids = choice.parks;
  const rows = metrics.filter((metric) => choice.metrics.has(metric.id)).flatMap((metric) => {
    const sets = axes(metric, ids);
    if (choice.only && !sets.size) return [];
    // Where one set is left, the verdict is on what is left; several sets stay apart.
    const left = choice.only && sets.size === 1 ? [...sets.values()][0] : null;
    return [{ metric, verdict: verdict(metric, left ?? ids, rules, left !== null), sets }];
  });
  if (choice.sort === "name") rows.sort((a, b) => a.metric.order - b.metric.order);
  else if (choice.sort) rows.sort((a, b) => standing(b.metric, choice.sort, ids) - standing(a.metric, choice.sort, ids));
  const columns = parks.filter((park) => ids.has(park));
  const by = metrics.find((metric) => metric.id === choice.by);
  return { rows, columns: !rows.length ? [] : by ? ranked(columns, axes(by, ids)) : columns, only: choice.only };
}
