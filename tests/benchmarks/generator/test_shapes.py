from benchmarks.generator.shapes import shapes_of
from rashomon.record import Act, SourceKind


def test_shapes_are_those_of_the_readings(read):
    text = (
        "Gunmen killed at least 12 shepherds near Kunduz on Monday, police said. "
        "The Taliban denied that it had killed them."
    )
    shapes = shapes_of([read(text, published="2006-01-15")])
    assert shapes.kinds["killing"] == 1
    assert (SourceKind.armed_group, True, Act.denies) in shapes.voices[0]
    assert "least" in shapes.bounds
    assert "shepherds" in shapes.nouns["killed"]
