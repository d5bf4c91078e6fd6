import type { CommandSpec } from './command.js'
import { adoptDrift } from './commands/adopt-drift.js'
import { adopt } from './commands/adopt.js'
import { autogenerate } from './commands/autogenerate.js'
import { baseline } from './commands/baseline.js'
import { branches } from './commands/branches.js'
import { check } from './commands/check.js'
import { current } from './commands/current.js'
import { diff } from './commands/diff.js'
import { down } from './commands/down.js'
import { edit } from './commands/edit.js'
import { heads } from './commands/heads.js'
import { history } from './commands/history.js'
import { identify } from './commands/identify.js'
import { init } from './commands/init.js'
import { lock } from './commands/lock.js'
import { merge } from './commands/merge.js'
import { partitions } from './commands/partitions.js'
import { pull } from './commands/pull.js'
import { repair } from './commands/repair.js'
import { revision } from './commands/revision.js'
import { server } from './commands/server.js'
import { show } from './commands/show.js'
import { snapshot } from './commands/snapshot.js'
import { squash } from './commands/squash.js'
import { stamp } from './commands/stamp.js'
import { tag } from './commands/tag.js'
import { up } from './commands/up.js'
import { verify } from './commands/verify.js'

/** All commands, in the order of the help. What a command does is imported when it runs. */
export const commands: readonly CommandSpec[] = [
  init,
  pull,
  check,
  autogenerate,
  adoptDrift,
  diff,
  snapshot,
  up,
  down,
  history,
  current,
  heads,
  branches,
  show,
  stamp,
  identify,
  adopt,
  baseline,
  repair,
  revision,
  edit,
  merge,
  squash,
  tag,
  partitions,
  lock,
  verify,
  server,
]

export const commandNames: readonly string[] = commands.map(({ name }) => name)

/** The command of this name; `undefined` when there is none. */
export const commandNamed = (name: string): CommandSpec | undefined => commands.find((spec) => spec.name === name)
