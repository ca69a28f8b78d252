/** Owns which formats can be read: a row each, with how it is known by its first bytes. */
import { AppError } from '../model/error.ts';
import { mapHeaders } from '../model/headers.ts';
import type { Text } from '../model/text.ts';

export interface Format {
  readonly id: string;
  readonly title: Text;
  readonly encoding: string;
  /** True when the file's first bytes are of this format. Throws an AppError that says what they are instead. */
  sniff(head: Uint8Array, file: string): boolean;
}

/** How much of a file is looked at before it is read. */
export const headBytes = 65_536;

/** What is not a table of text says so in its first bytes. */
const signatures: readonly { readonly looks: string; readonly bytes: readonly number[] }[] = [
  { looks: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { looks: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { looks: 'xls', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { looks: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46] },
  { looks: 'png', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { looks: 'jpeg', bytes: [0xff, 0xd8, 0xff] },
  { looks: 'gif', bytes: [0x47, 0x49, 0x46, 0x38] },
  { looks: 'webp', bytes: [0x52, 0x49, 0x46, 0x46] },
  { looks: 'gzip', bytes: [0x1f, 0x8b] },
  { looks: 'rar', bytes: [0x52, 0x61, 0x72, 0x21] },
  { looks: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { looks: 'parquet', bytes: [0x50, 0x41, 0x52, 0x31] },
  { looks: 'arrow', bytes: [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31] },
];

const csv: Format = {
  id: 'csv',
  title: { th: 'CSV (UTF-8)', en: 'CSV (UTF-8)' },
  encoding: 'utf-8',
  sniff(head, file) {
    if (head.length === 0) throw new AppError('file_empty', { file });
    const known = signatures.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
    if (known) throw new AppError('file_not_text', { file, looks: known.looks });
    const wide = utf16(head);
    if (wide) throw new AppError('file_encoding', { file, encoding: wide });
    if (
      share(head, (byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 26) > 0.05
    )
      throw new AppError('file_not_text', { file, looks: 'binary' });
    if (isMostlyNotUtf8(head)) throw new AppError('file_encoding', { file, encoding: guessEncoding(head) });
    if (new TextDecoder().decode(head).trim() === '' && head.length < headBytes)
      throw new AppError('file_empty', { file });
    return true;
  },
};

export const formats: readonly Format[] = [csv];

/** The format of a file. Throws an AppError that says what the file looks like where none is known. */
export function formatOf(head: Uint8Array, file: string): Format {
  const found = formats.find((format) => format.sniff(head, file));
  if (!found) throw new AppError('file_format', { file });
  return found;
}

/** Delimiter and header width under which the first lines name the most known columns. */
export function sniffDialect(head: Uint8Array): { readonly delimiter: string; readonly width: number } {
  const lines = new TextDecoder().decode(head).split(/\r\n|\n|\r/, 20);
  let best = { delimiter: ',', width: 0, known: 0 };
  for (const delimiter of [',', ';', '\t', '|']) {
    for (const line of lines) {
      const cells = line.split(delimiter);
      const known = mapHeaders(cells).filter((id) => id !== null).length;
      if (known > best.known && cells.length > 1) best = { delimiter, width: cells.length, known };
    }
  }
  return best;
}

function utf16(head: Uint8Array): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  // Thai and Latin letters of UTF-16 have 0x0e or 0x00 as their high byte, so every second byte is one of two.
  if (head.length < 8) return null;
  const isHigh = (byte: number): boolean => byte === 0 || byte === 0x0e;
  if (share(head, (byte, at) => at % 2 === 1 && isHigh(byte)) > 0.4) return hasLow(head, 0) ? 'utf-16le' : null;
  if (share(head, (byte, at) => at % 2 === 0 && isHigh(byte)) > 0.4) return hasLow(head, 1) ? 'utf-16be' : null;
  return null;
}

/** Tells letters from a file of zeros. */
function hasLow(head: Uint8Array, parity: number): boolean {
  return share(head, (byte, at) => at % 2 === parity && byte !== 0) > 0.3;
}

function share(bytes: Uint8Array, test: (byte: number, at: number) => boolean): number {
  let hits = 0;
  bytes.forEach((byte, at) => {
    if (test(byte, at)) hits++;
  });
  return hits / bytes.length;
}

/** Of the lines with bytes beyond ASCII, more than half are no UTF-8. The last line may be cut inside a letter. */
function isMostlyNotUtf8(head: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < head.length;) {
    const found = head.indexOf(10, at);
    const line = head.subarray(at, found < 0 ? head.length : found);
    at += line.length + 1;
    if (!line.some((byte) => byte >= 128)) continue;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(line, { stream: found < 0 });
      good++;
    } catch {
      bad++;
    }
  }
  return bad > good;
}

/** Windows-874 puts Thai into A1 to FB; a text in it is made of little else beyond ASCII. */
function guessEncoding(head: Uint8Array): string {
  const high = share(head, (byte) => byte >= 128);
  const thai = share(head, (byte) => (byte >= 0xa1 && byte <= 0xda) || (byte >= 0xdf && byte <= 0xfb));
  return thai / high > 0.9 ? 'windows-874' : 'unknown';
}
