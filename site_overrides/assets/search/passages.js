/* The second stage: what a fetched report really says, paragraph by paragraph. */

import { fold, tableOf } from "./normalise.js";
import { ALL, EXACT, NEAR, wantedYears } from "./candidates.js";
import { matchUnit, occurrences, SOFT, stretch } from "./match.js";

/** All terms in one paragraph rank before all terms in one report; both are "all words". */
export const SAME_REPORT = 2;
const SHOWN = 2;
const IN_HEADING = 0.85;
const WHOLE = 0.3;
const CLOSE = 0.2;
const OFTEN = 0.02;
const ELSEWHERE = 0.3;
const REPEATED = 0.04;
const IN_TITLE = 0.1;
/** A year that is only mentioned, and the year of a plan's report where the plan's own was asked for. */
const [MENTIONED, BESIDE] = [0.3, 0.4];
/** What is planned answers less than what was done, unless plans are asked for. */
const ONLY_PLANNED = 0.93;
const MISSING = 0.35;
/** What is said elsewhere hardly answers somebody who names a place or an agency. */
const ELSEWHERE_PLACE = 0.6;
const PLAN = "next_year_plan";

/** Lines of a report, folded once: paragraphs, and headings that stand alone. */
function linesOf(document) {
  if (document.lines) return document.lines;
  const table = document.simplified ? tableOf(document.simplified) : null;
  const sections = (document.sections ?? []).map(([anchor, heading, parent, alone]) => {
    return { anchor, heading, parent, alone, folded: fold(heading, table).text };
  });
  const pathOf = (index) => (index < 0 ? [] : [...pathOf(sections[index].parent), sections[index]]);
  const lines = (document.passages ?? []).map(([anchor, section, kind, figures, text, ...themes]) => {
    const { text: folded, map } = fold(text, table);
    return {
      anchor,
      kind,
      figures: figures === 1,
      text,
      folded,
      map,
      themes: themes.map((each) => document.themes[each]),
      path: pathOf(section),
    };
  });
  sections.forEach((section, index) => {
    if (section.alone !== 1) return;
    const below = lines.find((line) => line.path.includes(section)) ?? { kind: "body", themes: [] };
    const { text: folded, map } = fold(section.heading, table);
    lines.push({
      anchor: section.anchor,
      kind: below.kind,
      figures: false,
      text: section.heading,
      folded,
      map,
      themes: below.themes,
      path: pathOf(index).slice(0, -1),
      heading: true,
    });
  });
  document.meta = [document.title, ...(document.names ?? [])].map((name) => fold(name, table).text);
  document.lines = lines;
  return lines;
}

/** How much more, or less, a paragraph says to somebody with these wishes. */
function wished(line, wishes, lists) {
  let factor = line.heading ? 0.9 : 1;
  if (line.kind === PLAN && wishes.length === 0) factor *= ONLY_PLANNED;
  for (const [wants, , cues] of wishes) {
    if (wants === "figures") {
      const near = lists.some((list) =>
        list.some(([from, to]) => /[0-9]/.test(line.folded.slice(Math.max(0, from - 12), to + 16))),
      );
      factor *= near ? 1.2 : line.figures ? 1 : 0.8;
      if (line.kind === PLAN) factor *= 0.75;
    } else factor *= line.kind === wants ? 1.3 : 0.8;
    if (cues.length > 0) factor *= cues.some((cue) => line.folded.includes(cue)) ? 1.15 : 0.9;
  }
  return factor;
}

const sum = (values) => values.reduce((all, value) => all + value, 0);
const named = (names, phrase) => names.some((name) => occurrences(name, phrase, 1).length > 0);

/** What title, agency, place and year answer for each unit: {worth, literal}. */
function readMeta(document, { units, wishes }) {
  return units.map((unit) => {
    if (unit.year) {
      const at = wantedYears(unit, wishes).indexOf(document.year);
      return { worth: at === 0 ? 1 : at > 0 ? BESIDE : 0, literal: at >= 0 };
    }
    const found = named(document.meta, unit.text);
    return { worth: found ? 1 : 0, literal: found };
  });
}

/** What one line answers; null where it has nothing of the query. */
function readLine(line, query, meta) {
  const { units } = query;
  const whole = query.whole === null ? [] : occurrences(line.folded, query.whole);
  const found = units.map((unit) => matchUnit(line.folded, unit, line.themes));
  if (whole.length === 0 && found.every(({ worth }) => worth === 0)) return null;
  const headed = units.map(
    (unit, index) =>
      !found[index].literal &&
      named(
        line.path.map(({ folded }) => folded),
        unit.text,
      ),
  );
  const values = units.map((unit, index) => {
    const own = unit.year && found[index].literal ? MENTIONED : found[index].worth;
    return Math.max(own, headed[index] ? IN_HEADING : 0, meta[index].worth);
  });
  const all = units.every(
    (unit, index) => unit.optional || found[index].literal || headed[index] || meta[index].literal,
  );
  const total = sum(units.map(({ weight }) => weight));
  const places = found.filter(({ at, soft }) => at.length > 0 && !soft).map(({ at }) => at);
  let worth = sum(units.map(({ weight }, index) => weight * values[index]));
  if (places.length > 1) {
    const length = sum(places.map(([[from, to]]) => to - from));
    worth += CLOSE * total * Math.min(1, (2 * length) / stretch(places));
  }
  if (whole.length > 0) worth += WHOLE * total;
  worth += OFTEN * total * Math.min(3, sum(found.map(({ at, literal }) => (literal ? at.length : 0))));
  return { line, found, values, all, whole, worth: worth * wished(line, query.wishes, places) };
}

/** The lines worth showing, best first, each with `ranges` of what was found; `units` are those of the query. */
function telling(hits, best, units) {
  // Single pairs of characters are worth showing only for what the report has no better match.
  const tells = (match, index) => match.at.length > 0 && (!match.soft || best[index] <= SOFT);
  for (const hit of hits)
    hit.ranges = hit.whole.length > 0 ? hit.whole : hit.found.filter(tells).flatMap(({ at }) => at);
  // The name of the place alone is no answer to somebody who asks for something there.
  const asked = units.map(({ place, year }) => !place && !year);
  const answers = ({ found }) => !asked.includes(true) || found.some(({ worth }, index) => asked[index] && worth > 0);
  const says = ({ ranges, found }) => ranges.length > 0 || found.some(({ by }) => by);
  const good = hits.filter(
    (hit) => hit.whole.length > 0 || (says(hit) && answers(hit) && hit.worth >= 0.5 * hits[0].worth),
  );
  // A heading says nothing that the path of a paragraph below it does not say.
  const under = (heading) => good.some(({ line }) => line.path.some((section) => section.anchor === heading.anchor));
  return good.filter(({ line }) => !line.heading || !under(line));
}

/**
 * What a report says to a query.
 *
 * @param {object} document from `Store.document`
 * @param {object} query from `understand`
 * @param {(line: object) => boolean} passes the filters by theme, part and figures
 * @returns {object|null} {document (what the list shows of it: thousands of results fit in memory), tier, score, coverage (share of what was asked for), hits: the best lines with `ranges`,
 *   count of good lines, facets, missing, by: the other words that did}; null where no line passes
 */
export function read(document, query, passes) {
  const lines = linesOf(document).filter(passes);
  if (lines.length === 0) return null;
  const { units, whole } = query;
  const meta = readMeta(document, query);
  const hits = lines.map((line) => readLine(line, query, meta)).filter((hit) => hit !== null);
  hits.sort((a, b) => b.worth - a.worth);
  const [top] = hits;
  const best = units.map((_, index) => Math.max(meta[index].worth, ...hits.map(({ values }) => values[index])));
  const literal = units.map((_, index) => meta[index].literal || hits.some(({ found }) => found[index].literal));
  const exact = hits.some((hit) => hit.whole.length > 0) || (whole !== null && named(document.meta, whole));

  const total = sum(units.map(({ weight }) => weight));
  let score = top?.worth ?? 0;
  score += sum(
    units.map(({ weight }, index) => weight * (top ? ELSEWHERE * (best[index] - top.values[index]) : best[index])),
  );
  score += REPEATED * total * Math.log2(1 + hits.filter(({ worth }) => worth > 0.6 * score).length);
  score += IN_TITLE * sum(units.map(({ text, weight }) => (named(document.meta.slice(0, 1), text) ? weight : 0)));

  if (units.some(({ place }, index) => place && best[index] < MISSING)) score *= ELSEWHERE_PLACE;

  let tier = NEAR;
  const complete = units.length > 0 && !query.dropped;
  if (exact) tier = EXACT;
  else if (complete && hits.some(({ all }) => all)) tier = ALL;
  else if (complete && literal.every((each, index) => each || units[index].optional)) tier = SAME_REPORT;

  const by = new Map();
  units.forEach((unit, index) => {
    const first = literal[index]
      ? null
      : hits.find(({ found }) => found[index].by && found[index].worth === best[index]);
    if (first) by.set(unit.text, first.found[index].by);
  });
  const good = telling(hits, best, units);
  const about = good.length > 0 ? good.map(({ line }) => line) : lines;
  const { place, id, url, title, year, agency, region } = document;
  return {
    document: { place, id, url, title, year, agency, region },
    tier,
    score,
    coverage: total > 0 ? sum(units.map(({ weight }, index) => weight * best[index])) / total : 0,
    missing: units.filter((_, index) => best[index] < MISSING).map(({ text }) => text),
    by,
    facets: {
      themes: new Set(about.flatMap((line) => line.themes)),
      kinds: new Set(about.map((line) => line.kind)),
      figures: about.some((line) => line.figures),
    },
    count: good.length,
    hits: good.slice(0, SHOWN),
    opening: good.length > 0 ? null : lines[0],
  };
}
