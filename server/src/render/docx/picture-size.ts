export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A picture's width and height in pixels, from its head; undefined where the bytes are no whole head of a PNG or JPEG file. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = bytes[0] === 0xff ? jpegSize(view) : pngSize(view);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

/** PNG specification, 11.2.2: the first chunk is IHDR, and begins with width and height. */
function pngSize(view: DataView): PictureSize | undefined {
  if (view.byteLength < 24 || view.getUint32(12) !== 0x49484452) return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** ITU-T T.81, B.2.2: a frame's head has height and width; what stands before it says how long it is. */
function jpegSize(view: DataView): PictureSize | undefined {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + (hasLength(marker) ? view.getUint16(at + 2) : 0);
  }
  return undefined;
}

/** SOF0 to SOF15, but for DHT, JPG and DAC, which lie among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** All but RST0 to RST7, SOI, EOI and TEM. */
function hasLength(marker: number): boolean {
  return !(marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9));
}
