/** Owns what became of a household from one round to another: how it stood before and after, and the counts that follow. */
import { statusCode, statuses, type Status } from './status.ts';
import type { Text } from './text.ts';

/**
 * How a household stands in a round, where it has no status there. Codes go on after those of `statuses`.
 * `absent`: it is not in the round. `apart`: it is, but not among those looked at (its area or a filter).
 * `unreported`: the round has no household of its amphoe at all, so nobody knows.
 */
export const elsewhere = [
  { id: 'absent', title: { th: 'ไม่อยู่ในรอบ', en: 'Not in the round' } },
  { id: 'apart', title: { th: 'อยู่นอกกลุ่มที่เลือกดู', en: 'Not among those looked at' } },
  { id: 'unreported', title: { th: 'อำเภอไม่ได้รายงานในรอบ', en: 'Its amphoe did not report' } },
] as const satisfies readonly { id: string; title: Text }[];
export type Elsewhere = (typeof elsewhere)[number]['id'];

const firstElsewhere = Object.keys(statusCode).length;
export const elsewhereCode = Object.fromEntries(
  elsewhere.map(({ id }, place) => [id, firstElsewhere + place]),
) as Record<Elsewhere, number>;
/** How a household can stand in a round, by code. */
export const standIds: readonly (Status | Elsewhere)[] = [...statuses, ...elsewhere].map(({ id }) => id);
export const hasStatus = (code: number): boolean => code < firstElsewhere;

/** Where a row of counts stands: `stayed` is all that changed no area; who `came` is counted again, as `went`, where it was. */
export const sides = ['stayed', 'came', 'went'] as const;
export type Side = (typeof sides)[number];

/** Households that stood alike in both rounds, of one area. */
export interface Move {
  /** Number of the area, cut to the level asked for. */
  readonly area: number;
  readonly side: Side;
  readonly from: number;
  readonly to: number;
  /** Why it is out (`to`), or how it came to the list (`from` absent): codes of `model/household`; 0 where not told. */
  readonly why: number;
  readonly households: number;
  /** Of these: matched by address alone; of one round, and without a house code to look for it in the other; of another class; with other dimensions; of another tambon or amphoe. */
  readonly weak: number;
  readonly uncoded: number;
  readonly reclassed: number;
  readonly redimensioned: number;
  readonly moved: number;
}

/** How far help is; what is not here is neither ahead nor behind. */
const reach: Readonly<Partial<Record<Status, number>>> = {
  waiting: 0,
  in_progress: 1,
  referred: 1,
  partly_helped: 2,
  helped: 3,
};
const reachOf = new Map(Object.entries(reach).map(([id, far]) => [statusCode[id as Status], far]));

/** Whether help was further then than it is now. */
export function isBack(from: number, to: number): boolean {
  const [then, now] = [reachOf.get(from), reachOf.get(to)];
  return then !== undefined && now !== undefined && now < then;
}

export const isForward = (from: number, to: number): boolean => isBack(to, from);

/** What two rounds come to, of an area or of all. */
export interface Tally {
  readonly then: number;
  readonly now: number;
  /** Of both rounds, and looked at in both. */
  readonly both: number;
  readonly unchanged: number;
  readonly added: number;
  readonly left: number;
  /** Came into sight, or out of it, because a filter or the area does so; they are of both rounds. */
  readonly entered: number;
  readonly exited: number;
  readonly came: number;
  readonly went: number;
  /** Of an amphoe that did not report in the other round: before, and now. */
  readonly unreportedThen: number;
  readonly unreportedNow: number;
  readonly newlyHelped: number;
  readonly back: number;
  readonly struckOut: number;
  /** Helped now less helped then, without those of whom the other round tells nothing. */
  readonly netHelped: number;
  readonly weak: number;
  readonly uncoded: number;
  readonly reclassed: number;
  readonly redimensioned: number;
  readonly moved: number;
}

/**
 * Adds up. `then − left − exited − unreportedThen = both` and `now − added − entered − unreportedNow = both`; of the rows of
 * one area, which `isPart` says they are, who `came` is of `now` alone, and `then` has who `went` besides.
 */
export function tallied(moves: readonly Move[], isPart = false): Tally {
  const sum = (is: (move: Move) => boolean, of: (move: Move) => number = ({ households }) => households): number =>
    moves.reduce((total, move) => (is(move) ? total + of(move) : total), 0);
  const { absent, apart, unreported } = elsewhereCode;
  const { helped, out } = statusCode;
  const isHere = ({ side }: Move): boolean => side !== 'went';
  const isOf = (from: number | null, to: number | null) => (move: Move) =>
    isHere(move) && (from === null || move.from === from) && (to === null || move.to === to);
  const isBoth = (move: Move): boolean => isHere(move) && hasStatus(move.from) && hasStatus(move.to);
  const isFrom = (move: Move): boolean => hasStatus(move.from) && (isPart ? move.side !== 'came' : isHere(move));
  const came = sum(({ side }) => side === 'came');
  const went = sum(({ side }) => side === 'went');
  const known = ({ from, to }: Move): boolean => from !== unreported && to !== unreported;
  return {
    then: sum(isFrom),
    now: sum((move) => isHere(move) && hasStatus(move.to)),
    both: sum(isBoth),
    unchanged: sum((move) => isBoth(move) && move.from === move.to),
    added: sum(isOf(absent, null)),
    left: sum(isOf(null, absent)),
    entered: sum(isOf(apart, null)),
    exited: sum(isOf(null, apart)),
    came,
    went,
    unreportedThen: sum(isOf(null, unreported)),
    unreportedNow: sum(isOf(unreported, null)),
    newlyHelped: sum((move) => isBoth(move) && move.from !== helped && move.to === helped),
    back: sum((move) => isHere(move) && isBack(move.from, move.to)),
    struckOut: sum((move) => isBoth(move) && move.from !== out && move.to === out),
    netHelped:
      sum((move) => isHere(move) && known(move) && move.to === helped) -
      sum((move) => isFrom(move) && known(move) && move.from === helped),
    weak: sum(isHere, ({ weak }) => weak),
    uncoded: sum(isHere, ({ uncoded }) => uncoded),
    reclassed: sum(isHere, ({ reclassed }) => reclassed),
    redimensioned: sum(isHere, ({ redimensioned }) => redimensioned),
    moved: sum(isHere, ({ moved }) => moved),
  };
}
