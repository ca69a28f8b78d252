/** Asking: late answers are dropped, the last good one stays, and a failure is told without losing what stood. */
import { describe, expect, it } from 'vitest';
import { Answer } from '../../../src/state/answer.svelte.ts';

/** A question whose answer comes when the test says so. */
function question() {
  let give: (value: string) => void = () => undefined;
  let fail: (reason: unknown) => void = () => undefined;
  const held = new Promise<string>((resolve, reject) => {
    [give, fail] = [resolve, reject];
  });
  let signal: AbortSignal | undefined;
  return {
    work: (given: AbortSignal): Promise<string> => {
      signal = given;
      return held;
    },
    give,
    fail,
    get isStopped(): boolean {
      return signal?.aborted ?? false;
    },
  };
}

describe('an answer', () => {
  it('is nothing before the first question', () => {
    const answer = new Answer<string, string>();
    expect([answer.current, answer.pending, answer.error]).toEqual([null, false, null]);
  });

  it('says what it answers', async () => {
    const answer = new Answer<string, string>();
    await answer.ask('how many', () => Promise.resolve('7'));
    expect(answer.current).toEqual({ subject: 'how many', value: '7' });
    expect([answer.pending, answer.error]).toEqual([false, null]);
  });

  it('keeps the last good one while the next is pending', async () => {
    const answer = new Answer<string, string>();
    await answer.ask('first', () => Promise.resolve('1'));
    const second = question();
    const asked = answer.ask('second', second.work);
    expect(answer.pending).toBe(true);
    expect(answer.current).toEqual({ subject: 'first', value: '1' });
    second.give('2');
    await asked;
    expect(answer.pending).toBe(false);
    expect(answer.current).toEqual({ subject: 'second', value: '2' });
  });

  it.each(['given', 'failed'] as const)('drops a late one, %s after the next was answered', async (end) => {
    const answer = new Answer<string, string>();
    const [slow, quick] = [question(), question()];
    const late = answer.ask('slow', slow.work);
    const soon = answer.ask('quick', quick.work);
    quick.give('quick');
    await soon;
    if (end === 'given') slow.give('slow');
    else slow.fail(new Error('stopped'));
    await late;
    expect(answer.current).toEqual({ subject: 'quick', value: 'quick' });
    expect([answer.pending, answer.error]).toEqual([false, null]);
  });

  it('is still pending when only a late one came', async () => {
    const answer = new Answer<string, string>();
    const [slow, next] = [question(), question()];
    const late = answer.ask('slow', slow.work);
    const asked = answer.ask('next', next.work);
    slow.give('slow');
    await late;
    expect([answer.current, answer.pending]).toEqual([null, true]);
    next.give('next');
    await asked;
    expect([answer.current?.value, answer.pending]).toEqual(['next', false]);
  });

  it('stops the work that nobody waits for any more, and only that', () => {
    const answer = new Answer<string, string>();
    const [first, second] = [question(), question()];
    void answer.ask('first', first.work);
    expect(first.isStopped).toBe(false);
    void answer.ask('second', second.work);
    expect([first.isStopped, second.isStopped]).toEqual([true, false]);
  });

  it('tells why it failed beside the last good one, until the next is answered', async () => {
    const answer = new Answer<string, string>();
    const fault = new Error('no engine');
    await answer.ask('first', () => Promise.resolve('1'));
    await answer.ask('second', () => Promise.reject(fault));
    expect(answer.error).toBe(fault);
    expect(answer.current).toEqual({ subject: 'first', value: '1' });
    expect(answer.pending).toBe(false);
    await answer.ask('third', () => Promise.resolve('3'));
    expect([answer.error, answer.current?.subject]).toEqual([null, 'third']);
  });

  it('takes a fault thrown at once as one thrown later', async () => {
    const answer = new Answer<string, string>();
    const fault = new Error('at once');
    await answer.ask('it', () => {
      throw fault;
    });
    expect([answer.error, answer.pending]).toEqual([fault, false]);
  });
});
