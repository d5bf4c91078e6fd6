// npm run new:kind -- NAME: makes src/kinds/NAME from templates/kind, a kind that works, with its case in test/cases/NAME and
// its lines in the two registries.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const args = process.argv.slice(2)
const rootAt = args.indexOf('--root')
const root = rootAt < 0 ? fileURLToPath(new URL('..', import.meta.url)) : resolve(args.splice(rootAt, 2)[1])
const [name] = args

const camel = name?.replace(/-(.)/g, (_, letter) => letter.toUpperCase())
const pascal = camel && camel.charAt(0).toUpperCase() + camel.slice(1)

/** In paths and as the name of the kind it is written with hyphens, elsewhere as an identifier. */
const rename = (text) =>
  text
    .replace(/(?<=name: '|file: '|\.\/)specimen(?=['.])/g, name)
    .replaceAll('specimen', camel)
    .replaceAll('Specimen', pascal)

function fail(message) {
  console.error(message)
  process.exit(2)
}

function copy(from, to) {
  for (const entry of readdirSync(from)) {
    const source = join(from, entry)
    if (statSync(source).isDirectory()) {
      copy(source, join(to, entry))
      continue
    }
    const target = join(to, entry.replace('specimen', name))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, rename(readFileSync(source, 'utf8')))
    console.log(`wrote   ${target.slice(root.length).replace(/^[\\/]/, '')}`)
  }
}

function edit(path, change) {
  const file = join(root, path)
  const text = readFileSync(file, 'utf8')
  const changed = change(text)
  if (changed === text) fail(`${path} does not look as expected; add the kind by hand`)
  writeFileSync(file, changed)
  console.log(`changed ${path}`)
}

if (name === undefined || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
  fail('Usage: npm run new:kind -- NAME     with a name such as text-search')
const folder = join(root, 'src/kinds', name)
if (existsSync(folder)) fail(`There is already a kind ${name}: src/kinds/${name}`)

const template = join(root, 'templates/kind')
for (const entry of readdirSync(template)) {
  if (entry === 'case') copy(join(template, entry), join(root, 'test/cases', name))
  else {
    mkdirSync(folder, { recursive: true })
    const target = join(folder, entry.replace('specimen', name))
    writeFileSync(target, rename(readFileSync(join(template, entry), 'utf8')))
    console.log(`wrote   src/kinds/${name}/${entry.replace('specimen', name)}`)
  }
}
edit('src/kinds/index.ts', (text) =>
  text
    .replace(/^(?=import \{ Kinds \})/m, `import { ${camel}Kind } from './${name}/${name}.js'\n`)
    .replace(/^\]\)/m, `  ${camel}Kind,\n])`),
)
edit('src/kinds/declarations.ts', (text) => `${text}export { ${camel} } from './${name}/declare.js'\n`)
console.log(`
It works as it is: npx vitest run test/cases.test.ts -t ${name}
Now make it yours, and rewrite the plan of its case: npx vitest run test/cases.test.ts -t ${name} -u`)
