/** Every judgement that the example files meet has its words. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgements, judgementTitle } from '../../../src/model/problem.ts';

const folder = path.resolve(import.meta.dirname, '../../fixtures/logbook');
interface Expected {
  readonly setAside?: readonly string[];
  readonly quarantined?: readonly string[];
  readonly warnings?: readonly string[];
  readonly assumptions?: readonly string[];
}
const expected = readdirSync(folder)
  .filter((name) => name.endsWith('.expected.json'))
  .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Expected);
const texts = expected.flatMap(({ setAside = [], quarantined = [], warnings = [], assumptions = [] }) => [
  ...setAside,
  ...quarantined,
  ...warnings,
  ...assumptions,
]);
const codes = new Set(
  texts.flatMap((text) => text.split(/[^a-z_0-9]+/)).filter((word) => /^[a-z]+(_[a-z0-9]+)+$/.test(word)),
);

describe('the judgements of an import', () => {
  it('have words in both languages', () => {
    const columns = [
      'tambon_code',
      'house_code',
      'amphoe_code',
      'as_of',
      'help_date',
      'survey_date',
      'house_no',
      'member_seq',
    ];
    const unsaid = [...codes].filter((code) => !Object.hasOwn(judgements, code) && !columns.includes(code));
    expect(codes.size).toBeGreaterThan(15);
    expect(unsaid).toEqual([]);
    for (const { title } of Object.values(judgements)) expect(title.th && title.en).toBeTruthy();
  });

  it('are told by their code where they are not known', () => {
    expect(judgementTitle('never_heard', 'th')).toBe('never_heard');
  });
});
