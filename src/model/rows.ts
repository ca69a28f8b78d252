/** Owns the shape of tables: the clean tables' columns, and `Rows`, the typed columns in which answers travel. */

/** Columns of equal length; what a question answers with. Never Arrow, so that no one above the engine needs it. */
export type Rows<T extends Record<string, Cell>> = { readonly length: number } & {
  readonly columns: { readonly [K in keyof T]: readonly T[K][] };
};
export type Cell = number | string | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/**
 * The clean tables that intake fills and queries read: column → DuckDB type.
 * `snapshot` is the number the session gave the snapshot; `household` is unique within it.
 * `area` is a six-digit integer (see `areaNumber`), 0 where unplaced. Codes are indices into the registries of `model/`.
 * `file` and `line` trace a row to its source (file: index in the receipt; line: 1-based physical line).
 */
export const tables = {
  household: {
    snapshot: 'INTEGER',
    household: 'INTEGER',
    area: 'INTEGER',
    place: 'UTINYINT',
    class: 'UTINYINT',
    survey: 'UTINYINT',
    urgent: 'BOOLEAN',
    over_capacity: 'BOOLEAN',
    locality: 'UTINYINT',
    persons: 'USMALLINT',
    child: 'USMALLINT',
    elderly: 'USMALLINT',
    disabled: 'USMALLINT',
    bedridden: 'USMALLINT',
    house_code: 'VARCHAR',
    file: 'INTEGER',
    line: 'INTEGER',
    /** Days of the visit and of the record; null where not told. */
    surveyed_on: 'DATE',
    updated_on: 'DATE',
    /** How it came to the list, and why it left: codes of `model/household`, 0 where not told. */
    source: 'UTINYINT',
    out_reason: 'UTINYINT',
    /** Where it lies within its tambon: moo 0 and the others null where not told. The house number is personal. */
    moo: 'UTINYINT',
    village: 'VARCHAR',
    house_no: 'VARCHAR',
    /** Who sees to it, as written; a mentor is a person. */
    team: 'VARCHAR',
    mentor: 'VARCHAR',
    /** Known from acts of help alone: on no list of households. */
    acts_only: 'BOOLEAN',
  },
  /** One row per household × dimension; every household has at least one (dimension `unspecified` where none is marked). */
  need: {
    snapshot: 'INTEGER',
    household: 'INTEGER',
    dimension: 'UTINYINT',
    status: 'UTINYINT',
    file: 'INTEGER',
    line: 'INTEGER',
  },
  /** Acts of help as recorded; they never change a status by themselves. `agency`: an id of `model/agency`, or as written. */
  help: {
    snapshot: 'INTEGER',
    household: 'INTEGER',
    dimension: 'UTINYINT',
    agency: 'VARCHAR',
    activity: 'VARCHAR',
    date: 'DATE',
    amount: 'DOUBLE',
    file: 'INTEGER',
    line: 'INTEGER',
    /** Index in `model/helpkind`. */
    kind: 'UTINYINT',
  },
  /** What is planned for a household; a month is its first day. */
  plan: {
    snapshot: 'INTEGER',
    household: 'INTEGER',
    dimension: 'UTINYINT',
    project: 'VARCHAR',
    agency: 'VARCHAR',
    budget: 'DOUBLE',
    month: 'DATE',
    file: 'INTEGER',
    line: 'INTEGER',
  },
  /** The four ท of a household: `aspect` is an index in `model/aspect`, `value` an id of its values, or as written: then it is personal. */
  trait: { snapshot: 'INTEGER', household: 'INTEGER', aspect: 'UTINYINT', value: 'VARCHAR' },
  /** Figures of areas, from tables of areas. `reference` is the number the session gave the table. */
  area_figure: {
    reference: 'INTEGER',
    area: 'INTEGER',
    level: 'UTINYINT',
    figure: 'UTINYINT',
    value: 'DOUBLE',
    file: 'INTEGER',
    line: 'INTEGER',
  },
  /** The name a file gives a code that the gazetteer does not name (municipalities), most frequent first. */
  place_name: { snapshot: 'INTEGER', area: 'INTEGER', name: 'VARCHAR' },
} as const satisfies Record<string, Record<string, string>>;

export type TableName = keyof typeof tables;
export type RowsOf = Readonly<Record<TableName, number>>;

/** Their rows have an order that questions look at; for a database that keeps none they bring their place along as `rowid`. */
export const orderedTables: readonly TableName[] = ['help', 'place_name'];
