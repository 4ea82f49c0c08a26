/* A search from query to pages of results. Runs in the browser and in Node; knows nothing of how results look. */

import { candidates, EXACT, NEAR } from "./candidates.js";
import { read, SAME_REPORT } from "./passages.js";
import { understand } from "./query.js";

export const PAGE = 10;
const AHEAD = 1;
const TOGETHER_WITHIN = 24;
const FEW = 5;
const LEAST_COVERAGE = 0.4;
const SOME_COVERAGE = 0.3;
const BESIDE_BEST = 0.45;

/** Places that the filters by year, agency and region leave; null for all. */
async function allowedPlaces(store, filters) {
  const tokens = [...(filters.agency ?? []).map((id) => `@a:${id}`)];
  const groups = [];
  if (tokens.length > 0) groups.push(tokens);
  if (filters.region?.length > 0) groups.push(filters.region.map((name) => `@r:${name}`));
  if (filters.theme?.length > 0) groups.push(filters.theme.map((id) => `@t:${id}`));
  if (filters.part?.length > 0) groups.push(filters.part.map((kind) => `@k:${kind}`));
  if (filters.figures) groups.push(["@n"]);
  const sets = await Promise.all(
    groups.map(async (group) => {
      const postings = await Promise.all(group.map((token) => store.posting(token)));
      return new Set(postings.flatMap((posting) => [...(posting?.places ?? [])]));
    }),
  );
  if (filters.year?.length > 0) {
    const places = new Set();
    for (const year of filters.year) {
      const [from, to] = store.placesOf(Number(year)) ?? [0, 0];
      for (let place = from; place < to; place++) places.add(place);
    }
    sets.push(places);
  }
  if (sets.length === 0) return null;
  return sets.reduce((all, each) => new Set([...all].filter((place) => each.has(place))));
}

const passing = (filters) => (line) =>
  (!filters.theme?.length || filters.theme.some((theme) => line.themes.includes(theme))) &&
  (!filters.part?.length || filters.part.includes(line.kind)) &&
  (!filters.figures || line.figures);

const better = (a, b) => b.score - a.score || a.document.place - b.document.place;

export class Search {
  /**
   * @param {object} store an open `Store`
   * @param {string} raw what was typed
   * @param {{filters?: object, sort?: "relevance"|"year"}} options
   */
  static async start(store, raw, { filters = {}, sort = "relevance" } = {}) {
    const query = await understand(raw, store);
    const allowed = await allowedPlaces(store, filters);
    return new Search(store, query, candidates(query, store, allowed), filters, sort);
  }

  constructor(store, query, tiers, filters, sort) {
    this.store = store;
    this.query = query;
    this.filters = filters;
    this.sort = sort;
    this.passes = passing(filters);
    this.waiting = tiers;
    if (sort === "year") {
      this.waiting = { exact: [], all: [...tiers.exact, ...tiers.all].sort((a, b) => a - b), near: tiers.near };
    }
    this.full = []; // exact and all words, in their order
    this.held = []; // all words in one report, until those with all in one paragraph are through
    this.later = []; // fetched, and only near
    this.near = [];
    this.best = 0;
    this.nearWanted = false;
  }

  /** Whether every report that may hold the whole query has been read: counts are then exact. */
  get settled() {
    return this.waiting.exact.length === 0 && this.waiting.all.length === 0 && this.held.length === 0;
  }

  /** How many reports that may hold the whole query are not read yet. */
  get unread() {
    return this.waiting.exact.length + this.waiting.all.length;
  }

  /** Whether near matches belong to the results: where few reports have everything, or somebody wants them. */
  get nearShown() {
    return this.settled && (this.nearWanted || this.full.length < FEW);
  }

  /** Whether a page follows this one. */
  hasAfter(number) {
    const shown = this.full.length + (this.nearShown ? this.near.length : 0);
    return shown > number * PAGE || !this.settled || (this.nearShown && !this.nearSettled);
  }

  get nearSettled() {
    return this.settled && this.waiting.near.length === 0 && this.later.length === 0;
  }

  async readNext(places, count) {
    const batch = places.splice(0, count);
    const documents = await Promise.all(batch.map((place) => this.store.document(place)));
    return documents.map((document) => read(document, this.query, this.passes)).filter((result) => result !== null);
  }

  async readExact(wanted) {
    while (this.full.length < wanted && this.waiting.exact.length > 0) {
      const results = (await this.readNext(this.waiting.exact, wanted - this.full.length + AHEAD)).sort(better);
      for (const result of results) {
        if (result.tier === EXACT) this.full.push(result);
        else if (result.tier === NEAR) this.later.push(result);
        else this.held.push(result);
      }
    }
    if (this.waiting.exact.length === 0) this.release();
  }

  /** Held results with all words in one paragraph join the list; the others stay. */
  release() {
    this.full.push(...this.held.filter(({ tier }) => tier !== SAME_REPORT).sort(better));
    this.held = this.held.filter(({ tier }) => tier === SAME_REPORT);
  }

  async readAll(wanted) {
    let ahead = 0;
    while (this.full.length < wanted && this.waiting.all.length > 0 && ahead < TOGETHER_WITHIN) {
      const few = this.waiting.all.length <= PAGE + AHEAD;
      const results = await this.readNext(
        this.waiting.all,
        few ? this.waiting.all.length : wanted - this.full.length + AHEAD,
      );
      ahead += results.length;
      for (const result of results) (result.tier === NEAR ? this.later : this.held).push(result);
      this.release();
    }
    if (this.full.length < wanted) {
      this.full.push(...this.held.sort(better).splice(0));
    }
  }

  async readByYear(wanted) {
    while (this.full.length < wanted && this.waiting.all.length > 0) {
      for (const result of await this.readNext(this.waiting.all, wanted - this.full.length + AHEAD)) {
        (result.tier === NEAR ? this.later : this.full).push(result);
      }
    }
  }

  async readNear(wanted) {
    const fresh = this.later.splice(0);
    while (this.near.length + fresh.length < wanted && this.waiting.near.length > 0) {
      fresh.push(...(await this.readNext(this.waiting.near, wanted - this.near.length - fresh.length + AHEAD)));
    }
    this.best = Math.max(this.best, ...[...this.full, ...fresh].map(({ score }) => score));
    // The first few may be weaker: where little is found, a little is worth showing.
    const good = fresh.sort(better).filter((one, index) => {
      if (this.near.length + index < FEW && one.coverage >= SOME_COVERAGE) return true;
      return one.coverage >= LEAST_COVERAGE && one.score >= BESIDE_BEST * this.best;
    });
    this.near.push(...good);
    if (good.length === 0) this.waiting.near = [];
  }

  /**
   * The results of a page, from 1.
   *
   * Near matches follow by themselves where fewer than five reports have everything, else when `nearWanted` is set.
   * @returns {Promise<object[]>} results of `read`; `tier` says what each is
   */
  async page(number) {
    const wanted = number * PAGE;
    if (this.sort === "year") await this.readByYear(wanted);
    else {
      await this.readExact(wanted);
      if (this.full.length < wanted) await this.readAll(wanted);
    }
    while (this.full.length < wanted && !this.settled)
      await (this.sort === "year" ? this.readByYear(wanted) : this.readAll(wanted));
    if (this.nearShown) {
      while (this.full.length + this.near.length < wanted && !this.nearSettled)
        await this.readNear(wanted - this.full.length);
    }
    return [...this.full, ...(this.nearShown ? this.near : [])].slice(wanted - PAGE, wanted);
  }

  /** Reads every report that may hold the whole query: then order, counts and facets are exact. */
  async complete(progress = () => {}, stopped = () => false) {
    const total = this.waiting.exact.length + this.waiting.all.length;
    let seen = 0;
    const results = [];
    for (const places of [this.waiting.exact, this.waiting.all]) {
      while (places.length > 0 && !stopped()) {
        const some = await this.readNext(places, 24);
        results.push(...some);
        progress((seen += 24) > total ? total : seen, total);
      }
    }
    this.held.push(...results.filter(({ tier }) => tier !== NEAR));
    this.later.push(...results.filter(({ tier }) => tier === NEAR));
    const all = [...this.full, ...this.held.splice(0)];
    if (this.sort === "year") all.sort((a, b) => a.document.place - b.document.place);
    else all.sort((a, b) => a.tier - b.tier || better(a, b));
    this.full = all;
  }
}
