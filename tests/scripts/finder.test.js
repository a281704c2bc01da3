import * as finder from "../../site_templates/static/finder.logic.js";
import { cases } from "./cases.js";

const names = { names: "", reading: "", text: "", other: "" };

cases("finder", {
  ...finder,
  words: (query) => finder.parse(query).words,
  pinyin: (query) => finder.parse(query).pinyin,
  found: (text, query) => finder.places(text, query).map(([from, to]) => text.slice(from, to)),
  tier: (meta, query) => finder.tier({ ...names, ...meta }, finder.parse(query)),
  excerpt: (text, found, length) => finder.excerpt(text, found, length).map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join(""),
});
