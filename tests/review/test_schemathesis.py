"""Whatever is asked of the twins, in whatever form, is answered or refused: never with a mistake of ours."""

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from rashomon.review import desk

EXAMPLES = 12
"""Requests to each address; more take minutes, and find no more."""

THERE = {
    "ref": ("I1", "I2", "A1", "A2", "I999999999999999999999"),
    "what": ("merge", "rename", "undo"),
    "number": (1, 2, 10**30),
}
"""What the record has, of what addresses name: half of the requests ask for that."""

ELSEWHERE = ("/import",)
"""What may read files or fetch from other machines has tests of its own."""


@pytest.fixture
def app(record):
    return desk(record)


def test_no_request_is_answered_with_a_mistake_of_ours(app):
    headers = {"X-CSRF-Token": app.state.desk.door.alone.csrf}
    with TestClient(app, base_url="http://localhost", headers=headers) as client:
        schema = schemathesis.openapi.from_dict(client.get("/openapi.json").json())
        operations = [each.ok() for each in schema.get_all_operations()]
        assert len(operations) > 10
        ours = [operation for operation in operations if not operation.path.startswith(ELSEWHERE)]
        answered = [operation.path for operation in ours if 200 in asked(client, operation)]
    assert len(answered) > 8, answered


def asked(client, operation):
    """Ask one address for all sorts of things; gives the statuses of the answers."""
    statuses = set()

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(), data=st.data())
    def one(case, data):
        for name in case.path_parameters.keys() & THERE.keys():
            if data.draw(st.booleans()):
                case.path_parameters[name] = data.draw(st.sampled_from(THERE[name]))
        request = case.as_transport_kwargs(base_url="http://localhost")
        request.pop("cookies", None)
        answer = client.request(**request, follow_redirects=False)
        assert answer.status_code < 500, (request, answer.text)
        statuses.add(answer.status_code)
        if answer.status_code >= 400:
            assert answer.json()["error"].keys() == {"status", "message"}

    one()
    return statuses
