import { isShipped } from './shipped-text.js';
import type { SourceFile } from './source-file.js';
import { type BaseFinder, standingOf } from './template-bases.js';
import { faceOf, isSameFace, type TemplateFace } from './template-face.js';

/** The templates of a workspace by name, each with the face that it shows to those that stand on it. */
export class TemplateNames implements BaseFinder {
  private readonly byName = new Map<string, SourceFile[]>();
  private readonly faces = new Map<string, TemplateFace>();

  add(file: SourceFile): void {
    const name = nameOf(file);
    const same = this.byName.get(name);
    if (same) same.push(file);
    else this.byName.set(name, [file]);
    // A workspace's own files come first, of those the first by address.
    same?.sort((a, b) => Number(isShipped(a.uri)) - Number(isShipped(b.uri)) || (a.uri < b.uri ? -1 : 1));
  }

  remove(file: SourceFile): void {
    const rest = this.byName.get(nameOf(file))?.filter((one) => one !== file) ?? [];
    if (rest.length > 0) this.byName.set(nameOf(file), rest);
    else this.byName.delete(nameOf(file));
    this.faces.delete(file.uri);
  }

  /** Puts the next version of a template in the place of the last one, if it shows the same face; else does nothing. */
  replace(before: SourceFile, after: SourceFile): boolean {
    const same = this.byName.get(nameOf(before));
    const index = same?.indexOf(before) ?? -1;
    if (!same || index < 0 || !isSameFace(this.face(before), faceOf(after))) return false;
    same[index] = after;
    return true;
  }

  /** The same object for as long as the template looks the same to others. */
  face(file: SourceFile): TemplateFace {
    const face = faceOf(file);
    if (this.byName.get(face.name)?.includes(file) !== true) return face; // a text as it would be
    const known = this.faces.get(file.uri);
    if (known && isSameFace(known, face)) return known;
    this.faces.set(file.uri, face);
    return face;
  }

  /** A file never stands on itself: one that is named as its base is stands on another of that name, be it one that ships. */
  baseOf(file: SourceFile): SourceFile | undefined {
    const name = file.header?.base?.text;
    return name === undefined ? undefined : this.byName.get(name)?.find((one) => one.uri !== file.uri);
  }

  /** Names of the templates that stand on the one that a name means, at whatever depth. */
  upon(name: string): ReadonlySet<string> {
    const found = new Set<string>();
    for (const [other, [file]] of this.byName) {
      if (!file) continue;
      if (standingOf(file, this).files.some((one) => one !== file && nameOf(one) === name)) found.add(other);
    }
    return found;
  }
}

function nameOf(file: SourceFile): string {
  return file.header?.name?.text ?? '';
}
