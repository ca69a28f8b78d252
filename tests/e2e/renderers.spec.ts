/** Proves that WebGL and SVG draw one map: the same class for every area, and the same colours after the graphics were lost. */
import type { Page } from '@playwright/test';
import { classMethods } from '../../src/areas/classing.ts';
import { countryFile } from '../support/country.ts';
import { Dashboard } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { postsOf, watchPosts } from './posts.ts';

type Points = Readonly<Record<string, readonly (readonly [x: number, y: number])[]>>;

/** Points well within each area of the SVG map, in pixels of its picture. */
function pointsWithin(page: Page): Promise<Points> {
  return page.locator('section.map path[data-area]').evaluateAll((paths) => {
    const [step, clear] = [3, 2];
    const points = (path: SVGPathElement): [number, number][] => {
      const { x, y, width, height } = path.getBBox();
      const found: [number, number][] = [];
      for (let atX = Math.ceil(x); atX < x + width; atX += step)
        for (let atY = Math.ceil(y); atY < y + height; atY += step)
          if (
            [-clear, 0, clear].every((byX) =>
              [-clear, 0, clear].every((byY) => path.isPointInFill(new DOMPoint(atX + byX, atY + byY))),
            )
          )
            found.push([atX, atY]);
      return found;
    };
    return Object.fromEntries(
      paths.map((path) => [path.getAttribute('data-area') ?? '', points(path as SVGPathElement)]),
    );
  });
}

/** The commonest of the colours given among each area's points of the picture; names and hatches lie over some of them. */
async function colorsAt(page: Page, png: Buffer, points: Points, known: readonly string[]) {
  return page.evaluate(
    async ({ bytes, points, known }) => {
      const blob = new Blob([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], { type: 'image/png' });
      const image = await createImageBitmap(blob);
      const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
      if (!pen) throw new Error('no canvas');
      pen.drawImage(image, 0, 0);
      const { data } = pen.getImageData(0, 0, image.width, image.height);
      const hex = (x: number, y: number): string =>
        `#${[0, 1, 2].map((part) => (data[(y * image.width + x) * 4 + part] ?? 0).toString(16).padStart(2, '0')).join('')}`;
      return Object.fromEntries(
        Object.entries(points).map(([code, all]) => {
          const met = new Map<string, number>();
          for (const [x, y] of all) {
            const color = hex(Math.round(x), Math.round(y));
            if (known.includes(color)) met.set(color, (met.get(color) ?? 0) + 1);
          }
          return [code, [...met].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'none'];
        }),
      );
    },
    { bytes: png.toString('base64'), points, known },
  );
}

const fills = (page: Page): Promise<Readonly<Record<string, string>>> =>
  page
    .locator('section.map path[data-area]')
    .evaluateAll((all) =>
      Object.fromEntries(all.map((one) => [one.getAttribute('data-area') ?? '', one.getAttribute('fill') ?? ''])),
    );
const picture = (page: Page): Promise<Buffer> => page.locator('section.map .picture').first().screenshot();

const probeCount = 25;
/** Points of all areas where their own colour is seen, and which it is: names and lines lie over others. */
async function probesOf(page: Page, points: Points, known: readonly string[]) {
  const each = Object.fromEntries(
    Object.values(points).flatMap((all, area) =>
      all.filter((_, index) => index % 5 === 0).map((point, index) => [`${index} ${area}`, [point]]),
    ),
  ) as Points;
  const seen = Object.entries(await colorsAt(page, await picture(page), each, known));
  // By their number within their area, so that each area has some.
  const chosen = seen.filter(([, color]) => color !== 'none').sort(([one], [other]) => parseInt(one) - parseInt(other));
  const colors = Object.fromEntries(chosen.slice(0, probeCount));
  return { points: Object.fromEntries(Object.keys(colors).map((name) => [name, each[name] ?? []])), colors };
}

const looks = [
  ...classMethods.map(({ id }) => (id === 'manual' ? 'method=manual&breaks=20,50,90' : `method=${id}`)),
  ...classMethods.map(({ id }) =>
    id === 'manual' ? 'method=manual&breaks=0.25,0.5,0.75' : `method=${id}&measure=household.helped_share`,
  ),
  'method=equal&classes=9',
  'mid=average',
  'per=surveyed',
  'panel=gap',
];

for (const level of ['amphoe', 'tambon'] as const)
  test(`each ${level} has the same class in WebGL and SVG, by every method`, async ({ page }) => {
    test.setTimeout(240_000);
    // As large as it must be for some points to lie well within the smallest: software draws every pixel of it.
    await page.setViewportSize(level === 'amphoe' ? { width: 1366, height: 900 } : { width: 1900, height: 1400 });
    const dashboard = new Dashboard(page);
    await dashboard.open(`?level=${level}`);
    await expect(page.locator('section.map')).toHaveAttribute('data-renderer', 'webgl');
    const painted: Buffer[] = [];
    for (const look of looks) {
      await dashboard.turnTo(`?level=${level}&${look}`);
      // The picture of the frame after: what is sent to the graphics card is drawn then.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      painted.push(await picture(page));
    }
    let points: Points | null = null;
    const seen = new Set<string>();
    for (const [index, look] of looks.entries()) {
      await dashboard.turnTo(`?level=${level}&${look}&renderer=svg`);
      await expect(page.locator('section.map')).toHaveAttribute('data-renderer', 'svg');
      points ??= await pointsWithin(page);
      const drawn = await fills(page);
      expect(Object.keys(drawn).length, look).toBe(level === 'amphoe' ? 12 : 115);
      const known = [...new Set(Object.values(drawn))];
      for (const color of known) seen.add(color);
      const png = painted[index];
      if (!png) throw new Error(`no picture of ${look}`);
      expect(await colorsAt(page, png, points, known), look).toEqual(drawn);
    }
    expect(seen.size).toBeGreaterThan(15);
  });

test('graphics that come back show the same colours; graphics lost for good give way to SVG', async ({
  page,
  faults,
}) => {
  test.slow();
  faults.allow(/WebGL|context/i);
  const dashboard = new Dashboard(page);
  await dashboard.open('?renderer=svg');
  const [points, drawn] = [await pointsWithin(page), await fills(page)];
  const known = [...new Set(Object.values(drawn))];
  await dashboard.turnTo('');
  await expect(page.locator('section.map')).toHaveAttribute('data-renderer', 'webgl');
  await dashboard.settled();
  expect(await colorsAt(page, await picture(page), points, known)).toEqual(drawn);

  const probes = await probesOf(page, points, known);
  expect(Object.keys(probes.points)).toHaveLength(probeCount);
  const { zoomIn, reset } = dashboard.texts.map;
  const context = await page
    .locator('section.map canvas')
    .evaluateHandle((canvas) => (canvas as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context'));
  const map = page.locator('section.map');
  for (let loss = 1; loss <= (process.env.PHUNGPAO_LONG ? 20 : 3); loss++) {
    // In the middle of a zoom.
    await page.getByRole('button', { name: zoomIn }).click();
    await context.evaluate((lost) => lost?.loseContext());
    await expect(map).toHaveAttribute('data-map-ready', 'false');
    await context.evaluate((lost) => lost?.restoreContext());
    await dashboard.settled();
    await page.getByRole('button', { name: reset }).click();
    await expect
      .poll(async () => colorsAt(page, await picture(page), probes.points, known), { message: `loss ${loss}` })
      .toEqual(probes.colors);
    await expect(map).toHaveAttribute('data-renderer', 'webgl');
    await expect(map.getByText(dashboard.texts.diagnostics.recovery.graphics)).toHaveCount(0);
  }

  await context.evaluate((lost) => lost?.loseContext());
  await expect(map).toHaveAttribute('data-renderer', 'svg');
  await dashboard.settled();
  expect(await fills(page)).toEqual(drawn);
  await expect(map.getByText(dashboard.texts.diagnostics.recovery.graphics)).toBeVisible();
});

test('all tambon of the country are coloured anew without shapes sent or figures asked', async ({ page }) => {
  test.slow();
  await watchPosts(page);

  const dashboard = new Dashboard(page);
  await dashboard.open();
  await dashboard.choose(countryFile());
  await dashboard.expectParam('at', 'th.2022-06-29');
  await dashboard.settled();
  const search = '?at=th.2022-06-29&level=tambon';
  await dashboard.turnTo(search);
  const posted = (pattern: string): Promise<number> => postsOf(page, pattern);
  // `LD` is how the map's worker is given the shapes of a source.
  const [shapes, asked] = ['maplibre.* LD$', 'cube|duckdb'];
  const before = { shapes: await posted(shapes), asked: await posted(asked) };
  expect(before.shapes).toBeGreaterThan(0);
  expect(before.asked).toBeGreaterThan(0);
  for (const look of ['measure=household.helped', 'measure=household.helped_share', 'method=equal', 'method=natural']) {
    await dashboard.turnTo(`${search}&${look}`);
    expect(await posted(shapes), look).toBe(before.shapes);
    expect(await posted(asked), look).toBe(before.asked);
  }
});
