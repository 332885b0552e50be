from collections.abc import Callable


def test_a_quotation_broken_by_its_cue_is_one_statement(only: Callable) -> None:
    found = only('"They came at night," the farmer said. "They took my sons."')
    assert found.content == ('"They came at night,"', '"They took my sons."')


def test_a_quotation_over_paragraphs_is_one_statement(only: Callable) -> None:
    found = only('"They came at night," the farmer said. "We heard shots.\n\n"In the morning we counted the dead."')
    assert found.content == ('"They came at night,"', '"We heard shots.', '"In the morning we counted the dead."')


def test_a_paragraph_that_is_only_a_quotation_goes_on(told: Callable) -> None:
    found = told('The farmer said the soldiers had come at night.\n\n"They took my two sons and my brother."')
    assert len(found) == 1
    assert found[0].content[1] == '"They took my two sons and my brother."'


def test_content_that_enters_a_quotation_holds_all_of_it(only: Callable) -> None:
    found = only('The bishop said the raid was "a disgrace. It must never happen again."')
    assert found.content == ('the raid was "a disgrace. It must never happen again."',)
