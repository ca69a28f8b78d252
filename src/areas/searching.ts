/** Owns finding places by what is typed: names in Thai or English with or without prefix, codes, one letter off. */
import { country, parentOf, pathTo, type AreaCode, type Level } from '../model/area.ts';
import { plain } from '../model/plain.ts';
import type { AreaEntry, Gazetteer } from './gazetteer.ts';
import { placename, spelling } from './placename.ts';

export interface Search {
  /**
   * Best first: the same, begins so, holds it, one letter off; then the wider area, then the order of names.
   * `isOffered`: which areas come into question; all of them without it.
   */
  (typed: string, isOffered?: (code: AreaCode) => boolean): readonly AreaCode[];
}

type Offered = (code: AreaCode) => boolean;

interface Known {
  readonly entry: AreaEntry;
  /** As compared: Thai and English. */
  readonly names: readonly [string, string];
}

/** Shorter words are one letter off of everything. */
const shortestOff = 4;
const same = 0;
const begins = 1;
const holds = 2;
const oneOff = 3;
const levelOrder: readonly Level[] = ['province', 'amphoe', 'tambon'];

/** Reads every name once, a tenth of a second for the country: made when somebody is about to type. */
export function makeSearch(gazetteer: Gazetteer): Search {
  const known = new Map<AreaCode, Known>();
  const learn = (parent: AreaCode): void => {
    for (const entry of gazetteer.children(parent)) {
      known.set(entry.code, { entry, names: [spelling(entry.name.th), spelling(entry.name.en)] });
      learn(entry.code);
    }
  };
  learn(country);
  const { compare } = new Intl.Collator('th');
  // Sorted once: what matches alike is then in order by itself.
  const inOrder = [...known.values()].sort((a, b) => compare(a.entry.name.th, b.entry.name.th));

  const liesIn = ({ entry: { code } }: Known, parents: readonly string[]): boolean => {
    const parent = parentOf(code);
    if (parents.length > 0 && (parent === null || parent === country)) return false;
    const round = parent === null ? [] : pathTo(parent, country).flatMap((above) => known.get(above)?.names ?? []);
    return parents.every((word) => round.some((name) => name.includes(placename(word).bare)));
  };
  const find = (name: string, parents: readonly string[], isOffered: Offered): readonly AreaCode[] => {
    const matching = matcherOf(name);
    const found: AreaCode[][] = [];
    for (const one of inOrder) {
      const match = matching(one);
      if (match === null || (parents.length > 0 && !liesIn(one, parents))) continue;
      if (!isOffered(one.entry.code)) continue;
      (found[match * levelOrder.length + levelOrder.indexOf(one.entry.level)] ??= []).push(one.entry.code);
    }
    // What is one letter off is a guess: it is offered only where nothing else is.
    const sure = found.slice(0, oneOff * levelOrder.length).flat();
    return sure.length > 0 ? sure : found.flat();
  };

  return (typed, isOffered = () => true) => {
    const words = plain(typed).split(' ').filter(Boolean);
    if (words.length === 0) return [];
    const whole = find(words.join(' '), [], isOffered);
    if (whole.length > 0) return whole;
    // A name with the areas that it lies in, before it or behind it.
    for (let at = words.length - 1; at > 0; at -= 1) {
      const [head, tail] = [words.slice(0, at), words.slice(at)];
      const found = find(head.join(' '), tail, isOffered);
      if (found.length > 0) return found;
      const turned = find(tail.join(' '), head, isOffered);
      if (turned.length > 0) return turned;
    }
    return [];
  };
}

/** How well a place is what was typed; null where it is not. */
function matcherOf(typed: string): (one: Known) => number | null {
  const digits = typed.replaceAll(' ', '');
  if (/^\d+$/.test(digits))
    return ({ entry: { code } }) => (code === digits ? same : code.startsWith(digits) ? begins : null);
  const { whole, bare, level } = placename(typed);
  return ({ entry, names }) => {
    const asTyped = best(whole, names);
    if (level === null) return asTyped;
    // A few names begin like a prefix; that is told from their beginning.
    if (asTyped !== null && asTyped <= begins) return asTyped;
    return entry.level === level ? best(bare, names) : null;
  };
}

function best(sought: string, names: Known['names']): number | null {
  const matches = names.flatMap((name) => matchOf(sought, name) ?? []);
  return matches.length > 0 ? Math.min(...matches) : null;
}

function matchOf(sought: string, name: string): number | null {
  if (sought === '') return null;
  const at = name.indexOf(sought);
  if (at === 0) return sought.length === name.length ? same : begins;
  if (at > 0) return holds;
  return sought.length >= shortestOff && isOneOff(sought, name) ? oneOff : null;
}

/** Whether a letter changed, missing, too many or swapped with the next makes it how the name begins. */
export function isOneOff(sought: string, name: string): boolean {
  let at = 0;
  while (at < sought.length && sought[at] === name[at]) at += 1;
  const rest = (skipped: number, taken: number): boolean =>
    name.slice(at + taken).startsWith(sought.slice(at + skipped)) && at + taken <= name.length;
  const isSwapped = sought[at] === name[at + 1] && sought[at + 1] === name[at] && at + 1 < sought.length;
  return rest(1, 1) || rest(1, 0) || rest(0, 1) || (isSwapped && rest(2, 2));
}
