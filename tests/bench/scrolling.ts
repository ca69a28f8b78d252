/** Owns the benchmark of the list of rows in a tab: from the click to its first rows, and each frame while it is scrolled. */
import type { Page } from '@playwright/test';
import type { Bench } from './run.ts';
import { patience } from './tab.ts';

/** Longer than this a reader sees a jerk. */
const smoothMs = 50;

/** How the list is moved from frame to frame: rolled on and on, or thrown about as by its bar. */
const gestures = {
  rolled: { stepPx: 300, leapEvery: 0 },
  leapt: { stepPx: 0, leapEvery: 12 },
} as const;

/** Of the list of all households of the page as it stands; it is closed again. */
export async function measureScrolling({ tell, isQuick }: Bench, page: Page, households: number): Promise<void> {
  const openedMs = await page.evaluate(async () => {
    const startMs = performance.now();
    document.querySelector<HTMLElement>('[data-open="rows"]')?.click();
    while (!document.querySelector('[role="grid"] [data-row="0"]:not([aria-busy])')) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (performance.now() - startMs > 600_000) throw new Error('no row came in ten minutes');
    }
    return performance.now() - startMs;
  });
  tell({ what: 'list of rows opened → first rows shown', households, values: [openedMs] });
  for (const [name, gesture] of Object.entries(gestures)) {
    const frames = await page.evaluate(
      async ({ stepPx, leapEvery, count }) => {
        const grid = document.querySelector('[role="grid"]');
        if (!grid) throw new Error('there is no list to scroll');
        const lengths: number[] = [];
        let beforeMs = performance.now();
        for (let frame = 0; frame < count; frame++) {
          const isLeap = leapEvery > 0 && frame % leapEvery === 0;
          // 0.618: places far from each other and never the same.
          if (isLeap) grid.scrollTop = ((frame * 0.618) % 1) * grid.scrollHeight;
          else grid.scrollTop += stepPx;
          await new Promise((resolve) => requestAnimationFrame(resolve));
          const nowMs = performance.now();
          lengths.push(nowMs - beforeMs);
          beforeMs = nowMs;
        }
        return lengths;
      },
      { ...gesture, count: isQuick ? 60 : 600 },
    );
    const jerks = frames.filter((ms) => ms > smoothMs).length;
    const note = `${jerks} of ${frames.length} frames over ${smoothMs} ms`;
    tell({
      what: `frame while the list is ${name}`,
      households,
      values: frames,
      aims: [{ of: 'p95', atMost: smoothMs }],
      note,
    });
  }
  // What the last leap wants is fetched before anything else is measured.
  await page.waitForFunction(() => !document.documentElement.hasAttribute('data-busy'), undefined, patience);
  await page.keyboard.press('Escape');
}
