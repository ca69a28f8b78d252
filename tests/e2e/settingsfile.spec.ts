/** Journey: settings are saved to a file and opened from one: what would change is told first, and can be taken back. */
import { readFileSync } from 'node:fs';
import { Dashboard } from './dashboard.ts';
import { expect, test } from './fixtures.ts';

test('settings go into a file and come back from one, told before they are used, with one step back', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?day=5');
  await page.getByRole('button', { name: dashboard.texts.settings.title, exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-save="settings"]').click()]);
  expect(download.suggestedFilename()).toBe(`${dashboard.texts.settings.file.name}.json`);
  const saved = JSON.parse(readFileSync(await download.path(), 'utf8')) as Record<string, unknown>;
  expect(saved).toMatchObject({ kind: 'phungpao.settings', version: 1, hosts: {} });

  const choose = async (content: string): Promise<void> =>
    await page
      .locator('input[type="file"][name="settings"]')
      .setInputFiles({ name: 'ของเรา.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  await choose('{"version": 2}');
  await expect(page.locator('[data-settings-file="refused"]')).toHaveText(dashboard.texts.settings.file.refused);

  const agency = 'มูลนิธิชาวประมง';
  const own = { ...saved, hosts: { '94': { health: [agency] } }, extra: 1 };
  await choose(JSON.stringify(own));
  await expect(page.locator('[data-settings-file="asked"] [data-change]')).toHaveCount(1);
  await expect(page.locator('[data-settings-file="asked"]')).toContainText('extra');
  const matrix = page.locator('[data-panel="matrix"]');
  await expect(matrix).not.toContainText(agency);
  await page.locator('[data-settings-file="use"]').click();
  await expect(matrix).toContainText(agency);
  await page.locator('[data-settings-file="undo"]').click();
  await expect(matrix).not.toContainText(agency);
});
