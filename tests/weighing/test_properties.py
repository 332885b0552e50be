"""What holds for whatever is told: weighed over accounts that nobody wrote."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from making import account, figure, telling
from rashomon.record import Act, FigureKind, IncidentPlace, IncidentTime, SourceKind
from rashomon.weighing import RULES, as_of, corroboration, disputes, view, weigh_figures

DAYS = st.integers(0, 9).map(lambda n: date(2013, 5, 1) + timedelta(days=n))
ORIGINS = st.sampled_from(["Reuters", "the police chief", "Ansar Dine", "a villager in The Paper", "AFP"])
ACTORS = st.lists(st.sampled_from(["Ansar Dine", "the army", "gunmen"]), max_size=2, unique=True).map(tuple)


@st.composite
def ends(draw):
    low, high = draw(st.none() | st.integers(0, 40)), draw(st.none() | st.integers(0, 40))
    if low is None and high is None:
        return draw(st.integers(0, 40).map(lambda n: (n, n)))
    return (low, high) if low is None or high is None or low <= high else (high, low)


FIGURES = st.builds(lambda e, kind: figure(*e, kind), ends(), st.sampled_from([FigureKind.killed, FigureKind.wounded]))


@st.composite
def one_telling(draw):
    told = account(
        draw(st.sampled_from(Act)),
        *draw(st.lists(FIGURES, max_size=2)),
        kind=draw(st.sampled_from([SourceKind.author, SourceKind.official])),
    )
    responsible = draw(ACTORS)
    day = draw(DAYS)
    return replace(
        telling(
            draw(ORIGINS), told, responsible=responsible, published=draw(st.none() | DAYS), party=draw(st.booleans())
        ),
        identified=tuple(name for name in responsible if name != "gunmen"),
        time=draw(st.none() | st.just(IncidentTime(earliest=day, latest=day))),
        place=draw(
            st.none() | st.sampled_from(["Gao", "Kidal"]).map(lambda n: IncidentPlace(name=n, country="MLI", admin1=n))
        ),
    )


def _by_report(told):
    return [replace(t, report=f"r{n:02}") for n, t in enumerate(told)]


TELLINGS = st.lists(one_telling(), min_size=1, max_size=7).map(_by_report)
RULE = st.sampled_from(sorted(RULES))


@given(TELLINGS, RULE, st.data())
def test_the_order_of_reports_does_not_matter(told, rule, data):
    assert view(data.draw(st.permutations(told)), rule) == view(told, rule)


@given(TELLINGS, RULE, st.data())
def test_a_copied_report_changes_nothing(told, rule, data):
    whole = data.draw(st.sampled_from(told))
    later = whole.published and whole.published + timedelta(days=data.draw(st.integers(0, 5)))
    assert view([*told, replace(whole, report="z", published=later)], rule) == view(told, rule)


@given(TELLINGS, one_telling())
def test_another_account_never_lowers_the_number_of_origins(told, another):
    assert corroboration([*told, replace(another, report="z")]).independent >= corroboration(told).independent


@given(TELLINGS)
def test_every_origin_is_a_party_or_a_third_party(told):
    found = corroboration(told)
    assert {*found.parties, *found.third_parties} == set(found.origins)


@given(TELLINGS, DAYS, DAYS)
def test_what_was_known_one_day_is_known_later(told, day, another):
    earlier, later = sorted((day, another))
    assert set(map(id, as_of(told, earlier))) <= set(map(id, as_of(told, later)))
    assert corroboration(as_of(told, earlier)).independent <= corroboration(as_of(told, later)).independent


@given(TELLINGS, ORIGINS, st.integers(0, 40), st.integers(0, 40))
def test_a_number_within_the_range_never_widens_it(told, origin, one, other):
    before = next((f for f in weigh_figures(told) if f.kind is FigureKind.killed), None)
    low, high = sorted((one, other))
    if before and before.low is not None and before.high is not None and before.low <= low and high <= before.high:
        agreeing = replace(telling(origin, account(Act.asserts, figure(low, high))), report="z")
        after = next(f for f in weigh_figures([*told, agreeing]) if f.kind is FigureKind.killed)
        assert before.low <= after.low <= after.high <= before.high


@given(TELLINGS, RULE)
def test_low_best_and_high_stand_in_order(told, rule):
    for weighed in weigh_figures(told, rule):
        stated = [n for n in (weighed.low, weighed.best, weighed.high) if n is not None]
        assert stated == sorted(stated)


def _interval(attribute, t):
    if attribute == "time":
        return (t.time.earliest, t.time.latest) if t.time else (None, None)
    parts = [f for f in t.account.figures if f.kind.value == attribute]
    low = None if all(f.low is None for f in parts) else sum(f.low or 0 for f in parts)
    high = None if any(f.high is None for f in parts) else sum(f.high for f in parts)
    return (low, high) if parts else (None, None)


@given(TELLINGS)
def test_a_dispute_is_two_origins_of_whom_one_ends_before_the_other_begins(told):
    found = {d.attribute for d in disputes(told)}
    for attribute in ("killed", "wounded", "time"):
        between = [(t.origin, *_interval(attribute, t)) for t in told]
        apart = any(
            a[0] != b[0] and a[2] is not None and b[1] is not None and a[2] < b[1] for a in between for b in between
        )
        assert (attribute in found) == apart


@given(TELLINGS)
def test_places_are_disputed_by_two_origins_with_two_places(told):
    placed = [(t.origin, t.place.name) for t in told if t.place]
    apart = any(a[0] != b[0] and a[1] != b[1] for a in placed for b in placed)
    assert ("place" in {d.attribute for d in disputes(told)}) == apart


def test_five_hundred_accounts_are_weighed_at_once():
    told = [
        replace(
            telling(
                f"origin {n % 300}", account(Act.asserts, figure(n % 90, n % 90 + 5)), responsible=(f"group {n % 7}",)
            ),
            report=f"r{n}",
        )
        for n in range(500)
    ]
    (killed,) = [d for d in disputes(told) if d.attribute == "killed"]
    assert len(killed.versions) == 90
