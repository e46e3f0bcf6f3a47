// Offsets in the article's text, counted in characters as the tables count them, and the
// choosing of a stretch of it: by the mouse, or word by word with the arrow keys.
"use strict";
const Stretch = (() => {
  const root = () => document.getElementById("text");
  const head = () => document.getElementById("title");
  const blocks = () => [...head().querySelectorAll("[data-start]"), ...root().querySelectorAll("[data-start]")];
  const length = (string) => {
    let count = 0;
    for (const _ of string) count += 1; // code points, not UTF-16 units
    return count;
  };

  const offsetOf = (node, at) => {
    const block = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
    if (!block || !blocks().includes(block)) return null;
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEnd(node, at);
    return Number(block.dataset.start) + length(range.toString());
  };

  const pointOf = (offset) => {
    let block = null;
    for (const one of blocks()) if (Number(one.dataset.start) <= offset) block = one;
    if (!block) return null;
    let left = offset - Number(block.dataset.start);
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let last = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const size = length(node.data);
      if (left <= size) return [node, [...node.data].slice(0, left).join("").length];
      left -= size;
      last = node;
    }
    return last && [last, last.data.length];
  };

  const rangeOf = ([start, end]) => {
    const [from, to] = [pointOf(start), pointOf(end)];
    if (!from || !to) return null;
    const range = document.createRange();
    range.setStart(...from);
    range.setEnd(...to);
    return range;
  };

  const select = (span) => {
    const range = rangeOf(span);
    if (!range) return;
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    const box = range.getBoundingClientRect();
    if (box.top < 60 || box.bottom > innerHeight - 60) range.startContainer.parentElement.scrollIntoView({ block: "center" });
  };

  // What is selected in the article, without white space at its ends; null for nothing.
  const selected = (characters) => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    let [start, end] = [offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset)];
    if (start === null || end === null) return null;
    while (start < end && !characters[start].trim()) start += 1;
    while (start < end && !characters[end - 1].trim()) end -= 1;
    return start < end ? [start, end] : null;
  };

  const spansOf = (text, pattern) => {
    const spans = [];
    let [units, points] = [0, 0];
    for (const match of text.matchAll(pattern)) {
      points += length(text.slice(units, match.index));
      const size = length(match[0]);
      spans.push([points, points + size]);
      units = match.index + match[0].length;
      points += size;
    }
    return spans;
  };
  const words = (text) => spansOf(text, /\S+/gu);
  const sentences = (text) => spansOf(text, /[^\s.!?][^.!?\n]*[.!?]*["”’)]*/gu);

  // The stretch after a key: the end by a word, with Shift the start, up and down a sentence.
  const moved = ([start, end], key, shift, wordSpans, sentenceSpans) => {
    if (key === "ArrowDown" || key === "ArrowUp") {
      const next =
        key === "ArrowDown"
          ? sentenceSpans.find(([at]) => at > start)
          : sentenceSpans.filter(([at]) => at < start).pop();
      return next ?? [start, end];
    }
    const forward = key === "ArrowRight";
    if (shift) {
      const starts = wordSpans.map(([at]) => at);
      const next = forward ? starts.find((at) => at > start) : starts.filter((at) => at < start).pop();
      return next === undefined || next >= end ? [start, end] : [next, end];
    }
    const ends = wordSpans.map(([, at]) => at);
    const next = forward ? ends.find((at) => at > end) : ends.filter((at) => at < end).pop();
    return next === undefined || next <= start ? [start, end] : [start, next];
  };

  // Pieces that are chosen already stay visible beside the one that is being chosen.
  const show = (pieces) => {
    if (!globalThis.CSS?.highlights) return;
    CSS.highlights.set("chosen", new Highlight(...pieces.map(rangeOf).filter(Boolean)));
  };

  return { select, selected, words, sentences, moved, show };
})();
