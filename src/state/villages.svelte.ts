/** Owns the villages of the area looked at, by what the map shows of households. */
import { recordsOf } from '../model/records.ts';
import type { MeasureId } from '../queries/measures.ts';
import { villages, type VillageRow } from '../queries/villages.ts';
import { Asked, type Looked } from './asked.svelte.ts';

export const askedVillages = (
  looked: () => Looked,
  measure: () => MeasureId,
): Asked<MeasureId, readonly VillageRow[]> =>
  new Asked(looked, measure, async (session, subject, by, signal) =>
    recordsOf(await session.ask<VillageRow>(villages(subject, by), signal)),
  );
