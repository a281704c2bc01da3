// Finding: from what a reader types to lists of results. Knows no page; search.js shows what is found.
//
// What is found as typed comes first. Where that is little, a ladder is climbed; each step is a group of its own that says
// what was looked for, so that nothing is found silently for another reason than the reader thinks.
// @ts-check

import { NAME, both, count, either, parse, readings } from "./finder.logic.js";
import { Index } from "./index.js";
import { FEW, STEPS, synonyms } from "./ladder.js";

export { excerpt, read, stand } from "./finder.logic.js";

/**
 * @typedef {import("./finder.logic.js").Hits} Hits
 * @typedef {import("./finder.logic.js").Word} Word
 * @typedef {import("./ladder.js").Asked} Asked
 * @typedef {import("./index.js").Meta} Meta
 *
 * @typedef {{ step: string, said: [typed: string, other: string][], hits: Hits }} Group what a step found, and what it looked for
 * @typedef {object} Found
 * @property {number} total how many are listed
 * @property {number} found how many there are without the choice of a kind, park or plan
 * @property {Record<string, Map<string, number>>} counts of each value of each facet
 * @property {{ step: string, said: [string, string][], records: number[], found: number }[]} groups with how many each has without that choice
 * @property {number} words how many were asked for
 * @property {string[]} missing words that nothing holds
 * @property {string[]} parks that words were taken to mean
 * @property {string[][]} marks tokens to be marked
 * @property {string[][]} sounds syllables or letters to be marked
 * @property {(from: number, to: number) => Promise<(Meta & { group: number })[]>} details
 * @property {() => Promise<[string, string][]>} offers other words for some that were typed
 */

const OFFERS = 4; // other words that a reader may go on with
const FACETS = ["kind", "park", "plan"];

export class Finder extends Index {
  /**
   * Return everything that answers a query, step by step, and what must be known to show it.
   * @param {string} text
   */
  async climb(text) {
    const query = parse(text);
    /** @type {Set<string>} */
    const parks = new Set();
    /** @type {Asked[]} */
    const asked = await Promise.all(
      query.words.map(async (word) => {
        const park = query.words.length > 1 ? await this.park(word, parks) : null;
        const hits = await this.phrase(word.tokens);
        return { word, hits: park ? either(hits, park) : hits, others: [] };
      }),
    );
    /** @type {Hits} */
    const none = new Uint8Array(this.size);
    /** @type {Group[]} */
    const groups = [{ step: "typed", said: [], hits: asked.length ? either(both(...asked.map(({ hits }) => hits)), await this.called(query.whole)) : none }];
    let all = groups[0].hits;
    const sounds = readings(query.letters).map((reading) => reading.split(" ")); // a name may be called by its reading
    const marks = query.words.map(({ tokens }) => tokens);
    for (const [step, take] of asked.length ? STEPS : []) {
      if (count(all) >= FEW) break;
      const found = await take(this, { ...query, asked, marks, sounds, none: !count(all) });
      if (!found) continue;
      const hits = found.hits.map((hit, i) => (all[i] ? 0 : hit));
      if (count(hits)) groups.push({ step, said: found.said, hits });
      all = either(all, hits);
    }
    const missing = asked.filter(({ hits }) => !count(hits)).map(({ word }) => word.typed);
    return { query, groups, all, missing, parks: [...parks], marks, sounds };
  }

  /**
   * Return everything of the parks that a word names, or null; note their names.
   * @param {Word} word
   * @param {Set<string>} noted
   */
  async park({ tokens }, noted) {
    const named = await this.called(tokens);
    const parks = new Set([...named.keys()].filter((i) => named[i] && this.value(i, "kind") === "park").map((i) => this.value(i, "park")));
    if (!parks.size) return null;
    for (const [id, name] of this.opened.parks) if (parks.has(id)) noted.add(name);
    return Uint8Array.from({ length: this.size }, (_, i) => (parks.has(this.value(i, "park")) ? NAME : 0));
  }

  /**
   * Return an ordered list of results; the details of a stretch of it are fetched when they are to be shown.
   * @param {string} text
   * @param {Record<string, string>} [chosen] a kind, park and plan, each an id or ""
   * @returns {Promise<Found>}
   */
  async find(text, chosen = {}) {
    await this.load();
    const { index } = this.opened;
    try {
      return await this.answer(text, chosen);
    } catch (error) {
      await this.open(); // the index may have been replaced since the box was opened
      if (this.opened.index === index) throw error;
      return this.answer(text, chosen);
    }
  }

  /**
   * @param {string} text
   * @param {Record<string, string>} chosen
   * @returns {Promise<Found>}
   */
  async answer(text, chosen) {
    const { query, groups, all, ...said } = await this.climb(text);
    /** @type {(record: number, but?: string) => boolean} */
    const fits = (record, but) => FACETS.every((facet) => facet === but || !chosen[facet] || this.value(record, facet) === chosen[facet]);
    const found = this.order(all);
    const counts = Object.fromEntries(FACETS.map((facet) => [facet, this.counts(found.filter((record) => fits(record, facet)), facet)]));
    const shown = groups.map(({ step, said, hits }) => ({ step, said, records: this.order(hits).filter((record) => fits(record)), found: count(hits) }));
    const records = shown.flatMap(({ records }, group) => records.map((record) => ({ record, group })));
    return {
      ...said,
      words: query.words.length,
      total: records.length,
      found: found.length,
      counts,
      groups: shown,
      details: async (from, to) => {
        const part = records.slice(from, to);
        const metas = await this.details(part.map(({ record }) => record));
        return metas.map((meta, i) => ({ ...meta, group: part[i].group }));
      },
      offers: async () => {
        if (shown.length > 1) return [];
        const each = await Promise.all(query.words.map(async ({ typed, tokens }) => (await synonyms(this, tokens)).map(({ said }) => /** @type {[string, string]} */ ([typed, said]))));
        const others = new Map(each.flat().map(([typed, said]) => [said.toLowerCase(), /** @type {[string, string]} */ ([typed, said])]));
        return [...others.values()].filter(([, said]) => said).slice(0, OFFERS);
      },
    };
  }

  /**
   * Return how many records each value of a facet has.
   * @param {number[]} records
   * @param {string} facet
   * @returns {Map<string, number>}
   */
  counts(records, facet) {
    const counts = new Map();
    for (const record of records) {
      const value = this.value(record, facet);
      if (value) counts.set(value, (counts.get(value) || 0) + 1);
    }
    return counts;
  }
}

