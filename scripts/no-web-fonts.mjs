// In the bundle of the PDF this stands for what unpacks web fonts (WOFF2): a third of its size for fonts that it never meets.
export default function decompress() {
  throw new Error('The fonts of the PDF are TrueType, not WOFF2.');
}
