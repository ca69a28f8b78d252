/** Owns how slides are measured in the browser: no text too small, too pale, out of its box or over another. */

export interface Fault {
  readonly slide: string;
  readonly what: 'small' | 'pale' | 'outside' | 'overlap';
  readonly text: string;
  readonly found: string;
}

/** Runs in the page; stands alone. Lengths are units of a slide 1280 wide. */
export function slideFaults(leastText: number): Fault[] {
  const faults: Fault[] = [];
  type Rgb = readonly [number, number, number, number];
  const rgb = (color: string): Rgb => {
    const [r = 0, g = 0, b = 0, a = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
    return [r, g, b, a];
  };
  const luminance = ([r, g, b]: Rgb): number => {
    const [red = 0, green = 0, blue = 0] = [r, g, b]
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (a: Rgb, b: Rgb): number => {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = (element: Element): Rgb => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const color = rgb(getComputedStyle(at).backgroundColor);
      if (color[3] === 1) return color;
    }
    return [255, 255, 255, 1];
  };

  for (const slide of document.querySelectorAll<HTMLElement>('.slide')) {
    const frame = slide.getBoundingClientRect();
    const unit = frame.width / 1280;
    const tell = (what: Fault['what'], text: string, found: string): void => {
      faults.push({ slide: slide.dataset.slide ?? '', what, text: text.slice(0, 60), found });
    };
    const seen: { text: string; rects: DOMRect[]; node: Node }[] = [];
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const owner = node.parentElement!;
      const text = node.textContent?.trim() ?? '';
      if (!text || owner.closest('title, .visually-hidden')) continue;
      const style = getComputedStyle(owner);
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
      const drawn = owner.closest('svg') ? ((owner as unknown as SVGTextElement).getScreenCTM()?.a ?? 1) : 1;
      const size = (Number.parseFloat(style.fontSize) * drawn) / unit;
      if (size < leastText - 0.1) tell('small', text, size.toFixed(1));
      const halo = style.strokeWidth !== '0px' && style.paintOrder.startsWith('stroke') ? rgb(style.stroke) : null;
      const ratio = contrast(rgb(owner.closest('svg') ? style.fill : style.color), halo ?? ground(owner));
      if (ratio < 4.5) tell('pale', text, ratio.toFixed(2));
      const box = (owner.closest('.box') ?? slide).getBoundingClientRect();
      for (const { left, right, top, bottom } of rects) {
        const out = Math.max(box.left - left, right - box.right, box.top - top, bottom - box.bottom) / unit;
        const cell = owner.closest('td, th, .figure')?.getBoundingClientRect();
        const aside = cell ? Math.max(cell.left - left, right - cell.right) / unit : 0;
        if (Math.max(out, aside) > 2) tell('outside', text, Math.max(out, aside).toFixed(1));
      }
      seen.push({ text, rects, node });
    }
    // The letters of a line reach over less than the line: marks above and below Thai letters are counted, leading is not.
    seen.forEach((one, at) => {
      for (const other of seen.slice(at + 1)) {
        const over = one.rects.flatMap((a) =>
          other.rects.map((b) =>
            Math.min(
              Math.min(a.right, b.right) - Math.max(a.left, b.left),
              Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
            ),
          ),
        );
        const worst = Math.max(0, ...over) / unit;
        if (worst > 4) tell('overlap', `${one.text} / ${other.text}`, worst.toFixed(1));
      }
    });
    for (const box of slide.querySelectorAll('.box, .box > *')) {
      const rect = box.getBoundingClientRect();
      const out = Math.max(frame.left - rect.left, rect.right - frame.right, frame.top - rect.top) / unit;
      const below = (rect.bottom - frame.bottom) / unit;
      if (Math.max(out, below) > 1) tell('outside', box.tagName, Math.max(out, below).toFixed(1));
    }
  }
  return faults;
}
