"""Writes tales: one author's choice of words for one incident, or for a week's."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from benchmarks.generator.happening import Happening, made_kinds
from benchmarks.generator.shapes import Shapes
from benchmarks.generator.tale import FigureSaid, Tale, WhenSaid, WhereSaid
from benchmarks.generator.telling import Telling
from benchmarks.generator.voices import statement, voices
from benchmarks.generator.words import Piece, marked


class Teller:
    """Every author there is, one after the other."""

    def __init__(self, random: Random, shapes: Shapes) -> None:
        self._random, self._shapes, self._number = random, shapes, 0

    def tell(self, happening: Happening, published: date, *, brief: bool = False) -> Tale:
        """A tale of an incident by somebody who publishes it that day; a paragraph only where `brief`."""
        telling = self._begin(happening, published)
        tale = telling.tale
        tale.title = telling.write("title")
        tale.paragraphs.append(_lede(telling))
        if not brief:
            said = [statement(telling, voice) for voice in voices(telling)]
            colour = _colour(telling)
            while said or colour:
                tale.paragraphs.append(_joined(said[:2] + colour[:1]))
                said, colour = said[2:], colour[1:]
        return tale

    def _begin(self, happening: Happening, published: date) -> Telling:
        self._number += 1
        return Telling(f"T{self._number}", happening, published, self._shapes, self._random)

    def sum_up(self, id: str, week: Sequence[Happening], published: date) -> Tale:
        """A tale of all that happened in a country in the seven days before: "At least 40 people were killed in nine attacks"."""
        self._number += 1
        country, first = week[0].country, published - timedelta(days=7)
        killed = sum(number for happening in week for what, number, _ in happening.counts if what == "killed")
        when = WhenSaid("in the past week", first, published - timedelta(days=1), 3, "incidents.when.sentence")
        where = WhereSaid("in", country.place.name, country.place, 6)
        tale = Tale(f"T{self._number}", id, "killing", when, where, covers=tuple(h.id for h in week))
        tale.figures["figure0"] = FigureSaid("killed", "people", killed, None, f"at least {killed} people")
        tale.told = ("figure0",)
        tale.places["place"] = country.place
        tale.title = [f"The week in {country.place.name}: {len(week)} attacks"]
        tale.paragraphs.append(_summary(tale, len(week), self._random))
        return tale


def _summary(tale: Tale, attacks: int, random: Random) -> list[Piece]:
    """The one sentence that counts for all."""
    assert tale.where.text is not None
    count = marked("figure0", tale.figures["figure0"].text)
    attack = marked("trigger", "attacks")
    middle: list[Piece] = [
        " were killed in ",
        str(attacks),
        " ",
        *attack,
        " in ",
        *marked("place", tale.where.text),
        " ",
    ]
    opening = "In all, " if random.random() < 0.5 else "By this newspaper's count, "
    return [(True, "evidence"), opening, *count, *middle, *marked("time", "in the past week"), ".", (False, "evidence")]


def _lede(telling: Telling) -> list[Piece]:
    """What happened, who did it, who was among the victims."""
    tale = telling.tale
    sentences: list[list[Piece]] = [
        [(True, "evidence"), *telling.write("lede" if telling.toll else "lede_plain"), (False, "evidence")]
    ]
    for key in telling.toll:
        telling.counted_people(key, tale.figures[key])
    if telling.culprit is not None:
        group = telling.group(telling.culprit)
        tale.culprit = f"G {telling.culprit.name}"
        tale.participants.append(("perpetrator", "perpetrator", tale.culprit))
        who: list[Piece] = [(True, "perpetrator"), "Members of ", *group, (False, "perpetrator")]
        sentences.append([(True, "blame"), *who, f" carried out the {telling.noun}.", (False, "blame")])
    if telling.happening.victim is not None:
        key = "named victim"
        person = telling.person(telling.happening.victim)
        tale.participants.append(("victim", key, telling.happening.victim.id))
        sentences.append(["Among those hit was ", (True, key), *person, (False, key), f", {telling.number(17, 79)}."])
    return _joined(sentences)


def _colour(telling: Telling) -> list[list[Piece]]:
    """Sentences of circumstance, which no other author writes so."""
    own = made_kinds()[telling.tale.kind]["colour"]
    rules = [own if telling.random.random() < 0.6 else "any" for _ in range(telling.number(1, 4))]
    if telling.random.random() < 0.35:
        rules.append("background")
    return [telling.write(rule) for rule in rules]


def _joined(sentences: list[list[Piece]]) -> list[Piece]:
    """Sentences of one paragraph."""
    out: list[Piece] = []
    for sentence in sentences:
        if out:
            out.append(" ")
        out += sentence
    return out
