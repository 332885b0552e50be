"""A mention of an actor, and the cast of a report: its actors while they are being put together."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from spacy.tokens import Doc, Token

from rashomon.reading.actors.forms import forms
from rashomon.reading.actors.lexicon import Sense
from rashomon.reading.actors.registry import Entry
from rashomon.record import ActorKind


class Form(Enum):
    """How an actor is mentioned: "Samuel Okello" (name), "two gunmen" (noun), "he" (pronoun)."""

    name = "name"
    noun = "noun"
    pronoun = "pronoun"


@dataclass(eq=False, slots=True)
class Mention:
    """A phrase that mentions an actor. `start` and `end` are tokens; `words` the name, or head noun and what modifies it."""

    head: Token
    start: int
    end: int
    form: Form
    kind: ActorKind
    rule: str
    words: tuple[str, ...] = ()
    plural: bool = False
    gender: str | None = None
    sense: Sense | None = None
    entry: Entry | None = None
    definite: bool = False

    @property
    def needs_antecedent(self) -> bool:
        """ "the group", "the department": says too little to be an actor unless it stands for one."""
        sense = self.sense
        return (
            sense is not None
            and (len(self.words) == 1 or sense.family == "by_name")
            and (sense.family in {"descriptions", "institutions", "by_name"} or (sense.vague and self.bare))
        )

    @property
    def bare(self) -> bool:
        """Nothing but perhaps an article stands with the noun."""
        return self.end - self.start <= 1 + self.definite and not any(
            c.dep_ in {"poss", "nummod"} for c in self.head.lefts
        )

    @property
    def text(self) -> str:
        """The phrase as it stands in the analysis text."""
        return str(self.head.doc[self.start : self.end].text)


@dataclass(eq=False, slots=True)
class Draft:
    """An actor while the report is being read: what is known of it so far."""

    kind: ActorKind
    rule: str
    plural: bool = False
    gender: str | None = None
    entry: Entry | None = None
    mentions: list[Mention] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    country: str | None = None
    protected: bool = False

    def add(self, mention: Mention) -> None:
        """Take a mention in, and what it says of gender and name."""
        insort(self.mentions, mention, key=lambda m: m.head.i)
        self.gender = self.gender or mention.gender
        self.entry = self.entry or mention.entry
        if mention.form is Form.name and mention.words not in self.names:
            self.names.append(mention.words)
            if self.kind is not ActorKind.person:
                self.nouns |= nouns_in_names(mention)
        if mention.sense is not None:
            self.nouns.add(mention.words[-1])
            self.families.add(mention.sense.family)

    def before(self, i: int) -> list[Mention]:
        """Mentions that a reader who has come to token `i` knows of."""
        return self.mentions[: bisect_left(self.mentions, i, key=lambda m: m.head.i)]

    @property
    def named(self) -> bool:
        """Whether the report gives it a name."""
        return bool(self.names)


def nouns_in_names(mention: Mention) -> set[str]:
    """By which noun a body may be meant later on: "the command" after "the Northern Command", "the agency" after "the CIA"."""
    entry = mention.entry
    names = [mention.words] + ([tuple(n.split()) for n in (entry.name, *entry.aliases)] if entry is not None else [])
    found = set()
    for words in names:
        lowered = [word.lower() for word in words]
        last = lowered[: lowered.index("of")][-1] if "of" in lowered[1:] else lowered[-1]
        form = forms().get(last)
        if form is not None and (form[2].collective or form[2].family == "institutions") and last != "state":
            found.add(form[0])
    return found


class Cast:
    """The actors of a report in the making, and which of them each head token mentions."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.drafts: list[Draft] = []
        self.of_head: dict[int, Draft] = {}

    def __iter__(self) -> Iterator[Draft]:
        return iter(self.drafts)

    def new(self, mention: Mention) -> Draft:
        """A new actor, known by this mention."""
        draft = Draft(kind=mention.kind, rule=mention.rule, plural=mention.plural)
        self.drafts.append(draft)
        self.link(mention, draft)
        return draft

    def link(self, mention: Mention, draft: Draft) -> None:
        """The mention is one of this actor."""
        draft.add(mention)
        self.of_head[mention.head.i] = draft

    def merge(self, kept: Draft, other: Draft) -> None:
        """Two actors turn out to be one."""
        if kept is other:
            return
        for mention in other.mentions:
            self.link(mention, kept)
        kept.aliases += other.aliases
        kept.descriptions += other.descriptions
        kept.country = kept.country or other.country
        kept.protected = kept.protected or other.protected
        self.drafts.remove(other)


def in_order(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions as they stand in the text."""
    return sorted(mentions, key=lambda m: (m.head.i, m.start))
