from collections.abc import Callable

from rashomon.record import Reading


def resolved(reading: Reading) -> dict[str, str | None]:
    return {reading.report.text[slice(*p.span)]: p.place.country if p.place else None for p in reading.places}


def test_a_guess_is_kept_where_the_sure_names_lie(read: Callable[..., Reading]) -> None:
    told = resolved(read("Farkhar residents fled to Taloqan, in Takhar province, and on to Kunduz in Afghanistan."))
    assert told["Farkhar"] == "AFG"


def test_a_small_place_far_from_all_others_is_no_place(read: Callable[..., Reading]) -> None:
    told = resolved(read("Farkhar said the harvest failed. Farmers in Ohio, Indiana and Iowa blamed the drought."))
    assert "Farkhar" not in told
