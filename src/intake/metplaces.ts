/** Owns the list of the places that files name: each way of writing one, with its rows and the area it was taken for. */
import type { AreaCode, Place } from '../model/area.ts';
import type { MetPlace } from '../model/receipt.ts';
import type { PlaceCells } from './place.ts';

const shownPlaces = 300;

export class MetPlaces {
  readonly #met = new Map<string, MetPlace>();

  add(cells: PlaceCells, area: AreaCode | null, place: Place, rows: number): void {
    const finest = [
      cells.tambon_code,
      cells.tambon,
      cells.amphoe_code,
      cells.amphoe,
      cells.province_code,
      cells.province,
    ];
    const written = finest.map((cell) => cell.trim()).filter((cell) => cell !== '');
    const key = JSON.stringify([written, area, place]);
    const known = this.#met.get(key)?.rows ?? 0;
    this.#met.set(key, { written: written.join(' · '), area, place, rows: known + rows });
  }

  /** Those not known as an area of the finest kind first, then the commonest. */
  list(): readonly MetPlace[] {
    const isSure = ({ place }: MetPlace): number => Number(place === 'placed' || place === 'municipality');
    return [...this.#met.values()].sort((a, b) => isSure(a) - isSure(b) || b.rows - a.rows).slice(0, shownPlaces);
  }
}
