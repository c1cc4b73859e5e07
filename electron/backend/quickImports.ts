import { registerHooks, type ResolveFnOutput } from 'node:module'

// The package.json of drizzle-orm names thousands of files, and Node 24 copies or parses all of it for each of the hundreds
// of imports to and within the package: half a second and 200 MB in every process and thread that runs from source. Here
// the package is looked up once for each name. A bundle has no such imports.
const name = 'drizzle-orm'
const within = `/node_modules/${name}/`
const known = new Map<string, ResolveFnOutput>()

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === name || specifier.startsWith(`${name}/`)) {
      const found = known.get(specifier) ?? {
        ...next(specifier, context),
        format: 'module',
        shortCircuit: true,
      }
      known.set(specifier, found)
      return found
    }
    const parent = context.parentURL
    if (parent?.includes(within) === true && specifier.startsWith('.'))
      return { url: new URL(specifier, parent).href, format: 'module', shortCircuit: true }
    return next(specifier, context)
  },
})
