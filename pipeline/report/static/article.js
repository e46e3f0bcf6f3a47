// In an article: what is known of a quotation, beside it, on hover and on focus.
"use strict";
(() => {
  const bubble = document.getElementById("bubble");
  const parts = new Map(); // anchor of a quotation -> its marks in the text
  for (const mark of document.querySelectorAll("[data-quotes]")) {
    for (const anchor of mark.dataset.quotes.split(" ")) {
      if (!parts.has(anchor)) parts.set(anchor, []);
      parts.get(anchor).push(mark);
    }
  }
  const about = (anchor) => document.getElementById(`about-${anchor}`);
  let lit = [];

  const light = (anchors) => {
    for (const element of lit) element.classList.remove("lit");
    lit = anchors.flatMap((anchor) => [...(parts.get(anchor) ?? []), about(anchor)]).filter(Boolean);
    for (const element of lit) element.classList.add("lit");
  };

  const place = (mark, at) => {
    const boxes = [...mark.getClientRects()];
    const box = (at && boxes.find((one) => at.y >= one.top - 2 && at.y <= one.bottom + 2)) || boxes[0];
    if (!box) return;
    const room = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(at ? at.x - 24 : box.left, room - bubble.offsetWidth - 8));
    const below = box.bottom + bubble.offsetHeight + 12 < innerHeight;
    bubble.style.left = `${left + scrollX}px`;
    bubble.style.top = `${(below ? box.bottom + 6 : box.top - bubble.offsetHeight - 6) + scrollY}px`;
  };

  const show = (mark, at) => {
    const anchors = mark.dataset.quotes.split(" ").filter(about);
    if (!anchors.length) return;
    light(anchors);
    bubble.replaceChildren(
      ...anchors.slice(0, 3).map((anchor) => {
        const copy = about(anchor).cloneNode(true);
        const card = document.createElement("div");
        card.className = copy.className;
        card.append(...copy.childNodes);
        return card;
      }),
    );
    // The list beside the text says the same to screen readers.
    bubble.setAttribute("aria-hidden", "true");
    for (const link of bubble.querySelectorAll("a")) link.tabIndex = -1;
    bubble.hidden = false;
    place(mark, at);
  };

  let going = 0;
  const hide = () => {
    bubble.hidden = true;
    light([]);
  };
  const hideSoon = () => {
    clearTimeout(going);
    going = setTimeout(hide, 250);
  };
  const stay = () => clearTimeout(going);

  const text = document.querySelector("article");
  text.addEventListener("pointerover", (event) => {
    const mark = event.target.closest("[data-quotes]");
    if (!mark) return;
    stay();
    show(mark, event);
  });
  text.addEventListener("pointerout", (event) => {
    if (event.target.closest("[data-quotes]")) hideSoon();
  });
  bubble.addEventListener("pointerenter", stay);
  bubble.addEventListener("pointerleave", hideSoon);
  text.addEventListener("focusin", (event) => {
    const mark = event.target.closest("mark[data-quotes]");
    if (mark && mark.matches(":focus-visible")) show(mark);
  });
  text.addEventListener("focusout", hideSoon);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  for (const item of document.querySelectorAll(".abouts .about")) {
    item.addEventListener("pointerenter", () => light([item.dataset.quote]));
    item.addEventListener("pointerleave", () => light([]));
  }

  // An address such as #q-… names a quotation: its marks light up and its row comes into sight.
  const arrive = () => {
    const anchor = decodeURIComponent(location.hash.slice(1));
    if (!parts.has(anchor)) return;
    for (const element of document.querySelectorAll(".named")) element.classList.remove("named");
    for (const mark of parts.get(anchor)) mark.classList.add("named");
    const mark = document.getElementById(anchor);
    mark?.scrollIntoView({ block: "center" });
    mark?.focus({ preventScroll: true });
    const list = document.querySelector(".abouts");
    const item = about(anchor);
    if (list && item && list.scrollHeight > list.clientHeight) list.scrollTop = item.offsetTop - list.offsetTop - 16;
  };
  addEventListener("hashchange", arrive);
  arrive();
})();
