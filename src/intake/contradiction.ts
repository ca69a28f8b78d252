/** Owns what rows say against each other or against the calendar: they are kept, and warned of. */
import { dimensionCode } from '../model/dimension.ts';
import { grainCode } from '../model/grain.ts';
import { classCode } from '../model/household.ts';
import { statusCode } from '../model/status.ts';
import { isBesideRow, isHelp } from './rows.ts';

const rows = 'from intake_row r join intake_slot b using (slot)';
const household = 'h.snapshot = b.snapshot and h.key = r.key';

/** The status of each household, and of each of its needs, as its own rows tell it. */
const folded = (by: string): string => `(
  select ${by}, f.status
  from (
    select ${by}, bit_or(1 << n.status) as mask
    from (select b.snapshot, n.key, n.dimension, n.status from intake_need n join intake_slot b using (slot) where not (${isBesideRow})) n
    group by ${by})
  join fold f using (mask))`;

/** An act's dimension is known where its row names one. */
const dimensionOfRow = `(
  select ord, if(count(*) = 1, min(dimension), ${dimensionCode.unspecified}) as dimension from intake_need group by ord)`;

/** Each gives file, line, column, problem and the cell as written, as the sources of warnings do. */
export const contradictions: readonly string[] = [
  `select r.file, r.line, 'status', 'helped_without_act', null ${rows}
   where b.tells_acts = 1 and r.ord in (select ord from intake_need where status = ${statusCode.helped})
     and not exists (
       select 1 from intake_row o join intake_slot c using (slot)
       where c.snapshot = b.snapshot and o.key = r.key
         and (c.grain = ${grainCode.help} or coalesce(o.activity, o.agency) is not null or o.help_day is not null or o.amount > 0))`,
  `select r.file, r.line, 'status', 'act_while_waiting', null ${rows}
   left join ${dimensionOfRow} n on n.ord = r.ord
   join ${folded('snapshot, key')} h on ${household}
   left join ${folded('snapshot, key, dimension')} d on d.snapshot = b.snapshot and d.key = r.key and d.dimension = n.dimension
   where ${isHelp} and coalesce(d.status, h.status) = ${statusCode.waiting}`,
  `select r.file, r.line, 'class', 'self_reliant_waiting', null ${rows}
   join ${folded('snapshot, key')} h on ${household}
   where r.class = ${classCode.self_reliant} and h.status = ${statusCode.waiting} and not (${isBesideRow})`,
  `select r.file, r.line, null, if(${isHelp}, 'household_from_help', 'household_from_plan'), null ${rows} join intake_house h on ${household} where h.is_acts`,
];
