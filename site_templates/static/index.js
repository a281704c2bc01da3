// The index as a search reads it: files fetched once, lists of records, phrases, and what is shown of a record.
// generator/exports/search/index.py says what stands in which file.
// @ts-check

import { joined, together } from "./cut.js";
import { TEXT, WHOLE, both, dated, file, following, listed, places, standing } from "./finder.logic.js";

/**
 * @typedef {import("./finder.logic.js").Hits} Hits
 * @typedef {(name: string) => Promise<any>} Get fetches a file of the index
 *
 * @typedef {object} Opening what the index opens with
 * @property {string} index the folder of its files
 * @property {number} files of terms
 * @property {number} shown records in a file
 * @property {[id: string, name: string, group: number][]} kinds
 * @property {[id: string, name: string][]} parks
 * @property {[id: string, name: string, park: number, kinds: number[], states: number, years: string][]} parts
 * @property {import("./finder.logic.js").State[][]} states of plans, each course of them once
 * @property {Record<string, string>} words of the box
 * @property {{ examples: string[], industries: [name: string, address: string][], subjects: [name: string, address: string][], lacking: { words: string[], title: string, address: string, said: string }[] }} start
 *
 * @typedef {{ kind: string, kind_name: string, park: string, years: string, state: ReturnType<typeof standing>, address: string, title: string, figure: string, text: string, other: string, zh: string, reading: string }} Meta
 * @typedef {{ park: string, name: string, years: string, state: ReturnType<typeof standing>, address: string, said: string }} Row what the plan of a park says
 * @typedef {{ title: string, address: string, note: string, rows: Row[] }} Answer
 */

/** @type {[kind: string, form: RegExp][]} the kinds that have direct answers, by the address of their records */
const ANSWERED = [["metric", /\/compare\/([\w-]+)\/$/], ["industry", /\/tasks\/by\/industry\/([\w-]+)\/$/]];
const TRIPLES = 16; // of a phrase that are asked for; a longer one is told by these as well

export class Index {
  /**
   * @param {Get} get
   * @param {string} language of the page
   * @param {string} [day] by which states of plans are told
   */
  constructor(get, language, day = dated(new Date())) {
    this.get = get;
    this.day = day;
    this.language = language;
    /** @type {Promise<this> | null} */
    this.loading = null;
    /** @type {Map<string, Promise<any>>} */
    this.files = new Map();
    /** @type {Map<string, Promise<any>>} */
    this.lists = new Map();
  }

  /** Fetch what the index opens with; afterwards it is known of every record what kind, park and plan it is of. */
  load() {
    if (!this.loading) {
      this.loading = this.open().catch((error) => {
        this.loading = null; // the next search tries again
        throw error;
      });
    }
    return this.loading;
  }

  async open() {
    /** @type {Opening} */
    this.opening = await this.get(`${this.language}.json`);
    const { kinds, parts } = this.opening;
    /** @type {[kind: number, park: number, part: number][]} */
    this.records = parts.flatMap(([, , park, counts], part) =>
      counts.flatMap((n, kind) => Array.from({ length: n }, (_, i) => /** @type {[number, number, number]} */ ([kind, kinds[kind][0] === "park" ? i : park, part]))),
    );
    this.forget();
    return this;
  }

  /** @returns {Opening} */
  get opened() {
    if (!this.opening) throw new TypeError("the index is not loaded");
    return this.opening;
  }

  get size() {
    return this.records ? this.records.length : 0;
  }

  /**
   * Return the kind, park or plan of a record, or "".
   * @param {number} record
   * @param {string} facet
   */
  value(record, facet) {
    const [kind, park, part] = /** @type {[number, number, number][]} */ (this.records)[record];
    if (facet === "kind") return this.opened.kinds[kind][0];
    if (facet === "plan") return this.opened.parts[part][0];
    return park < 0 ? "" : this.opened.parks[park][0];
  }

  /**
   * Return a file of the index.
   * @param {string} name
   */
  file(name) {
    let file = this.files.get(name);
    if (!file) {
      file = this.get(`${this.opened.index}/${name}.json`);
      file.catch(() => this.forget()); // the next search asks again
      this.files.set(name, file);
    }
    return file;
  }

  forget() {
    this.files.clear();
    this.lists.clear();
  }

  /**
   * Return what the index holds for a term: a list, other words for it, or undefined.
   * @param {string} term
   */
  async held(term) {
    return (await this.file(`t${file(term, this.opened.files)}`))[term];
  }

  /**
   * Return what holds a term, or where it stands.
   * @template T
   * @param {string} term
   * @param {(list: string, size: number) => T} as
   * @returns {Promise<T>}
   */
  list(term, as) {
    let list = this.lists.get(term);
    if (!list) {
      list = this.held(term).then((held) => as(held || "", this.size));
      this.lists.set(term, list);
    }
    return list;
  }

  /**
   * Return what holds tokens as they stand side by side.
   * @param {string[]} tokens
   * @returns {Promise<Hits>}
   */
  async phrase(tokens) {
    const n = tokens.length;
    if (n === 1) return this.list(tokens[0], listed);
    if (n === 2 && together(tokens)) return this.list(tokens.join(""), listed);
    const starts = Array.from({ length: n < 3 ? 0 : Math.ceil(n / 3) }, (_, i) => Math.min(3 * i, n - 3));
    const step = Math.ceil(starts.length / TRIPLES);
    const triples = starts.filter((_, i) => i % step === 0).filter((at) => together(tokens.slice(at, at + 3)));
    const alone = step > 1 ? [] : tokens.filter((_, i) => !triples.some((at) => at <= i && i < at + 3));
    const found = await Promise.all(triples.map(async (at) => ({ at, found: await this.list(tokens.slice(at, at + 3).join(""), places) })));
    const hits = await Promise.all(alone.map((token) => this.list(token, listed)));
    return both(...(found.length ? [following(found, this.size)] : []), ...hits);
  }

  /**
   * Return what holds all of some words.
   * @param {string[][]} words
   */
  async all(words) {
    return words.length ? both(...(await Promise.all(words.map((tokens) => this.phrase(tokens))))) : new Uint8Array(this.size);
  }

  /**
   * Return what is called so.
   * @param {string[]} tokens
   * @returns {Promise<Hits>}
   */
  async called(tokens) {
    return (await this.list(`=${joined(tokens)}`, listed)).map((hit) => (hit ? WHOLE : 0));
  }

  /**
   * Return the words of the index that begin with the same letter.
   * @param {string} word
   * @returns {Promise<string[]>}
   */
  async words(word) {
    return (await this.file(`w${word[0]}`)).split(" ");
  }

  /**
   * Return records in their order: by how well they answer, then by kind, then as they are numbered.
   * @param {Hits} hits
   */
  order(hits) {
    /** @type {number[][]} */
    const shelves = [];
    const { kinds } = this.opened;
    hits.forEach((hit, record) => {
      if (!hit) return;
      const [kind] = /** @type {[number, number, number][]} */ (this.records)[record];
      const shelf = (WHOLE - hit) * kinds.length + (hit === TEXT ? kinds[kind][2] : kind);
      (shelves[shelf] = shelves[shelf] || []).push(record);
    });
    return shelves.filter(Boolean).reduce((all, shelf) => all.concat(shelf), []);
  }

  /**
   * Return what is shown of records.
   * @param {number[]} records
   * @returns {Promise<Meta[]>}
   */
  async details(records) {
    const { shown, kinds, parks, parts, states } = this.opened;
    const zh = this.language === "zh";
    return Promise.all(
      records.map(async (record) => {
        const file = await this.file(`r${Math.floor(record / shown)}`);
        const [address, title, titleEn, text, textEn, name, reading, figure = "", figureEn = ""] = file[record % shown].map((/** @type {string} */ said) => said.normalize("NFC"));
        const [kind, park, part] = /** @type {[number, number, number][]} */ (this.records)[record];
        const state = standing(states[parts[part][4]] || [], this.day, kinds[kind][0] === "plan");
        return {
          ...{ kind: kinds[kind][0], kind_name: kinds[kind][1], park: park < 0 ? "" : parks[park][1], years: parts[part][5], state, address: `${this.language}/${address}` },
          ...{ title: zh ? title : titleEn, figure: zh ? figure : figureEn, text: zh ? text : textEn, other: `${zh ? figureEn : figure} ${zh ? textEn : text}`.trim(), zh: name, reading },
        };
      }),
    );
  }

  /**
   * Return what answers a question for a record at once, or null where its kind has no such answers.
   * @param {number} record
   * @param {string[]} parks ids of those asked for; none for all
   * @returns {Promise<Answer | null>}
   */
  async directly(record, parks) {
    const [{ address, title }] = await this.details([record]);
    const named = ANSWERED.map(([kind, form]) => [kind, form.exec(address)]).find(([, found]) => found);
    if (!named) return null;
    const { rows, note } = await this.file(`a-${named[0]}-${/** @type {RegExpExecArray} */ (named[1])[1]}`);
    const { parts, parks: known, states } = this.opened;
    const zh = this.language === "zh";
    const told = rows.map((/** @type {[string, string, string, string]} */ [plan, where, said, saidEn]) => {
      const part = parts.find(([id]) => id === plan) || parts[0];
      const [park, name] = known[part[2]] || ["", ""];
      return { park, name, years: part[5], state: standing(states[part[4]] || [], this.day, false), address: `${this.language}/${where}`, said: zh ? said : saidEn };
    });
    return { title, address, note: note[zh ? 0 : 1], rows: told.filter((/** @type {{ park: string }} */ { park }) => !parks.length || parks.includes(park)) };
  }
}
