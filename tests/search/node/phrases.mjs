/* [phrase …] → for each the ids of all reports that are said to hold it as it stands, sorted. */

import { input, load, openStore, output } from "./client.mjs";

const { Search } = await load("engine");
const { store } = await openStore();
store.kept = Infinity;
const found = [];
for (const phrase of await input()) {
  const search = await Search.start(store, phrase);
  await search.complete();
  found.push(
    search.full
      .filter(({ tier }) => tier === 0)
      .map(({ document }) => document.id)
      .sort(),
  );
}
output(found);
