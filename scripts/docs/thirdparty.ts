/** Owns the page THIRD_PARTY.md: all that was bought, with its licence and who holds it. */
import { shipped, tools, type Bought } from '../licences.ts';

export function thirdPartyPage(): string {
  const own = shipped();
  const others = tools();
  return `# Software of others

Made by \`npm run docs\` from the lockfile and what is installed; a test fails when it is out of date. What the page needs is ${own.length} packages; their whole licences are served beside it as \`licences.txt\`, linked from what the page tells of its own work. The database engine holds libraries of its own, named in the folder \`third_party\` of its repository; the font Sarabun is under the Open Font License. Boundaries and names are no software: see [data/areas](data/areas/README.md).

## In the page

| package | version | licence | holder |
| --- | --- | --- | --- |
${own.map(({ name, version, licence, holder }) => `| ${name} | ${version} | ${licence} | ${cell(holder)} |`).join('\n')}

## Only to build and to prove

${others.length} packages, none of them in the page.

${byLicence(others)
  .map(
    ([licence, all]) =>
      `**${licence}** (${all.length}): ${all.map(({ name, version }) => `${name} ${version}`).join(', ')}`,
  )
  .join('\n\n')}
`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/[<>*_]/g, '\\$&');

function byLicence(all: readonly Bought[]): readonly (readonly [string, readonly Bought[]])[] {
  const licences = [...new Set(all.map(({ licence }) => licence))];
  return licences
    .map((licence) => [licence, all.filter((one) => one.licence === licence)] as const)
    .sort(([a, many], [b, few]) => few.length - many.length || (a < b ? -1 : 1));
}
