const endOfDirectory = 0x06054b50;
const endLength = 22;

/**
 * Writes one moment into all entries of a ZIP file, in its own bytes: else a file would say when it was made by the clock of the machine. The file
 * is as the library makes it: no comment at its end, less than 4 GB (PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16).
 */
export function dateZip(zip: Uint8Array, date: Date): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - endLength;
  if (end < 0 || view.getUint32(end, true) !== endOfDirectory) throw new Error('The Word file is not a ZIP file.');
  const moment = dosMoment(date);
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    view.setUint32(entry + 12, moment, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, moment, true);
    entry +=
      46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
}

/** Date and time as ZIP files have them, from 1980 to 2107 and to the even second; in UTC, so that it is the same everywhere. */
function dosMoment(date: Date): number {
  const year = Math.min(Math.max(date.getUTCFullYear(), 1980), 2107) - 1980;
  const day = (year << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return ((day << 16) | time) >>> 0;
}
