"""The tables about credits and rights: every entry has a source, every pattern lives, no name has two owners."""

import re
from collections import defaultdict

import pytest

from auditor.data.load import agencies, licence_elements, licences, markers, usage_patterns
from auditor.model import Flag, OrganisationKind, UsageKind
from auditor.text.normalise import fold, phrase_key

babel = pytest.importorskip("babel", reason="language tags are checked against CLDR")


def test_no_name_has_two_owners():
    owners = defaultdict(set)
    for agency in agencies().values():
        for name in (agency.name, *agency.aliases, *agency.short_forms, *agency.misspellings, *agency.weak_aliases):
            owners[phrase_key(name)].add(agency.id)
    doubled = {key: ids for key, ids in owners.items() if len(ids) > 1}
    assert not doubled


def test_every_agency_has_a_source_and_a_known_parent():
    for agency in agencies().values():
        assert agency.source, agency.id
        assert agency.parent is None or agency.parent in agencies(), agency.id
        assert agency.kind in OrganisationKind
        assert phrase_key(agency.name), agency.id


def test_rules_carry_an_address_and_say_how_they_were_read():
    rules = [agency.rule for agency in agencies().values() if agency.rule]
    assert rules
    for rule in rules:
        assert rule.url.startswith("http")
        assert rule.status.startswith("verified")
        assert rule.status == "verified" or not (rule.with_creator or rule.without_creator or rule.partner)


def tagged():
    table = markers()
    groups = [table.labels, table.trailers, table.makers, table.body_words, table.body_endings, *table.relations.values()]
    groups += [words for m in table.meanings.values() for words in (m.words, m.caption)]
    return {language for group in groups for language in group}


def test_languages_are_known():
    known = set(babel.localedata.locale_identifiers())
    assert tagged() <= known | {"zu", "xh"}


def test_meanings_say_something():
    for meaning in markers().meanings.values():
        says = meaning.role or meaning.flag or meaning.names_nobody or meaning.ignored
        assert says, meaning.name
        assert meaning.source, meaning.name
        assert meaning.words, meaning.name


def test_every_flag_of_a_caption_can_be_raised():
    raised = {m.flag for m in markers().meanings.values()}
    assert set(Flag) - raised == {Flag.VIA, Flag.FOR}


def test_no_meaning_shares_a_phrase_with_another():
    owners = defaultdict(set)
    for meaning in markers().meanings.values():
        for words in meaning.words.values():
            for phrase in words:
                owners[phrase_key(phrase)].add(meaning.name)
    assert not {key: names for key, names in owners.items() if len(names) > 1}


def test_patterns_compile_and_kinds_are_closed():
    assert {pattern.kind for pattern in usage_patterns()} == set(UsageKind)
    for pattern in usage_patterns():
        re.compile(pattern.pattern)
    assert set(licence_elements()) == {"by", "sa", "nc", "nd"}
    assert len({licence.id for licence in licences()}) == len(licences())


@pytest.mark.parametrize("text", ["Ｐhoto：\u00a0TÉLAM", "İstanbul ÇĞŞ", "ßæøłđ", "写真：ロイター", "e\u0301", "\u200bA"])
def test_fold_keeps_every_offset(text):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)
