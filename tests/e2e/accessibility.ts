/** Owns what a journey asks axe: what assistive technology trips over on the page as it stands. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What is found, a line each: the rule, how often, and the first element that breaks it. `within`: selectors of what alone is looked at. */
export async function violations(page: Page, within: readonly string[] = []): Promise<string[]> {
  // Evaluated by the browser's debugger, which the page's policy does not bind.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(async (selectors) => {
    const { axe } = globalThis as unknown as {
      axe: { run(where: object, options: object): Promise<{ violations: Violation[] }> };
    };
    const where = selectors.length > 0 ? { include: selectors.map((one) => [one]) } : { include: [['html']] };
    const { violations } = await axe.run(where, { resultTypes: ['violations'] });
    return violations.map(
      ({ id, nodes }) => `${id} ×${nodes.length}: ${nodes[0]?.html.slice(0, 300)} ${nodes[0]?.failureSummary}`,
    );
  }, within);
}
