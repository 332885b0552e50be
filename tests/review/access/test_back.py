import pytest

from rashomon.review.access.back import HOME, local

ELSEWHERE = [
    "https://elsewhere.org",
    "//elsewhere.org",
    "///elsewhere.org",
    "/\\elsewhere.org",
    "\\\\elsewhere.org",
    "/\t/elsewhere.org",
    "/\n/elsewhere.org",
    "/\r\nSet-Cookie: x=1",
    "javascript:alert(1)",
    "elsewhere.org",
    "http:/elsewhere.org",
    " /incidents",
    "",
    None,
]


@pytest.mark.parametrize("address", ELSEWHERE)
def test_nobody_is_sent_elsewhere(address):
    assert local(address) == HOME
    assert local(address, "/queue") == "/queue"


@pytest.mark.parametrize(
    "address", ["/incidents/I12?rule=latest#figures", "/reports/2006%2Fa//b", "/queue", "/?next=https://elsewhere.org"]
)
def test_a_path_of_the_desk_is_kept(address):
    assert local(address) == address
