"""A wire story of our own, other reports, and ways in which papers and scanners alter what they print."""

from rashomon import reports
from rashomon.record import Reader, Reading, Report

WIRE = (
    "Gunmen on motorbikes attacked a market in the town of Djibo on Sunday, killing at least 14 people and "
    "setting fire to a row of grain stores.",
    "The attackers came from the north shortly before noon, when the weekly market was at its fullest, and fired "
    "into the crowd for about twenty minutes before they rode off towards the border.",
    "A police official said that two of the attackers were captured after their motorbike broke down near a dry "
    "riverbed outside the town.",
    "Governor Salif Sawadogo said that the army had sent two columns after the gunmen and that helicopters were "
    "searching the hills.",
    "Residents reached by telephone described a market strewn with sandals and burnt sacks, and said that the "
    "nearest clinic had run out of bandages within an hour of the shooting.",
    "No group has claimed the attack, the third on a market in the region since the rains ended, and the worst "
    "since a convoy of traders was ambushed on the same road in the spring.",
    "Thousands of families have left the villages around Djibo this year, many of them walking for days to camps "
    "on the outskirts of larger towns where food is short and wells are few.",
)

OTHER = (
    "The harbour strike entered its second week on Monday as dockers and shipping companies again failed to agree"
    " on night shifts, leaving more than forty vessels at anchor off the coast.",
    "Union leader Maria Teves told a rally at the harbour gates that nobody would return to work before the "
    "dismissed crane drivers had their jobs back, and that money for the strikers would last until the autumn.",
    "The port authority put the daily loss at several million and said that fruit for export was rotting in "
    "unrefrigerated sheds, while fuel for the northern provinces was being brought in by lorry over the mountain "
    "road.",
    "Shop owners in the old town, who had at first sided with the strikers, complained that shelves were emptying"
    " and that deliveries now took four days instead of one.",
)

OWN_WORDS = (
    "At least fourteen people died when armed men opened fire in a crowded market in Djibo on Sunday.",
    "Witnesses told us of men arriving by motorcycle around midday and shooting at random; several granaries "
    "burned down.",
    "Two suspects are in custody, according to police, while soldiers continue to look for the others along the "
    "frontier.",
)


def report(id: str, *paragraphs: str, credits: tuple[str, ...] = (), **about: str) -> Report:
    """A report of these paragraphs."""
    return reports.report_of("\n\n".join(paragraphs), id=id, **about).model_copy(update={"credits": credits})


def unread(id: str, *paragraphs: str) -> Reading:
    """A report in which nothing was read."""
    return Reading(reader=Reader(name="none", version="0"), report=report(id, *paragraphs))


def scanned(text: str) -> str:
    """As a scanner misreads it, a word in twenty."""
    words = text.split()
    return " ".join(w.replace("e", "c").replace("o", "0") if n % 20 == 7 else w for n, w in enumerate(words))


def retyped(text: str) -> str:
    """In capitals, broken into short lines, without commas."""
    words = text.upper().replace(",", "").split()
    return "\n".join(" ".join(words[i : i + 9]) for i in range(0, len(words), 9))
