/** Owns members who died or moved: in files with a row for each person they say nothing of the household, where another is left. */
import type { Engine } from '../engine/engine.ts';
import { grainCode } from '../model/grain.ts';
import { isOut, markColumns } from './rows.ts';

const facts = ['status', 'survey', 'out_reason', 'dimension_mask', ...markColumns.map(({ id }) => `${id}_mark`)];
const isPerson = `b.grain = ${grainCode.person}`;

/** Their rows stay, as rows that tell nothing; a household is out where all of its members are. */
export async function forgetGone(engine: Engine, signal?: AbortSignal): Promise<void> {
  const sql = `
    update intake_row set ${facts.map((fact) => `${fact} = null`).join(', ')}
    from intake_slot b
    where b.slot = intake_row.slot and ${isPerson} and ${isOut} and (b.snapshot, key) in (
      select (b.snapshot, key) from intake_row join intake_slot b using (slot) where ${isPerson} and not (${isOut}))`;
  await engine.run({ sql, params: [] }, signal);
}
