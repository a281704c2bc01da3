// A text cut into the tokens that are searched, as the index is (generator/exports/search/cutting.py): a Han character, a
// number, a per cent sign, or a word of letters without its plural. A word or number begins with a space.
// @ts-check

/** @typedef {{ token: string, from: number, to: number }} Placed a token, and where it stands in the text */

export const PAUSE = "";
const LETTERS = "a-z\u00df-\u024f\u0370-\u03ff";
const TOKEN = new RegExp(
  "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇\u{20000}-\u{323af}]" +
    `|[0-9]+(?:,[0-9]{3})*(?:[.][0-9]+)*(?![0-9${LETTERS}])|%` +
    `|[0-9${LETTERS}]+(?:['’&][0-9${LETTERS}]+)*` +
    "|[.](?![0-9])|[,;:!?、。\n]",
  "gu",
);
const ENDINGS = [["ies", "y"], ["sses", "ss"], ["shes", "sh"], ["ches", "ch"], ["xes", "x"], ["zes", "z"], ["ss", "ss"], ["us", "us"], ["is", "is"], ["s", ""]];

/**
 * Return an English word without its plural, as far as its ending tells.
 * @param {string} word
 */
export function singular(word) {
  const [ending, one] = (/^[a-z]{3,}s$/.test(word) && ENDINGS.find(([ending]) => word.endsWith(ending))) || ["", ""];
  return word.slice(0, word.length - ending.length) + one;
}

/** @param {string} found */
function token(found) {
  if (/^[.,;:!?、。\n]$/.test(found)) return PAUSE;
  if (found >= "\u3007") return found;
  if (/^[0-9][0-9,.]*$/.test(found)) return ` ${found.replace(/,/g, "")}`;
  return ` ${singular(found.replace(/['’]/g, ""))}`;
}

/**
 * Return the tokens and pauses of a text in composed signs (NFC), each with its place.
 * @param {string} text
 * @returns {Placed[]}
 */
export function placed(text) {
  let folded = "";
  /** @type {number[]} */
  const at = [];
  let from = 0;
  for (const sign of text) {
    const plain = sign.normalize("NFKC").toLowerCase();
    folded += plain;
    for (let i = 0; i < plain.length; i += 1) at.push(from);
    from += sign.length;
  }
  at.push(from);
  return [...folded.matchAll(TOKEN)].map((match) => {
    const start = match.index || 0;
    const end = start + match[0].length;
    return { token: token(match[0]), from: at[start], to: Math.max(at[end], at[end - 1] + 1) };
  });
}

/**
 * Return the tokens of a text, and its pauses.
 * @param {string} text
 */
export function cut(text) {
  return placed(text.normalize("NFC")).map(({ token }) => token);
}

/**
 * Return tokens as a name is looked for in the whole: without anything between them.
 * @param {string[]} tokens
 */
export function joined(tokens) {
  return tokens.join("").replace(/ /g, "");
}

/** @param {string} token */
export function isHan(token) {
  return token !== PAUSE && !token.startsWith(" ");
}

/**
 * Return whether tokens side by side are one term of the index: with Han among them, numbers, or a number and its unit.
 * @param {string[]} tokens
 */
export function together(tokens) {
  if (tokens.some(isHan)) return true;
  const words = tokens.map((each) => !/^ (?:[0-9.]+|%)$/.test(each));
  return !words.includes(true) || (words.length === 2 && !words[0]);
}
