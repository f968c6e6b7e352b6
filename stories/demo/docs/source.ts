/** A file of `examples/` as an app would have it: the package by its name. */
export function sourceOf(raw: string): { code: string; language: string } {
  return { code: raw.replace(/'[./]+\/src\/index\.js'/g, "'tccc-react'"), language: 'tsx' };
}
