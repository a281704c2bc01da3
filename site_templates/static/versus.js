// One park against the others: picks out the dots of the park that the reader chooses and says what it aims for. Without
// this script every line still names its parks and figures.
// @ts-check

import { all, maybe, one } from "./dom.js";

/** @type {(dot: SVGElement) => number} */
const at = (dot) => parseFloat(dot.getAttribute("cx") ?? "0");

/** @type {(line: HTMLElement, park: string, name: string, words: Record<string, string>) => void} */
function pick(line, park, name, words) {
  const dots = all(line, ".dot", SVGElement);
  const own = dots.filter(({ dataset }) => dataset.park === park);
  for (const dot of dots) dot.classList.toggle("dot--own", dot.dataset.park === park);
  for (const named of all(line, ".versus__named [data-park]", HTMLElement)) named.classList.toggle("own", named.dataset.park === park);
  const last = own[own.length - 1];
  const place = last ? String(dots.filter((dot) => at(dot) > at(last)).length + 1) : ""; // equal ones share a place
  one(line, "[data-versus-own]", HTMLElement).textContent = last
    ? words.wordsPlace
        .replace("{park}", last.dataset.whose ?? name)
        .replace("{figure}", last.dataset.figure ?? "")
        .replace("{place}", place)
        .replace("{n}", String(dots.length))
    : words.wordsNone;
}

const section = maybe(document, "[data-versus]", HTMLElement);
if (section) {
  const choice = one(section, "[data-versus-park]", HTMLSelectElement);
  const show = () => {
    for (const line of all(section, ".versus__line", HTMLElement)) pick(line, choice.value, choice.selectedOptions[0].text, /** @type {Record<string, string>} */ (section.dataset));
  };
  // Begins with the park that most lines hold.
  const lines = [...choice.options].map(({ value }) => all(section, `.dot[data-park="${value}"]`, SVGElement).length);
  choice.selectedIndex = lines.indexOf(Math.max(...lines));
  choice.addEventListener("change", show);
  show();
  one(section, ".versus__choice", HTMLElement).hidden = false;
}
