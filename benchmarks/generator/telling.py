"""One tale in the making: what its author chose to say, and what fills the slots of the grammar's phrases."""

from datetime import date
from random import Random

from benchmarks.generator import versions
from benchmarks.generator.happening import Happening, made_kinds, street
from benchmarks.generator.people import Person
from benchmarks.generator.shapes import Shapes
from benchmarks.generator.tale import ActorSaid, FigureSaid, Tale, TieSaid
from benchmarks.generator.words import Piece, Slots, grammar, marked, rates, table
from rashomon.reading.actors.registry import Entry as Group
from rashomon.record import ActorKind

_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


class Telling:
    """A tale and what is needed to write it. The methods `_slot_…` each put what a slot stands for into a sentence."""

    def __init__(self, id: str, happening: Happening, published: date, shapes: Shapes, random: Random) -> None:
        self.happening, self.published, self.shapes, self.random = happening, published, shapes, random
        kind = versions.kind(happening, random)
        when, where = versions.when(happening, published, random), versions.where(happening, random)
        self.tale = Tale(
            id, happening.id, kind, when, where, read=random.random() >= rates()["reports"]["no_incident_read"]
        )
        nouns = made_kinds()[kind]["nouns"]
        self.noun: str = nouns[int(random.random() * len(nouns))]
        self.culprit = versions.culprit(happening, random)
        self.counts = versions.counted(happening, kind)
        rate = rates()["figures"]["rival"]
        later = random.random() < rates()["kind"]["figures_only_later"]
        self.toll = () if later else tuple(self.figure(count, rate) for count in self.counts)
        self.tale.told = self.toll
        self.said_figures: tuple[str, ...] = ()
        self.said_culprits: tuple[str, ...] = ()
        self._names: dict[str, str] = {}

    def write(self, rule: str) -> list[Piece]:
        """A phrase of a rule, its slots filled."""
        out: list[Piece] = []
        grammar().write(rule, _SLOTS, self, self.random, out)
        return out

    def any_of(self, options: "tuple[str, ...] | list[str]") -> str:
        """One of several."""
        return options[int(self.random.random() * len(options))]

    def number(self, least: int, most: int) -> int:
        """A number from `least` to `most`."""
        return least + int(self.random.random() * (most - least + 1))

    def figure(self, count: tuple[str, int, str], rival: float) -> str:
        """The key of a new figure for what is counted."""
        key = f"figure{len(self.tale.figures)}"
        self.tale.figures[key] = versions.figure(count, rival, self.shapes, self.random)
        return key

    def person(self, person: Person, *, short: bool = False) -> list[Piece]:
        """Somebody by name: the same spelling throughout a tale, the surname alone after the first time."""
        name = self._names.get(person.id)
        if name is None:
            name = self._first_name(person)
        elif short:
            name = name.rsplit(" ", 1)[-1]
        return [*marked(person.id, name)]

    def _first_name(self, person: Person) -> str:
        rate, random = rates()["people"], self.random
        name = person.name(random, rate["spelt_otherwise"])
        if random.random() < rate["surname_only"]:
            name = name.rsplit(" ", 1)[-1]
        aliases: tuple[str, ...] = ()
        chance = random.random()
        if person.other_name and chance < 0.5:
            name, aliases = (person.other_name, ()) if chance < 0.25 else (name, (person.other_name,))
        description = f"{person.word} of {person.group.name}" if person.group else None
        self.tale.actors[person.id] = ActorSaid(
            name, ActorKind.person, "actors.person_name", person.id, aliases=aliases, description=description
        )
        self._names[person.id] = name
        return f"{name}, known as {aliases[0]}," if aliases else name

    def group(self, group: Group) -> list[Piece]:
        """A side, by one of its names."""
        key = f"G {group.name}"
        called = self._names.get(key)
        if called is None:
            called = self._names[key] = (
                group.name if self.random.random() < 0.7 else self.any_of((group.name, *group.aliases))
            )
            self.tale.actors[key] = ActorSaid(
                group.name,
                group.kind,
                "actors.registry",
                key,
                group.country,
                group.wikidata,
                () if called == group.name else (called,),
            )
        return [*marked(key, called)]

    def counted_people(self, key: str, said: FigureSaid) -> None:
        """The counted as an actor, as the reader takes "22 villagers"; nobody could tell them from other villagers."""
        if said.kind != "destroyed":
            self.tale.actors[f"counted {key}"] = ActorSaid(said.text, ActorKind.population, "actors.noun.masses", None)
            self.tale.participants.append(("party" if said.kind == "took_part" else "victim", key, f"counted {key}"))

    def office(self, person: Person) -> list[Piece]:
        """ "spokesman of the militia", which is a tie."""
        if person.group is None:
            return ["who lives there"]
        evidence = f"tie {person.id}"
        group = self.group(person.group)
        if all(tie.evidence != evidence for tie in self.tale.ties):
            self.tale.ties.append(TieSaid(person.id, person.relation, person.word, f"G {person.group.name}", evidence))
        return [(True, evidence), f"{person.word} of ", *group, (False, evidence)]

    def _slot_event(self, out: list[Piece]) -> None:
        out += marked("trigger", self.noun)

    def _slot_plain_event(self, out: list[Piece]) -> None:
        out.append(self.noun)

    def _slot_Event(self, out: list[Piece]) -> None:
        out.append(self.noun[0].upper() + self.noun[1:])

    _slot_noun = _slot_plain_event

    def _slot_where(self, out: list[Piece]) -> None:
        where = self.tale.where
        if where.place is None or where.text is None:
            out.append("in the area")
            return
        key = "title place" if not self.tale.title and "place" not in self.tale.places else "place"
        self.tale.places[key] = where.place
        out += (f"{where.before} ", *marked(key, where.text))

    def _slot_name(self, out: list[Piece]) -> None:
        out.append(self.tale.where.text or "the area")

    def _slot_when(self, out: list[Piece]) -> None:
        text = self.tale.when.text
        if text is None:
            out.append("in the night" if self.random.random() < 0.5 else "before dawn")
        else:
            before, _, day = text.rpartition("on ")
            out += ("on ", *marked("time", day)) if text.startswith("on ") else marked("time", before or text)

    def _slot_When(self, out: list[Piece]) -> None:
        start = len(out)
        self._slot_when(out)
        first = next(n for n in range(start, len(out)) if isinstance(out[n], str))
        out[first] = str(out[first])[0].upper() + str(out[first])[1:]

    def _slot_when_again(self, out: list[Piece]) -> None:
        out.append(self.any_of(("within hours", "that evening", "the next morning", "slowly", "by nightfall")))

    def _slot_toll(self, out: list[Piece]) -> None:
        """In a statement, the speaker's own numbers; in the lede, the author's."""
        keys = self.toll
        if self.said_by_speaker:
            rival = rates()["figures"]["speaker_rival"]
            keys = self.said_figures = tuple(self.figure(count, rival) for count in self.counts)
        for n, key in enumerate(keys):
            said = self.tale.figures[key]
            out.append(" and " if n else "")
            out += (*marked(key, said.text), f" {self._passive(said)}")

    said_by_speaker = False

    @staticmethod
    def _passive(said: FigureSaid) -> str:
        passive: str = table("grammar")["counted"][said.kind]["passive"]
        return passive.replace("were", "was") if said.low == said.high == 1 else passive

    def _slot_count(self, out: list[Piece]) -> None:
        if self.toll:
            said = self.tale.figures[self.toll[0]]
            out.append(f"{said.text} {said.kind.replace('_', ' ')}")
        else:
            out.append(self.any_of(("many questions", "a town in shock", "no clear toll")))

    def _slot_count_first(self, out: list[Piece]) -> None:
        start = len(out)
        self._slot_count(out)
        out[start] = str(out[start])[0].upper() + str(out[start])[1:]

    def _slot_did(self, out: list[Piece]) -> None:
        out.append(self.any_of(made_kinds()[self.tale.kind]["did"]))

    def _slot_culprit(self, out: list[Piece]) -> None:
        happening = self.happening
        group = happening.culprit if self.random.random() >= rates()["culprit"]["other"] * 2 else happening.rival
        out += self.group(group)
        self.said_culprits = (f"G {group.name}",)

    def _slot_street(self, out: list[Piece]) -> None:
        """The incident's own street, or another that this author alone has heard of."""
        happening = self.happening
        out.append(happening.street if self._known() else street(happening.country.names, self.random))

    def _known(self) -> bool:
        """Whether a circumstance is the incident's own, which other authors may tell as well."""
        return bool(self.random.random() < rates()["circumstances"]["shared"])

    def _slot_scene(self, out: list[Piece]) -> None:
        scenes = table("grammar")["scenes"]
        out.append(self.happening.scene if self._known() else self.any_of(scenes))

    def _slot_near(self, out: list[Piece]) -> None:
        happening = self.happening
        place = (happening.beyond if self._known() else happening.country.near(happening.town, self.random)).place
        key = f"near{len(self.tale.places)}"
        self.tale.places[key] = place
        out += marked(key, place.name)

    def _slot_person(self, out: list[Piece]) -> None:
        out += self.person(self.happening.officer)

    _slot_Person = _slot_person

    def _slot_office(self, out: list[Piece]) -> None:
        out += self.office(self.happening.officer)

    def _slot_metres(self, out: list[Piece]) -> None:
        out.append(str(self.number(4, 80) * 10))

    def _slot_number(self, out: list[Piece]) -> None:
        out.append(str(self.number(3, 64)))

    def _slot_km(self, out: list[Piece]) -> None:
        out.append(str(self.number(3, 58)))

    def _slot_clock(self, out: list[Piece]) -> None:
        hour = self.happening.hour if self._known() else self.number(0, 23)
        out.append(f"{hour}:{self.number(0, 59):02}")

    def _slot_ordinal(self, out: list[Piece]) -> None:
        out.append(self.any_of(_ORDINALS))

    def _slot_weekday(self, out: list[Piece]) -> None:
        out.append(versions.WEEKDAYS[self.published.weekday()])


_SLOTS: Slots = {name[6:]: slot for name, slot in vars(Telling).items() if name.startswith("_slot_")}
