/** Owns what is bought: exact versions, one copy of what must be one, licences of our own choosing. */

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly resolved?: string; readonly integrity?: string; readonly link?: boolean }>
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
