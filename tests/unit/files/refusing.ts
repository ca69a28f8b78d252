/** Owns refusing files in a process of its own: how each was refused, how soon, and the most memory that it took beyond the process itself. */
import { openAsBlob } from 'node:fs';
import path from 'node:path';
import { file } from '../../support/formats.ts';
import { refusal } from './reading.ts';

export interface Refused {
  readonly code: string | null;
  readonly ms: number;
  /** Of the whole process until now, over what it took with one harmless file read. */
  readonly peakBytes: number;
}

if (process.argv[1] === import.meta.filename) {
  const peak = (): number => process.resourceUsage().maxRSS * 1024;
  await refusal(file('รหัสบ้าน,รหัสตำบล\n94100000001,941001\n', 'x.csv'));
  const startBytes = peak();
  const told: Refused[] = [];
  for (const name of process.argv.slice(2)) {
    const startMs = performance.now();
    const found = await refusal(new File([await openAsBlob(name)], path.basename(name)));
    told.push({ code: found?.[0] ?? null, ms: performance.now() - startMs, peakBytes: peak() - startBytes });
  }
  process.stdout.write(JSON.stringify(told));
}
