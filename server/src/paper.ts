/** The paper that a letter is laid out on. All lengths are points (1/72 inch). What a configuration does not set is as in `usualPaper`. */
export interface Paper {
  readonly size: PaperSize;
  readonly margins: Margins;
  /** Of the letter's own words; headings and what is small go with it. */
  readonly fontSize: number;
  readonly letterhead: LetterheadLayout;
  /** What stands at the top of the second page on, in this order; *Page x of y* stands there whatever is chosen. */
  readonly runningHead: readonly HeadPart[];
}

/** US Letter (ANSI/ASME Y14.1) and A4 (ISO 216). */
export const paperSizes = {
  letter: { width: 612, height: 792 },
  a4: { width: 595.28, height: 841.89 },
} as const;

export type PaperSize = keyof typeof paperSizes;
export const paperSizeNames = ['letter', 'a4'] as const satisfies readonly PaperSize[];

export const pageSides = ['top', 'right', 'bottom', 'left'] as const;
export type PageSide = (typeof pageSides)[number];
export type Margins = Readonly<Record<PageSide, number>>;

/** Half an inch, which every printer can print; and two, so that there is room for a letter. */
export const margins = { least: 36, most: 144 } as const;

/** In half points, as Word counts. */
export const fontSizes = { least: 9, most: 14 } as const;

/**
 * `center`: all in the middle, the logo above. `left`: all on the left, the logo above. `logo-left`: the logo on the left, the lines beside it. `logo-right`: the
 * lines on the left, the logo at the right margin.
 */
export const letterheadLayouts = ['center', 'left', 'logo-left', 'logo-right'] as const;
export type LetterheadLayout = (typeof letterheadLayouts)[number];

export const headParts = ['name', 'birth date', 'member id', 'reference number'] as const;
export type HeadPart = (typeof headParts)[number];

export const usualPaper: Paper = {
  size: 'letter',
  margins: { top: 72, right: 72, bottom: 72, left: 72 },
  fontSize: 11,
  letterhead: 'center',
  runningHead: ['name', 'birth date', 'member id'],
};

/** Width and height between the margins. */
export function textArea({ size, margins }: Pick<Paper, 'size' | 'margins'>): {
  readonly width: number;
  readonly height: number;
} {
  const { width, height } = paperSizes[size];
  return { width: width - margins.left - margins.right, height: height - margins.top - margins.bottom };
}
