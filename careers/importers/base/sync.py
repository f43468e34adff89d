"""Bringing a table of the database to what a file says, in bulk.

The rows are copied into a stage and compared; only what differs is written.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import psycopg
from django.db import connection, models
from psycopg import sql
from psycopg.types.json import Jsonb

from careers.importers.base.problems import ImportProblem, Refusal
from careers.models import Release


@dataclass(slots=True)
class Tally:
    """What bringing one table up to date did.

    ``subjects`` are the occupations or SOC codes whose rows differ.
    """

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    vanished: int = 0
    refused: list[Refusal] = field(default_factory=list)
    subjects: set[str] = field(default_factory=set)

    @property
    def is_change(self) -> bool:
        return bool(self.created or self.changed or self.vanished)


@dataclass(frozen=True, slots=True)
class SyncTarget:
    """Which table is brought up to date, and how its rows are told apart.

    ``key`` names the fields that identify a row; ``fields`` are all that are written, the key's among them.
    ``scope`` restricts what may vanish (usually the release). ``subject`` is the field whose values the tally
    collects.
    """

    model: type[models.Model]
    fields: tuple[str, ...]
    key: tuple[str, ...]
    scope: dict[str, Any]
    subject: str
    marks_vanished: bool = True

    @classmethod
    def of_release(
        cls,
        model: type[models.Model],
        release: Release,
        key: Sequence[str],
        fields: Sequence[str] = (),
        *,
        subject: str,
        **scope: Any,
    ) -> "SyncTarget":
        """A table with rows of their own for every release, written in this order: release, key, fields.

        ``scope`` is what else restricts the rows that may vanish.
        """
        return cls(
            model,
            ("release", *key, *fields),
            key=("release", *key),
            scope={"release": release.pk, **scope},
            subject=subject,
        )

    def column(self, name: str) -> sql.Identifier:
        return column_of(self.model, name)

    @property
    def table(self) -> sql.Identifier:
        return sql.Identifier(self.model._meta.db_table)


def column_of(model: type[models.Model], name: str) -> sql.Identifier:
    """The column of a field, which must have one of its own."""
    column = getattr(model._meta.get_field(name), "column", None)
    if column is None:
        raise TypeError(f"{model.__name__}.{name} has no column")
    return sql.Identifier(column)


def sync(target: SyncTarget, rows: Iterable[tuple[int, Sequence[Any]]], *, file: str) -> Tally:
    """Make ``target`` hold ``rows``: pairs of (line number, values in the order of ``target.fields``).

    Must run in a transaction, and ``rows`` must not query the database: COPY keeps the connection to itself
    until they end. Rows that name something unknown (a foreign key that is not there) or that repeat a key
    are refused and listed in the tally; the caller decides whether that ends the load.
    """
    with connection.cursor() as cursor:
        try:
            _stage(cursor, target, rows)
        except psycopg.DataError as error:
            where = (error.diag.context or "").replace("COPY stage, line", "row")
            raise ImportProblem(f"{file}: {error.diag.message_primary or error} ({where}).") from None
        tally = Tally(
            refused=[*_refuse_unknown(cursor, target, file), *_refuse_repeated(cursor, target, file)]
        )
        _write(cursor, target, tally)
        cursor.execute("DROP TABLE stage")
    return tally


def _stage(cursor: Any, target: SyncTarget, rows: Iterable[tuple[int, Sequence[Any]]]) -> None:
    columns = sql.SQL(", ").join(target.column(name) for name in target.fields)
    cursor.execute(
        sql.SQL("CREATE TEMP TABLE stage ON COMMIT DROP AS SELECT 0 AS line, {} FROM {} WITH NO DATA").format(
            columns, target.table
        )
    )
    is_json = [isinstance(target.model._meta.get_field(name), models.JSONField) for name in target.fields]
    json_places = [place for place, flag in enumerate(is_json) if flag]
    with cursor.copy(sql.SQL("COPY stage (line, {}) FROM STDIN").format(columns)) as copy:
        for line, values in rows:
            copy.write_row((line, *(_with_json(values, json_places) if json_places else values)))
    key = sql.SQL(", ").join(target.column(name) for name in target.key)
    cursor.execute(sql.SQL("CREATE INDEX ON stage ({})").format(key))
    cursor.execute("ANALYZE stage")


def _with_json(values: Sequence[Any], places: Sequence[int]) -> list[Any]:
    cells = list(values)
    for place in places:
        cells[place] = None if cells[place] is None else Jsonb(cells[place])
    return cells


def _refuse_unknown(cursor: Any, target: SyncTarget, file: str) -> list[Refusal]:
    refusals = []
    for name in target.fields:
        remote = target.model._meta.get_field(name)
        if not isinstance(remote, models.ForeignKey):
            continue
        parent = remote.remote_field.model._meta
        parts = {
            "column": target.column(name),
            "parent": sql.Identifier(parent.db_table),
            "pk": column_of(remote.remote_field.model, parent.pk.name),
        }
        cursor.execute(
            sql.SQL(
                "DELETE FROM stage s WHERE s.{column} IS NOT NULL"
                " AND NOT EXISTS (SELECT 1 FROM {parent} p WHERE p.{pk} = s.{column})"
                " RETURNING s.line, s.{column}"
            ).format(**parts)
        )
        refusals += [
            Refusal(file, line, f"{value!r} is not a known {parent.verbose_name}")
            for line, value in cursor.fetchall()
        ]
    return sorted(refusals, key=lambda refusal: refusal.line)


def _refuse_repeated(cursor: Any, target: SyncTarget, file: str) -> list[Refusal]:
    key = sql.SQL(", ").join(target.column(name) for name in target.key)
    cursor.execute(
        sql.SQL(
            "WITH numbered AS ("
            " SELECT ctid, line, row_number() OVER w AS place, first_value(line) OVER w AS first"
            " FROM stage WINDOW w AS (PARTITION BY {} ORDER BY line))"
            " DELETE FROM stage s USING numbered n WHERE s.ctid = n.ctid AND n.place > 1"
            " RETURNING n.line, n.first"
        ).format(key)
    )
    return [
        Refusal(file, line, f"says again what line {first} says") for line, first in sorted(cursor.fetchall())
    ]


def _write(cursor: Any, target: SyncTarget, tally: Tally) -> None:
    parts = {
        "table": target.table,
        "subject": target.column(target.subject),
        "match": _match(target),
        "scope": _scope(target),
    }
    cursor.execute("SELECT count(*) FROM stage")
    total = cursor.fetchone()[0]
    tally.changed = _update(cursor, target, parts, tally)
    tally.created = _insert(cursor, target, parts, tally)
    if target.marks_vanished:
        tally.vanished = _mark_vanished(cursor, parts, tally)
    tally.unchanged = total - tally.created - tally.changed


def _match(target: SyncTarget) -> sql.Composable:
    """That a row ``t`` of the table and a row ``s`` of the stage have the same key."""
    return sql.SQL(" AND ").join(
        sql.SQL("t.{0} IS NOT DISTINCT FROM s.{0}").format(target.column(name))
        if target.model._meta.get_field(name).null
        else sql.SQL("t.{0} = s.{0}").format(target.column(name))
        for name in target.key
    )


def _scope(target: SyncTarget) -> sql.Composable:
    conditions: list[sql.Composable] = [
        sql.SQL("t.{} = {}").format(target.column(name), sql.Literal(value))
        for name, value in target.scope.items()
    ]
    return sql.SQL(" AND ").join(conditions or [sql.SQL("true")])


def _insert(cursor: Any, target: SyncTarget, parts: dict[str, sql.Composable], tally: Tally) -> int:
    columns = sql.SQL(", ").join(target.column(name) for name in target.fields)
    extra_columns = sql.SQL(", is_vanished") if target.marks_vanished else sql.SQL("")
    extra_values = sql.SQL(", false") if target.marks_vanished else sql.SQL("")
    cursor.execute(
        sql.SQL(
            "WITH made AS (INSERT INTO {table} ({columns}{extra_columns})"
            " SELECT {columns}{extra_values} FROM stage s"
            " WHERE NOT EXISTS (SELECT 1 FROM {table} t WHERE {match}) ORDER BY line"
            " RETURNING {subject}::text AS subject)"
            " SELECT subject, count(*) FROM made GROUP BY subject"
        ).format(columns=columns, extra_columns=extra_columns, extra_values=extra_values, **parts)
    )
    return _collect(cursor, tally)


def _mark_vanished(cursor: Any, parts: dict[str, sql.Composable], tally: Tally) -> int:
    cursor.execute(
        sql.SQL(
            "WITH gone AS (UPDATE {table} t SET is_vanished = true WHERE {scope} AND NOT t.is_vanished"
            " AND NOT EXISTS (SELECT 1 FROM stage s WHERE {match})"
            " RETURNING t.{subject}::text AS subject)"
            " SELECT subject, count(*) FROM gone GROUP BY subject"
        ).format(**parts)
    )
    return _collect(cursor, tally)


def _update(cursor: Any, target: SyncTarget, parts: dict[str, sql.Composable], tally: Tally) -> int:
    values = [name for name in target.fields if name not in target.key]
    changes: list[sql.Composable] = [
        sql.SQL("t.{0} IS DISTINCT FROM s.{0}").format(target.column(name)) for name in values
    ]
    assignments: list[sql.Composable] = [
        sql.SQL("{0} = s.{0}").format(target.column(name)) for name in values
    ]
    if target.marks_vanished:
        changes.append(sql.SQL("t.is_vanished"))
        assignments.append(sql.SQL("is_vanished = false"))
    if not changes:
        return 0
    cursor.execute(
        sql.SQL(
            "WITH changed AS (UPDATE {table} t SET {assignments} FROM stage s WHERE {match} AND ({changes})"
            " RETURNING t.{subject}::text AS subject) SELECT subject, count(*) FROM changed GROUP BY subject"
        ).format(assignments=sql.SQL(", ").join(assignments), changes=sql.SQL(" OR ").join(changes), **parts)
    )
    return _collect(cursor, tally)


def _collect(cursor: Any, tally: Tally) -> int:
    rows = cursor.fetchall()
    tally.subjects.update(subject for subject, _ in rows)
    return sum(count for _, count in rows)
