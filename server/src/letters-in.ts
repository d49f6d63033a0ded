/** What every format prints alike of a text: no spaces, no marks that stand over other letters, nothing that is not seen. */
const counted = /[^\s\p{M}\p{Default_Ignorable_Code_Point}]/gu;

/** How many letters, digits and signs a text prints, to find the same place in a page of HTML and on paper. */
export function lettersIn(text: string): number {
  return text.match(counted)?.length ?? 0;
}
