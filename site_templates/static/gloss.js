// The gloss of a term in a text. text.js fetches this when a reader asks for one.
// @ts-check

import { closeBox, element } from "./dom.js";
import { onKey } from "./keys.js";

/** @typedef {{ id: string, zh: string, en: string, pinyin: string, explanation: { zh: string, en: string } }} Term */

/** @type {Promise<Term[]> | undefined} */
let terms;
const box = element("dialog", "glossbox");
document.body.append(box);

/** @type {(words: string, className: string, lang?: string) => HTMLParagraphElement} */
const line = (words, className, lang) => {
  const node = element("p", className, words);
  if (lang) node.lang = lang;
  return node;
};

/**
 * Show the gloss of a term that a link leads to.
 * @type {(link: HTMLAnchorElement, glossary: string) => Promise<void>}
 */
export async function show(link, glossary) {
  if (!terms) terms = fetch(glossary).then((answer) => answer.json());
  const id = link.hash.replace("#term-", "");
  const term = (await terms).find((entry) => entry.id === id);
  if (!term) throw new RangeError(`no term ${id}`);
  const language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  const more = element("a", "", "→");
  more.href = link.href;
  more.setAttribute("aria-label", term[language]);
  const name = line(`${term.zh} `, "glossbox__name", "zh-CN");
  name.append(more);
  box.replaceChildren(name, line(term.pinyin, "pinyin", "zh-Latn"), line(term.en, "", "en"), line(term.explanation[language], ""));
  box.setAttribute("open", "");
  box.addEventListener("close", () => link.focus(), { once: true });
  more.focus();
}

onKey(document, (event) => {
  if (event.key === "Escape") closeBox(box);
});
document.addEventListener("click", (event) => {
  if (event.target instanceof Element && !box.contains(event.target) && !event.target.closest(".gloss")) closeBox(box);
});
