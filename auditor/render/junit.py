"""An audit as JUnit XML, which build servers show as a list of tests.

The format has no standard; written is what Jenkins, GitLab and others read in common: one suite a document, one case a finding
(or a picture without any), at most one `failure` a case (https://github.com/testmoapp/junitxml).
"""

from xml.etree import ElementTree

from auditor.model import Audit, DocumentAudit, Finding
from auditor.pipeline import summarise
from auditor.policy.gate import Gate
from auditor.render import labels
from auditor.render.json import tool_record
from auditor.render.printable import visible

Element = ElementTree.Element


def render_junit(audit: Audit, *, gate: Gate) -> str:
    """What fails the run is a failure; other findings and waived ones are skipped cases, unread documents errors."""
    root = Element("testsuites", name=labels.headline(summarise(audit)))
    root.extend(_suite(document, audit, gate) for document in audit.documents)
    for skipped in audit.skipped:
        suite = _named("testsuite", skipped.document)
        case = _case(suite, skipped.document, "can be read")
        ElementTree.SubElement(case, "error", message=visible(skipped.reason, keeping=""), type="unreadable")
        suite.attrib.update(_counts(suite))
        root.append(suite)
    root.attrib.update(_counts(root))
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _suite(document: DocumentAudit, audit: Audit, gate: Gate) -> Element:
    suite = _named("testsuite", document.document)
    if audit.time:
        suite.set("timestamp", f"{audit.time:%Y-%m-%dT%H:%M:%S}")
    properties = ElementTree.SubElement(suite, "properties")
    tool = tool_record()
    made = {"tool": f"{tool['name']} {tool['version']}", "policy": audit.policy_name, "policy_sha256": audit.policy_sha256}
    for name, value in {**made, "sha256": document.sha256}.items():
        ElementTree.SubElement(properties, "property", name=name, value=visible(value, keeping=""))
    found = labels.by_picture(document)
    for item in (None, *document.page.media):
        name = f"{labels.picture_name(item)}: {labels.picture_words(item)}" if item else "The page"
        on_item = found[item.position if item else None]
        if item and not on_item:
            _case(suite, document.document, name)
        for finding in on_item:
            _judged(_case(suite, document.document, f"{finding.rule} - {name}"), finding, gate)
    suite.attrib.update(_counts(suite))
    return suite


def _judged(case: Element, finding: Finding, gate: Gate) -> None:
    """The case fails, or is skipped with the reason why it does not."""
    tag = "failure" if gate.stops(finding) else "skipped"
    said = ElementTree.SubElement(case, tag, message=visible(_message(finding), keeping=""), type=finding.rule)
    said.text = visible("\n".join(_details(finding)))


def _message(finding: Finding) -> str:
    waived = f" ({labels.waiver_words(finding.waived)})" if finding.waived else ""
    return f"{finding.severity}: {finding.message}{waived}"


def _details(finding: Finding) -> list[str]:
    parts = [f"words: {finding.text}"] if finding.text else []
    parts += [f"write: {finding.suggestion}"] if finding.suggestion else []
    parts += [f"compare: {value} - {place}" for value, place in labels.evidence(finding)]
    return [*parts, f"fingerprint: {finding.fingerprint}"]


def _named(tag: str, name: str) -> Element:
    return Element(tag, name=visible(name, keeping=""))


def _case(suite: Element, document: str, name: str) -> Element:
    return ElementTree.SubElement(
        suite, "testcase", classname=visible(document, keeping=""), name=visible(" ".join(name.split()), keeping="")
    )


def _counts(element: Element) -> dict[str, str]:
    tags = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
    return {name: str(sum(1 for _ in element.iter(tag))) for name, tag in tags.items()}
