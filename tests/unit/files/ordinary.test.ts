/** Proves that lines which become codes straight from their bytes are judged, kept and counted as the plain way does. */
import { tableFromIPC } from 'apache-arrow';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { noHints, type HeaderHints } from '../../../src/model/headerrow.ts';
import { shapeKey } from '../../../src/model/rowshape.ts';
import { Beside, readBeside } from '../../../src/files/beside.ts';
import { KnownCodes, unknownCode } from '../../../src/files/knowncodes.ts';
import { OrdinaryLines } from '../../../src/files/ordinary.ts';
import { scan, type Scanned } from '../../../src/files/scan.ts';
import { Stage, type StagedChunk } from '../../../src/files/staging.ts';
import { StretchReader } from '../../../src/files/stretch.ts';
import { StagedReader } from '../../support/staged.ts';

const headers = 'ลำดับ,รหัสบ้าน,ชื่อ-สกุล,เลขประจำตัวประชาชน,บ้านเลขที่,รหัสตำบล,ตำบล,จังหวัด,มิติสุขภาพ,สถานะการช่วยเหลือ,หมายเหตุ';
const pieceBytes = 4_096;

type Way = 'plain' | 'short' | 'halved';
/** Ten lines or so. */
const blockBytes = 2_048;

async function read(bytes: Uint8Array<ArrayBuffer>, way: Way, hints: HeaderHints) {
  const spy = way === 'plain' ? vi.spyOn(OrdinaryLines.prototype, 'reading').mockReturnValue(() => 0) : null;
  const stream = (): ReadableStream<Uint8Array> =>
    new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += pieceBytes) controller.enqueue(bytes.slice(at, at + pieceBytes));
        controller.close();
      },
    });
  const rows: unknown[] = [];
  const staged = new StagedReader();
  const words = new Map<string, string>();
  const done: (Omit<Scanned, 'counts'> & { readonly counts: unknown })[] = [];
  const file = new File([bytes], 'ก.csv');
  const { port1, port2 } = new MessageChannel();
  if (way === 'halved') readBeside(file, port2, blockBytes);
  const beside = way === 'halved' ? new Beside(port1, 'ก.csv', blockBytes) : null;
  const source = beside ? file : { name: 'ก.csv', size: bytes.length, stream };
  for await (const event of scan(source, 0, hints, false, beside)) {
    if (event.kind === 'chunk') {
      rows.push(...staged.rowsOf(event));
      for (const [key, word] of wordsOf(event)) words.set(key, word);
    }
    if (event.kind === 'done') done.push({ ...event.scanned, counts: countsOf(event.scanned, words) });
  }
  spy?.mockRestore();
  port1.close();
  return { rows, done };
}

function wordsOf({ words }: StagedChunk): (readonly [string, string])[] {
  return words === null
    ? []
    : Array.from(tableFromIPC(words), (row) => {
        const { kind, code, word } = row?.toJSON() as { kind: string; code: number; word: string };
        return [`${kind} ${code}`, word] as const;
      });
}

/** How many rows have each word, in no order. */
function countsOf({ counts }: Scanned, words: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  return new Map(
    Array.from(counts ? tableFromIPC(counts) : [], (row) => {
      const { kind, code, rows } = row?.toJSON() as { kind: string; code: number; rows: number };
      return [`${kind} ${words.get(`${kind} ${code}`)}`, rows] as const;
    }),
  );
}

const usual = [
  fc.constantFrom('1', '2', '"3"', ''),
  fc.nat(99_999).map((n) => `94100${String(n).padStart(6, '0')}`),
  fc.constantFrom('ใจดี ตัวอย่าง', '"ใจดี, ตัวอย่าง"', 'A B', '', 'Zoë', '""'),
  fc.constantFrom('1234567890123', '', '"1234567890123"'),
  fc.constantFrom('1', '27/1', '', '"27/1"', '27-1'),
  fc.constantFrom('941001', '940901'),
  fc.constantFrom('ปุโละปุโย', 'เกาะเปาะ', '"เกาะเปาะ"'),
  fc.constantFrom('ปัตตานี', '"ปัตตานี"'),
  fc.constantFrom('✓', '', 'ช่วยเหลือแล้ว'),
  fc.constantFrom('ช่วยเหลือแล้ว', 'รอการช่วยเหลือ', '', 'ก'.repeat(90)),
  fc.constantFrom('', 'หมายเหตุ', ' '),
];
/** What needs a second look, by field. */
const odd: Readonly<Record<number, readonly string[]>> = {
  0: ['รวม', 'ลำดับ', '\u001a'],
  1: [
    '',
    '00000000000',
    '9.41E+10',
    '9410000001',
    '๙๔๑๐๐๐๐๐๐๐๑',
    '"94100000001"',
    '"94100000001',
    '94100000001 ',
    'รหัสบ้าน',
  ],
  2: ['"ก""ข"', 'ก"ข', '\0', '\ufeff', '𝒳', 'ก\u0e4dา'],
  3: ['1.23457E+12', '1.23E12', '๑', 'e'],
  4: ['27-ม.ค.', '27-Jan', ' ', '๒๗-ม.ค.'],
  5: ['', ' ', '9.4E+5', '"" '],
  6: ['', '" "', 'รวม'],
  7: ['', '-'],
  8: ['"a\nb"', 'e'],
  9: ['ก,ข', '"ก,ข"', 'ก'.repeat(900)],
  10: ['a,b,c', '\r', '"'],
};
const oddCell = fc.constantFrom(
  ...Object.entries(odd).flatMap(([at, cells]) => cells.map((cell) => [Number(at), cell] as const)),
);
const end = fc.constantFrom('\n', '\n', '\r\n');
const usualLine = fc.tuple(fc.tuple(...usual), end).map(([cells, close]) => `${cells.join(',')}${close}`);
const oddLine = fc.oneof(
  fc
    .tuple(fc.tuple(...usual), oddCell, end)
    .map(([cells, [at, cell], close]) => `${cells.with(at, cell).join(',')}${close}`),
  fc.constantFrom(
    `${headers}\n`,
    '\n',
    'ปลายบรรทัด\n',
    'รวม,,,,,,,,,,\n',
    'หมายเหตุ: ทดสอบ,,,,,,,,,,\n',
    '1,2,3\r',
    '\xff',
  ),
);
const line = fc.oneof({ weight: 12, arbitrary: usualLine }, { weight: 1, arbitrary: oddLine });
const encode = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    text.split('\xff').flatMap((part, at) => [...(at > 0 ? [0xff, 0x2c] : []), ...new TextEncoder().encode(part)]),
  );

/** More than are sampled: only after these may a line be ordinary. */
const before = Array.from(
  { length: 1_200 },
  (_, n) => `${n},941${String(n).padStart(8, '0')},ใจดี,,${n},941001,ปุโละปุโย,ปัตตานี,✓,รอการช่วยเหลือ,\n`,
).join('');

const plainPlaces = headers.replace('รหัสตำบล', 'ค').replace('ตำบล', 'ง');
const filling: HeaderHints = {
  ...noHints,
  shapes: { [shapeKey(0, plainPlaces.split(','))]: { fillDown: ['province'] } },
};

describe('ordinary lines', () => {
  afterEach(() => void vi.restoreAllMocks());

  it.each([
    ['as they stand', headers, noHints],
    [
      'where no column tells the house number or the ID',
      headers.replace('บ้านเลขที่', 'ก').replace('เลขประจำตัวประชาชน', 'ข'),
      noHints,
    ],
    ['where blank places are filled from above', plainPlaces, filling],
  ] as const)(
    'are what the plain way makes of them, %s',
    async (_, header, hints) => {
      const coded = vi.spyOn(Stage.prototype, 'addCoded');
      const taken = vi.spyOn(Stage.prototype, 'addStretch');
      const offered = vi.spyOn(StretchReader.prototype, 'read');
      await fc.assert(
        fc.asyncProperty(fc.array(line, { minLength: 150, maxLength: 300 }), async (lines) => {
          const bytes = encode(`${header}\n${before}${lines.join('')}`);
          const plain = await read(bytes, 'plain', hints);
          expect(await read(bytes, 'short', hints)).toEqual(plain);
          expect(await read(bytes, 'halved', hints)).toEqual(plain);
        }),
        { seed: 29, numRuns: 8, endOnFailure: true },
      );
      // Nothing is proven of a way that is not gone.
      expect(coded.mock.calls.length).toBeGreaterThan(8 * 200);
      expect(taken.mock.calls.length).toBeGreaterThan(8 * 10);
      expect(offered.mock.calls.length).toBeGreaterThan(taken.mock.calls.length);
    },
    60_000,
  );

  it('are none whose place is blank below one that is filled, where that is agreed', async () => {
    const lines = Array.from({ length: 60 }, (_, n) => {
      const province = n % 3 === 0 ? '' : 'ปัตตานี';
      return `${n},942${String(n).padStart(8, '0')},,,1,941001,ปุโละปุโย,${province},✓,,\n`;
    });
    const bytes = encode(`${plainPlaces}\n${before}${lines.join('')}`);
    const short = await read(bytes, 'short', filling);
    expect(short).toEqual(await read(bytes, 'plain', filling));
    expect(await read(bytes, 'halved', filling)).toEqual(short);
    expect(short.done[0]?.agreed).toContainEqual({ code: 'filled_down', rows: 20 });
  });

  it('are nearly all lines of a usual file', async () => {
    const coded = vi.spyOn(Stage.prototype, 'addCoded');
    const { rows } = await read(encode(`${headers}\n${before.repeat(4)}`), 'short', noHints);
    expect(rows).toHaveLength(4_800);
    expect(coded.mock.calls.length).toBeGreaterThan(3_700);
  });
});

describe('codes known again', () => {
  it('are those that were learned, however many, until they are forgotten', () => {
    const known = new KnownCodes();
    const words = Array.from({ length: 90_000 }, (_, n) => new TextEncoder().encode(`บ้าน ${n}`));
    // Few hashes, so that many words share one.
    const hashOf = (code: number): number => Math.imul(code >> 3, 0x9e3779b1);
    const find = (word: Uint8Array, code: number): number =>
      known.find(new DataView(word.buffer), 0, word.length, hashOf(code));
    const foreseen = words.filter((word, code) => {
      const isNew = find(word, code) === unknownCode;
      known.learn(word, 0, word.length, hashOf(code), code);
      return !isNew;
    });
    expect(foreseen).toEqual([]);
    const found = words.map(find);
    const forgotten = found.filter((code) => code === unknownCode).length;
    expect(found.filter((code, at) => code !== unknownCode && code !== at)).toEqual([]);
    expect(forgotten).toBe(65_536);
  });
});
