// A search box that was opened before a release: the index it opened with may be gone.
import assert from "node:assert/strict";
import { test } from "node:test";

import { Finder } from "../../site_templates/static/finder.js";

/** @type {(index: string) => object} an index of one record, in a site of one file of terms */
const opening = (index) => ({ index, files: 1, shown: 2, kinds: [["term", "Term", 1]], parks: [], parts: [["", "", -1, [1], -1]], states: [] });
const shown = (title) => [["glossary/", title, title, "", "", "", ""]];

/** @type {(files: Record<string, unknown>, asked: string[]) => (name: string) => Promise<any>} */
const serve = (files, asked) => async (name) => {
  asked.push(name);
  if (!(name in files)) throw new Error(`404 ${name}`);
  return JSON.parse(JSON.stringify(files[name]));
};

test("the new index is opened where the old one is gone", async () => {
  const files = { "en.json": opening("old"), "old/t0.json": { " park": "0" }, "old/r0.json": shown("Old park"), "old/wp.json": "park" };
  const asked = [];
  const finder = await new Finder(serve(files, asked), "en").load();
  for (const name of Object.keys(files)) delete files[name];
  Object.assign(files, { "en.json": opening("new"), "new/t0.json": { " park": "0" }, "new/r0.json": shown("New park"), "new/wp.json": "park" });
  const [meta] = await (await finder.find("park")).details(0, 1);
  assert.equal(meta.title, "New park");
  assert.deepEqual(asked.filter((name) => name === "en.json").length, 2);
});

test("the former index answers as long as it is there", async () => {
  const files = { "en.json": opening("old"), "old/t0.json": { " park": "0" }, "old/r0.json": shown("Old park"), "old/wp.json": "park" };
  const finder = await new Finder(serve(files, []), "en").load();
  files["en.json"] = opening("new");
  assert.equal((await (await finder.find("park")).details(0, 1))[0].title, "Old park");
});

test("a failure is told, and the next search asks again", async () => {
  const files = { "en.json": opening("one") };
  const finder = await new Finder(serve(files, []), "en").load();
  await assert.rejects(finder.find("park"), /404 one/);
  Object.assign(files, { "one/t0.json": { " park": "0" }, "one/r0.json": shown("Park"), "one/wp.json": "park" });
  assert.equal((await finder.find("park")).total, 1);
});
