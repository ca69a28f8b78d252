/** Owns the law of imports: from the own folder or from a lower level, and through some doors only one file. */
import path from 'node:path';
import ts from 'typescript';
import { nodes, script, type SourceFile } from './source.ts';

/** The rooms of src by level. Files that lie in src itself are level 11. */
export const levels: Readonly<Record<string, number>> = {
  model: 0,
  i18n: 1,
  workers: 1,
  engine: 2,
  files: 2,
  areas: 2,
  vault: 2,
  queries: 3,
  intake: 3,
  state: 4,
  ui: 5,
  charts: 6,
  map: 7,
  exports: 8,
  panels: 9,
  briefing: 10,
};
const topLevel = 11;

/** Marks are told, they do not ask. */
const asking = ['state', 'queries', 'intake', 'engine', 'files', 'vault'];

interface Door {
  readonly what: RegExp;
  readonly through: RegExp;
  readonly law: string;
  /** Types may be imported here besides. */
  readonly typesThrough?: RegExp;
}

const doors: readonly Door[] = [
  {
    what: /^@duckdb\/duckdb-wasm$/,
    through: /^src\/engine\/duckdb\.ts$/,
    law: 'only src/engine/duckdb.ts speaks to DuckDB; ask through the Engine interface',
  },
  {
    what: /^@duckdb\/duckdb-wasm\//,
    through: /^src\/engine\//,
    law: 'only src/engine/ knows where DuckDB’s files lie',
  },
  {
    what: /^maplibre-gl(\/|$)/,
    through: /^src\/map\/(MapCanvas|Underlay)\.svelte$/,
    typesThrough: /^src\/map\//,
    law: 'only src/map/MapCanvas.svelte and its Underlay run MapLibre; src/map/ may import its types',
  },
  {
    what: /^apache-arrow(\/|$)/,
    through: /^src\/(engine|files)\//,
    law: 'Arrow stays in src/engine/ and src/files/; everyone else sees Rows<T>',
  },
  {
    what: /^d3(-\w+)?$/,
    through: /^src\/(charts|map|exports|areas)\/|^src\/i18n\/format\.ts$/,
    law: 'd3 computes for charts, map, exports, areas and i18n/format.ts; pass its result on instead',
  },
  {
    what: /^pmtiles$/,
    through: /^src\/areas\/basemap\.ts$/,
    law: 'only src/areas/basemap.ts reads archives of tiles',
  },
  {
    what: /^(@turf\/.+|topojson-client)$/,
    through: /^src\/areas\//,
    law: 'geometry is done in src/areas/; ask it for what you need',
  },
];

/** What a file does against the law of imports, each told so that one knows what to do. */
export function importFaults(file: SourceFile): readonly string[] {
  const room = roomOf(file.path);
  const level = levelOf(room);
  if (level === undefined) {
    return [
      `${file.path}: src/${room}/ is no room of the house. Put it into one of ${Object.keys(levels).join(', ')}, ` +
        'or give the new room a level in tests/house/imports.ts and ARCHITECTURE.md.',
    ];
  }
  const tree = script(file);
  return [
    ...importsOf(tree).flatMap(({ specifier, isType, line }) => {
      const fault = specifier.startsWith('.')
        ? roomFault(file.path, level, specifier)
        : doorFault(file.path, specifier, isType);
      return fault ? [`${file.path}:${line} imports ${specifier}: ${fault}`] : [];
    }),
    ...addressFaults(file.path, tree),
    ...workerFaults(file.path, tree),
  ];
}

function roomOf(file: string): string {
  const parts = file.split('/');
  return parts.length > 2 ? (parts[1] ?? '') : '';
}

function levelOf(room: string): number | undefined {
  return room === '' ? topLevel : levels[room];
}

function roomFault(from: string, level: number, specifier: string): string | null {
  const target = path.posix.join(path.posix.dirname(from), specifier.replace(/\?.*$/, ''));
  if (!target.startsWith('src/')) return 'src/ stands on its own; nothing outside of it can be imported.';
  const room = roomOf(from);
  const targetRoom = roomOf(target);
  if (targetRoom === room) return null;
  const targetLevel = levelOf(targetRoom);
  if (targetLevel === undefined) return `src/${targetRoom}/ is no room of the house.`;
  if (targetLevel > level) {
    return (
      `that is up, from level ${level} to level ${targetLevel}. What both need belongs lower; ` +
      'what the lower one must tell, it tells by a callback.'
    );
  }
  if (targetLevel === level) {
    return `that is sideways: both are level ${level}. If both need one thing, it belongs lower.`;
  }
  if (level >= 5 && level <= 8 && asking.includes(targetRoom)) {
    return `marks are told, they do not ask: src/${room}/ takes props and answers with callbacks.`;
  }
  return null;
}

function doorFault(from: string, specifier: string, isType: boolean): string | null {
  const bare = specifier.replace(/\?.*$/, '');
  const door = doors.find(({ what }) => what.test(bare));
  if (!door || door.through.test(from) || (isType && door.typesThrough?.test(from))) return null;
  return `${door.law}.`;
}

interface Import {
  readonly specifier: string;
  readonly isType: boolean;
  readonly line: number;
}

function importsOf(tree: ts.SourceFile): readonly Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, isType: boolean): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push({ specifier: specifier.text, isType, line });
  };
  for (const node of nodes(tree)) {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, importsTypesOnly(node));
    else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node, node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0], false);
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'URL') {
      // new Worker(new URL('./x.ts', import.meta.url)) is an import too.
      if (node.arguments?.[1]?.getText() === 'import.meta.url') add(node, node.arguments[0], false);
    }
  }
  return found;
}

function importsTypesOnly(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  if (clause.name || !clause.namedBindings || !ts.isNamedImports(clause.namedBindings)) return false;
  return clause.namedBindings.elements.every((element) => element.isTypeOnly);
}

/** The address bar has one owner. Asking only whose origin this is (for Trusted Types) is no state. */
function addressFaults(file: string, tree: ts.SourceFile): readonly string[] {
  if (file === 'src/state/view.svelte.ts') return [];
  const faults: string[] = [];
  for (const node of nodes(tree)) {
    if (!ts.isIdentifier(node) || (node.text !== 'location' && node.text !== 'history')) continue;
    const { parent } = node;
    const ofWindow =
      ts.isPropertyAccessExpression(parent) &&
      parent.name === node &&
      /^(window|self|globalThis|document)$/.test(parent.expression.getText());
    const itself = ts.isPropertyAccessExpression(parent) && parent.expression === node;
    if (!ofWindow && !itself) continue;
    const use = ofWindow ? parent.parent : parent;
    const asksOrigin = ts.isPropertyAccessExpression(use) && /^(origin|href)$/.test(use.name.text);
    const isWritten =
      ts.isBinaryExpression(use.parent) &&
      use.parent.left === use &&
      use.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
    if (file.endsWith('/trusted.ts') && node.text === 'location' && asksOrigin && !isWritten) continue;
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    faults.push(`${file}:${line} touches ${node.text}: only src/state/view.svelte.ts reads and writes the address.`);
  }
  return faults;
}

/** Who starts workers on their own would forget the build in which they must be held by the page's policy. */
function workerFaults(file: string, tree: ts.SourceFile): readonly string[] {
  if (file === 'src/workers/opening.ts') return [];
  return [...nodes(tree)].flatMap((node) => {
    if (!ts.isNewExpression(node) || !/^(Shared)?Worker$/.test(node.expression.getText())) return [];
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    return [`${file}:${line} starts a worker: only src/workers/opening.ts does, so that the page’s policy holds it.`];
  });
}
