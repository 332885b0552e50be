"""The desk's pages, each with its `.json` twin; who says what here is only read, whatever changes goes through `decisions`."""

from fastapi import APIRouter

from rashomon.review import decisions
from rashomon.review.pages import (
    actors,
    analysts,
    changes,
    imports,
    incident,
    incidents,
    incidents_at_once,
    log,
    password,
    queue,
    releases,
    report,
    report_value,
    reports,
    sign_in,
)

PAGES: tuple[APIRouter, ...] = (
    decisions.router,
    actors.router,
    incidents.router,
    incidents_at_once.router,
    incident.router,
    imports.router,
    reports.router,
    report_value.router,
    report.router,
    analysts.router,
    sign_in.router,
    password.router,
    queue.router,
    changes.router,
    log.router,
    releases.router,
)
"""The routers, in the order in which addresses are looked up."""
