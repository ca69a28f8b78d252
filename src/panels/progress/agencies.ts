/** Owns the hosts as rows: what their dimensions need, what is done and waits, when each last recorded help, and where most wait. */
import { agencyText } from '../../model/agency.ts';
import { dimensions, type Dimension } from '../../model/dimension.ts';
import { noFilters } from '../../model/subject.ts';
import type { IsoDate } from '../../model/snapshot.ts';
import type { Comparand } from '../../state/compared.svelte.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';
import { nameOf } from '../areas.ts';
import { areaOfNumber } from '../../model/area.ts';

export interface HostRow {
  /** An id of `model/agency`, or a name as typed. */
  readonly agency: string;
  readonly title: string;
  readonly short: string;
  readonly dimensions: readonly Dimension[];
  readonly count: number;
  readonly helped: number;
  readonly pending: number;
  readonly last: IsoDate | null;
  /** Name of the area with most needs still waiting; null where none waits. */
  readonly where: string | null;
}

/** The subject once for each dimension, so that its areas can be told apart. */
export function hostComparands({ subject }: Dashboard): readonly Comparand[] {
  if (subject === null) return [];
  return dimensions
    .filter(({ id }) => id !== 'unspecified')
    .map(({ id }) => ({ key: id, subject: { ...subject, filters: { ...subject.filters, dimensions: [id] } } }));
}

/** One row for each agency, those of most waiting needs first. A need of a dimension with several hosts counts with each. */
export function hostRows(dashboard: Dashboard): readonly HostRow[] {
  const { whole } = dashboard;
  const { hosts } = dashboard.following;
  const { language } = dashboard.view.current;
  const matrix = dashboard.answer('matrix')?.value;
  const last = new Map(dashboard.following.acts.current?.value.by.agency.map((row) => [row.key, row.last]));
  const hosted = new Map<string, Dimension[]>();
  for (const { id } of dimensions)
    for (const agency of id === 'unspecified' ? [] : hosts.of(whole, id))
      hosted.set(agency, [...(hosted.get(agency) ?? []), id]);
  const sum = (own: readonly Dimension[], id: 'need.count' | 'need.helped' | 'need.pending'): number =>
    own.reduce((total, dimension) => total + (matrix?.get(codeOf(dimension))?.[id] ?? 0), 0);
  return [...hosted]
    .map(([agency, own]) => {
      const { title, short } = agencyText(agency);
      return {
        agency,
        title: title[language],
        short: short[language],
        dimensions: own,
        count: sum(own, 'need.count'),
        helped: sum(own, 'need.helped'),
        pending: sum(own, 'need.pending'),
        last: last.get(agency) ?? null,
        where: whereMost(dashboard, own),
      };
    })
    .sort((a, b) => b.pending - a.pending || dashboard.format.compare(a.title, b.title));
}
const codeOf = (dimension: Dimension): number => dimensions.findIndex(({ id }) => id === dimension);

function whereMost(dashboard: Dashboard, own: readonly Dimension[]): string | null {
  const pending = new Map<number, number>();
  for (const { key, grouped, subject } of dashboard.following.hosted.current)
    if (own.includes(key as Dimension) && subject.level === dashboard.level)
      for (const [area, figures] of grouped.areas)
        pending.set(area, (pending.get(area) ?? 0) + (figures['need.pending'] ?? 0));
  const [most] = [...pending].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (!most || most[1] === 0) return null;
  return nameOf(dashboard, most[0], areaOfNumber(most[0], dashboard.level));
}

/** The address of a view of nothing but an agency's dimensions; it holds no cell of a file. */
export function linkOf(dashboard: Dashboard, { dimensions: own }: HostRow): string {
  return dashboard.view.link({ at: dashboard.snapshot, filters: { ...noFilters, dimensions: own }, panel: 'agencies' });
}
