/** Owns how capacity is told: households in a month, teams and their days, or money; each number with its limits. */
import type { Pace } from './plan.ts';
import type { Text } from './text.ts';

interface Amount {
  readonly id: string;
  readonly title: Text;
  readonly unit: Text;
  readonly least: number;
  readonly most: number;
  /** What stands there before the reader types. */
  readonly usual: number;
}

interface Kind {
  readonly id: string;
  readonly title: Text;
  readonly amounts: readonly Amount[];
  /** `months`: whole months to the deadline; money is spread over them. */
  readonly pace: (amounts: readonly number[], months: number) => Pace;
}

const households: Text = { th: 'ครัวเรือน', en: 'households' };
const baht: Text = { th: 'บาท', en: 'baht' };

export const capacityKinds = [
  {
    id: 'households',
    title: { th: 'ครัวเรือนต่อเดือน', en: 'Households per month' },
    amounts: [
      {
        id: 'households',
        title: { th: 'ช่วยได้เดือนละ', en: 'Can help per month' },
        unit: households,
        least: 1,
        most: 1_000_000,
        usual: 600,
      },
    ],
    pace: ([perMonth = 0]) => ({ perMonth, most: null }),
  },
  {
    id: 'teams',
    title: { th: 'ทีมลงพื้นที่', en: 'Teams in the field' },
    amounts: [
      {
        id: 'teams',
        title: { th: 'จำนวนทีม', en: 'Teams' },
        unit: { th: 'ทีม', en: 'teams' },
        least: 1,
        most: 10_000,
        usual: 5,
      },
      {
        id: 'days',
        title: { th: 'ลงพื้นที่เดือนละ', en: 'In the field per month' },
        unit: { th: 'วัน', en: 'days' },
        least: 1,
        most: 31,
        usual: 20,
      },
      {
        id: 'visits',
        title: { th: 'ทีมละวันละ', en: 'Per team and day' },
        unit: households,
        least: 1,
        most: 1000,
        usual: 6,
      },
    ],
    pace: ([teams = 0, days = 0, visits = 0]) => ({ perMonth: teams * days * visits, most: null }),
  },
  {
    id: 'budget',
    title: { th: 'งบประมาณ', en: 'Budget' },
    amounts: [
      {
        id: 'budget',
        title: { th: 'งบประมาณทั้งหมด', en: 'Budget in all' },
        unit: baht,
        least: 1,
        most: 1_000_000_000_000,
        usual: 5_000_000,
      },
      {
        id: 'cost',
        title: { th: 'ใช้ครัวเรือนละ', en: 'Cost per household' },
        unit: baht,
        least: 1,
        most: 100_000_000,
        usual: 3000,
      },
    ],
    pace: ([budget = 0, cost = 1], months) => {
      const most = Math.floor(budget / cost);
      return { perMonth: Math.ceil(most / Math.max(1, months)), most };
    },
  },
] as const satisfies readonly Kind[];

export type CapacityKind = (typeof capacityKinds)[number]['id'];

export interface Capacity {
  readonly kind: CapacityKind;
  /** In the order of the kind's amounts, whole numbers within their limits. */
  readonly amounts: readonly number[];
}

export function kindOf(id: CapacityKind): Kind {
  return capacityKinds.find((kind) => kind.id === id) as Kind;
}

export const usualCapacity = (kind: CapacityKind): Capacity => ({
  kind,
  amounts: kindOf(kind).amounts.map(({ usual }) => usual),
});

export const paceOf = ({ kind, amounts }: Capacity, months: number): Pace => kindOf(kind).pace(amounts, months);

/** `teams.5.20.6`; null for what is none, or beyond a limit. */
export function parseCapacity(text: string): Capacity | null {
  const [name, ...words] = text.split('.');
  const kind = capacityKinds.find(({ id }) => id === name);
  if (!kind || words.length !== kind.amounts.length || !words.every((word) => /^[1-9]\d{0,12}$/.test(word)))
    return null;
  const amounts = words.map(Number);
  const isWithin = kind.amounts.every(
    ({ least, most }, at) => (amounts[at] ?? 0) >= least && (amounts[at] ?? 0) <= most,
  );
  return isWithin ? { kind: kind.id, amounts } : null;
}

export const printCapacity = ({ kind, amounts }: Capacity): string => [kind, ...amounts].join('.');
