/** Owns `npm run sample`: the synthetic Logbook files in data/sample. */
import { fileURLToPath } from 'node:url';
import { makeSample } from './sample/make.ts';

const { made, files } = makeSample(fileURLToPath(new URL('../data/sample', import.meta.url)));
const rows = files.reduce((sum, file) => sum + file.rows, 0);
const megabytes = (files.reduce((sum, file) => sum + file.bytes, 0) / 1e6).toFixed(1);
process.stdout.write(`sample: ${files.length} files, ${rows} rows, ${megabytes} MB${made ? '' : ', already made'}\n`);
