"""What leaves the house: files for people who do not have Rashomon, by default with nobody exposed."""

from rashomon.export.masks import Masks, masks, masks_of
from rashomon.export.page import page
from rashomon.export.redaction import Profile, Redaction
from rashomon.export.viewing import Viewing

__all__ = ["Masks", "Profile", "Redaction", "Viewing", "masks", "masks_of", "page"]
