"""How codes, addresses and dates are written: regular expressions of the whole text, without its ends."""

SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
#: A code of the Standard Occupational Classification: 29-2072.
SOC = r"\d\d-\d{4}"
#: O*NET's finer code: 29-2072.00.
ONET_SOC = SOC + r"\.\d\d"
#: A program of study, a group of them or a family: 51.0713, 51.07, 51.
CIP = r"\d\d(\.\d\d(\d\d)?)?"
#: The Bureau's code of an industry, maybe a range or one of its own making: 622000, 31-33, 3250A1.
NAICS = r"[0-9A-Z]{2,6}(-[0-9]{2})?"
#: A year, a month or a day: 2025, 2025-04, 2025-04-30.
PARTIAL_DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
