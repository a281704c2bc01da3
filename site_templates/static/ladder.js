// The ladder that is climbed where little is found as typed: other words for the same, other writing, other forms, sounds,
// near spellings, parts, and most of the words. Each step says what it looked for instead.
// @ts-check

import { PAUSE, cut, isHan, joined } from "./cut.js";
import { arabic, both, count, either, forms, near, parse, read } from "./finder.logic.js";

/**
 * @typedef {import("./index.js").Index} Index
 * @typedef {import("./finder.logic.js").Hits} Hits
 * @typedef {import("./finder.logic.js").Word} Word
 *
 * @typedef {{ said: string, tokens: string[][] }} Instead what else to look for, and its words
 * @typedef {{ word: Word, hits: Hits, others: Instead[], park: boolean }} Asked a word, what holds it, what else was looked for, and
 * whether it names a park
 *
 * @typedef {object} Climb a query, and what was found of it so far
 * @property {Word[]} words
 * @property {string} letters
 * @property {Asked[]} asked
 * @property {string[][]} marks
 * @property {string[][]} sounds
 * @property {boolean} none whether nothing was found so far
 * @typedef {(index: Index, climb: Climb) => Promise<{ said: [string, string][], hits: Hits } | null>} Step
 */

export const FEW = 5; // results; with fewer the ladder is climbed
const LONGEST = 12; // tokens of a word that is looked for in parts, by its sound or by initials
const WORDS = 7; // that stand for another
/** @type {(text: string) => string[]} */
const tokensOf = (text) => cut(text).filter((token) => token !== PAUSE);
/** @type {(other: Instead) => string[][]} what to mark: an English name only where it stands in the whole */
const marked = ({ tokens }) => (tokens.flat().some(isHan) ? tokens : [tokens.flat()]);
/** @type {(word: Word) => string} the letters of a word that is one, or "" */
const latin = ({ tokens }) => (tokens.length === 1 && /^ [a-z][a-zß-ɏ]{2,}$/.test(tokens[0]) ? tokens[0].slice(1) : "");

/**
 * Return the other words for a word, as the data names them.
 * @param {Index} index
 * @param {string[]} tokens
 * @returns {Promise<Instead[]>}
 */
export async function synonyms(index, tokens) {
  /** @type {[zh: string, en: string, ...words: string[]][]} */
  const known = (await index.held(`~${joined(tokens)}`)) || [];
  const found = known.flatMap(([zh, en, ...words]) => [{ said: index.language === "zh" ? zh : en, asked: [zh] }, { said: "", asked: [en] }, ...words.map((word) => ({ said: word, asked: [word] }))]);
  return found.slice(0, WORDS).map(({ said, asked }) => ({ said, tokens: asked.flatMap((words) => parse(words).words.map((word) => word.tokens)) }));
}

/**
 * Return the characters of names that are read as said: what is found first, at most a few.
 * @param {Index} index
 * @param {Hits} hits
 * @param {string[][]} sounds
 */
async function characters(index, hits, sounds) {
  const first = await index.details(index.order(hits).slice(0, 3));
  return [...new Set(first.flatMap(({ zh, reading }) => sounds.map((asked) => read(zh, reading, asked).map(([from, to]) => zh.slice(from, to)).join(""))).filter(Boolean))];
}

/**
 * Return a step that looks for other words instead of some of those typed, one by one.
 * @param {(index: Index, word: Word, hits: Hits) => Promise<Instead[]>} instead
 * @param {boolean} [always] also for words that are found often by themselves
 * @returns {Step}
 */
function wordByWord(instead, always) {
  return async (index, { asked, marks }) => {
    let more = false;
    for (const each of asked) {
      if (!always && count(each.hits) >= FEW) continue;
      for (const other of await instead(index, each.word, each.hits)) {
        const hits = await index.all(other.tokens);
        if (!count(hits)) continue;
        each.hits = either(each.hits, hits);
        each.others.push(other);
        marks.push(...marked(other));
        more = true;
      }
    }
    const said = asked.flatMap(({ word, others }) => others.filter(({ said }) => said).map(({ said }) => /** @type {[string, string]} */ ([word.typed, said])));
    return more ? { said, hits: both(...asked.map(({ hits }) => hits)) } : null;
  };
}

/** @type {Step} other words for two or three words that are one name: data export */
async function names(index, { words, asked, marks }) {
  for (let n = Math.min(words.length, 4); n > 1; n -= 1) {
    for (let i = 0; i + n <= words.length; i += 1) {
      const others = await synonyms(index, words.slice(i, i + n).flatMap(({ tokens }) => tokens));
      if (!others.length) continue;
      const found = await Promise.all(others.map(({ tokens }) => index.all(tokens)));
      marks.push(...others.flatMap(marked));
      const rest = asked.filter((_, k) => k < i || k >= i + n).map(({ hits }) => hits);
      const typed = words.slice(i, i + n).map(({ typed }) => typed).join(" ");
      return { said: others.filter(({ said }) => said).map(({ said }) => [typed, said]), hits: both(either(...found), ...rest) };
    }
  }
  return null;
}

/** @type {(index: Index, word: Word) => Promise<Instead[]>} */
async function simplified(index, word) {
  if (!word.tokens.some(isHan)) return [];
  /** @type {string[]} */
  const table = [...(await index.file("traditional"))];
  const known = new Map(table.flatMap((sign, i) => (i % 2 ? [] : [[sign, table[i + 1]]])));
  const tokens = word.tokens.map((token) => known.get(token) || token);
  if (joined(tokens) === joined(word.tokens)) return [];
  word.tokens = tokens; // the steps behind this one go on from here
  return [{ said: tokens.join("").trim(), tokens: [tokens] }];
}

/** @type {(index: Index, word: Word) => Promise<Instead[]>} */
async function numerals(_index, { tokens }) {
  const others = tokens.some(isHan) ? arabic(tokens) : tokens;
  return joined(others) === joined(tokens) ? [] : [{ said: others.join("").trim(), tokens: [others] }];
}

/** @type {(choose: (words: string[], word: string) => string[]) => (index: Index, word: Word) => Promise<Instead[]>} */
const listedWords = (choose) => async (index, word) => {
  const typed = latin(word);
  const found = typed ? choose(await index.words(typed), typed) : [];
  return found.map((said) => ({ said, tokens: [[` ${said}`]] }));
};

/**
 * Find names by their sound: what is called so, and what holds the characters of the first.
 * @param {Index} index
 * @param {Climb} climb
 * @param {string[][]} sounds
 * @param {string} typed
 */
async function sounding(index, climb, sounds, typed) {
  const found = await Promise.all(sounds.map((asked) => index.phrase(asked.map((syllable) => `'${syllable}`))));
  const hits = found.length ? either(...found) : null;
  if (!hits || !count(hits)) return null;
  const called = await characters(index, hits, sounds);
  climb.sounds.push(...sounds.filter((asked) => !climb.sounds.includes(asked)));
  climb.marks.push(...called.map(tokensOf));
  const texts = await Promise.all(called.map((each) => index.phrase(tokensOf(each))));
  return { said: called.map((each) => /** @type {[string, string]} */ ([typed, each])), hits: either(hits, ...texts) };
}

/** @type {Step} */
async function pinyin(index, climb) {
  return sounding(index, climb, [...climb.sounds], climb.words.map(({ typed }) => typed).join(" "));
}

/** @type {Step} */
async function initials(index, climb) {
  const letters = [...climb.letters];
  if (letters.length < 2 || letters.length > LONGEST) return null;
  const hits = await index.phrase([...(letters.length < 3 ? ["*^"] : []), ...letters.map((letter) => `*${letter}`)]);
  if (!count(hits)) return null;
  climb.sounds.push(letters);
  return { said: [], hits };
}

/** @type {Step} characters of the same sound: 孵化气 */
async function homophones(index, climb) {
  const [word, ...others] = climb.words;
  if (others.length || word.tokens.length < 2 || word.tokens.length > LONGEST || !word.tokens.every(isHan)) return null;
  /** @type {Record<string, string>} */
  const table = await index.file("syllables");
  const sounds = word.tokens.map((token) => Object.keys(table).find((syllable) => table[syllable].includes(token)) || "");
  return sounds.every(Boolean) ? sounding(index, climb, [sounds], word.typed) : null;
}

/**
 * Return what names have in the place of a run of characters, one of which is another there: 陆家咀.
 * @param {Index} index
 * @param {Word} word
 * @param {Hits} hits
 * @returns {Promise<Instead[]>}
 */
async function misprinted(index, { tokens }, hits) {
  if (count(hits) || tokens.length < 3 || tokens.length > LONGEST || !tokens.every(isHan)) return [];
  const typed = tokens.map((token) => token.trim());
  for (let wrong = tokens.length - 1; wrong >= 0; wrong -= 1) {
    const [before, behind] = [tokens.slice(0, wrong), tokens.slice(wrong + 1)];
    const kept = before.length < behind.length ? behind : before;
    const held = kept.length > 1 ? await index.phrase(kept) : new Uint8Array(index.size);
    const first = await index.details(index.order(held).slice(0, 3));
    for (const { zh } of first) {
      const at = oneApart([...zh], typed, wrong);
      if (at) return [{ said: at, tokens: [tokensOf(at)] }];
    }
  }
  return [];
}

/** @type {(signs: string[], typed: string[], wrong: number) => string} a stretch that is another in one place only, or "" */
function oneApart(signs, typed, wrong) {
  const at = signs.findIndex((_, i) => i + typed.length <= signs.length && typed.every((sign, k) => (signs[i + k] === sign) !== (k === wrong)));
  return at < 0 ? "" : signs.slice(at, at + typed.length).join("");
}

/**
 * Return the longest parts of a run of characters that are known.
 * @param {Word} word
 * @param {(tokens: string[]) => Promise<boolean>} known
 */
async function longest({ tokens: typed }, known) {
  const tokens = typed.slice(0, LONGEST);
  /** @type {string[][]} */
  const found = [];
  for (let i = 0; tokens.length > 2 && i < tokens.length - 1; ) {
    let n = 1;
    while (i + n < tokens.length && (await known(tokens.slice(i, i + n + 1)))) n += 1;
    if (n > 1) found.push(tokens.slice(i, i + n));
    i += n > 1 ? n : 1;
  }
  return found;
}

/** @type {(index: Index, word: Word) => Promise<Instead[]>} the parts of a run of characters that the index holds */
async function parts(index, word) {
  const found = await longest(word, async (tokens) => count(await index.phrase(tokens)) > 0);
  return found.length ? [{ said: found.map((part) => part.join("").trim()).join(" "), tokens: found }] : [];
}

/**
 * Return what holds each part of a run of characters, or other words for it: 租金补贴 is 租金 and 补贴.
 * @param {Index} index
 * @param {Climb} climb
 */
async function apart(index, { asked: [{ word }], marks }) {
  const found = await longest(word, async (tokens) => count(await index.phrase(tokens)) > 0 || (await synonyms(index, tokens)).length > 0);
  return Promise.all(
    found.map(async (tokens) => {
      const others = await synonyms(index, tokens);
      marks.push(tokens, ...others.flatMap(marked));
      return either(await index.phrase(tokens), ...(await Promise.all(others.map((other) => index.all(other.tokens)))));
    }),
  );
}

/** @type {Step} the records that hold the most of the words */
async function most(index, climb) {
  if (!climb.none) return null;
  const words = climb.asked.length > 1 ? climb.asked.map(({ hits }) => hits) : await apart(index, climb);
  const held = words.filter(count);
  if (words.length < 2 || !held.length) return null;
  const sums = held[0].map((_, i) => held.reduce((sum, hits) => sum + (hits[i] ? 1 : 0), 0));
  const best = sums.reduce((one, other) => Math.max(one, other), 0);
  const said = /** @type {[string, string][]} */ ([[String(best), String(words.length)]]);
  return { said, hits: either(...held).map((hit, i) => (sums[i] === best ? hit : 0)) };
}

/** @type {[string, Step][]} */
export const STEPS = [
  ["synonyms", wordByWord((index, word) => synonyms(index, word.tokens), true)],
  ["synonyms", names],
  ["simplified", wordByWord(simplified)],
  ["numerals", wordByWord(numerals)],
  ["forms", wordByWord(listedWords(forms))],
  ["pinyin", pinyin],
  ["initials", initials],
  ["near", wordByWord(listedWords(near))],
  ["near", homophones],
  ["near", wordByWord(misprinted)],
  ["parts", wordByWord(async (index, word, hits) => (count(hits) ? [] : parts(index, word)))],
  ["most", most],
];
