/** Owns making the files of tests/fixtures/office anew with the LibreOffice that is installed, and saying what differs. */
import { proveOffice } from './office.ts';

const proven = await proveOffice(true);
const lines = proven ? [proven.version, ...proven.faults] : ['LibreOffice is not installed: nothing made'];
process.stdout.write(`${lines.join('\n')}\n`);
process.exit(proven && proven.faults.length === 0 ? 0 : 1);
