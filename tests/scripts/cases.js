// Cases as data: a file of JSON beside the test, by function, each [what it shows, arguments, what is returned].

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

/**
 * @param {string} name of the file
 * @param {Record<string, (...args: any[]) => unknown>} functions
 */
export function cases(name, functions) {
  const all = JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), "utf-8"));
  for (const [called, each] of Object.entries(all)) {
    for (const [shows, given, expected] of each) {
      test(`${called}: ${shows}`, () => assert.deepEqual(functions[called](...given), expected));
    }
  }
}
