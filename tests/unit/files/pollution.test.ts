/** Proves on a sample of polluted files and mutants that nothing is altered in silence, and what each kind of damage taught. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failures, tryMutant, tryPolluted } from '../../proof/court.ts';
import { judge, readFile, type ReadFile } from '../../proof/judge.ts';
import { logbookTable, plainCsv, truthOf, writeRow, writeTable } from '../../proof/logbook.ts';
import { mutant } from '../../proof/mutants.ts';
import { pollute, polluters } from '../../proof/polluters.ts';
import { encode } from '../../proof/encoding.ts';

/** About 200 files, at least four of each kind. */
const sample = polluters.flatMap((polluter) => {
  const count = Math.max(4, Math.round(polluter.files / 15));
  return Array.from({ length: count }, (_, at) => ({ polluter, index: Math.floor((at * polluter.files) / count) }));
});
/** What looks well-formed and only the warnings of the import can tell; tests/engine asks them. */
const leftToWarnings = ['tables_several', 'line_doubled', 'file_cut'];

describe('the polluter', () => {
  it('makes 2,290 files of 24 kinds, the same each time', () => {
    expect(polluters).toHaveLength(24);
    expect(polluters.reduce((sum, { files }) => sum + files, 0)).toBe(2_290);
    for (const polluter of polluters) expect(pollute(polluter, 3).bytes).toEqual(pollute(polluter, 3).bytes);
    expect(mutant(7).bytes).toEqual(mutant(7).bytes);
  });

  it('is judged by a judge who sees what a careless reader does', async () => {
    const table = logbookTable();
    const polluted = pollute(polluters[0]!, 70);
    const careless = (text: string): ReadFile => {
      const [header = '', ...lines] = text.trim().split('\n');
      const rows = lines.map((line) => line.split(',').slice(0, header.split(',').length));
      const read = [...truthOf({ headers: header.split(','), rows }).values()].map((row) => ({ ...row, line: '1' }));
      return { rows: read, sources: [], refused: null };
    };
    expect(judge(careless(new TextDecoder().decode(polluted.bytes)), table).suspects.length).toBeGreaterThan(0);
    const whole = await readFile(encode(writeTable(table), 'utf-8'));
    expect(judge(whole, table)).toMatchObject({ isExact: true, gone: 0, isUnaccounted: false });
    const short = { ...whole, rows: whole.rows.slice(1) };
    expect(judge(short, table)).toMatchObject({ isExact: false, gone: 1, isUnaccounted: true });
  });
});

describe('no file is altered in silence', () => {
  it.each(polluters.map(({ id }) => id))('%s', async (id) => {
    for (const { polluter, index } of sample.filter((file) => file.polluter.id === id)) {
      const { sentence, isFalseAlarm, detail } = await tryPolluted(pollute(polluter, index), null);
      const told = `${id} ${index}: ${sentence} ${detail}`;
      expect(failures, told).not.toContain(sentence);
      if (!leftToWarnings.includes(id)) expect(sentence, told).not.toBe('suspect');
      expect(isFalseAlarm, told).toBe(false);
    }
  });

  it('no mutant of 300', async () => {
    for (let number = 0; number < 300; number++) {
      const one = mutant(number);
      const { sentence, detail } = await tryMutant(one, null);
      const told = `mutant ${number} ${one.fault}: ${sentence} ${detail}`;
      expect(failures, told).not.toContain(sentence);
      if (!leftToWarnings.includes(one.fault)) expect(sentence, told).not.toBe('suspect');
    }
  });
});

describe('what the polluted files taught', () => {
  const table = logbookTable(6);
  const { headers, rows } = table;
  const pad = (...texts: readonly string[]): string => writeRow(headers.map((_, column) => texts[column] ?? ''));
  const header = writeRow(headers);
  const written = rows.map((cells) => writeRow(cells));
  const read = async (lines: readonly string[], end = '\n') => {
    const { rows: kept, sources, refused } = await readFile(encode(lines.join('\n') + end, 'utf-8'));
    const [source] = sources;
    if (!source) throw new Error(refused ?? 'nothing read');
    const broken = source.broken.map(({ line, code }) => `${line} ${code}`);
    const aside = source.setAside.map(({ rule, rows: count }) => `${rule} ${count}`);
    const doubts = source.doubts.map(({ line, code }) => `${line} ${code}`);
    return { kept: kept.map(({ house_code }) => house_code), broken, aside, doubts };
  };
  const codes = rows.map((cells) => cells[1]);

  it.each([
    ["'", "'"],
    ['`', '`'],
    ['“', '”'],
  ])('cells are taken out of the quotes %s %s where all of the header stands in them', async (open, close) => {
    const text = writeTable(table, { ...plainCsv, quote: '§', escape: '§', isAllQuoted: true });
    const quoted = text.replace(/§((?:[^§]|§§)*)§/g, (_, cell: string) => open + cell + close);
    expect(judge(await readFile(encode(quoted, 'utf-8')), table).isExact).toBe(true);
  });

  it('a name in quotes in the first header alone makes no quotes of them', async () => {
    const text = writeTable(table).replace('ณ วันที่', "'ณ วันที่'");
    expect(judge(await readFile(encode(text, 'utf-8')), table).isExact).toBe(true);
  });

  it('a line torn inside its last cell takes the row out with the piece, not the row below', async () => {
    const torn = written.map((line, row) => (row === 1 ? `${line.slice(0, -2)}\n${line.slice(-2)}` : line));
    expect(await read([header, ...torn])).toMatchObject({
      kept: codes.filter((_, row) => row !== 1),
      broken: ['3 line_torn', '4 fields_too_few'],
    });
  });

  it('a line torn inside its first cell takes the row out with the piece', async () => {
    const torn = written.map((line, row) => (row === 2 ? `${line.slice(0, 4)}\n${line.slice(4)}` : line));
    const { kept, broken } = await read([header, ...torn]);
    expect(kept).not.toContain(codes[2]);
    expect(broken.slice(-2)).toEqual(['4 fields_too_few', '5 line_torn']);
  });

  it('a torn last cell that nobody reads takes nothing else out', async () => {
    const noted = written.map((line, row) => `${line},${row === 2 ? 'บ้าน\nไม้' : ''}`);
    expect(await read([`${header},หมายเหตุ`, ...noted])).toMatchObject({ kept: codes, broken: ['5 fields_too_few'] });
  });

  it('notes below the table are set aside, padded or not', async () => {
    const lines = [header, ...written, pad('หมายเหตุ: ข้อมูลเบื้องต้น'), 'ผู้รายงาน นาง ก', pad('29/06/2565')];
    expect(await read(lines)).toMatchObject({ kept: codes, broken: [], aside: ['note 3'] });
  });

  it('a row with a place or a code alone is still a row', async () => {
    const alone = [pad('', '94019999999'), pad('', '', '', '', '941001')];
    expect((await read([header, ...written, ...alone])).kept).toEqual([...codes, '94019999999', '']);
  });

  it('units and column numbers below the header are set aside', async () => {
    const lines = [
      header,
      pad('', '', '', '', '', '', '', '', '(คน)'),
      headers.map((_, at) => at + 1).join(','),
      ...written,
    ];
    expect(await read(lines)).toMatchObject({ kept: codes, aside: ['header_part 2'] });
  });

  it('another table below is quarantined from its header on', async () => {
    const other = [headers, ...rows.slice(0, 2)].map((cells) => writeRow([...cells].reverse()));
    expect(await read([header, ...written, ...other])).toMatchObject({ kept: codes });
    expect((await read([header, ...written, ...other])).broken.map((line) => line.split(' ')[1])).toEqual([
      'other_table',
      'other_table',
      'other_table',
    ]);
  });

  it('dimensions marked with their own names are no header', async () => {
    const named = rows.map((cells) =>
      writeRow(cells.map((cell, at) => (cell === '✓' ? (headers[at] ?? '').replace('มิติ', '') : cell))),
    );
    expect(await read([header, ...named])).toMatchObject({ kept: codes, broken: [] });
  });

  it('a last line without an end is doubted where its last cell is read', async () => {
    expect((await read([header, ...written], '')).doubts).toEqual([
      `${header.split('\n').length + written.join('\n').split('\n').length} end_open`,
    ]);
    expect((await read([header, ...written])).doubts).toEqual([]);
    expect((await read([`${header},หมายเหตุ`, ...written.map((line) => `${line},`)], '')).doubts).toEqual([]);
  });

  it('an old end-of-file mark is no record', async () => {
    expect(await read([header, ...written, '\u001a'], '')).toMatchObject({
      kept: codes,
      broken: [],
      aside: ['blank 1'],
    });
  });

  it('a record with a line end of its own survives an open quote above it', async () => {
    const lines = [header, written[0]!.replace(',', ',"'), written[3]!, written[1]!];
    expect(await read(lines)).toMatchObject({ kept: [codes[3], codes[1]], broken: ['2 quote_unclosed'] });
  });

  it('keeps codes to the last digit, wherever in a long file they first begin with a nought', async () => {
    const count = 60_010;
    const code = (row: number): string => (row < 60_000 ? String(94_000_000_000 + row) : `0${9_400_000_000 + row}`);
    const lines = Array.from({ length: count }, (_, row) => `${code(row)},941001,${row === 100 ? '' : '1,'}ช่วยเหลือแล้ว`);
    const { kept, broken } = await read(['รหัสบ้าน,รหัสตำบล,มิติสุขภาพ,สถานะการช่วยเหลือ', ...lines]);
    expect(broken).toEqual(['102 fields_too_few']);
    expect(kept).toEqual(Array.from({ length: count }, (_, row) => code(row)).filter((_, row) => row !== 100));
  });

  it('gives every text of a cell back as it was', async () => {
    const texts = fc.array(
      fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => !text.includes('\0')),
      {
        minLength: 6,
        maxLength: 6,
      },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (cells) => {
        const own = rows.map((row, at) => row.map((cell, column) => (column === 20 ? (cells[at] ?? '') : cell)));
        const read = await readFile(encode(writeTable({ headers, rows: own }), 'utf-8'));
        // An act of help that spans lines and holds commas may look like swallowed records; then it is told.
        if (read.sources.some(({ broken }) => broken.length > 0)) return;
        expect(read.rows.map(({ activity }) => activity)).toEqual(cells.map((cell) => cell.replace(/^\ufeff/, '')));
      }),
      { seed: 6, numRuns: 150 },
    );
  });
});
