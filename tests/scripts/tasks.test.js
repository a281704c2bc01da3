import * as tasks from "../../site_templates/static/tasks.logic.js";
import { query } from "../../site_templates/static/address.js";
import { cases } from "./cases.js";

const KEYS = ["park", "year", "role", "body"];

const task = (name, park, year, actors, words) => ({
  name,
  ids: new Map([["park", [park]], ["year", year], ["role", actors.map(([role]) => role)], ["body", actors.map(([, body]) => body)]]),
  actors,
  words: tasks.plain(words),
});
const TASKS = [
  task("one", "north", ["2026"], [["lead", "office"], ["support", "bureau"]], "New park ＡＩ"),
  task("two", "south", [], [["lead", "bureau"]], "old park"),
  task("three", "south", ["2026"], [], "a road"),
];

const sets = (chosen) => new Map(KEYS.map((key) => [key, new Set(chosen[key] ?? [])]));

cases("tasks", {
  found: (chosen, words) => tasks.select(TASKS, sets(chosen), tasks.wordsOf(words)).found.map(({ name }) => name),
  counts: (chosen, key) => {
    const { counts } = tasks.select(TASKS, sets(chosen), []);
    return Object.fromEntries([...counts].filter(([each]) => each.startsWith(`${key}:`)));
  },
  address: (before, chosen, rest) => tasks.toQuery(query(before), sets(chosen), { q: "", group: "plan", summaries: false, ...rest }),
});
