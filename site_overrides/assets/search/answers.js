/* Direct answers: where the query names a figure, an agency, a place or a theme, its value or page comes first. */

import { fold, tokensOf } from "./normalise.js";

const MOST = 3;
const ALIKE = 0.6;
const BY_OTHER_WORDS = 0.8;
const PAGES = { t: "主题", p: "专题", r: "地区" };

/** How much of what was asked for (places and years aside) the name of a figure says: 0…1. */
function says(name, units) {
  const folded = fold(name).text;
  const asked = units.filter((unit) => !unit.place && !unit.year && !unit.single && !unit.optional);
  const total = asked.reduce((sum, unit) => sum + unit.weight, 0);
  const holds = (text) => folded.includes(text) || (folded.length > 2 && text.includes(folded));
  const said = asked.reduce((sum, unit) => {
    if (holds(unit.text)) return sum + unit.weight;
    return sum + (unit.others.some((other) => holds(other.text)) ? BY_OTHER_WORDS * unit.weight : 0);
  }, 0);
  return total > 0 ? said / total : 0;
}

/** Figures that the best results state under a name that was asked for. */
async function stated(store, query, results) {
  const places = query.units.some((unit) => unit.place);
  const wanted = query.wishes.some(([wants]) => wants === "figures") || query.named.some(([, kind]) => kind === "i");
  const found = [];
  for (const { document: shown, missing } of results.slice(0, places ? 1 : MOST)) {
    if (missing.some((text) => query.units.find((unit) => unit.text === text)?.place)) continue;
    const document = await store.document(shown.place);
    for (const [indicator, name, value, passage, sentence = "", limits = ""] of document.facts ?? []) {
      const worth = says(name, query.units);
      if (worth >= (wanted ? ALIKE : 1))
        found.push({ worth, indicator, name, value, limits, document, anchor: document.passages[passage][0] + sentence });
    }
  }
  found.sort((a, b) => b.worth - a.worth || Boolean(a.limits) - Boolean(b.limits)); // the whole before its parts
  const repeated = (fact, index) =>
    found.findIndex((each) => each.name === fact.name && each.document === fact.document) < index;
  return found.filter((fact, index) => places || !repeated(fact, index)).slice(0, MOST);
}

/** The indicator's page for a figure, where the vocabulary has one; its name lies in the shard of its first token. */
async function pageOf(store, { name, indicator }) {
  const [first] = tokensOf(fold(name).text);
  const entry = first && (await store.names(first.token)).find(([, kind, , id]) => kind === "i" && id === indicator);
  return entry ? { kind: "indicator", label: "指标", url: entry[4] } : {};
}

/**
 * @returns {Promise<object[]>} {kind: "figure"|"indicator"|"agency"|"page", label, name, url, rows: [{value, limits, agency, year, url}], total}
 */
export async function answersTo(store, query, results) {
  const answers = [];
  for (const { indicator, name, value, limits, document, anchor } of await stated(store, query, results)) {
    const row = { value, limits, agency: document.agency[1], year: document.year, url: `${document.url}#${anchor}` };
    const same = answers.find((answer) => answer.name === name);
    if (same) same.rows.push(row);
    else answers.push({ kind: "figure", label: "数字", name, indicator, rows: [row] });
  }
  for (const answer of answers.filter(({ indicator }) => indicator)) Object.assign(answer, await pageOf(store, answer));
  const seen = new Set();
  for (const [, kind, name, id, url, file] of query.named) {
    if (seen.has(kind + id) || seen.size >= MOST) continue;
    seen.add(kind + id);
    if (kind === "i") {
      const { total, rows } = file ? await store.answer(file) : { total: 0, rows: [] };
      const newest = rows
        .slice(0, MOST)
        .map(([year, agency, limits, value, address]) => ({ year, agency, limits, value, url: address }));
      const same = answers.some((answer) => answer.indicator === id);
      if (!same) answers.push({ kind: "indicator", label: "指标", name, url, total, rows: newest });
    } else if (kind === "a") {
      if (query.named.filter(([, each]) => each === "a").length > MOST) continue;
      const posting = await store.posting(`@a:${id}`);
      const newest = await Promise.all(
        [...(posting?.places ?? [])].slice(0, MOST).map((place) => store.document(place)),
      );
      answers.push({
        kind: "agency",
        label: "机关",
        name,
        url,
        rows: newest.map((document) => ({ year: document.year, value: document.title, url: document.url })),
      });
    } else if (PAGES[kind]) answers.push({ kind: "page", label: PAGES[kind], name, url, rows: [] });
  }
  return answers;
}
