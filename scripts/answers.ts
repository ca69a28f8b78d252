/** Makes data/sample/answers.json: the answers of each sample snapshot's opening view, worked out by the same intake and questions. */
import { createHash } from 'node:crypto';
import { readFile, readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadGazetteer } from '../src/areas/gazetteer.ts';
import { ask } from '../src/engine/rows.ts';
import { createTables } from '../src/engine/tables.ts';
import { importFiles } from '../src/intake/importing.ts';
import { snapshotKey } from '../src/model/snapshot.ts';
import { noFilters, type Subject } from '../src/model/subject.ts';
import { questionKey, viewQuestions, type QuestionName } from '../src/queries/questions.ts';
import type { PreparedAnswers, SampleFile } from '../src/state/sample.ts';
import { openNodeEngine } from '../tests/support/engine.ts';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'data/sample');
const target = path.join(folder, 'answers.json');

type Rows = PreparedAnswers[string][string];
interface AnswersFile {
  /** Hash of all that the answers follow from; the same stamp means the same answers. */
  readonly stamp: string;
  readonly answers: PreparedAnswers;
}

/** The sources that decide the answers: the files, the intake and the questions. */
async function stampOf(files: readonly (SampleFile & { sha256?: string })[]): Promise<string> {
  const hash = createHash('sha256').update(files.map((file) => `${file.file} ${file.sha256 ?? ''}`).join('\n'));
  for (const room of ['areas', 'engine', 'files', 'intake', 'model', 'queries'])
    for (const name of (await readdir(path.join(root, 'src', room))).sort())
      hash.update(name).update(await readFile(path.join(root, 'src', room, name)));
  hash.update(await readFile(path.join(root, 'data/areas/gazetteer.json')));
  hash.update(await readFile(path.join(root, 'data/areas/crosswalk.json')));
  return hash.digest('hex');
}

/** Imports each file and asks what its opening view asks. Snapshot key → question key → rows. */
export async function prepareAnswers(files: readonly SampleFile[]): Promise<PreparedAnswers> {
  const gazetteer = await loadGazetteer(async (name) =>
    JSON.parse(await readFile(path.join(root, 'data', name), 'utf8')),
  );
  const engine = await openNodeEngine();
  try {
    await createTables(engine);
    const answers: Record<string, Record<string, Rows>> = {};
    for (const [index, sample] of files.entries()) {
      const source = new File([await readFile(path.join(folder, sample.file))], sample.file);
      const refuse = (): never => {
        throw new Error(`${sample.file} raises a question`);
      };
      const receipt = await importFiles([source], { engine, gazetteer, firstSnapshot: index + 1, ask: refuse });
      const subject: Subject = { snapshot: index + 1, area: sample.province, level: 'amphoe', filters: noFilters };
      if (receipt.snapshots.length !== 1) throw new Error(`${sample.file} holds ${receipt.snapshots.length} snapshots`);
      const own: Record<string, Rows> = (answers[snapshotKey(sample)] = {});
      for (const name of Object.keys(viewQuestions) as QuestionName[])
        own[questionKey(name, subject)] = await ask(engine, viewQuestions[name](subject));
    }
    return answers;
  } finally {
    await engine.close();
  }
}

async function main(): Promise<void> {
  const files = JSON.parse(await readFile(path.join(folder, 'index.json'), 'utf8')) as SampleFile[];
  const stamp = await stampOf(files);
  const before = await readFile(target, 'utf8').then(
    (text) => JSON.parse(text) as AnswersFile,
    () => null,
  );
  if (before?.stamp === stamp) return console.log('answers: already made');
  const made: AnswersFile = { stamp, answers: await prepareAnswers(files) };
  await writeFile(`${target}.part`, JSON.stringify(made));
  await rename(`${target}.part`, target);
  console.log(`answers: ${Object.keys(made.answers).length} snapshots`);
}

if (process.argv[1] === import.meta.filename) await main();
