/** Owns what the spreadsheet library gets wrong in the parts of an XLSX: it unescapes a cell's own text twice. */

const ownTexts = /<(?:\w+:)?c\s[^<>]*\bt=["']str["'][^<>]*>.*?<\/(?:\w+:)?c>/gs;
const value = /(<(?:\w+:)?v(?:\s[^<>]*)?>)([^<]*)(?=<)/;

/** The part, in a sheet with what formulas gave as text, or what programs write that keep no list of texts, escaped once more. */
export function withOwnTexts(name: string, bytes: Uint8Array): Uint8Array {
  if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) return bytes;
  const xml = new TextDecoder().decode(bytes);
  const escaped = xml.replace(ownTexts, (cell) =>
    cell.replace(
      value,
      (_, open: string, text: string) => open + text.replaceAll('&', '&amp;').replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_'),
    ),
  );
  return escaped === xml ? bytes : new TextEncoder().encode(escaped);
}
