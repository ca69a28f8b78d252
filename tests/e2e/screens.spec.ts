/** Proves that nothing that lies over the page, or stands in its place, trips up assistive technology: dialogs, messages, slides. */
import type { Page } from '@playwright/test';
import { holdWorkers, kill } from '../faults/workers.ts';
import { violations } from './accessibility.ts';
import { Dashboard, type ChosenFile } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { households, logbook, photo, withBrokenRecords } from './logbook.ts';

const strange: ChosenFile = { name: 'แปลก.csv', content: 'เลขบ้าน,ทำเล\n94010000001,รูสะมิแล\n' };
const undated: ChosenFile = (({ name, content }) => ({ name, content: String(content).replaceAll('20/07/2565', '') }))(
  logbook('ไม่มีวันที่.csv', households(10, 4)),
);
const odd: ChosenFile = (({ name, content }) => ({ name, content: content.replace('ช่วยเหลือแล้ว', 'ปิดเคส') }))(
  withBrokenRecords('ไม่รู้จัก.csv') as { name: string; content: string },
);
const passphrase = 'ปลาตะเพียน ๑๒ ตัว';
const dialog = (page: Page) => page.getByRole('dialog').last();
const accept = (page: Page): Promise<void> => dialog(page).locator('button[type="submit"]').click();

type Look = (name: string, page?: Page) => Promise<void>;
interface Visit {
  readonly page: Page;
  readonly dashboard: Dashboard;
  readonly look: Look;
}

/** What opens over the sample. */
async function overTheSample({ page, dashboard, look }: Visit): Promise<void> {
  const { texts } = dashboard;
  const over = async (name: string, open: () => Promise<void>): Promise<void> => {
    await open();
    await expect(dialog(page)).toBeVisible();
    await look(name);
    await dashboard.closeDialog();
  };
  await over('help', () => page.locator('[data-open="help"]').click());
  await over('form', () => page.getByRole('button', { name: texts.mending.template.open }).click());
  await over('not on the map', () => page.getByRole('button', { name: texts.badge.why }).click());
  await over('problem report', async () => {
    await page.locator('[data-open="diagnostics"]').click();
    await page.locator('[data-report="open"]:enabled').click();
  });
  await page.locator('[data-open="save"] button').click();
  await expect(page.locator('[data-open="paper"]:enabled')).toBeVisible();
  await look('save menu');
  await over('paper', () => page.locator('[data-open="paper"]').click());
  await page.keyboard.press('Escape');
  await page.goto(`./?at=94.2001-01-01&hue=1&lang=${language(page)}`);
  await expect(page.locator('[data-notice="absent"]')).toBeVisible();
  await look('a round that is not here');
  await page.goto(`./?area=1301&hue=1&lang=${language(page)}`);
  await dashboard.settled();
  await look('notices');
}

/** What others see. */
async function inTheMeeting({ page, dashboard, look }: Visit): Promise<void> {
  await dashboard.turnTo(`?meeting=1&level=tambon&lang=${language(page)}`);
  await look('meeting');
  await page.keyboard.press('m');
  await expect(dialog(page)).toBeVisible();
  await look('leaving a meeting');
  await dashboard.closeDialog();
  await page.locator('[data-open="presentation"]').click();
  const slide = page.locator('[data-presenting] .page > .slide');
  await expect(slide).toHaveAttribute('data-slide', 'cover');
  for (const id of ['situation', 'map', 'ranking']) {
    await page.keyboard.press('PageDown');
    await expect(slide).toHaveAttribute('data-slide', id);
    await look(`slide ${id}`);
  }
  await page.keyboard.press('KeyO');
  await expect(page.locator('.overview [aria-current="page"]')).toBeFocused();
  await look('overview');
  await page.keyboard.press('Enter');
  await page.mouse.move(300, 300);
  await page.mouse.move(320, 300);
  await page.locator('[data-command="edit"]').click();
  await expect(page.locator('[role="dialog"]:not([data-presenting])')).toBeVisible();
  await look('editing');
  await page.keyboard.press('Escape');
  await page.locator('[data-command="protection"]').click();
  await expect(page.locator('[data-leave="confirmed"]')).toBeVisible();
  await look('exact figures');
  await page.keyboard.press('Escape');
  const [desk] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('KeyP')]);
  await expect(desk.locator('.slide')).toHaveCount(2);
  await look('presenter', desk);
  await desk.close();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-presenting]')).toHaveCount(0);
}

/** What an own file asks, tells and leaves. */
async function withFiles({ page, dashboard, look }: Visit): Promise<void> {
  const { texts } = dashboard;
  await dashboard.turnTo(`?lang=${language(page)}`);
  for (const file of [strange, undated]) {
    await dashboard.choose(file);
    await expect(dialog(page)).toBeVisible();
    await look(`questions of ${file.name}`);
    await dashboard.closeDialog();
  }
  await dashboard.choose(photo());
  await expect(page.getByRole('alert').first()).toBeVisible();
  await look('refused');
  await dashboard.choose(odd);
  await expect(page.locator('[data-notice="imported"]')).toBeVisible();
  await dashboard.settled();
  // A voice reads the name in the name's own tongue.
  await expect(page.locator('[data-notice="imported"] [lang="th"]')).toHaveText(
    language(page) === 'th' ? [] : ['ไม่รู้จัก.csv'],
  );
  await look('imported');
  await page.getByRole('button', { name: texts.mapping.notice.tell }).click();
  await expect(dialog(page)).toBeVisible();
  await look('mapping');
  await page.locator('input[type="radio"][value="headers"]').locator('xpath=..').click();
  await look('mapping of headers');
  await dashboard.closeDialog();
  await dashboard.receipt();
  await look('receipt');
  await dashboard.closeDialog();

  const settings = page.getByRole('button', { name: texts.settings.title, exact: true });
  await settings.click();
  await page
    .locator('input[type="file"][name="settings"]')
    .setInputFiles({ name: 'ของเรา.json', mimeType: 'application/json', buffer: Buffer.from('{"version": 2}') });
  await expect(page.locator('[data-settings-file="refused"]')).toBeVisible();
  await look('settings');
  await page.locator('[data-open="remember"]').click();
  await accept(page);
  await expect(dialog(page).getByRole('alert')).toBeVisible();
  await look('remembering');
  await page.locator('[data-control="passphrase"]').fill(passphrase);
  await page.locator('[data-control="passphrase-again"]').fill(passphrase);
  await accept(page);
  await expect(dialog(page).locator('[data-told="saved"]')).toBeVisible({ timeout: 60_000 });
  await look('remembered');
  await accept(page);
  await settings.click();
  await page.locator('[data-settings] [data-open="forget"]').click();
  await look('forgetting');
  await dashboard.closeDialog();
  await page.evaluate(() => scrollTo(0, 0));
  await kill(page, 'duckdb');
  await expect(page.locator('[data-recovery]')).toBeVisible();
  await look('an engine that died');
  await expect(page.locator('[data-recovery="restarting"]')).toHaveCount(0);

  await page.reload();
  await expect(page.locator('[data-notice="remembered"]')).toBeVisible();
  await look('an offer to open what is remembered');
  await page.locator('[data-open="recall"]').click();
  await page.locator('[data-control="passphrase"]').fill('ผิด');
  await accept(page);
  await expect(page.locator('[data-control="passphrase"]')).toHaveAttribute('aria-invalid', 'true');
  await look('opening what is remembered');
}

/** What stands where the page, or a part of it, can't. */
async function instead({ page, dashboard, look }: Visit): Promise<void> {
  const starts = async (name: string, part: string, told: string): Promise<void> => {
    await page.route(part, (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(`./?lang=${language(page)}`, { waitUntil: 'commit' });
    await expect(page.locator(told).first()).toBeVisible();
    await look(name);
    await page.unrouteAll();
  };
  await starts('nothing began', '**/assets/index-*.js', '[data-starting]');
  await starts('no list of areas', '**/areas/gazetteer.json', '[data-unstarted]');
  await starts('nothing open', '**/sample/index.json', '[data-notice="empty"]');
  await dashboard.open(`?lang=${language(page)}`);
  await page.route('**/assets/Presentation-*', (route) => route.fulfill({ status: 404, body: '' }));
  await page.locator('[data-open="presentation"]').click();
  await expect(page.locator('[data-torn]')).toBeVisible();
  await look('a part that is gone');
}

const language = (page: Page): string => new URL(page.url()).searchParams.get('lang') ?? 'th';
const parts = [overTheSample, inTheMeeting, withFiles, instead];
const wide = { width: 1366, height: 768 };
const narrow = { width: 390, height: 844 };
/** Each part once, in turn; all in both languages and at both sizes are the long proof's. */
const ways = parts.flatMap((part, at) =>
  (['th', 'en'] as const).flatMap((tongue, turn) =>
    [wide, narrow].map((size, narrowed) => ({ part, tongue, size, isLong: turn !== at % 2 || narrowed !== at % 2 })),
  ),
);

for (const { part, tongue, size, isLong } of ways)
  test(`nothing trips up assistive technology ${part.name} in ${tongue} at ${size.width} px`, async ({
    page,
    faults,
  }) => {
    test.skip(isLong && !process.env.PHUNGPAO_LONG, 'npm run proof looks at these');
    test.setTimeout(240_000);
    faults.allow(/404|dynamically imported module|preload CSS/);
    await page.setViewportSize(size);
    await holdWorkers(page);
    const dashboard = new Dashboard(page);
    await dashboard.open(`?lang=${tongue}`);
    const found: Record<string, string[]> = {};
    const look: Look = async (name, where = page) => {
      const all = await violations(where);
      if (all.length > 0) found[name] = all;
    };
    await part({ page, dashboard, look });
    expect(found).toEqual({});
  });
