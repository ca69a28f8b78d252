/** Owns the benchmark of a file of the whole country: how long its import takes and how much memory it needs, beside the engine's own reading. */
import { closeSync, mkdtempSync, openAsBlob, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadGazetteer, type Gazetteer } from '../../src/areas/gazetteer.ts';
import { createTables } from '../../src/engine/tables.ts';
import { importFiles } from '../../src/intake/importing.ts';
import { openWatchedEngine, plainRead } from './watched.ts';

const asOf = '29/06/2565';
const headers =
  'ลำดับ,ณ วันที่,รหัสบ้าน,ชื่อ-สกุล,บ้านเลขที่,หมู่ที่,หมู่บ้าน,รหัสตำบล,ตำบล,อำเภอ,จังหวัด,จำนวนสมาชิก,ผู้สูงอายุ,ผู้พิการ,ประเภทครัวเรือน,มิติสุขภาพ,มิติความเป็นอยู่,มิติการศึกษา,มิติการมีรายได้,มิติการเข้าถึงการบริการภาครัฐ,สถานะการช่วยเหลือ,เร่งด่วน,หน่วยงานที่ช่วยเหลือ,กิจกรรมที่ช่วยเหลือ,วันที่ช่วยเหลือ';
const given = ['เพียรดี', 'ใจงาม', 'ฟ้าใส', 'เกลียวเชือก', 'ปลูกฝัน', 'ตั้งมั่น', 'น้ำหวาน', 'รุ่งเช้า'];
const family = ['ตัวอย่างดี', 'นามสมมุติ', 'ทดสอบกุล', 'จำลองเลิศ', 'สมมติไพศาล'];
const hamlets = ['บ้านหัวสะพาน', 'บ้านท่าทดลอง', 'บ้านหนองตัวอย่าง', 'บ้านเนินสมมติ', 'บ้านคลองจำลอง'];
const classes = ['พัฒนาได้', 'สงเคราะห์', 'พัฒนาตนเองได้', 'ยังไม่จำแนก'];
const statuses = ['รอการช่วยเหลือ', 'ช่วยเหลือแล้ว', 'อยู่ระหว่างดำเนินการ', 'ช่วยเหลือแล้วบางส่วน', 'ไม่ต้องการความช่วยเหลือ'];
const agencies = ['พมจ.', 'ศธจ.', 'สำนักงานเกษตรจังหวัด', 'อบต.', 'สาธารณสุขอำเภอ', 'ธ.ก.ส.'];
const activities = ['ปรับปรุงบ้าน', 'มอบทุนการศึกษา', 'ติดตั้งน้ำใช้', 'ฝึกอาชีพและมอบอุปกรณ์', 'ตรวจสุขภาพและมอบยา'];
const rowsAtOnce = 5_000;

/** The same rows for the same seed, over all tambon in turn of size. Gives the bytes written. */
export function writeNational(file: string, rows: number, gazetteer: Gazetteer, seed = 1): number {
  const places = gazetteer.children(null).flatMap((province) =>
    gazetteer.children(province.code).flatMap((amphoe) =>
      gazetteer.children(amphoe.code).map((tambon) => ({
        code: tambon.code,
        text: `${tambon.code},${tambon.name.th},${amphoe.name.th},${province.name.th}`,
      })),
    ),
  );
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const of = (words: readonly string[]): string => words[below(words.length)] ?? '';
  const mark = (percent: number): string => (below(100) < percent ? '✓' : '');
  const out = openSync(file, 'w');
  let bytes = writeSync(out, `${headers}\n`);
  for (let done = 0; done < rows;) {
    let text = '';
    for (const end = Math.min(rows, done + rowsAtOnce); done < end; done++) {
      const at = Math.floor((done * places.length) / rows);
      const place = places[at];
      const houseCode = (place?.code ?? '').slice(0, 4) + String(done % 10_000_000).padStart(7, '0');
      const moo = 1 + below(12);
      const isHelped = below(3) > 0;
      text +=
        `${done + 1},${asOf},${houseCode},${of(given)} ${of(family)},${1 + below(400)}/${below(20)},${moo},${hamlets[moo % 5] ?? ''} ${moo},` +
        `${place?.text ?? ''},${1 + below(7)},${below(3)},${below(8) > 6 ? 1 : 0},${of(classes)},` +
        `${mark(35)},${mark(30)},${mark(15)},${mark(50)},${mark(10)},${isHelped ? of(statuses) : 'รอการช่วยเหลือ'},` +
        `${below(20) === 0 ? 'เร่งด่วน' : 'ไม่เร่งด่วน'},${isHelped ? of(agencies) : ''},${isHelped ? of(activities) : ''},` +
        `${isHelped ? `${String(1 + below(28)).padStart(2, '0')}/0${1 + below(6)}/2565` : ''}\n`;
    }
    bytes += writeSync(out, text);
  }
  closeSync(out);
  return bytes;
}

const mb = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;

async function inNode(file: string, rows: number, gazetteer: Gazetteer): Promise<void> {
  const { engine, wasmBytes } = await openWatchedEngine();
  try {
    await createTables(engine);
    const source = new File([await openAsBlob(file)], 'ทั่วประเทศ 29 มิ.ย. 2565.csv');
    const startMs = performance.now();
    let stage = '';
    const receipt = await importFiles([source], {
      engine,
      gazetteer,
      firstSnapshot: 1,
      ask: (questions) => Promise.reject(new Error(`asked ${JSON.stringify(questions[0])}`)),
      progress: (progress) => {
        if (progress.stage === stage) return;
        stage = progress.stage;
        console.log(`  ${stage} from ${((performance.now() - startMs) / 1000).toFixed(1)} s, wasm ${mb(wasmBytes())}`);
      },
    });
    const tookMs = performance.now() - startMs;
    const { kept, quarantined, warned } = receipt.rows;
    if (kept !== rows) throw new Error(`${kept} of ${rows} rows kept, ${quarantined} quarantined`);
    console.log(
      `  imported in ${(tookMs / 1000).toFixed(1)} s, ${Math.round(rows / tookMs)},000 rows/s, wasm ${mb(wasmBytes())}, ${receipt.snapshots.length} snapshots, ${warned} warned`,
    );
    const plain = await plainRead(file);
    console.log(
      `  read_csv(all_varchar) ${plain.tookMs === null ? 'did not fit' : `${(plain.tookMs / 1000).toFixed(1)} s, ratio ${(tookMs / plain.tookMs).toFixed(2)}`}, wasm ${mb(plain.wasmBytes)}`,
    );
  } finally {
    await engine.close();
  }
}

if (process.argv[1] === import.meta.filename) {
  const gazetteer = await loadGazetteer((name) =>
    Promise.resolve(JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../data', name), 'utf8'))),
  );
  const home = mkdtempSync(path.join(tmpdir(), 'phungpao-national-'));
  try {
    for (const rows of process.argv.slice(2).map(Number)) {
      const file = path.join(home, `${rows}.csv`);
      writeNational(file, rows, gazetteer);
      console.log(`${rows} rows, ${mb(statSync(file).size)}`);
      await inNode(file, rows, gazetteer);
      rmSync(file);
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
