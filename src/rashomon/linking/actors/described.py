"""What of an actor is compared: the forms of its names, of what kind and country it is, to what it belongs, and when it acts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rashomon.linking.actors.keys import keys_of
from rashomon.linking.names import Telling, name_forms, name_tells
from rashomon.record import ActorKind


@dataclass(frozen=True)
class Described:
    """An actor as far as it is the same in every report that says the same of it: what its identity is made of.

    `registry` names the registry's entry; `body` says that it is a state's force or body, known by its country.
    """

    names: tuple[str, ...]
    kind: ActorKind
    country: str | None = None
    belongs: tuple[str, ...] = ()
    period: int | None = None
    registry: str | None = None
    body: bool = False

    @property
    def is_person(self) -> bool:
        """Persons are compared with persons, groups and bodies with one another."""
        return self.kind is ActorKind.person

    @property
    def called(self) -> str:
        """What the ties of a report call it, the same in each: "Taliban", "police of AFG"."""
        if self.body:
            return f"{self.names[0]} of {self.country}"
        return self.registry or " / ".join(sorted({name_forms(n, self.kind).text for n in self.names}))

    @property
    def identity(self) -> str:
        """All that is compared of it in one line: equal for what is certainly one actor.

        Features and keys follow from it, or it would matter which report came first.
        """
        if self.registry or self.body:
            return f"known: {self.called}"
        told = (self.called, self._initials(), self.kind.value, self.country, ", ".join(self.belongs), self.period)
        return "; ".join(str(one) for one in told if one)

    def _initials(self) -> str:
        """A group's initials count its small words, which the name as it is compared has lost."""
        if self.is_person:
            return ""
        return " ".join(sorted({one for name in self.names for one in name_forms(name, self.kind).abbreviated}))


@lru_cache(maxsize=50_000)
def compared(described: Described) -> tuple[str, Mapping[str, Any], tuple[str, ...]]:
    """Identity, features and keys."""
    return described.identity, _features(described), keys_of(described)


def _features(described: Described) -> dict[str, Any]:
    kind = described.kind
    forms = sorted({name_forms(name, kind) for name in described.names}, key=lambda form: form.text)
    sets = ("abbreviated", "shorter", "inner", "parts", "families")
    tells = min((name_tells(name, kind) for name in described.names), key=list(Telling).index)
    return {
        "names": [form.text for form in forms],
        "sounds": [form.whole for form in forms],
        "bags": [form.bag for form in forms],
        "skeletons": [form.skeleton for form in forms],
        **{name: sorted(set().union(*(getattr(form, name) for form in forms))) for name in sets},
        "tells": tells.name,
        "kind": kind.value,
        "country": described.country,
        "belongs": list(described.belongs),
        "period": described.period,
        "registry": described.registry,
    }
