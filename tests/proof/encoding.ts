/** Owns writing text as the bytes of the encodings that offices use. */

export type Encoding =
  | 'utf-8'
  | 'utf-8-bom'
  | 'utf-16le'
  | 'utf-16be'
  | 'utf-16le-bom'
  | 'utf-16be-bom'
  | 'windows-874'
  /** UTF-8 but for one line that was pasted from an old Windows. */
  | 'windows-874-row'
  /** Windows-874 once read as Latin-1 and saved as UTF-8: no Thai letter is left. */
  | 'mojibake';

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

export function encode(text: string, encoding: Encoding): Uint8Array<ArrayBuffer> {
  switch (encoding) {
    case 'utf-8':
      return utf8(text);
    case 'utf-8-bom':
      return utf8(`\ufeff${text}`);
    case 'utf-16le':
    case 'utf-16be':
      return utf16(text, encoding === 'utf-16le');
    case 'utf-16le-bom':
    case 'utf-16be-bom':
      return utf16(`\ufeff${text}`, encoding === 'utf-16le-bom');
    case 'windows-874':
      return windows874(text);
    case 'windows-874-row': {
      const lines = text.split(/(?<=\n)/);
      return concat(lines.map((line, at) => (at === 7 ? windows874(line) : utf8(line))));
    }
    case 'mojibake':
      return utf8(String.fromCharCode(...windows874(text)));
  }
}

/** Thai letters and ASCII; anything else has no byte there. */
export function windows874(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    if (code >= 128 && (code < 0xe01 || code > 0xe5b)) throw new Error(`${letter} is not in windows-874`);
    return code >= 128 ? code - 0xe00 + 0xa0 : code;
  });
}

export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function utf16(text: string, isLittle: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return bytes;
}
