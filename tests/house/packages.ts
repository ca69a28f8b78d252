/** Owns what is bought: exact versions, one copy of what must be one, none that is known to be bad, licences of our own choosing. */

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      { readonly version?: string; readonly resolved?: string; readonly integrity?: string; readonly link?: boolean }
    >
  >;
}

/** A range would let two installs of one commit differ. */
export function versionFaults(manifest: Manifest): readonly string[] {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  return Object.entries(all)
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `package.json: ${name} is "${version}"; name one exact version.`);
}

/** Two copies of Arrow do not know each other's classes; two of Svelte or MapLibre double the page. */
export function copyFaults(lock: Lock, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const copies = Object.keys(lock.packages).filter((path) => path.endsWith(`node_modules/${name}`));
    return copies.length === 1 ? [] : [`package-lock.json: ${copies.length} copies of ${name}: ${copies.join(', ')}`];
  });
}

/** Every package is checked against its hash, and none says from which mirror it came. */
export function lockFaults(lock: Lock): readonly string[] {
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .flatMap(([path, { resolved, integrity, link }]) => [
      ...(resolved ? [`package-lock.json: ${path} names where it was fetched from.`] : []),
      ...(integrity?.startsWith('sha512-') || link ? [] : [`package-lock.json: ${path} has no sha512.`]),
    ]);
}

/** Versions that must never be installed: these, all, or those below one. */
export interface KnownBad {
  readonly packages: Readonly<Record<string, readonly string[] | 'all' | { readonly below: string }>>;
  readonly why: string;
  readonly source: string;
}

/** There is no asking a registry on the machines that build: the list is checked in, and grows by hand. */
export function badFaults(lock: Lock, list: readonly KnownBad[]): readonly string[] {
  return Object.entries(lock.packages).flatMap(([path, { version = '' }]) => {
    const name = path.split('node_modules/').at(-1) ?? '';
    const met = list.find(({ packages }) => Object.hasOwn(packages, name) && isBad(version, packages[name]));
    return met ? [`package-lock.json: ${path} ${version} is known to be bad: ${met.why} (${met.source}).`] : [];
  });
}

function isBad(version: string, bad: KnownBad['packages'][string] | undefined): boolean {
  if (bad === undefined) return false;
  if (bad === 'all') return true;
  if ('below' in bad) return isBelow(version, bad.below);
  return bad.includes(version);
}

const isBelow = (version: string, bound: string): boolean => version.localeCompare(bound, 'en', { numeric: true }) < 0;

/** What the page is made of must be free to hand on, without asking the same of those who get it. */
const freeLicences = /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|Unlicense|OFL-1\.1|\(MIT OR Apache-2\.0\))$/;

export function licenceFaults(all: readonly { readonly name: string; readonly licence: string }[]): readonly string[] {
  return all
    .filter(({ licence }) => !freeLicences.test(licence))
    .map(
      ({ name, licence }) =>
        `${name} goes into the page under "${licence}"; choose another, or say in docs/decisions why.`,
    );
}
