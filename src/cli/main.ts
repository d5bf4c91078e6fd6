import { readFileSync } from 'node:fs'
import * as nodeModule from 'node:module'

// Node 22 keeps compiled code between runs; on Node 20 this does nothing.
;(nodeModule as { enableCompileCache?: () => void }).enableCompileCache?.()

const args = process.argv.slice(2)

// Nothing else is loaded for these: they take as long as starting node.
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  process.stdout.write(`${version}\n`)
} else if (args.length === 1 && (args[0] === '--help' || args[0] === '-h')) {
  const { showOverview } = await import('./overview.js')
  process.exitCode = showOverview(args, process)
} else {
  const { runAndExit } = await import('./run.js')
  await runAndExit(args)
}
