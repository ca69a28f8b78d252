/** Owns counting the persons of households from files with a row for each of them. */
import type { Scanned } from '../files/scan.ts';
import { grainCode } from '../model/grain.ts';
import { members } from '../model/household.ts';

/** Columns of `intake_row` and of households that count persons. */
export const counts = ['persons', ...members.map(({ id }) => id)] as const;
const marks = members.map(({ id }) => id);

const each = (write: (id: string) => string): string => marks.map(write).join(', ');

/** Of each file, the largest figure of each mark. */
export const most = `select file, ${each((id) => `max(${id}) as ${id}`)} from intake_all group by file`;

/**
 * Per snapshot and household key, its persons and how many of them bear each mark. A member with a number is one person in
 * whatever file; rows without are counted file by file, and the largest counts. A column of a file in which some figure is
 * above one tells of the household, not of the member, and is not summed.
 */
export const countedPersons = `
  select snapshot, key, ${counts
    .map(
      (id) => `case when bool_or(${id} is not null) then least(65535,
        coalesce(sum(${id}) filter (batch < 0), 0) + coalesce(max(${id}) filter (batch >= 0), 0)) end as ${id}`,
    )
    .join(', ')}
  from (
    select snapshot, key, batch, count(*) as persons, ${each((id) => `sum(${id}) as ${id}`)}
    from (
      select b.snapshot, r.key, if(r.member is null, b.batch, -1) as batch, ${each((id) => `max(if(m.${id} > 1, null, r.${id})) as ${id}`)}
      from intake_row r join intake_slot b using (slot)
      join intake_most m on m.file = r.file
      where b.grain = ${grainCode.person}
      group by b.snapshot, r.key, if(r.member is null, b.batch, -1), coalesce(r.member, 'r' || r.ord))
    group by snapshot, key, batch)
  group by snapshot, key`;

/** Rows that say once more of another member what every row of the household says: one act, written beside each of its persons. */
export const repeatedActs = repeated('r.agency, r.activity, r.help_day, r.amount');
/** The same of plans. */
export const repeatedPlans = repeated('r.planned_project, r.planned_agency, r.planned_budget, r.planned_day');

function repeated(columns: string): string {
  return `
  select ord
  from (
    select r.ord, row_number() over (act order by r.ord) as turn, count(*) over act as times,
      count(*) over (partition by b.snapshot, r.key, r.file) as rows
    from intake_row r join intake_slot b using (slot)
    where b.grain = ${grainCode.person}
    window act as (partition by b.snapshot, r.key, r.file, ${columns}))
  where turn > 1 and times = rows`;
}

/** The file with which each is counted: mended rows with the file they came from. */
export function batchesOf(scans: readonly Scanned[]): readonly number[] {
  return scans.map(({ mends }, file) => {
    const from = scans.findIndex(({ name }) => name === mends[0]?.file);
    return from < 0 ? file : from;
  });
}
