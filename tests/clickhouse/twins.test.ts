/** Every question of src/queries has a twin, and both engines answer it alike; `PHUNGPAO_LONG` asks all there is to ask. */
import fc from 'fast-check';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { ask } from '../../src/engine/rows.ts';
import { createTables } from '../../src/engine/tables.ts';
import { country, type AreaCode } from '../../src/model/area.ts';
import { noFilters, type Subject } from '../../src/model/subject.ts';
import { fill, household, subject } from '../engine/households.ts';
import { script, sources } from '../house/source.ts';
import { openNodeEngine } from './twin.ts';
import { furnishing, twins } from './twins.ts';

const isLong = Boolean(process.env.PHUNGPAO_LONG);
const ours: readonly Subject[] = [
  { snapshots: [1], area: '94' as AreaCode, level: 'tambon', filters: noFilters },
  { snapshots: [1, 2], area: country, level: 'amphoe', filters: { ...noFilters, classes: ['a'] as never } },
];
const subjects = [...ours, ...(isLong ? fc.sample(subject, { numRuns: 8, seed: 5 }) : [])];

/** Asked of tables that a cluster alone has: what stands there cannot be asked of the other engine. */
const ofClusterAlone = ['served'];

/** Each export that is a question or gives one, by what its type says. */
function questionsOf(): readonly string[] {
  return sources(/^src\/queries\/[\w-]+\.ts$/).flatMap((file) => {
    const room = file.path.replace(/^.*\/|\.ts$/g, '');
    if (ofClusterAlone.includes(room)) return [];
    return script(file).statements.flatMap((statement) => {
      const isOut =
        ts.canHaveModifiers(statement) &&
        ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
      if (!isOut) return [];
      const isQuestion = (type: ts.TypeNode | undefined): boolean =>
        /^Question( \| null)?$/.test(type?.getText() ?? '');
      if (ts.isFunctionDeclaration(statement))
        return isQuestion(statement.type) ? `${room} ${statement.name?.text}` : [];
      if (!ts.isVariableStatement(statement)) return [];
      return statement.declarationList.declarations.flatMap(({ name, type, initializer }) => {
        const given = initializer && ts.isArrowFunction(initializer) ? initializer.type : type;
        return isQuestion(given) ? `${room} ${name.getText()}` : [];
      });
    });
  });
}

it('is there for each question', () => {
  // Where this fails, a question is new: give it samples in twins.ts, so that it is asked of the cluster too.
  expect(Object.keys(twins).sort()).toEqual([...questionsOf()].sort());
});

describe('the answer of both engines is the same', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openNodeEngine();
    await createTables(engine);
    await fill(engine, fc.sample(household, { numRuns: isLong ? 400 : 150, seed: 3 }));
    for (const sql of furnishing) await engine.run({ sql, params: [] });
  });
  afterAll(() => engine.close());

  it.each(Object.entries(twins))('%s', async (_, twin) => {
    let rows = 0;
    for (const each of subjects)
      for (const question of twin(each, isLong)) if (question) rows += (await ask(engine, question)).length;
    expect(rows).toBeGreaterThan(0);
  });
});
