/** The bundler and the test runner hand over an `.lmn` file as its text. */
declare module '*.lmn' {
  const text: string;
  export default text;
}

/** So too a list of words. */
declare module '*.words' {
  const text: string;
  export default text;
}
