/** Owns which areas stand out with their neighbours, of what is looked at: asked of a worker, only while a tool wants it. */
import { untrack } from 'svelte';
import type { AreaFeatures } from '../areas/boundaries.ts';
import { clustersOf, shareOfAll, type Cluster } from '../areas/cluster.ts';
import type { Compared } from '../areas/finding.ts';
import { bySharedBorder, usualReachKm, withinKm, type LonLat, type Neighbours } from '../areas/neighbours.ts';
import { permutationsFor, type Spotting } from '../areas/spotting.ts';
import { areaOfNumber, type AreaCode } from '../model/area.ts';
import { leastSpotKm, mostSpotKm, type SpotRate } from '../model/analysis.ts';
import type { Subject } from '../model/subject.ts';
import type { Figures } from '../queries/figures.ts';
import type { MeasureId } from '../queries/measures.ts';
import { Answer } from './answer.svelte.ts';
import { eitherOf } from './stopping.ts';
import type { Dashboard } from './dashboard.svelte.ts';
import { Spotter } from './spotter.ts';

/** Any number would do; the same one, so that the same figures always give the same findings. */
const seed = 2565;

const rates: Readonly<Record<SpotRate, { readonly part: MeasureId; readonly whole: MeasureId }>> = {
  waiting: { part: 'household.pending', whole: 'household.need' },
  need: { part: 'household.need', whole: 'household.listed' },
};

interface Wanted {
  readonly subject: Subject;
  readonly areas: ReadonlyMap<number, Figures>;
  readonly shapes: AreaFeatures;
  readonly rate: SpotRate;
  /** Null: neighbours share a border. */
  readonly km: number | null;
  readonly fewest: number;
}

export interface Found {
  readonly compared: Compared;
  readonly spotting: Spotting;
  readonly clusters: readonly Cluster[];
  /** The share in all areas compared. */
  readonly all: number;
  readonly km: number | null;
  readonly fewest: number;
  readonly permutations: number;
  readonly seed: number;
}

/** Why there is no answer, where the reader called the work off. */
class Stopped extends Error {}
/** What takes longer is told how far it is; what is shown till then stands. */
const longMs = 400;

export class HotSpots {
  readonly #looked: () => Dashboard;
  readonly #spotter = new Spotter();
  readonly #answer = new Answer<Wanted, Found>();
  /** Of each set of shapes, by their reach; worked out once. */
  readonly #neighbours = new WeakMap<AreaFeatures, Map<number | null, Neighbours>>();
  #done = $state(0);
  #isLong = $state(false);
  #halt = new AbortController();
  /** An area of the cluster that the reader picked out of the list. */
  picked: AreaCode | null = $state(null);

  constructor(looked: () => Dashboard) {
    this.#looked = looked;
  }

  /** Null while nothing can be compared. */
  readonly #wanted: Wanted | null = $derived.by(() => {
    const { atlas, level, view } = this.#looked();
    const { spotRate, spotKm, spotFewest } = view.current;
    const answer = this.#looked().answer('areas');
    const shapes = atlas.boundaries?.[level];
    if (!answer || !shapes || shapes.features.length === 0 || answer.subject.level !== level) return null;
    return { subject: answer.subject, areas: answer.value, shapes, rate: spotRate, km: spotKm, fewest: spotFewest };
  });

  /** The last good answer, as long as it is of the shapes that are shown. */
  get current(): Found | null {
    const { current } = this.#answer;
    return current && this.#answer.error === null && current.subject.shapes === this.#wanted?.shapes
      ? current.value
      : null;
  }
  get pending(): boolean {
    return this.#answer.pending;
  }
  /** 0 to 1. */
  get done(): number {
    return this.#done;
  }
  /** The work takes its time: that it goes on is to be told. */
  get isLong(): boolean {
    return this.#answer.pending && this.#isLong;
  }
  get error(): unknown {
    return this.#answer.error;
  }
  /** Called off by the reader; asked anew, or of anything else, it starts again. */
  get isStopped(): boolean {
    return this.#answer.error instanceof Stopped;
  }
  stop(): void {
    this.#halt.abort(new Stopped());
  }

  /** A distance to begin with, for the areas shown. */
  usualKm(): number {
    const { shapes } = this.#wanted ?? {};
    return Math.max(leastSpotKm, Math.min(mostSpotKm, shapes ? usualReachKm(this.#pointsOf(shapes)) : leastSpotKm));
  }

  /** To be called in an effect of the tool that wants it. */
  ask(): void {
    const wanted = this.#wanted;
    if (!wanted) return;
    const last = untrack(() => (this.#answer.error === null ? this.#answer.current?.subject : null));
    const parts = ['areas', 'shapes', 'rate', 'km', 'fewest'] as const;
    const isAnswered = parts.every((part) => last?.[part] === wanted[part]);
    if (isAnswered && !untrack(() => this.#answer.pending)) return;
    void this.#answer.ask(wanted, (signal) => this.#find(wanted, signal));
  }

  async #find({ subject, areas, shapes, rate, km, fewest }: Wanted, signal: AbortSignal): Promise<Found> {
    const begun = performance.now();
    this.#done = 0;
    this.#isLong = false;
    this.#halt = new AbortController();
    const compared = comparedOf(areas, shapes, subject, rate, this.#looked().session.gazetteer.polygonOf);
    const neighbours = this.#neighboursOf(shapes, km);
    const { part, whole } = compared;
    const how = { fewest, permutations: permutationsFor(compared.codes.length), seed };
    const spotting = await this.#spotter.find(
      { part, whole, neighbours, ...how },
      eitherOf(signal, this.#halt.signal),
      (done) => {
        this.#done = done;
        this.#isLong = performance.now() - begun > longMs;
      },
    );
    const clusters = clustersOf(spotting.spots, neighbours, part, whole);
    return { compared, spotting, clusters, all: shareOfAll(spotting.spots, part, whole), km, ...how };
  }

  #neighboursOf(shapes: AreaFeatures, km: number | null): Neighbours {
    const known = this.#neighbours.get(shapes) ?? new Map<number | null, Neighbours>();
    this.#neighbours.set(shapes, known);
    const found = known.get(km) ?? (km === null ? bySharedBorder(shapes) : withinKm(this.#pointsOf(shapes), km));
    known.set(km, found);
    return found;
  }

  /** Where the areas' names stand, within each; what has no place has nobody near. */
  #pointsOf(shapes: AreaFeatures): readonly LonLat[] {
    const { gazetteer } = this.#looked().session;
    return shapes.features.map(({ properties }) => gazetteer.find(properties.code)?.point ?? [NaN, NaN]);
  }
}

/** What is compared, of each shape; where two codes share a shape, of both. */
function comparedOf(
  areas: ReadonlyMap<number, Figures>,
  shapes: AreaFeatures,
  { level }: Subject,
  rate: SpotRate,
  polygonOf: (code: string) => AreaCode | null,
): Compared {
  const codes = shapes.features.map(({ properties }) => properties.code);
  const places = new Map(codes.map((code, place) => [code, place]));
  const [part, whole] = [new Float64Array(codes.length).fill(NaN), new Float64Array(codes.length).fill(NaN)];
  for (const [number, figures] of areas) {
    const polygon = polygonOf(areaOfNumber(number, level) ?? '');
    const place = polygon === null ? undefined : places.get(polygon);
    if (place === undefined) continue;
    const add = (to: Float64Array, value: number | null | undefined): void => {
      to[place] = (Number.isNaN(to[place]) ? 0 : to[place]!) + (value ?? NaN);
    };
    add(part, figures[rates[rate].part]);
    add(whole, figures[rates[rate].whole]);
  }
  return { codes, part, whole, rate };
}
