/** Owns tables of delimited text: which sign parts the fields, and streaming them through the strict reader. */
import { AppError } from '../model/error.ts';
import { mapHeaders } from '../model/headers.ts';
import { decodeHead, encodingOf } from './encodings.ts';
import { readHalf } from './halving.ts';
import { LineReader } from './lines.ts';
import { RecordReader, usualQuotes, type Quotes } from './records.ts';
import { bytesOf } from './source.ts';
import { oneTable, type Opened, type Table } from './table.ts';

export function delimitedTables({ source, head, seal, beside }: Opened): Promise<readonly Table[]> {
  const encoding = encodingOf(head, source.name);
  const text = decodeHead(head, encoding);
  if (text.replace(/^\ufeff/, '').trim() === '' && head.length >= source.size)
    throw new AppError('file_empty', { file: source.name });
  const { delimiter, width, quotes } = sniffDialect(text);
  const read: Table['read'] = async function* (take, ordinary) {
    const records = new RecordReader(delimiter, width, take, quotes, ordinary?.reading(delimiter));
    const lines = new LineReader((line) => records.push(line), encoding, records.take);
    if (beside && ordinary && encoding === 'utf-8' && source instanceof File)
      yield* readHalf(source, beside, { lines, records, ordinary });
    else {
      let bytesDone = 0;
      for await (const bytes of bytesOf(source)) {
        seal(bytes);
        lines.push(bytes);
        bytesDone += bytes.length;
        yield bytesDone / source.size;
      }
    }
    lines.finish();
    records.finish();
  };
  return Promise.resolve(oneTable(encoding, read));
}

interface Dialect {
  readonly delimiter: string;
  readonly width: number;
  readonly quotes: Quotes;
}

/** Delimiter, header width and quotes under which the first lines name the most known columns. */
function sniffDialect(head: string): Dialect {
  const lines = head.split(/\r\n|\n|\r/, 20);
  let best = { delimiter: ',', width: 0, known: 0, quotes: usualQuotes };
  for (const delimiter of [',', ';', '\t', '|']) {
    for (const line of lines) {
      const cells = line.split(delimiter).map((cell) => cell.replace(/^\ufeff?"(.*)"$/, '$1'));
      const known = mapHeaders(cells).filter((id) => id !== null).length;
      if (known > best.known && cells.length > 1)
        best = { delimiter, width: cells.length, known, quotes: quotesOf(cells) };
    }
  }
  return best;
}

/** Some programs write other marks for quotes; they do so round every cell of the header. Brackets they write there alone. */
function quotesOf([first = '', ...others]: readonly string[]): Quotes {
  const [, open, close] = /^\ufeff?([^\p{L}\p{N}\s"[({<]).*?([^\p{L}\p{M}\p{N}\s"])$/u.exec(first) ?? [];
  if (open === undefined || close === undefined) return usualQuotes;
  const isWrapped = (cell: string): boolean => cell.length > 1 && cell.startsWith(open) && cell.endsWith(close);
  return others.every(isWrapped) ? { open, close } : usualQuotes;
}
