/** Proves that the files of the project are named, begun and kept as agreed. */
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from '../../scripts/serving/headers.ts';
import { dataFaults, firstLineFaults, foreignFaults, mostLines, namedFaults, nameFaults, sizeFaults } from './files.ts';
import { ignoring, projectFiles, read, sources } from './source.ts';

/** Files that are rightly longer than 250 lines: path and reason. */
const longFiles: Readonly<Record<string, string>> = {
  'src/model/columns.ts': 'the data dictionary: a row per column, with every name that files give it',
  'src/model/problem.ts': 'the registry of judgements: a row per judgement, in both languages',
  'src/model/worlds.ts': 'one walk, whose moves, mending and counting share all they hold',
  'src/queries/measures.ts': 'the registry of measures: a row per measure',
  'src/state/session.svelte.ts': 'one session: what is open, what is being opened, and the one door of its figures',
};

const code = sources(/^(src|scripts|tests)\/.*\.(ts|svelte)$/);
const styles = sources(/^src\/.*\.css$/);
const texts = sources(/\.(ts|js|svelte|css|html|md|json|yml|yaml|csv|svg|txt)$|^\.[^/]+$|^\.ci\//);

describe('files', () => {
  it('are told from what is made, without Git too', () => {
    const isIgnored = ignoring(read('.gitignore'));
    expect(['node_modules/', 'dist/', 'data/areas/94.topo.json', 'data/sample/cubes/'].filter(isIgnored)).toHaveLength(
      4,
    );
    expect(['data/sample/README.md', 'data/areas/gazetteer.json', 'src/', 'README.md'].filter(isIgnored)).toEqual([]);
  });

  it('are named for what they own', () => {
    expect(code.flatMap(({ path }) => nameFaults(path))).toEqual([]);
    for (const bad of [
      'src/lib/a.ts',
      'src/map/utils.ts',
      'src/ui/Helpers.svelte',
      'src/ui/button.svelte',
      'src/map/Style.ts',
    ]) {
      expect(nameFaults(bad), bad).not.toEqual([]);
    }
    expect(nameFaults('src/state/view.svelte.ts')).toEqual([]);
  });

  it('begin with one sentence that says what they own', () => {
    expect([...code, ...styles].flatMap(firstLineFaults)).toEqual([]);
    const begins = (text: string): boolean => firstLineFaults({ path: 'a.ts', text }).length === 0;
    expect(begins(`import a from 'a';`)).toBe(false);
    expect(begins('/** TODO */')).toBe(false);
    expect(begins('/** Owns the words */')).toBe(false);
    expect(begins('<!-- Owns the map on the page. -->\n<script>')).toBe(true);
    expect(begins('/**\n * Owns the words.\n */')).toBe(false);
  });

  it('stay short enough to be read', () => {
    expect(code.filter(({ path }) => path.startsWith('src/')).flatMap((file) => sizeFaults(file, longFiles))).toEqual(
      [],
    );
    const long = { path: 'src/a.ts', text: 'x\n'.repeat(mostLines + 1) };
    expect(sizeFaults(long)).toHaveLength(1);
    expect(sizeFaults(long, { 'src/a.ts': 'one table' })).toEqual([]);
    expect(sizeFaults({ path: 'src/a.ts', text: 'x\n' }, { 'src/a.ts': 'one table' })).toHaveLength(1);
  });

  it('hold nothing of one machine or one network', () => {
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.flatMap(foreignFaults)).toEqual([]);
    const holds = (text: string): boolean => foreignFaults({ path: 'a', text }).length > 0;
    expect(holds(['see ', 'tmp', 'x'].join('/'))).toBe(true);
    expect(holds(['"', 'home', 'me/file"'].join('/'))).toBe(true);
    expect(holds(`"resolved": "https://${['registry', 'example', 'org'].join('.')}/a.tgz"`)).toBe(true);
    expect(holds('../shared/areas and src/home/a.ts and https://example.org/home/page')).toBe(false);
  });

  it('under data/ are each named in a README', () => {
    const paths = projectFiles().filter((path) => path.startsWith('data/'));
    expect(dataFaults(paths, sources(/^data\/.*README\.md$/))).toEqual([]);
    expect(dataFaults(['data/areas/x.json'], [{ path: 'data/README.md', text: 'y.json' }])).toHaveLength(1);
    expect(dataFaults(['data/areas/x.json'], [{ path: 'data/README.md', text: '`x.json`' }])).toEqual([]);
  });

  it('that a document names are there', () => {
    const documents = sources(/^(?:[A-Z]+|docs\/.+)\.md$/);
    expect(documents.map(({ path }) => path)).toContain('SECURITY.md');
    const paths = projectFiles();
    expect(documents.flatMap((document) => namedFaults(document, paths))).toEqual([]);
    const named = (text: string): readonly string[] => namedFaults({ path: 'a.md', text }, ['tests/e2e/a.spec.ts']);
    expect(named('`tests/e2e/a.spec.ts` `tests/e2e/` `a.ts`')).toEqual([]);
    expect(named('`tests/e2e/b.spec.ts` and `tests/e` and `vite.config.ts`')).toHaveLength(3);
  });

  it('for other servers carry the same headers as ours', () => {
    const page = read('docs/deploy.md');
    // Three servers, each with every header.
    expect(page.split(contentSecurityPolicy)).toHaveLength(4);
    for (const name of Object.keys(securityHeaders)) expect(page.split(name).length, name).toBeGreaterThan(3);
  });
});
