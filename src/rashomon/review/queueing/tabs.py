"""The queues: what awaits a person in each, what can be answered, and for which reasons. All of it is data."""

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.linking.mention import Sort


@dataclass(frozen=True)
class Choice:
    """An answer by its key: what is posted where, and the reason that goes with the key alone.

    That reason is true of whatever is answered so: "compared side by side: two events". `verdict` goes with the answer where the
    address takes one.
    """

    key: str
    label: str
    action: str
    why: str
    verdict: str | None = None


@dataclass(frozen=True)
class Reason:
    """A reason that is often given, and the answer that it is one for: whoever gives it chooses it."""

    key: str
    why: str


@dataclass(frozen=True)
class Tab:
    """A queue: what is in it, what is asked of each, how it can be answered, and why."""

    name: str
    title: str
    holds: str
    question: str
    choices: tuple[Choice, ...]
    reasons: tuple[Reason, ...]


SAME, DIFFERENT, UNSURE = "y", "n", "u"

_INCIDENTS = (
    Reason(SAME, "place, day and what happened agree"),
    Reason(SAME, "one report takes its account from the other"),
    Reason(SAME, "the figures differ, the event is one"),
    Reason(DIFFERENT, "not the same day"),
    Reason(DIFFERENT, "not the same place"),
    Reason(DIFFERENT, "other people were hit"),
    Reason(DIFFERENT, "alike, but another occasion"),
    Reason(UNSURE, "somebody should look who knows the place"),
)
_ACTORS = (
    Reason(SAME, "name, office and company agree"),
    Reason(SAME, "another spelling of the same name"),
    Reason(SAME, "the same under a former or later name"),
    Reason(DIFFERENT, "two who have the same name"),
    Reason(DIFFERENT, "one is a part of the other"),
    Reason(DIFFERENT, "they are told apart in a report"),
    Reason(UNSURE, "somebody should look who knows them"),
)
REASONS: Mapping[Sort, tuple[Reason, ...]] = {Sort.incident: _INCIDENTS, Sort.actor: _ACTORS}

TOO_LITTLE = "the reports say too little to tell"

_PAIR_OF_INCIDENTS = (
    Choice(SAME, "Same", "/decisions/merge", "compared side by side: one event"),
    Choice(DIFFERENT, "Different", "/decisions/not-same", "compared side by side: two events"),
    Choice(UNSURE, "Unsure", "/decisions/opine", TOO_LITTLE, "unsure"),
)
_PAIR_OF_ACTORS = (
    Choice(SAME, "Same", "/decisions/merge", "compared side by side: one actor"),
    Choice(DIFFERENT, "Different", "/decisions/not-same", "compared side by side: two actors"),
    Choice(UNSURE, "Unsure", "/decisions/opine", TOO_LITTLE, "unsure"),
)
_REVIEWED = (Choice(SAME, "Reviewed", "/decisions/review", "looked through as it is now"),)
_OPINION = (
    Choice(SAME, "Same", "/decisions/opine", "compared side by side: the same", "same"),
    Choice(DIFFERENT, "Different", "/decisions/opine", "compared side by side: not the same", "different"),
    Choice(UNSURE, "Unsure", "/decisions/opine", TOO_LITTLE, "unsure"),
)

TABS: Mapping[str, Tab] = {
    tab.name: tab
    for tab in (
        Tab(
            "incidents",
            "Incidents",
            "Pairs of incidents that are alike, but not alike enough to be merged without somebody looking; the likest first.",
            "Are these one incident?",
            _PAIR_OF_INCIDENTS,
            _INCIDENTS,
        ),
        Tab(
            "actors",
            "Actors",
            "Pairs of actors that may be one under two names; the likest first.",
            "Are these one and the same?",
            _PAIR_OF_ACTORS,
            _ACTORS,
        ),
        Tab(
            "disputed",
            "Disputed",
            "Incidents on which accounts differ and that nobody has reviewed as they are now; the most disputed first.",
            "Does it stand as the reports have it?",
            _REVIEWED,
            (
                Reason(SAME, "every account was compared with its report"),
                Reason(SAME, "the accounts speak of different hours of the same event"),
                Reason(SAME, "they differ, and there is no telling why"),
            ),
        ),
        Tab(
            "values",
            "Values",
            "What somebody should look at: codings of what is gone, reports without a day, incidents without a place.",
            "What should be done about it?",
            (),
            (),
        ),
        Tab(
            "second",
            "Second opinions",
            "Pairs that others have judged and you have not. Theirs is shown when you have given yours, which moves nothing.",
            "What do you think?",
            _OPINION,
            (),
        ),
    )
}
"""By name, in the order in which they are shown."""
