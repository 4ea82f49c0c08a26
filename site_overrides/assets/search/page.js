/* The search page: address → search → results, and back. */

import { answersTo } from "./answers.js";
import { readAddress, writeAddress } from "./address.js";
import { el, fill } from "./element.js";
import { PAGE, Search } from "./engine.js";
import { facetsView } from "./facets.js";
import { answersView, emptyView, explain, pagerView, resultView, summary } from "./view.js";

const MANY = 400;

export class SearchPage {
  /**
   * @param {HTMLElement} root the element with `data-index` and `data-site`
   * @param {() => Promise<object>} openStore
   */
  constructor(root, openStore) {
    this.root = root;
    this.openStore = openStore;
    this.site = root.dataset.site;
    this.form = root.querySelector("form");
    this.input = this.form.elements.namedItem("q");
    this.catalogue = root.querySelector(".gk-search__plain a").getAttribute("href");
    this.parts = Object.fromEntries([...root.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part]));
    this.running = 0;
    this.stop = null;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const { sort } = readAddress(location.search);
      this.go({ q: this.input.value.trim(), filters: {}, sort, page: 1, near: false });
    });
    root.addEventListener("click", (event) => this.follow(event));
    addEventListener("popstate", () => this.show());
  }

  /** Links inside the page change the address without loading it anew. */
  follow(event) {
    const link = event.target.closest("a[data-go]");
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.go(readAddress(new URL(link.href).search), true);
  }

  go(address, keepFocus = false) {
    const to = writeAddress(address);
    if (to !== location.search) history.pushState(null, "", to);
    this.show(keepFocus);
  }

  href = (address) => writeAddress(address);

  /** Show what the address asks for. */
  async show(moved = false) {
    const address = readAddress(location.search);
    const run = ++this.running;
    this.input.value = address.q;
    if (address.q === "") {
      this.clear("");
      return;
    }
    this.root.setAttribute("aria-busy", "true");
    try {
      await this.search(address, run).catch(() => {
        this.current = null;
        return this.search(address, run, true);
      });
      if (moved && run === this.running) this.parts.status.focus();
    } catch (error) {
      if (run === this.running) this.clear("检索文件没有读到，请检查网络后重试；也可以从目录查找报告。");
      console.error(error);
    } finally {
      if (run === this.running) this.root.removeAttribute("aria-busy");
    }
  }

  async search(address, run, afresh = false) {
    const store = await this.openStore(afresh);
    const same = JSON.stringify([address.q, address.filters, address.sort]);
    if (this.current?.same !== same) {
      const session = await Search.start(store, address.q, address);
      if (run !== this.running) return;
      this.current = { same, session, answers: null };
    }
    const { current } = this;
    if (address.near) current.session.nearWanted = true;
    const results = await current.session.page(address.page);
    if (current.answers === null && address.page === 1) {
      current.answers = await answersTo(store, current.session.query, results);
    }
    if (run === this.running) this.render(address, results);
  }

  clear(message) {
    for (const part of Object.values(this.parts)) fill(part);
    this.parts.status.textContent = message;
    this.current = null;
  }

  render(address, results) {
    const { session, answers } = this.current;
    const near = session.nearShown ? session.near : [];
    this.parts.status.textContent = summary({
      full: session.full,
      near,
      settled: session.settled,
      query: session.query,
    });
    fill(
      this.parts.notes,
      ...explain(session.query, session.full.length === 0).map((text) => el("p", {}, text)),
    );
    fill(this.parts.answers, ...answersView(answers ?? [], this.site));
    fill(this.parts.tools, ...this.tools(address));
    const read = session.full.length > 0 ? session.full : near;
    const facets = facetsView(
      read,
      session.full.length > 0 ? session.settled : session.nearSettled,
      session.store.head.themes ?? {},
      address,
      this.href,
    );
    fill(this.parts.facets, facets.length > 0 ? this.narrow(facets, address) : "");
    this.list(address, results);
    document.title = `${address.q} - ${this.root.dataset.title ?? "检索"}`;
  }

  narrow(facets, address) {
    const chosen = Object.values(address.filters).some((value) => value === true || value.length > 0);
    const wide = matchMedia("(min-width: 60em)").matches;
    const reset = chosen
      ? el("p", {}, el("a", { href: this.href({ ...address, page: 1, filters: {} }), "data-go": true }, "取消全部筛选"))
      : null;
    return el("details", { class: "gk-narrow", open: wide || chosen }, el("summary", {}, "筛选"), reset, facets);
  }

  list(address, results) {
    const { session } = this.current;
    const from = (address.page - 1) * PAGE;
    const whole = results.filter(({ tier }) => tier !== 3);
    const near = results.filter(({ tier }) => tier === 3);
    const ordered = (items, start) =>
      el(
        "ol",
        { class: "gk-results", start },
        items.map((result) => resultView(result, this.site)),
      );
    const nothing = results.length === 0 && address.page === 1;
    fill(
      this.parts.results,
      ...(nothing ? [emptyView(this.catalogue)] : []),
      ...(whole.length > 0 ? [el("h2", { class: "gk-unseen" }, "检索结果"), ordered(whole, from + 1)] : []),
      ...(near.length > 0 ? [el("h2", { class: "gk-near" }, "近似结果"), ordered(near, from + whole.length + 1)] : []),
    );
    const offer = session.settled && !session.nearShown && !session.nearSettled;
    const more = session.hasAfter(address.page);
    fill(
      this.parts.pager,
      ...pagerView(address, more, this.href),
      offer && !more ? el("a", { href: this.href({ ...address, near: true }), "data-go": true }, "也显示近似结果") : "",
    );
  }

  /** Order, exact counts, download. */
  tools(address) {
    const { session } = this.current;
    if (session.full.length + session.near.length === 0) return [];
    const sorts = [
      ["relevance", "按相关度"],
      ["year", "按年度"],
    ].map(([sort, name]) =>
      el(
        "a",
        {
          href: this.href({ ...address, sort, page: 1 }),
          "data-go": true,
          "aria-current": address.sort === sort && "true",
        },
        name,
      ),
    );
    const count = session.settled
      ? null
      : el(
          "button",
          { type: "button", onclick: (event) => this.complete(event.target) },
          `统计全部（还有 ${session.unread} 篇待读）`,
        );
    return [
      ...sorts,
      count,
      el("button", { type: "button", onclick: (event) => this.download(event.target) }, "下载结果表"),
    ].filter(Boolean);
  }

  /** Read all reports that may match, with progress in the button; a second press stops. */
  async complete(button) {
    const { session } = this.current;
    const run = this.running;
    if (this.stop) {
      this.stop();
      return false;
    }
    let stopped = false;
    this.stop = () => (stopped = true);
    await session.complete(
      (done, total) => (button.textContent = `已读 ${done} / ${total} 篇，点击停止`),
      () => stopped || run !== this.running,
    );
    this.stop = null;
    if (run === this.running) await this.show(true);
    return session.settled;
  }

  async download(button) {
    const { session } = this.current;
    if (session.unread > MANY && !confirm(`下载全部结果需要先读取 ${session.unread} 篇报告，继续吗？`)) return;
    if (!session.settled && !(await this.complete(button))) return;
    const { downloadResults } = await import("./sheet.js");
    downloadResults(
      [...session.full, ...(session.nearShown ? session.near : [])],
      new URL(this.site, document.baseURI).href,
      `检索结果-${session.query.raw.slice(0, 20)}.csv`,
    );
  }
}
