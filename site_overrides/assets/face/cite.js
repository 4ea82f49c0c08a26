/* 复制引用: a reference by GB/T 7714 (electronic report, [R/OL]) that names the version by the hash of its file. */

import { errorLink } from "./feedback.js";
import { say } from "./say.js";

/** `day` as 2026-07-01, in the reader's own calendar. */
function dayOf(date) {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** The reference; `anchor` is the id of a paragraph or sentence, "" for the report as a whole. */
export function reference({ agency, title, published, hash, address }, anchor, today) {
  const author = agency ? `${agency}. ` : "";
  const dated = published ? `(${published})` : "";
  const place = anchor ? `${address}#${anchor}` : address;
  return `${author}${title}[R/OL]. ${dated}[${dayOf(today)}]. ${place}. 文件版本SHA-256：${hash}.`;
}

function described(report) {
  const { agency, title, published, hash, address } = report.dataset;
  return { agency, title, published, hash, address: address || location.href.split("#")[0] };
}

/** Copies; where the clipboard is not to be had, shows the text selected in a field of `box`. */
async function copy(text, box) {
  try {
    await navigator.clipboard.writeText(text);
    say("已复制引用格式");
  } catch {
    showField(text, box);
  }
}

function showField(text, box) {
  const label = document.createElement("label");
  label.textContent = "请复制下面的引用格式：";
  const field = document.createElement("textarea");
  field.readOnly = true;
  field.rows = 4;
  field.value = text;
  label.append(field);
  box.replaceChildren(label);
  box.hidden = false;
  field.focus();
  field.select();
}

export function wakeCiting(report) {
  const box = report.querySelector("[data-gk-cite-box]");
  report.querySelector("[data-gk-cite]")?.addEventListener("click", () => {
    copy(reference(described(report), "", new Date()), box);
  });
  let tools = null;
  report.addEventListener("click", (event) => {
    const link = event.target.closest(".permalink");
    if (!link) return;
    tools?.remove();
    tools = passageTools(report, decodeURIComponent(link.hash.slice(1)));
    link.closest(".passage").after(tools);
  });
}

/** The tools of one paragraph: they come after it when its link is followed, and go when another one is. */
function passageTools(report, anchor) {
  const tools = document.createElement("div");
  tools.className = "passage-tools aid";
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", "本段");
  const box = document.createElement("div");
  box.className = "cite-box";
  box.hidden = true;
  const cite = button("复制引用", () => copy(reference(described(report), anchor, new Date()), box));
  const close = button("收起", () => {
    report.querySelector(`.permalink[href="#${CSS.escape(anchor)}"]`)?.focus();
    tools.remove();
  });
  tools.append(...[cite, errorLink(report, anchor), close, box].filter(Boolean));
  return tools;
}

function button(name, act) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "gk-button gk-button--quiet";
  element.textContent = name;
  element.addEventListener("click", act);
  return element;
}
