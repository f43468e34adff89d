"""Award levels as IPEDS counts them, and the few groups of them that a visitor chooses from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AwardLevel(models.IntegerChoices):
    """AWLEVEL of IPEDS completions.

    Since the 2020 collection level 1 is counted as its two parts, 20 and 21.
    """

    UNDER_1_YEAR = 1, _("Certificate, less than 1 year")
    UNDER_12_WEEKS = 20, _("Certificate, less than 12 weeks")
    FROM_12_WEEKS = 21, _("Certificate, 12 weeks to 1 year")
    FROM_1_YEAR = 2, _("Certificate, 1 to 2 years")
    FROM_2_YEARS = 4, _("Certificate, 2 to 4 years")
    ASSOCIATE = 3, _("Associate degree")
    BACHELOR = 5, _("Bachelor’s degree")
    POST_BACHELOR = 6, _("Certificate after a bachelor’s degree")
    MASTER = 7, _("Master’s degree")
    POST_MASTER = 8, _("Certificate after a master’s degree")
    DOCTOR_RESEARCH = 17, _("Doctor’s degree, research")
    DOCTOR_PRACTICE = 18, _("Doctor’s degree, to practice a profession")
    DOCTOR_OTHER = 19, _("Doctor’s degree, other")


class LevelGroup(models.TextChoices):
    """What a visitor chooses from: several award levels each."""

    CERTIFICATE = "certificate", _("Certificate")
    ASSOCIATE = "associate", _("Associate degree")
    BACHELOR = "bachelor", _("Bachelor’s degree")
    GRADUATE_CERTIFICATE = "graduate-certificate", _("Certificate after a degree")
    MASTER = "master", _("Master’s degree")
    DOCTOR = "doctor", _("Doctor’s degree")


#: Lowest first, which is also the order to show them in.
LEVELS_IN_ORDER: tuple[AwardLevel, ...] = tuple(AwardLevel)

LEVELS_OF: dict[LevelGroup, tuple[AwardLevel, ...]] = {
    LevelGroup.CERTIFICATE: (
        AwardLevel.UNDER_1_YEAR,
        AwardLevel.UNDER_12_WEEKS,
        AwardLevel.FROM_12_WEEKS,
        AwardLevel.FROM_1_YEAR,
        AwardLevel.FROM_2_YEARS,
    ),
    LevelGroup.ASSOCIATE: (AwardLevel.ASSOCIATE,),
    LevelGroup.BACHELOR: (AwardLevel.BACHELOR,),
    LevelGroup.GRADUATE_CERTIFICATE: (AwardLevel.POST_BACHELOR, AwardLevel.POST_MASTER),
    LevelGroup.MASTER: (AwardLevel.MASTER,),
    LevelGroup.DOCTOR: (AwardLevel.DOCTOR_RESEARCH, AwardLevel.DOCTOR_PRACTICE, AwardLevel.DOCTOR_OTHER),
}
GROUP_OF: dict[int, LevelGroup] = {
    int(level): group for group, levels in LEVELS_OF.items() for level in levels
}


def in_order(levels: list[int] | set[int]) -> list[AwardLevel]:
    """``levels`` from the shortest award to the longest."""
    return [level for level in LEVELS_IN_ORDER if level in set(levels)]


def groups_of(levels: list[int] | set[int]) -> list[LevelGroup]:
    """The groups that ``levels`` belong to, lowest first, each once."""
    present = {GROUP_OF[level] for level in levels if level in GROUP_OF}
    return [group for group in LevelGroup if group in present]
