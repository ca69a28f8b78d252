/** Owns how a journey finds its way on the page: by the figures' attributes and by the words that readers see. */
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { textsOf, type Texts } from '../../src/i18n/texts.ts';
import type { Language } from '../../src/model/text.ts';

export interface Where {
  readonly area?: string;
  readonly dimension?: string;
  readonly class?: string;
}

/** Figures by the independent count of the sample files: see scripts/sample. */
export interface Truth {
  readonly file: string;
  readonly province: Readonly<Record<TruthMeasure, number>>;
  readonly amphoe: Readonly<Record<string, Readonly<Record<TruthMeasure, number>>>>;
  readonly without_amphoe: Readonly<Record<TruthMeasure, number>>;
  readonly dimension: Readonly<Record<string, Readonly<Record<'count' | 'helped' | 'pending', number>>>>;
}
export type TruthMeasure = 'listed' | 'need' | 'helped' | 'pending' | 'urgent_pending';

export const truths = JSON.parse(
  readFileSync(new URL('../fixtures/sample-truth.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, Truth>>;

export function truthOf(snapshot: string): Truth {
  const truth = truths[snapshot];
  if (!truth) throw new Error(`no truth for ${snapshot}`);
  return truth;
}

/** Pages that stay open from one journey to the next: see standing.ts. */
export const standingPages = new WeakSet<Page>();

export const opening = '94.2022-06-29';

export class Dashboard {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Opens a view and waits until it stands. */
  async open(search = ''): Promise<void> {
    if (standingPages.has(this.page) && this.page.url() !== 'about:blank') return await this.turnTo(search);
    await this.page.goto(`./${search}`);
    await this.settled();
  }

  /** Turns the page that stands to another view, as Back and Forward do; far quicker than opening it anew. */
  async turnTo(search: string): Promise<void> {
    await this.page.evaluate((query) => {
      history.pushState(null, '', `${location.pathname}${query}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }, search);
    await this.settled();
  }

  /** Nothing is being computed and the map is painted. */
  async settled(): Promise<void> {
    await expect(this.page.locator('html:not([data-busy]) [data-map-ready="true"]')).toBeVisible({ timeout: 60_000 });
  }

  get texts(): Texts {
    const language = new URL(this.page.url()).searchParams.get('lang') ?? 'th';
    return textsOf(language as Language);
  }

  param(key: string): string | null {
    return new URL(this.page.url()).searchParams.get(key);
  }
  async expectParam(key: string, value: string | null): Promise<void> {
    await expect.poll(() => this.param(key), { message: `parameter ${key}` }).toBe(value);
  }

  figures(measure: string, where: Where = {}): Locator {
    const attribute = (name: string, value: string | undefined): string =>
      value === undefined ? `:not([data-${name}])` : `[data-${name}="${value}"]`;
    return this.page.locator(
      `:not([role="dialog"] *) > data[data-measure="${measure}"]${attribute('area', where.area)}` +
        `${attribute('dimension', where.dimension)}${attribute('class', where.class)}`,
    );
  }

  /** The one sentence that says what is shown. */
  get sentence(): Locator {
    return this.page.locator('[data-sentence]');
  }

  /** The raw figure of a measure; all places that show it must agree. Null where it is not on the page. */
  async figure(measure: string, where: Where = {}): Promise<string | null> {
    const values = await this.figures(measure, where).evaluateAll((all) =>
      all.map((one) => (one as HTMLDataElement).value),
    );
    const [value, ...others] = new Set(values);
    if (others.length > 0) return `disagree: ${[value, ...others].join(', ')}`;
    return value ?? null;
  }

  async expectFigure(measure: string, value: number | string | null, where: Where = {}): Promise<void> {
    const message = `${measure} ${JSON.stringify(where)}`;
    await expect.poll(() => this.figure(measure, where), { message }).toBe(value === null ? null : String(value));
  }

  /** Raw figures of a measure by area, as the table beside the map has them. */
  async byArea(measure: string): Promise<Readonly<Record<string, number>>> {
    const pairs = await this.page
      .locator(`table data[data-measure="${measure}"][data-area]:not([data-dimension]):not([data-class])`)
      .evaluateAll((all) =>
        all.map((one) => [one.getAttribute('data-area') ?? '', Number((one as HTMLDataElement).value)]),
      );
    return Object.fromEntries(pairs) as Record<string, number>;
  }

  row(area: string): Locator {
    return this.page.locator(`[data-row-area="${area}"]`);
  }

  /** Goes into an area by its row in the ranking. */
  async drill(area: string): Promise<void> {
    await this.row(area).click();
    await this.expectParam('area', area);
    await this.settled();
  }

  /** Filters by a dimension, by its row in the matrix. */
  async filterByDimension(dimension: string): Promise<void> {
    await this.page.locator(`[data-filter-dimension="${dimension}"]`).click();
    await this.expectParam('dimension', dimension);
    await this.settled();
  }

  async level(level: 'province' | 'amphoe' | 'tambon'): Promise<void> {
    await this.page.locator(`input[type="radio"][value="${level}"]`).locator('xpath=..').click();
    await this.settled();
  }

  /** Chooses a snapshot from the picker. */
  async lookAt(snapshot: string): Promise<void> {
    await this.page.locator('[data-control="asOf"]').click();
    await this.page.locator(`[role="option"][data-value="${snapshot}"]`).click();
    await this.expectParam('at', snapshot);
    await this.settled();
  }

  async language(language: Language): Promise<void> {
    await this.page.locator(`input[type="radio"][value="${language}"]`).locator('xpath=..').click();
    await expect(this.page.locator('html')).toHaveAttribute('lang', language);
    await this.settled();
  }

  /** Chooses files by the button's input. */
  async choose(...files: readonly ChosenFile[]): Promise<void> {
    await this.page.locator('input[type="file"][name="logbook"]').setInputFiles(files.map(payload));
  }

  /** Lets files fall on the page, as from the desktop. */
  async drop(...files: readonly ChosenFile[]): Promise<void> {
    const sent = files.map((file) => ({
      name: file.name,
      type: file.type ?? 'text/csv',
      bytes: [...payload(file).buffer],
    }));
    const transfer = await this.page.evaluateHandle((list) => {
      const data = new DataTransfer();
      for (const { name, type, bytes } of list) data.items.add(new File([new Uint8Array(bytes)], name, { type }));
      return data;
    }, sent);
    for (const event of ['dragenter', 'dragover', 'drop']) {
      await this.page.locator('body').dispatchEvent(event, { dataTransfer: transfer });
    }
  }

  /** The receipt of the last import, opened if it isn't yet. */
  async receipt(): Promise<Locator> {
    const dialog = this.page.getByRole('dialog', { name: this.texts.receipt.title });
    if (!(await dialog.isVisible())) {
      await this.page.getByRole('button', { name: this.texts.top.receipt }).first().click();
    }
    await expect(dialog).toBeVisible();
    return dialog;
  }

  async closeDialog(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }

  /** Rows of an import as the receipt shows them. */
  async receiptRows(): Promise<Readonly<Record<string, number>>> {
    const dialog = await this.receipt();
    const names = ['read', 'kept', 'quarantined', 'set_aside', 'warned'];
    const rows: Record<string, number> = {};
    for (const name of names) {
      rows[name] = Number(await dialog.locator(`data[data-measure="rows.${name}"]`).first().getAttribute('value'));
    }
    return rows;
  }

  /** Notices and alerts that stand on the page now. */
  get messages(): Locator {
    return this.page.locator('[role="alert"], [role="status"].notice');
  }
}

export interface ChosenFile {
  readonly name: string;
  readonly type?: string;
  readonly content: string | Uint8Array;
}

function payload(file: ChosenFile): { name: string; mimeType: string; buffer: Buffer } {
  return { name: file.name, mimeType: file.type ?? 'text/csv', buffer: Buffer.from(file.content) };
}
