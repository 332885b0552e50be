"""How likely a statement is to be right, and which are too doubtful to be written down.

Where the trained head has looked at the text, what it and the rules say of a statement is weighed together (heads/confidence.py).
"""

from functools import cache
from math import log

from spacy.tokens import Doc

from rashomon.reading.document import leave_out, meets, tokens_in
from rashomon.reading.heads.confidence import Judge, judge, log_odds
from rashomon.reading.statements.attribution import Attribution
from rashomon.reading.statements.choosing import knows
from rashomon.reading.statements.lexicon import verbs
from rashomon.reading.statements.page import Page
from rashomon.reading.statements.writing import is_direct
from rashomon.record import Act, Statement
from rashomon.vocabulary import read_table

# Kinds of saying that an account of an incident must not lose silently.
_WEIGHTY = frozenset(
    {
        Act.claims_responsibility,
        Act.blames,
        Act.denies,
        Act.doubts,
        Act.retracts,
        Act.confirms,
        Act.declines_comment,
        Act.threatens,
    }
)


def weighed(page: Page, found: list[Attribution]) -> list[Attribution]:
    """The same, each with its confidence; without a head there is none."""
    if page.doc._.heads is not None:
        for attribution in found:
            attribution.confidence = judge("statements").chance(features(page, attribution))
    return found


def features(page: Page, attribution: Attribution) -> dict[str, float]:
    """What speaks for a statement and against it."""
    proposal, told = attribution.proposal, {f"rule.{attribution.rule}": 1.0}
    if proposal is None:
        told[f"alone.{attribution.rule}"] = 1.0
        told["alone.cue"] = log_odds(page.doc._.heads.cue(attribution.cue_span))
    else:
        told["cue"] = log_odds(proposal.cue_chance)
        told["content"] = log_odds(proposal.content_chance)
        told["source"] = log_odds(proposal.source_chance) if proposal.source else 0.0
        told["agreement"] = attribution.agreement
    told["nobody"] = float(attribution.speaker is None)
    told["direct"] = float(is_direct(page, attribution))
    told["quoted"] = float(page.quotation_at(attribution.anchor.idx) is not None)
    told["nested"] = float(attribution.within is not None)
    told["length"] = log(sum(end - start for start, end in attribution.content))
    return told


def believed(doc: Doc, statements: list[Statement]) -> list[Statement]:
    """The statements that are likely enough, numbered anew; how many are not is counted on the Doc."""
    kept = [s for s in statements if s.confidence is None or s.confidence >= needed(doc, s, judge("statements"))]
    if len(kept) < len(statements):
        for _ in range(len(statements) - len(kept)):
            leave_out(doc, "statements")
        return _numbered(kept, {s.id: s.within for s in statements})
    return kept


def needed(doc: Doc, statement: Statement, judge: Judge) -> float:
    """The confidence that a statement needs: none where the judge has never seen what its rule finds, and none of a rule's find
    that an incident may hang on. It is written with its confidence, however small: one may doubt it, but must not miss it.
    """
    rule = (statement.by or "").removeprefix("statements.")
    return 0.0 if not knows(judge, rule) or (rule != "head" and _hangs_on(doc, statement)) else judge.threshold


def _hangs_on(doc: Doc, statement: Statement) -> bool:
    """Whether somebody's safety or responsibility hangs on it, or numbers or the people and things of an incident stand in it."""
    proposed = doc._.heads.participants if doc._.heads is not None else ()
    told = [q.span for q in doc._.quantities] + [p.proposed.span for p in proposed]
    tells = any(meets(span, content) for span in told for content in statement.content)
    return statement.source.protected or statement.act in _WEIGHTY or tells or _reports_deed(doc, statement)


def _reports_deed(doc: Doc, statement: Statement) -> bool:
    """Whether somebody is reported to have told of a deed: "the mayor said that nurses had told him that a drone struck the ward".

    PolNeAR marks no saying within a saying, so that its judge holds all of them for wrong.
    """
    if statement.within is None or statement.cue is None or statement.source.span is None:
        return False
    cue = tokens_in(doc, statement.cue).root
    says = any(use.speech for use in verbs().get(cue.lemma_, ())) and any(c.dep_ == "ccomp" for c in cue.children)
    told = (tokens_in(doc, span) for span in statement.content)
    return says and any(token.lemma_ in _deeds() for words in told for token in words if token.pos_ in {"VERB", "NOUN"})


@cache
def _deeds() -> frozenset[str]:
    """The words that tell of incidents."""
    frames = read_table("rashomon.reading.incidents", "triggers").values()
    return frozenset(word for frame in frames for part in ("verbs", "nouns") for word in frame.get(part, ()))


def _numbered(kept: list[Statement], within: dict[str, str | None]) -> list[Statement]:
    """With new ids; what was reported within a statement that is left out is reported by the one around that."""
    ids: dict[str | None, str] = {s.id: f"s{n}" for n, s in enumerate(kept, 1)}

    def around(statement: Statement) -> str | None:
        outer = statement.within
        while outer is not None and outer not in ids:
            outer = within[outer]
        return ids.get(outer)

    return [s.model_copy(update={"id": ids[s.id], "within": around(s)}) for s in kept]
