/**
 * Choices that look random and are the same on every machine: a 32-bit xorshift (Marsaglia, "Xorshift RNGs", 2003), seeded by two numbers.
 * A file's choices depend on its own number only, so that file 7 is the same in a corpus of ten and in one of ten thousand.
 */
export function chooser(seed, salt = 0) {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b)) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
  for (let warm = 0; warm < 4; warm++) next();
  const below = (count) => next() % count;
  return {
    below,
    /** A whole number from `low` to `high`, both included. */
    between: (low, high) => low + below(high - low + 1),
    oneOf: (list) => list[below(list.length)],
    /** `count` different members of the list, in its order. */
    some: (list, count) => {
      const left = [...list.keys()];
      while (left.length > count) left.splice(below(left.length), 1);
      return left.map((index) => list[index]);
    },
  };
}
