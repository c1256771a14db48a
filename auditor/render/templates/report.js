"use strict";
// Shows the findings of the ticked severities, and the pictures that have one of them (or none at all, when "clean" is ticked),
// in the table and in the cards alike.
const filter = document.querySelector(".filter");
const output = filter.querySelector("output");
const cards = [...document.querySelectorAll(".card")].map((card) => ({
  card,
  row: document.querySelector(`[data-card="${card.id}"]`),
  findings: [...card.querySelectorAll(".finding")],
}));
const marked = document.querySelectorAll("[data-severity]");
const groups = document.querySelectorAll("section.document, .overview tbody");

function apply() {
  const wanted = new Set([...filter.elements].filter((box) => box.checked).map((box) => box.name));
  for (const tag of marked) tag.hidden = !wanted.has(tag.dataset.severity);
  for (const { card, row, findings } of cards) {
    card.hidden = findings.length ? findings.every((finding) => finding.hidden) : !wanted.has("clean");
    if (row) row.hidden = card.hidden;
  }
  for (const group of groups) {
    const members = [...group.querySelectorAll(".card, [data-card]")];
    group.hidden = members.length > 0 && members.every((member) => member.hidden);
  }
  const all = cards.flatMap((entry) => entry.findings);
  output.textContent = `${all.filter((finding) => !finding.hidden).length} of ${all.length} findings, `
    + `${cards.filter((entry) => !entry.card.hidden).length} of ${cards.length} cards`;
}

filter.addEventListener("change", apply);
filter.hidden = false;
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
