// Which figures stand side by side: one row for each indicator, dimension and kind of unit that two columns report.

const LIMIT = 4;

/** Choices of an address: `?a=<agency>` or `?a=<agency>@<year>`, two to four of them. */
export function readChoices(search) {
  return new URLSearchParams(search).getAll("a").filter(Boolean).slice(0, LIMIT).map((text) => {
    const [agency, year] = text.split("@");
    return { agency, year: year ? Number(year) : null };
  });
}

/** The address of choices, the inverse of `readChoices`. */
export function writeChoices(choices) {
  const parameters = new URLSearchParams();
  for (const { agency, year } of choices) parameters.append("a", year ? `${agency}@${year}` : agency);
  return `?${parameters}`;
}

/** Columns: the chosen agency's figures of the chosen year, the newest where none is chosen. */
export function makeColumn(data, year) {
  const chosen = year ?? Math.max(...data.years);
  return { id: data.id, name: data.name, year: chosen, figures: data.figures.filter((item) => item.year === chosen) };
}

/**
 * Rows shared by at least two columns, in the order of the first column that has them. A cell is the list of figures
 * of that column, empty where it does not mention the indicator.
 */
export function makeRows(columns) {
  const rows = new Map();
  columns.forEach((column, place) => {
    for (const figure of column.figures) {
      const key = [figure.indicator, figure.dimension, figure.counted_in, figure.per].join("\n");
      if (!rows.has(key)) rows.set(key, { ...figure, cells: columns.map(() => []) });
      rows.get(key).cells[place].push(figure);
    }
  });
  return [...rows.values()].filter((row) => row.cells.filter((cell) => cell.length).length > 1);
}

/** A figure as its report writes it, with its time where that is not the year of the report. */
export function written({ mention, other_time: time }) {
  return time ? `${mention}（${time}）` : mention;
}

/** What spoils a comparison of a row, in words; "" if nothing does. */
export function remark(row) {
  const figures = row.cells.flat();
  const notes = [];
  if (figures.some((item) => item.qualifier !== "none")) notes.push("含约数或上下限");
  if (new Set(figures.map((item) => item.year)).size > 1) notes.push("年度不同");
  if (figures.some((item) => item.other_time)) notes.push("期间不是整个年度");
  if (row.cells.some((cell) => cell.length > 1)) notes.push("同一报告有多个数值");
  return notes.join("；");
}

/** The table as rows of text, the head first. */
export function makeSheet(columns, rows) {
  const head = ["指标", "范围", ...columns.map((column) => `${column.name} ${column.year}年`), "说明"];
  const body = rows.map((row) => [
    row.name,
    row.dimension || "全部",
    ...row.cells.map((list) => list.map(written).join("、") || "未提及"),
    remark(row),
  ]);
  return [head, ...body];
}
