/** Owns the proof of comparing place names: prefixes off, one spelling, municipalities told, nothing else changed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placename, spelling } from '../../../src/areas/placename.ts';
import { gazetteerFile } from './files.ts';

test.each([
  ['จังหวัดปัตตานี', 'ปัตตานี', 'province', false],
  ['จ. ปัตตานี', 'ปัตตานี', 'province', false],
  ['อ.ยะรัง', 'ยะรัง', 'amphoe', false],
  ['อำเภอ\u00a0ยะรัง', 'ยะรัง', 'amphoe', false],
  ['กิ่ง อ. แม่ลาน', 'แม่ลาน', 'amphoe', false],
  ['กิ่งอำเภอแม่ลาน', 'แม่ลาน', 'amphoe', false],
  ['เขตพระนคร', 'พระนคร', 'amphoe', false],
  ['ต.ปูยุด', 'ปูยุด', 'tambon', false],
  ['แขวงสีลม', 'สีลม', 'tambon', false],
  ['อบต.ปูยุด', 'ปูยุด', 'tambon', false],
  ['เทศบาลตำบล พัฒนานิคม', 'พัฒนานิคม', null, true],
  ['เทศบาลเมือง คูคต', 'คูคต', null, true],
  ['ทน.รังสิต', 'รังสิต', null, true],
  ['เขตเทศบาลเมืองปัตตานี', 'ปัตตานี', null, true],
  ['บ้านแถว (อยู่ในเขตเทศบาล)', 'บ้านแถว', null, true],
  ['ปอภาร  (ปอพาน)', 'ปอภาร', null, false],
  ['เมืองยาง', 'เมืองยาง', null, false],
  ['ทมอ', 'ทมอ', null, false],
  ['นครไทย', 'นครไทย', null, false],
  ['กรุงเทพฯ', 'กรุงเทพ', null, false],
  ['น\u0e4dาจั้น', 'นำจั้น', null, false],
  ['น\u0e49\u0e4d\u0e32จั้น', 'น้ำจั้น', null, false],
  ['น\u0e4d\u0e49\u0e32จั้น', 'น้ำจั้น', null, false],
  ['เเม่ลาน', 'แม่ลาน', null, false],
  ['สมุุทรสาคร', 'สมุทรสาคร', null, false],
  ['ยะ\u200bรัง', 'ยะรัง', null, false],
  ['Amphoe Yarang', 'yarang', 'amphoe', false],
  ['', '', null, false],
])('%s', (text, bare, level, municipality) => {
  expect(placename(text)).toMatchObject({ bare: spelling(bare), level, municipality });
});

const marked = fc
  .array(
    fc.constantFrom(
      ...'กขคงจฎฏดตนบปมยรลวสหอะาำเแโใไ',
      ...'\u0e31\u0e34\u0e35\u0e38\u0e39\u0e47\u0e48\u0e49\u0e4c\u0e4d ฯ.\u200b-',
    ),
    { maxLength: 14 },
  )
  .map((letters) => letters.join(''));

test('evening out is done once: a second time changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(marked, fc.string()), (text) => {
      expect(spelling(spelling(text))).toBe(spelling(text));
    }),
    { numRuns: 3000, seed: 13 },
  );
});

test('a prefix, a blank or an invisible mark never changes the name that is compared', () => {
  const names = gazetteerFile.areas.map(([, th]) => th);
  const prefixes = ['ต.', 'ตำบล', 'อ. ', 'อำเภอ', 'จังหวัด ', 'แขวง', 'เทศบาลตำบล', 'ทต. '];
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.constantFrom(...prefixes),
      fc.constantFrom(' ', '\u200b', '\u00a0', '\ufeff'),
      fc.nat(30),
      (name, prefix, noise, at) => {
        const noisy = `${name.slice(0, at)}${noise}${name.slice(at)}`;
        const bare = placename(name).bare;
        expect(placename(noisy).bare).toBe(bare);
        expect([placename(prefix + name).bare, placename(prefix + noisy).bare]).toContain(bare);
      },
    ),
    { numRuns: 3000, seed: 13 },
  );
});

test('names that differ stay different within their parent', () => {
  const siblings = new Map<string, string[]>();
  for (const [code, th] of gazetteerFile.areas) {
    const parent = code.slice(0, -2);
    siblings.set(parent, [...(siblings.get(parent) ?? []), th]);
  }
  for (const [parent, names] of siblings) {
    const different = new Set(names);
    expect(new Set([...different].map(spelling)).size, parent).toBe(different.size);
  }
});
