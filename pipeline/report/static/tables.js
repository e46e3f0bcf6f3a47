// Draws the tables with DataTables, and wires the search and filter fields to them.
//
// DataTables puts strings into pages as HTML. Text from articles must never go that way: a cell
// is drawn from a node whose textContent is set, and what is searched and sorted is only read.
"use strict";
(() => {
  const link = (text, href) => {
    const node = document.createElement("a");
    node.href = href;
    node.textContent = text;
    return node;
  };

  const draw = (column, cell) => {
    const value = whosaid.value(column, cell);
    const [text, href, ...links] = Array.isArray(value) ? value : [value, ""];
    if (links.length) {
      const all = document.createElement("span");
      links.forEach(([name, to], index) => all.append(index ? "; " : "", link(name, to)));
      return all;
    }
    if (href) return link(text, href);
    const node = document.createElement("span");
    node.textContent = column.kind === "percent" ? `${text}%` : column.kind === "number" && text != null ? text.toLocaleString("en") : (text ?? "");
    return node;
  };

  const described = (columns) =>
    columns.map((column, index) => ({
      title: column.title,
      name: column.name,
      className: `is-${column.kind} of-${column.name}`,
      type: column.kind === "number" || column.kind === "percent" ? "num" : "string",
      orderSequence: column.kind === "text" || column.kind === "link" ? ["asc", "desc"] : ["desc", "asc"],
      data: null,
      render: (_data, type, row) => (type === "display" ? draw(column, row[index]) : whosaid.text(column, row[index])),
    }));

  // What a filter field asks of a row; null when it asks nothing.
  const question = (field, columns) => {
    const index = columns.findIndex((column) => column.name === field.dataset.column);
    const wanted = field.value.trim();
    if (index < 0 || wanted === "") return null;
    const column = columns[index];
    const text = (row) => String(whosaid.text(column, row[index]) ?? "");
    switch (field.dataset.match) {
      case "is":
        return (row) => row[index] === Number(wanted);
      case "holds": {
        const low = wanted.toLowerCase();
        return (row) => text(row).toLowerCase().includes(low);
      }
      case "filled":
        return (row) => (text(row) !== "") === (wanted === "yes");
      case "from":
        return (row) => text(row) !== "" && text(row) >= wanted.slice(0, text(row).length);
      case "to":
        return (row) => text(row) !== "" && text(row) <= wanted;
      case "least":
        return (row) => Number(row[index]) >= Number(wanted);
      default:
        return null;
    }
  };

  const offer = (field, column) => {
    const numbered = column.values.map((value, number) => [value || "not known", number]);
    numbered.sort((one, other) => one[0].localeCompare(other[0], "en"));
    for (const [label, number] of numbered) field.add(new Option(label, number));
  };

  const wire = (form, table, columns) => {
    const fields = [...form.querySelectorAll("[data-column]")];
    for (const field of fields) {
      const column = columns.find((column) => column.name === field.dataset.column);
      // A column in which no row has anything is left out.
      if (!column) field.closest("label").hidden = true;
      else if (field.dataset.match === "is") offer(field, column);
    }
    const search = form.querySelector("[data-search]");
    const apply = () => {
      const asked = fields.map((field) => question(field, columns)).filter(Boolean);
      table.search.fixed("filters", asked.length ? (_text, row) => asked.every((holds) => holds(row)) : null);
      table.search(search.value).draw();
    };
    let soon = 0;
    form.addEventListener("input", () => {
      clearTimeout(soon);
      soon = setTimeout(apply, 150);
    });
    form.addEventListener("reset", () => setTimeout(apply));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("whosaid:apply", apply);
  };

  for (const element of document.querySelectorAll("table[data-table]")) {
    const name = element.dataset.table;
    const { rows, columns } = whosaid.tables[name];
    const table = new DataTable(element, {
      data: rows,
      columns: described(columns),
      order: [],
      pageLength: 25,
      lengthMenu: [10, 25, 100],
      autoWidth: false,
      deferRender: true,
      layout: { topStart: null, topEnd: null, bottomStart: ["info", "pageLength"], bottomEnd: "paging" },
      language: { emptyTable: "There are no rows.", zeroRecords: "No row fits. Clear a filter to see more.", info: "_START_ to _END_ of _TOTAL_", infoEmpty: "none", infoFiltered: "(of _MAX_)", lengthMenu: "_MENU_ on a page" },
      createdRow: (row) => {
        [...row.cells].forEach((cell, index) => (cell.dataset.label = columns[index].title));
      },
    });
    const form = document.querySelector(`form[data-for="${name}"]`);
    if (form) wire(form, table, columns);
  }
})();
