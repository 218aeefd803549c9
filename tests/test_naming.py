import pytest

from people.naming import propose_sort_name


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("John Smith", "Smith, John"),
        ("R. James Woolsey", "Woolsey, R. James"),
        ("J.D. Gordon", "Gordon, J.D."),
        ("Seán O’Brien", "O’Brien, Seán"),
        ("Donald Trump Jr.", "Trump, Donald, Jr."),
        ("Donald Trump, Jr.", "Trump, Donald, Jr."),
        ("Martin Luther King III", "King, Martin Luther, III"),
        ("Ursula von der Leyen", "von der Leyen, Ursula"),
        ("Robert De Niro", "De Niro, Robert"),
        ("Van Morrison", "Morrison, Van"),
        ("bell hooks", "hooks, bell"),
        ("Владимир Владимирович Путин", "Путин, Владимир Владимирович"),
    ],
)
def test_family_name_is_proposed_first(name: str, proposed: str) -> None:
    assert propose_sort_name(name) == proposed


@pytest.mark.parametrize(
    "name",
    [
        *("Madonna", "Smith, John", "Smith Jr.", "Guccifer 2.0", "de Gaulle", "Bill (aide)", ""),
        *("王岐山", "김 철수", "محمد بن سلمان", "Mohammed bin Salman"),
    ],
)
def test_name_of_which_no_rule_tells_the_family_name_stays(name: str) -> None:
    assert propose_sort_name(name) == name
