// Draws client/icon.png: a letter with a cross at its head and a check mark at its foot. Run by hand after a change: node scripts/draw-icon.mjs
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const size = 128;
/** Samples a pixel's side: smooth edges without a graphics library. */
const samples = 4;

/** Later shapes cover earlier ones. A color is red, green, blue; a shape says whether it holds a point. */
const shapes = [
  [[29, 90, 138], roundedBox(0, 0, 128, 128, 24)],
  [[20, 68, 107], both(roundedBox(34, 20, 98, 114, 5), not(corner(98, 20, 20)))],
  [[255, 255, 255], both(roundedBox(30, 16, 94, 110, 5), not(corner(94, 16, 20)))],
  [[196, 218, 234], both(box(74, 16, 94, 36), not(corner(94, 16, 20)))],
  [[46, 134, 193], either(box(40, 32, 62, 39), box(47.5, 24.5, 54.5, 46.5))],
  [[176, 193, 207], either(line(56, 48, 77), line(66, 40, 84), line(76, 40, 84), line(86, 40, 64))],
  [[255, 255, 255], disc(90, 98, 21)],
  [[42, 157, 103], disc(90, 98, 18)],
  [[255, 255, 255], either(stroke(81, 98.5, 87.5, 105, 2.6), stroke(87.5, 105, 99.5, 92, 2.6))],
];

function roundedBox(left, top, right, bottom, radius) {
  return (x, y) => {
    const dx = Math.max(left + radius - x, x - (right - radius), 0);
    const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
    return Math.hypot(dx, dy) <= radius;
  };
}
function box(left, top, right, bottom) {
  return (x, y) => x >= left && x <= right && y >= top && y <= bottom;
}
/** The triangle cut off a sheet's upper right corner. */
function corner(right, top, side) {
  return (x, y) => x - (right - side) > y - top && x > right - side && y < top + side;
}
function line(y, left, right) {
  return stroke(left, y, right, y, 1.8);
}
function disc(cx, cy, radius) {
  return (x, y) => Math.hypot(x - cx, y - cy) <= radius;
}
function stroke(x1, y1, x2, y2, half) {
  const length = Math.hypot(x2 - x1, y2 - y1);
  return (x, y) => {
    const along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length ** 2;
    const t = Math.min(1, Math.max(0, along));
    return Math.hypot(x - x1 - t * (x2 - x1), y - y1 - t * (y2 - y1)) <= half;
  };
}
function both(a, b) {
  return (x, y) => a(x, y) && b(x, y);
}
function either(...any) {
  return (x, y) => any.some((shape) => shape(x, y));
}
function not(shape) {
  return (x, y) => !shape(x, y);
}

/** Red, green, blue and opacity of one pixel: the mean of its samples. */
function pixel(column, row) {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < samples ** 2; i++) {
    const x = column + ((i % samples) + 0.5) / samples;
    const y = row + (Math.floor(i / samples) + 0.5) / samples;
    const color = shapes.findLast(([, holds]) => holds(x, y))?.[0];
    if (!color) continue;
    color.forEach((part, at) => (sum[at] += part));
    sum[3] += 1;
  }
  const seen = sum[3] || 1;
  return [...sum.slice(0, 3).map((part) => Math.round(part / seen)), Math.round((255 * sum[3]) / samples ** 2)];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

const rows = Array.from({ length: size }, (_, row) => [
  0, // this row is not filtered
  ...Array.from({ length: size }, (_, column) => pixel(column, row)).flat(),
]);
const header = Buffer.alloc(13);
header.writeUInt32BE(size, 0);
header.writeUInt32BE(size, 4);
header.set([8, 6, 0, 0, 0], 8); // 8 bits a part, red green blue and opacity
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const png = Buffer.concat([
  signature,
  chunk('IHDR', header),
  chunk('IDAT', deflateSync(Buffer.from(rows.flat()), { level: 9 })),
  chunk('IEND', Buffer.alloc(0)),
]);
writeFileSync(resolve(import.meta.dirname, '../client/icon.png'), png);
