/** What the map holds on to: a class kept by its legend, the rank of what is shown, and the search list under its field. */
import { Dashboard } from './dashboard.ts';
import { expect, test } from './standing.ts';

test('a class kept by its legend stands in the address, comes back, is undone by Back, and falls silent with its classes', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?level=tambon&renderer=svg');
  const classes = page.locator('[data-legend] button');
  const pressed = page.locator('[data-legend] button[aria-pressed="true"]');
  const faded = page.locator('section.map path.area[opacity]');
  const all = await page.locator('section.map path.area').count();
  await classes.nth(2).click();
  await page.mouse.move(0, 0);
  await expect(pressed).toHaveCount(1);
  const kept = dashboard.param('kept');
  expect(kept).toMatch(/^household\.pending,\d+,\d+$/);
  const brought = all - (await faded.count());
  expect(brought).toBeGreaterThan(0);
  expect(brought).toBeLessThan(all);

  await page.reload();
  await dashboard.settled();
  await expect(classes.nth(2)).toHaveAttribute('aria-pressed', 'true');
  await expect(faded).toHaveCount(all - brought);

  for (const other of ['measure=household.need', 'per=surveyed', 'method=equal', 'breaks=1,2', 'panel=gap']) {
    await dashboard.turnTo(`?level=tambon&renderer=svg&kept=${kept}&${other}`);
    await expect(faded, other).toHaveCount(0);
    await expect(pressed, other).toHaveCount(0);
  }
  await dashboard.turnTo(`?level=tambon&renderer=svg&kept=${kept}`);
  await expect(pressed).toHaveCount(1);
  await pressed.click();
  await dashboard.expectParam('kept', null);
  await page.mouse.move(0, 0);
  await expect(faded).toHaveCount(0);
  await page.goBack();
  await dashboard.expectParam('kept', kept);
  await expect(faded).toHaveCount(all - brought);
});

test('the rank heard is that of the rate where the map shows one, with its ties; the search list begins where its field does', async ({
  page,
}) => {
  const dashboard = new Dashboard(page);
  await dashboard.open('?renderer=svg&per=need');
  const { finding } = dashboard.texts;
  const area = page.locator('section.map [data-area="9410"]');
  const heard = async (): Promise<string> => {
    const values = await page
      .locator('section.map path.area')
      .evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-value'))));
    const own = Number(await area.getAttribute('data-value'));
    const place = finding.rank(String(1 + values.filter((value) => value > own).length), String(values.length));
    const others = values.filter((value) => value === own).length - 1;
    return others > 0 ? `${place} ${finding.tied(String(others))}` : place;
  };
  await page.keyboard.press('/');
  await page.keyboard.type('อ.ยะรัง');
  await expect(page.getByRole('option').first()).toContainText('อ.ยะรัง');
  const [list, field] = [await page.locator('.place-list').boundingBox(), await page.getByRole('search').boundingBox()];
  expect(list?.x).toBeCloseTo(field?.x ?? NaN, 0);
  await page.keyboard.press('Enter');
  await dashboard.expectParam('area', '9410');
  await dashboard.turnTo('?renderer=svg&per=need');
  const ofRate = await heard();
  await expect(area).toHaveAccessibleName(new RegExp(`, ${ofRate.replace(/[()]/g, '.')}(,|$)`));
  await dashboard.turnTo('?renderer=svg');
  expect(await heard()).not.toBe(ofRate);
  await expect(area).toHaveAccessibleName(new RegExp(`, ${(await heard()).replace(/[()]/g, '.')}(,|$)`));
});
