import assert from "node:assert/strict";
import { test } from "node:test";

import * as finder from "../../site_templates/static/finder.logic.js";
import { cases } from "./cases.js";

const names = { names: "", reading: "", text: "", other: "" };

cases("finder", {
  ...finder,
  words: (query) => finder.parse(query).words,
  pinyin: (query) => finder.parse(query).pinyin,
  found: (text, query) => finder.places(text, query).map(([from, to]) => text.slice(from, to)),
  tier: (meta, query) => finder.tier({ ...names, ...meta }, finder.parse(query)),
  excerpt: (text, found, length) => finder.excerpt(text, found, length).map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join(""),
});

test("readings: a long word that is none costs no more than its letters", () => {
  const begun = performance.now();
  for (const syllable of ["xian", "a", "qiao", "liang", "ou"]) assert.deepEqual(finder.readings(`${syllable.repeat(2000)}bbb`), []);
  assert.equal(finder.parse(`${"xian".repeat(2000)}b`).letters.length, 200);
  assert.ok(performance.now() - begun < 2000);
});
