/** Owns what a meeting is asked to decide before anyone has written it: lines that follow from the figures. */
import { textsOf } from '../i18n/texts.ts';
import { agencyText } from '../model/agency.ts';
import { dimensions } from '../model/dimension.ts';
import { plain } from '../model/plain.ts';
import { languages } from '../model/text.ts';
import { rankedRows, byDimension } from './blocks.ts';
import { leadOf } from './claims.ts';
import type { Making } from './making.ts';
import { isSome, quantityOf } from './quantity.ts';

/** So many areas are named. */
const mostAreas = 3;

/** As the reader wrote them; in a protected view without those that count households, but for what it tells itself. */
export function decisionsShown(making: Making): readonly string[] {
  const made = decisionLines(making);
  const { decisions } = making.edits;
  if (!decisions || !making.facts.isProtected) return decisions ?? made;
  const units = languages.flatMap((language) => Object.values(textsOf(language).briefing.units));
  const counts = new RegExp(`\\d\\s*(?:${units.map((unit) => unit.replace(/s$/, '')).join('|')})`);
  return decisions.filter((line) => made.includes(line) || !counts.test(plain(line)));
}

/** What the reader typed in place of the lines shown; what a protected view held back of those before stays. */
export function decisionsWritten(
  before: readonly string[] | null,
  shown: readonly string[],
  text: string,
): readonly string[] {
  const heldBack = before?.filter((line) => !shown.includes(line)) ?? [];
  return [...text.split('\n').filter((line) => line.trim() !== ''), ...heldBack];
}

function decisionLines({ seen, facts, dashboard, voice: { texts, format }, isChosen }: Making): readonly string[] {
  const { decisions } = texts;
  if (isChosen) return [decisions.next];
  const waiting = rankedRows(seen, 'household.pending').filter(
    ({ code, figures }) => code !== null && isSome(quantityOf(seen, facts, 'household.pending', figures, code)),
  );
  const names = waiting.slice(0, mostAreas).flatMap(({ code }) => (code ? seen.fullNameOf(code) : []));
  // Where some were chosen, the others are not asked about.
  const { dimensions: wanted } = facts.filters;
  const named = byDimension(seen).filter(
    ({ id }) => id !== 'unspecified' && (wanted.length === 0 || wanted.some((dimension) => dimension === id)),
  );
  const lead = leadOf(
    named.map(({ title, figures }) => ({ name: title, count: quantityOf(seen, facts, 'need.pending', figures) })),
  );
  const led =
    lead.kind === 'most' && lead.names.length === 1 ? named.find(({ title }) => title === lead.names[0]) : null;
  const dimension = dimensions.find(({ id }) => id === led?.id);
  const hosts = dimension ? dashboard.following.hosts.of(dashboard.whole, dimension.id) : [];
  const short = hosts.map((host) => agencyText(host).short[dashboard.view.current.language]);
  const unsent = quantityOf(seen, facts, 'household.over_capacity_unsent');
  return [
    ...(names.length > 0 ? [decisions.areas(format.list(names))] : []),
    ...(led && short.length > 0 ? [decisions.dimension(led.title, short.join(' · '))] : []),
    ...(isSome(unsent) && unsent.text !== null ? [decisions.unsent(unsent.text)] : []),
    decisions.next,
  ];
}
