/* The results as a table for a spreadsheet. */

import { csvText, download } from "./csv.js";
import { TIER_NAMES } from "./view.js";

const HEAD = ["序号", "报告", "机关", "年度", "省", "市", "县区", "匹配", "段落数", "摘录", "网址"];

/** Offer the results, in their order, as a file. */
export function downloadResults(results, siteUrl, name) {
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
  download(csvText([HEAD, ...rows]), name);
}
