"""Which way a clause looks: back ("killed on Monday"), forward ("will meet on Monday"), or neither."""

from spacy.tokens import Token

from rashomon.reading.times.vocabulary import table

BACK, NEITHER, FORWARD = -1, 0, 1


def looks(token: Token) -> int:
    """The way the clause of a temporal expression looks, by the tense of the verb that governs it."""
    for word in [token, *token.ancestors]:
        if word.lower_ in table("forward_words") and word != token:
            return FORWARD
        if word.pos_ in ("VERB", "AUX") and (way := _looks(word)):
            return way
    return NEITHER


def is_limit(token: Token) -> bool:
    """ "until 6 March", "by Monday": a limit may lie on the other side of the verb's tense."""
    return token.head.dep_ in ("prep", "mark") and token.head.lower_ in table("open_ended")


def is_aside(token: Token) -> bool:
    """Whether a story only mentions a time by the way: in brackets, in a clause within a clause, as a plan.

    "In 1936 he broke with the men who had founded the party in 1921": the story goes on from 1936.
    """
    if any(child.text == "(" for child in token.lefts) or (token.i and token.nbor(-1).text == "("):
        return True
    for word in token.ancestors:
        if word.dep_ in ("relcl", "acl", "ccomp", "pcomp"):
            return True
        if word.dep_ == "ROOT":
            break
    return looks(token) == FORWARD


def _looks(verb: Token) -> int:
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & table("modals").keys():
        return BACK if "have" in helpers else FORWARD
    if "to" in helpers and verb.head.lemma_.lower() in table("forward_governors"):
        return FORWARD
    if helpers & {"has", "have", "had", "was", "were", "did"}:
        return BACK
    if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and not helpers):
        return BACK
    return FORWARD if verb.tag_ == "VBG" and helpers & {"is", "are", "'re", "'s", "am"} else NEITHER
