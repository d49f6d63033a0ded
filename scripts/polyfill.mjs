// langium-cli calls Object.groupBy, which Node 20 does not have. Loaded by generate.mjs only; what it generates needs no polyfill.
Object.groupBy ??= (items, keyOf) => {
  const groups = Object.create(null);
  let index = 0;
  for (const item of items) (groups[keyOf(item, index++)] ??= []).push(item);
  return groups;
};
