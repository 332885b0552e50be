from rashomon.reading.incidents.frames import frames, patterns
from rashomon.reading.incidents.words import lexicon
from rashomon.record import FigureKind, Role, kinds

SORTS = {sort for sorts in lexicon().values() for sort in sorts} | {"named", "toponym", "other", "pronoun", ""}


def test_every_frame_has_a_kind_roles_and_figures_of_the_record():
    for frame in frames():
        assert frame.kind in kinds(), frame.name
        assert {role for role in frame.roles.values() if role} <= {role.value for role in Role}, frame.name
        assert frame.figure is None or FigureKind(frame.figure), frame.name


def test_words_with_more_parts_are_tried_first():
    for listed in patterns("verbs").values():
        assert [len(p.others) for p in listed] == sorted((len(p.others) for p in listed), reverse=True)


def test_a_noun_is_found_by_its_last_word_unless_a_preposition_follows():
    assert any(p.others == ("car",) for p in patterns("nouns")["bombing"])
    assert any(p.others == ("of", "fire") for p in patterns("nouns")["exchange"])
