/** Journeys: signing in to a cluster, its figures to the last household, nothing asked while a reader looks, and every way it can fail. */
import type { Locator, Page } from '@playwright/test';
import { violations } from '../e2e/accessibility.ts';
import { Dashboard, opening, truthOf } from '../e2e/dashboard.ts';
import { expect, test as journey } from '../e2e/fixtures.ts';
import { openClustered, type Clustered } from './clustered.ts';
import { admin, nobody, officer, viewer, type User } from './users.ts';

let cluster: Clustered;
/** One for all journeys; its page is theirs. */
const test = journey.extend<object, { readonly opened: Clustered }>({
  opened: [
    async ({}, use) => {
      cluster = await openClustered();
      await use(cluster);
      await cluster.close();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  baseURL: async ({ opened }, use) => use(opened.url),
});
test.beforeEach(({ faults }) => faults.allow(new RegExp(`foreign request: POST ${cluster.origin}/`)));

type Typed = Pick<User, 'name' | 'password'>;
const form = (page: Page): Locator => page.getByRole('dialog');
async function type(page: Page, { name, password }: Typed): Promise<void> {
  await form(page).locator('[data-control="cluster-user"]').fill(name);
  await form(page).locator('[data-control="cluster-password"]').fill(password);
  await form(page).locator('button[type="submit"]').click();
}
async function signedIn(page: Page, user: Typed, search = ''): Promise<Dashboard> {
  const dashboard = new Dashboard(page);
  await dashboard.open(search);
  await page.locator('[data-open="sign-in"]').click();
  await type(page, user);
  await expect(page.locator('[data-account="in"]')).toContainText(user.name, { timeout: 60_000 });
  await dashboard.settled();
  return dashboard;
}
/** Every figure on the page, by what it is of. */
const figuresOf = (page: Page): Promise<readonly string[]> =>
  page.locator('data[data-measure]').evaluateAll((all) =>
    all.map((one) =>
      [...one.attributes]
        .map(({ name, value }) => (/^(data-|value$)/.test(name) ? `${name}=${value}` : ''))
        .sort()
        .join(' '),
    ),
  );
/** Once no more come in: changes since the round before are told after the figures. */
async function steadyFigures(page: Page): Promise<readonly string[]> {
  let told: readonly string[] = [];
  await expect(async () => {
    const before = told;
    await page.waitForTimeout(700);
    told = await figuresOf(page);
    expect(told).toEqual(before);
  }).toPass();
  return told;
}
/** Requests to the cluster from now on. */
function asked(page: Page): string[] {
  const met: string[] = [];
  page.on('request', (request) => request.url().startsWith(cluster.origin) && met.push(request.url()));
  return met;
}

test('an officer signs in and sees the own province to the last household, and signs out to the sample', async ({
  page,
}) => {
  const dashboard = await signedIn(page, officer);
  await dashboard.expectParam('at', opening);
  const truth = truthOf(opening);
  for (const [id, value] of Object.entries(truth.province)) await dashboard.expectFigure(`household.${id}`, value);
  for (const id of ['pending', 'helped'] as const) {
    await dashboard.turnTo(`?at=${opening}&measure=household.${id}`);
    const byArea = await dashboard.byArea(`household.${id}`);
    for (const [amphoe, own] of Object.entries(truth.amphoe)) expect(byArea[amphoe], amphoe).toBe(own[id]);
  }
  await page.locator('[data-control="asOf"]').click();
  await expect(page.locator('[role="option"]')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-account="in"]')).toContainText('29 มิ.ย. 2565');
  await expect(page.locator('input[name="logbook"]')).toHaveCount(0);

  const kept = await page.evaluate(() =>
    JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }, document.cookie]),
  );
  expect(decodeURIComponent(kept)).not.toMatch(new RegExp(`${officer.password}|${officer.name}`));

  await dashboard.drop({ name: 'ของเรา.csv', content: 'รหัสบ้าน\r\n94010012345\r\n' });
  await expect(page.locator('[data-fault]')).toHaveText(dashboard.texts.errors.cluster_files({}));
  await dashboard.expectFigure('household.listed', truth.province.listed);

  await page.locator('[data-open="sign-out"]').click();
  await dashboard.settled();
  await expect(page.locator('[data-open="sign-in"]')).toBeVisible();
  await expect(page.locator('[data-account]')).toHaveCount(0);
  await expect(page.locator('[data-panel="top"]')).toContainText(dashboard.texts.top.sample);
});

test('every figure is that of the same files opened in the page: levels, filters, two rounds compared', async ({
  page,
}) => {
  const views = [
    '?level=tambon',
    '?class=supportable&dimension=income',
    '?area=9401&level=tambon',
    '?panel=rounds&since=2022-06-10',
  ].map((view) => view.replace('?', `?at=${opening}&`));
  const dashboard = new Dashboard(page);
  await dashboard.open();
  const own: (readonly string[])[] = [];
  for (const view of views) {
    await dashboard.turnTo(view);
    // Who moved is told once the rows of both rounds are there.
    const moved = page.locator('data[data-measure="household.newly_helped"]');
    if (view.includes('panel=rounds')) await expect(moved.first()).toBeVisible({ timeout: 60_000 });
    own.push(await steadyFigures(page));
  }
  await dashboard.turnTo(`?at=${opening}`);
  await page.locator('[data-open="sign-in"]').click();
  await type(page, officer);
  await expect(page.locator('[data-account="in"]')).toBeVisible({ timeout: 60_000 });
  await dashboard.settled();
  for (const [at, view] of views.entries()) {
    await dashboard.turnTo(view);
    expect(own[at]?.length, view).toBeGreaterThan(20);
    await expect.poll(() => figuresOf(page), { message: view }).toEqual(own[at]);
  }
});

test('nothing is asked of the cluster while a reader filters, turns to another level and goes into areas', async ({
  page,
}) => {
  const dashboard = await signedIn(page, officer);
  await page.waitForTimeout(3000);
  const requests = asked(page);
  const before = (await cluster.server.told()).asked.length;
  const dimensions = ['health', 'living', 'education', 'income', 'access'];
  for (let round = 0; round < 2; round++)
    for (const dimension of dimensions) {
      await dashboard.filterByDimension(dimension);
      await page.locator(`[data-filter-dimension="${dimension}"]`).click();
      await dashboard.expectParam('dimension', null);
    }
  await dashboard.level('tambon');
  await dashboard.level('amphoe');
  await dashboard.drill('9401');
  await dashboard.settled();
  expect(requests).toEqual([]);
  expect((await cluster.server.told()).asked.length).toBe(before);
});

test('the list behind a figure comes a page at a time, hidden; one household and how it was counted too', async ({
  page,
}) => {
  const dashboard = await signedIn(page, officer, `?at=${opening}`);
  await page.locator('[data-open="rows"]').click();
  const truth = truthOf(opening).province.pending;
  await expect(page.locator('data[data-measure="row.listed"]')).toHaveAttribute('value', String(truth), {
    timeout: 60_000,
  });
  await expect(page.locator('[data-row="0"]:not([aria-busy])')).toBeVisible();
  const codes = await page.locator('[data-row] [data-column="house_code"]').allTextContents();
  expect(codes.length).toBeGreaterThan(5);
  for (const code of codes) expect(code.trim()).toMatch(/^\d{8}•••$|^–$/);
  await page.getByRole('grid').focus();
  await page.keyboard.press('End');
  await expect(page.locator(`[data-row="${truth - 1}"]:not([aria-busy])`)).toBeVisible();
  await page.keyboard.press('Home');
  await page.locator('[data-row="0"]').click();
  await expect(page.locator('[data-history] tbody tr')).toHaveCount(2, { timeout: 60_000 });
  // What was hidden never crossed the wire.
  const questions = (await cluster.server.told()).asked.map(({ url }) => decodeURIComponent(url)).join('\n');
  expect(questions).not.toMatch(/94\d{9}/);
  await dashboard.closeDialog();
});

test('of several provinces the country is seen', async ({ page }) => {
  const dashboard = await signedIn(page, admin);
  await dashboard.expectParam('at', 'th.2022-06-10');
  const both = ['94.2022-06-10', '13.2022-06-10'].map((key) => truthOf(key).province.listed);
  await dashboard.expectFigure(
    'household.listed',
    both.reduce((sum, one) => sum + one, 0),
  );
});

test('why one can’t sign in is said, and the next try works', async ({ page, faults }) => {
  faults.allow(/Failed to load resource|failed request/);
  const dashboard = new Dashboard(page);
  await dashboard.open();
  await page.locator('[data-open="sign-in"]').click();
  const { errors, cluster: words } = dashboard.texts;
  const alert = form(page).getByRole('alert');
  await form(page).locator('button[type="submit"]').click();
  await expect(alert).toHaveText(words.nameless);
  await type(page, { ...officer, password: 'ผิด' });
  await expect(alert).toHaveText(errors.cluster_password({}));
  await expect(form(page).locator('[data-control="cluster-password"]')).toHaveValue('');
  await expect(form(page).locator('[data-control="cluster-user"]')).toHaveValue(officer.name);
  await type(page, nobody);
  await expect(alert).toContainText(errors.cluster_role({}));
  await cluster.shut();
  await type(page, officer);
  await expect(alert).toContainText(errors.cluster_unreachable({}));
  expect(await violations(page, ['[role="dialog"]'])).toEqual([]);
  await cluster.open();
  await cluster.server.spoil('silent');
  await form(page).getByRole('button', { name: words.again }).click();
  await expect(form(page).getByText(words.asking)).toBeVisible();
  await form(page).locator('.choice button').click();
  await expect(alert).toContainText(errors.cluster_stopped({}));
  for (const [form, how] of [
    [0, 'older'],
    [99, 'newer'],
  ] as const) {
    await cluster.engine.run({
      sql: 'alter table round_brought update schema = ?::integer where 1 settings mutations_sync = 1',
      params: [form],
    });
    await page.getByRole('button', { name: words.again }).click();
    await expect(alert).toContainText(errors.cluster_schema({ how }));
  }
  await cluster.engine.run({
    sql: 'alter table round_brought update schema = 1 where 1 settings mutations_sync = 1',
    params: [],
  });
  await page.getByRole('button', { name: words.again }).click();
  await expect(page.locator('[data-account="in"]')).toBeVisible();
});

test('a server that goes in mid-session, an answer cut short, a lost role: said, nothing half shown, and the retry works', async ({
  page,
  faults,
}) => {
  faults.allow(/Failed to load resource|failed request/);
  const before = '94.2022-06-10';
  const dashboard = await signedIn(page, officer, `?at=${before}`);
  const { errors, cluster: words } = dashboard.texts;
  const message = page.locator('[role="alert"] [data-fault]');
  const again = page.locator('[role="alert"] button').first();
  const isTold = async (text: string): Promise<void> => {
    await expect(message).toHaveText(text, { timeout: 30_000 });
    await expect(dashboard.figures('household.pending')).not.toHaveText(/\d/);
    expect(Object.keys(await dashboard.byArea('household.pending'))).toEqual([]);
  };
  await cluster.server.spoil('cut', 9);
  await dashboard.turnTo(`?at=${opening}`);
  await isTold(errors.cluster_cut({}));
  await cluster.server.spoil('silent');
  await again.click();
  await expect(page.locator('.progress')).toContainText(words.coming('1'));
  await page.locator('.progress button').click();
  await isTold(errors.cluster_stopped({}));
  await cluster.engine.run({ sql: 'rename table household to household_kept', params: [] });
  await again.click();
  await isTold(errors.cluster_schema({}));
  await cluster.engine.run({ sql: 'create table household as household_kept', params: [] });
  await again.click();
  await isTold(errors.cluster_gone({}));
  await cluster.engine.run({ sql: 'exchange tables household and household_kept', params: [] });
  await cluster.shut();
  await again.click();
  await isTold(errors.cluster_unreachable({}));
  await cluster.open();
  await again.click();
  await dashboard.expectFigure('household.listed', truthOf(opening).province.listed);
  await expect(message).toHaveCount(0);
  // What is here already needs no server.
  await cluster.shut();
  await dashboard.turnTo(`?at=${opening}&area=9401&level=tambon`);
  await dashboard.expectFigure('household.listed', truthOf(opening).amphoe['9401']?.listed ?? null);
  await cluster.open();
});

test('an account that sees no rows: by amphoe, at least so many, what is held back said and never shown as none', async ({
  page,
  faults,
}) => {
  // It is found out by being refused.
  faults.allow(/403/);
  const dashboard = await signedIn(page, viewer, `?at=${opening}&level=tambon`);
  const { cluster: words, meeting } = dashboard.texts;
  const requests = (await cluster.server.told()).asked;
  expect(
    requests.filter(({ user, sql }) => user === viewer.name && !/\b(round|cube_shown|household limit 0)\b/.test(sql)),
  ).toEqual([]);
  await expect(page.locator('input[value="tambon"]')).toBeDisabled();
  const { listed, pending } = truthOf(opening).province;
  const shown = Number(await dashboard.figure('household.pending'));
  // Small groups are told by their status.
  expect(shown).toBeGreaterThan(0.95 * pending);
  expect(shown).toBeLessThanOrEqual(pending);
  await expect(dashboard.figures('household.pending').first()).toHaveText(
    words.least(String(shown.toLocaleString('th'))),
  );
  expect(Number(await dashboard.figure('household.listed'))).toBeLessThanOrEqual(listed);
  await expect(page.locator('data[data-measure="household.pending"][value="0"]')).toHaveCount(0);
  await expect(dashboard.figures('household.helped_share').first()).toHaveText(meeting.withheld);
  await expect(page.locator('[data-notice="held-back"]')).toContainText(listed.toLocaleString('th'));
  await dashboard.turnTo(`?at=${opening}&rows=household.pending`);
  await expect(page.getByRole('dialog')).toContainText(dashboard.texts.errors.cluster_role({}));
});
