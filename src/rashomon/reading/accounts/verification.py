"""What a report says of whether an account could be checked: "neither toll could be verified"."""

from collections.abc import Sequence

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from rashomon.reading.accounts.telling import REACH
from rashomon.reading.accounts.vocabulary import vocabulary
from rashomon.reading.document import meets, tokens_in
from rashomon.record import Account, Incident, Span, Verified


def mark_verified(doc: Doc, incidents: Sequence[Incident]) -> list[Incident]:
    """Mark the accounts that a sentence of the report says are, or could not be, verified."""
    for sentence, flag in remarks(doc):
        scope = _scope(doc, sentence, incidents)
        incidents = [
            _marked(i, scope, flag, every=_is_of_all(sentence)) if _told_in(doc, i, scope) else i for i in incidents
        ]
    return list(incidents)


def remarks(doc: Doc) -> list[tuple[TokenSpan, Verified]]:
    """The sentences that speak of verification, and what they say."""
    if not any(pattern.search(doc.text) for _, pattern in vocabulary().verified):
        return []
    found = []
    for sentence in doc.sents:
        flag = next((flag for flag, pattern in vocabulary().verified if pattern.search(sentence.text)), None)
        if flag:
            found.append((sentence, flag))
    return found


def _scope(doc: Doc, remark: TokenSpan, incidents: Sequence[Incident]) -> Span:
    """A remark is about its own sentence; where that tells no incident, about the nearest one before that does."""
    end = remark.end_char
    for start in [s.start_char for s in doc.sents if s.start_char <= remark.start_char][: -REACH - 1 : -1]:
        if any(_told_in(doc, incident, (start, end)) for incident in incidents):
            return start, end
    return remark.start_char, end


def _is_of_all(remark: TokenSpan) -> bool:
    """ "The reports could not be verified", "neither claim": said of everybody's account, not of the last one's."""
    return any(
        token.lemma_ in vocabulary().saying
        and (token.tag_ == "NNS" or any(c.lower_ == "neither" for c in token.children))
        for token in remark
    )


def _marked(incident: Incident, scope: Span, flag: Verified, *, every: bool) -> Incident:
    here = [a for a in incident.accounts if any(meets(e, scope) for e in a.evidence)]
    accounts = (_with_flag(a, flag) if every or not here or a in here else a for a in incident.accounts)
    return incident.model_copy(update={"accounts": tuple(accounts)})


def _told_in(doc: Doc, incident: Incident, scope: Span) -> bool:
    """Whether a passage tells the incident, or repeats its trigger word about the same actor."""
    if any(meets(e, scope) for e in (incident.trigger, *incident.evidence)):
        return True
    lemma = tokens_in(doc, incident.trigger).root.lemma_
    actors = {p.actor for p in incident.participants if p.actor}
    passage = tokens_in(doc, scope)
    return any(t.lemma_ == lemma for t in passage) and any(doc._.actor_heads.get(t.i) in actors for t in passage)


def _with_flag(account: Account, flag: Verified) -> Account:
    return account if account.verified else account.model_copy(update={"verified": flag})
