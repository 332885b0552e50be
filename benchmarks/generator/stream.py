"""The stream of made reports, day by day as they are published: incidents happen, authors tell them, others copy."""

import heapq
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from benchmarks.generator.happening import Happening, Happenings
from benchmarks.generator.page import Head, set_page
from benchmarks.generator.people import People
from benchmarks.generator.shapes import Shapes
from benchmarks.generator.tale import Tale
from benchmarks.generator.teller import Teller
from benchmarks.generator.truth import Made
from benchmarks.generator.words import Piece, rates, table
from benchmarks.generator.world import Country, countries

FIRST_DAY = date(2001, 1, 1)
_WHOLE = 99
# Chosen so that an incident has about 2.5 reports and four reports in ten are copies (pinned by a test).
_AGENCY = 0.385  # of tales, an agency's
_OWN_TALES = (
    (0.74, 1),
    (0.91, 2),
    (0.97, 3),
    (0.99, 4),
    (1.0, 6),
)  # chance up to which an incident has so many tales …
_COPIES = ((0.33, 0), (0.55, 1), (0.75, 2), (0.88, 3), (0.96, 5), (1.0, 8))  # … and an agency's tale so many copies


@dataclass(order=True, slots=True)
class Due:
    """A report that will be published: of these tales, each up to so many paragraphs."""

    day: date
    number: int
    publisher: str = field(compare=False)
    tales: list[tuple[Tale, int]] = field(compare=False)
    title: list[Piece] = field(compare=False)
    city: Country = field(compare=False)
    credit: str | None = field(compare=False)


def make(shapes: Shapes, number: int, seed: int = 1) -> Iterator[Made]:
    """So many readings with their truth, in the order of publication; the same for the same seed and shapes.

    Memory holds what is not published yet and who is in office, whatever the number; a longer stream begins like a shorter.
    """
    press = _Press(shapes, Random(seed))
    made, day = 0, FIRST_DAY
    while made < number:
        press.live(day)
        for due in press.published(day):
            made += 1
            head = Head(f"r{made:07}", due.publisher, due.day, due.title, due.city.towns[0].place, due.credit)
            yield set_page(head, due.tales)
            if made == number:
                return
        day += timedelta(days=1)


class _Press:
    """What happens, and the reports of it that are still to come."""

    def __init__(self, shapes: Shapes, random: Random) -> None:
        self._random = random
        self._countries, self._shares = countries(random)
        self._happenings = Happenings(random, People(random), shapes)
        self._teller = Teller(random, shapes)
        self._due: list[Due] = []
        self._number = 0
        self._lately: defaultdict[str, deque[Happening]] = defaultdict(lambda: deque(maxlen=400))

    def live(self, day: date) -> None:
        """Let a day's incidents happen, and plan the reports of them."""
        random, world = self._random, rates()["world"]
        for _ in range(int(world["incidents_a_day"])):
            country = random.choices(self._countries, cum_weights=self._shares)[0]
            self._report(self._happen(day, country))
        if day.weekday() == 6:
            for country in self._countries:
                if random.random() < rates()["reports"]["weekly_per_country"]:
                    self._weekly(day, country)

    def _happen(self, day: date, country: Country) -> Happening:
        """Something new; sometimes where something else happened the same day or the day before."""
        chance, rate, lately = self._random.random(), rates()["world"], self._lately[country.code]
        same, next_day = rate["echo"], rate["echo"] + rate["echo_next_day"]
        like = None
        if lately and chance < next_day:
            like = lately[-1] if (day - lately[-1].day).days == (0 if chance < same else 1) else None
        same_kind = chance < same / 2 or chance >= same
        happening = self._happenings.new(day, country, like, same_kind)
        lately.append(happening)
        return happening

    def published(self, day: date) -> Iterator[Due]:
        """The reports of that day."""
        while self._due and self._due[0].day <= day:
            yield heapq.heappop(self._due)

    def _report(self, happening: Happening) -> None:
        random, delays = self._random, rates()["time"]["delay_days"]
        for _ in range(_drawn(_OWN_TALES, random)):
            day = happening.day + timedelta(days=delays[int(random.random() * len(delays))])
            tale = self._teller.tell(happening, day)
            agency = random.random() < _AGENCY
            tales = [(tale, _WHOLE)]
            if not agency and random.random() < rates()["reports"]["second_incident"]:
                tales += self._another(happening, day)
            publisher = self._publisher("agencies" if agency else "own")
            self._plan(day, publisher, tales, tale.title, happening.country, None)
            if agency:
                for _ in range(_drawn(_COPIES, random)):
                    self._copy(happening, tale, day, publisher)

    def _another(self, happening: Happening, day: date) -> list[tuple[Tale, int]]:
        """Another recent incident of the country, told in a paragraph."""
        lately = self._lately[happening.country.code]
        other = lately[-1 - int(self._random.random() * min(len(lately), 8))]
        return [] if other is happening else [(self._teller.tell(other, day, brief=True), _WHOLE)]

    def _copy(self, happening: Happening, tale: Tale, day: date, agency: str) -> None:
        """Another paper's copy of an agency's tale: as it is, shortened, or after a tale of its own of another incident."""
        random, rate = self._random, rates()["copies"]
        chance, credited = random.random(), random.random() < rate["credited"]
        tales = [(tale, _WHOLE if chance < rate["verbatim"] else 2)]
        day += timedelta(days=int(random.random() * 2))
        title = tale.title
        if chance >= rate["verbatim"] + rate["shortened"]:
            own = self._another(happening, day)
            tales = [*own, *tales]
            title = own[0][0].title if own else title
        elif random.random() < rate["new_title"]:
            title = [f"{happening.country.place.name}: {tale.when.text or 'what is known'}"]
        self._plan(day, self._publisher("own"), tales, title, happening.country, f"({agency})" if credited else None)

    def _weekly(self, day: date, country: Country) -> None:
        """A paper's week: one number for all of it, and two incidents singly."""
        week = [h for h in self._lately[country.code] if 0 < (day - h.day).days <= 7]
        if len(week) < 3 or not any(what == "killed" for h in week for what, *_ in h.counts):
            return
        self._number += 1
        summary = self._teller.sum_up(f"W{self._number}", week, day)
        singly = [self._teller.tell(happening, day, brief=True) for happening in self._random.sample(week, 2)]
        tales = [(tale, _WHOLE) for tale in (summary, *singly)]
        self._plan(day, self._publisher("own"), tales, summary.title, country, None)

    def _plan(
        self,
        day: date,
        publisher: str,
        tales: list[tuple[Tale, int]],
        title: list[Piece],
        city: Country,
        credit: str | None,
    ) -> None:
        self._number += 1
        heapq.heappush(self._due, Due(day, self._number, publisher, tales, title, city, credit))

    def _publisher(self, sort: str) -> str:
        names = table("cast")["publishers"][sort]
        return str(names[int(self._random.random() * len(names))])


def _drawn(chances: tuple[tuple[float, int], ...], random: Random) -> int:
    chance = random.random()
    return next(value for upto, value in chances if chance <= upto)
