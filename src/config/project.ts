import { access, copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { TidemarkError } from '../errors/error.js'

const templates = fileURLToPath(new URL('../../templates', import.meta.url))

/**
 * Writes a project from a template and gives the paths that it wrote, relative to the working directory.
 * @throws TidemarkError TM041 when one of its files is there already; nothing is written then
 */
export async function writeProject(template: string, folder: string): Promise<readonly string[]> {
  const root = resolve(folder)
  const source = join(templates, template)
  const entries = await readdir(source, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(source, join(entry.parentPath, entry.name)))
    .sort()
  const there = await existing(root, files)
  if (there.length > 0) throw alreadyThere(there, folder)
  for (const file of files) {
    const target = join(root, file)
    await mkdir(dirname(target), { recursive: true })
    await copyFile(join(source, file), target)
  }
  const others: Record<string, string> = {
    'migrations/.gitkeep': '',
    '.gitignore': '.tidemark/\nnode_modules/\n',
    'package.json': `${JSON.stringify({ private: true, type: 'module' }, null, 2)}\n`,
  }
  const missing = Object.keys(others).filter((file) => !files.includes(file))
  const kept = new Set(await existing(root, missing))
  const written = missing.filter((file) => !kept.has(file))
  await mkdir(join(root, 'migrations'), { recursive: true })
  for (const file of written) await writeFile(join(root, file), others[file]!)
  return [...files, ...written].map((file) => relative(process.cwd(), join(root, file)))
}

async function existing(root: string, files: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    files.map((file) =>
      access(join(root, file)).then(
        () => file,
        () => undefined,
      ),
    ),
  )
  return found.filter((file) => file !== undefined)
}

const alreadyThere = (files: readonly string[], folder: string): TidemarkError =>
  new TidemarkError({
    code: 'TM041',
    what: `these files are there already: ${files.join(', ')}`,
    why: 'init never overwrites a file; nothing was written',
    fix: folder === '.' ? 'choose an empty folder with --dir' : 'choose another folder with --dir',
  })
