import { unzlibSync } from 'fflate';

/**
 * True for a PNG whose pixels can be unpacked and are all there (PNG specification, 3rd edition, 5 and 9). The PDF library unpacks them late, where a broken file
 * can no longer be left out.
 */
export function isSoundPng(bytes: Uint8Array): boolean {
  const parts: Uint8Array[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length) return false;
    if (type === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length));
    if (type === 'IEND') return unpacksTo(parts, pixelBytes(view));
    at += 12 + length;
  }
  return false;
}

/** In bytes of unpacked pixels: 25 million of color. What is larger would fill the memory before it is printed an inch high. */
const largestUnpacked = 100_000_000;

function unpacksTo(parts: readonly Uint8Array[], expected: number): boolean {
  if (expected === 0 || expected > largestUnpacked) return false;
  const packed = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    packed.set(part, at);
    at += part.length;
  }
  try {
    return unzlibSync(packed, { out: new Uint8Array(expected) }).length >= expected;
  } catch {
    return false;
  }
}

/** How many numbers a pixel has, by the color type. */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Of all rows with their filter bytes; of an interlaced picture, whose rows are others, without those. */
function pixelBytes(header: DataView): number {
  const [width, height] = [header.getUint32(16), header.getUint32(20)];
  const bits = header.getUint8(24) * (channels[header.getUint8(25)] ?? 0);
  const isInterlaced = header.getUint8(28) === 1;
  const row = Math.ceil((width * bits) / 8) + (isInterlaced ? 0 : 1);
  return isInterlaced ? Math.floor((width * height * bits) / 8) : row * height;
}
