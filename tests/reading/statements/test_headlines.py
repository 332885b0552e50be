from collections.abc import Callable


def test_a_transcript_names_its_speakers(told: Callable) -> None:
    found = told("The talks began late.\n\nREPORTER: Who fired first?\n\nDIALLO: Our men never fired.")
    assert [(t.source, t.content) for t in found] == [
        ("REPORTER", ("Who fired first?",)),
        ("DIALLO", ("Our men never fired",)),
    ]


def test_a_recording_is_what_its_speaker_says_until_it_ends(told: Callable) -> None:
    found = told(
        "The radio carried the president's words.\n\n[BEGIN RECORDING] [Duarte] We lost nine men.\n\n"
        "They fought well. [END RECORDING]\n\nThe rain went on."
    )
    assert [(t.source, t.content) for t in found] == [("Duarte", ("We lost nine men", "They fought well"))]
