"""Doc → `doc._.actors`, `doc._.actor_heads`."""

from spacy.tokens import Doc, Token

from rashomon.reading.actors import (
    beside,
    countries,
    joining,
    named,
    naming,
    nominals,
    pronouns,
    protection,
    resolving,
)
from rashomon.reading.actors.mention import Cast, Draft, Form, Mention, in_order
from rashomon.reading.actors.pronouns import PERSONAL, RELATIVE
from rashomon.reading.actors.registry import Registry
from rashomon.reading.actors.setting import Setting
from rashomon.reading.document import is_news
from rashomon.record import Actor


class Actors:
    """Finds mentions, puts those of one actor together, and writes the actors down."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry

    def __call__(self, doc: Doc) -> Doc:
        """Fill `doc._.actors` and `doc._.actor_heads`."""
        cast = self.cast(doc)
        _write(doc, cast)
        return doc

    def cast(self, doc: Doc) -> Cast:
        """The actors of a Doc, not yet written down."""
        cast = Cast(doc)
        names = in_order(named.find(doc, self.registry))
        joining.join(cast, names)
        beside.join_aliases(cast)
        rest = beside.describe(cast, nominals.find(doc, names))
        setting = Setting(doc)
        waiting: list[Mention | Token] = [*rest, *_pronouns(doc)]
        waiting.sort(key=lambda item: item.i if isinstance(item, Token) else item.head.i)
        for item in waiting:
            if isinstance(item, Token):
                _resolve_pronoun(cast, item, setting)
            else:
                _resolve_nominal(cast, item, setting)
        _count(cast)
        protection.protect(cast)
        return cast


def _pronouns(doc: Doc) -> list[Token]:
    return [
        token
        for token in doc
        if (token.lower_ in PERSONAL or (token.lower_ in RELATIVE and token.tag_ in {"WP", "WDT", "WP$"}))
        and is_news(token)
    ]


def _resolve_pronoun(cast: Cast, token: Token, setting: Setting) -> None:
    draft = pronouns.resolve(cast, token, setting)
    if draft is not None:
        wanted = PERSONAL.get(token.lower_)
        cast.link(
            Mention(
                head=token,
                start=token.i,
                end=token.i + 1,
                form=Form.pronoun,
                kind=draft.kind,
                rule="pronoun",
                gender=wanted if wanted in {"m", "f"} else None,
            ),
            draft,
        )


def _resolve_nominal(cast: Cast, mention: Mention, setting: Setting) -> None:
    draft = beside.said_to_be(cast, mention) or resolving.resolve(cast, mention, setting)
    if draft is not None:
        cast.link(mention, draft)
    elif not mention.needs_antecedent and nominals.counted(mention.head) is None:
        cast.new(mention)


def _count(cast: Cast) -> None:
    """ "dozens of fighters": the word of number mentions the fighters, too."""
    doc = cast.doc
    for i in range(len(doc)):
        counted = nominals.counted(doc[i])
        if counted is not None and i not in cast.of_head and counted.i in cast.of_head:
            cast.of_head[i] = cast.of_head[counted.i]


def _write(doc: Doc, cast: Cast) -> None:
    drafts = [draft for draft in cast if any(m.form is not Form.pronoun for m in draft.mentions)]
    drafts.sort(key=lambda draft: min(m.start for m in draft.mentions))
    ids = {id(draft): f"a{n}" for n, draft in enumerate(drafts, 1)}
    doc._.actors = [_actor(cast, draft, ids[id(draft)]) for draft in drafts]
    doc._.actor_heads = {i: ids[id(draft)] for i, draft in cast.of_head.items() if id(draft) in ids}


def _actor(cast: Cast, draft: Draft, id: str) -> Actor:
    doc, name = cast.doc, naming.name_of(cast, draft)
    aliases = [" ".join(words) for words in draft.names]
    spans = []
    for m in sorted(draft.mentions, key=lambda m: m.start):
        span = doc[m.start : m.end]
        spans.append((span.start_char, span.end_char))
    words = [word for m in draft.mentions if m.form is Form.noun for word in doc[m.start : m.end].text.split()]
    return Actor(
        id=id,
        name=name,
        kind=draft.kind,
        aliases=tuple(dict.fromkeys(alias for alias in [*aliases, *draft.aliases] if alias != name)),
        description=max(draft.descriptions, key=len, default=None),
        mentions=tuple(dict.fromkeys(spans)),
        country=(draft.entry.country if draft.entry else None)
        or draft.country
        or countries.country_of([*name.split(), *words]),
        wikidata=draft.entry.wikidata if draft.entry else None,
        protected=draft.protected,
        by=f"actors.{draft.rule}",
    )
