// Ask the index in a folder: node ask.js FOLDER QUERIES, a file of JSON: [language, query, {kind, park, plan}, day] each.
// Prints what is found of each, and which files were asked for.
import { readFileSync, writeFileSync } from "node:fs";

import { Finder } from "../../../site_templates/static/finder.js";

const [folder, queries, answers] = process.argv.slice(2);
let files = [];
async function get(name) {
  files.push(name);
  return JSON.parse(readFileSync(`${folder}/search/${name}`, "utf-8"));
}
const answered = [];
for (const [language, query, chosen, day] of JSON.parse(readFileSync(queries, "utf-8"))) {
  const finder = await new Finder(get, language, day).load();
  files = [];
  const found = await finder.find(query, chosen);
  const metas = await found.details(0, 12);
  const counts = Object.fromEntries(Object.entries(found.counts).map(([facet, each]) => [facet, Object.fromEntries(each)]));
  answered.push({ ...found, counts, shown: metas.map((meta) => ({ ...meta, step: found.groups[meta.group].step })), offers: await found.offers(), files });
}
writeFileSync(answers, JSON.stringify(answered));
