def shared(a, b):
    return set(a.keys) & set(b.keys)


def test_a_report_that_is_a_day_off_still_meets(told):
    (a,) = told("Rebels killed 30 soldiers near Kunduz on 14 June 2015.")
    (b,) = told("Rebels killed 30 soldiers near Kunduz on 15 June 2015.")
    (c,) = told("Rebels killed 30 soldiers near Kunduz on 19 July 2015.")
    assert shared(a, b)
    assert not shared(a, c)


def test_news_without_a_day_meets_the_day_it_tells_of(told):
    (a,) = told("Rebels killed 30 soldiers near Kunduz on 14 June 2015.")
    for day in ("2015-06-14", "2015-06-15", "2015-06-16"):
        (b,) = told("Rebels killed 30 soldiers near Kunduz.", published=day)
        assert shared(a, b)


def test_a_text_without_a_place_meets_by_its_figures(told):
    (a,) = told("Rebels killed 34 soldiers near Kunduz on 14 June 2015.")
    (b,) = told("On 14 June 2015 rebels killed 34 soldiers.")
    assert shared(a, b)


def test_a_month_meets_the_day_by_place_and_toll(told):
    (a,) = told("Rebels killed 34 soldiers near Kunduz on 14 June 2015.")
    (b,) = told("In June 2015, rebels killed 34 soldiers near Kunduz.")
    assert shared(a, b)


def test_a_province_alone_is_not_compared_over_a_month(told):
    (a,) = told("Rebels killed 34 soldiers near Kunduz on 14 June 2015.")
    (b,) = told("In June 2015, a bomb killed a farmer near Kunduz.")
    assert not shared(a, b)


def test_keys_are_few(told):
    mentions = told(
        "Rebels of the National Front killed 34 soldiers and wounded 60 in an ambush with rockets on a convoy of trucks "
        "and buses near the mosque of Khanabad in Kunduz province on 14 June 2015, and burnt the school and the market."
    )
    assert max(len(mention.keys) for mention in mentions) < 60


def test_news_that_comes_out_days_late_meets_by_its_place(told):
    (a,) = told("Rebels killed 30 soldiers in Kunduz on 14 June 2015.")
    (b,) = told("Rebels killed nine soldiers in Kunduz.", published="2015-06-19")
    assert shared(a, b)


def test_small_tolls_of_two_countries_do_not_meet(told):
    (a,) = told("A bomb killed two soldiers near Kunduz on 14 June 2015.")
    (b,) = told("A bomb killed two soldiers near Gao on 14 June 2015.")
    assert not {key for key in shared(a, b) if "note" not in key}
