/* The results as a table for a spreadsheet. */

import { TIER_NAMES } from "./view.js";

const HEAD = ["序号", "报告", "机关", "年度", "省", "市", "县区", "匹配", "段落数", "摘录", "网址"];

/** A cell; what a spreadsheet would take for a formula gets an apostrophe. */
function cell(value) {
  const text = String(value ?? "");
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
}

/** @returns {string} CSV with a byte-order mark, which spreadsheets need for Chinese */
export function asCsv(results, siteUrl) {
  const rows = results.map(({ document, tier, count, hits, opening }, index) => {
    const line = hits[0]?.line ?? opening;
    const [county = "", city = "", province = ""] = document.region ?? [];
    const address = new URL(line ? `${document.url}#${line.anchor}` : document.url, siteUrl).href;
    return [
      index + 1,
      document.title,
      document.agency[1],
      document.year,
      province,
      city,
      county,
      TIER_NAMES[tier],
      count,
      line?.text,
      address,
    ];
  });
  return `\ufeff${[HEAD, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Offer a text as a file. */
export function download(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
