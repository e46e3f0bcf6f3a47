// Takes in the rows that the data scripts bring: data/<table>-001.js …, then data/<table>.js.
"use strict";
const whosaid = {
  tables: {},
  addRows(name, rows) {
    const table = (this.tables[name] ??= { rows: [], columns: [] });
    for (const row of rows) table.rows.push(row);
  },
  addColumns(name, columns) {
    (this.tables[name] ??= { rows: [], columns: [] }).columns = columns;
  },
  // A cell's value: in a column of shared values the row has only the value's number.
  value(column, cell) {
    return column.values ? column.values[cell] : cell;
  },
  text(column, cell) {
    const value = whosaid.value(column, cell);
    return Array.isArray(value) ? value[0] : value;
  },
};
