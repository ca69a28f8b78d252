/** Owns fetching what the page brings along: the gazetteer, the boundaries, the sample and its prepared answers. */
import { AppError } from '../model/error.ts';
import type { SourceFile } from '../intake/importing.ts';
import type { Rows } from '../model/rows.ts';
import type { Snapshot } from '../model/snapshot.ts';

export interface SampleFile extends Snapshot {
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
  readonly opening?: boolean;
}

/**
 * Answers of a sample's opening view, worked out when the page was built: snapshot key → question key → rows.
 * They paint the first map before the engine has started.
 */
export type PreparedAnswers = Readonly<Record<string, Readonly<Record<string, Rows<Record<string, number | null>>>>>>;

/** Fetches JSON from beside the page. Throws `areas_missing` where it is not there. */
export async function fetchJson<T>(path: string): Promise<T> {
  const response = await fetch(new URL(path, document.baseURI));
  if (!response.ok) throw new AppError('areas_missing', { file: path });
  return (await response.json()) as T;
}

export async function fetchSample(): Promise<{ files: readonly SampleFile[]; prepared: PreparedAnswers }> {
  const [files, { answers: prepared }] = await Promise.all([
    fetchJson<SampleFile[]>('sample/index.json'),
    fetchJson<{ answers: PreparedAnswers }>('sample/answers.json').catch(() => ({ answers: {} })),
  ]);
  return { files, prepared };
}

export async function fetchSampleFile(sample: SampleFile): Promise<SourceFile> {
  const response = await fetch(new URL(`sample/${sample.file}`, document.baseURI));
  if (!response.ok) throw new AppError('sample_missing', { file: sample.file });
  return new File([await response.blob()], sample.file);
}
