"""The capitals of a text that was written without them: "THE ARMY SAID COL ISAACS" → "The Army said Col Isaacs"."""

from rashomon.reading.casing.restore import restore_case

__all__ = ["restore_case"]
