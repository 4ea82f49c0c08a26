/* Tables for a spreadsheet. */

/** A cell (RFC 4180); what a spreadsheet would take for a formula gets an apostrophe, as in `generator/opendata/tabular.py`. */
function cell(value) {
  const text = String(value ?? "");
  return `"${(/^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
}

/** @returns {string} CSV of a list of rows, with a byte-order mark, which spreadsheets need for Chinese */
export function csvText(rows) {
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Offer a text as a file. */
export function download(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
