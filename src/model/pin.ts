/** Owns the list of areas that are held side by side: how many at most, and how a link writes it. */
import { areaCode, type AreaCode } from './area.ts';

export const mostPins = 6;

/** Codes by comma, each once, no more than can be read side by side; null where it is no such list. */
export function parsePins(text: string): readonly AreaCode[] | null {
  const codes = text.split(',').flatMap((part) => areaCode(part) ?? []);
  const isList = codes.length === text.split(',').length && new Set(codes).size === codes.length;
  return isList && codes.length <= mostPins ? codes : null;
}

export function printPins(pins: readonly AreaCode[]): string {
  return pins.join(',');
}

/** With these added behind those that stand, as far as there is room; null: none. */
export function withPins(pins: readonly AreaCode[] | null, added: readonly AreaCode[]): readonly AreaCode[] {
  return [...new Set([...(pins ?? []), ...added])].slice(0, mostPins);
}

export function withoutPin(pins: readonly AreaCode[] | null, gone: AreaCode): readonly AreaCode[] | null {
  const left = (pins ?? []).filter((code) => code !== gone);
  return left.length > 0 ? left : null;
}
