/** Proves cells of the four ท and months of plans: lists of known values in any writing, free words kept, months that exist. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanMonth } from '../../../src/intake/clean-date.ts';
import { cleanTraits } from '../../../src/intake/clean-traits.ts';
import { cleanAct, cleanHelpKind } from '../../../src/intake/clean-words.ts';
import { aspects } from '../../../src/model/aspect.ts';
import { helpKindCode, helpKinds } from '../../../src/model/helpkind.ts';

const seed = 20220629;

describe('a cell of the four ท', () => {
  it('knows each of its values by its title and its other words', () => {
    for (const { id, values } of aspects)
      for (const value of values)
        for (const written of [value.title.th, ...value.aliases])
          expect([id, written, cleanTraits(id, written)]).toEqual([id, written, [value.id]]);
  });

  it('is a list, however it is parted', () => {
    const separator = fc.constantFrom(', ', ' ,', ',', '\n', '; ', ' | ', ', -, ');
    for (const { id, values } of aspects)
      fc.assert(
        fc.property(fc.array(fc.tuple(fc.constantFrom(...values), separator), { minLength: 1 }), (picked) => {
          const cell = picked.map(([value, after]) => `${value.title.th}${after}`).join('');
          expect(cleanTraits(id, cell)).toEqual([...new Set(picked.map(([value]) => value.id))]);
        }),
        { seed, numRuns: 50 },
      );
  });

  it('keeps what it does not know, and what is denied', () => {
    expect(cleanTraits('resource', ' เรือประมงเก่า , เครื่องสูบน้ำ')).toEqual(['เรือประมงเก่า', 'เครื่องสูบน้ำ']);
    expect(cleanTraits('solution', 'ไม่ต้องการที่ดินทำกิน')).toEqual(['ไม่ต้องการที่ดินทำกิน']);
    expect(cleanTraits('skill', 'ขาดทักษะการค้าขาย')).toEqual(['ขาดทักษะการค้าขาย']);
    for (const blank of ['', ' - ', 'ไม่มี', 'ไม่ระบุ', '....', ', ,']) expect(cleanTraits('attitude', blank)).toEqual([]);
  });
});

describe('the month of a plan', () => {
  const named = ['ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.'];
  it('is its first day, in all ways of writing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2550, max: 2599 }), (month, year) => {
        const expected = `${year - 543}-${String(month).padStart(2, '0')}-01`;
        const name = named[month - 1] ?? '';
        for (const written of [
          `${name} ${year}`,
          `${name}${year % 100}`,
          `เดือน${name} พ.ศ. ${year}`,
          `ภายใน ${name} ${year}`,
          `${month}/${year}`,
          `${String(month).padStart(2, '0')}-${year - 543}`,
          `${year}-${month}`,
          `9 ${name} ${year}`,
          `15/${month}/${year}`,
        ])
          expect([written, cleanMonth(written)]).toEqual([written, expected]);
      }),
      { seed, numRuns: 100 },
    );
  });

  it('is blank, or none', () => {
    expect(cleanMonth(' - ')).toBeNull();
    for (const cell of ['13/2565', 'ก.ค.', 'เร็วๆ นี้', '3 เดือน', 'ก.ค.-ก.ย. 65', '31/02/2565'])
      expect([cell, cleanMonth(cell)]).toEqual([cell, 'impossible']);
  });
});

it.each([
  ['มอบเวชภัณฑ์, ผ้าอ้อม', 'health'],
  ['สร้างงาน สร้างรายได้', 'occupation'],
  ['ติดตั้งน้ำใช้', 'housing'],
  ['เรียนต่อ กศน.', 'education'],
  ['ทำบัตรคนพิการ', 'welfare'],
  ['มอบเงินช่วยเหลือ', 'money'],
  ['ประชุม', null],
  ['มอบถุงยังชีพและซ่อมแซมบ้าน', null],
])('the act %j is help of kind %j', (cell, kind) => {
  expect(cleanAct(cell)).toEqual({ code: kind && (helpKindCode as Record<string, number>)[kind] });
});

it('knows a kind of help by its own name', () => {
  for (const { id, title } of helpKinds)
    if (id !== 'unknown') expect([title.th, cleanHelpKind(title.th).code]).toEqual([title.th, helpKindCode[id]]);
});
