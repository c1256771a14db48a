"use strict";
// Shows the findings of the ticked severities and comparisons (page against file), those that are not sure as well when "unsure" is
// ticked, and the pictures that have one of them (or none at all, when "clean" is ticked), in the table and in the cards alike; sorts
// both by the column whose heading is pressed.
const filter = document.querySelector(".filter");
const output = filter.querySelector("output");
const cards = [...document.querySelectorAll(".card")].map((card, place) => ({
  card,
  place,
  row: document.querySelector(`[data-card="${card.id}"]`),
  findings: [...card.querySelectorAll(".finding")],
}));
const byComparison = filter.querySelector("input[data-comparison]") !== null;
const marked = document.querySelectorAll("[data-severity]");
const groups = [...document.querySelectorAll("section.document, .overview tbody")].map((group, place) => ({
  group,
  place,
  members: [...group.querySelectorAll(".card, [data-card]")],
}));

function apply() {
  const wanted = new Set([...filter.elements].filter((box) => box.checked).map((box) => box.name));
  for (const tag of marked) {
    tag.hidden = !wanted.has(tag.dataset.severity)
      || (byComparison && !wanted.has(tag.dataset.comparison))
      || (tag.classList.contains("unsure") && !wanted.has("unsure"));
  }
  for (const { card, row, findings } of cards) {
    card.hidden = findings.length ? findings.every((finding) => finding.hidden) : !wanted.has("clean");
    if (row) row.hidden = card.hidden;
  }
  for (const { group, members } of groups) group.hidden = members.length > 0 && members.every((member) => member.hidden);
  const all = cards.flatMap((entry) => entry.findings);
  output.textContent = `${all.filter((finding) => !finding.hidden).length} of ${all.length} findings, `
    + `${cards.filter((entry) => !entry.card.hidden).length} of ${cards.length} cards`;
}

// Sorting. A picture's keys, worst first: its place; the three answers; the worst severity, then how many findings.
const ANSWERS = ["no", "cannot-tell", "yes"];
const SEVERITIES = ["block", "warn", "note", "waived"];

function keysOf({ row, place, findings }) {
  const answers = [...row.querySelectorAll(".answer")].map((cell) => ANSWERS.findIndex((answer) => cell.classList.contains(answer)));
  const counts = SEVERITIES.map((severity) => -findings.filter((finding) => finding.dataset.severity === severity).length);
  return [[place], ...answers.map((answer) => [answer, place]), [...counts, place]];
}

const keys = new Map();
for (const entry of cards.filter((entry) => entry.row)) {
  const found = keysOf(entry);
  keys.set(entry.card, found);
  keys.set(entry.row, found);
}

function compare(one, other) {
  const differs = one.findIndex((part, index) => part !== other[index]);
  return differs < 0 ? 0 : one[differs] - other[differs];
}

// Pictures stay with their document; documents are ordered by their first picture. The page's own card stays on top.
function sort(column, descending) {
  const way = descending ? -1 : 1;
  for (const entry of groups) {
    const sorted = entry.members.filter((member) => keys.has(member));
    sorted.sort((one, other) => way * compare(keys.get(one)[column], keys.get(other)[column]));
    entry.group.append(...sorted);
    entry.first = sorted.length ? keys.get(sorted[0])[column] : [Infinity];
  }
  const ordered = [...groups].sort((one, other) => way * compare(one.first, other.first) || one.place - other.place);
  for (const { group } of ordered) group.parentElement.append(group);
}

const headings = [...document.querySelectorAll(".overview thead th")];
headings.forEach((heading, column) => {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = heading.textContent;
  heading.replaceChildren(button);
  button.addEventListener("click", () => {
    const descending = heading.getAttribute("aria-sort") === "ascending";
    for (const other of headings) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
    sort(column, descending);
  });
});
headings[0].setAttribute("aria-sort", "ascending");

filter.addEventListener("change", apply);
for (const tag of document.querySelectorAll(".filter, .by-script")) tag.hidden = false;
apply();
// A link to a card that the filter hides brings everything back.
window.addEventListener("hashchange", () => {
  const target = document.getElementById(location.hash.slice(1));
  if (target?.hidden) {
    for (const box of filter.elements) box.checked = true;
    apply();
    target.scrollIntoView();
  }
});
