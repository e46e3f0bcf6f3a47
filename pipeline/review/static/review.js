// The review page: one statement after another, each in its article; every decision is sent
// at once and is in corrections.csv before the next statement is shown.
"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const card = find("card");
  let queue = []; // [article_id, quote_id] in the order to go
  let place = 0;
  let decided = 0;
  let view = null; // the article on the desk
  let characters = [];
  let current = null; // its row on the desk
  let mode = null; // {name, …} while a field is mended
  let busy = false;

  // Elements, never HTML: all that comes from articles stays text.
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return element;
  };

  const fill = (element, ...children) => element.replaceChildren(...children.filter(Boolean));

  // To screen readers; what others see for themselves.
  const tell = (sentence) => {
    find("told").textContent = "";
    find("told").textContent = sentence;
  };
  const say = (sentence) => {
    tell(sentence);
    find("toast").textContent = sentence;
    find("toast").hidden = !sentence;
    clearTimeout(say.going);
    say.going = setTimeout(() => (find("toast").hidden = true), 2500);
  };
  const alarm = (sentence) => (find("alarm").textContent = sentence);

  const ask = async (path, sent) => {
    const options = sent && {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(sent),
    };
    let answer;
    try {
      answer = await fetch(path, options);
    } catch {
      throw new Error("The review has been stopped: start whosaid review again, nothing is lost.");
    }
    const told = await answer.json();
    if (!answer.ok) throw new Error(told.problem[0].toUpperCase() + told.problem.slice(1));
    return told;
  };

  // One thing at a time: a key that is held down decides once.
  const doing = async (work) => {
    if (busy) return;
    busy = true;
    try {
      alarm("");
      await work();
    } catch (error) {
      alarm(error.message);
    } finally {
      busy = false;
    }
  };

  /* The article */

  const showArticle = () => {
    characters = [...view.text];
    const text = find("text");
    text.lang = view.language || "";
    const blocks = view.paragraphs.map(({ start, html }, number) => {
      const block = make(number === 0 && view.has_title ? "h1" : "p", { "data-start": start });
      block.innerHTML = html; // escaped where it was made
      return block;
    });
    find("title").replaceChildren(view.has_title ? blocks.shift() : make("h1", {}, view.title));
    text.replaceChildren(...blocks);
    find("meta").replaceChildren(...view.meta.map((part) => make("span", {}, part)));
    find("source").textContent = view.source;
    find("list-head").hidden = false;
    find("statements").replaceChildren(...view.rows.map(listed));
  };

  const listed = (row) =>
    make(
      "li",
      { class: `about ${row.hue}`, id: `about-${row.anchor}`, "data-quote": row.anchor },
      make(
        "button",
        { type: "button", class: "go", onclick: () => turnTo(row.quote_id) },
        make("span", { class: "who" }, row.called),
        row.corrected ? make("span", { class: "badge" }, row.corrected) : null,
        make("span", { class: "words" }, clipped(row.quote, 110)),
      ),
    );

  const clipped = (text, length) => (text.length > length ? `${text.slice(0, length).trimEnd()}…` : text);

  const light = () => {
    for (const element of document.querySelectorAll(".named, .about.current")) element.classList.remove("named", "current");
    for (const element of document.querySelectorAll("[aria-current]")) element.removeAttribute("aria-current");
    if (!current) return;
    for (const mark of document.querySelectorAll("[data-quotes]")) {
      if (mark.dataset.quotes.split(" ").includes(current.anchor)) mark.classList.add("named");
    }
    const about = find(`about-${current.anchor}`);
    about?.classList.add("current");
    about?.querySelector("button").setAttribute("aria-current", "true");
    const mark = find(current.anchor);
    const box = mark?.getBoundingClientRect();
    const room = innerHeight - (matchMedia("(max-width: 62rem)").matches ? card.offsetHeight : 0);
    if (box && (box.top < 70 || box.bottom > room - 40)) {
      mark.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    }
  };

  /* The statement */

  const key = (letter) => make("kbd", {}, letter);
  const action = (name, letter, label, extra = {}) =>
    make("button", { type: "button", class: `act ${name}`, "aria-keyshortcuts": letter, onclick: () => actions[name](), ...extra }, key(letter), label);

  const field = (label, value, name, letter, hint) =>
    make(
      "div",
      { class: "line" },
      make("dt", {}, label),
      make("dd", {}, value),
      make("dd", { class: "mend" }, make("button", { type: "button", "aria-keyshortcuts": letter, "aria-label": hint, onclick: () => actions[name]() }, key(letter), "change")),
    );

  const showCard = () => {
    mode = null;
    card.classList.remove("mending");
    Stretch.show([]);
    if (!current) {
      fill(card,
        make("h2", { id: "place" }, queue.length ? "Nothing here" : "All done"),
        make("p", {}, queue.length ? "This statement is no longer there." : "No statement is left in this choice. Run the extraction again to bring the tables up to date, or choose other statements above."),
        make("div", { class: "acts" }, action("missed", "m", "Add a missed one", { disabled: !view }), action("undo", "u", "Undo"), action("next", "n", "Next")),
      );
      return;
    }
    const row = current;
    const sure = row.confidence === null ? null : Math.round(row.confidence * 100);
    fill(
      card,
      make("h2", { id: "place" }, queue.length ? `Statement ${place + 1} of ${queue.length.toLocaleString("en")}` : "Statement"),
      row.corrected ? make("p", { class: "badge" }, `Decided: ${row.corrected}`) : null,
      make("blockquote", { class: row.hue }, make("p", {}, clipped(row.quote, 600))),
      make(
        "dl",
        { class: "lines" },
        field("Who", make("span", {}, make("strong", {}, row.called), row.speaker_title && row.speaker_title !== row.speaker ? ` ${row.speaker_title}` : "", row.speaker ? make("span", { class: "small" }, ` ${row.type_words}`) : ""), "speaker", "s", "Another speaker"),
        field("When", make("span", {}, row.day || "not known", make("span", { class: "small" }, [row.said_on_text && ` “${row.said_on_text}”`, row.basis_words && ` ${row.basis_words}`].filter(Boolean).join(","))), "said_on", "d", "Another date"),
        field("Kind", row.kind_words, "kind", "k", "Another kind"),
        field("Act", row.act, "act", "t", row.act === "said" ? "Thought, not said" : "Said, not thought"),
        field("Words", `${row.pieces.length > 1 ? `${row.pieces.length} pieces` : "one piece"}${row.nested ? ", inside another statement" : ""}`, "extent", "e", "More or fewer words"),
        sure === null ? null : make("div", { class: "line" }, make("dt", {}, "Sure"), make("dd", {}, make("meter", { min: 0, max: 1, value: row.confidence, "aria-hidden": "true" }), ` ${sure}%`)),
      ),
      make("div", { id: "mending" }),
      make(
        "div",
        { class: "acts" },
        action("accept", "a", "Accept", { class: "act accept main" }),
        action("refuse", "x", "Not a quotation"),
        action("missed", "m", "Add a missed one"),
        action("undo", "u", "Undo"),
        action("previous", "p", "Back"),
        action("next", "n", "Next"),
      ),
    );
  };

  const show = () => {
    find("progress").textContent = `${decided.toLocaleString("en")} decided · ${Math.max(0, queue.length - place).toLocaleString("en")} to go`;
    showCard();
    light();
  };

  const load = async () => {
    const step = queue[place];
    if (!step) {
      current = null;
      show();
      return;
    }
    const [article, quote] = step;
    if (view?.article_id !== article) {
      view = await ask(`articles/${encodeURIComponent(article)}`);
      showArticle();
    }
    current = view.rows.find((row) => row.quote_id === quote) ?? null;
    show();
  };

  const turnTo = (quote) => {
    const at = queue.findIndex(([article, id]) => article === view.article_id && id === quote);
    if (at >= 0) place = at;
    else queue.splice(place, 0, [view.article_id, quote]);
    current = view.rows.find((row) => row.quote_id === quote) ?? null;
    show();
  };

  const step = (by) => doing(async () => {
    const to = place + by;
    if (to < 0) return say("This is the first.");
    if (to > queue.length) return;
    place = to;
    await load();
    if (current) tell(`${current.called}: ${clipped(current.quote, 80)}`);
  });

  // Sends a decision; stays on the statement, or goes on where there is nothing left to mend.
  const decide = (what, sent = {}, { onward = false } = {}) => doing(async () => {
    const quote = what === "added" ? "" : current.quote_id;
    const told = await ask("decisions", { article_id: view.article_id, quote_id: quote, what, ...sent });
    take(told);
    if (what === "added") queue.splice(place, 0, [view.article_id, told.quote_id]);
    else if (what === "not_a_quotation") queue.splice(place, 1);
    else queue[place] = [view.article_id, told.quote_id || quote];
    if (onward && what !== "not_a_quotation") place += 1;
    await load();
    say(told.told);
    refocus();
  });

  const take = (told) => {
    view = told.article;
    decided = told.decided;
    showArticle();
  };
  const refocus = () => find("desk").focus({ preventScroll: true });

  /* Mending a field */

  const open = (name, ...content) => {
    mode = { ...mode, name };
    const form = make("form", { class: "mend-form", "aria-label": name, onsubmit: (event) => { event.preventDefault(); mode?.save?.(); } }, ...content,
      make("div", { class: "acts" }, make("button", { class: "act main" }, key("Enter"), "Save"), make("button", { type: "button", class: "act", onclick: leave }, key("Esc"), "Leave")));
    if (find("mending")) find("mending").replaceChildren(form);
    else card.append(form);
    card.classList.add("mending");
    (form.querySelector("[data-first]") ?? form.querySelector("input"))?.focus();
    form.scrollIntoView({ block: "nearest" });
  };
  const leave = () => {
    showCard();
    refocus();
  };

  const types = [["", "as it follows from the article"], ["person", "person"], ["organization", "organization"], ["group", "group"], ["document", "document"], ["unnamed", "unnamed source"], ["author", "the article’s author"], ["unknown", "unknown"]];

  const askSpeaker = (title, save) => {
    let active = -1;
    const input = make("input", { id: "name", role: "combobox", autocomplete: "off", "aria-expanded": "true", "aria-controls": "people", "aria-autocomplete": "list", "data-first": true });
    const list = make("ul", { id: "people", class: "people", role: "listbox", "aria-label": "People of the article" });
    const type = make("select", { id: "type" }, ...types.map(([value, words]) => make("option", { value }, words)));
    const everybody = [...view.people, { name: "", type: "unknown", shown: "not known", words: "the article does not tell" }];
    const matching = () => everybody.filter((person) => (person.shown ?? person.name).toLowerCase().includes(input.value.trim().toLowerCase()));
    const choose = (person) => {
      active = -1;
      save(person.name, person.type);
    };
    const draw = () => {
      const people = matching();
      active = Math.min(active, people.length - 1);
      list.replaceChildren(...people.map((person, at) => make("li", { role: "option", id: `person-${at}`, "aria-selected": String(at === active), onclick: () => choose(person) }, person.shown ?? person.name, make("span", { class: "small" }, ` ${person.words}`))));
      if (active >= 0) {
        input.setAttribute("aria-activedescendant", `person-${active}`);
        list.children[active].scrollIntoView({ block: "nearest" });
      } else input.removeAttribute("aria-activedescendant");
    };
    input.addEventListener("input", () => { active = -1; draw(); });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      const count = matching().length;
      active = event.key === "ArrowDown" ? Math.min(active + 1, count - 1) : Math.max(active - 1, -1);
      draw();
    });
    open(title, make("label", { for: "name" }, title), input, list, make("label", { for: "type", class: "small" }, "What they are"), type);
    mode.save = () => {
      const person = active >= 0 ? matching()[active] : null;
      if (person) choose(person);
      else if (input.value.trim()) save(input.value.trim(), type.value);
      else alarm("Type a name, or choose somebody with the arrow keys.");
    };
    draw();
  };

  const askChoice = (title, name, choices, chosen) => {
    const radios = choices.map(([value, words], at) =>
      make("label", { class: "choice" }, make("input", { type: "radio", name, value, checked: value === chosen, "data-first": value === chosen }), key(String(at + 1)), words));
    open(title, make("fieldset", {}, make("legend", {}, title), ...radios));
    mode.save = () => decide(name, { value: card.querySelector(`input[name=${name}]:checked`).value });
    mode.digit = (at) => {
      const radio = card.querySelectorAll(`input[name=${name}]`)[at];
      if (radio) { radio.checked = true; mode.save(); }
    };
  };

  const askDate = () => {
    open("Date", make("label", { for: "date" }, "When it was said"), make("input", { id: "date", value: current.said_on, placeholder: "2020-01-31", inputmode: "numeric", autocomplete: "off", "aria-describedby": "date-help" }), make("p", { class: "note", id: "date-help" }, "As 2020-01-31; 2020-01 or 2020 if no more is known; empty if nothing is."));
    find("date").select();
    mode.save = () => decide("said_on", { value: find("date").value.trim() });
  };

  // Choosing words of the article: `pieces` are those that are settled, `span` the one that moves.
  const askStretch = (title, spans, save) => {
    const span = spans.at(-1);
    mode = { pieces: spans.slice(0, -1), span, words: Stretch.words(view.text), sentences: Stretch.sentences(view.text) };
    open(
      title,
      make("p", { class: "label" }, title),
      make("p", { class: "chosen-words", id: "chosen-words", "aria-live": "polite" }),
      make("ul", { class: "hints" },
        make("li", {}, "Drag over the words, or:"),
        make("li", {}, key("←"), key("→"), " move the end"),
        make("li", {}, key("Shift"), key("←"), key("→"), " move the start"),
        make("li", {}, key("↑"), key("↓"), " another sentence")),
      make("div", { class: "acts" },
        make("button", { type: "button", class: "act", onclick: anotherPiece }, key("+"), "Another piece"),
        make("button", { type: "button", class: "act", onclick: pieceLess }, key("⌫"), "One less")),
    );
    mode.save = () => {
      const pieces = [...mode.pieces, ...(mode.span ? [mode.span] : [])].sort((one, other) => one[0] - other[0]);
      if (!pieces.length) return alarm("Select some words of the article first.");
      if (pieces.some(([start], at) => at && start < pieces[at - 1][1])) return alarm("The pieces overlap: press Esc and choose again.");
      save(pieces);
    };
    document.activeElement?.blur();
    if (span) Stretch.select(span);
    drawStretch();
  };
  const anotherPiece = () => {
    if (!mode.span) return;
    mode.pieces.push(mode.span);
    const after = mode.words.find(([start]) => start >= mode.span[1]) ?? mode.span;
    mode.span = after;
    Stretch.select(after);
    drawStretch();
  };
  const pieceLess = () => {
    if (!mode.pieces.length) return;
    mode.span = mode.pieces.pop();
    Stretch.select(mode.span);
    drawStretch();
  };
  const drawStretch = () => {
    const pieces = [...mode.pieces, ...(mode.span ? [mode.span] : [])].sort((one, other) => one[0] - other[0]);
    Stretch.show(mode.pieces);
    const words = find("chosen-words");
    if (words) words.textContent = pieces.map(([start, end]) => characters.slice(start, end).join("").replace(/\s+/g, " ")).join(" … ") || "Nothing is chosen yet.";
  };
  document.addEventListener("selectionchange", () => {
    if (!mode?.pieces) return;
    const span = Stretch.selected(characters);
    if (span) {
      mode.span = span;
      drawStretch();
    }
  });

  const chosenBefore = () => view && Stretch.selected(characters);

  const actions = {
    accept: () => current && decide("accept", {}, { onward: true }),
    refuse: () => current && decide("not_a_quotation", {}, { onward: true }),
    act: () => current && decide("act", { value: current.act === "said" ? "thought" : "said" }),
    kind: () => current && askChoice("Kind", "kind", [["direct", "direct"], ["mixed", "partly quoted"], ["indirect", "indirect"]], current.kind),
    said_on: () => current && askDate(),
    speaker: () => current && askSpeaker("Who said it", (value, speaker_type) => decide("speaker", { value, speaker_type })),
    extent: () => current && askStretch("Which words", chosenBefore() ? [chosenBefore()] : current.pieces, (pieces) => decide("extent", { pieces })),
    missed: () => {
      if (!view) return;
      const after = current ? current.pieces.at(-1)[1] : 0;
      const sentences = Stretch.sentences(view.text);
      const start = chosenBefore() ?? sentences.find(([at]) => at >= after) ?? sentences[0];
      askStretch("Which words were missed", [start], (pieces) => {
        showCard();
        askSpeaker("Who said it", (value, speaker_type) => decide("added", { pieces, value, speaker_type }));
      });
    },
    undo: () => doing(async () => {
      const told = await ask("undo", {});
      take(told);
      const at = queue.findIndex(([article, id]) => article === view.article_id && id === told.quote_id);
      if (at >= 0) place = at;
      else if (told.quote_id) queue.splice(place, 0, [view.article_id, told.quote_id]);
      queue = queue.filter(([article, id]) => article !== view.article_id || view.rows.some((row) => row.quote_id === id));
      place = Math.max(0, told.quote_id ? queue.findIndex(([, id]) => id === told.quote_id) : Math.min(place, queue.length - 1));
      await load();
      say(told.told);
      refocus();
    }),
    previous: () => step(-1),
    next: () => step(1),
  };

  const letters = { a: "accept", x: "refuse", s: "speaker", e: "extent", k: "kind", t: "act", d: "said_on", m: "missed", u: "undo", p: "previous", n: "next" };
  const arrows = { ArrowRight: "next", ArrowLeft: "previous" };
  const typing = (element) => element.matches("input:not([type=radio]), select, textarea");

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && mode) return leave();
    const target = event.target;
    if (mode?.pieces) {
      if (event.key.startsWith("Arrow") && mode.span) {
        event.preventDefault();
        mode.span = Stretch.moved(mode.span, event.key, event.shiftKey, mode.words, mode.sentences);
        Stretch.select(mode.span);
        return drawStretch();
      }
      if (event.key === "+") return anotherPiece();
      if (event.key === "Backspace") return pieceLess();
      if (event.key === "Enter" && !target.closest("button")) {
        event.preventDefault();
        return mode.save();
      }
      return;
    }
    if (mode?.digit && /^[1-9]$/.test(event.key)) return mode.digit(Number(event.key) - 1);
    if (mode || typing(target) || !keysOn()) return;
    if (event.key === "Enter" && target.matches("mark[data-quotes]")) return choose(target);
    const name = letters[event.key] ?? (target.matches("input") ? null : arrows[event.key]);
    if (!name) return;
    event.preventDefault();
    actions[name]();
  });

  const choose = (mark) => {
    const anchor = mark.dataset.quotes.split(" ")[0];
    const row = view.rows.find((one) => one.anchor === anchor);
    if (row) turnTo(row.quote_id);
  };
  find("text").addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-quotes]");
    if (mark && !mode && getSelection().isCollapsed) choose(mark);
  });

  /* Keys of one letter can be switched off, for those who speak to their machine. */
  const keysOn = () => find("keys").getAttribute("aria-pressed") === "true";
  find("keys").addEventListener("click", () => {
    find("keys").setAttribute("aria-pressed", String(!keysOn()));
    find("keys").textContent = keysOn() ? "Keys on" : "Keys off";
  });

  /* Which statements */

  const filters = find("filters");
  const start = () => doing(async () => {
    const asked = new URLSearchParams([...new FormData(filters)].filter(([, value]) => value));
    const told = await ask(`list?${asked}`);
    queue = told.rows;
    decided = told.decided;
    place = 0;
    view = null;
    const words = [...filters.elements].filter((one) => one.name && (one.value || one.name === "show" || one.name === "order"));
    find("chosen").textContent = words.map((one) => (one.matches("select") ? one.selectedOptions[0].text : `${one.name} “${one.value}”`)).join(", ");
    await load();
  });
  let waiting = 0;
  filters.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(start, 250);
  });
  // Enter and Escape lead from a filter to the statement; Escape would empty a search field.
  filters.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" && event.key !== "Enter") return;
    event.preventDefault();
    refocus();
  });
  filters.addEventListener("submit", (event) => event.preventDefault());
  start();
})();
