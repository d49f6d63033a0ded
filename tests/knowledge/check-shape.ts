import type { ShapeProblem } from '../../server/src/knowledge/shape.js';
import { SHAPES } from '../../server/src/knowledge/shapes.js';

export function checkShape(id: string, value: string): ShapeProblem | undefined {
  const shape = SHAPES.get(id);
  if (!shape) throw new Error(`no shape is called ${id}`);
  return shape.check(value);
}
