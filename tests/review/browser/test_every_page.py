"""Every page, at three sizes, by day and by night: it fits, can be used by everybody, and asks nobody else for anything."""

import pytest

from rashomon.archive import listing
from rashomon.review.access.roles import Role

SIZES = {"desktop": (1280, 900), "laptop at 150 %": (853, 600), "phone": (390, 844)}

PAGES = (
    "/incidents",
    "/incidents?disputed=any",
    "/incidents/{incident}",
    "/reports",
    "/reports/{report}",
    "/actors",
    "/actors/{actor}",
    "/queue",
    "/queue?tab=disputed",
    "/log",
    "/log/agreement",
    "/log/events",
    "/releases",
    "/import",
    "/incidents/I999999",
)
"""One of each kind, and one that there is not."""


@pytest.fixture
def there(record):
    """What of the sample stands for its kind: that of which most is told."""
    (incident,) = listing.most_told(record, limit=1)
    found = record.linked.incident(f"I{incident}")
    report = found.told[0].report
    actor = next(iter(record.linked.actors())).id
    return {"incident": found.id, "report": report, "actor": actor}


@pytest.fixture
def looked_at(accessible):
    """`looked_at(page, address)` at every size, by day and by night."""

    def look(page, address):
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            for size, (width, height) in SIZES.items():
                page.set_viewport_size({"width": width, "height": height})
                page.goto(address)
                page.wait_for_timeout(100)  # scripts draw their last
                wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
                assert wider <= 0, f"{page.url} is {wider} px too wide: {size}, {scheme}; {page.evaluate(WIDE)}"
                if size != "laptop at 150 %":
                    accessible(page)

    return look


@pytest.mark.parametrize("address", PAGES)
def test_it_fits_and_everybody_can_use_it(address, there, page, browse, looked_at):
    if address.endswith("I999999"):
        browse.allow(page, "404")
    looked_at(page, address.format(**there))


def test_so_do_the_pages_of_a_team(team, browse, looked_at):
    admin = team("Ada", Role.admin)
    looked_at(admin, "/analysts")
    admin.context.clear_cookies()
    looked_at(admin, "/sign-in")


WIDE = """[...document.querySelectorAll('main *, header *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1
  && !e.closest('.scroll')).slice(0, 5).map(e => e.outerHTML.slice(0, 120)).join(' | ')"""
