/* How a search looks. */

import { el, excerpt } from "./element.js";

export const TIER_NAMES = ["完整词句", "全部词语（同一段）", "全部词语（同一篇）", "近似"];
const TIER_KEYS = ["exact", "paragraph", "report", "near"];
const quoted = (text) => `“${text}”`;

/** What was made of a query that is not found as it stands, in sentences. */
export function explain(query, near) {
  const said = [];
  for (const { text, into } of query.relaxed)
    said.push(`没有报告写有${quoted(text)}，已拆成${into.map(quoted).join("、")}查找。`);
  for (const unit of query.units) {
    if (unit.year || unit.single || unit.set.places.length > 0) continue;
    if (unit.nearly) said.push(`没有报告写有${quoted(unit.text)}，显示只差一个字的内容。`);
    else if (unit.others.length + unit.topics.length > 0) {
      const named = (standIns) => standIns.slice(0, 4).map(({ text }) => quoted(text)).join("、");
      const ways = [
        unit.others.length > 0 ? `意思相近的${named(unit.others)}` : "",
        unit.topics.length > 0 ? `专题${named(unit.topics)}` : "",
      ];
      said.push(`没有报告写有${quoted(unit.text)}，按${ways.filter(Boolean).join("和")}查找。`);
    }
    else if (near) said.push(`没有报告写有${quoted(unit.text)}。`);
  }
  return said;
}

/** The one sentence about how much was found; `least` where reports remain to be read. */
export function summary({ full, near, settled, query }) {
  const found = settled ? "找到" : "至少找到";
  if (query.units.length > 0 && query.units.every(({ single }) => single))
    return `${quoted(query.raw)}太短，请至少输入相连的两个字。`;
  if (full.length === 0 && near.length === 0) return `没有找到与${quoted(query.raw)}有关的报告。`;
  if (full.length === 0) return `没有完全匹配，显示近似结果（${near.length} 篇）。`;
  const exact = full.filter(({ tier }) => tier === 0).length;
  const what =
    exact === full.length
      ? query.terms.length > 1
        ? "含完整词句"
        : `含${quoted(query.raw)}`
      : exact > 0
        ? `含全部词语，其中 ${exact} 篇含完整词句`
        : "含全部词语";
  return `${found} ${full.length} 篇报告，${what}${near.length > 0 ? `；另有近似结果 ${near.length} 篇` : ""}。`;
}

/** Why a near match is shown. */
function nearNote({ missing, by }) {
  const parts = [...by].map(([text, other]) => `以${quoted(other)}对应${quoted(text)}`);
  if (missing.length > 0) parts.push(`未提到${missing.map(quoted).join("、")}`);
  return parts.length > 0 ? `近似：${parts.join("；")}` : "近似：词语不全或不相连";
}

function hitView(document, { line, ranges }, site) {
  const path = line.path.map((section) => section.heading).join(" › ");
  return el(
    "li",
    { class: "gk-passage" },
    el(
      "a",
      { class: "gk-passage__link", href: `${site}${document.url}#${line.anchor}` },
      path || "开头",
      el("span", { class: "gk-unseen" }, "，查看原文"),
    ),
    el("p", { class: "gk-passage__text" }, excerpt(line, ranges)),
  );
}

/** One report with its best passages. */
export function resultView(result, site) {
  const { document, tier, hits, count, opening } = result;
  const [county = "", city = "", province = ""] = document.region ?? [];
  const facts = [
    document.agency[1],
    document.year ? `${document.year}年度` : "年度未载明",
    [province, city, county].filter(Boolean).join(" "),
  ];
  const shown = hits.length > 0 ? hits : opening ? [{ line: opening, ranges: [] }] : [];
  const more = count - shown.length;
  return el(
    "li",
    { class: "gk-result", "data-report": document.id, "data-tier": TIER_KEYS[tier] },
    el("h3", { class: "gk-result__title" }, el("a", { href: site + document.url }, document.title)),
    el("p", { class: "gk-result__facts" }, facts.filter(Boolean).join(" · ")),
    tier === 3 ? el("p", { class: "gk-result__near" }, nearNote(result)) : null,
    el(
      "ul",
      { class: "gk-passages" },
      shown.map((hit) => hitView(document, hit, site)),
    ),
    more > 0
      ? el("p", { class: "gk-result__more" }, el("a", { href: site + document.url }, `本报告另有 ${more} 段相关`))
      : null,
  );
}

/** What to do where nothing was found. */
export function emptyView(catalogue) {
  return el(
    "p",
    {},
    "可以换一种说法，减少词语或筛选条件，也可以从",
    el("a", { href: catalogue }, "报告目录"),
    "按机关、地区、年度查找。",
  );
}

/** Direct answers: a box for each figure, indicator and agency with its rows, one for all that is only a page. */
export function answersView(answers, site) {
  if (answers.length === 0) return [];
  const heading = ({ label, name, url, rows, total }) => [
    el("span", { class: "gk-answer__label" }, label),
    " ",
    url ? el("a", { href: site + url }, name) : name,
    total > rows.length ? `（共 ${total} 条）` : "",
  ];
  const pages = answers.filter(({ rows }) => rows.length === 0);
  const row = ({ value, limits, agency, year, url }) =>
    el(
      "li",
      {},
      el(
        "a",
        { href: site + url },
        el("strong", {}, value),
        el(
          "span",
          {},
          [limits ? `（${limits}）` : "", agency, year ? `${year}年` : ""]
            .filter(Boolean)
            .map((part) => ` ${part}`)
            .join(""),
        ),
      ),
    );
  return [
    el("h2", { class: "gk-unseen" }, "直接回答"),
    ...answers
      .filter(({ rows }) => rows.length > 0)
      .map((answer) =>
        el(
          "section",
          { class: "gk-answer", "data-answer": answer.kind },
          el("p", { class: "gk-answer__name" }, heading(answer)),
          el("ul", {}, answer.rows.map(row)),
        ),
      ),
    pages.length > 0
      ? el(
          "section",
          { class: "gk-answer", "data-answer": "page" },
          el("ul", { class: "gk-answer__pages" }, pages.map((answer) => el("li", {}, heading(answer)))),
        )
      : "",
  ];
}

/** Links to the pages before and after. */
export function pagerView(address, more, href) {
  if (address.page === 1 && !more) return [];
  const link = (page, text, rel) => el("a", { href: href({ ...address, page }), "data-go": true, rel }, text);
  return [
    address.page > 1 ? link(address.page - 1, "上一页", "prev") : null,
    el("span", { "aria-current": "page" }, `第 ${address.page} 页`),
    more ? link(address.page + 1, "下一页", "next") : null,
  ].filter(Boolean);
}
