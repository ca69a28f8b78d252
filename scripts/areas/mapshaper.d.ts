/** Owns the one door of mapshaper that is used here; the package brings no types. */
declare module 'mapshaper' {
  interface Mapshaper {
    /** Runs a command line on files given by name; answers with the files it wrote, by name. */
    applyCommands(
      commands: string,
      input: Record<string, Uint8Array | string>,
    ): Promise<Record<string, Uint8Array | undefined>>;
  }
  const mapshaper: Mapshaper;
  export default mapshaper;
}
