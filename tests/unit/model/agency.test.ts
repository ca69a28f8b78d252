/** Proves that an agency is known as officials write it, with or without its place, and that no other is taken for it. */
import { describe, expect, it } from 'vitest';
import { agencies, agencyOf, hostsOf, type AgencyId } from '../../../src/model/agency.ts';
import { dimensions } from '../../../src/model/dimension.ts';
import { letters } from '../../../src/model/plain.ts';

describe('agencies', () => {
  it.each(
    agencies.flatMap(({ id, title, short, aliases }) =>
      [title.th, title.en, short.th, ...aliases].map((written) => [written, id] as const),
    ),
  )('%s is %s', (written, id) => expect(agencyOf(written)).toBe(id));

  it('are told apart by every name', () => {
    const names = agencies.flatMap(({ id, title, short, aliases }) =>
      [...new Set([title.th, title.en, short.th, ...aliases].map(letters))].map((name) => [name, id] as const),
    );
    expect(names.filter(([name], at) => names.findIndex(([other]) => other === name) !== at)).toEqual([]);
    expect(new Set(agencies.map(({ id }) => id)).size).toBe(agencies.length);
  });

  it.each<readonly [string, AgencyId | null]>([
    ['สสจ.ปัตตานี', 'health_office'],
    ['สำนักงานสาธารณสุขจังหวัดปัตตานี', 'health_office'],
    ['สำนักงาน พัฒนาสังคมเเละความมั่นคงของมนุษย์ จังหวัดปัตตานี', 'social_development'],
    ['อบต.รูสะมิแล', 'local_government'],
    ['เทศบาลเมืองปัตตานี', 'local_government'],
    ['อบต./เทศบาล', 'local_government'],
    ['รพ.สต บ้านนา', 'health_centre'],
    ['รพ.สต.บ้านนา', 'health_centre'],
    ['รพ.ปัตตานี', 'hospital'],
    ['พัฒนาชุมชนอำเภอยะรัง', 'community_development'],
    ['อำเภอยะรัง', 'administration'],
    ['สำนักงานเกษตรและสหกรณ์จังหวัดปัตตานี', 'agriculture_cooperatives'],
    ['สำนักงานเกษตรอำเภอยะรัง', 'agriculture_extension'],
    ['ธกส. สาขายะรัง', 'agriculture_bank'],
    ['กศน.อำเภอยะรัง', 'learning'],
    ['พมจ. และ อบต.', null],
    ['สสจ./พมจ.', null],
    ['พชอ.', null],
    ['มูลนิธิสมมุติ', null],
    ['', null],
  ])('%s: %s', (written, id) => expect(agencyOf(written)).toBe(id));

  it('are host of every dimension that is one, in the order in which they were named', () => {
    for (const { id } of dimensions) expect(hostsOf(id).length > 0).toBe(id !== 'unspecified');
    expect(hostsOf('income').map(({ id }) => id)).toEqual([
      'agriculture_cooperatives',
      'labour_office',
      'commerce_office',
      'interior',
    ]);
    expect(hostsOf('living')).toEqual(hostsOf('access'));
  });
});
