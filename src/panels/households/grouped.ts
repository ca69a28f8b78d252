/** Owns how a group of households is said in words, wherever its rows are listed or its figure is explained. */
import { ageBands, longDays } from '../../model/age.ts';
import { agencyText } from '../../model/agency.ts';
import { areaOfNumber } from '../../model/area.ts';
import { aspects, type Aspect } from '../../model/aspect.ts';
import { dimensions } from '../../model/dimension.ts';
import { untold, type Group } from '../../model/group.ts';
import { helpKinds } from '../../model/helpkind.ts';
import { reportingDayBefore } from '../../model/reporting.ts';
import type { IsoDate } from '../../model/snapshot.ts';
import type { Text } from '../../model/text.ts';
import { actDoubts } from '../../queries/acts.ts';
import { fewShare } from '../../queries/aspects.ts';
import type { GroupName } from '../../queries/groups.ts';
import type { Dashboard } from '../../state/dashboard.svelte.ts';

/** `name`: of a group that no registry has the words of; null until it is known. */
export function groupWords(dashboard: Dashboard, { of, key }: Group, name: GroupName | null): string {
  const { format } = dashboard;
  const { language, reportingDay } = dashboard.view.current;
  const texts = dashboard.texts.groups;
  const isUntold = key === untold;
  const said = (words: (name: string) => string, own: string | null | undefined): string =>
    own ? words(own) : texts.other;
  const titled = (registry: readonly { readonly title: Text }[]): string | undefined =>
    registry[Number(key)]?.title[language];
  const agency = name?.name ? agencyText(name.name).title[language] : null;
  switch (of) {
    case 'age': {
      if (key === 'long') return texts.long(format.count(longDays));
      const band = ageBands.find(({ id }) => id === key)?.title[language];
      return band ? texts.band(band) : (texts.age[key as keyof typeof texts.age] ?? texts.other);
    }
    case 'team':
      return key === '0' ? texts.noTeam : said(texts.team, personal(name));
    case 'mentor':
      return key === '0' ? texts.noMentor : said(texts.mentor, personal(name));
    case 'village':
      return isUntold ? texts.noVillage : said(texts.village, villageName(dashboard, name));
    case 'plan':
      return isUntold ? texts.unplanned : texts.planned;
    case 'plan_project':
      return isUntold ? texts.noPlan.project : said(texts.plan.project, name?.name);
    case 'plan_dimension':
      return isUnspecified(key) ? texts.noPlan.dimension : said(texts.plan.dimension, titled(dimensions));
    case 'plan_agency':
      return isUntold ? texts.noPlan.agency : said(texts.plan.agency, agency);
    case 'plan_month':
      return isUntold ? texts.noPlan.month : texts.plan.month(format.monthYear(`${key}-01` as IsoDate));
    case 'act':
      return texts.acted;
    case 'act_agency':
      return isUntold ? texts.noAct.agency : said(texts.act.agency, agency);
    case 'act_dimension':
      return isUnspecified(key) ? texts.noAct.dimension : said(texts.act.dimension, titled(dimensions));
    case 'act_kind':
      return key === '0' ? texts.noAct.kind : said(texts.act.kind, titled(helpKinds));
    case 'act_month':
      return isUntold ? texts.noAct.month : texts.act.month(format.monthYear(`${key}-01` as IsoDate));
    case 'doubt': {
      const doubt = actDoubts.find(({ id }) => id === key);
      return doubt ? dashboard.texts.acts.doubts[doubt.id] : texts.other;
    }
    case 'trait': {
      const [id, value = ''] = key.split('.');
      const aspect = (aspects as readonly Aspect[]).find((one) => one.id === id);
      const title = aspect?.title[language].replace(/ \(.*/, '') ?? '';
      if (value === 'all') return texts.traitAll(title);
      if (value === untold) return texts.traitNone(title);
      if (value === fewShare) return texts.traitFew(title);
      const known = aspect?.values.find((one) => one.id === value)?.title[language];
      return said((own) => texts.trait(title, own), known ?? name?.name);
    }
    case 'idle': {
      const asOf = dashboard.snapshot?.asOf;
      return asOf ? texts.idle(format.shortDate(reportingDayBefore(asOf, reportingDay))) : texts.other;
    }
  }
}

const isUnspecified = (code: string): boolean => dimensions[Number(code)]?.id === 'unspecified';
const personal = (name: GroupName | null): string => name?.name ?? '';

function villageName(dashboard: Dashboard, name: GroupName | null): string {
  if (name === null) return '';
  const tambon = areaOfNumber(name.area, 'tambon');
  const moo = name.moo > 0 ? dashboard.texts.villages.moo(String(name.moo)) : '';
  return [moo, name.name, tambon && dashboard.fullNameOf(tambon)].filter((part) => part).join(' ');
}
