/* Ways to narrow a search down, with how many of the reports read so far each would leave. */

import { toggled } from "./address.js";
import { el } from "./element.js";

const PARTS = {
  measures: "举措和成效",
  shortcomings: "不足和原因",
  first_responsible: "主要负责人履职",
  next_year_plan: "下一年度安排",
  other: "其他需要报告的情况",
  body: "其他正文",
};
const GROUPS = [
  ["year", "年度"],
  ["region", "地区"],
  ["agency", "机关"],
  ["theme", "主题"],
  ["part", "报告部分"],
  ["figures", "数字"],
];
const FIRST = 8;

/** Group → value → {label, count}: how many results have it. */
function count(results, themes) {
  const counts = Object.fromEntries(GROUPS.map(([name]) => [name, new Map()]));
  const add = (group, value, label) => {
    const entry = counts[group].get(value) ?? { label, count: 0 };
    entry.count += 1;
    counts[group].set(value, entry);
  };
  for (const { document, facets } of results) {
    if (document.year) add("year", String(document.year), `${document.year}年`);
    for (const place of (document.region ?? []).slice(0, 2)) if (place) add("region", place, place);
    add("agency", document.agency[0], document.agency[1]);
    for (const theme of facets.themes) if (themes[theme]) add("theme", theme, themes[theme]);
    for (const kind of facets.kinds) add("part", kind, PARTS[kind] ?? kind);
    if (facets.figures) add("figures", "1", "段落含数字");
  }
  return counts;
}

const order = {
  year: (a, b) => Number(b[0]) - Number(a[0]),
  part: (a, b) => Object.keys(PARTS).indexOf(a[0]) - Object.keys(PARTS).indexOf(b[0]),
};
const byCount = (a, b) => b[1].count - a[1].count || (a[1].label < b[1].label ? -1 : 1);

/**
 * @param {object[]} results those read so far
 * @param {boolean} exact whether these are all
 * @param {{filters: object}} address the search as it is
 * @param {(address: object) => string} href address of a changed search
 */
export function facetsView(results, exact, themes, address, href) {
  const counts = count(results, themes);
  return GROUPS.map(([name, title]) => {
    const chosen = name === "figures" ? (address.filters.figures ? ["1"] : []) : address.filters[name];
    for (const value of chosen)
      if (!counts[name].has(value))
        counts[name].set(value, { label: PARTS[value] ?? themes[value] ?? value, count: 0 });
    const entries = [...counts[name]].sort(order[name] ?? byCount);
    if (entries.length === 0 || (entries.length === 1 && chosen.length === 0)) return null;
    const items = entries.map(([value, entry]) => {
      const on = chosen.includes(value);
      const to = href({ ...address, page: 1, filters: toggled(address.filters, name, value) });
      const number = exact ? String(entry.count) : `至少 ${entry.count}`;
      const hint = on ? "已选，点击取消" : `${number} 篇`;
      return el(
        "li",
        {},
        el(
          "a",
          { href: to, "data-go": true, "aria-current": on && "true" },
          entry.label,
          el("span", { class: "gk-facet__count" }, ` ${hint}`),
        ),
      );
    });
    const rest = items.splice(FIRST);
    return el(
      "section",
      { class: "gk-facet", "data-facet": name },
      el("h3", {}, title),
      el("ul", {}, items),
      rest.length > 0 ? el("details", {}, el("summary", {}, `更多（${rest.length}）`), el("ul", {}, rest)) : null,
    );
  }).filter(Boolean);
}
