"use strict";
// Shows the findings of the ticked severities, and the pictures that have one of them (or none at all, when "clean" is ticked).
const filter = document.querySelector(".filter");
const cards = [...document.querySelectorAll(".card")].map((card) => ({
  card,
  findings: [...card.querySelectorAll(".finding")],
}));

function apply() {
  const wanted = new Set([...filter.elements].filter((box) => box.checked).map((box) => box.name));
  let shownFindings = 0;
  let shownCards = 0;
  for (const { card, findings } of cards) {
    const shown = findings.filter((finding) => {
      finding.hidden = !wanted.has(finding.dataset.severity);
      return !finding.hidden;
    });
    card.hidden = findings.length ? !shown.length : !wanted.has("clean");
    shownFindings += shown.length;
    shownCards += card.hidden ? 0 : 1;
  }
  const all = document.querySelectorAll(".finding").length;
  filter.querySelector("output").textContent =
    `${shownFindings} of ${all} findings, ${shownCards} of ${cards.length} cards`;
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
