/* The address of a search: everything that makes it up, so that it can be shared and the back button works. */

export const LISTS = ["year", "region", "agency", "theme", "part"];

/** What the address asks for: {q, filters, sort, page, near}. */
export function readAddress(search) {
  const given = new URLSearchParams(search);
  const filters = Object.fromEntries(LISTS.map((name) => [name, given.getAll(name).filter(Boolean)]));
  filters.figures = given.get("figures") === "1";
  const page = Math.min(1000, Math.max(1, Number.parseInt(given.get("page") ?? "1", 10) || 1));
  return {
    q: (given.get("q") ?? "").trim(),
    filters,
    sort: given.get("sort") === "year" ? "year" : "relevance",
    page,
    near: given.get("near") === "1",
  };
}

/** The query part of an address, "?…"; what is as usual is left out. */
export function writeAddress({ q, filters, sort, page, near }) {
  const parts = new URLSearchParams({ q });
  for (const name of LISTS) for (const value of filters[name] ?? []) parts.append(name, value);
  if (filters.figures) parts.set("figures", "1");
  if (sort === "year") parts.set("sort", "year");
  if (near) parts.set("near", "1");
  if (page > 1) parts.set("page", String(page));
  return `?${parts}`;
}

/** The same filters with one value put in or taken out. */
export function toggled(filters, name, value) {
  if (name === "figures") return { ...filters, figures: !filters.figures };
  const values = filters[name] ?? [];
  return { ...filters, [name]: values.includes(value) ? values.filter((each) => each !== value) : [...values, value] };
}
