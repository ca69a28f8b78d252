/** Owns what every engine must do; each engine's test runs all of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { ask, toIPC } from '../../src/engine/rows.ts';
import { AppError, type ErrorCode } from '../../src/model/error.ts';

/** What engines say or do differently. */
export interface Traits {
  /** Statements that would read a file or call out. */
  readonly outward: readonly string[];
  /** One that takes its time. */
  readonly long: string;
  /** Whether what is begun can be taken back; an engine that can't says so at once. */
  readonly isTransactional: boolean;
  /** What a table that is not there is told as. */
  readonly missing: ErrorCode;
}

export function engineContract(name: string, open: () => Promise<Engine>, traits: Traits): void {
  describe(`${name} keeps the engine's contract`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await open();
    });
    afterAll(async () => {
      await engine.close();
    });

    it('takes rows as Arrow, in chunks, and makes the table from the first', async () => {
      const types = { place: 'int', code: 'text', households: 'int', share: 'double', urgent: 'flag' } as const;
      const rows = [
        { place: 1, code: '941001', households: 3, share: 0.25, urgent: true },
        { place: 2, code: 'ยะรัง', households: 0, share: null, urgent: false },
      ];
      await engine.load('loaded', [toIPC(types, rows), toIPC(types, [{ place: 3, code: null, households: -1 }])]);
      await engine.load('loaded', [toIPC(types, [{ ...rows[0], place: 4 }])]);
      const answer = await ask(engine, { sql: 'select * from loaded order by place', params: [] });
      expect(answer.length).toBe(4);
      expect(answer.columns.code).toEqual(['941001', 'ยะรัง', null, '941001']);
      expect(answer.columns.households).toEqual([3, 0, -1, 3]);
      expect(answer.columns.share).toEqual([0.25, null, null, 0.25]);
      expect(answer.columns.urgent).toEqual([true, false, null, true]);
    });

    it('gives texts back letter by letter, invisible ones too', async () => {
      const texts = ['\ufeff941001', '\ufeff', '', ' ก\u200b', 'ํา', '𝒳\u202e', 'a\r\nb', null];
      await engine.load('texts', [
        toIPC(
          { place: 'int', text: 'text' },
          texts.map((text, place) => ({ place, text })),
        ),
      ]);
      expect((await ask(engine, { sql: 'select text from texts order by place', params: [] })).columns.text).toEqual(
        texts,
      );
    });

    it('answers counts, sums and decimals as numbers', async () => {
      const sql = 'select count(*) as n, sum(households) as s, 1.25::decimal(10,2) as d from loaded';
      const answer = await ask(engine, { sql, params: [] });
      expect([answer.columns.n, answer.columns.s, answer.columns.d]).toEqual([[4], [5], [1.25]]);
    });

    it('keeps an answer without rows an answer with columns', async () => {
      const answer = await ask(engine, { sql: 'select code from loaded where households > ?', params: [99] });
      expect(answer.length).toBe(0);
    });

    it('binds values, so that a value is never SQL', async () => {
      const evil = "'; drop table loaded; --";
      const answer = await ask(engine, { sql: 'select ? as echo, ?::integer + 1 as next', params: [evil, 41] });
      expect(answer.columns.echo).toEqual([evil]);
      expect(answer.columns.next).toEqual([42]);
    });

    it('refuses two statements in one', async () => {
      const both = engine.run({ sql: 'select 1; drop table loaded', params: [] });
      await expect(both).rejects.toMatchObject({ code: 'engine_query' });
      expect((await ask(engine, { sql: 'select count(*) as n from loaded', params: [] })).columns.n).toEqual([4]);
    });

    it('tells a wrong statement with its SQL and lives on', async () => {
      const wrong = ask(engine, { sql: 'select nothing from nowhere', params: [] });
      await expect(wrong).rejects.toMatchObject({
        name: 'AppError',
        code: traits.missing,
        detail: { sql: 'select nothing from nowhere' },
      });
      expect((await ask(engine, { sql: 'select 1 as one', params: [] })).columns.one).toEqual([1]);
    });

    it('runs statements asked for at once one after the other', async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) => ask(engine, { sql: 'select ?::integer as i', params: [i] })),
      );
      expect(answers.map((answer) => answer.columns.i?.[0])).toEqual(Array.from({ length: 20 }, (_, i) => i));
    });

    it('rolls back what is not committed, or begins nothing', async () => {
      const begun = engine.run({ sql: 'begin transaction', params: [] });
      if (traits.isTransactional) {
        await begun;
        await engine.run({ sql: 'delete from loaded', params: [] });
        await engine.run({ sql: 'rollback', params: [] });
      } else await expect(begun).rejects.toBeInstanceOf(AppError);
      expect((await ask(engine, { sql: 'select count(*) as n from loaded', params: [] })).columns.n).toEqual([4]);
    });

    it('stops loading when told to', async () => {
      const stop = new AbortController();
      const chunks = function* (): Generator<Uint8Array> {
        yield toIPC({ n: 'int' }, [{ n: 1 }]);
        stop.abort();
        yield toIPC({ n: 'int' }, [{ n: 2 }]);
      };
      await expect(engine.load('stopped', chunks(), stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
    });

    it.each(traits.outward)('can not reach out: %s', async (sql) => {
      await expect(ask(engine, { sql, params: [] })).rejects.toBeInstanceOf(AppError);
    });

    it('refuses what runs and what comes after closing', async () => {
      const other = await open();
      const running = ask(other, { sql: traits.long, params: [] });
      const refused = expect(running).rejects.toMatchObject({ code: 'engine_closed' });
      await other.close();
      await refused;
      await expect(ask(other, { sql: 'select 1', params: [] })).rejects.toMatchObject({ code: 'engine_closed' });
    });
  });
}
