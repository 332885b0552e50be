import pytest

from rashomon.errors import BadSetting
from rashomon.settings import Settings


def test_what_is_given_goes_before_the_environment_and_that_before_the_default():
    environment = {"RASHOMON_BATCH": "8", "RASHOMON_WORKERS": "2"}
    settings = Settings.from_environment(environment, workers=4, model=None)
    assert (settings.batch, settings.workers, settings.model) == (8, 4, Settings().model)


def test_a_value_of_the_wrong_type_names_the_variable():
    with pytest.raises(BadSetting, match="RASHOMON_BATCH is 'many'"):
        Settings.from_environment({"RASHOMON_BATCH": "many"})


@pytest.mark.parametrize(("text", "value"), [("1", True), ("yes", True), ("0", False), ("", False)])
def test_flags(text, value):
    assert Settings.from_environment({"RASHOMON_FORCE": text}).force is value


def test_every_setting_has_help():
    assert all(Settings.help(name) for name in Settings().__dict__)
