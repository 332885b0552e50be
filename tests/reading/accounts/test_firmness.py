"""How sure an account is of who it was."""

import pytest

from rashomon.record import Firmness


@pytest.mark.parametrize(
    ("told", "firmness"),
    [
        ("Nobody saw the attack. The attack was presumably carried out by the Shining Path.", Firmness.probable),
        ("Suspected Shining Path guerrillas killed a mayor in Ayacucho on Monday.", Firmness.probable),
        ("The Shining Path may have killed a mayor in Ayacucho on Monday.", Firmness.possible),
        ("The Shining Path killed a mayor in Ayacucho on Monday.", Firmness.certain),
        ("The Shining Path, which may yet sign a truce, killed a mayor in Ayacucho on Monday.", Firmness.certain),
    ],
)
def test_doubt_about_the_doer_is_doubt_of_the_account(read, told, firmness):
    accounts = [a for i in read(told).incidents for a in i.accounts if a.responsible]
    assert {a.firmness for a in accounts} == {firmness}
