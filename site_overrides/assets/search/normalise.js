/* One spelling for everything that reads the same; the rules stand in generator/search/normalise.py, which this
 * follows step by step. Both are held to tests/cases/search/normalise.tsv. */

const HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{323af}";
const IS_HAN = new RegExp(`^[${HAN}]`, "u");
const WORD = /^[\p{L}\p{N}\p{M}]/u;
const JOINING = new Set(
  "\"'“”‘’«»‹›「」『』〈〉《》<>()[]{}〔〕【】〖〗、·・•‧+-_*\u0060~^| \t\n\v\f\r\u00ad\u200b\u200c\u200d\u2060\ufeff",
);
const GROUPED = /(?<![0-9])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])/g;
const INSIDE_GB2312 = new Map(["後后", "於于", "徵征", "夥伙", "菸烟"].map((pair) => [...pair]));

const folds = new Map();
let simpleCharacters = null;

export const isHan = (character) => IS_HAN.test(character);

/** Whether a traditional character may be among them: then `fold` wants the table of traditional characters. */
export function wantsTable(text) {
  if (simpleCharacters === null) {
    // GB 2312 holds the simplified characters; the decoder of its superset, in every browser, lists them.
    const bytes = new Uint8Array(72 * 94 * 2);
    for (let index = 0; index < 72 * 94; index++) {
      bytes[2 * index] = 0xb0 + Math.floor(index / 94);
      bytes[2 * index + 1] = 0xa1 + (index % 94);
    }
    simpleCharacters = new Set(new TextDecoder("gb18030").decode(bytes));
  }
  return [...text.normalize("NFKC")].some((character) => isHan(character) && !simpleCharacters.has(character));
}

/** A string of pairs (traditional, simplified) as a table for `fold`. */
export function tableOf(pairs) {
  const characters = [...pairs];
  const table = new Map();
  for (let index = 0; index + 1 < characters.length; index += 2) table.set(characters[index], characters[index + 1]);
  return table;
}

/** The folded characters of one code point: words as they are, " " separates, "\ue000" joins, "." and "," wait. */
function foldOne(character) {
  let folded = folds.get(character);
  if (folded !== undefined) return folded;
  folded = "";
  if (character === ",") folded = ",";
  else {
    for (const one of character.normalize("NFKC").toLowerCase()) {
      if (JOINING.has(one)) folded += "\ue000";
      else if (one === "." || one === "%" || one === "‰") folded += one;
      else if (one === "," || !WORD.test(one)) folded += " ";
      else folded += INSIDE_GB2312.get(one) ?? one;
    }
  }
  folds.set(character, folded);
  return folded;
}

const isDigit = (character) => character >= "0" && character <= "9";

/**
 * The text in its one spelling.
 * @param {string} text
 * @param {Map<string, string>|null} table traditional → simplified, where `wantsTable` asks for it
 * @returns {{text: string, map: number[]}} `map[i]` is where the i-th UTF-16 unit of the folded text came from
 */
export function fold(text, table = null) {
  let marked = "";
  const origins = [];
  let at = 0;
  for (const character of text) {
    let folded = foldOne(character);
    if (table !== null) folded = Array.from(folded, (one) => table.get(one) ?? one).join("");
    marked += folded;
    for (let index = 0; index < folded.length; index++) origins.push(at);
    at += character.length;
  }
  const dropped = new Set();
  if (marked.includes(",")) {
    for (const group of marked.matchAll(GROUPED)) {
      for (let index = 0; index < group[0].length; index++) {
        if (group[0][index] === ",") dropped.add(group.index + index);
      }
    }
  }
  let out = "";
  const map = [];
  let joining = false;
  let separating = false;
  for (let index = 0; index < marked.length; index++) {
    const character = marked[index];
    if (dropped.has(index)) continue;
    if (character === "\ue000") joining = true;
    else if (character === " " || character === ",") separating = true;
    else if (character === "." && !(isDigit(marked[index - 1] ?? " ") && isDigit(marked[index + 1] ?? " ")))
      separating = true;
    else {
      const code = marked.codePointAt(index);
      const whole = String.fromCodePoint(code);
      if (out !== "" && (separating || (joining && wordEnds(out) && !isHan(whole) && whole !== "%" && whole !== "‰"))) {
        out += " ";
        map.push(origins[index]);
      }
      separating = joining = false;
      for (let unit = 0; unit < whole.length; unit++) map.push(origins[index + unit]);
      out += whole;
      index += whole.length - 1;
    }
  }
  return { text: out, map };
}

/** Whether the folded text ends in a word, a number or a rate: not in a Chinese character, whose low surrogate counts. */
export function wordEnds(folded) {
  if (folded === "") return false;
  const last = folded[folded.length - 1];
  if (last >= "\udc00" && last <= "\udfff") return !isHan(folded.slice(-2));
  return !isHan(last);
}

const RUNS = new RegExp(`[${HAN}]+|[^ %‰${HAN}]+`, "gu");

/**
 * What a folded phrase is looked up by, in order.
 * @returns {{token: string, next: string}[]} `next` is the character after it, "" at the end of the phrase
 */
export function tokensOf(folded) {
  const tokens = [];
  for (const run of folded.matchAll(RUNS)) {
    const characters = [...run[0]];
    const [after = ""] = folded.slice(run.index + run[0].length);
    if (!isHan(run[0])) tokens.push({ token: run[0], next: after });
    else {
      characters.push(after);
      for (let index = 0; index + 2 < characters.length; index++) {
        tokens.push({ token: characters[index] + characters[index + 1], next: characters[index + 2] });
      }
    }
  }
  return tokens;
}
