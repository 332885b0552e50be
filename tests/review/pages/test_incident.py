import re

import pytest
from fastapi.testclient import TestClient

from rashomon.export import Profile, Viewing
from rashomon.review.access.roles import Role
from rashomon.review.accounts.why import STEMS


@pytest.fixture
def disputed(record):
    """The incident of the sample on which accounts differ most."""
    (line,) = Viewing(record).most_disputed(1).lines
    return line.id


@pytest.fixture
def merged(record):
    """Two incidents of two days that somebody merged: the number that stays, and the one that leads to it."""
    with record.looking() as connection:
        told = connection.exec_driver_sql(
            "SELECT m.group_number, MIN(r.latest) AS day FROM mention m JOIN bearing b ON b.sort = m.sort AND b.number = m.number "
            "JOIN report r ON r.id = b.report WHERE m.sort = 'incident' AND r.latest IS NOT NULL GROUP BY 1 ORDER BY 2, 1"
        ).all()
    one, other = told[0][0], told[-1][0]
    record.judgements.merge([f"I{one}", f"I{other}"], why="the same convoy", who="Amal")
    return f"I{min(one, other)}", f"I{max(one, other)}"


def noun(client: TestClient, ref: str, **asked: object):
    answer = client.get(f"/incidents/{ref}.json", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def columns(page):
    return [column for voice in page["story"]["voices"] for column in voice["columns"]]


def test_accounts_are_columns_and_attributes_rows_and_each_cell_says_where_it_was_read(client, disputed):
    page = noun(client, disputed)
    assert {"what", "act", "firmness", "figures"} <= {line["attribute"] for line in page["lines"]}
    assert all(len(line["cells"]) == len(columns(page)) for line in page["lines"])
    (figures,) = [line for line in page["lines"] if line["attribute"] == "figures"]
    assert all(cell["at"] for cell in figures["cells"] if cell["text"])


def test_who_takes_part_leads_to_the_actor_of_the_record(client, record):
    for line in Viewing(record).most_disputed(10).lines:
        page = noun(client, line.id)
        everybody = [each for part in page["participants"] for each in part["who"]]
        known = [each["actor"] for each in everybody if each["actor"]]
        if known:
            break
    assert known
    assert {each["text"] for each in everybody} == {name for _, who in page["story"]["participants"] for name in who}
    html = client.get(f"/incidents/{line.id}").text
    for actor in known:
        assert f'<a href="/actors/{actor}">' in html
        assert client.get(f"/actors/{actor}.json").status_code == 200


def test_what_differs_is_marked_in_words_and_signs_and_rows_that_are_alike_can_be_hidden(client, disputed):
    page, html = noun(client, disputed), client.get(f"/incidents/{disputed}").text
    differing = sum(cell["differs"] for line in page["lines"] for cell in line["cells"])
    assert differing
    assert html.count('<span class="sr-only">differs: </span>') == differing
    assert html.count('class="alike') == sum(line["alike"] for line in page["lines"])
    assert 'id="only-differing"' in html


def test_a_cell_leads_to_its_report_at_the_words_it_was_read_from(client, disputed, record):
    page, html = noun(client, disputed), client.get(f"/incidents/{disputed}").text
    (figures,) = [line for line in page["lines"] if line["attribute"] == "figures"]
    at = next(cell["at"][0] for cell in figures["cells"] if cell["at"])
    start, end = at["span"]
    assert f'href="/reports/{at["report"]}?at={start}-{end}#s{start}-{end}"' in html
    shown = client.get(f"/incidents/{disputed}/evidence.json", params={"at": f"{at['report']}:{start}-{end}"}).json()
    pieces = [piece for paragraph in shown["passages"][0]["paragraphs"] for piece in paragraph]
    lit = "".join(piece["text"] for piece in pieces if piece["words"])
    assert lit == " ".join(record.readings.get(at["report"]).report.text[start:end].split("\n"))
    assert any(piece["sentence"] and not piece["words"] for piece in pieces)


def test_the_rule_is_named_with_each_figure_and_can_be_another(client, disputed):
    for rule in ("range", "conservative", "latest", "majority"):
        page = noun(client, disputed, rule=rule)
        assert {figure["rule"] for figure in page["story"]["figures"]} == {rule}
        assert f"by the rule “{rule}”" in client.get(f"/incidents/{disputed}", params={"rule": rule}).text
    assert client.get(f"/incidents/{disputed}.json", params={"rule": "guess"}).status_code == 422


def test_a_merged_number_leads_to_where_it_is_now_and_says_by_whose_judgement(client, merged):
    kept, former = merged
    page = noun(client, former)
    assert page["id"] == kept
    assert re.match(rf"{former} is now {kept}, by judgement \d+ \(merge\) of .* by Amal", page["moved"])
    html = client.get(f"/incidents/{former}").text
    assert f"{former} is now {kept}" in html
    assert f'data-address="/incidents/{kept}"' in html
    assert noun(client, kept)["moved"] is None


def test_an_incident_is_found_as_its_report_s_reading_calls_it(client, record, disputed):
    told = record.linked.incident(disputed).told[0]
    assert noun(client, f"{told.report}/{told.incident.id}")["id"] == disputed


def test_as_of_a_day_there_is_what_had_been_told_by_then(client, merged):
    kept, _ = merged
    now = noun(client, kept)
    first, *_, last = [day["day"] for day in now["days"]]
    then = noun(client, kept, as_of=first)
    assert then["story"]["reports"] < now["story"]["reports"]
    assert [each["known"] for each in then["reports"]].count(False) == now["story"]["reports"] - then["story"][
        "reports"
    ]
    assert noun(client, kept, as_of=last)["story"]["reports"] == now["story"]["reports"]
    html = client.get(f"/incidents/{kept}", params={"as_of": first}).text
    assert f'<option value="{first}" selected>' in html
    assert "not yet by" in html


def test_before_anybody_told_of_it_the_page_says_so(client, merged):
    page = noun(client, merged[0], as_of="1900-01-01")
    assert page["story"] is None
    assert page["days"]
    assert (
        "Nobody had told of this incident by 1900-01-01"
        in client.get(f"/incidents/{merged[0]}", params={"as_of": "1900-01-01"}).text
    )


def test_no_day_at_all_is_now(client, disputed):
    assert noun(client, disputed, as_of="")["as_of"] is None


def test_what_a_person_said_is_marked_as_theirs_and_leads_to_the_log(client, record, disputed):
    page = noun(client, disputed)
    column = next(each for each in columns(page) if each["in_reports"][0]["account"] != "own")
    at = column["in_reports"][0]
    made = record.judgements.code(
        f"{at['report']}/{at['incident']}", "firmness", "possible", account=at["account"], why="it says may", who="Amal"
    )
    (line,) = [line for line in noun(client, disputed)["lines"] if line["attribute"] == "firmness"]
    said = [cell for cell in line["cells"] if cell["said"]]
    assert [cell["text"] for cell in said] == ["possible"]
    assert said[0]["said"] == {"judgement": made.number, "who": "Amal"}
    html = client.get(f"/incidents/{disputed}").text
    assert f'class="tag person" href="/log?number={made.number}">coded by Amal</a>' in html


def test_that_a_person_says_there_is_no_figure_is_marked_too(client, record, disputed):
    page = noun(client, disputed)
    (figures,) = [line for line in page["lines"] if line["attribute"] == "figures"]
    place = next(
        n for n, cell in enumerate(figures["cells"]) if cell["text"].startswith("killed: ") and ";" not in cell["text"]
    )
    for at in columns(page)[place]["in_reports"]:
        asked = f"{at['report']}/{at['incident']}"
        record.judgements.code(asked, "killed", None, account=at["account"], why="misread", who="Amal")
    (figures,) = [line for line in noun(client, disputed)["lines"] if line["attribute"] == "figures"]
    assert any(cell["text"] == "" and cell["said"] and cell["said"]["who"] == "Amal" for cell in figures["cells"])


def test_reviewed_and_one_s_own_latest_decision_are_there_for_who_may_decide(client, post, disputed):
    assert noun(client, disputed)["deciding"]["reviewed"] is None
    assert post("/decisions/review", refs=[disputed], why="read all", back=f"/incidents/{disputed}").status_code == 303
    deciding = noun(client, disputed)["deciding"]
    assert deciding["reviewed"]["why"] == "read all"
    assert deciding["mine"]["what"] == "review"
    assert "reviewed by" in client.get(f"/incidents/{disputed}").text


def test_the_history_has_every_decision_with_its_reason_and_a_way_back(client, merged):
    kept, _ = merged
    (latest, *_) = client.get(f"/incidents/{kept}/history.json").json()["decided"]
    assert (latest["decision"]["who"], latest["decision"]["why"]) == ("Amal", "the same convoy")
    assert latest["may_undo"]
    html = client.get(f"/incidents/{kept}/history", headers={"HX-Request": "true"}).text
    assert f'name="number" value="{latest["decision"]["number"]}"' in html
    assert "<!doctype" not in html


def test_why_it_is_one_adds_up(client, record):
    line = next(line for line in Viewing(record).most_told().lines if line.reports > 1)
    why = client.get(f"/incidents/{line.id}/why.json").json()
    assert why["pairs"]
    for pair in why["pairs"]:
        assert pair["steps"][-1]["total"] == pytest.approx(pair["weight"], abs=0.02)
        assert pair["prior"] + sum(step["weight"] for step in pair["steps"]) == pytest.approx(pair["weight"], abs=0.2)
    assert "enough to merge" in client.get(f"/incidents/{line.id}/why").text


def test_a_decision_on_what_has_changed_meanwhile_is_refused_and_says_what_changed(client, post, record, disputed):
    seen = noun(client, disputed)["deciding"]["seen"]
    other = next(line.id for line in Viewing(record).most_told().lines if line.id != disputed)
    record.judgements.merge([disputed, other], why="one shelling", who="Amal")
    answer = post("/decisions/rename", refs=[disputed], name="The prison", why="so called", seen=seen)
    assert answer.status_code == 409
    assert "changed since you looked" in answer.text
    assert "Amal" in answer.text


def test_what_is_not_in_the_record_is_said_to_be_not(client):
    for address in ("/incidents/I999999.json", "/incidents/nothing/i1.json", "/incidents/I999999/history.json"):
        assert client.get(address).status_code == 404
    assert client.get("/incidents/I999999", headers={"Accept": "text/html"}).status_code == 404


def test_evidence_is_given_of_the_incident_s_own_reports_alone(client, record, disputed):
    telling = {told.report for told in record.linked.incident(disputed).told}
    other = next(reading.report.id for reading in record.readings.all() if reading.report.id not in telling)
    asked = f"/incidents/{disputed}/evidence.json"
    assert client.get(asked, params={"at": f"{other}:0-5"}).status_code == 404
    assert client.get(asked, params={"at": "what"}).status_code == 422
    assert client.get(asked, params={"at": f"{min(telling)}:900000-900001"}).status_code == 200


def words(story):
    """The words of a story that may be names."""
    return set(re.findall(r"\b[A-Z][a-z]{4,}\b", story.model_dump_json(exclude={"decisions"})))


@pytest.fixture
def private(record):
    """An incident with names in it that viewers are not shown, and one of the names: a person's, as one word that no other has."""
    public, inside = Viewing(record, Profile.public), Viewing(record)
    for line in inside.most_told().lines:
        ours, theirs = inside.story(line.id), public.story(line.id)
        names = sorted(words(ours) - words(theirs))
        if names:
            return line.id, names[0]
    raise AssertionError("the sample has nobody to protect")


def test_a_viewer_reads_everything_masked_and_is_offered_no_decision(team, private):
    ref, name = private
    viewer, coder = team(Role.viewer), team(Role.coder)
    assert name in coder.get(f"/incidents/{ref}").text
    (html, page) = viewer.get(f"/incidents/{ref}").text, noun(viewer, ref)
    assert name not in html
    assert name not in str(page)
    assert page["deciding"] is None
    assert "data-decide" not in html
    assert viewer.get(f"/incidents/{ref}/history.json").status_code == 403


def test_the_words_behind_a_value_are_masked_for_a_viewer(team, private, record):
    ref, name = private
    report = next(
        told.report for told in record.linked.incident(ref).told if name in record.readings.get(told.report).report.text
    )
    start = record.readings.get(report).report.text.index(name)
    asked = {"at": f"{report}:{start}-{start + len(name)}"}
    shown = {
        role: team(role).get(f"/incidents/{ref}/evidence.json", params=asked).text for role in (Role.viewer, Role.coder)
    }
    assert name in shown[Role.coder]
    assert name not in shown[Role.viewer]


def test_why_it_is_one_names_to_a_viewer_nobody_in_any_spelling(team, record):
    line = next(line for line in Viewing(record).most_told().lines if line.reports > 1)
    shown = {role: team(role).get(f"/incidents/{line.id}/why.json").json()["pairs"] for role in Role}
    assert shown[Role.viewer]
    for pair in shown[Role.viewer]:
        (stems,) = [step for step in pair["steps"] if step["comparison"] == STEMS]
        assert (stems["left"], stems["right"]) == ("", "")
    for pair in shown[Role.coder]:
        assert any(step["left"] for step in pair["steps"] if step["comparison"] == STEMS)
