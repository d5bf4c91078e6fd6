import type { CommandSpec } from './command.js'

/** A module of `commands/`: it exports its CommandSpec under the command's name. */
type CommandModule = () => Promise<Readonly<Record<string, unknown>>>

/** All commands, in the order of the help. Only the module of the command that is called gets imported. */
const modules: Readonly<Record<string, CommandModule>> = {
  init: () => import('./commands/init.js'),
  pull: () => import('./commands/pull.js'),
  check: () => import('./commands/check.js'),
  autogenerate: () => import('./commands/autogenerate.js'),
  up: () => import('./commands/up.js'),
  down: () => import('./commands/down.js'),
  history: () => import('./commands/history.js'),
  current: () => import('./commands/current.js'),
  heads: () => import('./commands/heads.js'),
  branches: () => import('./commands/branches.js'),
  show: () => import('./commands/show.js'),
  stamp: () => import('./commands/stamp.js'),
  revision: () => import('./commands/revision.js'),
  edit: () => import('./commands/edit.js'),
  merge: () => import('./commands/merge.js'),
  tag: () => import('./commands/tag.js'),
  partitions: () => import('./commands/partitions.js'),
  lock: () => import('./commands/lock.js'),
  verify: () => import('./commands/verify.js'),
  server: () => import('./commands/server.js'),
}

export const commandNames: readonly string[] = Object.keys(modules)

/** The command of this name; `undefined` when there is none. */
export async function loadCommand(name: string): Promise<CommandSpec | undefined> {
  if (!Object.hasOwn(modules, name)) return undefined
  const found = Object.values(await modules[name]!()).find((value) => isSpec(value) && value.name === name)
  return found as CommandSpec
}

/** All commands, for the help and the documentation. */
export async function loadCommands(): Promise<readonly CommandSpec[]> {
  return (await Promise.all(commandNames.map(loadCommand))) as readonly CommandSpec[]
}

const isSpec = (value: unknown): value is CommandSpec =>
  typeof value === 'object' && value !== null && 'run' in value && 'name' in value
