/** The cube against the SQL it stands in for: the same rows for random households and random subjects, on the real engine. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/engine/rows.ts';
import { country, type AreaCode } from '../../src/model/area.ts';
import { noFilters, type Filters, type Subject } from '../../src/model/subject.ts';
import { answerAll, prepare } from '../../src/queries/cube-answer.ts';
import { answersOf } from '../../src/queries/cube-reading.ts';
import { packCube, unpackCube } from '../../src/queries/cube-pack.ts';
import { askCubeColumns } from '../../src/queries/cube-columns.ts';
import { buildCube, type Cube } from '../../src/queries/cube.ts';
import { atOnce } from '../../src/queries/slices.ts';
import { filters, withChosen, type Filter } from '../../src/queries/filters.ts';
import { viewQuestions, type QuestionName } from '../../src/queries/questions.ts';
import { openTables } from './opened.ts';
import { fill, household, subject, type Household } from './households.ts';

const engine = await openTables();

const cubeOf = async (snapshot = 1): Promise<Cube> => buildCube(await askCubeColumns(engine, snapshot));
const cubesOf = async (...snapshots: readonly number[]): Promise<ReadonlyMap<number, Cube>> =>
  new Map(await Promise.all(snapshots.map(async (snapshot) => [snapshot, await cubeOf(snapshot)] as const)));
const names = Object.keys(viewQuestions) as QuestionName[];

/** The same columns in the same order, the same rows, the same values to the last bit; from the cube itself and from what is made of it. */
async function expectSame(one: Subject, cubes: ReadonlyMap<number, Cube>): Promise<void> {
  const own = one.snapshots.map((snapshot) => cubes.get(snapshot) as Cube);
  const cold = answersOf(answerAll(own, one));
  atOnce(prepare(own, one));
  const ready = answersOf(answerAll(own, one));
  for (const name of names) {
    const plain = await ask(engine, viewQuestions[name](one));
    for (const answers of [cold, ready]) {
      expect(answers[name], `${name} of ${JSON.stringify(one)}`).toEqual(plain);
      expect(Object.keys(answers[name].columns)).toEqual(Object.keys(plain.columns));
    }
  }
}

const many = fc.array(household, { minLength: 1, maxLength: 80 });

describe('the cube answers what the SQL answers', () => {
  it('for random households and subjects', async () => {
    await fc.assert(
      fc.asyncProperty(many, fc.array(subject, { minLength: 6, maxLength: 6 }), async (all, subjects) => {
        // Some stand there twice and thrice: a cell of several households counts each of them.
        await fill(engine, [...all, ...all.filter((_, i) => i % 2), ...all.filter((_, i) => i % 4 === 1)]);
        const cubes = await cubesOf(1, 2);
        for (const one of subjects) await expectSame(one, cubes);
        // What was packed and unpacked is the same cube.
        for (const cube of cubes.values()) expect(unpackCube(packCube(cube))).toEqual(cube);
      }),
      { numRuns: 15, seed: 2565 },
    );
  });

  it('for every option of every filter, alone and all of a filter at once', async () => {
    const all = fc.sample(fc.array(household, { minLength: 400, maxLength: 400 }), { numRuns: 1, seed: 7 })[0] ?? [];
    await fill(engine, all);
    const cubes = await cubesOf(1, 2);
    const at = (on: Filters): Subject => ({ snapshots: [1], area: '94' as AreaCode, level: 'tambon', filters: on });
    await expectSame(at(noFilters), cubes);
    for (const { id, options } of filters as readonly Filter[]) {
      for (const option of options) await expectSame(at(withChosen(noFilters, id as never, [option.id])), cubes);
      const whole = withChosen(
        noFilters,
        id as never,
        options.map((option) => option.id),
      );
      await expectSame(at(whole), cubes);
      await expectSame({ ...at(whole), snapshots: [1, 2], area: country, level: 'amphoe' }, cubes);
    }
  });

  it('where a snapshot has no household', async () => {
    await fill(engine, fc.sample(household, { numRuns: 3, seed: 1 }));
    const one: Subject = { snapshots: [9], area: '94' as AreaCode, level: 'amphoe', filters: noFilters };
    await expectSame(one, await cubesOf(9));
  });
});

const ofOne = (): Household[] =>
  fc.sample(household, { numRuns: 3, seed: 1 }).map((row) => ({ ...row, snapshot: 1, area: 941001 }));

describe('a cube is refused, so that the SQL is asked,', () => {
  const run = async (sql: string): Promise<void> => await engine.run({ sql, params: [] });

  it('where a household has no place or class at all', async () => {
    await fill(engine, ofOne());
    await run('update household set place = null where household = 1');
    await expect(cubeOf()).rejects.toMatchObject({ code: 'engine_query' });
  });

  it('where a household has two needs of one dimension', async () => {
    await fill(engine, ofOne());
    await run('insert into need select * from need');
    await expect(cubeOf()).rejects.toThrow(RangeError);
  });
});
