// Ask a site's index queries, as search_sizes.py says: node search_sizes.js SITE LANGUAGE QUERY…
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

import { Finder } from "../site_templates/static/finder.js";

const [site, language, ...queries] = process.argv.slice(2);
const SHOWN = 10; // results that the box shows at first
const TIMES = 5;
const HEADERS = 250; // bytes of each answer
let [bytes, files] = [0, 0];
async function get(name) {
  const content = readFileSync(`${site}/search/${name}`);
  bytes += gzipSync(content).length + HEADERS;
  files += 1;
  return JSON.parse(content);
}
async function main() {
  const code = ["finder.js", "finder.logic.js", "cut.js", "index.js", "ladder.js"].map((name) => gzipSync(readFileSync(new URL(`../site_templates/static/${name}`, import.meta.url))).length + HEADERS);
  await new Finder(get, language).load();
  console.log(`opening: ${((bytes + code.reduce((one, other) => one + other)) / 1000).toFixed(1)} KB, of it code ${(code.reduce((one, other) => one + other) / 1000).toFixed(1)}`);
  for (const query of queries) {
    const finder = await new Finder(get, language).load();
    [bytes, files] = [0, 0];
    const found = await finder.find(query);
    await found.details(0, SHOWN);
    const cold = `${(bytes / 1000).toFixed(1)} KB in ${files}`;
    let least = Infinity; // of several times: other work on the machine does not count
    for (let n = 0; n < TIMES; n += 1) {
      const begun = performance.now();
      await (await finder.find(query)).details(0, SHOWN);
      least = Math.min(least, performance.now() - begun);
    }
    console.log(`${query}\t${cold}\t${least.toFixed(0)} ms\t${found.groups.filter((group) => group.found).map((group) => `${group.step} ${group.found}`).join(", ")}`);
  }
}

main();
