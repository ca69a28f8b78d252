/** Owns tables as Excel workbooks: what is text stays text, also in the cells still to be typed. */
import type { Saved, Sheet, SheetCell, ShownNumber } from './sheet.ts';

/** What a cell can hold; Excel refuses the file otherwise. */
const longestCell = 32_767;
const longestName = 31;
/** Rows below the header; Excel has 1,048,576 with it. */
const mostRows = 1_000_000;
const widest = 60;
const numberFormats = { percent: '0.0%', date: 'yyyy\\-mm\\-dd' } as const satisfies Record<ShownNumber['as'], string>;

/** Loads its library when it is called. `tooLong` stands in the place of a text that no cell can hold. */
export async function xlsxFile(
  name: string,
  sheets: readonly Sheet[],
  tooLong: string,
  rowsOfSheet = mostRows,
): Promise<Saved> {
  const [{ utils, write }, { strFromU8, strToU8, unzipSync, zipSync }] = await Promise.all([
    import('@e965/xlsx'),
    import('fflate'),
  ]);
  const book = utils.book_new();
  for (const { name: title, rows } of sheets.flatMap((sheet) => parts(sheet, rowsOfSheet))) {
    const cells = rows.map((row) =>
      row.map((cell) => {
        if (typeof cell === 'number') return { t: 'n', v: cell };
        if (typeof cell === 'object') return { t: 'n', v: cell.number, z: numberFormats[cell.as] };
        return cell === '' ? null : { t: 's', v: cell.length > longestCell ? tooLong : inert(cell), z: '@' };
      }),
    );
    const sheet = utils.aoa_to_sheet(cells, { dense: true });
    sheet['!cols'] = (rows[0] ?? []).map((_, column) => ({ wch: width(rows, column) }));
    sheet['!autofilter'] = { ref: sheet['!ref'] ?? 'A1' };
    utils.book_append_sheet(book, sheet, title, true);
  }
  const written = write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer;
  // The library can't style a whole column: without this a house number typed into an empty cell becomes a date.
  const files = unzipSync(new Uint8Array(written));
  for (const [path, bytes] of Object.entries(files)) {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(path)) continue;
    const xml = strFromU8(bytes);
    const text = /<c r="[A-Z]+\d+" s="(\d+)"/.exec(xml)?.[1];
    if (text !== undefined) files[path] = strToU8(xml.replaceAll('<col ', `<col style="${text}" `));
  }
  return {
    name: `${name}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: zipSync(files),
  };
}

/** Excel takes `_x0041_` for a letter; its own sign for the underscore keeps the text as it is. */
function inert(text: string): string {
  return text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
}

/** A sheet longer than Excel's becomes several, each with the header. */
function parts({ name, rows }: Sheet, rowsOfSheet: number): readonly Sheet[] {
  const [header = [], ...body] = rows;
  const title = name.replace(/[[\]:*?/\\']/g, ' ').slice(0, longestName);
  if (body.length <= rowsOfSheet) return [{ name: title, rows }];
  const count = Math.ceil(body.length / rowsOfSheet);
  return Array.from({ length: count }, (_, part) => ({
    name: `${title.slice(0, longestName - 4)} ${part + 1}`,
    rows: [header, ...body.slice(part * rowsOfSheet, (part + 1) * rowsOfSheet)],
  }));
}

function width(rows: readonly (readonly SheetCell[])[], column: number): number {
  const longest = Math.max(...rows.slice(0, 200).map((row) => widthOf(row[column] ?? '')));
  return Math.min(widest, longest + 2);
}

/** A number that is shown otherwise takes as much room as a date. */
const widthOf = (cell: SheetCell): number => (typeof cell === 'object' ? 10 : String(cell).length);
