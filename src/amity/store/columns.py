"""Rows as columns in memory, in the form that DuckDB and Delta take from one another (Arrow)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from amity.store.layout import Holds, Table
from amity.store.rows import Row
from amity.store.surrogates import writable

if TYPE_CHECKING:
    from arro3.core import Array, DataType, Schema
    from arro3.core import Table as ArrowTable

_EPOCH = date(1970, 1, 1).toordinal()


def arrow_schema(table: Table) -> Schema:
    from arro3.core import Field, Schema

    return Schema([Field(name, _arrow_type(holds), nullable=True) for name, holds in table.columns.items()])


def arrow_table(table: Table, rows: Sequence[Row], added_in: int) -> ArrowTable:
    from arro3.core import Table as ArrowTable

    values = [*zip(*rows, strict=True), (added_in,) * len(rows)]
    arrays = [_array(column, holds) for column, holds in zip(values, table.columns.values(), strict=True)]
    return ArrowTable.from_arrays(arrays, schema=arrow_schema(table))


def _array(values: Sequence[Any], holds: Holds) -> Array:
    from arro3.core import Array, DataType

    match holds:
        case Holds.TEXT:
            return Array([None if text is None else writable(text) for text in values], DataType.utf8())
        case Holds.DAY:  # arro3 takes days as numbers only
            days = [None if day is None else day.toordinal() - _EPOCH for day in values]
            return Array(days, DataType.int32()).cast(DataType.date32())
        case _:
            return Array(list(values), _arrow_type(holds))


def _arrow_type(holds: Holds) -> DataType:
    from arro3.core import DataType

    return {
        Holds.TEXT: DataType.utf8,
        Holds.DAY: DataType.date32,
        Holds.WHOLE: DataType.int64,
        Holds.FRACTION: DataType.float64,
        Holds.TRUTH: DataType.bool,
    }[holds]()
