/** Owns telling whether rows kept earlier can be read as today's: a fingerprint of all that gives the clean tables their meaning. */
import { places } from './area.ts';
import { areaFigures } from './areafigure.ts';
import { aspects } from './aspect.ts';
import { dimensions } from './dimension.ts';
import { fingerprint } from './fingerprint.ts';
import { helpKinds } from './helpkind.ts';
import { classes, localities, outReasons, sources, surveys } from './household.ts';
import { tables } from './rows.ts';
import { statuses } from './status.ts';

/** Of the `Receipt`, which is no table: one more for each change of it that an older one can't be read as. */
export const receiptForm = 1;

/** A code is a place in a registry: another order gives old rows another meaning. */
const coded: readonly (readonly { readonly id: string }[])[] = [
  ...[areaFigures, aspects, dimensions, helpKinds, places, statuses],
  ...[classes, localities, outReasons, sources, surveys],
];

export const tableForm = fingerprint(
  JSON.stringify([receiptForm, tables, coded.map((rows) => rows.map(({ id }) => id))]),
);

/** Of the tables of a cluster (scripts/clickhouse): stands in each round that is brought in; one more for each change of them. */
export const clusterForm = 1;
