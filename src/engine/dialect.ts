/** Owns a question said in another dialect than the one it is written in: by rules that are data, never touching a value. */
import type { Parameter, Question } from './engine.ts';

/** Applied in order to a question's text. A text in quotes stands in it as `‹0›`, `‹1›` …: no rule looks inside. */
export interface Dialect {
  readonly rules: readonly (readonly [written: RegExp, said: string])[];
  /** How a text in quotes is written, its quotes and all. */
  readonly quoted: (literal: string) => string;
}

/** A question with named parameters: `{p0:Int64}` in the text, each value beside it. */
export interface Spoken {
  readonly sql: string;
  readonly params: readonly Parameter[];
}

const literals = /'(?:[^']|'')*'/g;

export function speak({ sql, params }: Question, { rules, quoted }: Dialect): Spoken {
  const texts: string[] = [];
  const bare = sql.replace(literals, (text) => `‹${texts.push(text) - 1}›`);
  let at = 0;
  const said = rules
    .reduce((text, [written, spoken]) => text.replace(written, spoken), bare)
    .replace(/‹(\d+)›|\?/g, (_, place: string | undefined) => {
      if (place !== undefined) return quoted(texts[Number(place)] ?? '');
      const param = params[at] ?? null;
      return `{p${at++}:${typeOf(param)}}`;
    });
  return { sql: said, params };
}

function typeOf(param: Parameter): string {
  if (param === null) return 'Nullable(String)';
  if (typeof param === 'number') return Number.isInteger(param) ? 'Int64' : 'Float64';
  return typeof param === 'boolean' ? 'Bool' : 'String';
}

/** Whether a text holds more than one statement: a semicolon outside of quotes with something after it. */
export function isSeveral(sql: string): boolean {
  return /;\s*\S/.test(sql.replace(literals, '').replace(/"[^"]*"/g, ''));
}
