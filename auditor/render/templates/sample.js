"use strict";
const data = JSON.parse(document.getElementById("rows").textContent);
const questions = ["credited", "person_named", "dated"];
function mark(row, question) {
  const box = document.querySelector(`input[name="${row.number}-${question}"]:checked`);
  return box ? box.value : "";
}
function cell(value) {
  const text = value === null ? "" : String(value);
  const inert = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return '"' + inert.replaceAll('"', '""') + '"';
}
function count() {
  const done = data.rows.filter((row) => questions.every((question) => mark(row, question))).length;
  document.getElementById("marked").textContent = `${done} of ${data.rows.length} marked`;
}
document.addEventListener("change", count);
document.getElementById("save").addEventListener("click", () => {
  const lines = [data.columns.map(cell).join(",")];
  for (const row of data.rows) {
    const marks = Object.fromEntries(questions.map((question) => ["true_" + question, mark(row, question)]));
    lines.push(data.columns.map((name) => cell(name in marks ? marks[name] : row[name])).join(","));
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([lines.join("\n") + "\n"], { type: "text/csv" }));
  link.download = "sample-marked.csv";
  link.click();
  URL.revokeObjectURL(link.href);
});
count();
