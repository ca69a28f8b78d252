/** Owns the tables of what the page tells of its own work, to be shown and to be copied as text. */
import type { Format } from '../i18n/format.ts';
import type { Texts } from '../i18n/texts.ts';
import { countedTables } from '../queries/rowcounts.ts';
import type { Diagnosis } from '../state/diagnosis.ts';
import { timedWorks, type TimedWork } from '../state/timings.ts';
import type { Datum } from '../ui/datum.ts';

/** What is known; null where it is not told. */
export interface Findings extends Diagnosis {
  /** Snapshots that can be looked at, loaded or not. */
  readonly snapshots: readonly { readonly number: number; readonly title: string }[];
  readonly timings: ReadonlyMap<TimedWork, number>;
  readonly pageBytes: number | null;
  readonly build: string;
  readonly browser: string;
  readonly graphics: string;
  readonly offline: string;
}

export interface Section {
  readonly title: string;
  /** Titles of the cells' columns; none where a row is a name and one cell. */
  readonly heads: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly (Datum | string)[] }[];
}

export function sectionsOf(
  findings: Findings,
  { diagnostics: texts }: Pick<Texts, 'diagnostics'>,
  { count, bytes }: Pick<Format, 'count' | 'bytes'>,
): readonly Section[] {
  const { snapshots, engine, cubes, timings, pageBytes } = findings;
  const counted = (value: number | null, measure: string): Datum => ({ value, text: count(value), measure });
  const sized = (value: number | null, measure: string): Datum => ({
    value,
    text: value === null ? texts.notTold : value === 0 ? count(0) : bytes(value),
    measure,
  });
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const cubeBytes = cubes && sum(cubes.map((cube) => cube.bytes));
  const isHeld = (number: number): boolean =>
    [...(engine?.rows ?? []), ...(cubes ?? [])].some(({ snapshot }) => snapshot === number);
  const loaded = snapshots.filter(({ number }) => isHeld(number));
  /** Of these snapshots together. */
  const held = (numbers: readonly number[], isAll: boolean): readonly Datum[] => {
    const rows = engine?.rows.filter(({ snapshot }) => numbers.includes(snapshot));
    const own = cubes?.filter(({ snapshot }) => numbers.includes(snapshot));
    const of = isAll ? '' : 'snapshot_';
    return [
      ...countedTables.map((table) => counted(rows ? sum(rows.map((row) => row[table])) : null, `row.${of}${table}`)),
      counted(own ? sum(own.map(({ cells }) => cells)) : null, `cell.${of}cube`),
      sized(own ? sum(own.map((cube) => cube.bytes)) : null, `byte.${of}cube`),
    ];
  };
  const milliseconds = (value: number): string => texts.milliseconds(value < 100 ? value.toFixed(1) : count(value));
  return [
    {
      title: texts.rows,
      heads: [...countedTables, 'cells' as const, 'bytes' as const].map((head) => texts.heads[head]),
      rows: [
        ...loaded.map(({ number, title }) => ({ label: title, cells: held([number], false) })),
        { label: texts.all, cells: held([...loaded.map(({ number }) => number)], true) },
      ],
    },
    {
      title: texts.areaFigures,
      heads: [],
      rows: [{ label: texts.all, cells: [counted(engine?.areaFigures ?? null, 'row.area_figure')] }],
    },
    {
      title: texts.memory,
      heads: [],
      rows: [
        { label: texts.engine, cells: [sized(engine?.memoryBytes ?? null, 'byte.engine')] },
        { label: texts.cubes, cells: [sized(cubeBytes, 'byte.cubes')] },
        { label: texts.page, cells: [sized(pageBytes, 'byte.page')] },
      ],
    },
    {
      title: texts.timings,
      heads: [],
      rows: timedWorks.map((work) => {
        const value = timings.get(work) ?? null;
        const text = value === null ? texts.notYet : milliseconds(value);
        const measure = `millisecond.${work.replace('.', '_')}`;
        return { label: texts.works[work], cells: [{ value, text, measure }] };
      }),
    },
    {
      title: texts.versions,
      heads: [],
      rows: [
        { label: texts.build, cells: [findings.build] },
        { label: texts.engine, cells: [engine?.version ?? texts.notTold] },
        { label: texts.graphics, cells: [findings.graphics] },
        { label: texts.browser, cells: [findings.browser] },
        { label: texts.offline.name, cells: [findings.offline] },
      ],
    },
  ];
}

/** A line a row, its cells apart by tabs, so that it falls into a spreadsheet's cells too. */
export function textOf(sections: readonly Section[]): string {
  const line = (cells: readonly string[]): string => cells.join('\t');
  return sections
    .map(({ title, heads, rows }) =>
      [
        line([title, ...heads]),
        ...rows.map(({ label, cells }) =>
          line([label, ...cells.map((cell) => (typeof cell === 'string' ? cell : cell.text))]),
        ),
      ].join('\n'),
    )
    .join('\n\n');
}
