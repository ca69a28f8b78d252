/** The fold of a household's status, rule by rule, and over every mix. */
import { describe, expect, it } from 'vitest';
import { foldStatus, foldTable, statusCode, statuses, type Status } from '../../../src/model/status.ts';

const fold = (...of: Status[]): Status => foldStatus(of.reduce((mask, status) => mask | (1 << statusCode[status]), 0));

describe('a household’s status comes from its needs', () => {
  it.each<[Status, Status[]]>([
    ['no_need', []],
    ['no_need', ['no_need']],
    ['helped', ['helped', 'no_need']],
    ['partly_helped', ['helped', 'waiting']],
    ['partly_helped', ['helped', 'in_progress', 'unknown']],
    ['partly_helped', ['partly_helped', 'unknown']],
    ['referred', ['waiting', 'in_progress', 'referred']],
    ['in_progress', ['waiting', 'in_progress', 'no_need']],
    ['waiting', ['waiting', 'unknown']],
    ['unknown', ['unknown']],
    ['unknown', ['helped', 'unknown']],
    ['unknown', ['helped', 'unknown', 'no_need']],
    ['out', ['out', 'helped', 'waiting', 'unknown']],
  ])('%s from %j', (expected, of) => {
    expect(fold(...of)).toBe(expected);
  });

  it('adds no status that is not there, but for partly helped and unknown', () => {
    foldTable.forEach((code, mask) => {
      const status = statuses[code]?.id as Status;
      const present = Boolean(mask & (1 << code));
      if (status === 'no_need') expect(mask & ~(1 << statusCode.no_need)).toBe(0);
      else if (status !== 'partly_helped') expect(present).toBe(true);
    });
  });
});
