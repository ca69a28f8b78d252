/** Owns what is used of ClickHouse as a library, which is installed beside these tests and nowhere else. */
declare module 'chdb' {
  export interface Answered {
    bytes(): Uint8Array;
  }
  export interface Streamed extends AsyncIterable<{ raw(): Uint8Array }> {
    cancel(): void;
  }
  export class Session {
    constructor(path?: string, options?: { readonly connectionArgs?: readonly string[] });
    query(sql: string, format?: string): string;
    queryBindAsync(
      sql: string,
      params: Readonly<Record<string, string | null>>,
      options?: { readonly format?: string },
    ): Promise<Answered>;
    queryStreamBind(
      sql: string,
      params: Readonly<Record<string, string | null>>,
      options?: { readonly format?: string },
    ): Streamed;
    close(): void;
  }
}
