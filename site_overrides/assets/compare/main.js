// The comparison page. Everything it shows comes from static JSON files of the site; the choice stands in the address.

import { csvText, download } from "../search/csv.js";
import { makeColumn, makeRows, makeSheet, readChoices, remark, writeChoices, written } from "./model.js";

const LEAST = 2;
const MOST = 4;

const page = document.getElementById("gongkai-compare");
if (page) start(page);

async function start(page) {
  const root = new URL(page.dataset.root, document.baseURI);
  const form = page.querySelector("form");
  const status = page.querySelector("[role=status]");
  const place = page.querySelector(".table-scroll");
  const save = page.querySelector("[data-do=csv]");
  const fetchJson = async (path) => {
    const answer = await fetch(new URL(path, root));
    if (!answer.ok) throw new Error(path);
    return answer.json();
  };
  const { agencies } = await fetchJson("data/agencies.json");
  const names = new Map();
  for (const agency of agencies) {
    for (const year of agency.years) names.set(`${agency.name} ${year}年`, { agency: agency.id, year });
    names.set(agency.name, { agency: agency.id, year: null });
  }
  const list = page.querySelector("datalist");
  for (const name of names.keys()) list.append(element("option", { value: name }));
  let table = null;

  const nameOf = ({ agency, year }) => {
    const known = agencies.find((item) => item.id === agency);
    return known ? known.name + (year ? ` ${year}年` : "") : "";
  };
  const fields = page.querySelector(".compare-choices");
  const addField = (value = "") => {
    const number = fields.children.length + 1;
    const input = element("input", {
      id: `compare-${number}`,
      list: "compare-agencies",
      placeholder: "输入名称，从提示中选择",
      value,
      autocomplete: "off",
    });
    const label = element("label", { for: input.id }, `机关 ${number}`);
    fields.append(element("span", { class: "compare-choice" }, label, input));
    page.querySelector("[data-do=add]").hidden = number >= MOST;
    return input;
  };

  const show = async () => {
    const choices = readChoices(location.search).filter((choice) => nameOf(choice));
    fields.replaceChildren();
    for (let number = 0; number < Math.max(LEAST, choices.length); number += 1) {
      addField(choices[number] ? nameOf(choices[number]) : "");
    }
    place.replaceChildren();
    table = null;
    save.hidden = true;
    if (choices.length < LEAST) {
      status.textContent = "请选择至少两个机关或年度。";
      return;
    }
    const columns = await Promise.all(
      choices.map(async ({ agency, year }) => makeColumn(await fetchJson(`agencies/${agency}/indicators.json`), year)),
    );
    const rows = makeRows(columns);
    table = { columns, rows };
    save.hidden = rows.length === 0;
    status.textContent = rows.length
      ? `共有 ${rows.length} 项指标至少两方都报告了。`
      : "所选机关没有都报告了的可比指标。";
    if (rows.length) place.append(draw(columns, rows, root));
  };

  form.hidden = false;
  page.querySelector(".compare-plain").hidden = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const values = [...fields.querySelectorAll("input")].map((input) => input.value.trim()).filter(Boolean);
    const unknown = values.find((value) => !names.has(value));
    if (unknown) {
      status.textContent = `没有收录“${unknown}”，请从提示中选择。`;
      return;
    }
    history.pushState(null, "", writeChoices(values.map((value) => names.get(value))));
    show();
  });
  page.querySelector("[data-do=add]").addEventListener("click", () => addField().focus());
  save.addEventListener("click", () => {
    if (table) download(csvText(makeSheet(table.columns, table.rows)), "比较.csv");
  });
  addEventListener("popstate", show);
  await show();
}

function draw(columns, rows, root) {
  const head = element("tr", {}, element("th", { scope: "col" }, "指标"));
  for (const column of columns) head.append(element("th", { scope: "col" }, `${column.name}（${column.year}年）`));
  head.append(element("th", { scope: "col" }, "可比性"));
  const body = rows.map((row) => {
    const name = element("a", { href: new URL(`indicators/${row.indicator}/`, root).href }, row.name);
    const first = element("th", { scope: "row" }, name);
    if (row.dimension) first.append(`（${row.dimension}）`);
    const cells = row.cells.map((figures) => {
      const cell = element("td", { class: "value" });
      figures.forEach((item, number) => {
        if (number) cell.append("、");
        cell.append(element("a", { href: new URL(item.link, root).href }, written(item)));
      });
      if (!figures.length) cell.append(element("span", { class: "unstated" }, "未提及"));
      return cell;
    });
    return element("tr", {}, first, ...cells, element("td", {}, remark(row)));
  });
  return element(
    "table",
    { class: "comparison" },
    element("caption", {}, "比较结果"),
    element("thead", {}, head),
    element("tbody", {}, ...body),
  );
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
