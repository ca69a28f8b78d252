/** Owns values that have a type becoming the text that a person would have written, without losing a digit. */

/** Null and undefined are blank. Times are UTC, as the files' own writers mean them; midnight is a day. */
export function textOfTyped(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isNaN(value) ? '' : decimal(value);
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : moment(value);
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part)) ?? '';
}

/**
 * Shortest decimal text. From 1e15 on a number no longer tells all its digits, so it is written with an E: a code written
 * so is known to be lost.
 */
export function decimal(value: number): string {
  if (Math.abs(value) >= 1e15) return value.toExponential();
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}

/** Gives a moment as the clocks of a zone showed it: a day that began in Bangkok is that day, not the one before in UTC. */
export function wallClock(zone: string): (moment: Date) => Date {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  if (sign) {
    const aheadMs = Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000;
    return (date) => new Date(date.getTime() + aheadMs);
  }
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  return (date) => (Number.isNaN(date.getTime()) ? date : new Date(`${clock.format(date).replace(' ', 'T')}Z`));
}

function moment(date: Date): string {
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}
