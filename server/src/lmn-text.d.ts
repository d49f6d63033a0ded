/** The bundler and the test runner hand over an `.lmn` file as its text. */
declare module '*.lmn' {
  const text: string;
  export default text;
}
