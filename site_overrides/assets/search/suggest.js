/* Suggestions while typing: a combobox after the ARIA pattern, with the names that the index holds. */

import { el, fill } from "./element.js";
import { tokensOf } from "./normalise.js";

const KINDS = { i: "指标", p: "专题", t: "主题", r: "地区", a: "机关", q: "原文用语" };
const ORDER = Object.keys(KINDS).join("");
const MOST = 8;
const OF_ONE_KIND = 4;
const PAUSE = 120;
let number = 0;

/** Names for what was typed so far: [{kind, name}], those that begin with it first. */
export async function suggestions(store, typed) {
  const text = await store.fold(typed.slice(-30));
  const [first] = tokensOf(text);
  if (!first || !text.startsWith(first.token) || text.length < 2) return [];
  const [names, inside] = await Promise.all([store.names(first.token), store.inside(first.token)]);
  const found = new Map();
  for (const [list, rank] of [
    [names, 0],
    [inside, 2],
  ]) {
    for (const [key, kind, name = key, , , figures] of list) {
      if (kind === "s" || !key.startsWith(text) || found.has(kind + name)) continue;
      // An indicator that no report has yet is offered last; an alias comes after the names themselves.
      const late = (kind === "i" && !figures ? 4 : 0) + (name.startsWith(text) ? 0 : 1);
      found.set(kind + name, { kind, name, rank: rank + late });
    }
  }
  const order = (a, b) =>
    a.rank - b.rank || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.name.length - b.name.length;
  const kinds = {};
  const few = ({ kind }) => (kinds[kind] = (kinds[kind] ?? 0) + 1) <= OF_ONE_KIND;
  return [...found.values()].sort(order).filter(few).slice(0, MOST);
}

/** The last word of the input is being typed; a suggestion replaces it. */
const split = (value) =>
  /^(.*\s)?(\S*)$/u
    .exec(value)
    .slice(1)
    .map((part) => part ?? "");

export class Suggest {
  /** @param {HTMLInputElement} input @param {() => Promise<object>} openStore */
  constructor(input, openStore) {
    this.input = input;
    this.openStore = openStore;
    this.list = el("ul", {
      class: "gk-suggest",
      role: "listbox",
      id: `gk-suggest-${++number}`,
      hidden: true,
      "aria-label": "建议",
    });
    this.active = -1;
    this.composing = false;
    input.after(this.list);
    const attributes = {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
      autocomplete: "off",
    };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    input.addEventListener("compositionstart", () => (this.composing = true));
    input.addEventListener("compositionend", () => {
      // The key that ends a composition may come after this event: it must not search.
      setTimeout(() => (this.composing = false));
      this.later();
    });
    input.addEventListener("input", () => this.later());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    input.form.addEventListener(
      "submit",
      (event) => {
        if (this.composing) {
          event.preventDefault();
          event.stopImmediatePropagation();
        } else this.close();
      },
      true,
    );
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose([...this.list.children].indexOf(option));
    });
    this.later(); // somebody may have typed while this was loading
  }

  later() {
    clearTimeout(this.timer);
    if (!this.composing) this.timer = setTimeout(() => this.update(), PAUSE);
    else this.timer = setTimeout(() => this.later(), PAUSE);
  }

  async update() {
    if (this.composing || document.activeElement !== this.input) return;
    const { value } = this.input;
    const [, word] = split(value);
    const options = word === "" ? [] : await suggestions(await this.openStore(), word).catch(() => []);
    if (value !== this.input.value || document.activeElement !== this.input) return;
    this.options = options;
    this.active = -1;
    fill(
      this.list,
      ...options.map(({ kind, name }, index) =>
        el(
          "li",
          { role: "option", id: `${this.list.id}-${index}`, "aria-selected": "false" },
          name,
          el("span", { class: "gk-suggest__kind" }, ` ${KINDS[kind]}`),
        ),
      ),
    );
    this.open(options.length > 0);
  }

  open(shown) {
    this.list.hidden = !shown;
    this.input.setAttribute("aria-expanded", String(shown));
    if (!shown) this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    clearTimeout(this.timer);
    this.active = -1;
    this.open(false);
  }

  mark(index) {
    this.active = index;
    [...this.list.children].forEach((option, each) => option.setAttribute("aria-selected", String(each === index)));
    const option = this.list.children[index];
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  key(event) {
    if (event.isComposing || event.keyCode === 229 || this.composing) {
      if (event.key === "Enter") event.preventDefault();
      return;
    }
    const count = this.list.hidden ? 0 : this.list.children.length;
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count > 0) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.mark(((this.active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === "Escape" && count > 0) {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.choose(this.active);
    }
  }

  choose(index) {
    const [before] = split(this.input.value);
    this.input.value = before + this.options[index].name;
    this.close();
    this.input.form.requestSubmit();
  }
}
