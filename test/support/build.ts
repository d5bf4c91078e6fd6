import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const path = (relative: string): string => fileURLToPath(new URL(`../../${relative}`, import.meta.url))

/** Tests that start `bin/tidemark.js` run what is in `dist`: it is built again when a source is newer. */
export function buildIfStale(): void {
  if (newest(path('src'), '.ts') <= newest(path('dist'), '.js')) return
  const { status, stderr } = spawnSync(process.execPath, [path('scripts/build.js'), '--code'], { encoding: 'utf8' })
  if (status !== 0) console.error(`The build has errors:\n${stderr}`)
}

function newest(folder: string, extension: string): number {
  try {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(extension))
    return Math.max(0, ...files.map((name) => statSync(join(folder, name)).mtimeMs))
  } catch {
    return 0
  }
}
