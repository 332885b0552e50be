"""How a value of an incident is addressed: the incident as a report has it, one of its accounts, an attribute."""

from rashomon.record import Account, Incident


def addresses(incident: Incident) -> tuple[str, ...]:
    """What each account is addressed by: "own" for the report's own voice, "412-430" where its source stands.

    A source of whom nothing stands there goes by the passage it is read from; a second account of one source by "412-430.2".
    """
    found: list[str] = []
    for account in incident.accounts:
        start, end = account.source.span or account.evidence[0]
        one = "own" if account.statement is None else f"{start}-{end}"
        again = sum(other.partition(".")[0] == one for other in found)
        found.append(f"{one}.{again + 1}" if again else one)
    return tuple(found)


def account_at(incident: Incident, address: str) -> Account | None:
    """The account of that address; None where there is none."""
    return dict(zip(addresses(incident), incident.accounts, strict=True)).get(address)


def called(account: Account, report: str) -> str:
    """Whose account it is, in words: "the governor's account of cnn-3", "cnn-3's own account"."""
    if account.statement is None:
        return f"{report}'s own account"
    source = " ".join((account.source.text or f"{account.source.kind.value.replace('_', ' ')} source").split())
    whose = f"{source}'" if source.endswith("s") else f"{source}'s"
    return f"{whose} account of {report}"
