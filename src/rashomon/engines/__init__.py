"""How work is spread: in this process or over several. What the work is, engines do not know."""

from rashomon.engines.engine import Engine, engine

__all__ = ["Engine", "engine"]
