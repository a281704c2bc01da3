// Finding: from what a reader types to an ordered list. Knows no page; search.js shows what is found.
//
// The index holds one Han character per word (generator/finish/search.py), so a run of them is asked for as a quoted
// phrase. Several words are asked for one by one and their results intersected. Latin letters that can be read as
// pinyin are asked for as syllables too, and those that nothing holds as the initials of syllables. A number with its
// magnitude is one word. Names come first, then targets, tasks and measures, then text.

const FACETS = ["kind", "park", "plan"];
const POOL = 10; // of each kind, how many are looked at to be put in order; the rest follow by score
const HAN = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇]/g;
const PAUSE = /[\s\u3000、；;：:。！？!?…]+|(?<!\d)[,，]|[,，](?!\d)/; // the index has a break there (generator/finish/search.py)
const SAME = { yuan: ["yuan", "rmb"], cny: ["cny", "rmb"], sqm: ["m2"] };
const MAGNITUDES = { billion: "billion", bn: "billion", million: "million", mn: "million", m: "million", trillion: "trillion", tn: "trillion" };
const INITIALS = 12; // nobody types the initials of a sentence
const TRUSTED = 5; // of what a word is a part of, how many are looked at to know whether the index meant that word

// The same cutting as in the index.
export function spaced(text) {
  return text
    .normalize("NFKC")
    .replace(/(?<=\d),(?=\d{3})/g, "")
    .replace(/[^\p{L}\p{N}\p{M}\s.%]+/gu, " ")
    .replace(/(?<!\d)\.|\.(?!\d)/g, " ")
    .replace(HAN, " $& ")
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .join(" ");
}

const SYLLABLE =
  /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uan|uai|van|ai|ei|ao|ou|an|en|in|un|vn|ia|ie|iu|ua|uo|ui|ue|ve|er|a|o|e|i|u|v)/;

// All ways to read letters as pinyin syllables, the longest syllables first; at most a few.
export function readings(letters, limit = 4) {
  const found = [];
  const walk = (rest, done) => {
    if (found.length >= limit) return;
    if (!rest) {
      found.push(done.join(" "));
      return;
    }
    const longest = SYLLABLE.exec(rest)?.[0] ?? "";
    for (let n = longest.length; n > 0; n -= 1) {
      const part = rest.slice(0, n);
      if (SYLLABLE.exec(part)?.[0] === part && /[aeiouv]/.test(part)) walk(rest.slice(n), [...done, part]);
    }
  };
  walk(letters, []);
  return found;
}

// Units as this site writes them, so that written-out ones find the same.
function units(text) {
  return text
    .replace(/square\s+kilomet(?:re|er)s?/gi, "km2")
    .replace(/square\s+met(?:re|er)s?/gi, "m2")
    .replace(/(?<=\d)\s*(?:per\s?cent|％)/gi, "%")
    .replace(/(?<=\d)(?:[bmt]n|m)(?![a-z\d²])/gi, (letters) => ` ${MAGNITUDES[letters.toLowerCase()]}`);
}

// A number and the magnitude after it become one word: 100, billion -> 100 billion.
function amounts(words) {
  return words.reduce((done, word) => {
    if (Object.hasOwn(MAGNITUDES, word) && word !== "m" && /^[\d.]+$/.test(done.at(-1) ?? "")) done.push(`${done.pop()} ${MAGNITUDES[word]}`);
    else done.push(word);
    return done;
  }, []);
}

const DIGITS = "〇一二三四五六七八九";
const RANKS = { 十: 10, 百: 100, 千: 1000 };

// A word with its Chinese numerals as Arabic ones, 万 and 亿 left as they are: 一千亿 -> 1000 亿.
function arabic(word) {
  const digit = (sign) => (sign === "零" ? 0 : sign === "两" ? 2 : DIGITS.indexOf(sign));
  const value = (run) => {
    if (![...run].some((sign) => sign in RANKS)) return [...run].map(digit).join("");
    let [sum, last] = [0, null];
    for (const sign of run) {
      if (sign in RANKS) [sum, last] = [sum + (last ?? 1) * RANKS[sign], null];
      else last = digit(sign);
    }
    return String(sum + (last ?? 0));
  };
  return spaced(word.replace(/(?<=[\u3400-\u9fff〇]) (?=[\u3400-\u9fff〇])/g, "").replace(/[〇零一二两三四五六七八九十百千]+/g, value));
}

// Tone marks and tone numbers go: jīnqiáo, jin1qiao2.
function withoutTones(text) {
  const plain = text.normalize("NFD").replace(/[\u0300-\u0301\u0304\u030c]/g, "").replace(/u\u0308/g, "v").normalize("NFC");
  return /^(?:[a-z]+[1-5][\s']*)+$/i.test(plain) ? plain.replace(/[1-5]/g, " ") : plain;
}

function singular(word) {
  if (!/^[a-z]{4,}s$/.test(word) || /(?:ss|us|is)$/.test(word)) return "";
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return /(?:[sxz]|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

// The phrases of which one must be found for a word. Short words and numbers stand for themselves, not for longer ones.
function phrases(word) {
  if (word.includes(" ") || word.length < 4 || /^\d/.test(word)) return (SAME[word] ?? [word]).map((each) => `"${each}"`);
  return [...(SAME[word] ?? [word]), singular(word)].filter(Boolean);
}

// A query as words and as readings. words: as typed, cut
export function parse(query) {
  const words = amounts(withoutTones(units(query)).toLowerCase().split(PAUSE).map(spaced).filter(Boolean));
  const letters = words.length && words.every((word) => /^[a-z ]+$/.test(word)) ? words.join("").replaceAll(" ", "") : "";
  return { key: words.join(" "), words, letters, pinyin: letters ? readings(letters) : [] };
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const BETWEEN = "[\\s“”‘’\"'《》〈〉〔〕\\[\\]()（）【】·,，、—–-]{0,3}";

// A pattern that finds a word as it is printed: brackets and quotation marks inside, grouped digits, the plural.
function pattern(word) {
  if (Object.hasOwn(SAME, word)) return `(?<![a-z])(?:${SAME[word].join("|")})(?![a-z])`;
  const parts = word.split(" ").map((part) => {
    if (/^\d+$/.test(part)) return `(?<![\\d.])${[...part].join("[,，]?")}(?![\\d,]*\\d)`;
    if (/^[a-z]/.test(part)) return `(?<![a-z])${escaped(singular(part) && part.endsWith("ies") ? singular(part).slice(0, -1) : singular(part) || part)}${part.length < 4 ? "(?![a-z])" : "[a-z]*"}`;
    return escaped(part);
  });
  return parts.join(BETWEEN);
}

// Where the words of a query stand in a text: pairs of start and end, in order, none overlapping.
export function places(text, query) {
  const { words } = typeof query === "string" ? parse(query) : query;
  const folded = text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (sign) => sign.normalize("NFKC")).toLowerCase();
  if (!words.length || folded.length !== text.length) return [];
  return [...folded.matchAll(new RegExp(words.map(pattern).join("|"), "g"))].filter((m) => m[0]).map((m) => [m.index, m.index + m[0].length]);
}

// Where Han characters stand whose reading was asked for. zh: the name; reading: its syllables, one a character.
export function read(zh, reading, query) {
  const { pinyin, letters } = typeof query === "string" ? parse(query) : query;
  const syllables = reading.split(" ");
  const at = [...zh.matchAll(HAN)].map((match) => match.index);
  if (!letters || at.length !== syllables.length) return [];
  for (const each of [...pinyin.map((one) => one.split(" ")), null]) {
    const wanted = each ?? [...letters];
    const same = (start) => wanted.every((part, i) => (each ? syllables[start + i] === part : syllables[start + i]?.[0] === part));
    const start = syllables.findIndex((_, i) => i + wanted.length <= syllables.length && same(i));
    if (start >= 0 && (each || wanted.length > 1)) return wanted.map((_, i) => [at[start + i], at[start + i] + 1]);
  }
  return [];
}

// How well a thing's names answer: 0 is the name itself, 1 holds it, 2 holds its words, 3 the text does, 4 neither.
function tier(meta, query) {
  const names = meta.names.split("\n").map((name) => spaced(name).toLowerCase());
  const syllables = meta.reading;
  const joined = syllables.replaceAll(" ", "");
  const initials = syllables.replace(/(\S)\S* ?/g, "$1");
  const bare = (name) => name.replace(/ 园$| park$/, "");
  if (names.some((name) => name === query.key || bare(name) === bare(query.key))) return 0;
  if (query.letters && (initials === query.letters || joined === query.letters)) return 0;
  if (query.initials) return initials.startsWith(query.letters) ? 1 : 2;
  const whole = new RegExp(query.words.map(pattern).join(" "));
  if (names.some((name) => whole.test(name)) || query.pinyin.some((reading) => ` ${syllables} `.includes(` ${reading} `))) return 1;
  const each = query.words.map((word) => new RegExp(pattern(word)));
  if (each.length && names.some((name) => each.every((one) => one.test(name)))) return 2;
  const text = spaced(`${meta.text} ${meta.other}`).toLowerCase();
  return whole.test(text) ? 3 : 4;
}

// The parks that a word names: 金桥, 金桥园, Jinqiao.
function named(parks, word) {
  const bare = (name) => spaced(name).toLowerCase().replaceAll(" ", "").replace(/园$|park$/, "");
  const wanted = word.replaceAll(" ", "").replace(/园$/, "");
  return [...parks].filter(([, names]) => names.some((name) => bare(name) === wanted)).map(([id]) => id);
}

// Initials as the index has them (generator/finish/search.py); two letters are looked for where a name begins.
const marked = (letters) => [...(letters.length < 3 ? "0" : ""), ...letters].map((letter) => `${letter}0`).join(" ");

// Whether a result holds some words, or words that begin with them. end: what stands behind them
async function holds(result, words, end) {
  const { content } = await result.data();
  return ` ${spaced(content).toLowerCase()} `.includes(` ${words}${end}`);
}

export class Finder {
  // kinds: in their order, each with the group it is listed in where no name decides (`target:0`), spaces between
  constructor(address, kinds) {
    this.address = address;
    this.groups = new Map(kinds.split(" ").map((pair) => pair.split(":")).map(([kind, group]) => [kind, Number(group)]));
    this.kinds = [...this.groups.keys()];
  }

  // Fetches the index; afterwards it is known of everything what kind, park and plan it is of.
  load() {
    this.loading ??= import(this.address).then(async (pagefind) => {
      await pagefind.options({ excerptLength: 1 });
      await pagefind.init();
      this.facets = new Map();
      this.values = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
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
    });
    return this.loading;
  }

  // What answers one of some phrases. The index leaves out signs inside numbers (5.5% answers to 55 too), and answers an
  // unquoted word that it lacks with the nearest shorter one: such answers are looked at.
  async ids(asked) {
    const found = new Map();
    for (const phrase of asked) {
      let { results } = await this.pagefind.search(phrase);
      if (/[.%]/.test(phrase)) {
        const held = await Promise.all(results.map((result) => holds(result, phrase.replaceAll('"', ""), " ")));
        results = results.filter((_, i) => held[i]);
      } else if (!phrase.startsWith('"') && results.length && !(await this.pagefind.search(`"${phrase}"`)).results.length) {
        const held = await Promise.all(results.slice(0, TRUSTED).map((result) => holds(result, phrase, "")));
        if (!held.some(Boolean)) results = [];
      }
      for (const result of results) {
        if ((found.get(result.id)?.score ?? -1) < result.score) found.set(result.id, result);
      }
    }
    return found;
  }

  // What holds a word, and the form it is held in: as typed, else with Arabic numerals.
  async holding(word) {
    for (const form of new Set([word, arabic(word)])) {
      const set = await this.ids(phrases(form));
      if (set.size) return [form, set];
    }
    return [word, new Map()];
  }

  // Everything that answers a query. query: with its words as they were found; missing: the words that nothing holds;
  // own: the words that name no park
  async hits(asked) {
    const query = { ...asked, words: [], initials: false };
    const sets = [];
    const missing = [];
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
    const hits = new Map();
    for (const [id, result] of sets[0] ?? []) {
      if (sets.every((set) => set.has(id))) hits.set(id, { ...sets.map((set) => set.get(id)).find((r) => r.data) ?? result });
    }
    if (query.pinyin.length) {
      for (const [id, result] of await this.ids(query.pinyin.map((reading) => `"${reading}"`))) if (!hits.has(id)) hits.set(id, result);
    }
    if (!hits.size && query.letters.length > 1 && query.letters.length <= INITIALS) {
      query.initials = true;
      for (const [id, result] of await this.ids([`"${marked(query.letters)}"`])) hits.set(id, result);
    }
    return { hits: [...hits.values()].filter((hit) => hit.data), missing: hits.size ? [] : missing, own, query };
  }

  // An ordered list of results; the details of a stretch of it are fetched when they are to be shown.
  // chosen: { kind, park, plan }, each an id or ""
  async find(text, chosen = {}) {
    await this.load();
    const { hits, missing, own, query } = await this.hits(parse(text));
    const facets = (hit) => this.facets.get(hit.id) ?? {};
    const fits = (hit, but) => FACETS.every((facet) => facet === but || !chosen[facet] || facets(hit)[facet] === chosen[facet]);
    const counts = Object.fromEntries(FACETS.map((facet) => [facet, this.counts(hits.filter((hit) => fits(hit, facet)), facet)]));
    const kept = hits.filter((hit) => fits(hit)).sort((a, b) => b.score - a.score);
    const seen = {};
    const pool = kept.filter((hit) => (seen[facets(hit).kind] = (seen[facets(hit).kind] ?? 0) + 1) <= POOL);
    const asked = own.length ? { ...query, words: own, key: own.join(" ") } : query;
    const placed = await Promise.all(pool.map(async (hit) => ({ hit, meta: (await hit.data()).meta })));
    const key = ({ hit, meta }) => [tier(meta, asked), 0, hit.score, Number(meta.rank)];
    const order = (name, kind) => (name < 3 ? this.kinds.indexOf(kind) : this.groups.get(kind));
    const ranked = placed.map((one) => ({ ...one, key: key(one) })).map((one) => {
      one.key[1] = order(one.key[0], one.meta.kind);
      return one;
    });
    ranked.sort((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1] || b.key[2] - a.key[2] || a.key[3] - b.key[3]);
    const first = new Set(pool.map((hit) => hit.id));
    const rest = kept.filter((hit) => !first.has(hit.id)).sort((a, b) => this.groups.get(facets(a).kind) - this.groups.get(facets(b).kind) || b.score - a.score);
    const all = [...ranked.map((one) => one.hit), ...rest];
    const details = async (from, to) => Promise.all(all.slice(from, to).map(async (hit) => (await hit.data()).meta));
    return { total: all.length, found: hits.length, counts, missing, query, details };
  }

  counts(hits, facet) {
    const counts = new Map();
    for (const hit of hits) {
      const value = this.facets.get(hit.id)?.[facet];
      if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  }
}
