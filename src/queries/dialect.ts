/** Owns where ClickHouse says differently what every question says in DuckDB's words: a rule each, and nowhere else. */
import type { Dialect } from '../engine/dialect.ts';

const types = {
  integer: 'Int32',
  bigint: 'Int64',
  double: 'Float64',
  varchar: 'String',
  date: 'Date32',
  boolean: 'Bool',
} as const;
/** By another name, with the same arguments. */
const names: Readonly<Record<string, string>> = {
  arg_max: 'argMax',
  arg_min: 'argMin',
  count_if: 'countIf',
  starts_with: 'startsWith',
  strftime: 'formatDateTime',
  translate: 'translateUTF8',
  lower: 'lowerUTF8',
  left: 'leftUTF8',
  length: 'lengthUTF8',
  len: 'length',
  regexp_replace: 'replaceRegexpAll',
  regexp_extract: 'extract',
  // Exact, and in between where there are two in the middle.
  median: 'quantileExactInclusive(0.5)',
};

export const clickHouse: Dialect = {
  rules: [
    [/ \/\/ /g, ' div '],
    // Of a number of its own size, or the bits beyond eight are lost.
    [/\b1 << ([\w.]+)(?:::integer)?/g, 'bitShiftLeft(1::Int32, $1)'],
    [/\(([\w.]+)::bigint << 32\)/g, 'bitShiftLeft($1::Int64, 32)'],
    [/\bmd5\(([\w.]+)\)/g, 'lower(hex(MD5($1)))'],
    [/\btry_cast\((\?|[\w.]+) as integer\)/g, 'toInt32OrNull($1)'],
    [/\bstring_split\((\?|[\w.]+), (‹\d+›)\)/g, 'splitByString($2, $1)'],
    // All that is replaced "globally" is; what is replaced once begins at the start of the text.
    [/\bregexp_replace\((.*?), ‹(\d+)›, ‹(\d+)›, ‹\d+›\)/g, 'regexp_replace($1, ‹$2›, ‹$3›)'],
    ...Object.entries(names).map(([written, said]) => [new RegExp(`\\b${written}\\(`, 'g'), `${said}(`] as const),
    [/\b(?<!left )(semi|anti) join\b/g, 'left $1 join'],
    [/\bexclude \(/g, 'except ('],
    [/\(\s*from\b/g, '(select * from'],
    ...Object.entries(types).flatMap(
      ([written, said]) =>
        [
          [new RegExp(`::${written}\\[\\]`, 'g'), `::Array(${said})`],
          [new RegExp(`::${written}\\b`, 'g'), `::Nullable(${said})`],
        ] as const,
    ),
    [/::decimal\(\d+, ?\d+\)/g, '::Nullable(Float64)'],
  ],
  // Here a backslash is itself; there it begins an escape.
  quoted: (literal) => literal.replaceAll('\\', '\\\\'),
};
