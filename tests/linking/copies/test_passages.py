from hypothesis import given
from hypothesis import strategies as st

from linking.copies.wire import OTHER, OWN_WORDS, WIRE, retyped, scanned, unread
from rashomon.linking.copies import PASSAGES
from rashomon.linking.copies.fingerprints import printed
from rashomon.linking.copies.passages import passages
from rashomon.linking.link import link
from rashomon.linking.memory import MemoryShelf
from rashomon.linking.mention import Sort
from rashomon.record import Report
from rashomon.record.report import Region, RegionKind


def together(*readings):
    """The pairs of reports that share a passage."""
    shelf = MemoryShelf()
    link(readings, shelf, [PASSAGES])
    groups = [
        {report for number in members for report in shelf.reports(Sort.passage, number)}
        for members in shelf.groups(Sort.passage).values()
    ]
    return {tuple(sorted((a, b))) for group in groups for a in group for b in group if a < b}


WHOLE = unread("wire", *WIRE)


def test_the_same_text_is_one_passage_whatever_its_letters_and_line_breaks():
    (whole, copy) = PASSAGES.mentions(WHOLE), PASSAGES.mentions(unread("copy", *map(retyped, WIRE)))
    assert [m.identity for m in copy] == [m.identity for m in whole]
    assert len(whole) > 1


def test_page_chrome_between_the_paragraphs_moves_nothing():
    chrome = unread("copy", *WIRE[:2], "Advertisement", "Read more: Harbour strike goes on", *WIRE[2:])
    assert [m.identity for m in PASSAGES.mentions(chrome)] == [m.identity for m in PASSAGES.mentions(WHOLE)]


def test_a_badly_scanned_copy_is_found():
    assert together(WHOLE, unread("copy", *map(scanned, WIRE))) == {("copy", "wire")}


def test_a_shortened_story_is_found():
    assert together(WHOLE, unread("copy", *WIRE[:4])) == {("copy", "wire")}


def test_a_story_quoted_within_a_longer_one_is_found():
    assert together(WHOLE, unread("copy", *OTHER[:2], *WIRE[1:6], *OTHER[2:])) == {("copy", "wire")}


def test_the_same_event_in_other_words_is_no_copy():
    assert together(WHOLE, unread("own", *OWN_WORDS)) == set()


def test_two_reports_with_one_stock_paragraph_share_that_passage_only():
    stock = " ".join(WIRE[5:])
    shelf = MemoryShelf()
    link([unread("one", *WIRE[:5], stock), unread("two", *OTHER, stock)], shelf, [PASSAGES])
    shared = [n for n in shelf.groups(Sort.passage) if len(_reports(shelf, n)) == 2]
    assert len(shared) <= 2
    assert sum(len(_reports(shelf, n)) == 1 for n in shelf.groups(Sort.passage)) >= 3


def _reports(shelf, group):
    return {report for number in shelf.groups(Sort.passage)[group] for report in shelf.reports(Sort.passage, number)}


def test_boilerplate_is_no_passage():
    assert PASSAGES.mentions(unread("one", "A correspondent in Djibo contributed to this report by telephone.")) == []


def test_a_typical_report_has_few_passages_and_keys():
    mentions = PASSAGES.mentions(WHOLE)
    assert len(mentions) <= 5
    assert all(len(m.keys) <= 6 for m in mentions)


def test_what_stands_before_a_copied_stretch_does_not_move_the_cuts_within_it():
    body = printed(unread("copy", *OTHER, *WIRE).report)
    alone = printed(WHOLE.report)
    cuts = {int(alone.prints[p.first]) for p in passages(alone)[1:]}
    assert cuts <= {int(body.prints[p.first]) for p in passages(body)}


@given(st.text(alphabet="ab é\n.,1ß", max_size=400))
def test_any_text_is_cut_from_end_to_end_or_into_too_little(text):
    regions = (Region(kind=RegionKind.body, span=(0, len(text))),) if text else ()
    body = printed(Report(id="any", text=text, sha256="", regions=regions))
    found = passages(body)
    assert all(p.first < p.last <= len(body.prints) for p in found)
    assert found or len(body.prints) < 12
