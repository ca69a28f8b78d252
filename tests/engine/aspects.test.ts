/** The four ท against a plain count, over random households and values, on the real engine; and what few wrote stays inside. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ask, toIPC } from '../../src/engine/rows.ts';
import { aspectCode, aspects } from '../../src/model/aspect.ts';
import { country } from '../../src/model/area.ts';
import { dimensionCode } from '../../src/model/dimension.ts';
import { classes } from '../../src/model/household.ts';
import { foldStatus, pendingStatuses } from '../../src/model/status.ts';
import { noFilters, type Subject } from '../../src/model/subject.ts';
import {
  fewestSharing,
  traitPlaces,
  traitPlacesOf,
  traits,
  traitsOf,
  type TraitPlaceRow,
  type TraitRow,
} from '../../src/queries/aspects.ts';
import { openTables } from './opened.ts';
import { fill, household, subject, type Household } from './households.ts';

const engine = await openTables();

/** Of the registry and not; `capital` is a value of two aspects. */
const words = ['capital', 'land', 'other', 'อยากขายของหน้าโรงเรียน', 'ขอวัวสองตัว', 'ลูกติดคุก'];
const drawnTrait = fc.record({
  at: fc.nat({ max: 59 }),
  aspect: fc.constantFrom('resource' as const, 'solution' as const, 'solution' as const),
  value: fc.constantFrom(...words, 'ขอวัวสองตัว', 'ขอวัวสองตัว'),
});
interface Told {
  readonly snapshot: number;
  readonly household: number;
  readonly aspect: 'resource' | 'solution';
  readonly value: string;
}

async function enter(all: readonly Told[]): Promise<void> {
  await engine.run({ sql: 'delete from trait', params: [] });
  if (all.length === 0) return;
  const rows = all.map((one) => ({ ...one, aspect: aspectCode[one.aspect] }));
  await engine.load('drawn', [toIPC({ snapshot: 'int', household: 'int', aspect: 'int', value: 'text' }, rows)]);
  await engine.run({ sql: 'insert into trait select snapshot, household, aspect, value from drawn', params: [] });
  await engine.run({ sql: 'drop table drawn', params: [] });
}

function numbered(all: readonly Household[]) {
  const next = new Map<number, number>();
  return all.map((row) => {
    const number = next.get(row.snapshot) ?? 0;
    next.set(row.snapshot, number + 1);
    return { ...row, number };
  });
}
/** Only area, urgency and dimensions are filtered here: the other filters are proved with the other questions. */
function passing(all: readonly Household[], { snapshots, area, filters }: Subject) {
  return numbered(all).flatMap((row) => {
    if (!snapshots.includes(row.snapshot)) return [];
    if (area !== country && area.length > 2 && !String(row.area).padStart(6, '0').startsWith(area)) return [];
    if (filters.urgent !== null && row.urgent !== filters.urgent) return [];
    const chosen = row.needs.filter(
      ({ dimension }) =>
        filters.dimensions.length === 0 || filters.dimensions.some((id) => dimensionCode[id] === dimension),
    );
    if (chosen.length === 0) return [];
    return [{ ...row, status: foldStatus(chosen.reduce((mask, need) => mask | (1 << need.status), 0)) }];
  });
}

it('are what a plain count finds, by class and by place, and words that few share are told together', async () => {
  const met = { hidden: 0, shown: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(household, { minLength: 10, maxLength: 50 }),
      fc.array(drawnTrait, { minLength: 40, maxLength: 120, size: 'max' }),
      fc.array(subject, { minLength: 4, maxLength: 4 }),
      async (all, drawn, subjects) => {
        await fill(engine, all);
        const houses = numbered(all);
        const told = drawn.map(({ at, ...trait }): Told => {
          const house = houses[at % houses.length] as (typeof houses)[number];
          return { ...trait, snapshot: house.snapshot, household: house.number };
        });
        await enter(told);
        for (const asked of subjects) {
          const { dimensions: chosen, urgent } = asked.filters;
          const it: Subject = { ...asked, filters: { ...noFilters, dimensions: chosen, urgent } };
          for (const aspect of ['resource', 'solution'] as const) {
            const here = passing(all, it);
            const own = (row: (typeof here)[number]): ReadonlySet<string> =>
              new Set(
                told
                  .filter(
                    (one) => one.aspect === aspect && one.snapshot === row.snapshot && one.household === row.number,
                  )
                  .map(({ value }) => value),
              );
            const ids = aspects.find(({ id }) => id === aspect)?.values.map(({ id }) => id as string) ?? [];
            const sharing = (word: string): number => here.filter((row) => own(row).has(word)).length;
            const isHidden = (word: string): boolean => !ids.includes(word) && sharing(word) < fewestSharing;
            const byClass = (is: (row: (typeof here)[number]) => boolean) =>
              Object.fromEntries(
                classes.map(({ id }, code) => [id, here.filter((row) => row.class === code && is(row)).length]),
              );
            const found = traitsOf(await ask<TraitRow>(engine, traits(it, aspect)));
            const said = words.filter((word) => sharing(word) > 0);
            const open = said.filter((word) => !isHidden(word));
            const hidden = said.filter(isHidden);
            expect(
              Object.fromEntries(found.values.map(({ value, byClass: counts }) => [String(value), counts])),
            ).toEqual({
              ...Object.fromEntries(open.map((word) => [word, byClass((row) => own(row).has(word))])),
              ...(hidden.length > 0 && { null: byClass((row) => hidden.some((word) => own(row).has(word))) }),
            });
            expect(found.words).toBe(here.length > 0 ? hidden.length : 0);
            expect(found.recorded).toEqual(byClass((row) => own(row).size > 0));
            expect(found.listed).toEqual(byClass(() => true));
            expect(
              found.values.every(({ value, isKnown }) => isKnown === (value !== null && ids.includes(value))),
            ).toBe(true);
            met.hidden += hidden.length;
            met.shown += open.filter((word) => !ids.includes(word)).length;

            const places = traitPlacesOf(await ask<TraitPlaceRow>(engine, traitPlaces(it, aspect, 'land')));
            const areas = [...new Set(here.map(({ area }) => area))];
            expect(Object.fromEntries(places)).toEqual(
              Object.fromEntries(
                areas.map((area) => {
                  const inArea = here.filter((row) => row.area === area);
                  const asking = inArea.filter((row) => own(row).has('land') && ids.includes('land'));
                  return [
                    area,
                    {
                      households: asking.length,
                      pending: asking.filter(({ status }) => pendingStatuses.includes(status)).length,
                      recorded: inArea.filter((row) => own(row).size > 0).length,
                      listed: inArea.length,
                    },
                  ];
                }),
              ),
            );
          }
        }
      },
    ),
    { seed: 81, numRuns: 25 },
  );
  expect(met.hidden).toBeGreaterThan(20);
  expect(met.shown).toBeGreaterThan(20);
}, 180_000);
