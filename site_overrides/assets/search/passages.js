/* The second stage: what a fetched report really says, paragraph by paragraph. */

import { fold, isHan, tableOf } from "./normalise.js";
import { ALL, EXACT, NEAR, wantedYears } from "./candidates.js";

/** All terms in one paragraph rank before all terms in one report; both are "all words". */
export const SAME_REPORT = 2;
const SHOWN = 2;
const IN_HEADING = 0.85;
const TEXT_ONLY_PLACE = 0.7;
const SOFT = 0.5;
const PLAN = "next_year_plan";
const isWord = (character) => character !== undefined && character !== " " && character !== "%" && character !== "‰" && !isHan(character);

/** Where a folded phrase stands in a folded line; words and numbers only whole: [[from, to] …], at most `most`. */
export function occurrences(line, phrase, most = 50) {
  const found = [];
  const [startsWord, endsWord] = [isWord(phrase[0]) && phrase[0] < "\ud800", isWord(phrase[phrase.length - 1]) && phrase[phrase.length - 1] < "\ud800"];
  for (let at = line.indexOf(phrase); at >= 0 && found.length < most; at = line.indexOf(phrase, at + 1)) {
    const end = at + phrase.length;
    if ((startsWord && at > 0 && isWord(line[at - 1])) || (endsWord && isWord(line[end]))) continue;
    found.push([at, end]);
  }
  return found;
}

/** The length of the start of `line` that is `phrase` with at most one character wrong, missing or extra; -1 if none. */
function nearlyStarts(line, phrase) {
  let at = 0;
  while (at < phrase.length && line[at] === phrase[at]) at++;
  if (at === phrase.length) return at;
  if (line.startsWith(phrase.slice(at + 1), at + 1) && line.length > at) return phrase.length;
  if (line.startsWith(phrase.slice(at), at + 1)) return phrase.length + 1;
  if (line.startsWith(phrase.slice(at + 1), at)) return phrase.length - 1;
  return -1;
}

const reversed = (text) => [...text].reverse().join("");

/** Where a run stands with one character wrong, missing or extra: one of its halves is always right. */
export function nearly(line, phrase) {
  const half = phrase.length >> 1;
  const [first, second] = [phrase.slice(0, half), phrase.slice(half)];
  for (const [from, to] of occurrences(line, first)) {
    const length = nearlyStarts(line.slice(to, to + second.length + 1), second);
    if (length >= 0) return [[from, to + length]];
  }
  for (const [from, to] of occurrences(line, second)) {
    const length = nearlyStarts(reversed(line.slice(Math.max(0, from - first.length - 1), from)), reversed(first));
    if (length >= 0) return [[from - length, to]];
  }
  return [];
}

/** The share of a unit's pairs that a line holds, and where its longest runs stand. */
function soft(line, unit) {
  const found = [];
  let [hit, total] = [0, 0];
  for (const { token, weight } of unit.tokens) {
    total += weight;
    const at = occurrences(line, token, 3);
    if (at.length > 0) hit += weight;
    found.push(...at);
  }
  return { worth: total > 0 ? (SOFT * hit) / total : 0, at: found, literal: false, soft: true };
}

/** How well a line answers a unit: {worth 0…1, at: where, literal, by: the other word that did}. */
function matchUnit(line, unit) {
  const at = occurrences(line, unit.text);
  if (at.length > 0) return { worth: unit.place ? TEXT_ONLY_PLACE : 1, at, literal: true };
  if (unit.single || unit.year) return { worth: 0, at: [], literal: false };
  let best = { worth: 0, at: [], literal: false };
  for (const other of unit.others) {
    const there = occurrences(line, other.text);
    if (there.length > 0 && other.weight > best.worth) best = { worth: other.weight, at: there, literal: false, by: other.text };
  }
  if (unit.nearly && best.worth < unit.nearly.weight) {
    const there = nearly(line, unit.text);
    if (there.length > 0) {
      const by = line.slice(...there[0]);
      best = { worth: unit.nearly.weight, at: there, literal: false, by };
    }
  }
  const partly = soft(line, unit);
  return partly.worth > best.worth ? partly : best;
}

/** The shortest stretch that holds one occurrence of each: its length, Infinity where one has none. */
function stretch(lists) {
  const all = lists.flatMap((list, index) => list.map(([from, to]) => ({ from, to, index }))).sort((a, b) => a.from - b.from);
  const last = new Array(lists.length).fill(null);
  let shortest = Infinity;
  for (const each of all) {
    last[each.index] = each;
    if (last.every(Boolean)) {
      const from = Math.min(...last.map((one) => one.from));
      shortest = Math.min(shortest, Math.max(...last.map((one) => one.to)) - from);
    }
  }
  return shortest;
}

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
    return { anchor, kind, figures: figures === 1, text, folded, map, themes: themes.map((each) => document.themes[each]), path: pathOf(section) };
  });
  sections.forEach((section, index) => {
    if (section.alone !== 1) return;
    const below = lines.find((line) => line.path.includes(section)) ?? { kind: "body", themes: [] };
    const { text: folded, map } = fold(section.heading, table);
    lines.push({ anchor: section.anchor, kind: below.kind, figures: false, text: section.heading, folded, map, themes: below.themes, path: pathOf(index).slice(0, -1), heading: true });
  });
  document.meta = [document.title, ...(document.names ?? [])].map((name) => fold(name, table).text);
  document.lines = lines;
  return lines;
}

/** How much more, or less, a paragraph says to somebody with these wishes. */
function wished(line, wishes, lists) {
  let factor = line.heading ? 0.9 : 1;
  for (const [wants, , cues] of wishes) {
    if (wants === "figures") {
      const near = lists.some((list) => list.some(([from, to]) => /[0-9]/.test(line.folded.slice(Math.max(0, from - 12), to + 16))));
      factor *= near ? 1.2 : line.figures ? 1 : 0.8;
      if (line.kind === PLAN) factor *= 0.75;
    } else factor *= line.kind === wants ? 1.3 : 0.8;
    if (cues.length > 0) factor *= cues.some((cue) => line.folded.includes(cue)) ? 1.15 : 0.9;
  }
  return factor;
}

/**
 * What a report says to a query.
 *
 * @param {object} document from `Store.document`
 * @param {object} query from `understand`
 * @param {(line: object) => boolean} passes the filters by theme, part and figures
 * @returns {object|null} {tier, score, hits: the best lines with `ranges`, count of good ones,
 *   facets, missing, by}; null where no line passes
 */
export function read(document, query, passes) {
  const lines = linesOf(document).filter(passes);
  if (lines.length === 0) return null;
  const { units } = query;
  const meta = units.map((unit) => {
    if (unit.year) {
      const at = wantedYears(unit, query.wishes).indexOf(document.year);
      return { worth: at === 0 ? 1 : at > 0 ? 0.4 : 0, literal: at >= 0 };
    }
    const found = document.meta.some((name) => occurrences(name, unit.text, 1).length > 0);
    return { worth: found ? 1 : 0, literal: found };
  });
  const best = meta.map(({ worth }) => worth);
  const literal = meta.map((each) => each.literal);
  const by = new Map();
  let exact = query.whole !== null && document.meta.some((name) => occurrences(name, query.whole, 1).length > 0);
  let together = false;
  const hits = [];
  for (const line of lines) {
    const wholeAt = query.whole === null ? [] : occurrences(line.folded, query.whole);
    const found = units.map((unit) => matchUnit(line.folded, unit));
    if (wholeAt.length === 0 && found.every(({ worth }) => worth === 0)) continue;
    let all = true;
    let worth = 0;
    const counted = found.map((match, index) => {
      const unit = units[index];
      let value = unit.year && match.literal ? 0.3 : match.worth;
      let has = unit.optional || match.literal || meta[index].literal;
      if (!match.literal && line.path.some((section) => occurrences(section.folded, unit.text, 1).length > 0)) {
        value = Math.max(value, IN_HEADING);
        has = true;
      }
      value = Math.max(value, meta[index].worth);
      if (value > best[index]) {
        best[index] = value;
        if (match.by && !literal[index]) by.set(unit.text, match.by);
      }
      literal[index] ||= match.literal;
      all &&= has;
      worth += unit.weight * value;
      return value;
    });
    together ||= all;
    exact ||= wholeAt.length > 0;
    const places = found.filter(({ at, soft: partly }) => at.length > 0 && !partly).map(({ at }) => at);
    const total = units.reduce((sum, unit) => sum + unit.weight, 0);
    if (places.length > 1) {
      const length = places.reduce((sum, [[from, to]]) => sum + to - from, 0);
      worth += 0.2 * total * Math.min(1, (2 * length) / stretch(places));
    }
    if (wholeAt.length > 0) worth += 0.3 * total;
    worth *= wished(line, query.wishes, places);
    hits.push({ line, worth, found, counted, whole: wholeAt });
  }
  hits.sort((a, b) => b.worth - a.worth);
  const [top] = hits;
  const total = units.reduce((sum, unit) => sum + unit.weight, 0);
  let score = top ? top.worth : 0;
  units.forEach((unit, index) => (score += unit.weight * (top ? 0.3 * Math.max(0, best[index] - top.counted[index]) : best[index])));
  score += 0.04 * total * Math.log2(1 + hits.filter((hit) => hit.worth > 0.6 * score).length);
  score += 0.1 * units.reduce((sum, unit) => sum + (occurrences(document.meta[0], unit.text, 1).length > 0 ? unit.weight : 0), 0);
  const tier = exact ? EXACT : units.length === 0 ? NEAR : together ? ALL : literal.every((each, index) => each || units[index].optional) ? SAME_REPORT : NEAR;
  const coverage = total > 0 ? units.reduce((sum, unit, index) => sum + unit.weight * best[index], 0) / total : 0;
  const missing = units.filter((_, index) => best[index] < 0.35).map((unit) => unit.text);
  // Single pairs of characters are worth showing only for what the report has no better match.
  const tells = (match, index) => match.at.length > 0 && (!match.soft || best[index] <= SOFT);
  for (const hit of hits) hit.ranges = hit.whole.length > 0 ? hit.whole : hit.found.filter(tells).flatMap(({ at }) => at);
  const told = hits.filter(({ worth, whole, ranges }) => whole.length > 0 || (ranges.length > 0 && worth >= 0.5 * top.worth));
  // A heading says nothing that the path of a paragraph below it does not say.
  const under = (heading) => told.some(({ line }) => line.path.some((section) => section.anchor === heading.anchor));
  const good = told.filter(({ line }) => !line.heading || !under(line));
  const about = good.length > 0 ? good.map(({ line }) => line) : lines;
  const facets = {
    themes: new Set(about.flatMap((line) => line.themes)),
    kinds: new Set(about.map((line) => line.kind)),
    figures: about.some((line) => line.figures),
  };
  return { document, tier, score, coverage, missing, by, facets, count: good.length, hits: good.slice(0, SHOWN), opening: good.length > 0 ? null : lines[0] };
}
