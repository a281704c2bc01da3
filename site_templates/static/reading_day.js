// The day of reading in citations.
// @ts-check

// The day of reading, as the reader's own clock has it.
function today() {
  const now = new Date();
  /** @param {number} n */
  const two = (n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// The day of reading in place of the words that stand for it, as a form writes days.
/** @type {Record<string, (text: string, words: string, day: string) => string>} */
const DATED = {
  ris: (text, words, day) => text.replace(words, day.replaceAll("-", "/")),
  csl: (text, words, day) =>
    text.replaceAll(`{"raw": "${words}"}`, `{"date-parts": [[${day.split("-").map(Number).join(", ")}]]}`),
};

/**
 * Return a citation with the day of reading, where its form gives one.
 * @param {HTMLElement} shown
 * @param {string} text
 */
export function dated(shown, text) {
  const words = shown.dataset.accessed;
  if (!words) return text;
  return DATED[shown.dataset.form ?? ""]?.(text, words, today()) ?? text.replace(words, today());
}
