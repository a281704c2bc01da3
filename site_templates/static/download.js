// Rows of a table as a CSV file that any spreadsheet opens as it is and that runs nothing there.
// @ts-check

// A spreadsheet runs a cell that begins so (OWASP, CSV injection); numbers are left as they are.
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** @param {unknown} value */
function cell(value) {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
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
