/** Owns what is measured of a page as it stands, by functions that run in it: tongues, targets, focus, what is cut off or out of reach. */

/** Thai alone that a voice would read as English, and English sentences that it would read as Thai. A name in a sentence is no fault. */
export function misspoken(): string[] {
  const found = new Set<string>();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const parent = node.parentElement;
    if (!parent || /^(SCRIPT|STYLE|NOSCRIPT)$/.test(parent.tagName)) continue;
    const lang = parent.closest('[lang]')?.getAttribute('lang');
    const isThai = /[\u0e00-\u0e7f]/.test(text) && !/[A-Za-z]/.test(text);
    const isEnglish = !/[\u0e00-\u0e7f]/.test(text) && (text.match(/[A-Za-z]{2,}/g)?.length ?? 0) >= 3;
    if ((isThai && lang !== 'th') || (isEnglish && lang !== 'en')) found.add(`${lang}: ${text.slice(0, 60)}`);
  }
  return [...found];
}

/** What is clicked and is smaller than 24 × 24 px (WCAG 2.5.8), other than what stands in a sentence. */
export function tooSmall(): string[] {
  const targets =
    'a[href], button, input:not([type=hidden]), select, summary, [role=option], [role=tab], [role=slider]';
  return [...document.querySelectorAll<HTMLElement>(targets)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((one) => !one.closest('[inert], svg, p'))
    .flatMap((one) => {
      const { width, height } = (one.closest('label') ?? one).getBoundingClientRect();
      if (width <= 1 || (width >= 23.5 && height >= 23.5)) return [];
      return [`${one.tagName} ${Math.round(width)}×${Math.round(height)} ${(one.ariaLabel ?? one.textContent).trim()}`];
    });
}

/** The page scrolls aside, or words are cut off by a box that can't be scrolled (WCAG 1.4.4, 1.4.10, 1.4.12). */
export function cutOff(): string[] {
  const found = new Set<string>();
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.add(`the page scrolls aside by ${scrollWidth - clientWidth} px`);
  for (const one of document.querySelectorAll<HTMLElement>('body *:not(svg, svg *, script, style)')) {
    const hasWords = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    if (!hasWords || !one.checkVisibility() || one.closest('.visually-hidden, .stage')) continue;
    const range = document.createRange();
    range.selectNodeContents(one);
    const words = range.getBoundingClientRect();
    for (let box: HTMLElement | null = one; box && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      const outer = box.getBoundingClientRect();
      if (outer.width <= 1) break;
      const isAside = /hidden|clip/.test(overflowX) && words.right > outer.right + 2;
      const isBelow = /hidden|clip/.test(overflowY) && words.bottom > outer.bottom + 4;
      if (isAside || isBelow) found.add(`${one.tagName} in ${box.tagName}: ${one.textContent?.trim().slice(0, 60)}`);
      break;
    }
  }
  return [...found];
}

/** What is wrong with where the focus is: not drawn at least 2 px wide, or covered (WCAG 2.4.7, 2.4.11). Null where nothing is. */
export function unseenFocus(): string | null {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const told = `${one.tagName} ${(one.ariaLabel ?? one.textContent ?? '').trim().slice(0, 40)}`;
  // An area of the map is drawn by a line above all areas, a hidden input by what stands beside or round it.
  if (one instanceof SVGPathElement) {
    const lines = [...document.querySelectorAll(`path[d="${one.getAttribute('d')}"]`)].filter((line) => line !== one);
    return lines.some((line) => parseFloat(getComputedStyle(line).strokeWidth) >= 2) ? null : `not drawn: ${told}`;
  }
  const drawn = [one, one.nextElementSibling, one.parentElement, one.parentElement?.parentElement].filter(
    (element) => element != null,
  );
  const seen = drawn.find((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && element.getBoundingClientRect().width > 1;
  });
  if (!seen) return `not drawn: ${told}`;
  const { left, right, top, bottom } = seen.getBoundingClientRect();
  const xs = [left + 3, (left + right) / 2, right - 3];
  const ys = [top + 3, (top + bottom) / 2, bottom - 3];
  const isUp = xs.some((x) =>
    ys.some((y) => {
      const at = document.elementFromPoint(x, y);
      return at !== null && (seen.contains(at) || at.contains(seen) || (seen.closest('label')?.contains(at) ?? false));
    }),
  );
  return isUp ? null : `covered: ${told}`;
}

/** The spacing that a reader may ask for (WCAG 1.4.12); false takes it away. */
export function space(isOn: boolean): void {
  const sheet = new CSSStyleSheet();
  const rules =
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } ' +
    'p { margin-block-end: 2em !important }';
  if (isOn) sheet.replaceSync(rules);
  document.adoptedStyleSheets = isOn ? [sheet] : [];
}
