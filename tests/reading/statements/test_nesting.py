from collections.abc import Callable

from rashomon.record import Act


def test_what_somebody_is_said_to_have_said_is_within(told: Callable) -> None:
    outer, inner = told("Diallo said that nurses had told the soldiers that the ward was full.")
    assert inner.statement.within == outer.statement.id
    assert inner.source == "nurses"


def test_a_denial_reported_in_a_quotation_is_kept(told: Callable) -> None:
    found = told('"The army denies the killings," the lawyer said.')
    assert [t.statement.act for t in found if t.statement.within] == [Act.denies]


def test_what_the_speaker_thinks_is_part_of_what_she_says(only: Callable) -> None:
    assert only('"I think the army believes our story," she said.').source == "she"


def test_what_the_report_adds_in_passing_is_not_within(told: Callable) -> None:
    found = told('The front claimed responsibility for the ambush, which the mayor called "cowardice".')
    mayor = next(t for t in found if t.source == "the mayor")
    assert mayor.statement.within is None
