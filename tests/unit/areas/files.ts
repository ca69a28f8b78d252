/** Owns what the area tests share: the committed files, read as the page would fetch them. */
import { readFileSync } from 'node:fs';
import { makeGazetteer, type CrosswalkFile, type GazetteerFile } from '../../../src/areas/gazetteer.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../data/areas/${name}`, import.meta.url), 'utf8'));

export const gazetteerFile = read('gazetteer.json') as GazetteerFile;
export const crosswalkFile = read('crosswalk.json') as CrosswalkFile;
export const gazetteer = makeGazetteer(gazetteerFile, crosswalkFile);
