// The timeline of the overview, drawn with Chart.js: a lane a speaker, a dot a day.
"use strict";
(() => {
  const LANES = 10;
  const DAY = 86_400_000;
  const box = document.getElementById("timeline");
  const canvas = document.getElementById("timeline-canvas");
  const said = document.getElementById("timeline-said");
  const { rows, columns } = whosaid.tables.quotes;
  const place = Object.fromEntries(columns.map((column, index) => [column.name, index]));
  const speakers = columns[place.speaker].values;

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
    const speaker = row[place.speaker];
    if (speakers[speaker][1] && speakers[speaker][0] !== "unknown") often.set(speaker, (often.get(speaker) ?? 0) + 1);
  }
  const lanes = [...often].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, LANES).map(([speaker]) => speaker);
  if (!lanes.length) {
    document.getElementById("timeline-empty").hidden = false;
    return;
  }

  const days = lanes.map(() => new Map());
  for (const row of dated) {
    const lane = lanes.indexOf(row[place.speaker]);
    if (lane < 0) continue;
    const iso = row[place.said_on];
    if (!days[lane].has(iso)) days[lane].set(iso, { x: middle(iso), y: lane, iso, quotes: [] });
    days[lane].get(iso).quotes.push(row[place.quote][0]);
  }
  const points = days.map((lane) => [...lane.values()].map((point) => ({ ...point, r: Math.min(22, 4 + 2.4 * Math.sqrt(point.quotes.length)) })));
  const inOrder = points.flat().sort((one, other) => one.x - other.x || one.y - other.y);
  const first = inOrder[0].x;
  const last = inOrder.at(-1).x;
  const edge = Math.max(2 * DAY, (last - first) * 0.04);
  const whole = [first - edge, last + edge];
  let shown = [...whole];

  // Colours come from the style sheet, so that they follow the theme.
  const probe = document.createElement("span");
  probe.hidden = true;
  box.append(probe);
  const colour = (className) => {
    probe.className = className;
    return getComputedStyle(probe).color;
  };
  const name = (lane) => speakers[lanes[lane]][0];
  const clip = (text, length) => (text.length > length ? `${text.slice(0, length).trimEnd()}…` : text);
  const lines = (text) => text.match(/.{1,60}(?:\s|$)|.{60}/g) ?? [text];

  box.hidden = false;
  canvas.parentElement.classList.add(`lanes-${lanes.length}`);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const chart = new Chart(canvas, {
    type: "bubble",
    data: { datasets: points.map((data, lane) => ({ label: name(lane), data })) },
    options: {
      animation: still ? false : { duration: 250 },
      maintainAspectRatio: false,
      layout: { padding: { right: 12 } },
      parsing: false,
      scales: {
        x: { type: "time", min: shown[0], max: shown[1], time: { minUnit: "day", displayFormats: { day: "d MMM yyyy", week: "d MMM yyyy", month: "MMM yyyy" } }, ticks: { maxRotation: 0, autoSkipPadding: 24 }, border: { display: false } },
        y: { min: -0.7, max: lanes.length - 0.3, reverse: true, afterBuildTicks: (axis) => (axis.ticks = lanes.map((_, lane) => ({ value: lane }))), ticks: { autoSkip: false, callback: (lane) => clip(name(lane) ?? "", innerWidth < 600 ? 14 : 30) }, border: { display: false } },
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          displayColors: false,
          callbacks: {
            title: ([item]) => `${name(item.raw.y)}, ${label(item.raw.iso)}`,
            label: (item) => {
              const quotes = item.raw.quotes.slice(0, 3).flatMap((quote) => [...lines(clip(quote, 180)), ""]);
              const more = item.raw.quotes.length - 3;
              return more > 0 ? [...quotes, `and ${more} more`] : quotes.slice(0, -1);
            },
          },
        },
      },
      onClick: (_event, [hit]) => hit && choose(points[hit.datasetIndex][hit.index]),
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

  const choose = (point) => {
    const form = document.querySelector('form[data-for="quotes"]');
    form.reset();
    const field = (column, match) => form.querySelector(`[data-column="${column}"][data-match="${match}"]`);
    field("speaker", "holds").value = name(point.y);
    const year = point.iso.slice(0, 4);
    const month = point.iso.slice(0, 7);
    const end = point.iso.length === 7 ? new Date(Date.UTC(Number(year), Number(month.slice(5)), 0)).toISOString().slice(0, 10) : `${year}-12-31`;
    field("said_on", "from").value = point.iso.length === 10 ? point.iso : point.iso.length === 7 ? `${month}-01` : `${year}-01-01`;
    field("said_on", "to").value = point.iso.length === 10 ? point.iso : end;
    setTimeout(() => {
      form.dispatchEvent(new Event("whosaid:apply"));
      const heading = document.getElementById("quotations");
      heading.scrollIntoView({ behavior: still ? "auto" : "smooth" });
      heading.focus({ preventScroll: true });
    });
  };

  let at = -1;
  const step = (by) => {
    at = Math.min(Math.max(at + by, 0), inOrder.length - 1);
    const point = inOrder[at];
    if (point.x < shown[0] || point.x > shown[1]) see(point.x - (shown[1] - shown[0]) / 2, point.x + (shown[1] - shown[0]) / 2);
    const active = [{ datasetIndex: point.y, index: points[point.y].findIndex((one) => one.iso === point.iso) }];
    chart.setActiveElements(active);
    chart.tooltip.setActiveElements(active, { x: 0, y: 0 });
    chart.update("none");
    const count = point.quotes.length;
    said.textContent = `${name(point.y)}, ${label(point.iso)}, ${count} ${count === 1 ? "quotation" : "quotations"}: ${clip(point.quotes[0], 200)}`;
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

  addEventListener("themechange", paint);
  paint();
})();
