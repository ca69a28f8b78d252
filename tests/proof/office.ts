/** Owns the proof that files of LibreOffice are read as they are, and that it opens what the product gives out. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'csv-parse/sync';
import { quarantineXlsx } from '../../src/exports/quarantine.ts';
import { templateFile } from '../../src/exports/template.ts';
import type { Receipt } from '../../src/model/receipt.ts';
import type { IsoDate } from '../../src/model/snapshot.ts';
import { flatDocument, type Manner } from '../fixtures/office/logbook.ts';
import { meant, recordsOf, type Records } from '../fixtures/office/records.ts';
import { logbookTable, writeTable } from './logbook.ts';

const folder = new URL('../fixtures/office/', import.meta.url);
const csv = (encoding: number): string => `csv:Text - txt - csv (StarCalc):44,34,${encoding},1`;
const utf8 = 76;

interface Make {
  readonly name: string;
  readonly to: string;
  readonly manner: Manner;
}

export const makes: readonly Make[] = [
  ...['xlsx', 'xls', 'ods', 'fods'].map((to) => ({ name: `calc.${to}`, to, manner: {} })),
  { name: 'calc-1904.xlsx', to: 'xlsx', manner: { isFrom1904: true } },
  { name: 'calc-utf-8.csv', to: csv(utf8), manner: {} },
  { name: 'calc-windows-874.csv', to: csv(32), manner: {} },
  { name: 'calc-utf-16.csv', to: csv(65_535), manner: {} },
  { name: 'calc.html', to: 'html:HTML (StarCalc)', manner: { isAllShown: true } },
];

export interface Expected {
  readonly records: Records['records'];
  readonly files: Readonly<Record<string, Omit<Records, 'records'>>>;
}

export function expected(): Expected {
  return JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Expected;
}

/** Null where LibreOffice is not installed. */
export class Office {
  readonly version: string;
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'office-'));

  private constructor(version: string) {
    this.version = version;
  }

  static find(): Office | null {
    const found = spawnSync('soffice', ['--version'], { encoding: 'utf8' });
    return found.status === 0 ? new Office(found.stdout.trim()) : null;
  }

  /** `from`: how the source is to be read, where its ending does not say. */
  convert(bytes: Uint8Array | string, ending: string, to: string, from?: string): Uint8Array<ArrayBuffer> {
    const source = path.join(this.#folder, `source.${ending}`);
    const into = path.join(this.#folder, 'out');
    writeFileSync(source, bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(this.#folder, 'profile')).href}`;
    const filter = from ? [`--infilter=${from}`] : [];
    const run = spawnSync('soffice', [profile, '--headless', ...filter, '--convert-to', to, '--outdir', into, source], {
      encoding: 'utf8',
      timeout: 120_000,
    });
    if (run.status !== 0) throw new Error(run.stderr);
    return new Uint8Array(readFileSync(path.join(into, `source.${to.split(':')[0]}`)));
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** What differs from what is expected, a line each; null where LibreOffice is not installed. */
export async function proveOffice(
  isWriting = false,
): Promise<{ readonly version: string; readonly faults: string[] } | null> {
  const office = Office.find();
  if (!office) return null;
  const faults: string[] = [];
  const { records, files } = expected();
  for (const { name, to, manner } of makes) {
    const bytes = office.convert(flatDocument(manner), 'fods', to);
    if (isWriting) writeFileSync(new URL(name, folder), bytes);
    const { records: found, ...told } = await recordsOf(bytes, name);
    if (!isDeepStrictEqual(meant(found), records)) faults.push(`${name}: other records`);
    if (!isDeepStrictEqual(told, files[name])) faults.push(`${name}: told ${JSON.stringify(told)}`);
  }
  for (const { name, bytes, cells } of await exported()) {
    const text = new TextDecoder().decode(office.convert(bytes, 'xlsx', csv(utf8)));
    const found = parse(text, { relaxColumnCount: true }) as string[][];
    if (!isDeepStrictEqual(found, cells)) faults.push(`${name}: other cells in LibreOffice`);
  }
  office.close();
  return { version: office.version, faults };
}

/** What is given out to be opened in a spreadsheet, with the cells as our own reader finds them. */
async function exported(): Promise<
  readonly { name: string; bytes: Uint8Array<ArrayBuffer>; cells: Records['records'] }[]
> {
  const files = [
    await templateFile('blank', 'xlsx', 'th'),
    await templateFile('example', 'xlsx', 'th'),
    await quarantineXlsx(toBeMended(), 'th'),
  ];
  return await Promise.all(
    files.flatMap((file) =>
      file
        ? [
            recordsOf(file.bytes, file.name).then(({ records }) => ({
              name: file.name,
              bytes: file.bytes,
              cells: records,
            })),
          ]
        : [],
    ),
  );
}

/** Rows full of what spreadsheets like to make something else of. */
const tempting = [
  '09401000001',
  '27/1',
  '3-4',
  '1E5',
  '=1+1',
  '-',
  "'0",
  '29/02/2567',
  '๑๒๓',
  'ซ่อมหลังคา\nน้ำดื่ม',
  '"ก", ข',
  '1.10E+12',
  'TRUE',
  '+66',
  '@x',
  '  ก',
];

function toBeMended(): Pick<Receipt, 'files' | 'quarantined'> {
  const { headers } = logbookTable(1);
  const fields = headers.map((_, at) => tempting[at % tempting.length] ?? '');
  const text = writeTable({ headers, rows: [fields] });
  return {
    files: [
      {
        name: 'ปัตตานี.csv',
        bytes: text.length,
        sha256: 'ab'.repeat(32),
        format: 'csv',
        encoding: 'utf-8',
        grain: 'wide',
        grainFrom: 'columns',
        asOf: '2022-06-29' as IsoDate,
        asOfFrom: 'column',
        headers: headers.map((header) => ({ header, column: null, samples: [] })),
        headerKey: '',
        headerFrom: 'known',
      },
    ],
    quarantined: [{ file: 0, line: 2, column: null, code: 'fields_too_few', value: null, text, fields }],
  };
}
