/* Which reports may hold a phrase, from postings alone. */

import { isHan, tokensOf } from "./normalise.js";

const FOLLOWERS = 15;
export const META = 4;
const NOTHING = { places: [], flags: [] };

const holds = (posting, index, next) => {
  if (next === "") return true;
  const bit = next.codePointAt(0) & FOLLOWERS;
  return ((bit < 8 ? posting.low[index] >> bit : posting.high[index] >> (bit - 8)) & 1) === 1;
};

/** What both sets hold; flags keep the smaller frequency, and META only where both have it. */
function both(first, second) {
  const places = [];
  const flags = [];
  let other = 0;
  for (let index = 0; index < first.places.length; index++) {
    const place = first.places[index];
    while (second.places[other] < place) other++;
    if (second.places[other] === place) {
      const [a, b] = [first.flags[index], second.flags[other]];
      places.push(place);
      flags.push(Math.min(a & 3, b & 3) | (a & b & META));
    }
  }
  return { places, flags };
}

function following(posting, next) {
  if (posting === null) return NOTHING;
  const places = [];
  const flags = [];
  for (let index = 0; index < posting.places.length; index++) {
    if (holds(posting, index, next)) {
      places.push(posting.places[index]);
      flags.push(posting.flags[index]);
    }
  }
  return { places, flags };
}

/**
 * The reports that may hold a folded phrase: all that do, and few that do not.
 * @returns {Promise<{places: number[], flags: number[]}|null>} null for a phrase without a token (one character)
 */
export async function reportsWith(store, phrase) {
  const tokens = tokensOf(phrase);
  if (tokens.length === 0) return null;
  const postings = await Promise.all(tokens.map(({ token }) => store.posting(token)));
  return postings.map((posting, index) => following(posting, tokens[index].next)).reduce(both);
}

/**
 * The reports that may hold a run of Chinese characters with one wrong, missing or extra character.
 *
 * For each place of the mistake, what stands before and after it must be there, and the two characters beside it must
 * meet: as neighbours, or with one character between them.
 */
export async function reportsNearly(store, phrase) {
  const all = [...phrase];
  if (all.length < 4 || !all.every(isHan)) return NOTHING;
  const pair = (from, to) => store.posting(all[from] + all[to]);
  const gapped = (from, to) => store.gapped(`${all[from]}_${all[to]}`);
  const part = (from, to) => (to - from < 2 ? null : reportsWith(store, all.slice(from, to).join("")));
  const ways = [];
  for (let at = 0; at < all.length; at++) {
    const inner = at > 0 && at + 1 < all.length;
    ways.push([part(0, at), part(at + 1, all.length), inner ? gapped(at - 1, at + 1) : null]);
    if (inner) ways.push([part(0, at), part(at + 1, all.length), pair(at - 1, at + 1)]);
    if (at > 0) ways.push([part(0, at), part(at, all.length), gapped(at - 1, at)]);
  }
  const found = new Map();
  for (const way of ways) {
    const sets = (await Promise.all(way.map((each) => each ?? undefined))).filter((set) => set !== undefined);
    if (sets.length === 0 || sets.includes(null)) continue;
    const plain = sets.map(({ places, flags = new Uint8Array(places.length) }) => ({ places, flags }));
    const { places, flags } = plain.reduce(both);
    places.forEach((place, index) => found.set(place, flags[index]));
  }
  const places = [...found.keys()].sort((a, b) => a - b);
  return { places, flags: places.map((place) => found.get(place)) };
}
