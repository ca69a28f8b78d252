/** Owns the page's colours as files need them: a file knows no names of colours. */

/** `var(--ink)` as `#1d1a16`; a colour that is one already stays. */
export type Palette = (color: string) => string;

export const paletteOf =
  (token: (name: string) => string): Palette =>
  (color) =>
    color.replace(/var\((--[\w-]+)\)/g, (_, name: string) => token(name));

export function pagePalette(): Palette {
  const tokens = getComputedStyle(document.documentElement);
  return paletteOf((name) => tokens.getPropertyValue(name).trim());
}
