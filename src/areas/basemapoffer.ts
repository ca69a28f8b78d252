/** Owns the list of basemaps that a deployment puts beside the page: which file, under what title, to whose credit. */
import { AppError } from '../model/error.ts';
import type { Text } from '../model/text.ts';

/** Where the list lies, and the files with it. */
export const basemapFolder = 'basemap/';

export interface BasemapOffer {
  readonly file: string;
  readonly title: Text;
  /** Said on the map; where there is none, the file's own. */
  readonly credit: string;
}

/** Reads `basemap.json`. Throws `basemap_list` where it is not one; a file is a name in the same folder, never an address. */
export function basemapOffers(json: unknown): readonly BasemapOffer[] {
  if (!Array.isArray(json)) throw new AppError('basemap_list');
  return json.map((row: unknown) => {
    const { file, title, credit } = record(row);
    const { th, en } = record(title);
    if (!isText(file) || !/^[\w-][\w.-]*\.pmtiles$/.test(file) || !isText(th)) throw new AppError('basemap_list');
    return { file, title: { th, en: isText(en) ? en : th }, credit: isText(credit) ? credit : '' };
  });
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
