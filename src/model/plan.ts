/** Owns the plan of work: a capacity and an aim allot the households still waiting to months, tambon by tambon. */
import { longDays } from './age.ts';
import { addDays } from './calendar.ts';
import { dimensions, type Dimension } from './dimension.ts';
import { deadlineOf, isoDate, type IsoDate } from './snapshot.ts';
import type { Text } from './text.ts';

/** Where households wait, as far as a plan looks at it. */
export interface Waiting {
  /** Six digits, ending in zeros where the place is not known that finely. */
  readonly key: string;
  readonly waiting: number;
  readonly urgent: number;
  /** Of those waiting, how many wait in the dimension of the aim; 0 where the aim has none. */
  readonly inDimension: number;
  /** How many have waited long (`longDays` of `model/age`); 0 where nothing is known of it. */
  readonly long: number;
}

export interface Allotment {
  readonly key: string;
  readonly count: number;
  /** 0 is the plan's first month. */
  readonly month: number;
}

export interface Plan {
  readonly waiting: number;
  /** In order of the months; an area may stand in several. */
  readonly allotments: readonly Allotment[];
  /** Households of each month. */
  readonly months: readonly number[];
  /** Households that the capacity never reaches. */
  readonly left: number;
}

/** Which households come first: of two aims' orders, each area's `first` go before all others. */
export interface Aim {
  readonly id: AimId;
  readonly title: Text;
  /** What the tool does, said to the reader and written into the exported plan. */
  readonly rule: Text;
  readonly first?: (area: Waiting) => number;
  /** Every amphoe is given as many in a month as every other, while it has some waiting. */
  readonly isShared?: true;
  readonly dimension?: Dimension;
  /** Needs to know how long households have waited: where no file tells, it is offered but not chosen, and this is said. */
  readonly lacks?: Text;
}

const ofDimensions = dimensions.flatMap((row) => (row.id === 'unspecified' ? [] : [row]));
type AimDimension = (typeof ofDimensions)[number]['id'];
export type AimId = 'most' | 'urgent' | 'even' | 'longest' | AimDimension;

export const aims: readonly Aim[] = [
  {
    id: 'most',
    title: { th: 'ตำบลที่ยังรอมากก่อน', en: 'Most waiting first' },
    rule: {
      th: 'ไปทีละตำบล เริ่มจากตำบลที่มีครัวเรือนยังรอมากที่สุด',
      en: 'One tambon after another, from the one with most households waiting',
    },
  },
  {
    id: 'urgent',
    title: { th: 'ครัวเรือนเร่งด่วนก่อน', en: 'Urgent first' },
    rule: {
      th: 'ไปหาครัวเรือนเร่งด่วนของทุกตำบลก่อน แล้วจึงไปครัวเรือนที่เหลือ เริ่มจากตำบลที่มีมาก',
      en: 'Urgent households of all tambon first, then the others, each from the tambon with most',
    },
    first: ({ urgent }) => urgent,
  },
  {
    id: 'even',
    title: { th: 'เฉลี่ยทุกอำเภอเท่ากัน', en: 'Even share per amphoe' },
    rule: {
      th: 'แบ่งกำลังแต่ละเดือนให้ทุกอำเภอเท่ากัน ในอำเภอเริ่มจากตำบลที่ยังรอมากที่สุด อำเภอที่ครบแล้วให้อำเภออื่นต่อ ครัวเรือนที่ไม่ทราบอำเภออยู่ท้ายสุด',
      en: 'Each month every amphoe is given as many as the others, within it from the tambon with most waiting; what one does not need goes to the rest, households of unknown amphoe last',
    },
    isShared: true,
  },
  {
    id: 'longest',
    title: { th: 'รอนานที่สุดก่อน', en: 'Longest waiting first' },
    rule: {
      th: `ไปหาครัวเรือนที่รอเกิน ${longDays} วันของทุกตำบลก่อน แล้วจึงไปครัวเรือนที่เหลือ เริ่มจากตำบลที่มีมาก`,
      en: `Households that have waited over ${longDays} days of all tambon first, then the others, each from the tambon with most`,
    },
    first: ({ long }) => long,
    lacks: {
      th: 'ยังเลือก “รอนานที่สุดก่อน” ไม่ได้ เพราะข้อมูลไม่มีวันที่สำรวจหรือรอบก่อนหน้าที่บอกว่าแต่ละครัวเรือนเริ่มรอเมื่อใด',
      en: '“Longest waiting first” can’t be chosen: no visit date and no earlier round tells since when a household has waited',
    },
  },
  ...ofDimensions.map(({ id, title, short }): Aim => ({
    id,
    title: { th: `${title.th}ก่อน`, en: `${title.en} first` },
    rule: {
      th: `ไปหาครัวเรือนที่ยังรอด้าน${short.th}ของทุกตำบลก่อน แล้วจึงไปครัวเรือนที่เหลือ เริ่มจากตำบลที่มีมาก`,
      en: `Households waiting in “${short.en}” of all tambon first, then the others, each from the tambon with most`,
    },
    first: ({ inDimension }) => inDimension,
    dimension: id,
  })),
];

export function aimOf(id: AimId): Aim {
  return aims.find((aim) => aim.id === id) as Aim;
}

/** Households that can be reached: so many in a month, and no more than `most` in all where money sets an end. */
export interface Pace {
  readonly perMonth: number;
  readonly most: number | null;
}

/** A plan that takes longer is none that anyone can follow. */
export const mostMonths = 600;

/**
 * Allots until all are reached, the capacity ends, or the plan is too long. Equal areas stand by code, so that the same
 * numbers always give the same plan.
 */
export function planned(areas: readonly Waiting[], { perMonth, most }: Pace, aim: Aim): Plan {
  const queues = queuesOf(areas, aim);
  const waiting = areas.reduce((sum, area) => sum + area.waiting, 0);
  const months: number[] = [];
  const allotments: Allotment[] = [];
  let left = waiting;
  let means = most ?? Infinity;
  while (left > 0 && months.length < mostMonths) {
    const capacity = Math.min(perMonth, means);
    if (capacity <= 0) break;
    const month = months.length;
    const taken = new Map<string, number>();
    const shares = evenShares(
      queues.map((queue) => (queue.isAmphoe ? queue.left : 0)),
      capacity,
    );
    let spare = capacity - sum(shares);
    queues.forEach((queue, index) => {
      if (queue.isAmphoe) take(queue, shares[index] ?? 0, taken);
      else spare -= take(queue, spare, taken);
    });
    for (const [key, count] of taken) allotments.push({ key, count, month });
    const reached = [...taken.values()].reduce((sum, count) => sum + count, 0);
    months.push(reached);
    left -= reached;
    means -= reached;
  }
  return { waiting, allotments, months, left };
}

/** Households reached in the first so many months. */
export function reachedIn({ months }: Plan, count: number): number {
  return months.slice(0, Math.max(0, count)).reduce((sum, month) => sum + month, 0);
}

interface Queue {
  /** Of no amphoe are those of whom none is known: they share what no amphoe needs. */
  readonly isAmphoe: boolean;
  readonly stretches: { readonly key: string; count: number }[];
  left: number;
}

function queuesOf(areas: readonly Waiting[], { first = () => 0, isShared }: Aim): readonly Queue[] {
  const groups = new Map<string, Waiting[]>();
  for (const area of [...areas].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const group = isShared ? area.key.slice(0, 4) : '';
    groups.set(group, [...(groups.get(group) ?? []), area]);
  }
  return [...groups].map(([group, members]) => {
    // No more come first than wait at all, whatever two counts of one file say.
    const before = members.map((area) => ({ key: area.key, count: Math.min(first(area), area.waiting) }));
    const after = members.map(({ key, waiting }, at) => ({ key, count: waiting - (before[at]?.count ?? 0) }));
    const mostFirst = (all: { key: string; count: number }[]): { key: string; count: number }[] =>
      all.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
    return {
      isAmphoe: !isShared || !group.endsWith('00'),
      stretches: [...mostFirst(before), ...mostFirst(after)].reverse(),
      left: members.reduce((sum, { waiting }) => sum + waiting, 0),
    };
  });
}

/** The last stretch is the next in turn. Gives how many were taken. */
function take(queue: Queue, wanted: number, taken: Map<string, number>): number {
  let rest = wanted;
  while (rest > 0) {
    const next = queue.stretches.at(-1);
    if (!next) return wanted - rest;
    const count = Math.min(rest, next.count);
    taken.set(next.key, (taken.get(next.key) ?? 0) + count);
    next.count -= count;
    if (next.count === 0) queue.stretches.pop();
    queue.left -= count;
    rest -= count;
  }
  return wanted;
}

/** As evenly as whole households can be shared, none more than it needs; what can't be halved goes to those before. */
export function evenShares(needed: readonly number[], capacity: number): readonly number[] {
  const shares = needed.map(() => 0);
  let rest = Math.min(
    capacity,
    needed.reduce((sum, need) => sum + need, 0),
  );
  let open = needed.flatMap((need, at) => (need > 0 ? [at] : []));
  while (rest > 0) {
    const step = Math.floor(rest / open.length);
    for (const [turn, at] of open.entries()) {
      const given = Math.min(step > 0 ? step : turn < rest ? 1 : 0, (needed[at] ?? 0) - (shares[at] ?? 0));
      shares[at] = (shares[at] ?? 0) + given;
    }
    rest = Math.min(capacity, sum(needed)) - sum(shares);
    open = open.filter((at) => (shares[at] ?? 0) < (needed[at] ?? 0));
  }
  return shares;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The first day of the plan's months: whole calendar months, from that of the date where it is a first of month. */
export function monthStart(asOf: IsoDate, month: number): IsoDate {
  const [year = 0, ofYear = 0, day = 0] = asOf.split('-').map(Number);
  const date = new Date(Date.UTC(year, ofYear - 1 + month + (day > 1 ? 1 : 0), 1));
  return isoDate(date.toISOString().slice(0, 10)) as IsoDate;
}

/** Whole months of the plan that end by the deadline, by rule that of the date's fiscal year; 0 where none is left. */
export function monthsToDeadline(asOf: IsoDate, deadline: IsoDate = deadlineOf(asOf)): number {
  const ofEra = (date: IsoDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  // The month in which the deadline lies counts where that is its last day.
  return Math.max(0, ofEra(addDays(deadline, 1)) - ofEra(monthStart(asOf, 0)));
}
