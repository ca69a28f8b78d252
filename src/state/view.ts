/** Owns what a view is, all that matters of what a reader sees, and the one that the page opens with. */
import {
  type AgencySide,
  type GapCut,
  type NeedScale,
  type SpotLook,
  type SpotRate,
  usualFewest,
} from '../model/analysis.ts';
import { usualClasses, type MethodId, type MiddleId } from '../areas/classing.ts';
import type { AgeLook } from '../model/age.ts';
import type { AreaCode, Level } from '../model/area.ts';
import type { AspectId } from '../model/aspect.ts';
import { bandsUsual, type BandBounds } from '../model/band.ts';
import type { Breakdown } from '../model/breakdown.ts';
import { usualReportingDay } from '../model/calendar.ts';
import { usualCapacity, type Capacity } from '../model/capacity.ts';
import type { Listed } from '../model/listing.ts';
import type { KeptClass } from '../model/keptclass.ts';
import type { MapKindId, SeriesKind } from '../model/mapkind.ts';
import type { AimId } from '../model/plan.ts';
import type { Digits } from '../model/digits.ts';
import type { IsoDate, Snapshot } from '../model/snapshot.ts';
import { noFilters, type Filters } from '../model/subject.ts';
import type { RendererId } from '../model/renderer.ts';
import type { Language } from '../model/text.ts';
import type { ToolId } from '../model/toolbox.ts';
import type { ActGroup } from '../queries/acts.ts';
import type { Against } from '../queries/against.ts';
import type { DenominatorId } from '../queries/denominators.ts';
import type { MeasureId } from '../queries/measures.ts';
import type { PlanGroup } from '../queries/plans.ts';
import type { TeamSide } from '../queries/teams.ts';

/** All that matters of what a reader sees. No field can hold a cell of a file. */
export interface View {
  /** Null: the opening snapshot. */
  readonly at: Snapshot | null;
  /** Null: the whole province of the snapshot. */
  readonly area: AreaCode | null;
  readonly level: Level;
  readonly measure: MeasureId;
  readonly filters: Filters;
  readonly language: Language;
  /** Others look on: only protected figures, and only views that these were worked out for (state/meeting). */
  readonly meeting: boolean;
  /** How numbers and dates are written in Thai. */
  readonly digits: Digits;
  /** How the map's classes are cut, at most how many, and where two colours part (null: one colour). */
  readonly method: MethodId;
  readonly classes: number;
  readonly mid: MiddleId | null;
  /** Inner bounds that stay as they are, ascending; null: cut anew for every view. */
  readonly breaks: readonly number[] | null;
  /** The class of the legend that stays brought out; null: none. */
  readonly kept: KeptClass | null;
  /** What a count is divided by on the map; null: by nothing. */
  readonly per: DenominatorId | null;
  /** Rates of few are drawn towards that of all. */
  readonly smooth: boolean;
  /** The kind of map; what it is set against (of the same whole; null: what lies nearest); what small maps are of. */
  readonly map: MapKindId;
  readonly against: Against | null;
  readonly series: SeriesKind;
  /** As-of date of the round compared with; null: the one before. */
  readonly since: IsoDate | null;
  /** The tool beside the map; null: the ranking. */
  readonly panel: ToolId | null;
  readonly needScale: NeedScale;
  readonly gapCut: GapCut;
  readonly agencySide: AgencySide;
  /** What recorded acts of help are told by. */
  readonly actGroup: ActGroup;
  /** What of those who wait longest is looked at area by area. */
  readonly ageLook: AgeLook;
  /** Which of the four ท, and the value of its registry whose places are told; null: the one most told. */
  readonly aspect: AspectId;
  readonly trait: string | null;
  /** What plans are told by, and who of those that see to households is. */
  readonly planGroup: PlanGroup;
  readonly teamSide: TeamSide;
  readonly spotRate: SpotRate;
  readonly spotLook: SpotLook;
  /** Areas so near, in kilometres, are neighbours; null: those that share a border. */
  readonly spotKm: number | null;
  /** An area of fewer households is told nothing of. */
  readonly spotFewest: number;
  /** Percent of the households whose fewest areas are marked, above 0 and at most 100. */
  readonly partPercent: number;
  /** What the plan of work counts on, and whom it reaches first. */
  readonly capacity: Capacity;
  readonly aim: AimId;
  readonly bandsKm: BandBounds;
  /** What progress is parted by. */
  readonly breakdown: Breakdown;
  /** When help is to be complete; null: at the end of the fiscal year of the as-of date. */
  readonly deadline: IsoDate | null;
  /** Day of the month on which districts report. */
  readonly reportingDay: number;
  /** The day from which the days left are counted; null: the as-of date. */
  readonly today: IsoDate | null;
  readonly renderer: RendererId;
  /** Areas held side by side, in the order they were pinned; null: none. */
  readonly pins: readonly AreaCode[] | null;
  /** The figure whose rows are listed; null: none. */
  readonly rows: Listed | null;
  /** The page of a briefing that is presented; null: none is. */
  readonly slide: string | null;
}

export const openingView: View = {
  at: null,
  area: null,
  level: 'amphoe',
  measure: 'household.pending',
  filters: noFilters,
  language: 'th',
  meeting: false,
  digits: 'arabic',
  method: 'auto',
  classes: usualClasses,
  mid: null,
  breaks: null,
  kept: null,
  per: null,
  smooth: false,
  map: 'choropleth',
  against: null,
  series: 'dimensions',
  since: null,
  panel: null,
  needScale: 'count',
  gapCut: 'terciles',
  agencySide: 'hosts',
  actGroup: 'month',
  ageLook: 'median',
  aspect: 'solution',
  trait: null,
  planGroup: 'project',
  teamSide: 'team',
  spotRate: 'waiting',
  spotLook: 'groups',
  spotKm: null,
  spotFewest: usualFewest,
  partPercent: 50,
  capacity: usualCapacity('households'),
  aim: 'most',
  bandsKm: bandsUsual,
  breakdown: 'areas',
  deadline: null,
  reportingDay: usualReportingDay,
  today: null,
  renderer: 'auto',
  pins: null,
  rows: null,
  slide: null,
};
