/** Journey: a browser that showed a file's rows is closed, and nothing of them is in its profile; what is remembered is there sealed. */
import { passphrase, plant, remember, showRows, walkAndSearch } from '../support/canaries.ts';
import { expect, test } from './fixtures.ts';

test('of 100 planted words none is on disk after the browser is closed, remembered or not', async ({ baseURL }) => {
  test.slow();
  const planted = plant(5);
  expect(new Set(planted.words).size).toBe(102);
  const sealed = { ...planted, words: [...planted.words, passphrase] };
  const walked = await walkAndSearch(baseURL ?? '', sealed, async (page) => {
    await showRows(page, planted.words.findLast((word) => /^9401\d{7}$/.test(word)) ?? '');
    await remember(page);
    expect(await page.evaluate(() => indexedDB.databases())).toHaveLength(1);
  });
  expect(walked.found).toEqual([]);
  // The search sees what is there: the page's own address.
  expect(walked.seesAddress).toBe(true);
  expect(walked.files).toBeGreaterThan(5);
});
