"""The nouns of the record: what Rashomon writes down, as typed models that know nothing of how they were found."""

from rashomon.record.actor import Actor, ActorKind
from rashomon.record.base import Found, Noun, Span
from rashomon.record.figure import Figure, FigureKind
from rashomon.record.incident import Account, Incident, IncidentPlace, IncidentTime, Participant, Role, Status, Verified
from rashomon.record.kinds import Kind, KindTable, kinds
from rashomon.record.place import Place, PlaceMention
from rashomon.record.reading import SCHEMA, LeftOut, Reader, Reading
from rashomon.record.report import Basis, Dateline, Published, Region, RegionKind, Report
from rashomon.record.schema import json_schema
from rashomon.record.statement import Act, Firmness, Source, SourceKind, Statement
from rashomon.record.tie import Relation, Tie, TieStatus
from rashomon.record.time import Time, TimeType

__all__ = [
    "SCHEMA",
    "Account",
    "Act",
    "Actor",
    "ActorKind",
    "Basis",
    "Dateline",
    "Figure",
    "FigureKind",
    "Firmness",
    "Found",
    "Incident",
    "IncidentPlace",
    "IncidentTime",
    "Kind",
    "KindTable",
    "LeftOut",
    "Noun",
    "Participant",
    "Place",
    "PlaceMention",
    "Published",
    "Reader",
    "Reading",
    "Region",
    "RegionKind",
    "Relation",
    "Report",
    "Role",
    "Source",
    "SourceKind",
    "Span",
    "Statement",
    "Status",
    "Tie",
    "TieStatus",
    "Time",
    "TimeType",
    "Verified",
    "json_schema",
    "kinds",
]
