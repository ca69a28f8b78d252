/** Owns what a map can be set against, as the URL says it: another snapshot, or another measure. */
import { parseSnapshotKey, snapshotKey, type Snapshot } from '../model/snapshot.ts';
import { isMeasureId, type MeasureId } from './measures.ts';

export type Against = Snapshot | MeasureId;

export function parseAgainst(text: string): Against | null {
  return isMeasureId(text) ? text : parseSnapshotKey(text);
}

export function printAgainst(against: Against): string {
  return typeof against === 'string' ? against : snapshotKey(against);
}
