/** Owns a dashboard over clean tables for tests of briefings: the real one, its questions answered by the real engine. */
import { readFileSync } from 'node:fs';
import { loadBoundaries } from '../../src/areas/boundaries.ts';
import type { Gazetteer } from '../../src/areas/gazetteer.ts';
import type { Engine, Question } from '../../src/engine/engine.ts';
import { ask } from '../../src/engine/rows.ts';
import { country, type AreaCode, type Level } from '../../src/model/area.ts';
import type { Cell, Rows } from '../../src/model/rows.ts';
import type { Subject } from '../../src/model/subject.ts';
import type { Answers } from '../../src/queries/cube-reading.ts';
import { viewQuestions, type QuestionName } from '../../src/queries/questions.ts';
import { Dashboard } from '../../src/state/dashboard.svelte.ts';
import type { Entry } from '../../src/state/entry.ts';
import { References } from '../../src/state/references.svelte.ts';
import type { Session } from '../../src/state/session.svelte.ts';
import { parseView } from '../../src/state/url.ts';
import type { ViewState } from '../../src/state/view.svelte.ts';

type Counted = Rows<Record<string, number | null>>;

/** All five questions in plain SQL. */
export async function answered(engine: Engine, subject: Subject): Promise<Answers> {
  const answers: [string, Counted][] = [];
  for (const [name, question] of Object.entries(viewQuestions))
    answers.push([name, await ask<Record<string, number | null>>(engine, question(subject))]);
  return Object.fromEntries(answers) as Record<QuestionName, Counted>;
}

const read = (path: string): Promise<unknown> =>
  Promise.resolve(JSON.parse(readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8')) as unknown);

export interface Stage {
  readonly gazetteer: Gazetteer;
  readonly entries: readonly Entry[];
  readonly search: string;
  readonly answer: (subject: Subject) => Promise<Answers>;
  /** Where none is given, no rows can be asked. */
  readonly engine?: Engine;
}

/** With the shapes of the first entry's province. */
export async function dashboardOn({ gazetteer, entries, search, answer, engine }: Stage): Promise<Dashboard> {
  const current = parseView(search).view;
  const view = { current, filtersAsked: current.filters, isAhead: false, catchUp: () => undefined };
  const session = {
    ...{ gazetteer, entries, progress: null, isSample: false, asking: null },
    references: new References(() => undefined),
    answer: (_: readonly Entry[], subject: Subject) => answer(subject),
    ask: async <T extends Record<string, Cell>>(question: Question): Promise<Rows<T>> =>
      engine ? await ask<T>(engine, question) : { length: 0, columns: {} as Rows<T>['columns'] },
    load: () => Promise.resolve(),
    seen: (level: Level) => level,
    isAtHand: () => true,
  };
  const dashboard = new Dashboard(view as unknown as ViewState, session as unknown as Session);
  const [first] = entries;
  const boundaries = first ? await loadBoundaries(first.snapshot.province, read) : null;
  Object.defineProperty(dashboard, 'atlas', { value: { boundaries, outline: null, pending: false, fault: null } });
  return dashboard;
}

/** Until what was asked is there. */
export async function settled(pending: () => boolean): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, 5));
  while (pending());
}

export const isIn = (area: AreaCode, code: string): boolean => area === country || code.startsWith(area);
