/** Owns doubts about a round: one that takes another's place, one much smaller than the one before, one of other amphoe; asked before it is accepted. */
import { ask as askEngine } from '../engine/rows.ts';
import type { Engine } from '../engine/engine.ts';
import type { Scanned } from '../files/scan.ts';
import { areaOfNumber, type AreaCode } from '../model/area.ts';
import { AppError } from '../model/error.ts';
import type { Receipt } from '../model/receipt.ts';
import { snapshotKey, type Snapshot } from '../model/snapshot.ts';
import type { Ask, IntakeQuestion, RoundDoubt } from './asking.ts';
import type { NumberedSnapshot } from './receipt.ts';
import { isBesideRow } from './rows.ts';
import type { Slot } from './slots.ts';

/** A round that stands already. Without a number it is of acts of help alone, and nothing is set against it. */
export interface OpenRound extends Snapshot {
  readonly number?: number;
  /** SHA-256 of its files: the same content again is no other round. */
  readonly seals?: readonly string[];
}

/** Of fewer households nothing is asked: that is a piece or a trial, and half of it is nearly nothing. */
const fewest = 20;

interface Counted {
  readonly households: number;
  /** Numbers as clean tables hold them, `940100`; those of unknown amphoe left out. */
  readonly amphoe: ReadonlySet<number>;
}

/**
 * `isShort`: rows that are alone have no key, as `alone.ts` has it. To be called once `intake_all` and `intake_slot` stand and before anything of them is in the clean tables. Throws
 * `file_round_refused` where the reader will not have a round, and an AbortError where cancelled. Gives what was agreed.
 */
export async function doubtRounds(
  engine: Engine,
  isShort: boolean,
  scans: readonly Scanned[],
  slots: readonly Slot[],
  snapshots: readonly NumberedSnapshot[],
  open: readonly OpenRound[],
  ask: Ask,
  signal?: AbortSignal,
): Promise<Receipt['assumptions']> {
  const scansOf = (snapshot: Snapshot): readonly Scanned[] =>
    slots.flatMap((slot) => (snapshotKey(slot) === snapshotKey(snapshot) ? (scans[slot.file] ?? []) : []));
  // Mended rows go back to the round that they came from.
  const isMended = (snapshot: Snapshot): boolean =>
    scansOf(snapshot).some(({ columns }) => columns.includes('quarantine_code'));
  const own = snapshots.filter(({ isActs, snapshot }) => !isActs && !isMended(snapshot));
  const standing = open.flatMap((round) => (round.number === undefined ? [] : [{ ...round, number: round.number }]));
  if (own.length === 0 || own.length + standing.length < 2) return [];
  const now = await counted(
    engine,
    `select b.snapshot, r.area // 100 * 100 as amphoe, (${isShort ? 'count_if(r.is_alone) + count(distinct k.key)' : 'count(distinct r.key)'})::double as households
      from intake_all r join intake_slot b using (slot) ${isShort ? 'left join intake_known k using (ord)' : ''} where not (${isBesideRow})
      group by grouping sets ((b.snapshot, r.area // 100), (b.snapshot))`,
    [],
    signal,
  );
  const numbers = standing.map(({ number }) => number);
  const stood = await counted(
    engine,
    `select snapshot, area // 100 * 100 as amphoe, count(*)::double as households from household
      where snapshot in (${numbers.map(() => '?').join(', ') || 'null'})
      group by grouping sets ((snapshot, area // 100), (snapshot))`,
    numbers,
    signal,
  );
  const questions = own.flatMap(({ number, snapshot }): IntakeQuestion[] => {
    const round = now.get(number);
    if (!round) return [];
    const seals = scansOf(snapshot).map(({ sha256 }) => sha256);
    const same = standing.find((other) => snapshotKey(other) === snapshotKey(snapshot));
    const isNew = same !== undefined && seals.some((seal) => same.seals?.includes(seal) !== true);
    const earlier = [
      ...standing.map((other) => ({ asOf: other.asOf, province: other.province, counts: stood.get(other.number) })),
      ...own.map((other) => ({ ...other.snapshot, counts: now.get(other.number) })),
    ]
      .filter(({ province, asOf }) => province === snapshot.province && asOf < snapshot.asOf)
      .sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
    const doubts = [
      isNew ? doubt('again', snapshot.asOf, round, stood.get(same.number), same) : null,
      doubt('smaller', snapshot.asOf, round, earlier.at(-1)?.counts, earlier.at(-1)),
      doubt('amphoe', snapshot.asOf, round, earlier.at(-1)?.counts, earlier.at(-1)),
    ].flatMap((one) => one ?? []);
    if (doubts.length === 0) return [];
    const names = [...new Set(scansOf(snapshot).map(({ name }) => name))];
    return [
      {
        id: `round:${snapshotKey(snapshot)}`,
        code: 'round',
        file: names.join(', '),
        rows: round.households,
        proposed: 'accept',
        from: null,
        choices: ['accept', 'refuse'],
        doubts,
      },
    ];
  });
  const answers = questions.length > 0 ? await ask(questions) : {};
  signal?.throwIfAborted();
  if (answers === null) throw new DOMException('cancelled by the reader', 'AbortError');
  const refused = questions.find(({ id }) => answers[id] === 'refuse');
  if (refused) throw new AppError('file_round_refused', { file: refused.file });
  const isLate = ({ snapshot }: NumberedSnapshot): boolean =>
    standing.some(({ province, asOf }) => province === snapshot.province && asOf > snapshot.asOf);
  const sum = (households: readonly number[]): number => households.reduce((total, one) => total + one, 0);
  const agreed = [
    { code: 'round_accepted', rows: sum(questions.map(({ rows }) => rows)) },
    { code: 'round_earlier', rows: sum(own.filter(isLate).map(({ number }) => now.get(number)?.households ?? 0)) },
  ];
  return agreed.filter(({ rows }) => rows > 0);
}

/** What is doubtful about a round that stands beside another; null where nothing is. */
function doubt(
  code: RoundDoubt['code'],
  asOf: RoundDoubt['asOf'],
  now: Counted,
  then: Counted | undefined,
  before: { readonly asOf: RoundDoubt['asOf'] } | undefined,
): RoundDoubt | null {
  if (!then || !before || then.households < fewest) return null;
  const named = (some: ReadonlySet<number>, others: ReadonlySet<number>): readonly AreaCode[] =>
    [...some]
      .filter((number) => !others.has(number))
      .flatMap((number) => areaOfNumber(number, 'amphoe') ?? [])
      .sort();
  const [missing, added] = [named(then.amphoe, now.amphoe), named(now.amphoe, then.amphoe)];
  const isDoubtful = {
    again: true,
    smaller: now.households * 2 < then.households,
    amphoe: missing.length + added.length > 0,
  }[code];
  const told = { asOf, households: now.households, before: before.asOf, householdsBefore: then.households };
  return isDoubtful ? { code, ...told, missing, added } : null;
}

async function counted(
  engine: Engine,
  sql: string,
  params: readonly number[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<number, Counted>> {
  type Row = { snapshot: number; amphoe: number | null; households: number };
  const { columns } = await askEngine<Row>(engine, { sql, params }, signal);
  const counts = new Map<number, { households: number; amphoe: Set<number> }>();
  columns.snapshot.forEach((snapshot, row) => {
    const own = counts.get(snapshot) ?? { households: 0, amphoe: new Set() };
    counts.set(snapshot, own);
    const amphoe = columns.amphoe[row] ?? null;
    if (amphoe === null) own.households = columns.households[row] ?? 0;
    else if (areaOfNumber(amphoe, 'amphoe') !== null) own.amphoe.add(amphoe);
  });
  return counts;
}
