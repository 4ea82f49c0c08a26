/* [query …] → for each {ids, tiers, scores, missing, units, bytes}: the first page in a fresh client. */

import { input, load, openStore, output } from "./client.mjs";

const { Search } = await load("engine");
const found = [];
for (const query of await input()) {
  const { store, read } = await openStore();
  const search = await Search.start(store, query);
  const results = await search.page(1);
  found.push({
    query,
    ids: results.map(({ document }) => document.id),
    tiers: results.map(({ tier }) => tier),
    scores: results.map(({ score }) => Number(score.toFixed(2))),
    missing: results.map(({ missing }) => missing),
    units: search.query.units.map(({ text }) => text),
    settled: search.settled,
    bytes: read.bytes,
  });
}
output(found);
