import pytest


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen killed a judge in Gao on Monday.", "killing"),
        ("A roadside bomb exploded near Baqubah on Monday, wounding two farmers.", "bombing"),
        ("A man blew himself up at the gate of a barracks in Kidal.", "suicide_bombing"),
        ("Warplanes bombed a market in the town.", "airstrike"),
        ("Mortar shells landed on the village overnight.", "shelling"),
        ("Two men on a motorcycle threw a grenade at the police station.", "grenade"),
        ("Rebels took six nurses hostage on the road to Goma.", "abduction"),
        ("Troops detained two suspected bombers in the village.", "arrest"),
        ("The rebels captured the town of Bria on Sunday.", "territory_gain"),
        ("The army pulled out of the valley on Friday.", "withdrawal"),
        ("Soldiers found a weapons cache in a well.", "weapons_seizure"),
        ("A colonel defected to the rebels with his men.", "defection"),
        ("The two sides signed a ceasefire on Thursday.", "agreement"),
        ("Thousands of people marched to parliament on Friday.", "protest"),
        ("A mob lynched a herdsman in the village.", "riot"),
        ("Rioters torched four shops in the old town.", "destruction"),
        ("Soldiers raped three women in the camp.", "sexual_violence"),
        ("The governor imposed a curfew on the city.", "coercion"),
        ("Police sealed off the road on Monday.", "coercion"),
        ("Police prevented the students from boarding the train.", "coercion"),
        ("The authorities jammed two radio stations on Monday.", "coercion"),
        ("Police lobbed tear-gas shells at the crowd on Monday.", "protest"),
        ("Police registered a case against three traders.", "trial"),
        ("Soldiers escorted the villagers across the river.", "aid"),
        ("Sixty students were booked by the police on Monday.", "arrest"),
        ("Two men were held by the police on Monday.", "arrest"),
        ("The suspect was handed over to the army on Monday.", "arrest"),
        ("The army sent two brigades to the border.", "deployment"),
        ("Two companies of soldiers were deployed in the town.", "deployment"),
        ("Soldiers patrolled the old town on Monday.", "deployment"),
        ("Troops staged a flag march in the old town on Monday.", "deployment"),
        ("Police tightened security across the capital.", "deployment"),
        ("The army was put on high alert.", "deployment"),
        ("Guerrillas and soldiers exchanged fire for an hour.", "clash"),
        ("The army set up a new outpost near the river.", "deployment"),
        ("Thousands of villagers fled their homes on Tuesday.", "displacement"),
        ("An earthquake destroyed forty houses in the province.", "natural_disaster"),
        ("A bus plunged into a ravine, killing nine people.", "man_made_disaster"),
    ],
)
def test_a_word_and_what_hangs_on_it_tell_the_kind(read, text, kind):
    assert [incident.kind for incident in read(text).incidents][:1] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The director shot a film about the war.",
        "The club fired its coach on Monday.",
        "He died of cancer in 1999.",
        "The senator attacked the bill on Tuesday.",
        "The firm launched a killer app last year.",
        "She suffered a heart attack on Friday.",
        "The charity fights against cancer.",
        "Insurgents often attack convoys on this road.",
        "The company booked a profit of two million dollars.",
        "The talks were held in the capital.",
        "Two ministers were held responsible for the delay.",
        "Her lawyer stopped the payment on Monday.",
        "People in the riot-hit districts went to work.",
    ],
)
def test_metaphors_and_habits_are_no_incidents(read, text):
    assert not read("The day was calm. " + text).incidents


def test_a_hyphened_word_is_one_trigger(read):
    (incident,) = read("Hundreds of students staged a sit-in outside the ministry on Monday.").incidents
    assert incident.kind == "protest"


def test_a_noun_that_only_modifies_another_tells_of_nothing(read):
    assert not read("The riot police bought new attack helicopters.").incidents


def test_shot_dead_is_a_killing_though_the_parser_takes_shot_for_a_noun(read):
    (incident,) = read("Two gunmen on a motorbike shot dead a judge in Mosul.").incidents
    assert incident.kind == "killing"
    assert [p.text for p in incident.participants if p.role == "victim"] == ["judge"]
    assert [(f.low, f.high) for f in incident.figures] == [(1, 1)]


def test_changes_of_side_have_many_words(read):
    reading = read(
        "Colonel Idris broke with the Front on Monday. Sadiq allied himself with the government. "
        "Malik's men turned on the rebels in Goma. The militia pledged allegiance to the Islamic State."
    )
    assert [i.kind for i in reading.incidents] == ["defection", "group_change", "defection", "group_change"]


def test_men_brought_along_are_counted_as_offered(read):
    reading = read("A commander offered to defect and to bring 250 fighters with him.")
    (incident,) = reading.incidents
    assert (incident.status, [f.low for f in incident.figures]) == ("offered", [250])


def test_a_downed_jet_is_no_airstrike(read):
    (incident,) = read(
        "Rebels shot down a passenger jet near Luhansk on Thursday, killing all 40 people on board."
    ).incidents
    assert incident.kind == "shelling"
