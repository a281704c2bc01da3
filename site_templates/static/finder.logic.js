// What a reader typed, as words and readings; how the lists of the index are read; where words stand in a text. Knows
// neither files nor a page, and no lookbehind in a pattern: Safari reads it from 16.4 only.
// @ts-check

import { PAUSE, cut, isHan, placed } from "./cut.js";

/**
 * @typedef {{ typed: string, tokens: string[] }} Word what was typed between two spaces, and its tokens
 * @typedef {{ words: Word[], whole: string[], letters: string }} Query whole: all its tokens, as a name; letters: all of it,
 * where it may be pinyin or initials
 * @typedef {[start: number, end: number]} Place
 * @typedef {Uint8Array} Hits for each record how well it answers: NAME and WHOLE for its names, TEXT for the rest, or 0
 */

export const [TEXT, NAME, WHOLE] = [1, 2, 3];
/** @typedef {[from: string, name: string, words: string]} State what a plan is from a day on ("": from the beginning) */

const LONGEST = 200; // signs of a query
const MOST = 16; // words of a query
const WEAK = new Set([" and", " by", " for", " in", " of", " on", " the", " to", " with"]);
const MAGNITUDES = new Map([["bn", " billion"], ["mn", " million"], ["m", " million"], ["tn", " trillion"]]);

/**
 * Return a text with units as this site writes them, so that written-out ones find the same.
 * @param {string} text
 */
function units(text) {
  return text
    .replace(/square\s+kilomet(?:re|er)s?/gi, "km2")
    .replace(/square\s+met(?:re|er)s?|\bsqm\b/gi, "m2")
    .replace(/(\d)\s*per\s?cent/gi, "$1%")
    .replace(/\byuan\b|\bCNY\b/gi, "RMB")
    .replace(/(\d)(m|\s*[bmt]n)(?![a-z\d²])/gi, (_, digit, letters) => `${digit}${MAGNITUDES.get(letters.trim().toLowerCase())}`)
    .replace(/(\d)\s+(?=(?:b|m|tr)illion)/gi, "$1\u00a0");
}

/**
 * Return a text without tone marks and tone numbers: jīnqiáo, jin1qiao2.
 * @param {string} text
 */
function withoutTones(text) {
  const plain = text.normalize("NFD").replace(/[\u0300\u0301\u0304\u030c]/g, "").replace(/u\u0308/g, "v").normalize("NFC");
  return /^(?:[a-z]+[1-5][\s']*)+$/i.test(plain) ? plain.replace(/[1-5]/g, " ") : plain;
}

/**
 * Return a query as words; what is longer than the box takes is cut. A space or a pause parts words; words that say
 * little count only where there are no others.
 * @param {string} query
 * @returns {Query}
 */
export function parse(query) {
  const text = withoutTones(query.slice(0, LONGEST));
  const words = units(text).split(/[^\S\u00a0]+/).flatMap((piece) => parted(piece)).slice(0, MOST);
  const strong = words.filter(({ tokens }) => !WEAK.has(tokens.join("")));
  const letters = text.toLowerCase().replace(/[\s'’]/g, "");
  const whole = parted(text).flatMap(({ tokens }) => tokens);
  return { words: strong.length ? strong : words, whole, letters: /^[a-z]+$/.test(letters) ? letters : "" };
}

/**
 * Return the words of a piece without spaces.
 * @param {string} piece
 * @returns {Word[]}
 */
function parted(piece) {
  const text = piece.normalize("NFC").replace(/\u00a0/g, " ");
  /** @type {Word[]} */
  const words = [];
  /** @type {import("./cut.js").Placed[]} */
  let held = [];
  for (const each of [...placed(text), { token: PAUSE, from: 0, to: 0 }]) {
    if (each.token !== PAUSE) held.push(each);
    else if (held.length) {
      words.push({ typed: text.slice(held[0].from, held[held.length - 1].to), tokens: held.map(({ token }) => token) });
      held = [];
    }
  }
  return words;
}

const DIGITS = "〇一二三四五六七八九";
const RANKS = new Map([["十", 10], ["百", 100], ["千", 1000]]);

/**
 * Return tokens with Chinese numerals as Arabic ones, 万 and 亿 left as they are: 一千亿 -> 1000亿.
 * @param {string[]} tokens
 */
export function arabic(tokens) {
  /** @type {(sign: string) => number} */
  const digit = (sign) => (sign === "零" ? 0 : sign === "两" ? 2 : DIGITS.indexOf(sign));
  /** @type {(run: string) => string} */
  const value = (run) => {
    if (![...run].some((sign) => RANKS.has(sign))) return [...run].map(digit).join("");
    let sum = 0;
    /** @type {number | null} */
    let last = null;
    for (const sign of run) {
      const rank = RANKS.get(sign);
      if (rank) [sum, last] = [sum + (last === null ? 1 : last) * rank, null];
      else last = digit(sign);
    }
    return String(sum + (last || 0));
  };
  return cut(tokens.join("").replace(/[〇零一二两三四五六七八九十百千]+/g, value));
}

const SYLLABLE =
  /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uan|uai|van|ai|ei|ao|ou|an|en|in|un|vn|ia|ie|iu|ua|uo|ui|ue|ve|er|a|o|e|i|u|v)/;
const SIGNS = 6; // of the longest syllable: zhuang

/**
 * Return all ways to read letters as pinyin syllables, the longest syllables first; at most a few. The steps are as many
 * as the letters: each ending is read once, whatever stands before it.
 * @param {string} letters
 */
export function readings(letters, limit = 4) {
  /** @type {string[][]} */
  const from = Array.from({ length: letters.length }, () => []);
  from.push([""]);
  for (let at = letters.length - 1; at >= 0; at -= 1) {
    const [longest] = SYLLABLE.exec(letters.slice(at, at + SIGNS)) || [""];
    for (let n = longest.length; n > 0 && from[at].length < limit; n -= 1) {
      const part = letters.slice(at, at + n);
      const [read] = SYLLABLE.exec(part) || [""];
      if (read !== part) continue;
      from[at].push(...from[at + n].slice(0, limit - from[at].length).map((rest) => (rest ? `${part} ${rest}` : part)));
    }
  }
  return letters ? from[0] : [];
}

const ORDER = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
const VALUES = new Map([...ORDER].map((letter, value) => [letter, value]));

/**
 * Return the numbers of a list: five bits a letter, the lowest first, a sixth says that another follows.
 * @param {string} list
 */
export function numbers(list) {
  /** @type {number[]} */
  const found = [];
  let [number, unit] = [0, 1];
  for (const letter of list) {
    const value = VALUES.get(letter) || 0;
    number += (value % 32) * unit;
    unit *= 32;
    if (value < 32) {
      found.push(number);
      [number, unit] = [0, 1];
    }
  }
  return found;
}

/**
 * Return which records a list names, and whether by their names: gaps of twice the record's number, and one for texts.
 * @param {string} list
 * @param {number} size how many records there are
 */
export function listed(list, size) {
  const hits = new Uint8Array(size);
  let at = 0;
  for (const gap of numbers(list)) {
    at += gap;
    hits[at >> 1] = Math.max(hits[at >> 1], at % 2 ? TEXT : NAME);
  }
  return hits;
}

const PLACES = 2 ** 20; // more than a record has

/**
 * Return where a list of places has its term: twice the record's number, and one for texts, times PLACES, and the place.
 * @param {string} list
 */
export function places(list) {
  const steps = numbers(list);
  const found = [];
  let [record, place] = [0, 0];
  for (let i = 0; i < steps.length; i += 2) {
    record += steps[i];
    place = steps[i] || !i ? steps[i + 1] : place + steps[i + 1];
    found.push(record * PLACES + place);
  }
  return found;
}

/**
 * Return the records where terms stand one behind another, each as far on as said.
 * @param {{ at: number, found: number[] }[]} terms
 * @param {number} size how many records there are
 */
export function following(terms, size) {
  const [rarest, ...others] = [...terms].sort((a, b) => a.found.length - b.found.length);
  let starts = rarest.found.map((place) => place - rarest.at);
  for (const { at, found } of others) {
    const there = new Set(found.map((place) => place - at));
    starts = starts.filter((place) => there.has(place));
  }
  const hits = new Uint8Array(size);
  for (const start of starts) {
    const record = Math.floor(start / PLACES);
    hits[record >> 1] = Math.max(hits[record >> 1], record % 2 ? TEXT : NAME);
  }
  return hits;
}

/** @type {(...all: Hits[]) => Hits} what answers all, as well as it answers each */
export function both(...all) {
  const hits = all[0].slice();
  for (const other of all) for (let i = 0; i < hits.length; i += 1) if (other[i] < hits[i]) hits[i] = other[i];
  return hits;
}

/** @type {(...all: Hits[]) => Hits} what answers any */
export function either(...all) {
  const hits = all[0].slice();
  for (const other of all) for (let i = 0; i < hits.length; i += 1) if (other[i] > hits[i]) hits[i] = other[i];
  return hits;
}

/** @type {(day: Date) => string} a day as the index writes it, by the reader's clock */
export function dated(day) {
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
}

/**
 * Return what stands beside a plan on a day: its state; beside what is in it nothing while the plan is in force.
 * @param {State[]} states
 * @param {string} day
 * @param {boolean} itself whether it is the plan
 * @returns {{ name: string, words: string } | null}
 */
export function standing(states, day, itself) {
  const found = states.filter(([from]) => from <= day).pop();
  if (!found || (!itself && found[1] === "in-force")) return null;
  return { name: found[1], words: found[2] };
}

/** @type {(hits: Hits) => number} how many records answer */
export function count(hits) {
  let sum = 0;
  for (let i = 0; i < hits.length; i += 1) if (hits[i]) sum += 1;
  return sum;
}

/**
 * Return the number of a term's file among so many (CRC-32). A whole name stands with other words for it.
 * @param {string} term
 * @param {number} files
 */
export function file(term, files) {
  let sum = -1;
  for (const byte of new TextEncoder().encode(term.replace(/^[=~]+/, ""))) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ((sum ^ -1) >>> 0) % files;
}

const SUFFIX = /(?:ations?|ating|ated|ates?|ors?|ers?|ments?|ings?|ed|ive|ity|al|ly|e)$/;

/**
 * Return the words that begin with a word or with its stem, at most a few.
 * @param {string[]} words
 * @param {string} word
 */
export function forms(words, word, limit = 6) {
  const stem = word.replace(SUFFIX, "");
  const begin = [word, ...(stem.length > 4 ? [stem] : [])];
  return words.filter((each) => each !== word && begin.some((start) => each.startsWith(start))).slice(0, limit);
}

/**
 * Return the words that differ from a word by a letter or two neighbours in the other order, long ones by two; the nearest.
 * @param {string[]} words
 * @param {string} word
 */
export function near(words, word, limit = 2) {
  const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  const apart = words.map((each) => ({ each, far: Math.abs(each.length - word.length) > most ? most + 1 : distance(each, word) }));
  const least = Math.min(most, ...apart.map(({ far }) => far));
  return apart.filter(({ far }) => far && far === least).map(({ each }) => each).slice(0, limit);
}

/** @type {(one: string, other: string) => number} how many letters must change */
function distance(one, other) {
  let [before, row] = [/** @type {number[]} */ ([]), [...other, ""].map((_, i) => i)];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[other.length];
}

/**
 * Return where some words stand in a text, in order, none overlapping.
 * @param {string} text
 * @param {string[][]} words
 * @returns {Place[]}
 */
export function stand(text, words) {
  const all = placed(text);
  /** @type {Place[]} */
  const found = [];
  for (let i = 0; i < all.length; ) {
    const fits = words.filter((tokens) => tokens.length && tokens.every((token, k) => all[i + k] && all[i + k].token === token));
    const length = Math.max(0, ...fits.map((tokens) => tokens.length));
    if (length) found.push([all[i].from, all[i + length - 1].to]);
    i += length || 1;
  }
  return found;
}

/**
 * Return where Han characters of a name stand that are read as asked, or by their first letters.
 * @param {string} zh the name
 * @param {string} reading its syllables, one a character
 * @param {string[]} asked syllables or letters
 * @returns {Place[]}
 */
export function read(zh, reading, asked) {
  const syllables = reading.split(" ");
  const han = placed(zh).filter(({ token }) => isHan(token));
  if (!asked.length || han.length !== syllables.length) return [];
  const start = syllables.findIndex((_, i) => asked.every((part, k) => syllables[i + k] === part || (part.length === 1 && syllables[i + k] && syllables[i + k][0] === part)));
  return start < 0 ? [] : asked.map((_, i) => [han[start + i].from, han[start + i].to]);
}

/**
 * Return a text cut to where the first of some places stands, in pieces, those places marked.
 * @param {string} text
 * @param {Place[]} found
 * @param {number} length
 * @returns {{ text: string, marked: boolean }[]}
 */
export function excerpt(text, found, length) {
  const first = found.length ? found[0][0] : -1;
  let start = first > length / 2 ? first - Math.floor(length / 3) : 0;
  const space = text.indexOf(" ", start);
  if (start > 0 && space >= 0 && space < Math.min(start + 16, first)) start = space + 1;
  const end = Math.min(start + length, text.length);
  const pieces = [{ text: start > 0 ? "…" : "", marked: false }];
  let position = start;
  for (const [from, to] of found) {
    if (from < position || to > end) continue;
    pieces.push({ text: text.slice(position, from), marked: false }, { text: text.slice(from, to), marked: true });
    position = to;
  }
  pieces.push({ text: text.slice(position, end), marked: false }, { text: end < text.length ? "…" : "", marked: false });
  return pieces.filter((piece) => piece.text);
}
