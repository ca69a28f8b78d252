/** Owns the proof of the gazetteer: every area is there once, dead codes live on, names find their codes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadGazetteer } from '../../../src/areas/gazetteer.ts';
import { areaCode, isMunicipality, levelOf, levels, parentOf, type AreaCode } from '../../../src/model/area.ts';
import { crosswalkFile, gazetteer, gazetteerFile } from './files.ts';

const code = (text: string): AreaCode => areaCode(text) ?? expect.fail(text);
const all = gazetteerFile.areas.map(([text]) => code(text));

test('77 provinces, 928 amphoe and 7,436 tambon, each once, each under its parent, each with a place in Thailand', () => {
  expect(new Set(all).size).toBe(all.length);
  const perLevel = levels.map(({ id }) => all.filter((one) => levelOf(one) === id).length);
  expect(perLevel).toEqual([77, 928, 7436]);
  for (const one of all) {
    const entry = gazetteer.find(one) ?? expect.fail(one);
    expect(entry.name.th).toMatch(/[ก-ฮ]/);
    expect(entry.name.en).toMatch(/^[A-Z]/);
    expect(entry.point[0]).toBeGreaterThan(97.3);
    expect(entry.point[0]).toBeLessThan(105.7);
    expect(entry.point[1]).toBeGreaterThan(5.6);
    expect(entry.point[1]).toBeLessThan(20.5);
    const parent = parentOf(one);
    expect(gazetteer.children(parent).map((child) => child.code)).toContain(one);
    expect(gazetteer.resolve(one)).toEqual({ code: one, via: 'current' });
  }
});

test('no tambon of today has a number that would be read as a municipality', () => {
  expect(all.filter(isMunicipality)).toEqual([]);
});

test('children are sorted by code; a tambon has none', () => {
  expect(gazetteer.children(null)).toHaveLength(77);
  expect(gazetteer.children(code('13')).map((entry) => entry.name.th)).toEqual([
    'เมืองปทุมธานี',
    'คลองหลวง',
    'ธัญบุรี',
    'หนองเสือ',
    'ลาดหลุมแก้ว',
    'ลำลูกกา',
    'สามโคก',
  ]);
  expect(gazetteer.children(code('94'))).toHaveLength(12);
  expect(gazetteer.children(code('9410')).map((entry) => entry.code)).toEqual(
    [...new Set(all.filter((c) => c.startsWith('9410') && c.length === 6))].sort(),
  );
  expect(gazetteer.children(code('941001'))).toEqual([]);
});

test('every row of the crosswalk leads to an area of today, and names agree along the way', () => {
  for (const entry of crosswalkFile.entries) {
    if (entry.kind === 'retired') {
      const resolved = gazetteer.resolve(entry.code);
      expect(resolved, entry.code).toEqual({ code: entry.to, via: 'retired' });
      expect(gazetteer.find(entry.code), entry.code).toBeNull();
      const now = gazetteer.find(entry.to)?.name.th;
      expect([now, now?.replace('เมือง', '')], entry.code).toContain(entry.th);
    } else if (entry.kind === 'drawn_with') {
      expect(gazetteer.resolve(entry.code)).toEqual({ code: entry.code, via: 'current' });
      expect(gazetteer.polygonOf(entry.code)).toBe(entry.to);
    } else if (entry.kind === 'split') {
      expect(gazetteer.resolve(entry.code)).toEqual({ code: entry.code, via: 'retired' });
      expect(gazetteer.polygonOf(entry.code)).toBe(entry.code);
    } else expect(gazetteer.byName(levelOf(code(entry.code)), entry.th, null)).toContain(entry.code);
  }
  const rows = (kind: string): number => crosswalkFile.entries.filter((entry) => entry.kind === kind).length;
  expect([rows('drawn_with'), rows('split')]).toEqual([13, 2]);
  expect(rows('retired')).toBeGreaterThan(50);
});

test('the same number of polygons as the boundary files hold', () => {
  const drawn = new Set(all.filter((one) => one.length === 6).map((one) => gazetteer.polygonOf(one)));
  expect(drawn.size).toBe(7425);
});

test.each([
  ['530306', '530407'],
  ['360411', '360119'],
  ['430403', '380203'],
  ['430904', '380602'],
  ['500310', '502503'],
  ['401615', '402902'],
  ['430301', '3801'],
  ['4309', '3804'],
  ['TH94', null],
  ['9401999', null],
  ['999999', null],
  ['130351', null],
  ['430951', null],
  ['', null],
])('%s is today %s', (old, now) => {
  expect(gazetteer.resolve(old)?.code ?? null).toBe(now);
});

test.each([
  ['130351', '1303'],
  ['940151', '9401'],
  ['940199', '9401'],
  ['430951', '3804'],
  ['430999', '3804'],
  ['1303', '1303'],
  ['13', null],
  ['999951', null],
])('%s lies in amphoe %s', (text, amphoe) => {
  expect(gazetteer.amphoeOf(text)).toBe(amphoe);
});

test('names find codes, the parent decides between equals', () => {
  expect(gazetteer.byName('province', 'จ.ปัตตานี', null)).toEqual(['94']);
  expect(gazetteer.byName('province', 'กทม.', null)).toEqual(['10']);
  expect(gazetteer.byName('province', 'กรุงเทพฯ', null)).toEqual(['10']);
  expect(gazetteer.byName('amphoe', 'อ.เมือง', code('13'))).toEqual(['1301']);
  expect(gazetteer.byName('amphoe', 'เมือง', code('94'))).toEqual(['9401']);
  expect(gazetteer.byName('amphoe', 'เมือง', null)).toEqual([]);
  expect(gazetteer.byName('amphoe', 'เขตพระนคร', code('10'))).toEqual(['1001']);
  expect(gazetteer.byName('amphoe', 'เฉลิมพระเกียรติ', null)).toHaveLength(5);
  expect(gazetteer.byName('amphoe', 'เมืองยาง', code('30'))).toEqual(['3027']);
  expect(gazetteer.byName('tambon', 'ตำบลยะรัง', code('94'))).toEqual(['941001']);
  expect(gazetteer.byName('tambon', 'จ.ป.ร.', code('85'))).toEqual(['850406']);
  expect(gazetteer.byName('tambon', 'Pu Yut', code('94'))).toEqual(['940113']);
  expect(gazetteer.byName('tambon', 'ทุ่งปี้', code('50'))).toEqual(['502202']);
  expect(gazetteer.byName('amphoe', 'บึงกาฬ', code('38'))).toEqual(['3801']);
  expect(gazetteer.byName('amphoe', 'สุไหงโกลก', null)).toEqual(['9610']);
  expect(gazetteer.byName('amphoe', 'ไม่มีที่ไหน', null)).toEqual([]);
  expect(gazetteer.byName('amphoe', '', code('94'))).toEqual([]);
});

test('a name cut at 16 characters is found where only one fits', () => {
  expect(gazetteer.byName('amphoe', 'เมืองสุราษฎร์ธาน', code('84'))).toEqual(['8401']);
  expect(gazetteer.byName('amphoe', 'เมืองนครศรีธรรมร', null)).toEqual(['8001']);
  expect(gazetteer.byName('tambon', 'ปากพนังฝั่งตะวัน', code('80'))).toHaveLength(2);
});

test('every area is found by its own name, with or without its prefix, in both languages', () => {
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.constantFrom('th', 'en'), (one, language) => {
      const entry = gazetteer.find(one) ?? expect.fail(one);
      const name = language === 'th' ? gazetteer.fullName(one, 'th') : entry.name.en;
      expect(gazetteer.byName(entry.level, name, parentOf(one))).toContain(one);
    }),
    { numRuns: 2000, seed: 94 },
  );
});

test('full names', () => {
  expect(gazetteer.fullName('94', 'th')).toBe('จังหวัดปัตตานี');
  expect(gazetteer.fullName('10', 'th')).toBe('กรุงเทพมหานคร');
  expect(gazetteer.fullName('9410', 'th')).toBe('อ.ยะรัง');
  expect(gazetteer.fullName('940113', 'th')).toBe('ต.ปุยุด');
  expect(gazetteer.fullName('1001', 'th')).toBe('เขตพระนคร');
  expect(gazetteer.fullName('100101', 'th')).toBe('แขวงพระบรมมหาราชวัง');
  expect(gazetteer.fullName('9410', 'en')).toBe('Yarang');
  expect(gazetteer.fullName('130351', 'th')).toBe('130351');
});

test('the loader asks for the two files under data/', async () => {
  const asked: string[] = [];
  const loaded = await loadGazetteer(async (path) => {
    asked.push(path);
    return path.endsWith('gazetteer.json') ? gazetteerFile : crosswalkFile;
  });
  expect(asked.sort()).toEqual(['areas/crosswalk.json', 'areas/gazetteer.json']);
  expect(loaded.find('94')?.name.th).toBe('ปัตตานี');
});
