// Finding: from what a reader types to an ordered list. Knows no page; search.js shows what is found.
//
// The index holds one Han character per word (generator/exports/search), so a run of them is asked for as a quoted
// phrase. Several words are asked for one by one and their results intersected. Latin letters that can be read as
// pinyin are asked for as syllables too, and those that nothing holds as the initials of syllables. A number with its
// magnitude is one word. Names come first, then targets, tasks and measures, then text.
// @ts-check

import { arabic, marked, named, parse, phrases, spaced, tier } from "./finder.logic.js";

export { excerpt, parse, places, read, readings, spaced } from "./finder.logic.js";

/**
 * @typedef {import("./finder.logic.js").Query} Query
 * @typedef {import("./finder.logic.js").Names & { kind: string, kind_name: string, park: string, title: string, zh: string, address: string, rank: string }} Meta
 * @typedef {{ id: string, score: number, data?: () => Promise<{ content: string, meta: Meta }> }} Result
 * @typedef {Result & { data: NonNullable<Result["data"]> }} Hit
 * @typedef {{ total: number, found: number, counts: Record<string, Map<string, number>>, missing: string[], query: Query, details: (from: number, to: number) => Promise<Meta[]> }} Found
 *
 * @typedef {object} Index Pagefind, as far as it is used here
 * @property {(options: object) => Promise<void>} options
 * @property {() => Promise<void>} init
 * @property {() => Promise<Record<string, Record<string, number>>>} filters
 * @property {(words: string | null, options?: object) => Promise<{ results: Hit[] }>} search
 */

const FACETS = ["kind", "park", "plan"];
const POOL = 10; // of each kind, how many are looked at to be put in order; the rest follow by score
const INITIALS = 12; // nobody types the initials of a sentence
const TRUSTED = 5; // of what a word is a part of, how many are looked at to know whether the index meant that word

/**
 * Return whether a result holds some words, or words that begin with them.
 * @param {Hit} result
 * @param {string} words
 * @param {string} end what stands behind them
 */
async function holds(result, words, end) {
  const { content } = await result.data();
  return ` ${spaced(content).toLowerCase()} `.includes(` ${words}${end}`);
}

export class Finder {
  /**
   * @param {string} address of the index
   * @param {string} kinds in their order, each with the group it is listed in where no name decides (`target:0`)
   */
  constructor(address, kinds) {
    this.address = address;
    this.groups = new Map(kinds.split(" ").map((pair) => pair.split(":")).map(([kind, group]) => [kind, Number(group)]));
    this.kinds = [...this.groups.keys()];
    /** @type {Promise<this> | null} */
    this.loading = null;
    /** @type {Map<string, Record<string, string>>} */
    this.facets = new Map();
    /** @type {Record<string, Map<string, string[]>>} */
    this.values = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
    /** @type {Index | null} */
    this.pagefind = null;
  }

  /** Fetch the index; afterwards it is known of everything what kind, park and plan it is of. */
  load() {
    if (!this.loading) {
      this.loading = this.fetch().catch((error) => {
        this.loading = null; // the next search tries again
        throw error;
      });
    }
    return this.loading;
  }

  async fetch() {
    /** @type {Index} */
    const pagefind = await import(this.address);
    await pagefind.options({ excerptLength: 1 });
    await pagefind.init();
    const filters = await pagefind.filters();
    for (const facet of FACETS) {
      for (const value of Object.keys(filters[facet] ?? {})) {
        const [id, ...names] = value.split("|");
        this.values[facet].set(id, names);
        const { results } = await pagefind.search(null, { filters: { [facet]: value } });
        for (const { id: thing } of results) this.facets.set(thing, { ...this.facets.get(thing), [facet]: id });
      }
    }
    this.pagefind = pagefind;
    return this;
  }

  /**
   * Return what the index answers.
   * @param {string} words
   */
  async ask(words) {
    if (!this.pagefind) throw new TypeError("the index is not loaded");
    return (await this.pagefind.search(words)).results;
  }

  /**
   * Return what answers one of some phrases. The index leaves out signs inside numbers (5.5% answers to 55 too), and
   * answers an unquoted word that it lacks with the nearest shorter one: such answers are looked at.
   * @param {string[]} asked
   */
  async ids(asked) {
    /** @type {Map<string, Result>} */
    const found = new Map();
    for (const phrase of asked) {
      let results = await this.ask(phrase);
      if (/[.%]/.test(phrase)) {
        const held = await Promise.all(results.map((result) => holds(result, phrase.replaceAll('"', ""), " ")));
        results = results.filter((_, i) => held[i]);
      } else if (!phrase.startsWith('"') && results.length && !(await this.ask(`"${phrase}"`)).length) {
        const held = await Promise.all(results.slice(0, TRUSTED).map((result) => holds(result, phrase, "")));
        if (!held.some(Boolean)) results = [];
      }
      for (const result of results) {
        if ((found.get(result.id)?.score ?? -1) < result.score) found.set(result.id, result);
      }
    }
    return found;
  }

  /**
   * Return the form in which a word is held, as typed or with Arabic numerals, and what holds it.
   * @param {string} word
   * @returns {Promise<[string, Map<string, Result>]>}
   */
  async holding(word) {
    for (const form of new Set([word, arabic(word)])) {
      const set = await this.ids(phrases(form));
      if (set.size) return [form, set];
    }
    return [word, new Map()];
  }

  /**
   * Return everything that answers a query.
   * query: with its words as they were found; missing: the words that nothing holds; own: the words that name no park
   * @param {Query} asked
   */
  async hits(asked) {
    const query = { ...asked, words: /** @type {string[]} */ ([]), initials: false };
    /** @type {Map<string, Result>[]} */
    const sets = [];
    /** @type {string[]} */
    const missing = [];
    /** @type {string[]} */
    const own = [];
    for (const typed of asked.words) {
      const [word, set] = await this.holding(typed);
      const parks = asked.words.length > 1 ? named(this.values.park, typed) : [];
      if (parks.length) {
        for (const [id, { park }] of this.facets) if (parks.includes(park) && !set.has(id)) set.set(id, { id, score: 0 });
      } else own.push(word);
      if (!set.size) missing.push(typed);
      query.words.push(word);
      sets.push(set);
    }
    query.key = query.words.join(" ");
    /** @type {Map<string, Result>} */
    const hits = new Map();
    for (const [id, result] of sets[0] ?? []) {
      if (sets.every((set) => set.has(id))) hits.set(id, { ...(sets.map((set) => set.get(id)).find((r) => r?.data) ?? result) });
    }
    if (query.pinyin.length) {
      for (const [id, result] of await this.ids(query.pinyin.map((reading) => `"${reading}"`))) if (!hits.has(id)) hits.set(id, result);
    }
    if (!hits.size && query.letters.length > 1 && query.letters.length <= INITIALS) {
      query.initials = true;
      for (const [id, result] of await this.ids([`"${marked(query.letters)}"`])) hits.set(id, result);
    }
    return { hits: [...hits.values()].filter(/** @type {(hit: Result) => hit is Hit} */ ((hit) => Boolean(hit.data))), missing: hits.size ? [] : missing, own, query };
  }

  /**
   * Return an ordered list of results; the details of a stretch of it are fetched when they are to be shown.
   * @param {string} text
   * @param {Record<string, string>} [chosen] a kind, park and plan, each an id or ""
   * @returns {Promise<Found>}
   */
  async find(text, chosen = {}) {
    await this.load();
    const { hits, missing, own, query } = await this.hits(parse(text));
    /** @type {(hit: Result) => Record<string, string>} */
    const facets = (hit) => this.facets.get(hit.id) ?? {};
    /** @type {(hit: Result, but?: string) => boolean} */
    const fits = (hit, but) => FACETS.every((facet) => facet === but || !chosen[facet] || facets(hit)[facet] === chosen[facet]);
    const counts = Object.fromEntries(FACETS.map((facet) => [facet, this.counts(hits.filter((hit) => fits(hit, facet)), facet)]));
    const kept = hits.filter((hit) => fits(hit)).sort((a, b) => b.score - a.score);
    /** @type {Record<string, number>} */
    const seen = {};
    const pool = kept.filter((hit) => (seen[facets(hit).kind] = (seen[facets(hit).kind] ?? 0) + 1) <= POOL);
    const asked = own.length ? { ...query, words: own, key: own.join(" ") } : query;
    const placed = await Promise.all(pool.map(async (hit) => ({ hit, meta: (await hit.data()).meta })));
    /** @param {string} kind */
    const group = (kind) => this.groups.get(kind) ?? 0;
    /** @type {(name: number, kind: string) => number} */
    const order = (name, kind) => (name < 3 ? this.kinds.indexOf(kind) : group(kind));
    const ranked = placed.map(({ hit, meta }) => {
      const name = tier(meta, asked);
      return { hit, key: [name, order(name, meta.kind), hit.score, Number(meta.rank)] };
    });
    ranked.sort((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1] || b.key[2] - a.key[2] || a.key[3] - b.key[3]);
    const first = new Set(pool.map((hit) => hit.id));
    const rest = kept.filter((hit) => !first.has(hit.id)).sort((a, b) => group(facets(a).kind) - group(facets(b).kind) || b.score - a.score);
    const all = [...ranked.map((one) => one.hit), ...rest];
    /** @type {Found["details"]} */
    const details = async (from, to) => Promise.all(all.slice(from, to).map(async (hit) => (await hit.data()).meta));
    return { total: all.length, found: hits.length, counts, missing, query, details };
  }

  /**
   * Return how many hits each value of a facet has.
   * @param {Result[]} hits
   * @param {string} facet
   * @returns {Map<string, number>}
   */
  counts(hits, facet) {
    const counts = new Map();
    for (const hit of hits) {
      const value = this.facets.get(hit.id)?.[facet];
      if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  }
}
