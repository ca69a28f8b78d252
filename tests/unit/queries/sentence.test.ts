/** The sentence that says in words what is shown: every filter that is on is in it, in both languages. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pendingStatuses, statuses } from '../../../src/model/status.ts';
import { noFilters, type Filters } from '../../../src/model/subject.ts';
import { languages } from '../../../src/model/text.ts';
import { filters, withChosen, type Filter, type FilterId } from '../../../src/queries/filters.ts';
import { measureOf, measures } from '../../../src/queries/measures.ts';
import { referenceMeasureOf } from '../../../src/queries/referencemeasures.ts';
import { filterPhrase, sentence } from '../../../src/queries/sentence.ts';

const klongLuang = { th: 'อ.คลองหลวง จ.ปทุมธานี', en: 'Khlong Luang, Pathum Thani' };
const on = (patch: Partial<Filters>): Filters => ({ ...noFilters, ...patch });
const filterOf = (id: FilterId): Filter => filters.find((filter) => filter.id === id) as Filter;

describe('the sentence', () => {
  it('is the measure and the area where nothing is filtered', () => {
    expect(sentence('household.pending', noFilters, klongLuang.th, 'th')).toBe(
      'ครัวเรือนที่ยังรอการช่วยเหลือ อ.คลองหลวง จ.ปทุมธานี',
    );
    expect(sentence('household.pending', noFilters, klongLuang.en, 'en')).toBe(
      'Households still waiting for help, Khlong Luang, Pathum Thani',
    );
  });

  it('joins the dimension to the measure without a space in Thai, with one in English', () => {
    const filtered = on({ dimensions: ['health'], classes: ['welfare'] });
    expect(sentence('household.pending', filtered, klongLuang.th, 'th')).toBe(
      'ครัวเรือนที่ยังรอการช่วยเหลือด้านสุขภาพ ประเภทสงเคราะห์ อ.คลองหลวง จ.ปทุมธานี',
    );
    expect(sentence('household.pending', filtered, klongLuang.en, 'en')).toBe(
      'Households still waiting for help in health, class: needs welfare, Khlong Luang, Pathum Thani',
    );
  });

  it('names several options as one or the other, in the order of the registry', () => {
    const filtered = on({ dimensions: ['income', 'health'] });
    expect(filterPhrase(filtered, filterOf('dimensions'), 'th')).toBe('ด้านสุขภาพ หรือ รายได้');
    expect(filterPhrase(filtered, filterOf('dimensions'), 'en')).toBe('in health or income');
  });

  it('says the statuses of those who wait as one, in whichever order they were chosen', () => {
    for (const chosen of [pendingStatuses, [...pendingStatuses].reverse()]) {
      const filtered = on({ statuses: chosen });
      expect(filterPhrase(filtered, filterOf('statuses'), 'th')).toBe('สถานะยังรอการช่วยเหลือ');
      expect(filterPhrase(filtered, filterOf('statuses'), 'en')).toBe('status: still waiting');
    }
  });

  it('names each status where they are not the whole group, or more than it', () => {
    const three = on({ statuses: pendingStatuses.slice(1) });
    // Whether a comma stands between the first two is the language data's own matter.
    expect(filterPhrase(three, filterOf('statuses'), 'th')).toMatch(
      /^สถานะอยู่ระหว่างดำเนินการ,? ส่งต่อ ศจพ\.จ\. หรือ ช่วยเหลือแล้วบางส่วน$/,
    );
    const five = on({ statuses: [...pendingStatuses, 'helped'] });
    expect(filterPhrase(five, filterOf('statuses'), 'en')).toBe(
      'status: help not started, in progress, referred to the province, partly helped, or helped',
    );
    const others = on({ statuses: ['waiting', 'in_progress', 'referred', 'helped'] });
    expect(filterPhrase(others, filterOf('statuses'), 'th')).toContain('ช่วยเหลือแล้ว');
  });

  it('says a flag either way', () => {
    expect(sentence('household.need', on({ urgent: true, overCapacity: false }), klongLuang.th, 'th')).toBe(
      'ครัวเรือนที่ต้องช่วยเหลือ เร่งด่วน อยู่ในศักยภาพอำเภอ อ.คลองหลวง จ.ปทุมธานี',
    );
    expect(sentence('household.need', on({ urgent: false, overCapacity: true }), klongLuang.en, 'en')).toBe(
      'Households in need, not urgent, beyond the amphoe’s capacity, Khlong Luang, Pathum Thani',
    );
  });

  it('has a phrase for a filter only where it is on', () => {
    for (const filter of filters)
      for (const language of languages) {
        expect(filterPhrase(noFilters, filter, language), filter.id).toBeNull();
        const [first] = filter.options;
        const filtered = withChosen(noFilters, filter.id, [first.id]);
        const words: Filter['options'][number] = first;
        const said = filterPhrase(filtered, filter, language) ?? '';
        expect(said.toLowerCase(), filter.id).toContain((words.phrase ?? words.title)[language].toLowerCase());
      }
  });

  it('says for what is not given that it is not, and no status twice', () => {
    const asked = (filtered: Filters): string => sentence('household.pending', filtered, 'อ.ยะรัง', 'th');
    expect(asked({ ...noFilters, dimensions: ['unspecified'], classes: ['unclassified'] })).toBe(
      'ครัวเรือนที่ยังรอการช่วยเหลือ ที่ไม่ระบุมิติ ที่ยังไม่จำแนกประเภท อ.ยะรัง',
    );
    expect(asked({ ...noFilters, statuses: [...pendingStatuses] })).toBe('ครัวเรือนที่ยังรอการช่วยเหลือ อ.ยะรัง');
    expect(sentence('household.referred', { ...noFilters, dimensions: ['health'] }, 'อ.ยะรัง', 'th')).toBe(
      'ครัวเรือนที่ส่งต่อ ศจพ.จ. ด้านสุขภาพ อ.ยะรัง',
    );
  });

  it('holds the area and the words of every filter that is on, in every language', () => {
    const chosen = fc.tuple(...filters.map((filter: Filter) => fc.subarray(filter.options.map(({ id }) => id))));
    fc.assert(
      fc.property(
        chosen,
        fc.constantFrom(...measures.map(({ id }) => id)),
        fc.constantFrom(...languages),
        (all, id, language) => {
          const filtered = filters.reduce((set, { id: one }, i) => withChosen(set, one, all[i] ?? []), noFilters);
          const said = sentence(id, filtered, klongLuang[language], language);
          expect(said.startsWith(measures.find((measure) => measure.id === id)?.phrase[language] ?? '?')).toBe(true);
          expect(said.endsWith(`${language === 'th' ? ' ' : ', '}${klongLuang[language]}`)).toBe(true);
          // A figure of a table of areas follows no filter, and says none.
          if (referenceMeasureOf(id)?.of === null)
            expect(said).toBe(sentence(id, noFilters, klongLuang[language], language));
          else
            for (const filter of filters) {
              // A filter on just the statuses that the measure counts is said by the measure.
              const counted: readonly string[] = measureOf(id).statuses ?? [];
              const isSaid =
                filter.id === 'statuses' && [...counted].sort().join() === [...filtered.statuses].sort().join();
              if (!isSaid) expect(said).toContain(filterPhrase(filtered, filter, language) ?? '');
            }
          expect(said).not.toMatch(/undefined|null|, ,|\s{2}/);
        },
      ),
      { seed: 2565 },
    );
  });

  it('calls a status in the filter as the registry does', () => {
    for (const { id, title } of statuses)
      expect(filterPhrase(on({ statuses: [id] }), filterOf('statuses'), 'th')).toBe(`สถานะ${title.th}`);
  });
});
