/* What a query asks for: units (words, phrases, names, years) with their weights, and the wish behind them. */

import { isHan, tokensOf, wordEnds } from "./normalise.js";
import { reportsNearly, reportsWith } from "./phrases.js";

const ALIAS_WEIGHT = 0.95;
const TYPO_WEIGHT = 0.85;
/** A paragraph that belongs to a topic need not say so in the topic's words. */
const TOPIC_WEIGHT = 0.7;
const LONGEST = 40;
const QUOTED = /["“”「」『』]([^"“”「」『』]*)["“”「」『』]/gu;
const YEAR = /(?<![0-9])(?:19|20)[0-9]{2}(?:年度?)?(?![0-9])/gu;
const NAMED = "airtpq";
const PLACES = "ar";
/** Wishes whose words name a part of a report and need not stand in it, such as 打算. */
const PARTS = ["shortcomings", "next_year_plan"];
const COUNTING = /[率数量额]$/u;
/** A year narrows down, but says less than a rare word, unless plans for it are asked for. */
const [YEAR_SHARE, MOST_YEAR] = [0.6, 2.5];
/** What no report has can tell none from another. */
const UNKNOWN = 0.5;
const NOWHERE = { places: [], flags: [] };
/** A word that so many reports have needs no other words; how many others one gets that some have, or none. */
const ENOUGH = 20;
const [FEW_OTHERS, MOST_OTHERS] = [4, 8];

/** The parts of what was typed: blanks separate, quotation marks hold together. */
function parts(raw) {
  const held = raw.replace(QUOTED, (all, inside) => (/\s/u.test(inside) ? ` ${inside.replace(/\s+/gu, "")} ` : all));
  return held.split(/\s+/u).filter((part) => part !== "");
}

/** Words of the list in the term, longest first from the left: [[from, to] …], not overlapping. */
function wordsIn(term, list) {
  const found = [];
  for (let at = 0; at < term.length; at++) {
    const word = list.filter((each) => term.startsWith(each, at)).sort((a, b) => b.length - a.length)[0];
    if (word) {
      found.push([at, at + word.length]);
      at += word.length - 1;
    }
  }
  return found;
}

function without(term, spans) {
  let rest = "";
  let last = 0;
  for (const [from, to] of spans) {
    rest += `${term.slice(last, from)} `;
    last = to;
  }
  return (rest + term.slice(last)).split(" ").filter((piece) => piece !== "");
}

const inverse = (size, count) => Math.log(1 + size / (count + 0.5));
/** What may stand for a unit: other words, topics, the word with a slip. */
export const standIns = ({ others, topics, nearly }) => [...others, ...topics, ...(nearly ? [nearly] : [])];
const union = (sets) => [...new Set(sets.flatMap((set) => [...set.places]))];

/** Takes a query apart; fetches the postings that this needs. */
class Reading {
  constructor(store) {
    this.store = store;
    this.units = [];
    this.relaxed = [];
    this.dropped = false;
    this.named = [];
    this.sets = new Map();
  }

  reports(phrase) {
    if (!this.sets.has(phrase)) this.sets.set(phrase, reportsWith(this.store, phrase));
    return this.sets.get(phrase);
  }

  /** Names of the vocabulary that are exactly this text. */
  async entries(text) {
    const [first] = tokensOf(text);
    if (!first) return [];
    return (await this.store.names(first.token)).filter(([name]) => name === text);
  }

  /** Whether a name that no report has as it stands is worth looking for: a place or an agency, or by other words. */
  async stands(piece) {
    const entries = await this.entries(piece);
    this.named.push(...entries);
    if (entries.some(([, kind]) => PLACES.includes(kind))) return true;
    const { others, topics } = await this.standIns(piece, NOWHERE, entries);
    return others.length + topics.length > 0;
  }

  /** What may stand for a name: other words, and, where no report has it, the topics whose name it is. */
  async standIns(text, { places }, entries) {
    const words = new Map();
    for (const [, kind, name, value] of entries) {
      if (kind === "s") for (const other of name) words.set(other, Math.max(value, words.get(other) ?? 0));
      else if (kind === "i" || kind === "p" || kind === "t") {
        const folded = await this.store.fold(name);
        if (folded !== text) words.set(folded, ALIAS_WEIGHT);
      }
    }
    const found = async (asked) => (await Promise.all(asked)).filter(({ set }) => set?.places.length > 0);
    const byWord = async ([other, weight]) => ({ text: other, weight, set: await this.reports(other) });
    const byTopic = async ([, , name, id]) => {
      return { text: name, id, weight: TOPIC_WEIGHT, set: await this.store.posting(`@t:${id}`) };
    };
    return {
      others: await found([...words].slice(0, places.length > 0 ? FEW_OTHERS : MOST_OTHERS).map(byWord)),
      topics: places.length > 0 ? [] : await found(entries.filter(([, kind]) => kind === "p").map(byTopic)),
    };
  }

  /** Ask for all shards of a run at once: the steps that read them wait for one after another. */
  prefetch(run) {
    for (const { token } of tokensOf(run)) this.store.posting(token).catch(() => {});
  }

  /** One term that was typed without a blank. */
  async term(term, question) {
    if (!question) return this.piece(term, this.store.head.stop);
    const { stop, ask } = this.store.head;
    const pieces = without(term, wordsIn(term, [...stop, ...ask])).filter((piece) => piece.length > 1);
    pieces.forEach((piece) => this.prefetch(piece));
    const { dropped } = this;
    for (const piece of pieces) await this.piece(piece, []);
    this.dropped = dropped; // what is left over in a question is a particle or the like
    return undefined;
  }

  /** The name of an agency or a place with which a longer run begins, "" if there is none. */
  async leading(piece) {
    const [first] = tokensOf(piece);
    if (!first) return "";
    const names = (await this.store.names(first.token)).filter(
      ([name, kind]) => PLACES.includes(kind) && piece.startsWith(name),
    );
    const longest = names.reduce((best, [name]) => (name.length > best.length ? name : best), "");
    return [...piece.slice(longest.length)].length > 1 ? longest : "";
  }

  /** A run without blanks: one unit if reports or names have it, else cut up; `stop` words go only then. */
  async piece(piece, stop) {
    const place = await this.leading(piece);
    if (place !== "") {
      await this.unit(place, await this.reports(place));
      return this.piece(piece.slice(place.length), stop);
    }
    const set = await this.reports(piece);
    const years = [...piece.matchAll(YEAR)].map((found) => [found.index, found.index + found[0].length]);
    if (years.length === 1 && years[0][1] - years[0][0] === piece.length) await this.year(piece);
    else if (set === null) this.units.push({ text: piece, single: true });
    else if (set.places.length > 0 || (await this.stands(piece))) await this.unit(piece, set);
    else {
      const into = [];
      for (const [from, to] of years) await this.year(piece.slice(from, to));
      for (const part of without(
        piece,
        [...years, ...wordsIn(piece, stop)].sort((a, b) => a[0] - b[0]),
      )) {
        into.push(...(await this.part(part)));
      }
      if (into.length === 0 && years.length === 0) await this.unit(piece, set);
      else if (into.length > 0 && (into.length > 1 || into[0] !== piece)) this.relaxed.push({ text: piece, into });
    }
    return undefined;
  }

  /** A run that no report has: names in it, and what lies between them, which may hold a wrong character. */
  async part(part) {
    const found = [];
    let [from, pieces] = [0, []];
    const between = async (to) => {
      const covered = pieces.reduce((sum, [start, end]) => sum + end - start, 0);
      const run = part.slice(from, to);
      if (run.length >= 4 && run.length <= 12 && covered < run.length) {
        const nearly = await reportsNearly(this.store, run);
        if (nearly.places.length > 0) {
          await this.unit(run, NOWHERE, nearly);
          found.push(run);
          return;
        }
      }
      let last = from;
      for (const [start, end] of [...pieces, [to, to]]) {
        // More than one character left over was asked for and is not there; one alone says too little to look for.
        if (start - last > 1) await this.unit(part.slice(last, start), NOWHERE);
        else if (start > last && pieces.length > 0) this.dropped = true;
        last = end;
        if (start === end) continue;
        const text = part.slice(start, end);
        await this.unit(text, await this.reports(text));
        found.push(text);
      }
    };
    for (const [start, end, place] of await this.cut(part)) {
      if (!place) pieces.push([start, end]);
      else {
        await between(start);
        await this.unit(part.slice(start, end), await this.reports(part.slice(start, end)));
        found.push(part.slice(start, end));
        [from, pieces] = [end, []];
      }
    }
    await between(part.length);
    return found;
  }

  /** Cuts a run into names and the longest runs that reports have: [[from, to, whether it names a place or an agency] …]. */
  async cut(run) {
    const text = run.slice(0, LONGEST);
    const names = new Map();
    for (const { token } of tokensOf(text)) {
      for (const [name, kind] of await this.store.names(token))
        names.set(name, names.get(name) || PLACES.includes(kind));
    }
    // best[i]: the worth of the best cut of the first i characters, and the piece that ends it
    const best = [{ worth: 0 }];
    const inWord = (at) => wordEnds(text.slice(0, at)) && at < text.length && !isHan(text.slice(at));
    for (let end = 1; end <= text.length; end++) {
      best.push({ worth: best[end - 1].worth, from: end - 1 });
      if (inWord(end)) continue;
      for (let from = end - 2; from >= 0; from--) {
        const piece = text.slice(from, end);
        const known = names.has(piece);
        const worth = best[from].worth + piece.length ** 2 + (known ? 1 : 0);
        if (worth <= best[end].worth || inWord(from)) continue;
        if (known || ((await this.reports(piece))?.places.length ?? 0) > 0) best[end] = { worth, from, piece };
      }
    }
    const pieces = [];
    for (let at = text.length; at > 0; at = best[at].from) {
      if (best[at].piece) pieces.unshift([best[at].from, at, names.get(best[at].piece) === true]);
    }
    return pieces;
  }

  async year(text) {
    this.units.push({
      text,
      year: Number(text.slice(0, 4)),
      set: (await this.reports(text)) ?? { places: [], flags: [] },
    });
  }

  /** A word or phrase with everything that may stand for it. */
  async unit(text, set, nearly = null) {
    if (this.units.some((unit) => unit.text === text)) return;
    const named = await this.entries(text);
    this.named.push(...named);
    const unit = {
      text,
      set,
      place: named.some(([, kind]) => PLACES.includes(kind)),
      ...(await this.standIns(text, set, set.places.length < ENOUGH ? named : [])),
      nearly: nearly && { weight: TYPO_WEIGHT, set: nearly },
    };
    const tokens = tokensOf(text);
    unit.tokens = await Promise.all(
      tokens.map(async ({ token }) => {
        const posting = await this.store.posting(token);
        // A pair that no report has stands at the joint of two words, or holds a slip: it says little.
        return { token, posting, weight: posting ? inverse(this.store.size, posting.places.length) : UNKNOWN };
      }),
    );
    this.units.push(unit);
  }

  /** Weights of units: the fewer reports have one, the more it says. */
  weigh() {
    for (const unit of this.units) {
      unit.weight = this.weight(unit);
      unit.optional = this.units.length > 1 && this.partWords.includes(unit.text);
      if (unit.optional) unit.weight *= 0.3;
    }
  }

  weight(unit) {
    const { size } = this.store;
    if (unit.single) return UNKNOWN;
    if (unit.year) {
      const [from, to] = this.store.placesOf(unit.year) ?? [0, 0];
      const weight = inverse(size, to - from);
      return this.wishes.some(([wants]) => wants === "next_year_plan")
        ? weight
        : Math.min(MOST_YEAR, YEAR_SHARE * weight);
    }
    const sets = [unit.set, ...standIns(unit).map(({ set }) => set)];
    const reports = unit.set.places.length > 0 ? unit.set.places.length : union(sets).length;
    if (reports > 0) return inverse(size, reports);
    const known = unit.tokens.filter(({ posting }) => posting !== null);
    return known.length > 0 ? unit.tokens.reduce((sum, { weight }) => sum + weight, 0) / unit.tokens.length : UNKNOWN;
  }

  /** The wishes that words of the query show. */
  get wishes() {
    const shown = this.store.head.wishes.filter(([, words]) => words.some((word) => this.asked.includes(word)));
    // 调解率 where no report says so: 调解 with a figure
    if (this.relaxed.some(({ text }) => COUNTING.test(text))) shown.push(["figures", [], []]);
    return shown;
  }

  get partWords() {
    return this.wishes.filter(([wants]) => PARTS.includes(wants)).flatMap(([, words]) => words);
  }
}

/**
 * Understand a query.
 *
 * @returns {Promise<object>} `whole`: the folded phrase to look for first, null for a question; `units`: what must be
 *   found, with `set` (reports that may hold it), `others` (other words for it), `topics` (of that name), `nearly` (one
 *   wrong character) and `weight`; `named`: the names of the vocabulary in it; `wishes`: [[what, words, cues] …];
 *   `relaxed`: terms that no report has, and what they were cut into; `dropped`: whether a character was left over in
 *   one of them, so that no report has all that was asked for
 */
export async function understand(raw, store) {
  const reading = new Reading(store);
  const folded = (await Promise.all(parts(raw.slice(0, 200)).map((part) => store.fold(part)))).filter(Boolean);
  reading.asked = folded.join(" ");
  const terms = [...new Set(folded.flatMap((part) => part.split(" ")))];
  const { ask, stop } = store.head;
  const empty = (term) => without(term, wordsIn(term, [...ask, ...stop])).length === 0;
  const full = terms.filter((term) => !empty(term));
  const asked = full.length > 0 ? full : terms;
  const questions = asked.filter((term) => full.length > 0 && wordsIn(term, ask).length > 0);
  asked.filter((term) => !questions.includes(term)).forEach((term) => reading.prefetch(term));
  store.readAhead();
  for (const term of asked) await reading.term(term, questions.includes(term));
  reading.weigh();
  const { units, wishes, relaxed, dropped } = reading;
  const named = [...new Set(reading.named)].filter(([, kind]) => NAMED.includes(kind));
  const whole =
    questions.length > 0
      ? null
      : folded.reduce((all, part) => all + (wordEnds(all) && !isHan(part) ? " " : "") + part, "");
  const wholeSet =
    units.length === 1 && units[0].text === whole ? units[0].set : whole && (await reportsWith(store, whole));
  return { raw, folded: reading.asked, terms, whole, wholeSet, units, named, wishes, relaxed, dropped };
}
