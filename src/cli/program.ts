import { Command, CommanderError, Option } from 'commander'
import type { ConfigFlags } from '../config/load.js'
import { exitCodes, TidemarkError, type ExitCode } from '../errors/error.js'
import type { CommandSpec, Invocation, OptionSpec } from './command.js'
import { shared } from './options.js'
import type { Output } from './output.js'
import { commandNames } from './registry.js'

const helpWidth = 100

/** Runs one command with the arguments that follow its name. */
export async function runCommand(spec: CommandSpec, args: readonly string[], output: Output): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done
  const command = buildCommand(spec).action(async () => {
    code = await spec.run(invocation(command, output))
  })
  // `-3:current` is a range, no flag: commander takes only plain numbers for arguments.
  const safe = args.map((arg) => (/^-\d+:/.test(arg) ? ` ${arg}` : arg))
  await parse(command, safe, spec.name)
  return code
}

async function parse(command: Command, args: readonly string[], name?: string): Promise<void> {
  let help = ''
  command.exitOverride().configureOutput({ writeOut: (text) => (help += text), writeErr: () => {} })
  try {
    await command.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) throw usageError(error, name)
    process.stdout.write(help)
  }
}

/** Refuses a command line that names no command. Commander knows which name is near to a wrong one. */
export async function reportUnknown(args: readonly string[]): Promise<never> {
  const program = new Command('tidemark')
  for (const name of commandNames) program.command(name)
  await parse(program, args)
  throw new Error(`commander accepts ${args[0]}, which is no command`)
}

function usageError(error: CommanderError, name: string | undefined): TidemarkError {
  const [what = '', suggestion] = error.message.replace(/^error: /, '').split('\n')
  const near = suggestion?.replace(/^\(Did you mean (.*)\?\)$/, 'did you mean $1?')
  const help = `see tidemark ${name === undefined ? '' : `${name} `}--help`
  return new TidemarkError({ code: 'TM007', what, fix: near === undefined ? help : [near, help] }, { cause: error })
}

function invocation(command: Command, output: Output): Invocation {
  const flags = command.opts<Invocation['flags']>()
  let config: ReturnType<Invocation['config']> | undefined
  return {
    args: command.args.map((arg) => arg.trim()),
    flags,
    config: () => (config ??= import('../config/load.js').then(({ loadConfig }) => loadConfig(flags as ConfigFlags))),
    output,
  }
}

/** The commander command of a spec; `helpOf` and the parser both come from it. */
function buildCommand(spec: CommandSpec): Command {
  const command = new Command(`tidemark ${spec.name}`)
    .description(spec.description ?? spec.summary)
    .configureHelp({ helpWidth, sortOptions: false })
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', examplesOf(spec))
  for (const { name, description } of spec.args ?? []) command.argument(name, description)
  for (const option of spec.options) command.addOption(buildOption(option))
  for (const option of Object.values(shared)) {
    const hidden = buildOption(option).hideHelp()
    if (!command.options.some((own) => own.long === hidden.long)) command.addOption(hidden)
  }
  return command
}

function buildOption(spec: OptionSpec): Option {
  const option = new Option(spec.flags, spec.description)
  // Commander takes `--no-rename` for the opposite of `--rename`, even where it has a value of its own.
  if (option.negate && option.required) {
    option.negate = false
    option.attributeName = () => camelCase(option.long!.slice(2))
  }
  if (spec.choices !== undefined) option.choices(spec.choices)
  if (spec.default !== undefined) option.default(spec.default)
  if (spec.repeatable)
    option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value])
  return option
}

const camelCase = (text: string): string => text.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

function examplesOf({ examples }: CommandSpec): string {
  if (examples.length === 0) return ''
  const width = Math.max(...examples.map(({ command }) => command.length))
  return ['', 'Examples:', ...examples.map(({ command, does }) => `  ${command.padEnd(width)}  ${does}`)].join('\n')
}

/** What `tidemark <command> --help` prints. */
export function helpOf(spec: CommandSpec): string {
  let text = ''
  buildCommand(spec)
    .configureOutput({ writeOut: (piece) => (text += piece) })
    .outputHelp()
  return text.trimEnd()
}
