import { relative, sep } from 'node:path'
import { codes } from '../../errors/codes.js'
import type { Diagnostic, Location } from '../../errors/error.js'
import { version } from '../../config/version.js'

const levels = { error: 'error', warning: 'warning', note: 'note' } as const

/**
 * Diagnostics as SARIF 2.1.0, for code scanning. A result has to have a file: where a diagnostic points to none, it is
 * `fallback`.
 */
export function toSarif(diagnostics: readonly Diagnostic[], fallback: string): object {
  const ids = [...new Set(diagnostics.map(({ code }) => code))].sort()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'tidemark', version, rules: ids.map((id) => ruleOf(id, diagnostics)) } },
        results: diagnostics.map((item) => ({
          ruleId: item.code,
          ruleIndex: ids.indexOf(item.code),
          level: levels[item.severity],
          message: { text: messageOf(item) },
          locations: [locationOf(item, fallback)],
          partialFingerprints: { object: `${item.code} ${item.subject ?? ''}` },
        })),
      },
    ],
  }
}

function ruleOf(id: string, diagnostics: readonly Diagnostic[]): object {
  const name = diagnostics.find(({ code }) => code === id)!.rule
  const entry = (codes as Readonly<Record<string, { explanation: string }>>)[id]
  return { id, name, shortDescription: { text: name }, ...(entry && { fullDescription: { text: entry.explanation } }) }
}

function locationOf({ at, subject }: Diagnostic, fallback: string): object {
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(at?.file ?? fallback) }, ...regionOf(at) },
    ...(subject === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: subject }] }),
  }
}

function regionOf(at: Location | undefined): object {
  if (at?.line === undefined) return {}
  return { region: { startLine: at.line, ...(at.column === undefined ? {} : { startColumn: at.column }) } }
}

/** Relative to the working directory, as the checkout of a pipeline. */
const uriOf = (file: string): string =>
  (relative(process.cwd(), file) || '.').split(sep).map(encodeURIComponent).join('/')

/** What, why and how to mend it, as one text. */
export function messageOf({ what, why, fix = [] }: Diagnostic): string {
  const fixes = typeof fix === 'string' ? [fix] : fix
  return [what, ...(why === undefined ? [] : [why]), ...fixes.map((text) => `fix: ${text}`)].join('\n')
}
