"""Feeds and pages from the web, out of a server of our own: no test asks anybody else."""

import time
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from rashomon.errors import UnreadableReport
from rashomon.record import Basis, Report
from rashomon.reports import reports_in
from rashomon.reports.inputs import feed, web
from rashomon.reports.inputs.document import Limits
from rashomon.reports.inputs.fetching import documents_at
from rashomon.reports.inputs.web import AGENT, Web, is_public

PARAGRAPHS = (
    "Rebels shelled the town on Monday, officials said, and at least three people died in the market near the lake.",
    "Residents fled towards the border, aid workers said, while the hospital asked for donors of blood and for medicine.",
    "The governor said from the far shore that the army would be back within days and that nobody should leave the town.",
    "A spokesman for the rebels said that they had not fired and that the army had shelled its own people in the market.",
    "Doctors counted seven bodies by the evening, three of them children, and said that more were being brought in.",
    "Neither account could be verified, and reporters were not let into the town, which has had no electricity for days.",
)
BODY = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
PAGE = (
    '<!doctype html><html><head><title>Rebels shell Goma</title><meta property="og:site_name" content="Lake Times"></head>'
    f'<body><nav>Home</nav><article><h1>Rebels shell Goma</h1><img src="/photo.jpg">{BODY}</article></body></html>'
)
LATE = format_datetime(datetime(2012, 11, 20, 0, 30, tzinfo=timezone(timedelta(hours=3))))  # in UTC it is the 19th
RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Lake Times</title><link>{at}</link>{items}</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Lake Wire</title>
<entry><title>Rebels shell Goma</title><author><name>Ana Ruiz</name></author><published>2012-11-20T00:30:00+03:00</published>
<link href="{at}/page"/><content type="html">{body}</content></entry></feed>"""


def item(title="Rebels shell Goma", link="", more=""):
    return f"<item><title>{title}</title><link>{link}</link><pubDate>{LATE}</pubDate>{more}</item>"


WHOLE = f"<dc:creator>Ana Ruiz</dc:creator><content:encoded><![CDATA[{BODY}]]></content:encoded>"


class Site:
    """What the server has at each path: bytes with a kind, a status, or what it does with the request."""

    def __init__(self):
        self.pages, self.asked, self.agents = {}, [], set()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                site.asked.append(self.path)
                site.agents.add(self.headers["User-Agent"])
                answer = site.pages.get(self.path, 404)
                if callable(answer):
                    answer(self)
                elif isinstance(answer, int):
                    self.send_error(answer)
                else:
                    self.send_response(200)
                    self.send_header("Content-Type", "text/html; charset=utf-8" if "<html" in answer else "text/xml")
                    self.end_headers()
                    self.wfile.write(answer.encode())

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.at = f"http://127.0.0.1:{self.server.server_port}"
        Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()


@pytest.fixture
def site():
    site = Site()
    yield site
    site.server.shutdown()
    site.server.server_close()


def documents(address, **how):
    notes = []
    found = list(documents_at(address, Web(**({"intranet": True, "pause": 0} | how)), Limits(20_000), notes.append))
    return found, notes


def sends_on_to(address):
    def answer(handler):
        handler.send_response(302)
        handler.send_header("Location", address)
        handler.end_headers()

    return answer


def test_a_feed_that_has_its_reports_whole_is_all_that_is_fetched(site):
    site.pages["/feed"] = RSS.format(at=site.at, items=item(link=f"{site.at}/page", more=WHOLE))
    (report,) = reports_in([f"{site.at}/feed"], intranet=True)
    assert isinstance(report, Report), report
    assert (report.title, report.publisher, report.authors) == ("Rebels shell Goma", "Lake Times", ("Ana Ruiz",))
    assert report.url == f"{site.at}/page"
    assert (str(report.published.latest), report.published.basis) == ("2012-11-20", Basis.metadata)
    assert all(each in report.text for each in PARAGRAPHS)
    assert site.asked == ["/feed"]
    assert site.agents == {AGENT}


def test_of_a_feed_of_summaries_the_articles_are_fetched_and_no_picture(site):
    site.pages["/feed"] = RSS.format(
        at=site.at, items=item(link=f"{site.at}/page", more="<description>Rebels…</description>")
    )
    site.pages["/page"] = PAGE
    ((document,), _) = documents(f"{site.at}/feed")
    assert PARAGRAPHS[-1] in document.text
    assert (document.publisher, document.url) == ("Lake Times", f"{site.at}/page")
    assert site.asked == ["/feed", "/robots.txt", "/page"]


def test_atom_is_read_as_rss_is(site):
    site.pages["/atom"] = ATOM.format(at=site.at, body=BODY.replace("<", "&lt;"))
    ((document,), _) = documents(f"{site.at}/atom")
    assert (document.title, document.publisher, document.authors) == ("Rebels shell Goma", "Lake Wire", ("Ana Ruiz",))
    assert str(document.published.latest) == "2012-11-20"


def test_an_address_that_is_no_feed_is_the_page_that_it_is(site):
    site.pages["/page"] = PAGE
    ((document,), _) = documents(f"{site.at}/page")
    assert PARAGRAPHS[0] in document.text


def test_what_robots_may_not_have_is_named_and_the_rest_is_read(site):
    site.pages["/robots.txt"] = "User-agent: *\nDisallow: /private\n"
    items = item("One", f"{site.at}/private/a") + item("Two", f"{site.at}/gone") + item("Three", "", WHOLE)
    site.pages["/feed"] = RSS.format(at=site.at, items=items)
    ((private, gone, whole), _) = documents(f"{site.at}/feed")
    assert (private.input, private.reason) == (f"{site.at}/private/a", "its host asks robots to keep out")
    assert "404" in gone.reason
    assert whole.title == "Three"
    assert "/private/a" not in site.asked


def test_only_the_first_entries_of_a_long_feed_are_read(site, monkeypatch):
    monkeypatch.setattr(feed, "MOST", 2)
    site.pages["/feed"] = RSS.format(at=site.at, items=item(more=WHOLE) * 3)
    found, notes = documents(f"{site.at}/feed")
    assert len(found) == 2
    assert notes == [f"{site.at}/feed: the first 2 of 3 entries are read"]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (404, "404"),
        ("", "nothing there"),
        ('{"version": "https://jsonfeed.org/version/1"}', "neither a feed nor a page"),
        (RSS.format(at="", items=""), "nothing in it"),
        ("x" * 500_000, "longer than"),
        (sends_on_to("/there"), "sent on and on"),
        (sends_on_to("file:///etc/passwd"), "not an address of the web"),
        (lambda handler: handler.wfile.write(b"nonsense\r\n\r\n"), "cannot be fetched"),
    ],
)
def test_what_cannot_be_had_is_named_with_what_to_do(site, page, said):
    site.pages["/there"] = page
    ((problem,), _) = documents(f"{site.at}/there")
    assert isinstance(problem, UnreadableReport)
    assert said in problem.reason
    assert problem.advice
    assert problem.input == f"{site.at}/there"


def test_this_machine_and_the_local_network_are_not_asked_unless_that_is_meant(site):
    site.pages["/page"] = PAGE
    for address in (
        f"{site.at}/page",
        f"http://localhost:{site.server.server_port}/page",
        "http://[::1]:1/",
        "http://0/",
    ):
        (problem,) = reports_in([address])
        assert "local network" in problem.reason, address
    assert site.asked == []


def test_a_redirect_to_the_local_network_is_not_followed(site, monkeypatch):
    monkeypatch.setattr(web, "is_public", lambda address: address == "127.0.0.1")  # stands for the world outside
    site.pages["/page"] = sends_on_to(f"http://127.0.0.2:{site.server.server_port}/secret")
    ((problem,), _) = documents(f"{site.at}/page", intranet=False)
    assert "local network" in problem.reason
    assert site.asked == ["/page"]


def test_whoever_answers_too_slowly_is_given_up(site):
    def slowly(handler):
        handler.send_response(200)
        handler.end_headers()
        for _ in range(20):
            handler.wfile.write(b"x")
            time.sleep(0.1)

    site.pages["/slow"] = slowly
    started = time.monotonic()
    ((problem,), _) = documents(f"{site.at}/slow", seconds=0.3)
    assert "too slow" in problem.reason
    assert time.monotonic() - started < 1.5


def test_whoever_goes_on_and_on_before_they_answer_is_given_up(site):
    def slowly(handler):
        for letter in b"HTTP/1.1 200 OK\r\nX: " + b"x" * 20:
            with suppress(OSError):
                handler.wfile.write(bytes([letter]))
            time.sleep(0.1)

    site.pages["/slow"] = slowly
    started = time.monotonic()
    ((problem,), _) = documents(f"{site.at}/slow", seconds=0.3)
    assert "too slow" in problem.reason
    assert time.monotonic() - started < 1.5


@pytest.mark.parametrize(
    "address", ["10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "127.0.0.1", "0.0.0.0", "::1", "fe80::1%eth0",
                "fd00::1", "::ffff:192.168.1.1", "2002:c0a8:0101::1", "224.0.0.1", "100.64.0.1", "64:ff9b::7f00:1",
                "::127.0.0.1", "fec0::1"]
)  # fmt: skip
def test_what_is_not_the_whole_world_s_is_not_public(address):
    assert not is_public(address)


def test_the_world_is_public():
    assert is_public("1.1.1.1")
    assert is_public("2606:4700:4700::1111")
