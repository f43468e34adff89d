"""The O*NET tables that are loaded, and how each has been laid out in the releases from 29.x on, as data.

Release 30.3 split and renamed several tables and columns, and release 31.0 kept that; see "Data dictionary"
on the agency's site. A reader is given a ``Layout`` and asks for columns by the names on the left.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from careers.reference import sources

Columns = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """The files that hold one table together, and the agency's names of the columns that are read.

    A file must have all of ``columns``; those of ``optional`` are read where they are. ``companions`` are
    files that explain categories.
    """

    files: tuple[str, ...]
    columns: Columns
    optional: Columns = field(default_factory=dict)
    companions: tuple[str, ...] = ()

    @property
    def all_columns(self) -> Columns:
        return {**self.columns, **self.optional}


@dataclass(frozen=True, slots=True)
class OnetTable:
    """One table under the key of its source, with its layouts, the newest first."""

    source: str
    layouts: tuple[Layout, ...]

    @property
    def names(self) -> set[str]:
        """What the table is called, in lower case: its files' names and the last part of its source's key."""
        files = {name.lower() for layout in self.layouts for name in layout.files}
        return {*files, self.source.removeprefix("onet-")}


OCCUPATION = {"onet": "O*NET-SOC Code"}
DATED = {"date": "Date", "by": "Domain Source"}
RATED = {
    **OCCUPATION,
    "element_id": "Element ID",
    "element": "Element Name",
    "scale": "Scale ID",
    "value": "Data Value",
}
SUPPRESS = {"suppress": "Recommend Suppress"}
FULLY_RATED = {**RATED, **SUPPRESS, "not_relevant": "Not Relevant", **DATED}
SHARES = {
    **OCCUPATION,
    "scale": "Scale ID",
    "category": "Category",
    "value": "Data Value",
    **SUPPRESS,
    "date": "Date",
}
PRODUCTS = {"is_hot": "Hot Technology", "is_in_demand": "In Demand"}
TASK = {**OCCUPATION, "task": "Task ID"}

#: Of a categories file ("Education Categories" and the like).
CATEGORIES = {"scale": "Scale ID", "category": "Category", "label": "Category Description"}

TABLES: tuple[OnetTable, ...] = (
    OnetTable(
        sources.ONET_OCCUPATIONS,
        (Layout(("Occupation Data",), {**OCCUPATION, "title": "Title"}, {"description": "Description"}),),
    ),
    OnetTable(
        sources.ONET_ALTERNATE_TITLES,
        (
            Layout(("Job Titles",), {**OCCUPATION, "title": "Job Title", "short": "Short Title"}),
            Layout(("Alternate Titles",), {**OCCUPATION, "title": "Alternate Title", "short": "Short Title"}),
        ),
    ),
    OnetTable(
        sources.ONET_REPORTED_TITLES,
        (
            Layout(
                ("Sample of Reported Titles",),
                {**OCCUPATION, "title": "Reported Job Title", "is_shown": "Shown in My Next Move"},
            ),
        ),
    ),
    OnetTable(
        sources.ONET_TASKS,
        (Layout(("Task Statements",), {**TASK, "text": "Task", "kind": "Task Type", "date": "Date"}),),
    ),
    OnetTable(
        sources.ONET_TASK_RATINGS,
        (Layout(("Task Ratings",), {**TASK, "scale": "Scale ID", "value": "Data Value", **SUPPRESS}),),
    ),
    OnetTable(
        sources.ONET_SKILLS,
        (
            Layout(("Essential Skills", "Transferable Skills"), FULLY_RATED),
            Layout(("Skills",), FULLY_RATED),
        ),
    ),
    OnetTable(sources.ONET_KNOWLEDGE, (Layout(("Knowledge",), FULLY_RATED),)),
    OnetTable(sources.ONET_ABILITIES, (Layout(("Abilities",), FULLY_RATED),)),
    OnetTable(sources.ONET_WORK_STYLES, (Layout(("Work Styles",), {**RATED, **DATED}, SUPPRESS),)),
    OnetTable(
        sources.ONET_INTERESTS,
        (
            Layout(("Career Interest Types",), {**RATED, "date": "Date"}),
            Layout(("Interests",), {**RATED, "date": "Date"}),
        ),
    ),
    OnetTable(
        sources.ONET_JOB_ZONES, (Layout(("Job Zones",), {**OCCUPATION, "zone": "Job Zone", "date": "Date"}),)
    ),
    OnetTable(
        sources.ONET_EDUCATION,
        (
            Layout(
                ("Education", "Training and Experience"),
                SHARES,
                companions=("Education Categories", "Training and Experience Categories"),
            ),
            Layout(
                ("Education, Training, and Experience",),
                SHARES,
                companions=("Education, Training, and Experience Categories",),
            ),
        ),
    ),
    OnetTable(
        sources.ONET_TECHNOLOGY,
        (
            Layout(
                ("Software Skills",),
                {
                    **OCCUPATION,
                    "example": "Workplace Example",
                    "category_code": "Element ID",
                    "category": "Element Name",
                    **PRODUCTS,
                },
            ),
            Layout(
                ("Technology Skills",),
                {
                    **OCCUPATION,
                    "example": "Example",
                    "category_code": "Commodity Code",
                    "category": "Commodity Title",
                    **PRODUCTS,
                },
            ),
        ),
    ),
    OnetTable(
        sources.ONET_RELATED,
        (
            Layout(
                ("Related Occupations",),
                {
                    **OCCUPATION,
                    "related": "Related O*NET-SOC Code",
                    "tier": "Relatedness Tier",
                    "rank": "Index",
                },
            ),
        ),
    ),
)

TABLE_OF: dict[str, OnetTable] = {table.source: table for table in TABLES}
