// Rows of a table as a CSV file that any spreadsheet opens as it is and that runs nothing there.
// @ts-check

// A spreadsheet runs a cell that begins as a formula, and takes others for dates and numbers: such text gets a mark before
// it. The same as generator/exports/data/cells.py, which says why; both are held by tests/scripts/cells.json.
const FORMULA = /^[=+\-@\t\r\n']/;
const MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?";
const TAKEN = new RegExp(
  `^(?:${[
    "\\d{1,4}([/-])\\d{1,4}(\\1\\d{1,4})?",
    "\\d{1,2}\\.\\d{1,2}(\\.(\\d{1,4})?)?|\\d{4}\\.\\d{1,2}\\.\\d{1,2}",
    "\\d{1,4}(:\\d{1,2}){1,2}(\\.\\d+)?( ?[ap]m?)?|\\d{1,2} [ap]m?",
    "\\d+ \\d+/\\d+",
    `(\\d{1,2}[ /-]?)?${MONTH}[ ./,-]*\\d{1,4}(, ?\\d{4}| \\d{4})?|\\d{1,2}[ /-]?${MONTH}`,
    "(\\d{2,4}年)?\\d{1,2}月(\\d{1,2}[日号])?|\\d{1,2}[时時]\\d{1,2}分(\\d{1,2}秒)?",
    "true|false",
  ].join("|")})$`,
  "i",
);
const NUMBER = /^\(?[$€£¥]?(\d[\d,]*\.?\d*|\.\d+)(e[+-]?\d+)?%?\)?$/i;
const PLAIN = /^[$€£¥]?(0|[1-9]\d*|[1-9]\d{0,2}(,\d{3})+)(\.\d*[1-9])?%?$/;
const KEPT = 15;

/** @param {string} text */
function changes(text) {
  const seen = text.normalize("NFKC");
  if (FORMULA.test(seen)) return true;
  const bare = seen.trim();
  if (NUMBER.test(bare) && !(PLAIN.test(bare) && bare.replace(/\D/g, "").length <= KEPT)) return true;
  return TAKEN.test(bare);
}

/**
 * Return text as it stands in a cell.
 * @param {string} value
 */
export function text(value) {
  return changes(value) ? `'${value}` : value;
}

const NEGATIVE = /^-(?:0|[1-9]\d{0,14})(?:\.\d*[1-9])?$/; // what a page holds is text, numbers too

/** @param {unknown} value */
function cell(value) {
  const plain = String(value ?? "");
  const safe = typeof value === "number" || NEGATIVE.test(plain) ? plain : text(plain);
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/**
 * Return the text of a CSV file (RFC 4180), with the mark that makes Excel read it as UTF-8.
 * @param {unknown[][]} rows
 */
export function csv(rows) {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

/**
 * Hand rows of words and numbers, the headings first, to the reader as a file.
 * @param {string} filename
 * @param {unknown[][]} rows
 */
export function downloadCsv(filename, rows) {
  const url = URL.createObjectURL(new Blob([csv(rows)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = filename;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
