// The timeline of the overview, drawn with Chart.js: a lane a speaker, a dot a day,
// or some days where they would stand too close.
"use strict";
(() => {
  const LANES = 10;
  const DAY = 86_400_000;
  const box = document.getElementById("timeline");
  const canvas = document.getElementById("timeline-canvas");
  const said = document.getElementById("timeline-said");
  const { rows, columns } = whosaid.tables.quotes;
  const place = Object.fromEntries(columns.map((column, index) => [column.name, index]));
  // Who speaks, as [name, address of the page], each on a lane of their own; what several said
  // together stands on each of their lanes.
  const voices = columns[place.speaker].values.map(([name, href, ...links]) => (links.length ? links : [[name, href]]));

  // A date that is known to its month or year only stands at that period's middle.
  const middle = (iso) => {
    const [year, month, day] = iso.split("-").map(Number);
    if (day) return Date.UTC(year, month - 1, day);
    return month ? Date.UTC(year, month - 1, 15) : Date.UTC(year, 6, 1);
  };
  const label = (iso) => {
    const precise = { year: "numeric", month: iso.length > 4 ? "long" : undefined, day: iso.length > 7 ? "numeric" : undefined };
    return new Date(middle(iso)).toLocaleDateString("en-GB", { ...precise, timeZone: "UTC" });
  };

  const dated = rows.filter((row) => row[place.said_on]);
  const often = new Map();
  for (const row of dated) {
    for (const [name, href] of voices[row[place.speaker]]) {
      if (!href) continue;
      if (!often.has(href)) often.set(href, { name, href, count: 0 });
      often.get(href).count += 1;
    }
  }
  const lanes = [...often.values()].sort((one, other) => other.count - one.count).slice(0, LANES);
  const laneOf = new Map(lanes.map(({ href }, lane) => [href, lane]));
  if (!lanes.length) {
    document.getElementById("timeline-empty").hidden = false;
    return;
  }

  // What each lane's speaker said, by the date as it is known.
  const days = lanes.map(() => new Map());
  for (const row of dated) {
    const iso = row[place.said_on];
    for (const [, href] of voices[row[place.speaker]]) {
      const lane = laneOf.get(href);
      if (lane === undefined) continue;
      if (!days[lane].has(iso)) days[lane].set(iso, { x: middle(iso), iso, quotes: [] });
      days[lane].get(iso).quotes.push(row[place.quote][0]);
    }
  }
  const byDate = days.map((lane) => [...lane.values()].sort((one, other) => one.x - other.x));
  const first = Math.min(...byDate.map((lane) => lane[0].x));
  const last = Math.max(...byDate.map((lane) => lane.at(-1).x));
  const edge = Math.max(2 * DAY, (last - first) * 0.04);
  const whole = [first - edge, last + edge];
  let shown = [...whole];

  // Dots that would hide one another are one dot: the closer one looks, the fewer days it holds.
  const DOTS = 60;
  const dotsOf = (lane, days) => {
    const dots = new Map();
    for (const { x, iso, quotes } of byDate[lane]) {
      const step = Math.floor(x / (days * DAY));
      const dot = dots.get(step);
      if (!dot) dots.set(step, { x, y: lane, from: iso, to: iso, first: quotes.slice(0, 3), count: quotes.length });
      else {
        dot.x = (dot.x * dot.count + x * quotes.length) / (dot.count + quotes.length);
        dot.count += quotes.length;
        dot.first.push(...quotes.slice(0, 3 - dot.first.length));
        if (iso < dot.from) dot.from = iso;
        if (iso > dot.to) dot.to = iso;
      }
    }
    return [...dots.values()];
  };
  let daysADot = 0;
  let at = -1; // place of the dot that the keyboard stands on
  let inOrder = [];
  const gather = () => {
    const days = Math.max(1, Math.round((shown[1] - shown[0]) / DAY / DOTS));
    if (days === daysADot) return;
    daysADot = days;
    const dots = lanes.map((_, lane) => dotsOf(lane, days));
    inOrder = dots.flat().sort((one, other) => one.x - other.x || one.y - other.y);
    const most = Math.max(...inOrder.map((dot) => dot.count));
    // Chart.js reads a bubble's radius from here where it is to parse nothing.
    for (const dot of inOrder) dot._custom = 3.5 + Math.min(10, 2.5 * Math.sqrt(most)) * Math.sqrt(dot.count / most);
    chart.data.datasets.forEach((dataset, lane) => (dataset.data = dots[lane]));
    at = -1;
  };

  // Colours come from the style sheet, so that they follow the theme.
  const probe = document.createElement("span");
  probe.hidden = true;
  box.append(probe);
  const colour = (className) => {
    probe.className = className;
    return getComputedStyle(probe).color;
  };
  const period = (dot) => (dot.from === dot.to ? label(dot.from) : `${label(dot.from)} to ${label(dot.to)}`);
  const name = (lane) => lanes[lane].name;
  const clip = (text, length) => (text.length > length ? `${text.slice(0, length).trimEnd()}…` : text);
  const lines = (text) => text.match(/.{1,60}(?:\s|$)|.{60}/g) ?? [text];

  box.hidden = false;
  canvas.parentElement.classList.add(`lanes-${lanes.length}`);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const chart = new Chart(canvas, {
    type: "bubble",
    data: { datasets: lanes.map((_, lane) => ({ label: name(lane), data: [] })) },
    options: {
      animation: false,
      maintainAspectRatio: false,
      layout: { padding: { right: 12 } },
      parsing: false,
      scales: {
        x: { type: "time", min: shown[0], max: shown[1], time: { minUnit: "day", displayFormats: { day: "d MMM yyyy", week: "d MMM yyyy", month: "MMM yyyy" } }, ticks: { maxRotation: 0, autoSkipPadding: 24 }, border: { display: false } },
        y: { min: -0.7, max: lanes.length - 0.3, reverse: true, afterBuildTicks: (axis) => (axis.ticks = lanes.map((_, lane) => ({ value: lane }))), ticks: { autoSkip: false, callback: (lane) => clip(name(lane), innerWidth < 600 ? 14 : 30) }, border: { display: false } },
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          displayColors: false,
          callbacks: {
            title: ([item]) => `${name(item.raw.y)}, ${period(item.raw)}`,
            label: (item) => {
              const quotes = item.raw.first.flatMap((quote) => [...lines(clip(quote, 180)), ""]);
              const more = item.raw.count - item.raw.first.length;
              return more > 0 ? [...quotes, `and ${more} more`] : quotes.slice(0, -1);
            },
          },
        },
      },
      onClick: (_event, [hit]) => hit && choose(chart.data.datasets[hit.datasetIndex].data[hit.index]),
      onHover: (event, hits) => (canvas.style.cursor = hits.length ? "pointer" : "grab"),
    },
  });

  const paint = () => {
    const ink = colour("ink");
    chart.options.color = ink;
    for (const axis of ["x", "y"]) {
      chart.options.scales[axis].ticks.color = ink;
      chart.options.scales[axis].grid = { color: colour("rule") };
    }
    chart.data.datasets.forEach((dataset, lane) => {
      dataset.backgroundColor = colour(`dot hue-${lane % 8}`).replace(/^rgb\((.*)\)$/, "rgba($1, 0.75)");
      dataset.borderColor = colour(`dot hue-${lane % 8}`);
    });
    chart.update("none");
  };

  const see = (from, to) => {
    const least = 4 * DAY;
    const span = Math.min(Math.max(to - from, least), whole[1] - whole[0]);
    const start = Math.min(Math.max((from + to - span) / 2, whole[0]), whole[1] - span);
    shown = [start, start + span];
    gather();
    chart.options.scales.x.min = shown[0];
    chart.options.scales.x.max = shown[1];
    chart.update("none");
  };
  // Zooms by a factor; `hold` is the moment that stays where it is.
  const zoom = (factor, hold = (shown[0] + shown[1]) / 2) => see(hold - (hold - shown[0]) * factor, hold + (shown[1] - hold) * factor);
  const move = (share) => {
    const by = (shown[1] - shown[0]) * share;
    see(shown[0] + by, shown[1] + by);
  };

  const firstDay = (iso) => iso + "0000-01-01".slice(iso.length);
  const lastDay = (iso) => {
    const [year, month = "12", day = ""] = iso.split("-");
    return day ? iso : new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
  };
  const choose = (point) => {
    const form = document.querySelector('form[data-for="quotes"]');
    form.reset();
    const field = (column, match) => form.querySelector(`[data-column="${column}"][data-match="${match}"]`);
    field("speaker", "holds").value = name(point.y);
    field("said_on", "from").value = firstDay(point.from);
    field("said_on", "to").value = lastDay(point.to);
    setTimeout(() => {
      form.dispatchEvent(new Event("whosaid:apply"));
      const heading = document.getElementById("quotations");
      heading.scrollIntoView({ behavior: still ? "auto" : "smooth" });
      heading.focus({ preventScroll: true });
    });
  };

  const step = (by) => {
    at = Math.min(Math.max(at + by, 0), inOrder.length - 1);
    const { x } = inOrder[at];
    if (x < shown[0] || x > shown[1]) see(x - (shown[1] - shown[0]) / 2, x + (shown[1] - shown[0]) / 2);
    const point = inOrder[at];
    const active = [{ datasetIndex: point.y, index: chart.data.datasets[point.y].data.indexOf(point) }];
    chart.setActiveElements(active);
    chart.tooltip.setActiveElements(active, { x: 0, y: 0 });
    chart.update("none");
    said.textContent = `${name(point.y)}, ${period(point)}, ${point.count} ${point.count === 1 ? "quotation" : "quotations"}: ${clip(point.first[0], 200)}`;
  };

  const keys = {
    "+": () => zoom(0.6),
    "=": () => zoom(0.6),
    "-": () => zoom(1 / 0.6),
    0: () => see(...whole),
    ArrowLeft: () => move(-0.2),
    ArrowRight: () => move(0.2),
    n: () => step(1),
    p: () => step(-1),
    Enter: () => at >= 0 && choose(inOrder[at]),
  };
  canvas.addEventListener("keydown", (event) => {
    const act = keys[event.key] ?? keys[event.key.toLowerCase()];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  canvas.addEventListener(
    "wheel",
    (event) => {
      // At the whole span, turning back scrolls the page as everywhere.
      if (event.deltaY > 0 && shown[1] - shown[0] >= whole[1] - whole[0]) return;
      event.preventDefault();
      zoom(event.deltaY < 0 ? 0.85 : 1 / 0.85, chart.scales.x.getValueForPixel(event.offsetX));
    },
    { passive: false },
  );
  let dragged = null;
  canvas.addEventListener("pointerdown", (event) => (dragged = { x: event.clientX, shown: [...shown] }));
  addEventListener("pointerup", () => (dragged = null));
  addEventListener("pointermove", (event) => {
    if (!dragged || Math.abs(event.clientX - dragged.x) < 4) return;
    const perPixel = (dragged.shown[1] - dragged.shown[0]) / chart.chartArea.width;
    const by = (dragged.x - event.clientX) * perPixel;
    see(dragged.shown[0] + by, dragged.shown[1] + by);
  });
  const buttons = { in: () => zoom(0.6), out: () => zoom(1 / 0.6), all: () => see(...whole) };
  for (const button of box.querySelectorAll("[data-zoom]")) button.addEventListener("click", buttons[button.dataset.zoom]);

  gather();
  addEventListener("themechange", paint);
  paint();
})();
