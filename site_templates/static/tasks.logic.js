// Which tasks answer a choice of filters, and how many each further choice would find. Knows no page.
// @ts-check

import { query, written } from "./address.js";

/**
 * @typedef {object} Task
 * @property {Map<string, string[]>} ids the values of each filter
 * @property {[role: string, body: string][]} actors
 * @property {string} words as `plain` writes them
 *
 * @typedef {Map<string, Set<string>>} Sets what is chosen of each filter
 */

const ACTOR = "actor"; // a body and its role are one condition: the same body must have that role

/** @param {string} key */
const conditionOf = (key) => (key === "body" || key === "role" ? ACTOR : key);

/**
 * Return a text as it is searched.
 * @param {string} text
 */
export function plain(text) {
  return text.normalize("NFKC").toLowerCase();
}

/**
 * Return the words of what was typed.
 * @param {string} text
 */
export function wordsOf(text) {
  return plain(text).split(/\s+/).filter(Boolean);
}

/** @type {(sets: Sets, key: string, id: string) => boolean} */
function allows(sets, key, id) {
  const set = sets.get(key);
  return !set || set.size === 0 || set.has(id);
}

/**
 * Return the conditions that a task does not meet; words count as one.
 * @param {Task} task
 * @param {Sets} sets
 * @param {string[]} words
 */
export function unmet(task, sets, words) {
  const failed = new Set();
  if (!words.every((word) => task.words.includes(word))) failed.add("words");
  for (const [key, set] of sets) {
    if (conditionOf(key) === ACTOR || set.size === 0) continue;
    if (!(task.ids.get(key) ?? []).some((id) => set.has(id))) failed.add(key);
  }
  const asked = ["role", "body"].some((key) => sets.get(key)?.size);
  if (asked && !task.actors.some(([role, body]) => allows(sets, "role", role) && allows(sets, "body", body))) failed.add(ACTOR);
  return failed;
}

/**
 * Return the values by which a task counts for a filter, given the other half of the pair for bodies and roles.
 * @param {Task} task
 * @param {string} key
 * @param {Sets} sets
 * @returns {Iterable<string>}
 */
function counted(task, key, sets) {
  if (key === "body") return new Set(task.actors.filter(([role]) => allows(sets, "role", role)).map(([, body]) => body));
  if (key === "role") return new Set(task.actors.filter(([, body]) => allows(sets, "body", body)).map(([role]) => role));
  return task.ids.get(key) ?? [];
}

/**
 * Return the tasks that meet all conditions, and for each value (`key:id`) how many there would be if it were chosen.
 * @template {Task} T
 * @param {T[]} tasks
 * @param {Sets} sets
 * @param {string[]} words
 */
export function select(tasks, sets, words) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  /** @type {T[]} */
  const found = [];
  for (const task of tasks) {
    const failed = unmet(task, sets, words);
    if (!failed.size) found.push(task);
    for (const key of sets.keys()) {
      // A value's own filter does not count against it.
      if (failed.size > 1 || (failed.size === 1 && !failed.has(conditionOf(key)))) continue;
      for (const id of counted(task, key, sets)) counts.set(`${key}:${id}`, (counts.get(`${key}:${id}`) ?? 0) + 1);
    }
  }
  return { found, counts };
}

/**
 * Return a query with a choice in it; what else it holds stays. Sorted by id, so that the same choice has the same
 * address in both languages.
 * @param {URLSearchParams} before
 * @param {Sets} sets
 * @param {{ q: string, group: string, summaries: boolean }} rest
 */
export function toQuery(before, sets, { q, group, summaries }) {
  const asked = query(before.toString());
  for (const key of [...sets.keys(), "q", "group", "summaries"]) asked.delete(key);
  for (const [key, set] of sets) if (set.size) asked.set(key, [...set].sort().join(","));
  if (q) asked.set("q", q);
  if (group !== "plan") asked.set("group", group);
  if (summaries) asked.set("summaries", "1");
  return written(asked);
}
