from training.gazetteer import middles_of


def test_a_middle_is_not_drawn_to_where_most_towns_lie() -> None:
    capital = {("AF.01", (34.0 + n / 100, 69.0)) for n in range(10)}
    ((lat, lon),) = middles_of({*capital, ("AF.01", (36.0, 69.0))}, 1.0).values()
    assert 34.9 < lat < 35.1
    assert lon == 69.0
