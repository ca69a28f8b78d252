/** Proves that every option of every column is read, and comes back as itself. */
import { describe, expect, it } from 'vitest';
import { cleanStatus } from '../../../src/intake/clean-words.ts';
import { optionOf, readOption } from '../../../src/intake/corrected.ts';
import { columns } from '../../../src/model/columns.ts';
import { optionsOf, optionTitle } from '../../../src/model/option.ts';
import { statuses } from '../../../src/model/status.ts';

const worded = columns.filter(({ id }) => optionsOf(id).length > 0);

describe('options', () => {
  it('are there for words of a list and for nothing else', () => {
    expect(worded.map(({ id }) => id)).toEqual([
      ...['status', 'need_help', 'survey', 'class', 'health', 'living', 'education', 'income', 'access', 'dimension'],
      ...['urgent', 'over_capacity', 'agency', 'help_kind', 'planned_agency', 'source'],
    ]);
    expect(worded.some(({ personal }) => personal)).toBe(false);
  });

  it.each(worded.flatMap(({ id }) => optionsOf(id).map((option) => [id, option.id] as const)))(
    '%s: %s is read and comes back',
    (column, option) => {
      const read = readOption(column, option);
      expect(read?.problem).toBeUndefined();
      // Who asks for help says nothing of whether it came.
      if (option === 'asks') expect(read).toEqual({ code: null });
      else expect(optionOf(column, { code: read?.code ?? null, extra: read?.extra ?? null })).toBe(option);
      expect(optionTitle(column, option, 'th')).toMatch(/[ก-ฮ]/);
    },
  );

  it('say of a status what its word says', () => {
    for (const { id, title } of statuses) {
      const { code, extra } = cleanStatus(id === 'out' ? 'เสียชีวิต' : title.th);
      expect({ code, extra }).toEqual(readOption('status', id));
    }
    expect(readOption('status', 'over_capacity')).toEqual(cleanStatus('เกินศักยภาพอำเภอ'));
  });

  it('join dimensions, and know no other column’s', () => {
    expect(readOption('dimension', 'health+income')).toEqual({ code: 0b1001 });
    expect(optionOf('dimension', { code: 0b1001, extra: null })).toBe('health+income');
    for (const foreign of ['welfare', 'constructor', '', 'health+helped'])
      expect(readOption('status', foreign)).toBeNull();
    expect(readOption('tambon', 'helped')).toBeNull();
  });
});
