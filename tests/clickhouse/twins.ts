/** Owns a twin of each question in src/queries: samples of it, which both engines must answer alike, to the last household. */
import type { Question } from '../../src/engine/engine.ts';
import { country } from '../../src/model/area.ts';
import { groupIds, type Group } from '../../src/model/group.ts';
import { listedOf } from '../../src/model/listing.ts';
import type { IsoDate } from '../../src/model/snapshot.ts';
import type { Subject } from '../../src/model/subject.ts';
import * as acts from '../../src/queries/acts.ts';
import { ages } from '../../src/queries/ages.ts';
import * as aspects from '../../src/queries/aspects.ts';
import { householdQuestion, needQuestion } from '../../src/queries/cube-axes.ts';
import { cellsQuestion } from '../../src/queries/cube-cells.ts';
import { explaining } from '../../src/queries/explaining.ts';
import { funnel } from '../../src/queries/funnel.ts';
import { groupName } from '../../src/queries/groups.ts';
import { listColumns } from '../../src/queries/listcolumns.ts';
import * as listing from '../../src/queries/listing.ts';
import { moves } from '../../src/queries/moves.ts';
import * as one from '../../src/queries/onehousehold.ts';
import { overlaps } from '../../src/queries/overlaps.ts';
import * as plans from '../../src/queries/plans.ts';
import * as questions from '../../src/queries/questions.ts';
import { references } from '../../src/queries/references.ts';
import { reporting } from '../../src/queries/reporting.ts';
import { areaFigureCount, rowCounts } from '../../src/queries/rowcounts.ts';
import { teams, teamSides } from '../../src/queries/teams.ts';
import { villages } from '../../src/queries/villages.ts';

/** `isLong`: all that could be asked, in place of what a run of every day has time for. */
type Twin = (subject: Subject, isLong: boolean) => Iterable<Question | null>;

/** Of the filled tables: 3 is the round of 94 before 1. */
const rounds = [
  { snapshot: 3, province: '94', asOf: '2022-05-01' },
  { snapshot: 1, province: '94', asOf: '2022-06-29' },
] as never;
const pairs = [{ province: '94', then: 3, now: 1 }] as never;
const day = (text: string): IsoDate => text as IsoDate;
const days = { rounds, today: day('2022-07-01'), asOf: day('2022-06-29'), reported: day('2022-06-10') } as never;
const key = { snapshot: 1, household: 6 };
const keys = [
  { snapshot: 1, household: 3, dimension: -1 },
  { snapshot: 1, household: 1, dimension: -1 },
];
const listed = listedOf('household.pending', {});
const needed = listedOf('need.pending', {});
const groupKeys = ['-', '1', 'long', 'health_office', 'waiting', 'few', 'attitude.all', 'house.few', '0', '2022-07'];
const groups = (isLong: boolean): readonly Group[] =>
  groupIds.flatMap((of) => (isLong ? groupKeys : groupKeys.slice(0, 1)).map((key) => ({ of, key })));

/** By file and name; a test holds them against what src/queries exports. */
export const twins: Readonly<Record<string, Twin>> = {
  'acts acts': (subject) => [acts.acts(subject)],
  'acts actPlaces': (subject) => [acts.actPlaces(subject, 'tambon')],
  'acts doubts': (subject) => [acts.doubts(subject, day('2022-06-05')), acts.doubts(subject, null)],
  'ages ages': (subject) => [ages(subject, rounds, day('2022-07-01'))],
  'aspects traits': (subject) => [aspects.traits(subject, 'attitude'), aspects.traits(subject, 'skill')],
  'aspects traitPlaces': (subject) => [aspects.traitPlaces(subject, 'attitude', 'house')],
  'cube-axes householdQuestion': ({ snapshots }) => [householdQuestion(snapshots)],
  'cube-axes needQuestion': ({ snapshots }) => [needQuestion(snapshots)],
  'cube-cells cellsQuestion': ({ snapshots }) => snapshots.map((snapshot) => cellsQuestion(snapshot)),
  'explaining explaining': (subject, isLong) => [
    explaining(subject, listed),
    explaining(subject, needed),
    ...groups(isLong).map((group) =>
      explaining(subject, listedOf('household.pending', { group }), { pairs: [], days }),
    ),
  ],
  'funnel funnel': (subject) =>
    (['none', 'areas', 'classes', 'dimensions'] as const).map((split) => funnel(subject, split)),
  'groups groupName': (subject, isLong) => groups(isLong).map((group) => groupName(subject, group, days)),
  'listing keys': (subject, isLong) => [
    ...listColumns
      .slice(0, isLong ? undefined : 6)
      .flatMap((column) =>
        [listed, needed].map((each) =>
          listing.keys(subject, each, { code: '' }, { column, isDescending: true, values: ['ก', 'ข', '130301', '0'] }),
        ),
      ),
    ...listColumns
      .slice(0, 1)
      .map((column) =>
        listing.keys(
          subject,
          listedOf('household.listed', { moved: { before: 'waiting', after: 'waiting' } } as never),
          { code: '940' },
          { column, isDescending: false, values: [] },
          { pairs, days },
        ),
      ),
  ],
  'listing valuesOf': (subject, isLong) =>
    listColumns
      .slice(0, isLong ? undefined : 6)
      .flatMap((column) => [listed, needed].map((each) => listing.valuesOf(subject, each, { code: '940' }, column))),
  'listing cells': (subject) => [
    listing.cells(subject, listed, keys, listColumns, false),
    listing.cells(
      subject,
      needed,
      keys.map((each) => ({ ...each, dimension: 2 })),
      listColumns,
      true,
    ),
  ],
  'moves moves': (subject) => [moves(subject, pairs)],
  'onehousehold past': () => [one.past(key, [1, 2, 3])],
  'onehousehold reportedIn': () => [one.reportedIn(key, [1, 2, 3])],
  'onehousehold acts': () => [one.acts(key)],
  'onehousehold plans': () => [one.plans(key)],
  'onehousehold traits': () => [one.traits(key, false), one.traits(key, true)],
  'onehousehold sources': () => [one.sources(key)],
  'overlaps overlaps': (subject) => [overlaps(subject)],
  'plans plans': (subject) => plans.planGroups.map((group) => plans.plans(subject, group)),
  'plans planTotals': (subject) => [plans.planTotals(subject)],
  'plans sentUp': (subject) => [plans.sentUp(subject)],
  'questions figures': (subject) => [questions.figures(subject)],
  'questions areas': (subject) => [questions.areas(subject)],
  'questions classes': (subject) => [questions.classes(subject)],
  'questions places': (subject) => [questions.places(subject)],
  'questions matrix': (subject) => [questions.matrix(subject)],
  'questions placeNames': ({ snapshots }) => [questions.placeNames(snapshots)],
  'references references': ({ area }) => [references(area === country ? country : (area.slice(0, 2) as typeof area))],
  'reporting reporting': () => [reporting([{ snapshot: 1, after: day('2022-06-05') }])],
  'rowcounts rowCounts': () => [rowCounts()],
  'rowcounts areaFigureCount': () => [areaFigureCount],
  'teams teams': (subject) => teamSides.map((side) => teams(subject, side)),
  'villages villages': (subject) => [villages(subject, 'household.pending')],
};

/** Cells that a random household has none of, in all their spellings; in DuckDB's words, after the households are there. */
export const furnishing: readonly string[] = [
  `update household set house_code = (94010000000 + household)::varchar, team = ['ทีม ก', 'ทีม  ก', 'นางสาว สมใจ', null][1 + household % 4],
    mentor = ['นาย ข', 'กลุ่ม 2', null][1 + household % 3], village = ['บ้านใหม่', 'ใหม่', null][1 + household % 3],
    moo = household % 5, house_no = (household % 7)::varchar, surveyed_on = date '2022-01-05' + (household % 90)::integer,
    updated_on = date '2022-06-01' + (household % 30)::integer, source = 1, out_reason = 2, acts_only = (household % 11 = 0)`,
  'update need set file = 0, line = household',
  `insert into help select snapshot, household, dimension, ['health_office', 'มูลนิธิ', null][1 + household % 3], 'ทำ',
    [date '2022-05-31', date '2022-06-10', null][1 + household % 3], [500, null][1 + household % 2], 0, household, household % 3
    from need where household % 2 = 0 order by snapshot, household, dimension`,
  `insert into plan select snapshot, household, dimension, ['โครงการ ก', 'โครงการก', null][1 + household % 3],
    ['pea', null][1 + household % 2], [100, null][1 + household % 2], [date '2022-07-01', null][1 + household % 2], 0, household
    from need where household % 3 = 0`,
  `insert into trait select snapshot, household, household % 4, ['house', 'คำของใคร', null, 'ดี'][1 + household % 4] from household`,
  `insert into place_name values (1, 940951, 'ก'), (1, 940951, 'ข'), (1, 940951, 'ก')`,
  `insert into area_figure values (1, 940900, 1, 0, 5, 0, 1), (2, 940900, 1, 0, 6, 0, 1)`,
];
