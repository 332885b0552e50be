"""Which statements tell of which incident: by telling it, or by answering to it ("denied any part in the attack")."""

from collections.abc import Iterable, Sequence
from enum import Enum, auto

from spacy.tokens import Doc, Token

from rashomon.reading.accounts.elliptical import is_elliptical
from rashomon.reading.accounts.responsible import guilty, pointed_at
from rashomon.reading.accounts.vocabulary import vocabulary
from rashomon.reading.document import covers, span_of, tokens_in
from rashomon.reading.syntax import antecedent, objects
from rashomon.record import Act, Incident, Span, Statement, kinds

# How many sentences back an answer can reach: "No group claimed responsibility" two paragraphs after the bombing.
REACH = 8


class Reference(Enum):
    """What a statement's own words point back to."""

    incident = auto()
    incidents = auto()
    saying = auto()
    nothing = auto()


def tellings(doc: Doc) -> dict[str, list[Statement]]:
    """The statements about each incident, by incident id, in text order."""
    told: dict[str, list[Statement]] = {incident.id: [] for incident in doc._.incidents}
    reported: dict[str | None, list[Span]] = {}
    for statement in doc._.statements:
        reported.setdefault(statement.within, []).extend(statement.content)
    for statement in doc._.statements:
        if statement.source.span or statement.act is not Act.doubts:  # "could not be verified" is nobody's account
            for incident in _incidents_of(doc, statement, told, reported.get(statement.id, [])):
                told[incident.id].append(statement)
    return told


def _incidents_of(
    doc: Doc, statement: Statement, told: dict[str, list[Statement]], reported: Sequence[Span]
) -> list[Incident]:
    """The incidents that a statement is about; what it reports of others' words is theirs."""
    direct = [incident for incident in doc._.incidents if tells(statement, incident, reported)]
    if direct:
        return direct
    before, answers = _before(doc, statement), statement.act in vocabulary().answering
    if is_elliptical(doc, statement):
        return [incident for incident in before if incident.figures][-1:]
    if _is_of_antecedent(doc, statement):
        return before[-1:]
    match reference(doc, statement) if answers else remark(doc, statement):
        case Reference.incident:
            return before[-1:]
        case Reference.incidents:
            return before
        case Reference.saying:
            return [incident for incident in before if _told_by_another(told[incident.id], statement)]
        case _:
            return []


def tells(statement: Statement, incident: Incident, reported: Sequence[Span]) -> bool:
    """Whether the statement itself, not one that it reports, holds a passage the incident was read from."""
    passages = [incident.trigger, *incident.evidence, *(figure.span for figure in incident.figures)]
    return any(
        _mostly_in(passage, content) and not any(_mostly_in(passage, span) for span in reported)
        for passage in passages
        for content in statement.content
    )


def _mostly_in(passage: Span, content: Span) -> bool:
    """Evidence is a clause: one that reaches into a content by a word or two is not told there."""
    common = min(passage[1], content[1]) - max(passage[0], content[0])
    return common > 0 and (covers(passage, content) or 2 * common >= passage[1] - passage[0])


def reference(doc: Doc, statement: Statement) -> Reference:
    """What the words of a statement refer back to."""
    if _lays_several(doc, statement):
        return Reference.incidents
    words = vocabulary()
    found = Reference.incident if statement.act in {Act.claims_responsibility, Act.blames} else Reference.nothing
    for token in _words(doc, statement):
        if token.pos_ == "PRON" and len(statement.content) == 1 and span_of([token]) == statement.content[0]:
            return Reference.incident  # "The ministry denied it."
        lemma = token.lemma_.lower()
        if lemma in words.incident and _definite(token):  # only a noun has a determiner
            return Reference.incidents if token.tag_ in {"NNS", "NNPS"} else Reference.incident
        if lemma in words.part:
            found = Reference.incident
        elif lemma in words.saying and _definite(token) and found is Reference.nothing:
            found = Reference.saying
    return found


def _is_of_antecedent(doc: Doc, statement: Statement) -> bool:
    """ "Claimed the attack, which the ministry called cowardly"."""
    noun = antecedent(tokens_in(doc, statement.cue).root) if statement.cue else None
    return noun is not None and noun.lemma_.lower() in vocabulary().incident and _definite(noun)


def _lays_several(doc: Doc, statement: Statement) -> bool:
    """ "The exiles link them to the ministry", "blamed the killings on the army"."""
    if statement.cue is None or not pointed_at(doc, statement):
        return False
    laid = objects(tokens_in(doc, statement.cue).root)
    return any(t.lower_ == "them" or (t.lemma_.lower() in vocabulary().incident and t.tag_ == "NNS") for t in laid)


def remark(doc: Doc, statement: Statement) -> Reference:
    """What somebody speaks of who neither tells nor answers: "called the raid a crime", "said that the army was responsible"."""
    if any(guilty(doc, content) for content in statement.content):
        return Reference.incident
    words = vocabulary()
    for token in _words(doc, statement):
        lemma = token.lemma_.lower()
        if lemma in words.guilt or (lemma in words.incident and _definite(token)):
            return Reference.incident
    return Reference.nothing


SPEAKING = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "PRON"})


def _words(doc: Doc, statement: Statement) -> Iterable[Token]:
    spans = [*statement.content, *([statement.cue] if statement.cue else [])]
    return (token for span in spans for token in tokens_in(doc, span) if token.pos_ in SPEAKING)


DEFINITE = frozenset({"the", "this", "that", "these", "those", "any"})


def _definite(token: Token) -> bool:
    """ "the attack", "these killings", "Monday's bombing": one that was told before."""
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in DEFINITE) for c in token.children)


def _before(doc: Doc, statement: Statement) -> list[Incident]:
    """The incidents of the last sentences before a statement, nearest last."""
    position = statement.content[0][0] if statement.content else statement.cue[0] if statement.cue else 0
    horizon = _sentences_back(doc, position)
    near = [i for i in doc._.incidents if any(horizon <= e[0] < position for e in (i.trigger, *i.evidence))]
    answered_for = [i for i in near if is_answered_for(i)]
    attacks = [i for i in answered_for if i.kind not in vocabulary().lawful]  # nobody denies an arrest before a murder
    return sorted(
        attacks or answered_for or near, key=lambda i: max(e[0] for e in (i.trigger, *i.evidence) if e[0] < position)
    )


def _sentences_back(doc: Doc, position: int) -> int:
    """Where the sentence begins that stands REACH - 1 before the one at `position`."""
    sentence = tokens_in(doc, (position, position + 1)).sent
    for _ in range(REACH - 1):
        if sentence.start > 0:
            sentence = doc[sentence.start - 1].sent
    return sentence.start_char


def _told_by_another(told: list[Statement], statement: Statement) -> bool:
    return any(other.source != statement.source for other in told)


def is_answered_for(incident: Incident) -> bool:
    """Whether it is of a kind for which people answer: an attack, not talks."""
    return _family(incident) in vocabulary().answered_for


def _family(incident: Incident) -> str:
    kind = kinds().get(incident.kind)  # a user's own kind is not in the table that comes with Rashomon
    return kind.family if kind else ""
