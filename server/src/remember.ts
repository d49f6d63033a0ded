/**
 * The same function, but asked once for each object: what it gave is kept for as long as the object is. For work whose result depends on nothing
 * but an object that never changes.
 */
export function remember<Of extends object, Result>(work: (of: Of) => Result): (of: Of) => Result {
  const results = new WeakMap<Of, { readonly result: Result }>();
  return (of) => {
    let known = results.get(of);
    if (!known) results.set(of, (known = { result: work(of) }));
    return known.result;
  };
}

/** As `remember`, for work that depends on two objects: what it gave is kept for as long as both are. */
export function rememberBoth<First extends object, Second extends object, Result>(
  work: (first: First, second: Second) => Result,
): (first: First, second: Second) => Result {
  const withFirst = remember((first: First) => remember((second: Second) => work(first, second)));
  return (first, second) => withFirst(first)(second);
}

/** The same work, done when it is first asked for, and once. */
export function once<Result>(work: () => Result): () => Result {
  let known: { readonly result: Result } | undefined;
  return () => (known ??= { result: work() }).result;
}
