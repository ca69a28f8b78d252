/** Journeys: remembering where storage fails at any call, is full, holds an older form, or is used by two tabs at once. */
import type { Page } from '@playwright/test';
import { breakStorage, callsMet, holdStorage, type How } from '../faults/storage.ts';
import { look, putBack, type Kept } from '../faults/vault.ts';
import { Dashboard } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { households, logbook } from './logbook.ts';

const passphrase = 'ปลาตะเพียน ๑๒ ตัว';
const isLong = Boolean(process.env.PHUNGPAO_LONG);
/** From a click until it is told how it went; a disk without an answer is waited for as long as it takes to give it up. */
const inTimeMs = 3000;
const silentMs = 13_000;

const submit = 'div[role="dialog"] button[type="submit"]';
const offer = (page: Page) => page.locator('[data-notice="remembered"]');

async function choose(dashboard: Dashboard, count: number): Promise<void> {
  await dashboard.choose(logbook(`${count}.csv`, households(count, 4)));
  await dashboard.expectFigure('household.listed', count);
  await dashboard.settled();
}
async function openSettings({ page, texts }: Dashboard): Promise<void> {
  await page.getByRole('button', { name: texts.settings.title, exact: true }).click();
}
/** To the button that remembers what is open. */
async function ask(dashboard: Dashboard, typed = passphrase): Promise<void> {
  const { page } = dashboard;
  await openSettings(dashboard);
  await page.locator('[data-open="remember"]').click();
  for (const control of ['passphrase', 'passphrase-again'])
    await page.locator(`[data-control="${control}"]`).fill(typed);
}
async function recall(page: Page, typed = passphrase): Promise<void> {
  await page.locator('[data-open="recall"]').click();
  await page.locator('[data-control="passphrase"]').fill(typed);
}
/** Rows of households in the engine, whoever they belong to. */
async function rowsHeld({ page }: Dashboard): Promise<string | null> {
  await page.locator('[data-open="diagnostics"]').click();
  await expect(page.locator('[data-diagnostics="told"]')).toBeVisible();
  const value = await page.locator('data[data-measure="row.household"]').getAttribute('value');
  await page.keyboard.press('Escape');
  return value;
}

interface Told {
  /** What was said of a failure; null where it did not fail. */
  readonly fault: string | null;
  readonly ms: number;
}
/** Presses, within the page, and waits until `done` is there or a failure is told. */
async function press(page: Page, button: string, done: string, told: string): Promise<Told> {
  return await page.evaluate(
    async ([button, done, told]) => {
      const startMs = performance.now();
      document.querySelector<HTMLElement>(button)?.click();
      for (;;) {
        await new Promise((next) => setTimeout(next, 10));
        const fault = document.querySelector(told)?.textContent.trim() ?? null;
        if (fault !== null || document.querySelector(done))
          return { fault, ms: Math.round(performance.now() - startMs) };
        if (performance.now() - startMs > 20_000) return { fault: 'nothing was told', ms: 20_000 };
      }
    },
    [button, done, told] as const,
  );
}

interface Trial {
  readonly what: 'saving' | 'opening' | 'forgetting';
  readonly attempt: () => Promise<Told>;
  /** What is wrong with what was told and is kept after a call failed; null where nothing is. */
  readonly judge: (told: Told, kept: Kept, call: string) => string | null;
  /** Of how many calls one is tried, where not all are. */
  readonly oneOf: number;
  /** Begins anew after an attempt that came to its end. */
  readonly renew: () => Promise<void>;
}

/** Each call fails in turn, until there is none that could. Tells what was wrong. */
async function failEach(page: Page, { what, attempt, judge, oneOf, renew }: Trial): Promise<readonly string[]> {
  // In the long proof each call fails in each way; else a few of them, by turns in one or the other.
  const ways: readonly (readonly How[])[] = isLong
    ? [['refused'], ['late'], ['refused for good']]
    : [['late', 'refused']];
  const every = isLong ? 1 : oneOf;
  const wrong: string[] = [];
  let calls = 0;
  let slowestMs = 0;
  for (const [at, way] of ways.entries()) {
    let wasMet = true;
    for (let failing = 0; wasMet; failing += every) {
      const how = way[(failing / every) % way.length] ?? 'refused';
      await breakStorage(page, { failing, how });
      const told = await attempt();
      const met = await callsMet(page);
      await breakStorage(page, null);
      wasMet = met.length > failing;
      const call = met[failing] ?? '';
      const fault = wasMet || told.fault === null ? judge(told, await look(page), call) : told.fault;
      if (fault !== null) wrong.push(`${what}, call ${failing}, ${call} ${how}: ${fault}`);
      if (told.ms > inTimeMs) wrong.push(`${what}, call ${failing}, ${call} ${how}: told after ${told.ms} ms`);
      slowestMs = Math.max(slowestMs, told.ms);
      calls = Math.max(calls, met.length);
      if (told.fault === null && (wasMet || at < ways.length - 1)) await renew();
    }
  }
  test.info().annotations.push({ type: what, description: `${calls} calls, told within ${slowestMs} ms` });
  return wrong;
}

test('each call to storage fails in turn: the older save stays whole, nothing is half open, and it is said', async ({
  page,
}) => {
  test.setTimeout(isLong ? 900_000 : 120_000);
  await holdStorage(page);
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const { errors } = dashboard.texts;
  const save = () => press(page, submit, '[data-told="saved"]', '[role="dialog"] p.fault[role="alert"]');
  const { vault_damaged, vault_full, vault_passphrase, vault_stays, vault_unavailable, vault_unread } = errors;
  await choose(dashboard, 10);

  // No room: what the browser itself says then. It asks once how much there is, so this comes before all else.
  const protocol = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await protocol.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await ask(dashboard);
  expect(await save()).toMatchObject({ fault: vault_full({}) });
  expect(await look(page)).toMatchObject({ id: null });
  await protocol.send('Storage.overrideQuotaForOrigin', { origin });
  expect(await save()).toMatchObject({ fault: null });
  const older = await look(page);
  expect(older).toMatchObject({ id: expect.stringMatching(/-/) as unknown, isWhole: true });

  const another = `${passphrase}!`;
  const begin = async (): Promise<void> => {
    await page.reload();
    await expect(offer(page)).toBeVisible();
    await look(page);
  };
  const prepare = async (): Promise<void> => {
    await begin();
    await choose(dashboard, 12);
    await ask(dashboard, another);
  };
  await prepare();

  const wrong = [
    ...(await failEach(page, {
      what: 'saving',
      attempt: save,
      judge: ({ fault }, kept) => {
        if (fault === null) return kept.isWhole && kept.id !== older.id ? null : 'told as saved, and is not';
        if (kept.seal !== older.seal) return 'the older save is not as it was';
        return fault === vault_unavailable({}) ? null : `told otherwise: ${fault}`;
      },
      oneOf: 9,
      renew: async () => {
        await putBack(page, older);
        await prepare();
      },
    })),
  ];
  const saved = await look(page);
  expect(saved).toMatchObject({ isWhole: true });
  expect(saved.id).not.toBe(older.id);

  await begin();
  await recall(page, another);
  wrong.push(
    ...(await failEach(page, {
      what: 'opening',
      attempt: () => press(page, submit, 'html:not(:has([role="dialog"]))', '[role="dialog"] [role="alert"]'),
      judge: ({ fault }, kept, call) => {
        if (kept.seal !== saved.seal) return 'what is kept has changed';
        // A key that can't be unwrapped is told as the wrong one, a part that can't be opened as another than was sealed.
        const text = { unwrapKey: vault_passphrase, decrypt: vault_damaged }[call] ?? vault_unread;
        return fault === null || fault === text({}) ? null : `told otherwise: ${fault}`;
      },
      oneOf: 8,
      renew: async () => {
        await begin();
        await recall(page, another);
      },
    })),
  );
  await dashboard.expectFigure('household.listed', 12);
  await dashboard.settled();
  expect(await rowsHeld(dashboard)).toBe('12');
  // What was only opened is not remembered anew.
  expect(await look(page)).toEqual(saved);

  await begin();
  const confirm = async (): Promise<Told> => {
    await page.locator('[data-notice="remembered"] [data-open="forget"]').click();
    const told = await press(page, submit, 'html:not(:has([data-notice="remembered"]))', '[data-fault="remembering"]');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    if (told.fault !== null) await page.locator('.notice:has([data-fault]) button').click();
    return told;
  };
  wrong.push(
    ...(await failEach(page, {
      what: 'forgetting',
      attempt: confirm,
      judge: ({ fault }, kept) => {
        if (fault === null) return kept.id === null ? null : 'told as forgotten, and is not';
        if (kept.seal !== saved.seal) return 'half of it is gone';
        return fault === vault_stays({}) ? null : `told otherwise: ${fault}`;
      },
      oneOf: 2,
      renew: async () => {
        await putBack(page, saved);
        await begin();
      },
    })),
  );
  expect(wrong).toEqual([]);
  expect((await look(page)).id).toBeNull();

  // What another form of the page has remembered can't be opened, and is forgotten by a click.
  await putBack(page, saved, 'of before');
  await dashboard.open();
  await expect(offer(page)).toHaveText(/รูปแบบของรุ่นก่อน/);
  await expect(offer(page).locator('[data-open]')).toHaveCount(1);
  expect(await confirm()).toMatchObject({ fault: null });
  await expect.poll(() => page.evaluate(() => indexedDB.databases())).toEqual([]);
  await dashboard.filterByDimension('health');
});

test('a disk that never answers is given up, and files can be opened after it', async ({ page }) => {
  test.skip(!isLong, 'npm run proof waits for it');
  await holdStorage(page);
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await choose(dashboard, 10);
  await ask(dashboard);
  await breakStorage(page, null);
  await press(page, submit, '[data-told="saved"]', '[role="dialog"] p.fault[role="alert"]');
  const names = await callsMet(page);
  for (const name of ['open', 'put']) {
    await dashboard.open();
    await choose(dashboard, 12);
    await ask(dashboard);
    const before = await look(page);
    await breakStorage(page, { failing: names.indexOf(name), how: 'silent' });
    const told = await press(page, submit, '[data-told="saved"]', '[role="dialog"] p.fault[role="alert"]');
    expect(told.fault, name).toBe(dashboard.texts.errors.vault_unavailable({}));
    expect(told.ms, name).toBeLessThan(silentMs);
    expect(await look(page)).toEqual(before);
    await dashboard.closeDialog();
    await choose(dashboard, 14);
  }
});

test('two tabs that remember and forget at once leave one whole save, or none; the other is told', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  for (const one of [page, other]) await holdStorage(one);
  const [first, second] = [new Dashboard(page), new Dashboard(other)];
  const prepare = async (one: Dashboard, count: number): Promise<void> => {
    await one.open();
    await choose(one, count);
    await ask(one);
  };
  await Promise.all([prepare(first, 10), prepare(second, 12)]);
  const done = '[data-told="saved"]';
  const failed = '[role="dialog"] p.fault[role="alert"]';
  const told = await Promise.all([page, other].map((one) => press(one, submit, done, failed)));
  const kept = await look(page);
  expect(kept.isWhole).toBe(true);
  expect(kept.id).not.toBeNull();
  // One of them may have found its parts thrown away by the other; not both.
  expect(told.filter(({ fault }) => fault === null).length).toBeGreaterThan(0);
  for (const { fault } of told) expect([null, first.texts.errors.vault_elsewhere({})]).toContain(fault);
  for (const one of [first, second]) await one.closeDialog();

  // Whoever's was thrown away is told at the next file, and keeps nothing any more.
  const tellsHow = (one: Page) =>
    expect(one.locator('[data-notice="saved"], [data-fault="remembering"]')).toBeVisible();
  await Promise.all([choose(first, 14), choose(second, 16)]);
  await Promise.all([tellsHow(page), tellsHow(other)]);
  expect(await look(page)).toMatchObject({ id: expect.stringMatching(/-/) as unknown, isWhole: true });

  await Promise.all([choose(first, 18), forget(second)]);
  await tellsHow(page);
  expect(await look(page)).toMatchObject({ isWhole: true });
});

async function forget(dashboard: Dashboard): Promise<void> {
  await openSettings(dashboard);
  await dashboard.page.locator('[data-settings] [data-open="forget"]').click();
  await dashboard.page.locator(submit).click();
}
