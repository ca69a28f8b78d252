/** What steers hot spots: who is a neighbour, from how many households on, both in the address; and the way out while it takes long. */
import { countryFile } from '../support/country.ts';
import { Dashboard } from './dashboard.ts';
import { expect, test } from './fixtures.ts';

const tambon = '?panel=hotspots&level=tambon&renderer=svg';

test('neighbours by distance and fewer households are chosen, stand in the address, and come out the same again', async ({
  page,
}) => {
  test.slow();
  const dashboard = new Dashboard(page);
  await dashboard.open(tambon);
  const { hotspots } = dashboard.texts;
  const tool = page.locator('[data-tool="hotspots"]');
  const drawn = (): Promise<readonly (string | null)[]> =>
    page.locator('section.map path[data-area]').evaluateAll((all) => all.map((one) => one.getAttribute('fill')));
  await expect(page.locator('[data-finding]').first()).toBeVisible();
  const byBorder = await drawn();

  await tool.locator('summary').click();
  await tool.getByText(hotspots.nears.distance, { exact: true }).click();
  // The distance proposed leaves one of twenty alone, and that is said.
  await dashboard.expectParam('near', '5');
  await dashboard.settled();
  await expect(tool).toContainText(hotspots.aloneNote('5'));
  await expect(tool).toContainText(hotspots.nearNote('5'));

  await page.locator('[data-control="spotKm"]').fill('๑๒');
  await page.keyboard.press('Enter');
  await dashboard.expectParam('near', '12');
  await dashboard.settled();
  await expect(tool).not.toContainText(hotspots.aloneNote('5'));
  const byDistance = await drawn();
  expect(byDistance).not.toEqual(byBorder);

  await page.locator('[data-control="spotFewest"]').fill('100');
  await page.keyboard.press('Enter');
  await dashboard.expectParam('least', '100');
  await dashboard.settled();
  await expect(tool).toContainText(/ไม่บอกผลของ \d+ พื้นที่ที่มีไม่ถึง 100 ครัวเรือน/);
  await page.locator('[data-control="spotFewest"]').fill('0');
  await page.keyboard.press('Enter');
  await expect(tool.getByRole('alert')).toHaveText(hotspots.whole('1', '1,000'));
  await dashboard.expectParam('least', '100');

  await page.goBack();
  await dashboard.expectParam('least', null);
  await dashboard.settled();
  expect(await drawn()).toEqual(byDistance);
  await page.reload();
  await dashboard.settled();
  await expect.poll(drawn).toEqual(byDistance);
});

test('work that takes long tells how far it is, and is stopped by Escape or its button', async ({ page }) => {
  test.slow();
  const dashboard = new Dashboard(page);
  await dashboard.open('?renderer=svg');
  await dashboard.choose(countryFile());
  await dashboard.expectParam('at', 'th.2022-06-29');
  await dashboard.settled();
  const { hotspots } = dashboard.texts;
  const look = (search: string): Promise<void> =>
    page.evaluate((query) => {
      history.pushState(null, '', `${location.pathname}?at=th.2022-06-29&level=tambon&renderer=svg${query}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }, search);
  await look('&panel=hotspots&least=1&near=60');
  const progress = page.locator('[data-tool="hotspots"] progress');
  await expect(progress).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => progress.evaluate((bar) => (bar as HTMLProgressElement).value)).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await expect(page.getByText(hotspots.stopped)).toBeVisible();
  await expect(progress).toHaveCount(0);

  await page.getByRole('button', { name: hotspots.again }).click();
  await expect(progress).toBeVisible();
  await page.getByRole('button', { name: hotspots.stop }).click();
  await expect(page.getByText(hotspots.stopped)).toBeVisible();
  // What comes next is worked on as ever.
  await look('&panel=hotspots&least=1');
  await dashboard.settled();
  await expect(page.locator('[data-tool="hotspots"] .finding')).toBeVisible();
});
