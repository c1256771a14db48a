"""The HTML report in a real browser: its script runs, its filter works, nothing is asked of any network."""

import base64
import hashlib
import html
import json
import re
import shutil
import subprocess
from dataclasses import replace

import pytest

from auditor.render.html import render_html
from tests.render.values import NO_CREDIT, UNSURE, audit, bare, document, mixed, picture

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium: apt-get install chromium runs the report in a browser")

# Unticks one box after another and writes down what is still shown.
CHECK = """
const seen = {requests: performance.getEntriesByType("resource").map((entry) => entry.name), title: document.title};
const shown = (selector) => [...document.querySelectorAll(selector)].filter((tag) => tag.checkVisibility()).length;
const note = (name) => { seen[name] = [shown(".finding"), shown(".card"), shown("[data-card]"), output.textContent]; };
note("all");
for (const name of ["unsure", "note", "warn", "block", "clean"]) {
  if (name === "note") document.querySelector(".filter [name=unsure]").click();
  document.querySelector(`.filter [name=${name}]`).click();
  note("without " + name);
}
location.hash = "d1p1";
window.addEventListener("hashchange", () => {
  note("after link");
  document.body.insertAdjacentHTML("beforeend", "<pre id=seen></pre>");
  document.querySelector("#seen").textContent = JSON.stringify(seen);
});
"""


# Presses headings and writes down the order of the pictures in the table and among the cards.
SORT = """
const orders = {};
const order = (selector, name) => [...document.querySelectorAll(selector)].map(name).join(" ");
const press = (column) => {
  const heading = document.querySelectorAll(".overview thead th")[column];
  heading.querySelector("button").click();
  const rows = order("[data-card]", (row) => row.dataset.card);
  if (rows !== order(".card[id]", (card) => card.id)) throw new Error("cards and rows differ");
  orders[`${heading.textContent} ${heading.getAttribute("aria-sort")}`] = rows;
};
for (const column of [4, 4, 1, 3, 0, 0]) press(column);
document.body.insertAdjacentHTML("beforeend", "<pre id=seen></pre>");
document.querySelector("#seen").textContent = JSON.stringify(orders);
"""


TIME = """
const took = {shown: document.querySelectorAll(".card").length};
const time = (name, work) => {
  const start = performance.now();
  work();
  document.body.getBoundingClientRect();
  took[name] = Math.round(performance.now() - start);
};
time("filter", () => document.querySelector("[name=block]").click());
time("sort", () => document.querySelectorAll(".overview thead button")[4].click());
document.body.insertAdjacentHTML("beforeend", "<pre id=seen></pre>");
document.querySelector("#seen").textContent = JSON.stringify(took);
"""


def with_script(report: str, script: str) -> str:
    """The report with one more script, which its content security policy is made to allow."""
    allowed = "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    report = report.replace("script-src '", f"script-src '{allowed}' '")
    return report.replace("</body>", f"<script>{script}</script></body>")


def browse(tmp_path, report: str) -> tuple[str, str]:
    """The page's DOM after its scripts ran, and what the browser logged."""
    file = tmp_path / "report.html"
    file.write_text(report, encoding="utf-8")
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-sync",
    ]
    options += ["--disable-component-update", f"--user-data-dir={tmp_path / 'profile'}", "--enable-logging=stderr"]
    options += ["--virtual-time-budget=5000", "--dump-dom", file.as_uri()]
    done = subprocess.run([str(CHROMIUM), *options], capture_output=True, text=True, timeout=60, check=True)
    return done.stdout, done.stderr


def test_filter_hides_and_a_link_brings_back(tmp_path):
    made = audit(document(picture(), bare(1, "A boat."), picture(2), findings=audit().documents[0].findings))
    dom, log = browse(tmp_path, with_script(render_html(made, thumbnails={}), CHECK))
    seen = json.loads(html.unescape(re.search(r'<pre id="seen">(.*?)</pre>', dom)[1]))
    assert seen["all"] == [4, 3, 3, "4 of 4 findings, 3 of 3 cards"]
    assert seen["without unsure"] == [3, 3, 3, "3 of 4 findings, 3 of 3 cards"]
    assert seen["without note"] == [3, 3, 3, "3 of 4 findings, 3 of 3 cards"]
    assert seen["without warn"] == [2, 3, 3, "2 of 4 findings, 3 of 3 cards"]
    assert seen["without block"] == [0, 1, 1, "0 of 4 findings, 1 of 3 cards"]
    assert seen["without clean"] == [0, 0, 0, "0 of 4 findings, 0 of 3 cards"]
    assert seen["after link"] == [4, 3, 3, "4 of 4 findings, 3 of 3 cards"]
    assert seen["requests"] == []
    assert "CONSOLE" not in log


def test_report_runs_clean_whatever_a_caption_holds(tmp_path):
    attack = "<script>document.title='owned'</script><img src=https://evil.example/x onerror=\"document.title='owned'\">"
    fault = replace(NO_CREDIT, picture=0, message=attack, suggestion=attack)
    dom, log = browse(tmp_path, render_html(audit(document(bare(0, attack), findings=(fault,))), thumbnails={}))
    assert re.search(r"<title>(.*?)</title>", dom)[1] == "Nets of Port Elin – picture audit"
    assert "1 of 1 findings, 1 of 1 cards" in dom
    assert "CONSOLE" not in log


def test_headings_sort_table_and_cards(tmp_path):
    dom, log = browse(tmp_path, with_script(render_html(mixed(), thumbnails={}), SORT))
    assert json.loads(html.unescape(re.search(r'<pre id="seen">(.*?)</pre>', dom)[1])) == {
        "Findings ascending": "d1p2 d1p1 d2p1 d2p2 d2p3",
        "Findings descending": "d2p3 d2p2 d2p1 d1p1 d1p2",
        "Credit ascending": "d1p2 d1p1 d2p1 d2p2 d2p3",
        "Date ascending": "d1p2 d1p1 d2p1 d2p2 d2p3",
        "Picture ascending": "d1p1 d1p2 d2p1 d2p2 d2p3",
        "Picture descending": "d2p3 d2p2 d2p1 d1p2 d1p1",
    }
    assert "CONSOLE" not in log


def test_five_hundred_pictures_stay_usable(tmp_path):
    """Generous bounds: with thumbnails, on two busy cores, filtering took up to 0.2 s and sorting up to 0.6 s."""
    items = [picture(n) if n % 2 else bare(n, "A boat leaves the harbour of Port Elin. " * 3) for n in range(500)]
    faults = tuple(replace(fault, picture=n) for n in range(500) for fault in (NO_CREDIT, UNSURE))
    dom, log = browse(tmp_path, with_script(render_html(audit(document(*items, findings=faults)), thumbnails={}), TIME))
    took = json.loads(html.unescape(re.search(r'<pre id="seen">(.*?)</pre>', dom)[1]))
    assert took["shown"] == 500
    assert took["filter"] < 3000 and took["sort"] < 3000, took
    assert "CONSOLE" not in log
