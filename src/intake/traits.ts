/** Owns the values of the four ท on their way to the clean table: what was made of each cell, and which rows hold it. */
import { aspectCode, aspects } from '../model/aspect.ts';
import { betweenTraits } from './clean-traits.ts';

const codes = aspects.map(({ id }) => `when '${id}' then ${aspectCode[id]}`).join(' ');

/** `intake_said`: of each file, aspect and word of staging, each of its values; to be made while staging stands. */
export const keepTraits = {
  sql: `create table intake_said as
    select file, (case kind ${codes} end)::utinyint as aspect, word, unnest(string_split(text, ?)) as value
    from intake_code where kind in (${aspects.map(({ id }) => `'${id}'`).join(', ')}) and text is not null`,
  params: [betweenTraits],
};

/** A row for each value that rows `r` hold; `snapshot` and `household` say whose they are. */
export function traitsOf(snapshot: string, household: string, rows: string): string {
  return `
    select snapshot, household, aspect, value
    from (
      select ${snapshot} as snapshot, ${household} as household, r.file,
        unnest([${aspects.map(({ id }) => aspectCode[id]).join(', ')}])::utinyint as aspect,
        unnest([${aspects.map(({ id }) => `r.${id}`).join(', ')}]) as word
      ${rows})
    join intake_said using (file, aspect, word)`;
}
