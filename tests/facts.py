"""What the seeded facts say, where several tests ask for it."""

# Who held a role in the campaign, in the order of the gallery.
CAMPAIGN = [
    "Unnamed White House adviser (slide 3)",
    "Jeff Sessions",
    "Paul Manafort",
    "Donald Trump",
    "Sam Clovis",
    "Roger Stone",
    "Carter Page",
    "J.D. Gordon",
    "Michael Caputo",
    "Corey Lewandowski",
    "George Papadopoulos",
]
