import { quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import {
  parentOf,
  retargeted,
  readTarget,
  referenceOf,
  targetColumns,
  targetJoins,
  type TargetAttributes,
  type TargetRow,
} from '../cross-cutting/target.js'
import { defineKind, type SqlContext } from '../kind.js'
import { roleLeftAlone } from '../role/left-alone.js'
import { render } from './render.js'

export interface SecurityLabelAttributes extends TargetAttributes {
  readonly provider: string
  readonly label: string
}

interface Row extends TargetRow {
  readonly provider: string
  readonly label: string
}

const set = ({ target, provider }: SecurityLabelAttributes, label: string, context: SqlContext): string =>
  `SECURITY LABEL FOR ${quoteIdentifier(provider)} ON ${referenceOf(context, target)} IS ${label}`

/** A label that a security module reads (Manual, SECURITY LABEL). */
export const securityLabelKind = defineKind<SecurityLabelAttributes, Row>({
  name: 'security-label',
  crossCutting: true,
  verbatim: true,
  introspection: {
    query: () => `
      select ${targetColumns('d')}, d.provider, d.label
        from (select classoid, objoid, objsubid, provider, label from pg_seclabel
              union all select classoid, objoid, 0, provider, label from pg_shseclabel) d
        ${targetJoins('d')}`,
    read: ({ provider, label, ...row }, resolve) => {
      const found = readTarget(row, resolve)
      if (found === undefined) return undefined
      const { catalog, oid, target, of } = found
      return { catalog, oid, attributes: { target, ...(of !== undefined && { of }), provider, label } }
    },
  },
  rules: {
    target: 'ignore', // part of the id
    of: 'ignore', // follows from the target
    provider: 'ignore', // part of the id
    label: { alter: (_before, after, { after: context }) => set(after, quoteLiteral(after.label), context) },
  },
  identity: ({ target, provider }) => `${target} by ${quoteIdentifier(provider)}`,
  parent: parentOf,
  renamed: retargeted,
  requires: ({ target }) => [target],
  leftAlone: ({ target }, scope) => target.startsWith('role ') && roleLeftAlone(target, scope),
  sql: {
    create: (label, context) => set(label, quoteLiteral(label.label), context),
    drop: (label, context) => set(label, 'NULL', context),
  },
  render,
})
