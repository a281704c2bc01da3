// Finding: from what a reader types to lists of results. Knows no page; search.js shows what is found.
//
// What is found as typed comes first. Where that is little, a ladder is climbed; each step is a group of its own that says
// what was looked for, so that nothing is found silently for another reason than the reader thinks.
// @ts-check

import { joined } from "./cut.js";
import { NAME, WHOLE, both, count, either, excerpt, parse, read, readings, stand } from "./finder.logic.js";
import { Index } from "./index.js";
import { FEW, STEPS, synonyms } from "./ladder.js";

export const marking = { excerpt, read, stand };

/**
 * @typedef {import("./finder.logic.js").Hits} Hits
 * @typedef {import("./finder.logic.js").Word} Word
 * @typedef {import("./ladder.js").Asked} Asked
 * @typedef {import("./index.js").Meta} Meta
 * @typedef {import("./index.js").Answer} Answer
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
 * @property {boolean} widened whether anything was looked for besides the words themselves
 * @property {() => Promise<Answer[]>} answers what answers the question at once
 * @property {string[][]} marks tokens to be marked
 * @property {string[][]} sounds syllables or letters to be marked
 * @property {(from: number, to: number) => Promise<(Meta & { group: number })[]>} details
 * @property {() => Promise<[string, string][]>} offers other words for some that were typed
 */

const ANSWERS = 2; // metrics and industries that are called so; where more are, none is the answer
const OFFERS = 4; // other words that a reader may go on with
const FACETS = ["kind", "park", "plan"];

export class Finder extends Index {
  /**
   * Return everything that answers a query, step by step, and what must be known to show it.
   * @param {string} text
   * @param {boolean} exact whether to look for nothing but the words themselves
   */
  async climb(text, exact) {
    const query = parse(text);
    /** @type {Map<string, string>} */
    const parks = new Map(); // ids and names
    /** @type {Asked[]} */
    const asked = await Promise.all(
      query.words.map(async (word) => {
        const park = query.words.length > 1 && !exact ? await this.park(word, parks) : null;
        const hits = await this.phrase(word.tokens);
        return { word, hits: park ? either(hits, park) : hits, others: [], park: Boolean(park) };
      }),
    );
    /** @type {Hits} */
    const none = new Uint8Array(this.size);
    /** @type {Group[]} */
    const groups = [{ step: "typed", said: [], hits: asked.length ? either(both(...asked.map(({ hits }) => hits)), await this.called(query.whole)) : none }];
    let all = groups[0].hits;
    const sounds = readings(query.letters).map((reading) => reading.split(" ")); // a name may be called by its reading
    const marks = query.words.map(({ tokens }) => tokens);
    for (const [step, take] of asked.length && !exact ? STEPS : []) {
      if (count(all) >= FEW) break;
      const found = await take(this, { ...query, asked, marks, sounds, none: !count(all) });
      if (!found) continue;
      const hits = found.hits.map((hit, i) => (all[i] ? 0 : hit));
      if (count(hits)) groups.push({ step, said: found.said, hits });
      all = either(all, hits);
    }
    const missing = asked.filter(({ hits }) => !count(hits)).map(({ word }) => word.typed);
    const widened = parks.size > 0 || groups.length > 1;
    const answers = () => this.answers(asked.filter(({ park }) => !park), [...parks.keys()], query.whole);
    return { query, groups, all, missing, parks: [...parks.values()], widened, answers, marks, sounds };
  }

  /**
   * Return everything of the parks that a word names, or null; note their names.
   * @param {Word} word
   * @param {Map<string, string>} noted
   */
  async park({ tokens }, noted) {
    const named = await this.called(tokens);
    const parks = new Set([...named.keys()].filter((i) => named[i] && this.value(i, "kind") === "park").map((i) => this.value(i, "park")));
    if (!parks.size) return null;
    for (const [id, name] of this.opened.parks) if (parks.has(id)) noted.set(id, name);
    return Uint8Array.from({ length: this.size }, (_, i) => (parks.has(this.value(i, "park")) ? NAME : 0));
  }

  /**
   * Return what answers a question at once: what plans say of the metrics and industries that are called so.
   * @param {Asked[]} asked the words but for those that name a park
   * @param {string[]} parks that words name
   * @param {string[]} whole all tokens, as a name
   * @returns {Promise<Answer[]>}
   */
  async answers(asked, parks, whole) {
    if (!asked.length) return [];
    const own = parks.length ? asked.flatMap(({ word }) => word.tokens) : whole;
    const hits = either(both(...asked.map(({ hits }) => hits)), await this.called(own));
    const kinds = new Set(["metric", "industry"]);
    const found = [...hits.keys()].filter((record) => hits[record] >= NAME && kinds.has(this.value(record, "kind")));
    const called = found.filter((record) => hits[record] === WHOLE);
    const best = called.length ? called : found;
    const told = await Promise.all((best.length > ANSWERS ? [] : best).map((record) => this.directly(record, parks)));
    return [...told.flatMap((answer) => (answer && answer.rows.length ? [answer] : [])), ...this.subjects(asked), ...this.lacking(own)];
  }

  /**
   * Return what the plans do not give, where that is what was asked for.
   * @param {string[]} tokens
   * @returns {Answer[]}
   */
  lacking(tokens) {
    const found = this.opened.start.lacking.filter(({ words }) => words.includes(joined(tokens)));
    return found.map(({ title, address, said }) => ({ title, address, note: said, rows: [] }));
  }

  /**
   * Return the subjects for investors whose titles hold all the words.
   * @param {Asked[]} asked
   * @returns {Answer[]}
   */
  subjects(asked) {
    const { subjects } = this.opened.start;
    const found = subjects.filter(([title]) => asked.every(({ word }) => stand(title, [word.tokens]).length));
    return found.slice(0, 1).map(([title, address]) => ({ title, address, note: "", rows: [] }));
  }

  /**
   * Return an ordered list of results; the details of a stretch of it are fetched when they are to be shown.
   * @param {string} text
   * @param {Record<string, string>} [chosen] a kind, park and plan, each an id or ""
   * @param {boolean} [exact] whether to look for nothing but the words themselves
   * @returns {Promise<Found>}
   */
  async find(text, chosen = {}, exact = false) {
    await this.load();
    const { index } = this.opened;
    try {
      return await this.answer(text, chosen, exact);
    } catch (error) {
      await this.open(); // the index may have been replaced since the box was opened
      if (this.opened.index === index) throw error;
      return this.answer(text, chosen, exact);
    }
  }

  /**
   * @param {string} text
   * @param {Record<string, string>} chosen
   * @param {boolean} exact
   * @returns {Promise<Found>}
   */
  async answer(text, chosen, exact) {
    const { query, groups, all, answers, ...said } = await this.climb(text, exact);
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
      answers: async () => {
        const told = chosen.kind || chosen.plan ? [] : await answers();
        return told.flatMap((answer) => {
          const rows = answer.rows.filter(({ park }) => !chosen.park || park === chosen.park);
          return rows.length || !answer.rows.length ? [{ ...answer, rows }] : [];
        });
      },
      details: async (from, to) => {
        const part = records.slice(from, to);
        const metas = await this.details(part.map(({ record }) => record));
        return metas.map((meta, i) => ({ ...meta, group: part[i].group }));
      },
      offers: async () => {
        if (shown.length > 1 || exact) return [];
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

