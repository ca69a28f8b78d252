/** Owns the points that distances are measured to: the middles of amphoe, or a layer of points that a reader opened. */
import { nearestOf, type Nearest } from '../areas/distance.ts';
import {
  judged,
  rowsOfCells,
  rowsOfGeoJson,
  type JudgedPoints,
  type PointRow,
  type ServicePoint,
} from '../areas/points.ts';
import { encodingOf } from '../files/encodings.ts';
import { LineReader } from '../files/lines.ts';
import { RecordReader } from '../files/records.ts';
import { wholeOf, type SourceFile } from '../files/source.ts';
import { areaOfNumber, country, isWithin, type AreaCode } from '../model/area.ts';
import { AppError } from '../model/error.ts';
import type { Dashboard } from './dashboard.svelte.ts';

/** What became of a file of points; `no_points`: it names no coordinates. */
export type PointsFault = 'no_points' | 'unread';

export interface Reach {
  /** Six digits, ending in zeros where the place is not known that finely. */
  readonly key: string;
  readonly waiting: number;
  /** Null where nobody knows where the place is. */
  readonly nearest: Nearest | null;
}

export class Points {
  readonly #looked: () => Dashboard;
  /** Held in memory only. */
  #layer = $state.raw<{ readonly name: string; readonly rows: readonly PointRow[] } | null>(null);
  #fault = $state.raw<{ readonly name: string; readonly fault: PointsFault } | null>(null);
  /** What a reader agreed to use besides. */
  isSwappedUsed = $state(false);
  isOutsideUsed = $state(false);

  constructor(looked: () => Dashboard) {
    this.#looked = looked;
  }

  get layer(): string | null {
    return this.#layer?.name ?? null;
  }
  get fault(): { readonly name: string; readonly fault: PointsFault } | null {
    return this.#fault;
  }
  readonly judged: JudgedPoints | null = $derived.by(() => {
    const { atlas, whole } = this.#looked();
    const provinces = whole === country ? atlas.outline : atlas.boundaries?.province;
    if (!this.#layer || !provinces || whole === null) return null;
    return judged(
      this.#layer.rows,
      provinces.features.filter(({ properties }) => isWithin(properties.code, whole)),
      this.isSwappedUsed,
    );
  });
  /** The points measured to. */
  readonly used: readonly ServicePoint[] = $derived.by(() => {
    if (this.#layer) {
      const { inside = [], outside = [] } = this.judged ?? {};
      return [...inside, ...(this.isOutsideUsed ? outside : [])];
    }
    const { session, whole, view } = this.#looked();
    if (whole === null) return [];
    const provinces = whole === country ? session.gazetteer.children(country).map(({ code }) => code) : [whole];
    return provinces.flatMap((province) =>
      session.gazetteer.children(province).map(({ code, point: [longitude, latitude] }) => ({
        name: session.gazetteer.fullName(code, view.current.language),
        longitude,
        latitude,
      })),
    );
  });
  /** How far those waiting are, tambon by tambon. Null before the answer is there. */
  readonly reaches: readonly Reach[] | null = $derived.by(() => {
    const { tambons, session } = this.#looked();
    if (!tambons.current) return null;
    return [...tambons.current.areas].map(([number, figures]) => {
      const code: AreaCode | null = areaOfNumber(number, 'tambon');
      const entry = code && session.gazetteer.find(code);
      return {
        key: String(number).padStart(6, '0'),
        waiting: figures['household.pending'] ?? 0,
        nearest: entry ? nearestOf(entry.point, this.used) : null,
      };
    });
  });

  async open(file: SourceFile): Promise<void> {
    let rows: readonly PointRow[] | null = null;
    let fault: PointsFault = 'no_points';
    try {
      rows = await rowsOf(file);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      fault = 'unread';
    }
    this.#fault = rows ? null : { name: file.name, fault };
    // A file that is none changes nothing of the one before.
    if (!rows) return;
    this.#layer = { name: file.name, rows };
    this.isSwappedUsed = false;
    this.isOutsideUsed = false;
  }
  close(): void {
    this.#layer = null;
    this.#fault = null;
  }
}

/** Null where the file names no coordinates. */
async function rowsOf(file: SourceFile): Promise<readonly PointRow[] | null> {
  const bytes = await wholeOf(file, () => undefined);
  const encoding = encodingOf(bytes, file.name);
  const text = new TextDecoder(encoding).decode(bytes);
  if (/^\s*\{/.test(text)) {
    try {
      return rowsOfGeoJson(JSON.parse(text));
    } catch {
      return null;
    }
  }
  const delimiters = [',', ';', '\t'];
  const head = text.split(/\r\n|\n|\r/, 1)[0] ?? '';
  const delimiter = delimiters.reduce((best, next) =>
    head.split(next).length > head.split(best).length ? next : best,
  );
  const records: (readonly string[] | null)[] = [];
  let width = 0;
  const reader = new RecordReader(delimiter, head.split(delimiter).length, (fields, _line, _text, fault) => {
    if (records.length === 0) width = fields.length;
    const isBlank = fields.every((field) => field.trim() === '');
    if (fault !== null || fields.length !== width) records.push(isBlank && fault === null ? [] : null);
    else records.push(isBlank ? [] : fields);
  });
  const lines = new LineReader((line) => reader.push(line), encoding, reader.take);
  lines.push(bytes);
  lines.finish();
  reader.finish();
  const [header, ...rows] = records;
  // A blank line is no row.
  return header
    ? rowsOfCells(
        header,
        rows.filter((row) => row === null || row.length > 0),
      )
    : null;
}
