/** Owns the second source: the published shapefiles, downloaded, taken only when their sha256 is the pinned one. */
import { convertShapefile } from './convert.ts';
import { proveWhole, sha256, type KnownCodes, type Source } from './source.ts';
import type { AreaTopology } from './topology.ts';

export const surveyCredit = {
  th: 'ขอบเขต: กรมแผนที่ทหาร ผ่าน OCHA (COD-AB Thailand พ.ศ. 2565), CC BY 3.0 IGO; ลดรายละเอียด แก้รหัสและชื่อแล้ว ไม่ใช่แนวเขตทางการ',
  en: 'Boundaries: Royal Thai Survey Department via OCHA (COD-AB Thailand, 2022), CC BY 3.0 IGO; simplified, codes and names corrected. Not an official boundary.',
} as const;

export const publishedUrl =
  'https://raw.githubusercontent.com/prasertcbs/thailand_gis/1682c1dab30a59239004982927b98279081fab18/';

export interface PublishedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The province that the file draws finer; null for the whole country. */
  readonly province: string | null;
  /** Detail kept when it is converted, in metres; the country's file is published simplified. */
  readonly intervalM: number;
}

export const publishedFiles: readonly PublishedFile[] = [
  {
    path: 'tambon_simplify/tha_admbnda_adm3_rtsd_20220121.zip',
    bytes: 2_290_062,
    sha256: '40390e8e218206fca3b8f98e8f8fceddb09dea82fe075555172b7ef52275f30d',
    province: null,
    intervalM: 0,
  },
  {
    path: 'tambon/shapefiles_zip/Pathum%20Thani.zip',
    bytes: 435_843,
    sha256: '966975980c51a41b1b542f32a44f7c411c4b24140f6056c3798e9a474b9a1b4d',
    province: '13',
    intervalM: 10,
  },
  {
    path: 'tambon/shapefiles_zip/Pattani.zip',
    bytes: 358_581,
    sha256: '3944c071f42e34b16a1ad8ab14b85d3141f8c8a71581e600ddea313558927ca7',
    province: '94',
    intervalM: 10,
  },
];

/** Fetches one file, refusing it when it is cut, too long, late or not the pinned one. `timeoutMs`: longest silence. */
export async function download(base: string, file: PublishedFile, timeoutMs: number): Promise<Uint8Array> {
  const url = new URL(file.path, base);
  const abort = new AbortController();
  const late = (): void => abort.abort(new Error(`no answer for ${timeoutMs / 1000} s`));
  let timer = setTimeout(late, timeoutMs);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    const response = await fetch(url, { signal: abort.signal });
    if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      clearTimeout(timer);
      timer = setTimeout(late, timeoutMs);
      bytes += chunk.length;
      if (bytes > file.bytes) throw new Error(`longer than the ${file.bytes} bytes it should have; refused`);
      chunks.push(chunk);
    }
  } catch (error) {
    const cut = bytes > 0 && bytes < file.bytes && !abort.signal.aborted;
    throw new Error(`${url.href}: ${cut ? `cut off after ${bytes} of ${file.bytes} bytes` : because(error)}`, {
      cause: error,
    });
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
  const content = Buffer.concat(chunks);
  if (bytes < file.bytes) throw new Error(`${url.href}: cut off after ${bytes} of ${file.bytes} bytes`);
  const found = sha256(content);
  if (found !== file.sha256) throw new Error(`${url.href}: sha256 is ${found}, not the pinned ${file.sha256}; refused`);
  return content;
}

/** fetch says "fetch failed" and keeps the reason one level down. */
function because(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

export interface PublishedOptions {
  readonly base: string;
  readonly files: readonly PublishedFile[];
  readonly timeoutMs: number;
  readonly warn: (message: string) => void;
}

export function publishedSource(options: PublishedOptions, known: KnownCodes): Source {
  const { base, files, timeoutMs, warn } = options;
  const take = async (file: PublishedFile): Promise<AreaTopology> => {
    const topology = await convertShapefile(await download(base, file, timeoutMs), file.intervalM);
    proveWhole(topology, known, file.province ?? '');
    return topology;
  };
  return {
    id: 'published',
    credit: surveyCredit,
    async inputs() {
      return Object.fromEntries(files.map((file) => [decodeURIComponent(file.path), file.sha256]));
    },
    async make() {
      const countryFile = files.find((file) => file.province === null);
      if (!countryFile) throw new Error('no file of the whole country is listed');
      const country = await take(countryFile);
      const finer = new Map<string, AreaTopology>();
      for (const file of files) {
        if (file.province === null) continue;
        try {
          finer.set(file.province, await take(file));
        } catch (error) {
          // The country's file draws this province too, only coarser.
          warn(`province ${file.province} stays coarse: ${because(error)}`);
        }
      }
      return { country, finer };
    },
  };
}
