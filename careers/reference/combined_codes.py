"""Codes that wages and projections combine detailed SOC codes into.

The Bureau publishes some detailed occupations only together, since employers cannot report them apart. Seven
of these codes are broad occupations of the SOC; five exist in the Bureau's wages and projections alone.
Source: the 2018 SOC structure set beside the codes of the OEWS national files and of table 1.2 of the
Employment Projections.
"""

#: Combined code → the detailed codes it holds.
COMBINED_CODES: dict[str, tuple[str, ...]] = {
    "13-1020": ("13-1021", "13-1022", "13-1023"),
    "13-2020": ("13-2022", "13-2023"),
    "21-1018": ("21-1011", "21-1014"),
    "25-2052": ("25-2055", "25-2056"),
    "25-9045": ("25-9042", "25-9043", "25-9049"),
    "29-2010": ("29-2011", "29-2012"),
    "31-1120": ("31-1121", "31-1122"),
    "39-7010": ("39-7011", "39-7012"),
    "47-4090": ("47-4091", "47-4099"),
    "51-2028": ("51-2022", "51-2023"),
    "51-2090": ("51-2092", "51-2099"),
    "53-1047": ("53-1042", "53-1043", "53-1044", "53-1049"),
}

#: Detailed code → the combined code that it is counted in.
COMBINED_OF: dict[str, str] = {detail: code for code, details in COMBINED_CODES.items() for detail in details}

#: The names of those that the SOC itself does not have, as the wage files print them.
COMBINED_TITLES: dict[str, str] = {
    "21-1018": "Substance Abuse, Behavioral Disorder, and Mental Health Counselors",
    "25-2052": "Special Education Teachers, Kindergarten and Elementary School",
    "25-9045": "Teaching Assistants, Except Postsecondary",
    "51-2028": (
        "Electrical, Electronic, and Electromechanical Assemblers, Except Coil Winders, Tapers, and Finishers"
    ),
    "53-1047": (
        "First-Line Supervisors of Transportation and Material Moving Workers, "
        "Except Aircraft Cargo Handling Supervisors"
    ),
}

#: The code of all occupations together, and the name that the wage files give it.
TOTAL_CODE, TOTAL_TITLE = "00-0000", "All Occupations"
