/* Small helpers for building pages: text is always text, never markup. */

/** An element: `attributes` as in HTML, `onclick` and the like as functions; children are nodes, texts or null. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** Puts these children in the place of those that an element has. */
export function fill(element, ...children) {
  element.textContent = "";
  element.append(...children);
}

const LONGEST = 130;
const BEFORE = 30;

/** Ranges of the source text, merged and in order, from ranges of its folded text. */
function sourceRanges(line, ranges) {
  const ends = (at) => {
    const from = line.map[at - 1];
    return from + (line.text.codePointAt(from) > 0xffff ? 2 : 1);
  };
  const sorted = ranges.map(([from, to]) => [line.map[from], ends(to)]).sort((a, b) => a[0] - b[0]);
  const merged = [];
  for (const [from, to] of sorted) {
    const last = merged[merged.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** The stretch of a line to show: where most of its marked text lies close together, from the start of a clause. */
function bestStretch(text, ranges) {
  if (text.length <= LONGEST * 1.3) return [0, text.length];
  let best = [0, -1];
  for (const [from] of ranges) {
    const within = ranges.filter(([start, end]) => start >= from && end <= from + LONGEST - BEFORE);
    const marked = within.reduce((sum, [start, end]) => sum + end - start, 0);
    if (marked > best[1]) best = [from, marked];
  }
  const earliest = Math.max(0, best[0] - BEFORE);
  const clause = /[。；，：！？]/.exec(text.slice(earliest, best[0]));
  const from = earliest === 0 ? 0 : earliest + (clause ? clause.index + 1 : 0);
  return [from, Math.min(text.length, from + LONGEST)];
}

/** A line as nodes: its best stretch, with what was found in <mark>. */
export function excerpt(line, ranges) {
  const marks = sourceRanges(line, ranges);
  const [from, to] = bestStretch(line.text, marks);
  const nodes = [from > 0 ? "…" : ""];
  let at = from;
  for (const [start, end] of marks) {
    if (end <= from || start >= to) continue;
    nodes.push(
      line.text.slice(at, Math.max(start, at)),
      el("mark", {}, line.text.slice(Math.max(start, at), Math.min(end, to))),
    );
    at = Math.min(end, to);
  }
  nodes.push(line.text.slice(at, to), to < line.text.length ? "…" : "");
  return nodes.filter((node) => node !== "");
}
