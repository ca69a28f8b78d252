/** Owns which dimensions come together among the households looked at: asked only while a reader looks. */
import { overlaps, overlapsOf, type Overlap, type OverlapRow } from '../queries/overlaps.ts';
import { Asked, type Looked } from './asked.svelte.ts';

/** The level and the dimensions chosen change nothing here. */
export const askedOverlaps = (looked: () => Looked): Asked<null, readonly Overlap[]> =>
  new Asked(
    looked,
    () => null,
    async (session, subject, _, signal) => overlapsOf(await session.ask<OverlapRow>(overlaps(subject), signal)),
    (subject) => ({ ...subject, level: 'province', filters: { ...subject.filters, dimensions: [], together: [] } }),
  );
