import assert from "node:assert/strict";
import { test } from "node:test";

import * as logic from "../../site_templates/static/finder.logic.js";
import { cases } from "./cases.js";

cases("finder", {
  ...logic,
  words: (query) => logic.parse(query).words.map(({ typed }) => typed),
  letters: (query) => logic.parse(query).letters,
  listed: (list, size) => [...logic.listed(list, size)],
  dated: (...day) => logic.dated(new Date(...day)),
  found: (text, words) => logic.stand(text, words).map(([from, to]) => text.slice(from, to)),
  excerpt: (text, found, length) => logic.excerpt(text, found, length).map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join(""),
});

test("following: a phrase stands where each of its parts does, and only there", () => {
  const [one, other] = [logic.places("120334"), logic.places("150335")];
  assert.deepEqual([...logic.following([{ at: 0, found: one }, { at: 3, found: other }], 5)], [1, 0, 0, 0, 0]);
});

test("readings: a long word that is none costs no more than its letters", () => {
  const begun = performance.now();
  for (const syllable of ["xian", "a", "qiao", "liang", "ou"]) assert.deepEqual(logic.readings(`${syllable.repeat(2000)}bbb`), []);
  assert.equal(logic.parse(`${"xian".repeat(2000)}b`).letters.length, 200);
  assert.ok(performance.now() - begun < 2000);
});
