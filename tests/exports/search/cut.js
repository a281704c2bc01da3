// Cut texts: node cut.js TEXTS TOKENS, files of JSON.
import { readFileSync, writeFileSync } from "node:fs";

import { cut } from "../../../site_templates/static/cut.js";

const [texts, tokens] = process.argv.slice(2);
writeFileSync(tokens, JSON.stringify(JSON.parse(readFileSync(texts, "utf-8")).map(cut)));
