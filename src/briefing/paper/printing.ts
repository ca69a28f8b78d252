/** Owns printing a deck: the pages are made beside the page, handed to the browser's own print, and taken away after it. */
import { mount, unmount, type ComponentProps } from 'svelte';
import { paperTexts } from '../../i18n/paper.ts';
import Paper from './Paper.svelte';
import { pageRules } from './pagerules.ts';

/** While it stands, nothing else of the page is printed. */
const hiding = `.paper-sheets { display: none }
@media print {
  .paper-sheets { display: block }
  body > :not(.paper-sheets) { display: none !important }
}`;

/** Resolves when the reader has printed, saved or cancelled, and nothing of it is left. */
export async function printPaper(props: ComponentProps<typeof Paper>): Promise<void> {
  const rules = new CSSStyleSheet();
  rules.replaceSync(`${hiding}\n${pageRules(props.deck, paperTexts[props.deck.language], props.turn)}`);
  const sheets = document.createElement('div');
  sheets.className = 'paper-sheets';
  document.body.append(sheets);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
  const paper = mount(Paper, { target: sheets, props });
  const title = document.title;
  try {
    await fontsLoaded();
    // What a browser proposes as the file's name; in meeting mode it is no file's name either.
    document.title = [props.deck.title, props.deck.province, props.deck.asOf].join(' ');
    const over = new Promise((resolve) => addEventListener('afterprint', resolve, { once: true }));
    print();
    await over;
  } finally {
    document.title = title;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== rules);
    await unmount(paper);
    sheets.remove();
  }
}

/** Nothing of it has been on the screen yet: what is not drawn is not fetched unless it is asked for. */
async function fontsLoaded(): Promise<void> {
  for (const weight of [400, 600, 700]) await document.fonts.load(`${weight} 16px Sarabun`, 'กA๑1');
  await document.fonts.ready;
}
