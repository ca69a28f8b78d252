/** Proves the data dictionary: every alias leads to one column, and headers never steal from each other. */
import { describe, expect, it } from 'vitest';
import { columns, stagedColumns } from '../../../src/model/columns.ts';
import { mapHeaders } from '../../../src/model/headers.ts';
import { letters } from '../../../src/model/plain.ts';
import { mask } from '../../../src/model/masking.ts';

describe('headers', () => {
  it('knows every alias, alone', () => {
    const shared = new Map<string, string[]>();
    for (const { id, aliases } of columns)
      for (const alias of aliases) shared.set(letters(alias), [...(shared.get(letters(alias)) ?? []), id]);
    for (const [alias, ids] of shared)
      expect(ids).toContain(mapHeaders(ids[0]?.startsWith('area_') ? [alias, 'poor.JPT.CNT'] : [alias])[0]);
    expect([...shared].filter(([, ids]) => new Set(ids).size > 1).map(([alias]) => alias)).toEqual([
      'จำนวนคน',
      'housemembercnt',
      'สถานะ',
      'status',
    ]);
  });

  it.each([
    [
      ['อําเภอ', ' สถานะ การช่วยเหลือ ', 'รหัส\u00a0ตำบล', 'ＡＭＰＨＵＲ＿ID', 'ต.'],
      ['amphoe', 'status', 'tambon_code', 'amphoe_code', 'tambon'],
    ],
    [
      ['สถานะ', 'สถานะการสำรวจ'],
      ['status', 'survey'],
    ],
    [
      ['สถานะ', 'สถานะการช่วยเหลือ'],
      ['survey', 'status'],
    ],
    [
      ['ตำบล', 'ตำบล', 'ชื่อตำบล'],
      ['tambon', null, null],
    ],
    [
      ['รายได้/ปี', 'รายได้'],
      ['income_year', 'income'],
    ],
    [
      ['รายได้จากการเกษตร', 'การศึกษาสูงสุด'],
      [null, null],
    ],
    [
      ['มิติสุขภาพ (จปฐ.)', 'รหัสประจำบ้าน 11 หลัก'],
      ['health', 'house_code'],
    ],
    [
      ['บ้านเลขที่ (เดิม)', 'บ้านเลขที่ (ใหม่)'],
      [null, null],
    ],
    [
      ['', '__proto__', 'constructor', '"; drop table', 'ครัวเรือนเปราะบาง'],
      [null, null, null, null, null],
    ],
  ])('%j', (headers, expected) => {
    expect(mapHeaders(headers)).toEqual(expected);
  });

  it('tells plans from acts of help, alone and side by side', () => {
    const acts = ['กิจกรรมที่ช่วยเหลือ', 'โครงการ/กิจกรรม', 'หน่วยงานที่ช่วยเหลือ', 'งบประมาณ', 'วันที่ช่วยเหลือ', 'ประเภทการช่วยเหลือ'];
    const plans = columns.filter(({ id }) => id.startsWith('planned_'));
    const written = plans.flatMap(({ id, title, aliases }) =>
      [title.th, ...aliases].map((alias) => [alias, id] as const),
    );
    expect(written.length).toBeGreaterThan(25);
    for (const [alias, id] of written) {
      expect(mapHeaders([alias, ...acts])).toEqual([id, ...mapHeaders(acts)]);
      expect(mapHeaders([...acts, `${alias} ปี 2565`]).slice(0, acts.length)).toEqual(mapHeaders(acts));
    }
    expect(mapHeaders(['โครงการ/กิจกรรมที่วางแผนไว้'])).toEqual(['planned_project']);
  });

  it('lets no name, number, note or story out of the scanner but what the clean tables call personal', () => {
    const personal = columns.filter((column) => column.personal).map(({ id }) => id);
    expect(stagedColumns.filter((id) => personal.includes(id))).toEqual([
      'house_code',
      'house_no',
      'mentor',
      ...['attitude', 'skill', 'resource', 'solution'],
    ]);
  });
});

describe('masking', () => {
  it('shows a personal value as there, and no more', () => {
    expect(mask('house_code', '94100000123')).toBe('…123');
    expect(mask('house_no', '112/45')).toBe('…');
    expect(mask('status', 'ช่วยเหลือแล้ว')).toBe('ช่วยเหลือแล้ว');
  });
});
