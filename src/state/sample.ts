/** Owns fetching what the page brings along: the gazetteer, the boundaries, the sample and its cubes. */
import { AppError } from '../model/error.ts';
import type { SourceFile } from '../intake/importing.ts';
import type { Picture } from '../queries/picture.ts';
import { unpackPicture, type PackedPicture } from '../queries/picture-pack.ts';
import { snapshotKey, type Snapshot } from '../model/snapshot.ts';
import { fetchBeside } from './beside.ts';

export interface SampleFile extends Snapshot {
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
  readonly opening?: boolean;
}

/** Fetches JSON from beside the page. Throws `areas_missing` where it is not to be had. */
export async function fetchJson<T>(path: string): Promise<T> {
  try {
    return (await (await fetchOwn(path)).json()) as T;
  } catch (cause) {
    throw new AppError('areas_missing', { file: path }, cause);
  }
}

async function fetchOwn(path: string): Promise<Response> {
  const response = await fetchBeside(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

export interface Sample {
  readonly files: readonly SampleFile[];
  /** Why it is not to be had, though it was put up. */
  readonly fault: AppError | null;
}

/** A page that is put up without the sample begins empty; so does one that can't reach it, but it says so. */
export async function fetchSample(): Promise<Sample> {
  const path = 'sample/index.json';
  try {
    const response = await fetchBeside(path);
    return { files: response.status === 404 ? [] : ((await response.json()) as SampleFile[]), fault: null };
  } catch (cause) {
    return { files: [], fault: new AppError('sample_missing', { file: path }, cause) };
  }
}

/** The cube of a sample's snapshot, counted when the page was built: it answers before the engine has started. */
export async function fetchSampleCube(sample: SampleFile): Promise<ArrayBuffer> {
  return await (await fetchOwn(`sample/cubes/${snapshotKey(sample)}.bin`)).arrayBuffer();
}

/** What a meeting sees of it, worked out when the page was built; only of the round that opens. */
export async function fetchSamplePicture(sample: SampleFile): Promise<Picture> {
  return unpackPicture((await (await fetchOwn(`sample/cubes/${snapshotKey(sample)}.json`)).json()) as PackedPicture);
}

/** Throws `sample_missing` where it is not to be had. */
export async function fetchSampleFile(sample: SampleFile): Promise<SourceFile> {
  try {
    const response = await fetchOwn(`sample/${sample.file}`);
    return new File([await response.blob()], sample.file);
  } catch (cause) {
    throw new AppError('sample_missing', { file: sample.file }, cause);
  }
}
