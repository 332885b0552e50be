"""The bundled sample as one record: what somebody who reads it, links it and looks at it may expect to find."""

from collections.abc import Iterator
from datetime import date

import pytest

from benchmarks.sample.__main__ import read_sample
from rashomon.archive import Record, open_record
from rashomon.archive.linking import link_unlinked
from rashomon.export import Profile, Viewing, page
from rashomon.linking.mention import Sort

MOSCOW, KYIV = "olenivka-moscow", "olenivka-kyiv"


@pytest.fixture(scope="module")
def record(reader, tmp_path_factory) -> Iterator[Record]:
    with open_record(tmp_path_factory.mktemp("sample"), create=True) as record:
        record.readings.put(read_sample(reader))
        assert sum(link_unlinked(record)) == len(record.readings)
        yield record


def speakers(record: Record, report: str) -> set[str]:
    """Who speaks in the accounts of a report, by what the record calls them."""
    reading = record.readings.get(report)
    lineage = record.linked.provenance().among([report, MOSCOW, KYIV])
    chains = [lineage.chain(account, reading) for incident in reading.incidents for account in incident.accounts]
    return {chain.origin for chain in chains if chain.told_by}


def test_what_moscow_and_kyiv_tell_of_one_prison_are_tellings_of_their_own(record):
    moscow, kyiv = speakers(record, MOSCOW), speakers(record, KYIV)
    assert {"Denis Pushilin", "Eduard Basurin"} <= moscow
    assert {"Dmytro Kuleba", "General Staff"} <= kyiv
    assert moscow.isdisjoint(kyiv)


def test_neither_is_a_copy_of_the_other(record):
    lineage = record.linked.provenance().among([MOSCOW, KYIV])
    for reading in record.readings.some([MOSCOW, KYIV]):
        assert all(not lineage.chain(a, reading).copied_by for i in reading.incidents for a in i.accounts)


def test_the_taliban_are_one_actor_in_all_reports_that_name_them(record):
    taliban = record.linked.actor("Taliban")
    naming = {r.report.id for r in record.readings.all() if any(a.name == "Taliban" for a in r.actors)}
    assert len(naming) > 2
    assert naming <= {mention.report for mention in taliban.mentions}


def test_rival_tolls_are_disputed_and_no_words_are_missing(record):
    disputed = Viewing(record).most_disputed().lines
    assert {"killed", "culprit", "happened"} <= {attribute for line in disputed for attribute in line.disputed}
    for line in disputed:
        for dispute in Viewing(record).story(line.id).disputes:
            assert dispute.versions
            assert not [version for version in dispute.versions if "None" in version or not version.split(": ")[1]]


def test_before_the_strike_was_admitted_nobody_had_told_that(record):
    admitted = record.readings.get("kabul-strike-admitted").report.published.latest
    strike = record.readings.get("kabul-strike").report.published.latest
    early, late = (Viewing(record, as_of=day).most_told() for day in (strike, admitted))
    assert early.of < late.of
    assert not Viewing(record, as_of=date(1980, 1, 1)).most_told().lines


def test_everything_can_be_shown_and_no_public_page_names_a_protected_source(record):
    public = page(Viewing(record, Profile.public))
    names = {a.name for a in record.linked.actors() if a.protected}
    assert not [name for name in names if name in public]
    numbers = record.shelf.last(Sort.incident)
    assert public.count("<article") == len({i.id for i in record.linked.incidents()}) <= numbers
