/** What word processors, notes and mail put before the items of a list: bullets, `1.`, `2)`, `(a)`. */
const marker = /^[ \t\u00a0]*(?:[-*+•◦‣▪▫●○■□∙·–—➢✓✔][ \t\u00a0]+|\(?(?:\d{1,2}|[a-z])[.)][ \t\u00a0]+)(?=\S)/u;

/** How long the sign before an item of a list is, the space around it included; 0 for a line that is no item. */
export function itemMarkerLength(line: string): number {
  return marker.exec(line)?.[0].length ?? 0;
}
