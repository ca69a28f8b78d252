/** Owns telling by its bytes in which encoding a text is, and refusing one that was garbled before it came here. */
import { AppError } from '../model/error.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-874';

/** Something to tell encodings apart by; a table in English may have its first Thai word far down. */
export function encodingMarks(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 128 || byte === 0);
}

/** Throws `file_encoding` where none fits and `file_garbled` where Thai was once read in the wrong encoding and saved so. */
export function encodingOf(head: Uint8Array, file: string): Encoding {
  const encoding = utf16(head) ?? (isMostlyNotUtf8(head) ? oldThai(head) : 'utf-8');
  if (encoding === null) throw new AppError('file_encoding', { file, encoding: 'unknown' });
  const how = garbled(decodeHead(head, encoding));
  if (how) throw new AppError('file_garbled', { file, how });
  return encoding;
}

/** Letters and little else. */
export function isText(head: Uint8Array): boolean {
  const isControl = (byte: number): boolean => byte < 32 && ![9, 10, 12, 13, 26].includes(byte);
  return utf16(head) !== null || share(head, isControl) <= 0.05;
}

/** The last letter may be cut. */
export function decodeHead(head: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(head, { stream: true });
}

function utf16(head: Uint8Array): Encoding | null {
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
  for (let at = 0; at < bytes.length; at++) if (test(bytes[at]!, at)) hits++;
  return hits / bytes.length;
}

/** Of the lines with bytes beyond ASCII, more than half are no UTF-8. The last line may be cut inside a letter. */
function isMostlyNotUtf8(head: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < head.length;) {
    let stop = at;
    while (stop < head.length && head[stop] !== 10 && head[stop] !== 13) stop++;
    const line = head.subarray(at, stop);
    at = stop + 1;
    if (!line.some((byte) => byte >= 128)) continue;
    if (isUtf8(line, stop === head.length)) good++;
    else bad++;
  }
  return bad > good;
}

export function isUtf8(bytes: Uint8Array, isCut = false): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut });
    return true;
  } catch {
    return false;
  }
}

/** Windows-874 puts Thai into A1 to FB; a text in it is made of little else beyond ASCII. */
function oldThai(head: Uint8Array): Encoding | null {
  const high = share(head, (byte) => byte >= 128);
  const thai = share(head, (byte) => (byte >= 0xa1 && byte <= 0xda) || (byte >= 0xdf && byte <= 0xfb));
  return thai / high > 0.9 ? 'windows-874' : null;
}

/** A few odd letters prove nothing. */
const leastLetters = 8;

/**
 * `latin`: Thai read as a Western encoding (ÊØ¢ÀÒ¾ or à¸ªà¸¸). `thai`: UTF-8 read as Windows-874 (เธชเธธ). `lost`: letters
 * that some program could not read and replaced. Null where the text is as it should be.
 */
function garbled(text: string): 'latin' | 'thai' | 'lost' | null {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  const beyond = count(/[^\x00-\x7f\ufeff]/g); // eslint-disable-line no-control-regex
  if (beyond < leastLetters) return null;
  const lost = count(/\ufffd/g);
  if (lost > beyond / 4) return 'lost';
  const thai = count(/[\u0e00-\u0e7f]/g);
  if (thai < beyond / 10 && count(/[\u0080-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u2122]/g) > beyond * 0.8)
    return 'latin';
  // Each Thai letter of three bytes has become เ, then ธ or น, then a third sign.
  return count(/เ[ธน]/g) * 3 > beyond * 0.7 ? 'thai' : null;
}
