/** Owns reading the file of clean tables that a page saved: nothing of it is believed before its seals are checked. */
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { sha256 } from 'hash-wasm';
import type { Receipt } from '../../src/model/receipt.ts';
import { clusterForm, tableForm } from '../../src/model/tableform.ts';
import {
  manifestPath,
  receiptPath,
  tablesFileKind,
  tablesFileVersion,
  type SealedPart,
  type TablesManifest,
} from '../../src/model/tablesfile.ts';

/** A file or a cluster that can't be used as it is, and what to do about it. */
export class Refused extends Error {}

export interface OpenedTables {
  readonly manifest: TablesManifest;
  readonly receipt: Receipt;
  /** Of the whole file: by it the same file is known again. */
  readonly sha256: string;
  /** Unpacked when asked for, as bytes of their own. */
  readonly unpack: (part: SealedPart) => Uint8Array;
}

export async function openTablesFile(path: string): Promise<OpenedTables> {
  const packed = new Uint8Array(await readFile(path));
  const unpackPath = (wanted: string): Uint8Array => {
    const bytes = unzipSync(packed, { filter: ({ name }) => name === wanted })[wanted];
    if (!bytes) throw new Refused(`${wanted} is missing from the file`);
    return bytes;
  };
  const manifest = await unpacked(() => read(unpackPath(manifestPath)) as TablesManifest);
  refuseOtherForms(manifest);
  const unpack = ({ path }: SealedPart): Uint8Array => unpackPath(path);
  for (const part of [...manifest.parts, manifest.receipt]) {
    const bytes = await unpacked(() => unpack(part));
    if (bytes.length !== part.bytes || (await sha256(bytes)) !== part.sha256)
      throw new Refused(`${part.path} is not as it was saved: get the file again`);
  }
  const receipt = read(unpack({ ...manifest.receipt, path: receiptPath })) as Receipt;
  refuseOtherSums(manifest, receipt);
  return { manifest, receipt, sha256: await sha256(packed), unpack };
}

const read = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));

/** Whatever a broken archive makes its reader throw. */
async function unpacked<T>(work: () => T): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof Refused) throw fault;
    throw new Refused('the file is no archive of clean tables, or is damaged: get it again', { cause: fault });
  }
}

function refuseOtherForms({ kind, version, form, tables }: TablesManifest): void {
  if (kind !== tablesFileKind) throw new Refused('the file holds no clean tables');
  if (version > tablesFileVersion || form > clusterForm)
    throw new Refused('the file is of a newer page than this program: use the program of that version');
  if (version < tablesFileVersion || form < clusterForm || tables !== tableForm)
    throw new Refused('the file is of another version of the page: open its sources in today’s page and save again');
}

function refuseOtherSums({ snapshots }: TablesManifest, receipt: Receipt): void {
  for (const { number, households, needs } of snapshots) {
    const told = receipt.snapshots.find((one) => one.number === number);
    if (told?.households !== households || told.needs !== needs)
      throw new Refused('the receipt and the manifest tell different sums: save the tables again');
  }
  if (snapshots.length === 0) throw new Refused('the file holds no round');
}
