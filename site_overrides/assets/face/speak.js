/* 朗读: the browser's own speech reads title and text paragraph by paragraph; the paragraph being read is marked.
   Where the browser has no speech the button goes. */

const UNITS = "h1[data-line], h3[data-line], h4[data-line], h5[data-line], h6[data-line], [data-part], .passage, .closing, .addressee";

/** A block's words without what the site put into it. */
function wordsOf(block) {
  const copy = block.cloneNode(true);
  copy.querySelectorAll(".aid").forEach((aid) => aid.remove());
  return copy.textContent.trim();
}

export function wakeSpeech(report) {
  const button = report.querySelector("[data-gk-speak]");
  const speech = window.speechSynthesis;
  if (!button) return;
  if (!speech || typeof SpeechSynthesisUtterance === "undefined") {
    button.hidden = true;
    return;
  }
  const blocks = [...report.querySelectorAll(UNITS)];
  let at = -1;

  function stop() {
    blocks[at]?.classList.remove("is-spoken");
    at = -1;
    speech.cancel();
    button.textContent = "朗读";
  }

  function next(number) {
    blocks[at]?.classList.remove("is-spoken");
    if (number >= blocks.length) {
      stop();
      return;
    }
    at = number;
    const utterance = new SpeechSynthesisUtterance(wordsOf(blocks[number]));
    utterance.lang = "zh-CN";
    utterance.onend = () => at === number && next(number + 1);
    utterance.onerror = () => at === number && stop();
    blocks[number].classList.add("is-spoken");
    speech.speak(utterance);
  }

  button.addEventListener("click", () => {
    if (at >= 0) {
      stop();
      return;
    }
    speech.cancel();
    button.textContent = "停止朗读";
    next(0);
  });
  window.addEventListener("pagehide", stop);
}
