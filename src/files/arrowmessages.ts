/** Owns the messages of an Arrow file or stream, each as its bytes: schema, dictionaries, rows; and that none was cut off. */

const fileSign = [...'ARROW1'].map((sign) => sign.charCodeAt(0));
/** What a message begins with; its length follows. */
const going = -1;
const prefixBytes = 8;
const blockBytes = 24;
const schemaKind = 1;

/** In the order in which they can be read. Throws a RangeError where one of them, or the end, is not there. */
export function messagesOf(bytes: Uint8Array): Uint8Array[] {
  return isSigned(bytes, 0) ? fileMessages(bytes) : streamMessages(bytes);
}

function isSigned(bytes: Uint8Array, start: number): boolean {
  return fileSign.every((sign, at) => bytes[start + at] === sign);
}

/** A stream that lacks its last rows shows it by nothing but the missing end. */
function streamMessages(bytes: Uint8Array): Uint8Array[] {
  const view = viewOf(bytes);
  const found: Uint8Array[] = [];
  for (let at = 0; ;) {
    const headBytes = view.getInt32(at + 4, true);
    if (view.getInt32(at, true) !== going || headBytes < 0) throw new RangeError('no message where one should be');
    if (headBytes === 0) return found;
    const body = tableAt(view, at + prefixBytes)(3);
    const end = at + prefixBytes + headBytes + (body === null ? 0 : Number(view.getBigInt64(body, true)));
    found.push(part(bytes, at, end));
    at = end;
  }
}

/**
 * A file lists its messages at its end, and there may be gaps between them. All dictionaries go first: Polars writes them
 * behind the rows that need them, as a file may, but a stream may not.
 */
function fileMessages(bytes: Uint8Array): Uint8Array[] {
  const end = bytes.length - fileSign.length - 4;
  if (!isSigned(bytes, end + 4)) throw new RangeError('a file without its end');
  const view = viewOf(bytes);
  const start = end - view.getInt32(end, true);
  const footer = tableAt(view, start);
  const [version, schema] = [footer(0), footer(1)];
  if (schema === null) throw new RangeError('a file without a schema');
  const blocks = (field: number): Uint8Array[] => {
    const at = footer(field);
    if (at === null) return [];
    const list = at + view.getUint32(at, true);
    return Array.from({ length: view.getUint32(list, true) }, (_, index) => {
      const block = list + 4 + index * blockBytes;
      const [from, body] = [block, block + 16].map((place) => Number(view.getBigInt64(place, true))) as [
        number,
        number,
      ];
      return part(bytes, from, from + view.getInt32(block + 8, true) + body);
    });
  };
  const schemaAt = schema + view.getUint32(schema, true) - start;
  const head = schemaMessage(part(bytes, start, end), schemaAt, version === null ? 0 : view.getInt16(version, true));
  return [head, ...blocks(2), ...blocks(3)];
}

/** The schema of a footer, as the message that a stream begins with: a table that points into the footer behind it. */
function schemaMessage(footer: Uint8Array, schemaAt: number, version: number): Uint8Array {
  const table = [16, 12 | (16 << 16), 4 | (6 << 16), 8, 12, version | (schemaKind << 16)];
  const headBytes = 4 * (table.length + 1);
  const head = Int32Array.of(going, headBytes + footer.length, ...table, schemaAt + 4);
  const message = new Uint8Array(head.byteLength + footer.length);
  const view = viewOf(message);
  head.forEach((number, at) => view.setInt32(4 * at, number, true));
  message.set(footer, head.byteLength);
  return message;
}

/** Where a table of FlatBuffers has a field; null where it has not. */
function tableAt(view: DataView, start: number): (field: number) => number | null {
  const table = start + view.getUint32(start, true);
  const fields = table - view.getInt32(table, true);
  return (field) => {
    const at = 4 + 2 * field;
    const offset = at < view.getUint16(fields, true) ? view.getUint16(fields + at, true) : 0;
    return offset === 0 ? null : table + offset;
  };
}

function part(bytes: Uint8Array, start: number, end: number): Uint8Array {
  if (start < 0 || end < start || end > bytes.length) throw new RangeError('a message that is cut');
  return bytes.subarray(start, end);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
