// What a reader typed, as words and readings; where they stand in a text; how well a name answers them. Knows neither
// the index nor a page, and no lookbehind in a pattern: Safari reads it from 16.4 only.
// @ts-check

/**
 * @typedef {object} Query
 * @property {string} key the words in one line
 * @property {string[]} words as typed, cut
 * @property {string} letters all of it, where it may be pinyin or initials
 * @property {string[]} pinyin its readings
 * @property {boolean} [initials] whether it was read as initials
 *
 * @typedef {object} Names what a thing is called: names one a line, the reading of its Chinese name, its text
 * @property {string} names
 * @property {string} reading
 * @property {string} text
 * @property {string} other
 *
 * @typedef {[start: number, end: number]} Place
 */

const LONGEST = 200; // signs of a query
const HAN = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇]/g;
/** @type {Record<string, string[]>} */
const SAME = { yuan: ["yuan", "rmb"], cny: ["cny", "rmb"], sqm: ["m2"] };
const MAGNITUDES = new Map([
  ["billion", "billion"],
  ["bn", "billion"],
  ["million", "million"],
  ["mn", "million"],
  ["m", "million"],
  ["trillion", "trillion"],
  ["tn", "trillion"],
]);

/**
 * Return a text cut into words as the index is (generator/exports/search).
 * @param {string} text
 */
export function spaced(text) {
  return text
    .normalize("NFKC")
    .replace(/(\d),(?=\d{3})/g, "$1")
    .replace(/[^\p{L}\p{N}\p{M}\s.%]+/gu, " ")
    .replace(/(\d?)\.(?=(\d?))/g, (dot, before, after) => (before && after ? dot : `${before} `))
    .replace(HAN, " $& ")
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .join(" ");
}

/**
 * Return the parts of a text between pauses: the index has a break there. A comma between digits is none.
 * @param {string} text
 */
function parted(text) {
  return text
    .replace(/(\d?)[,，](?=(\d?))/g, (comma, before, after) => (before && after ? comma : `${before} `))
    .split(/[\s\u3000、；;：:。！？!?…]+/);
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
    const longest = SYLLABLE.exec(letters.slice(at, at + SIGNS))?.[0] ?? "";
    for (let n = longest.length; n > 0 && from[at].length < limit; n -= 1) {
      const part = letters.slice(at, at + n);
      if (SYLLABLE.exec(part)?.[0] !== part) continue;
      from[at].push(...from[at + n].slice(0, limit - from[at].length).map((rest) => (rest ? `${part} ${rest}` : part)));
    }
  }
  return letters ? from[0] : [];
}

/**
 * Return a text with units as this site writes them, so that written-out ones find the same.
 * @param {string} text
 */
function units(text) {
  return text
    .replace(/square\s+kilomet(?:re|er)s?/gi, "km2")
    .replace(/square\s+met(?:re|er)s?/gi, "m2")
    .replace(/(\d)\s*(?:per\s?cent|％)/gi, "$1%")
    .replace(/(\d)([bmt]n|m)(?![a-z\d²])/gi, (_, digit, letters) => `${digit} ${MAGNITUDES.get(letters.toLowerCase())}`);
}

/**
 * Return words with a number and the magnitude after it as one: 100, billion -> 100 billion.
 * @param {string[]} words
 */
function amounts(words) {
  /** @type {string[]} */
  const done = [];
  for (const word of words) {
    const magnitude = word === "m" ? undefined : MAGNITUDES.get(word);
    if (magnitude && /^[\d.]+$/.test(done[done.length - 1] ?? "")) done.push(`${done.pop()} ${magnitude}`);
    else done.push(word);
  }
  return done;
}

const DIGITS = "〇一二三四五六七八九";
const RANKS = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);

/**
 * Return a word with its Chinese numerals as Arabic ones, 万 and 亿 left as they are: 一千亿 -> 1000 亿.
 * @param {string} word
 */
export function arabic(word) {
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
      if (rank) [sum, last] = [sum + (last ?? 1) * rank, null];
      else last = digit(sign);
    }
    return String(sum + (last ?? 0));
  };
  return spaced(word.replace(/([\u3400-\u9fff〇]) (?=[\u3400-\u9fff〇])/g, "$1").replace(/[〇零一二两三四五六七八九十百千]+/g, value));
}

/**
 * Return a text without tone marks and tone numbers: jīnqiáo, jin1qiao2.
 * @param {string} text
 */
function withoutTones(text) {
  const plain = text.normalize("NFD").replace(/[\u0300-\u0301\u0304\u030c]/g, "").replace(/u\u0308/g, "v").normalize("NFC");
  return /^(?:[a-z]+[1-5][\s']*)+$/i.test(plain) ? plain.replace(/[1-5]/g, " ") : plain;
}

/** @param {string} word */
function singular(word) {
  if (!/^[a-z]{4,}s$/.test(word) || /(?:ss|us|is)$/.test(word)) return "";
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return /(?:[sxz]|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** @param {string} word */
function same(word) {
  return Object.prototype.hasOwnProperty.call(SAME, word) ? SAME[word] : null;
}

/**
 * Return the phrases of which one must be found for a word. Short words and numbers stand for themselves, not for longer
 * ones.
 * @param {string} word
 */
export function phrases(word) {
  const words = same(word) ?? [word];
  if (word.includes(" ") || word.length < 4 || /^\d/.test(word)) return words.map((each) => `"${each}"`);
  return [...words, singular(word)].filter(Boolean);
}

/**
 * Return a query as words and as readings. What is longer than the box takes is cut.
 * @param {string} query
 * @returns {Query}
 */
export function parse(query) {
  const words = amounts(parted(withoutTones(units(query.slice(0, LONGEST))).toLowerCase()).map(spaced).filter(Boolean));
  const letters = words.length && words.every((word) => /^[a-z ]+$/.test(word)) ? words.join("").replaceAll(" ", "") : "";
  return { key: words.join(" "), words, letters, pinyin: letters ? readings(letters) : [] };
}

/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const BETWEEN = "[\\s“”‘’\"'《》〈〉〔〕\\[\\]()（）【】·,，、—–-]";
const LETTER = /[a-z]/;
const NUMERAL = /[\d.]/;

/**
 * @typedef {object} Pattern how a word is printed: a pattern, and what must not stand before it
 * @property {string} source
 * @property {RegExp | null} not
 */

/**
 * Return how a word of letters, digits or other signs is printed: grouped digits, the plural.
 * @param {string} part
 * @returns {Pattern}
 */
function printed(part) {
  if (/^\d+$/.test(part)) return { source: `${[...part].join("[,，]?")}(?![\\d,]*\\d)`, not: NUMERAL };
  if (!/^[a-z]/.test(part)) return { source: escaped(part), not: null };
  const one = singular(part);
  const stem = one && part.endsWith("ies") ? one.slice(0, -1) : one || part;
  return { source: `${escaped(stem)}${part.length < 4 ? "(?![a-z])" : "[a-z]*"}`, not: LETTER };
}

/**
 * Return how a word is printed, brackets and quotation marks inside it too.
 * @param {string} word
 * @returns {Pattern}
 */
function pattern(word) {
  const others = same(word);
  if (others) return { source: `(?:${others.join("|")})(?![a-z])`, not: LETTER };
  const parts = word.split(" ");
  const made = parts.map(printed);
  const source = made.map((part, i) => {
    if (!i) return part.source;
    // What must not stand before a part cannot where something stands between: then something must.
    const apart = part.not && part.not.test(parts[i - 1].slice(-1));
    return `${BETWEEN}{${apart ? 1 : 0},3}${part.source}`;
  });
  return { source: source.join(""), not: made[0].not };
}

/**
 * Return how words are printed one after another in a cut text.
 * @param {string[]} words
 * @returns {Pattern}
 */
function sequence(words) {
  const made = words.map(pattern);
  return { source: made.map(({ source }) => source).join(" "), not: made.length ? made[0].not : null };
}

/**
 * Return where a pattern is next found in a text.
 * @param {Pattern} pattern
 * @param {string} text
 * @param {number} from
 * @returns {Place | null}
 */
function next({ source, not }, text, from) {
  const search = new RegExp(source, "g");
  search.lastIndex = from;
  for (let found = search.exec(text); found; found = search.exec(text)) {
    const refused = !found[0] || (not && found.index > 0 && not.test(text[found.index - 1]));
    if (!refused) return [found.index, found.index + found[0].length];
    search.lastIndex = found.index + 1;
  }
  return null;
}

/** @type {(pattern: Pattern, text: string) => boolean} */
const holds = (pattern, text) => pattern.source === "" || next(pattern, text, 0) !== null;

/**
 * Return where the words of a query stand in a text, in order, none overlapping.
 * @param {string} text
 * @param {string | Query} query
 * @returns {Place[]}
 */
export function places(text, query) {
  const { words } = typeof query === "string" ? parse(query) : query;
  const folded = text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (sign) => sign.normalize("NFKC")).toLowerCase();
  if (folded.length !== text.length) return [];
  const patterns = words.map(pattern);
  /** @type {Place[]} */
  const found = [];
  for (let from = 0; ; from = found[found.length - 1][1]) {
    const all = patterns.flatMap((each) => next(each, folded, from) ?? []);
    if (!all.length) return found;
    const starts = all.filter((_, i) => i % 2 === 0);
    const first = Math.min(...starts);
    found.push([first, all[2 * starts.indexOf(first) + 1]]);
  }
}

/**
 * Return where Han characters stand whose reading was asked for.
 * @param {string} zh the name
 * @param {string} reading its syllables, one a character
 * @param {string | Query} query
 * @returns {Place[]}
 */
export function read(zh, reading, query) {
  const { pinyin, letters } = typeof query === "string" ? parse(query) : query;
  const syllables = reading.split(" ");
  const at = [...zh.matchAll(HAN)].map((match) => match.index ?? 0);
  if (!letters || at.length !== syllables.length) return [];
  for (const each of [...pinyin.map((one) => one.split(" ")), null]) {
    const wanted = each ?? [...letters];
    /** @type {(start: number) => boolean} */
    const fits = (start) => wanted.every((part, i) => (each ? syllables[start + i] === part : syllables[start + i]?.[0] === part));
    const start = syllables.findIndex((_, i) => i + wanted.length <= syllables.length && fits(i));
    if (start >= 0 && (each || wanted.length > 1)) return wanted.map((_, i) => [at[start + i], at[start + i] + 1]);
  }
  return [];
}

/**
 * Return how well a thing's names answer: 0 is the name itself, 1 holds it, 2 holds its words, 3 the text does, 4 neither.
 * @param {Names} meta
 * @param {Query} query
 */
export function tier(meta, query) {
  const names = meta.names.split("\n").map((name) => spaced(name).toLowerCase());
  const syllables = meta.reading;
  const joined = syllables.replaceAll(" ", "");
  const initials = syllables.replace(/(\S)\S* ?/g, "$1");
  /** @type {(name: string) => string} */
  const bare = (name) => name.replace(/ 园$| park$/, "");
  if (names.some((name) => name === query.key || bare(name) === bare(query.key))) return 0;
  if (query.letters && (initials === query.letters || joined === query.letters)) return 0;
  if (query.initials) return initials.startsWith(query.letters) ? 1 : 2;
  const whole = sequence(query.words);
  if (names.some((name) => holds(whole, name)) || query.pinyin.some((reading) => ` ${syllables} `.includes(` ${reading} `))) return 1;
  const each = query.words.map(pattern);
  if (each.length && names.some((name) => each.every((one) => holds(one, name)))) return 2;
  return holds(whole, spaced(`${meta.text} ${meta.other}`).toLowerCase()) ? 3 : 4;
}

/**
 * Return the parks that a word names: 甲, 甲园, Park A.
 * @param {Map<string, string[]>} parks the names of each
 * @param {string} word
 */
export function named(parks, word) {
  /** @type {(name: string) => string} */
  const bare = (name) => spaced(name).toLowerCase().replaceAll(" ", "").replace(/园$|park$/, "");
  const wanted = word.replaceAll(" ", "").replace(/园$/, "");
  return [...parks].filter(([, names]) => names.some((name) => bare(name) === wanted)).map(([id]) => id);
}

/**
 * Return initials as the index has them; two letters are looked for where a name begins.
 * @param {string} letters
 */
export function marked(letters) {
  return [...(letters.length < 3 ? "0" : ""), ...letters].map((letter) => `${letter}0`).join(" ");
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
