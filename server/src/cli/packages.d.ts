/** What is used of jsdiff, whose release 7 brings no types along. */
declare module 'diff' {
  /** A patch of one file in the unified format; line ends stay as they are. */
  export function createTwoFilesPatch(
    oldName: string,
    newName: string,
    oldText: string,
    newText: string,
    oldHeader?: string,
    newHeader?: string,
    options?: { readonly context?: number; readonly stripTrailingCr?: boolean },
  ): string;
}
