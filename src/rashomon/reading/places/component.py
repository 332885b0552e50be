"""The places of a Doc: find the names, read how they lie in one another, choose among namesakes."""

from spacy.tokens import Doc

from rashomon.gazetteer import Gazetteer
from rashomon.reading.places.choice import Chooser
from rashomon.reading.places.phrases import hints_of, within
from rashomon.reading.places.toponyms import Finder, Toponym
from rashomon.reading.places.votes import Name
from rashomon.record import PlaceMention

# Places by what the language model or the words around say, whether or not the gazetteer has them.
_KNOWN_BY_WORDING = frozenset({"name", "kind", "in_area", "dateline"})


class Places:
    """Fills `doc._.places`: "fighting near Farkhar, in Takhar province" gives the two, each resolved."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.chooser = Chooser(gazetteer)

    def __call__(self, doc: Doc) -> Doc:
        """Find and resolve the place names of the whole Doc."""
        toponyms = Finder(self.gazetteer, doc).find()
        if toponyms:
            names = self.chooser.choose(toponyms, within(doc, toponyms), hints_of(doc, self.gazetteer))
            pairs = zip(toponyms, names, strict=True)
            doc._.places = [_mention(toponym, name) for toponym, name in pairs if _is_kept(toponym, name)]
        return doc


def _is_kept(toponym: Toponym, name: Name | None) -> bool:
    """A guess must fit the rest of the report; what only the gazetteer took for a place must not be in doubt."""
    if name is None:
        return toponym.sure
    if name.doubted and not (toponym.rule in _KNOWN_BY_WORDING or toponym.said):
        return False
    return toponym.sure or name.fits


def _mention(toponym: Toponym, name: Name | None) -> PlaceMention:
    entry = name.choice() if name else None
    return PlaceMention(span=toponym.span, place=entry.place if entry else None, by=f"places.{toponym.rule}")
