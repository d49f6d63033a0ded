/** How an official list of diagnosis codes is kept. */

/** Request: keeps such a file. From `AddCodeListParams` to `AddCodeList`. */
export const addCodeListRequest = 'lmn/addCodeList';

export interface AddCodeListParams {
  readonly uri: string;
}

/** The fiscal year and how many codes; or why not, as a sentence. */
export type AddCodeList = { readonly year: number; readonly count: number } | { readonly problem: string };
