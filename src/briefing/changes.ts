/** Owns how far a figure went since the round before, over the districts that both rounds have. */
import type { FiguresBlock } from '../exports/deck.ts';
import { areaNumber, levelDivisor, type AreaCode } from '../model/area.ts';
import type { Figures } from '../queries/figures.ts';
import { measureOf, type MeasureId } from '../queries/measures.ts';
import { isExactlyShown, isWhollyTold, type Facts, type RoundFacts } from '../state/brieffacts.ts';
import type { Dashboard } from '../state/dashboard.svelte.ts';
import { isSilent, written } from '../panels/datum.ts';

type Change = NonNullable<FiguresBlock['figures'][number]['change']>;

/** Of the area `seen`; nothing where nothing is known, or nothing changed that a reader would see. */
export function changeOf(seen: Dashboard, facts: Facts, id: MeasureId): Change | null {
  const [then, now] = facts.rounds.slice(-2);
  if (!then || !now || seen.area === null || isSilent(seen, id)) return null;
  const isWhole = seen.area === facts.whole.area;
  const change = facts.isProtected
    ? isWhole && isExactlyShown(facts, id, seen.area)
      ? changeOfWhole(then, now, id)
      : null
    : changeWithin(then, now, isWhole ? null : seen.area, id);
  if (change === null) return null;
  const { briefing } = seen.texts;
  const size = written(seen, id, Math.abs(change));
  if (!/[1-9๑-๙]/.test(size)) return null;
  const signed = `${change < 0 ? '−' : '+'}${size}`;
  const text = measureOf(id).format === 'share' ? briefing.points(signed) : signed;
  const told = briefing.since(text, seen.format.shortDate(then.asOf).replaceAll(' ', '\u00a0'));
  const area = isWhole ? {} : { area: seen.area };
  return { datum: { value: change, text, measure: `${id}_since`, ...area }, text: told };
}

const districtOf = (number: number): number => number - (number % levelDivisor.amphoe);
const districtsIn = ({ areas }: RoundFacts): ReadonlySet<number> => new Set([...areas.keys()].map(districtOf));

/** Rounded figures don't add up: those of the whole are taken, if both rounds have the same districts. */
function changeOfWhole(then: RoundFacts, now: RoundFacts, id: MeasureId): number | null {
  const [before, after] = [districtsIn(then), districtsIn(now)];
  const [was, is] = [then.figures[id], now.figures[id]];
  const isSame = before.size === after.size && [...before].every((district) => after.has(district));
  return isSame && isWhollyTold(was) && isWhollyTold(is) ? is - was : null;
}

function changeWithin(then: RoundFacts, now: RoundFacts, area: AreaCode | null, id: MeasureId): number | null {
  const [before, after] = [districtsIn(then), districtsIn(now)];
  const size = area === null ? 1 : 10 ** (6 - area.length);
  const isOwn = (number: number): boolean =>
    area === null || Math.floor(number / size) === Math.floor(areaNumber(area) / size);
  const isShared = (number: number): boolean =>
    isOwn(number) && before.has(districtOf(number)) && after.has(districtOf(number));
  if (![...now.areas.keys()].some(isShared)) return null;
  const sum = (areas: ReadonlyMap<number, Figures>, one: MeasureId): number =>
    [...areas].reduce((total, [number, figures]) => total + (isShared(number) ? (figures[one] ?? 0) : 0), 0);
  const told = (areas: ReadonlyMap<number, Figures>): number | null => {
    if (measureOf(id).format === 'count') return sum(areas, id);
    const need = sum(areas, 'household.need');
    return id === 'household.helped_share' && need > 0 ? sum(areas, 'household.helped') / need : null;
  };
  const [was, is] = [told(then.areas), told(now.areas)];
  return was === null || is === null ? null : is - was;
}
