/* 「这段有误」: a mail or an issue, filled in with the paragraph's id, its words and the hash of the file. */

const LONGEST_QUOTE = 80;

/** The address that opens the report of an error; "" where the site has set up no way to report one. */
export function errorReport({ mail, issues, title, hash, address }, anchor, quote) {
  const subject = `报告有误：${title}`;
  const shown = quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote;
  const body = `报告：${title}\n网址：${address}#${anchor}\n段落：${anchor}\n文件版本SHA-256：${hash}\n原文：${shown}\n\n哪里有误：\n`;
  const filled = (...names) => names.map((name, at) => `${name}=${encodeURIComponent([subject, body][at])}`).join("&");
  if (issues) {
    const names = issues.includes("/-/issues/") ? ["issue[title]", "issue[description]"] : ["title", "body"];
    return `${issues}${issues.includes("?") ? "&" : "?"}${filled(...names)}`;
  }
  return mail ? `mailto:${mail}?${filled("subject", "body")}` : "";
}

/** The words of a paragraph as the report has them: without what the site adds. */
function wordsOf(passage) {
  const copy = passage.cloneNode(true);
  copy.querySelectorAll(".aid").forEach((aid) => aid.remove());
  return copy.textContent.trim().replace(/\s+/g, " ");
}

/** A link to report an error in the paragraph `anchor` of a report, null where there is no way to. */
export function errorLink(report, anchor) {
  const { feedbackMail: mail, feedbackIssues: issues, title, hash, address } = report.dataset;
  const passage = report.ownerDocument.getElementById(anchor)?.closest(".passage");
  const known = { mail, issues, title, hash, address: address || location.href.split("#")[0] };
  const target = passage ? errorReport(known, passage.id || anchor, wordsOf(passage)) : "";
  if (!target) return null;
  const link = document.createElement("a");
  link.className = "gk-button gk-button--quiet";
  link.href = target;
  link.rel = issues ? "external noopener" : "";
  link.textContent = issues ? "这段有误（站外）" : "这段有误";
  return link;
}
