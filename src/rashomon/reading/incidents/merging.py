"""Which mentions tell of one incident: "bombed … killing five … the attack", in one sentence and over the report."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from spacy.tokens import Token

from rashomon.reading.incidents.agreement import can_be_one
from rashomon.reading.incidents.draft import Draft
from rashomon.reading.incidents.mention import Mention
from rashomon.reading.incidents.nearness import BEFORE_AFTER, chain, is_another_time, is_infinitive, is_saying
from rashomon.reading.incidents.recall import answers, befalls_again, continues, is_version
from rashomon.reading.incidents.words import sorts
from rashomon.reading.syntax import SUBJECTS

BESIDE = frozenset({"come", "follow"})
PEOPLE = frozenset({"person", "named"})


def merge(mentions: Sequence[Mention]) -> list[Draft]:
    """Drafts in text order: the mentions of a sentence are joined first, then what it tells with what was told before."""
    drafts: list[Draft] = []
    for _, together in groupby(mentions, key=lambda m: m.sentence):
        for told in _of_one_sentence(together):
            home = _home(told, drafts)
            if home is None:
                drafts.append(told)
            else:
                home.mentions += told.mentions
    return drafts


def _home(told: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The draft that a sentence tells of again; if none, the one that it tells another version of."""
    earlier = [d for d in drafts if d.mentions[0].sentence < told.mentions[0].sentence]
    lead = next((d for d in earlier if not d.mentions[0].caption), None)
    news = [d for d in reversed(drafts) if not d.is_aside or d is lead]
    background = [d for d in reversed(earlier) if d.is_aside and d is not lead]
    salient = sorted(news, key=lambda d: -len(d.mentions))
    for again, among in (
        (befalls_again, earlier),
        (continues, news),
        (is_version, news),
        (answers, salient),
        (continues, background),
    ):
        homes = [d for d in among if again(told, d, lead=d is lead)]
        if homes:
            return max(homes, key=lambda d: _of_one_kind(told, d))
    return None


def _of_one_kind(told: Draft, draft: Draft) -> bool:
    """ "During the operation two more men were detained" is told of the arrest before it, not of an attack told in between."""
    return not {m.kind for m in told.mentions if not m.frame.anaphor}.isdisjoint(m.kind for m in draft.mentions)


def _of_one_sentence(mentions: Iterable[Mention]) -> list[Draft]:
    """What hangs on each other: "attacked a post, killing two", "killed when a bomb exploded"."""
    drafts: list[Draft] = []
    for mention in mentions:
        for draft in reversed(drafts):
            if _is_part(mention, draft):
                draft.mentions.append(mention)
                break
        else:
            drafts.append(Draft([mention]))
    return drafts


def _is_part(mention: Mention, draft: Draft) -> bool:
    """Whether it hangs on the draft and nothing keeps the two apart; or the same suffer: "the murder of nuns who were shot"."""
    hangs = any(_linked(mention, m) for m in draft.compared)
    fits = hangs and all(can_be_one(mention, other, together=True) for other in draft.compared)
    return fits or befalls_again(Draft([mention]), draft, lead=False)


def _is_of_doer(verb: Token) -> bool:
    """ "Keita, who had a part in the deaths of two judges, died in the raid": what he did before is another incident."""
    return verb.dep_ == "relcl" and verb.head.dep_ in SUBJECTS and bool(sorts(verb.head) & PEOPLE)


def _is_set_beside(clause: Token, verb: Token) -> bool:
    """ "The mayor's murder comes as rebels are besieging two towns": what a report sees together is not one incident."""
    marks = {c.lower_ for c in clause.children if c.dep_ in {"mark", "prep"}}
    return clause.head == verb and verb.lemma_.lower() in BESIDE and bool(marks & (BEFORE_AFTER | {"as"}))


def _linked(a: Mention, b: Mention) -> bool:
    up, other = chain(a.trigger), chain(b.trigger)
    meeting = next((t for t in up if t in other), None)
    if meeting is None or (is_saying(meeting) and meeting not in (a.trigger, b.trigger)):
        return False
    if any(_is_of_doer(t) for t in (*up[1 : up.index(meeting)], *other[1 : other.index(meeting)])):
        return False
    effect = a.frame.effect or b.frame.effect or a.frame.rank == 1 or b.frame.rank == 1
    between = [*up[: up.index(meeting)], *other[: other.index(meeting)]]
    if any(_is_set_beside(t, meeting) for t in between):
        return False
    if meeting not in (a.trigger, b.trigger) and any(t.dep_ == "relcl" or is_infinitive(t) for t in between):
        return False  # "hunted the men who had shot a mayor, killing two", "came to arrest a man and killed two"
    return effect or not any(is_another_time(t) for t in between)
