/* [text …] → [[folded, whether every folded unit came from where `map` says] …] */

import { input, load, output } from "./client.mjs";

const { fold, tableOf, wantsTable } = await load("normalise");
const { texts, pairs } = await input();
const table = tableOf(pairs);
output(
  texts.map((text) => {
    const { text: folded, map } = fold(text, wantsTable(text) ? table : null);
    const rising = map.every((at, index) => at >= 0 && at < text.length && (index === 0 || at >= map[index - 1]));
    return [folded, rising && map.length === folded.length];
  }),
);
