/** The desk on both sides of the sheet, in CSS pixels. */
const deskEdge = 24;
const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2, 3];

/** How large the paper is: as wide as the panel, or as the reader has set it. */
export class Zoom {
  /** Undefined while the paper fits the panel. */
  level: number | undefined;
  /** Of the sheet, in CSS pixels: at first that of US Letter. */
  private sheetWidth = 816;

  constructor(
    private readonly sheet: HTMLElement,
    private readonly desk: HTMLElement,
    private readonly onChange: () => void,
  ) {
    new ResizeObserver(() => {
      if (this.level === undefined) this.apply();
    }).observe(desk);
    document.addEventListener('keydown', (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.key === '=' || event.key === '+') this.step(1);
      else if (event.key === '-') this.step(-1);
      else if (event.key === '0') this.set(undefined);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  get factor(): number {
    return this.level ?? Math.min(1, Math.max(0.25, (this.desk.clientWidth - deskEdge) / this.sheetWidth));
  }

  set(level: number | undefined): void {
    this.level = level;
    this.apply();
    this.onChange();
  }

  /** `width`: of the sheet, in CSS pixels. */
  fit(width: number): void {
    this.sheetWidth = width;
    this.apply();
  }

  step(direction: 1 | -1): void {
    const now = this.factor;
    const next = direction > 0 ? steps.find((step) => step > now + 0.01) : steps.findLast((step) => step < now - 0.01);
    if (next !== undefined) this.set(next);
  }

  apply(): void {
    this.sheet.style.setProperty('zoom', String(this.factor));
  }
}
