"""Going through a desk by its links, as somebody with too much time would, and what stands in its pages."""

import html
import json
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urlsplit

from fastapi.testclient import TestClient

STARTS = ("/incidents", "/reports", "/actors", "/queue", "/log", "/import", "/analysts", "/releases")
LEADING = ("href", "action", "hx-get", "src", "data-href", "data-next", "data-prefetch")

SAME = 4
"""How often an address is looked at that differs in its query alone."""

MOST = 100
"""Pages of one crawl."""


class Page(HTMLParser):
    """The elements and attributes of a page, where its links lead, and what its scripts are."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.scripts: list[str] = []
        self._script = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value for name, value in attrs if name in LEADING and value]
        # data in a script element is no script
        self._script = tag == "script" and dict(attrs).get("type") not in {"application/json"}

    def handle_endtag(self, tag):
        self._script = False

    def handle_data(self, data):
        if self._script:
            self.scripts.append(data)


def pages(client: TestClient, *first: str) -> Iterator[tuple[str, str]]:
    """Address and text of every page that links lead to, of its `.json` twin, and of what htmx would fetch of it.

    Of each kind of page as many as of the others, so that none is left out where there are many.
    """
    waiting, seen, looked, kinds = [*first, *STARTS], set(), {}, Counter()
    while waiting and len(seen) < MOST:
        waiting.sort(key=lambda path: kinds[_kind(path)])
        path = waiting.pop(0)
        bare = urlsplit(path).path
        if path in seen or looked.get(bare, 0) >= SAME or bare.startswith("/static/"):
            continue
        seen.add(path)
        looked[bare] = looked.get(bare, 0) + 1
        kinds[_kind(path)] += 1
        page = client.get(path, headers={"accept": "text/html"}, follow_redirects=True)
        is_page = "html" in page.headers.get("content-type", "")
        yield path if is_page else f"{path} as JSON", page.text
        if is_page:
            waiting += [urldefrag(link)[0] for link in Page(page.text).links if link.startswith("/")]
            query = urlsplit(path).query
            twin = client.get(f"{bare}.json" + (f"?{query}" if query else ""))
            yield f"{path} as JSON", twin.text
            if looked[bare] == 1:
                yield f"{path} in part", client.get(path, headers={"accept": "text/html", "hx-request": "true"}).text


def _kind(path: str) -> str:
    """ "/incidents/I12?rule=latest" is one of incidents."""
    return urlsplit(path).path.split("/")[1]


def words_in(text: str) -> str:
    """What stands in a page or a twin for a person to read, spelled in only one way."""
    with_escapes = re.sub(r"\\u[0-9a-f]{4}", lambda m: json.loads(f'"{m[0]}"'), text)
    return re.sub(r"\s+", " ", unquote(html.unescape(with_escapes)).replace("+", " "))
