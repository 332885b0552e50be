"""What the trained head proposes, in the terms of the rules: stretches of whole tokens, a cue of the lexicon, a speaker.

The head sees who says what where no rule does: "the mayor's grim count: nine dead", "to hear the villagers tell it, nobody fled".
"""

from collections.abc import Sequence

from spacy.tokens import Token

from rashomon.reading.heads.proposals import Attribution as FromHead
from rashomon.reading.heads.proposals import Proposed
from rashomon.reading.statements.attribution import Attribution, Proposal
from rashomon.reading.statements.clauses import is_unreal, unsaid
from rashomon.reading.statements.complements import complements
from rashomon.reading.statements.lexicon import Cue, nouns, verbs
from rashomon.reading.statements.page import Page
from rashomon.reading.statements.speaker import antecedent
from rashomon.reading.statements.whole import contents, main_nouns, source, tops, words
from rashomon.record import Act, Span

_SAYS = Cue(Act.asserts, frozenset({"quote", "clause"}), frozenset(), speech=True)


def proposals(page: Page) -> list[Proposal]:
    """All that the head proposes of what stands in the news; nothing where there is no head."""
    heads = page.doc._.heads
    made = (_proposal(page, found) for found in (heads.attributions if heads is not None else ()))
    return [p for p in made if p is not None and page.news[page.token_at(p.cue[0])]]


def _proposal(page: Page, found: FromHead) -> Proposal | None:
    cue = words(page, found.cue.span)
    if not cue:
        return None
    span = page.span(cue[0].i, cue[-1].i)
    named = source(page, found.source.span, span) if found.source else None
    return Proposal(
        span,
        named,
        tuple(contents(page, (stretch.span for stretch in found.content), span, named or span)),
        found.cue.chance,
        found.source.chance if found.source else 0.0,
        _mean(found.content),
    )


def _mean(stretches: Sequence[Proposed]) -> float:
    """The chance of all stretches together, each by its length."""
    length = sum(s.span[1] - s.span[0] for s in stretches)
    return sum(s.chance * (s.span[1] - s.span[0]) for s in stretches) / length if length else 0.0


def attribution_of(page: Page, proposal: Proposal) -> Attribution | None:
    """A statement that the head alone has found, unless nobody said it: "no group has claimed it", "he should say so"."""
    anchor, cue = _anchor(page, proposal.cue)
    found = Attribution(anchor, proposal.cue, cue, None, list(proposal.content), "head", proposal=proposal)
    speak(page, found)
    nobody = found.speaker is not None and unsaid(anchor, found.speaker, cue)
    return None if nobody or is_unreal(anchor) or _only_describes(found) else found


def _only_describes(found: Attribution) -> bool:
    """ "Claims that nobody could check": what follows the noun tells of the claims, and is not what they say."""
    told = [c for c in found.anchor.children if c.dep_ == "relcl" and found.anchor.pos_ == "NOUN"]
    return any(start <= clause.idx < end for clause in told for start, end in found.content)


def speak(page: Page, attribution: Attribution) -> None:
    """Let the phrase that the head proposes be the source's, and its own head the speaker, if she is not in it already.

    "Who" is whomever it stands for: a reader is to learn more of a source than that.
    """
    source, speaker = attribution.proposal.source if attribution.proposal else None, attribution.speaker
    if source is None:
        attribution.speaker = None
    elif speaker is None or not source[0] <= speaker.idx < source[1]:
        speaker = attribution.speaker = _speaker_in(page, source)
    named = source is not None and speaker is not None and source[0] <= speaker.idx < source[1]
    attribution.source_span = source if named else None


def _anchor(page: Page, span: Span) -> tuple[Token, Cue]:
    """The word of the cue that the lexicon knows, and how it is used here; else the word that the others hang on."""
    tokens = words(page, span)
    for token in tokens:
        known = verbs() if token.pos_ in {"VERB", "AUX"} else nouns() if token.pos_ == "NOUN" else {}
        if token.lemma_ in known:
            return token, _use(token, known[token.lemma_])
    return tops(tokens)[0], _SAYS


def _use(token: Token, uses: tuple[Cue, ...]) -> Cue:
    """The use whose complements the word has; else one that asks for nothing."""
    fitting = (cue for cue in uses if token.pos_ != "NOUN" and complements(token, cue) and not cue.only_negated)
    plain = (cue for cue in uses if not cue.needs and not cue.compound and not cue.only_negated)
    return next(fitting, None) or next(plain, _SAYS)


def _speaker_in(page: Page, span: Span) -> Token:
    main = main_nouns(words(page, span))[0]
    return antecedent(main, main.head)
