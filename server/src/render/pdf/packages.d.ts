// What the packages say nothing of in types of their own.
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    /** The next place where a line may end, after the space there; null after the end of the text. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}

declare module 'pdfkit/output' {
  /** All bytes of a document; resolves once it has ended. */
  export function toBytes(document: PDFKit.PDFDocument): Promise<Uint8Array>;
}

declare namespace PDFKit.Mixins {
  interface PDFFont {
    /** Of a font that fontkit has opened; several documents may share it. */
    registerFont(name: string, opened: object): this;
  }

  /** A picture that was read once and may be drawn often. Pixels. */
  interface OpenedPicture {
    readonly width: number;
    readonly height: number;
  }

  interface PDFImage {
    /** Throws where the bytes are no picture. `src`: a `data:` address. */
    openImage(src: string): OpenedPicture;
    image(src: OpenedPicture, x: number, y: number, options: { width: number; height: number }): this;
  }
}
