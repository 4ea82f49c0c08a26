/* [typed …] → for each the names offered. */

import { input, load, openStore, output } from "./client.mjs";

const { suggestions } = await load("suggest");
const { store } = await openStore();
output(
  await Promise.all((await input()).map(async (typed) => (await suggestions(store, typed)).map(({ name }) => name))),
);
