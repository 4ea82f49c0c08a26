/* The first stage: from postings to an order in which reports are worth fetching. */

import { SOFT } from "./match.js";
import { META } from "./phrases.js";
import { standIns } from "./query.js";

/** Below this share of what was asked for, a report is not even read. */
const WORTH_READING = 0.25;
/** Tiers: the whole query as one phrase; all its units; near. */
export const EXACT = 0;
export const ALL = 1;
export const NEAR = 3;

/** How well a posting speaks for its report: often in the text, or in title, agency, place. */
const strength = (flag) => 0.84 + 0.04 * (flag & 3) + (flag & META ? 0.08 : 0);

/** The year that a report answers a query for: a plan for 2025 stands in the report on 2024. */
export function wantedYears(unit, wishes) {
  const plan = wishes.some(([wants]) => wants === "next_year_plan");
  return plan ? [unit.year - 1, unit.year] : [unit.year];
}

function fillYear(unit, query, store, best, literal) {
  wantedYears(unit, query.wishes).forEach((year, index) => {
    const [from, to] = store.placesOf(year) ?? [0, 0];
    for (let place = from; place < to; place++) {
      best[place] = Math.max(best[place], index === 0 ? 1 : 0.4);
      literal[place] = 1;
    }
  });
  for (const place of unit.set.places) {
    best[place] = Math.max(best[place], 0.3);
    literal[place] = 1;
  }
}

function fillUnit(unit, best, literal) {
  const total = unit.tokens.reduce((sum, token) => sum + token.weight, 0);
  for (const { posting, weight } of unit.tokens) {
    for (const place of posting?.places ?? []) best[place] += (SOFT * weight) / total;
  }
  for (const { set, weight } of standIns(unit)) {
    set.places.forEach((place, index) => (best[place] = Math.max(best[place], weight * strength(set.flags[index]))));
  }
  unit.set.places.forEach((place, index) => {
    best[place] = Math.max(best[place], strength(unit.set.flags[index]));
    literal[place] = 1;
  });
}

/**
 * Which reports to fetch, best first, for each tier that they may reach.
 *
 * @param {Set<number>|null} allowed places that pass the filters by year, agency and region; null for all
 * @returns {{exact: number[], all: number[], near: number[]}} places
 */
export function candidates(query, store, allowed) {
  const score = new Float32Array(store.size);
  const literals = new Uint8Array(store.size);
  const units = query.units.filter((unit) => !unit.single);
  const best = new Float32Array(store.size);
  const literal = new Uint8Array(store.size);
  const required = units.filter((unit) => !unit.optional).length;
  let possible = 0;
  for (const unit of units) {
    best.fill(0);
    literal.fill(0);
    if (unit.year) fillYear(unit, query, store, best, literal);
    else fillUnit(unit, best, literal);
    possible += unit.weight;
    for (let place = 0; place < score.length; place++) {
      score[place] += unit.weight * best[place];
      if (!unit.optional) literals[place] += literal[place];
    }
  }
  const exact = new Set(query.wholeSet?.places);
  const tiers = { exact: [], all: [], near: [] };
  for (let place = 0; place < score.length; place++) {
    if (allowed !== null && !allowed.has(place)) continue;
    if (exact.has(place)) tiers.exact.push(place);
    else if (required > 0 && literals[place] === required) tiers.all.push(place);
    else if (score[place] > WORTH_READING * possible) tiers.near.push(place);
  }
  for (const places of Object.values(tiers)) places.sort((a, b) => score[b] - score[a] || a - b);
  return tiers;
}
