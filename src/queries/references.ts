/** Owns the figures of tables of areas as answers: asked once for a province, then told for any of its areas. */
import type { Gazetteer } from '../areas/gazetteer.ts';
import type { Question } from '../engine/engine.ts';
import { areaNumber, country, isMunicipality, type AreaCode } from '../model/area.ts';
import { areaFigures, type AreaFigureId } from '../model/areafigure.ts';
import type { Rows } from '../model/rows.ts';
import { noFigures, type Figures } from './figures.ts';
import { referenceMeasures, type ReferenceMeasureId } from './referencemeasures.ts';

export type ReferenceRow = { area: number; figure: number; value: number; reference: number };

/** Of each area and figure of a province, or of the country, the value of the latest table, with that table's number. */
export function references(whole: AreaCode): Question {
  return {
    sql: `select area, figure::integer as figure, arg_max(value, reference)::double as value, max(reference) as reference
      from area_figure ${whole === country ? '' : 'where area // 10000 = ? '}group by area, figure order by area, figure`,
    params: whole === country ? [] : [Number(whole)],
  };
}

/** A value, and the tables that it is from. */
interface Told {
  readonly value: number;
  readonly from: ReadonlySet<number>;
}

/** The figures of a province's areas. A figure of parts is never spread to others, nor one of the whole to its parts. */
export class ReferenceBook {
  readonly #values = new Map<string, Told>();
  readonly #municipal = new Map<AreaCode, AreaCode[]>();
  readonly #gazetteer: Pick<Gazetteer, 'children' | 'find'>;
  /** Codes that a table names, of whatever level. */
  readonly areas: ReadonlySet<number>;
  readonly #figures: ReadonlySet<number>;

  constructor({ length, columns }: Rows<ReferenceRow>, gazetteer: Pick<Gazetteer, 'children' | 'find'>) {
    this.#gazetteer = gazetteer;
    this.areas = new Set(columns.area);
    this.#figures = new Set(columns.figure);
    for (let row = 0; row < length; row++) {
      const [area = 0, value = 0, reference = 0] = [columns.area[row], columns.value[row], columns.reference[row]];
      this.#values.set(`${columns.figure[row]} ${area}`, { value, from: new Set([reference]) });
    }
    for (const area of this.areas) {
      const code = String(area).padStart(6, '0') as AreaCode;
      if (!isMunicipality(code) || gazetteer.find(code)) continue;
      const amphoe = code.slice(0, 4) as AreaCode;
      this.#municipal.set(amphoe, [...(this.#municipal.get(amphoe) ?? []), code]);
    }
  }

  has(figure: AreaFigureId): boolean {
    return this.#figures.has(areaFigures.findIndex(({ id }) => id === figure));
  }

  /**
   * The area's own value; where it has none, the sum of its parts, but only of a figure that adds up and where every part has
   * one. Municipalities that the table counts apart are parts too.
   */
  told(figure: AreaFigureId, area: AreaCode): Told | null {
    const at = areaFigures.findIndex(({ id }) => id === figure);
    const own = this.#values.get(`${at} ${areaNumber(area)}`);
    if (own) return own;
    if (!areaFigures[at]?.additive || area.length === 6) return null;
    const parts = [...this.#gazetteer.children(area).map(({ code }) => code), ...(this.#municipal.get(area) ?? [])];
    const values = parts.map((code) => this.told(figure, code));
    if (values.length === 0 || values.includes(null)) return null;
    const known = values.filter((value) => value !== null);
    return {
      value: known.reduce((sum, { value }) => sum + value, 0),
      from: new Set(known.flatMap(({ from }) => [...from])),
    };
  }

  /** What the tables tell of an area, beside the figures of its households: none of these, no share of all. */
  figuresOf(area: AreaCode, households: Figures = noFigures): Figures {
    const told: Partial<Record<ReferenceMeasureId, number>> = {};
    for (const { id, figure, of } of referenceMeasures) {
      const value = this.told(figure, area)?.value;
      const part = of === null ? null : households[of];
      if (value === undefined) continue;
      if (of === null) told[id] = value;
      else if (typeof part === 'number' && value > 0) told[id] = part / value;
    }
    return told;
  }
}
