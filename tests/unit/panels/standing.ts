/** Owns the stand-in for a dashboard that the panels' tests look at: an answer, a view, the real gazetteer, bare shapes. */
import type { AreaBoundaries } from '../../../src/areas/boundaries.ts';
import { formatOf } from '../../../src/i18n/format.ts';
import { textsOf } from '../../../src/i18n/texts.ts';
import { country, provinceOf, type AreaCode, type Level } from '../../../src/model/area.ts';
import type { IsoDate } from '../../../src/model/snapshot.ts';
import { noFilters, type Filters, type Subject } from '../../../src/model/subject.ts';
import type { Language } from '../../../src/model/text.ts';
import type { Figures } from '../../../src/queries/figures.ts';
import { scopeOf } from '../../../src/queries/questions.ts';
import type { Dashboard } from '../../../src/state/dashboard.svelte.ts';
import { AreaBook } from '../../../src/state/areabook.svelte.ts';
import { References } from '../../../src/state/references.svelte.ts';
import type { Session } from '../../../src/state/session.svelte.ts';
import type { ViewState } from '../../../src/state/view.svelte.ts';
import { openingView, type View } from '../../../src/state/view.ts';
import { gazetteer } from '../areas/files.ts';

export interface Standing {
  readonly area: string;
  readonly level: Level;
  /** Figures by area number; null while nothing is answered. */
  readonly rows: Readonly<Record<number, Figures>> | null;
  readonly filters?: Partial<Filters>;
  readonly language?: Language;
  /** Names that the file itself gives to codes. */
  readonly names?: Readonly<Record<string, string>>;
  /** Provinces whose snapshots are open; the area's own by default. */
  readonly open?: readonly string[];
  /** How it is shown, as the URL says. */
  readonly look?: Partial<View>;
}

/** The parts of a dashboard that turn answers into rows and figures. */
type Parts = Pick<
  Dashboard,
  | 'answer'
  | 'areaBook'
  | 'entries'
  | 'figures'
  | 'format'
  | 'fullNameOf'
  | 'level'
  | 'measure'
  | 'nameOf'
  | 'scope'
  | 'shown'
  | 'texts'
> & {
  readonly atlas: Pick<Dashboard['atlas'], 'boundaries'>;
  readonly session: Pick<Dashboard['session'], 'gazetteer'>;
  readonly view: Pick<Dashboard['view'], 'current'>;
};

export function standing({
  area: text,
  level,
  rows,
  filters = {},
  language = 'th',
  names = {},
  ...rest
}: Standing): Dashboard {
  const area = text as AreaCode;
  const open = rest.open ?? [provinceOf(area)];
  const view = { ...openingView, ...rest.look, area, level, language, filters: { ...noFilters, ...filters } };
  const subject: Subject = { snapshots: open.map((_, index) => index + 1), area, level, filters: view.filters };
  // In the answer's own order: an object's keys would be sorted anyway.
  const value = new Map(Object.entries(rows ?? {}).map(([number, figures]) => [Number(number), figures]));
  const nameOf = (code: AreaCode): string => gazetteer.find(code)?.name[language] ?? names[code] ?? `รหัส ${code}`;
  const session: Pick<Session, 'gazetteer' | 'references'> = { gazetteer, references: new References(() => undefined) };
  const looked = { session: session as Session, whole: provinceOf(area), view: { current: view } as ViewState };
  const parts: Parts = {
    areaBook: new AreaBook(() => looked),
    measure: view.measure,
    answer: () => (rows === null ? null : { subject, value }),
    figures: {},
    format: formatOf(language),
    texts: textsOf(language),
    level,
    scope: scopeOf(area),
    nameOf,
    fullNameOf: (code) => (gazetteer.find(code) ? gazetteer.fullName(code, language) : nameOf(code)),
    entries: open.map((province, index) => ({
      number: index + 1,
      snapshot: { province: province as AreaCode, asOf: '2022-06-29' as IsoDate },
      sample: null,
      receipt: null,
    })),
    atlas: { boundaries: shapes(provinceOf(area)) },
    session: { gazetteer },
    shown: subject,
    view: { current: view },
  };
  return parts as Dashboard;
}

/** A shape for each area that has one of its own; where it lies does not matter here. */
function shapes(whole: AreaCode): AreaBoundaries {
  const layer = (codes: readonly AreaCode[]): AreaBoundaries['tambon'] => ({
    type: 'FeatureCollection',
    features: codes.map((code) => ({
      type: 'Feature',
      properties: { code },
      geometry: { type: 'Polygon', coordinates: [] },
    })),
  });
  const provinces = whole === country ? gazetteer.children(country).map(({ code }) => code) : [whole];
  const amphoe = provinces.flatMap((province) => gazetteer.children(province).map(({ code }) => code));
  const tambon = amphoe.flatMap((code) => gazetteer.children(code).map((entry) => entry.code));
  return {
    province: layer(provinces),
    amphoe: layer(amphoe),
    tambon: layer(tambon.filter((code) => gazetteer.polygonOf(code) === code)),
    approximate: false,
    credit: { th: '', en: '' },
  };
}
