"""Doc → `doc._.ties`."""

from bisect import bisect_right

from spacy.tokens import Doc

from rashomon.reading.document import covers, is_news, span_of
from rashomon.reading.ties.by_adjective import Leanings
from rashomon.reading.ties.by_noun import Roles
from rashomon.reading.ties.by_verb import Deeds
from rashomon.reading.ties.candidate import Candidate
from rashomon.reading.ties.lexicon import adjectives, bonds, led, nouns, verbs
from rashomon.reading.ties.validity import validity
from rashomon.record import Act, SourceKind, Span, Statement, Tie, TieStatus


def find(doc: Doc) -> Doc:
    """Fill `doc._.ties` from the actors, times and statements of the Doc."""
    if doc._.actors:
        roles, deeds, leanings, told = Roles(doc), Deeds(doc), Leanings(doc), Told(doc)
        role_nouns, bond_nouns, verb_lemmas, leaning = nouns().keys() | led(), bonds(), verbs(), adjectives()
        ties: dict[tuple[object, ...], Tie] = {}
        for token in doc:
            lowered = token.lower_
            candidates: list[Candidate] = []
            if lowered in role_nouns:
                candidates += roles.of(token)
            if lowered in bond_nouns or token.lemma_.lower() in verb_lemmas:
                candidates += deeds.of(token)
            if lowered in leaning:
                candidates += leanings.of(token)
            if candidates and is_news(token):
                for candidate in candidates:
                    tie = _tie(doc, candidate, told)
                    key = (tie.a, tie.relation, tie.b, tie.role, tie.status, tie.statement)
                    ties[key] = _joined(ties[key], tie) if key in ties else tie
        doc._.ties = list(ties.values())
    return doc


class Told:
    """Which statement a word stands in."""

    def __init__(self, doc: Doc) -> None:
        spans = [(span, s) for s in doc._.statements if s.source.kind is not SourceKind.author for span in s.content]
        self.spans = sorted(spans, key=lambda pair: pair[0])
        self.starts = [span[0] for span, _ in self.spans]

    def at(self, i: int) -> Statement | None:
        """The innermost statement whose content holds character `i`."""
        found = [
            (end - start, n)
            for n, ((start, end), _) in enumerate(self.spans[: bisect_right(self.starts, i)])
            if i < end
        ]
        return self.spans[min(found)[1]][1] if found else None


def _tie(doc: Doc, candidate: Candidate, told: Told) -> Tie:
    evidence = span_of(candidate.tokens)
    statement = told.at(candidate.anchor.idx)
    if statement is not None and candidate.presupposed and (not statement.direct or candidate.rule == "title"):
        statement = None
    since, until = validity(doc, candidate.anchor, evidence)
    return Tie(
        a=candidate.a,
        relation=candidate.relation,
        role=candidate.role,
        b=candidate.b,
        since=since,
        until=until,
        status=_status(candidate, statement, until),
        evidence=(evidence,),
        statement=statement.id if statement is not None else None,
        by=f"ties.{candidate.rule}",
    )


def _status(candidate: Candidate, statement: Statement | None, until: str | None) -> TieStatus:
    if candidate.denied or (statement is not None and statement.act is Act.denies):
        return TieStatus.denied
    if statement is not None or candidate.alleged:
        return TieStatus.alleged
    return TieStatus.former if candidate.former or until is not None else TieStatus.current


def _joined(first: Tie, again: Tie) -> Tie:
    """The same tie told twice: both passages, and what either says of its time."""
    spans: tuple[Span, ...] = tuple(s for s in again.evidence if not any(covers(known, s) for known in first.evidence))
    return first.model_copy(
        update={
            "evidence": first.evidence + spans,
            "since": first.since or again.since,
            "until": first.until or again.until,
        }
    )
