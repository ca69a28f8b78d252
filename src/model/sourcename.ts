/** Owns the name of a table within a file: a sheet of a workbook, an entry of an archive. */
const within = ' › ';

export function partName(file: string, part: string): string {
  return file + within + part;
}

/** Of a sheet, the workbook; of anything else, itself. Whatever shares a seal shares this. */
export function outerName(name: string): string {
  return name.split(within)[0] ?? name;
}

/** The innermost part first: what it says of itself goes before what the file around it says. */
export function partsOf(name: string): readonly string[] {
  return name.split(within).reverse();
}
