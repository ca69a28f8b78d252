/** Owns the clean tables as one archive for a central database: each part as it was carried, the receipt, and a manifest that seals them. */
import { Zip, ZipDeflate } from 'fflate';
import { sha256 } from 'hash-wasm';
import type { Receipt } from '../model/receipt.ts';
import type { RowsOf, TableName } from '../model/rows.ts';
import { clusterForm, tableForm } from '../model/tableform.ts';
import {
  manifestPath,
  receiptPath,
  tablesFileKind,
  tablesFileVersion,
  type SealedPart,
  type TablesManifest,
} from '../model/tablesfile.ts';
import { receiptBytes } from './receipt.ts';
import type { SavedParts } from './saving.ts';
import { fileName } from './sheet.ts';

/** The same tables give the same file, so that bringing them twice can be told. */
const packedAt = '2000-01-01T00:00:00';

/** Takes one part after another and holds none: what is packed goes to the browser, which keeps much of it outside of memory. */
export class TablesFile {
  readonly #packed: Blob[] = [];
  readonly #parts: TablesManifest['parts'][number][] = [];
  #fault: unknown = null;
  readonly #zip = new Zip((fault, bytes) => {
    this.#fault ??= fault;
    this.#packed.push(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  });

  async add(table: TableName, bytes: Uint8Array): Promise<void> {
    const before = this.#parts.filter((part) => part.table === table).length;
    const path = `${table}/${String(before).padStart(4, '0')}.arrows`;
    this.#parts.push({ table, ...(await this.#pack(path, bytes)) });
  }

  /** `snapshots`: the numbers of those that were carried. */
  async close(receipt: Receipt, snapshots: readonly number[], rows: RowsOf, title: string): Promise<SavedParts> {
    const manifest: TablesManifest = {
      ...{ kind: tablesFileKind, version: tablesFileVersion, form: clusterForm, tables: tableForm },
      snapshots: receipt.snapshots
        .filter(({ number }) => snapshots.includes(number))
        .map(({ number, snapshot, households, needs }) => ({ number, ...snapshot, households, needs })),
      rows,
      sources: receipt.files.map(({ bytes, sha256 }) => ({ bytes, sha256 })),
      parts: this.#parts,
      receipt: await this.#pack(receiptPath, receiptBytes(receipt, false)),
    };
    await this.#pack(manifestPath, new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`));
    this.#zip.end();
    const type = 'application/zip';
    return { name: `${fileName(title)}.zip`, type, bytes: new Blob(this.#packed, { type }) };
  }

  async #pack(path: string, bytes: Uint8Array): Promise<SealedPart> {
    const seal = { path, bytes: bytes.length, sha256: await sha256(bytes) };
    const entry = new ZipDeflate(path, { level: 1 });
    entry.mtime = packedAt;
    this.#zip.add(entry);
    entry.push(bytes, true);
    if (this.#fault) throw this.#fault;
    return seal;
  }
}
