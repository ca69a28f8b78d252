/** Owns telling when data were remembered: the day and the time of the reader's clock. */
import type { Format } from '../../i18n/format.ts';
import type { Texts } from '../../i18n/texts.ts';
import { isoDate } from '../../model/snapshot.ts';

export function savedAt(instant: string, texts: Texts['remembering'], format: Format): string {
  const date = new Date(instant);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString();
  const day = isoDate(local.slice(0, 10));
  return day ? texts.at(format.date(day), local.slice(11, 16)) : '';
}
