/** A problem report: what was done and what went wrong, and nothing that was planted in faults, files or choices. */
import { expect, it } from 'vitest';
import { textsOf } from '../../../src/i18n/texts.ts';
import { AppError } from '../../../src/model/error.ts';
import { abilities, reportText } from '../../../src/panels/reporting.ts';
import { lastSteps, noteFault, noteStep } from '../../../src/state/journal.ts';

const planted = ['นายสมชาย ใจดี', '1100501234561', 'รายชื่อ.xlsx', 'ยะรัง', '94010000001'];

it('tells kinds of actions and where faults were, without what they say', () => {
  const [name = '', id = '', file = '', place = '', house = ''] = planted;
  noteStep('view', ['area', 'measure']);
  noteFault(new AppError('file_read', { file }, new Error(name)));
  const bug = new TypeError(`cannot read ${id} of ${place}`);
  bug.stack = `TypeError: ${id}\n    at a (https://host.go.th/x/assets/index-abc.js:1:234)\n    at ${name} (/home/${house}/y.js:1:1)`;
  noteFault(bug);
  noteFault(Object.assign(new Error(house), { name: place }));
  noteFault(name);
  const text = reportText([], { locks: true }, lastSteps(), textsOf('th').diagnostics);
  for (const word of planted) expect(text).not.toContain(word);
  const steps = text.split('\n').map((line) => line.split('\t').slice(1).join(' '));
  expect(steps.filter((step) => /^(view|fault)/.test(step))).toEqual([
    'view area measure',
    'fault file_read',
    'fault TypeError index-abc.js:1:234',
    'fault Error',
    'fault Error',
  ]);
});

it('keeps the last two hundred steps', () => {
  for (let turn = 0; turn < 300; turn++) noteStep('import');
  expect(lastSteps()).toHaveLength(200);
});

it('tells of what a browser forbids, that it can’t', () => {
  const refusing = {
    navigator: {},
    get localStorage(): Storage {
      throw new DOMException('refused', 'SecurityError');
    },
  } as unknown as typeof globalThis;
  expect(abilities(refusing)).toMatchObject({ localStorage: false, indexedDB: false, locks: false });
});
