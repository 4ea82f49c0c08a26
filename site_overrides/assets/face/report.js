/* What the page of a report can do besides being read: cite, read aloud, print. */

import { wakeCiting } from "./cite.js";
import { wakeSpeech } from "./speak.js";

export function wakeReport(page) {
  const report = page.querySelector("[data-gk-report]");
  wakeCiting(report);
  wakeSpeech(report);
  const print = report.querySelector("[data-gk-print]");
  print?.addEventListener("click", () => window.print());
}
