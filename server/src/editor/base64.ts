/** Of every browser and of Node; the core's types name neither. */
declare function btoa(bytes: string): string;
declare function atob(text: string): string;

/** As many bytes at a time as a call can take as arguments; a multiple of three, so that the parts join. */
const chunk = 3 * 4096;

/** Bytes as a message can carry them. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += chunk) {
    text += btoa(String.fromCharCode(...bytes.subarray(start, start + chunk)));
  }
  return text;
}

/** The bytes again. Throws where the text is no base64. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
