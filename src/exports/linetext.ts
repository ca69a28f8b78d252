/** Owns the message for a chat: short, a line a figure, with arrows for what rose and fell; nothing in it is counted here. */
import { savingTexts } from '../i18n/saving.ts';
import type { Language } from '../model/text.ts';
import type { Datum } from '../ui/datum.ts';

export interface Message {
  readonly where: string;
  /** As it is written. */
  readonly asOf: string;
  /** What is counted, where that is not everything. */
  readonly filters: string;
  readonly figures: readonly {
    readonly label: string;
    readonly datum: Datum;
    readonly unit: string;
    /** How far it went; its text has no sign. */
    readonly change?: Datum | undefined;
  }[];
  /** Since which round, as it is written. */
  readonly since: string | null;
  /** Those with most, in their order. */
  readonly areas: readonly { readonly name: string; readonly rank: string; readonly datum: Datum }[];
  readonly areaTitle: string;
  readonly rounding: string | null;
}

/** What the chat takes without cutting it. */
export const mostLetters = 1000;

export function messageText(message: Message, language: Language): string {
  const texts = savingTexts[language].message;
  const changed = message.figures.some(({ change }) => arrowOf(change) !== '');
  const head = [texts.head(message.where, message.asOf), ...(message.filters ? [message.filters] : []), ''];
  const figures = message.figures.map(({ label, datum, unit, change }) => {
    const arrow = arrowOf(change);
    return texts.figure(label, datum.text, unit, arrow === '' ? '' : texts.since(arrow, change?.text ?? ''));
  });
  const foot = [
    ...(changed && message.since ? [texts.compared(message.since)] : []),
    ...(message.rounding ? [message.rounding] : []),
  ];
  const areas = message.areas.map(({ rank, name, datum }) => texts.area(rank, name, datum.text));
  // Very long names leave room for fewer areas; figures and what is to be known of them always stand there.
  for (let count = areas.length; ; count -= 1) {
    const list = count > 0 ? ['', texts.most(message.areaTitle), ...areas.slice(0, count)] : [];
    const text = [...head, ...figures, ...list, ...(foot.length > 0 ? ['', ...foot] : [])].join('\n');
    if (text.length <= mostLetters || count === 0) return text.slice(0, mostLetters);
  }
}

function arrowOf(change: Datum | undefined): '' | '▲' | '▼' {
  if (typeof change?.value !== 'number' || change.value === 0) return '';
  return change.value > 0 ? '▲' : '▼';
}
