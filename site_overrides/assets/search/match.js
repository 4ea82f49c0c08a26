/* How well one line of a report answers one unit of a query. */

import { isHan } from "./normalise.js";

/** What the pairs of a unit count for where the unit itself is not there. */
export const SOFT = 0.5;
const TEXT_ONLY_PLACE = 0.7;
/** Of the lines on a topic, those come first that have some of the words asked for. */
const BESIDE_TOPIC = 0.3;
const isWord = (character) =>
  character !== undefined && character !== " " && character !== "%" && character !== "‰" && !isHan(character);

/** Where a folded phrase stands in a folded line; words and numbers only whole: [[from, to] …], at most `most`. */
export function occurrences(line, phrase, most = 50) {
  const found = [];
  const [startsWord, endsWord] = [
    isWord(phrase[0]) && phrase[0] < "\ud800",
    isWord(phrase[phrase.length - 1]) && phrase[phrase.length - 1] < "\ud800",
  ];
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

/** How well a line of these topics answers a unit: {worth 0…1, at: where, literal, by: the other word that did}. */
export function matchUnit(line, unit, topics) {
  const at = occurrences(line, unit.text);
  if (at.length > 0) return { worth: unit.place ? TEXT_ONLY_PLACE : 1, at, literal: true };
  if (unit.single || unit.year) return { worth: 0, at: [], literal: false };
  let best = { worth: 0, at: [], literal: false };
  for (const other of unit.others) {
    const there = occurrences(line, other.text);
    if (there.length > 0 && other.weight > best.worth)
      best = { worth: other.weight, at: there, literal: false, by: other.text };
  }
  if (unit.nearly && best.worth < unit.nearly.weight) {
    const there = nearly(line, unit.text);
    if (there.length > 0) {
      const by = line.slice(...there[0]);
      best = { worth: unit.nearly.weight, at: there, literal: false, by };
    }
  }
  const partly = soft(line, unit);
  for (const { id, text, weight } of unit.topics) {
    const worth = weight + BESIDE_TOPIC * partly.worth;
    if (topics.includes(id) && worth > best.worth) best = { worth, at: partly.at, literal: false, by: text };
  }
  return partly.worth > best.worth ? partly : best;
}

/** The shortest stretch that holds one occurrence of each: its length, Infinity where one has none. */
export function stretch(lists) {
  const all = lists
    .flatMap((list, index) => list.map(([from, to]) => ({ from, to, index })))
    .sort((a, b) => a.from - b.from);
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
