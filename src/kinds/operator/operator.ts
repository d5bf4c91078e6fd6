import type { Snapshot } from '../../catalog/snapshot.js'
import { userSchema } from '../../catalog/scope.js'
import { qualified, quoteIdentifier, quoteLiteral } from '../../sql/identifier.js'
import { nameOnly } from '../function/reference.js'
import { functionCode, typeCode } from '../function/render.js'
import { defineKind, type AlterRule } from '../kind.js'

export interface OperatorAttributes {
  readonly schema: string
  readonly name: string
  /** Left out for a prefix operator. */
  readonly left?: string
  readonly right: string
  readonly function: string
  /** As `OPERATOR(schema.name)` where it is none of the system's. */
  readonly commutator?: string
  readonly negator?: string
  /** Selectivity estimators. */
  readonly restrict?: string
  readonly join?: string
  readonly hashes?: boolean
  readonly merges?: boolean
}

type Operator = OperatorAttributes

interface Row extends Operator {
  oid: number
}

const full = ({ schema, name }: Operator): string => `${quoteIdentifier(schema)}.${name}`
const types = ({ left, right }: Operator): string => `(${left ?? 'NONE'}, ${right})`
const reference = (operator: Operator): string => `OPERATOR ${full(operator)} ${types(operator)}`

/** One that is only named, and made by nobody, is none. */
const other = (column: string): string => `(
  select case when x.oprnamespace = 'pg_catalog'::regnamespace then x.oprname
              else 'OPERATOR(' || quote_ident(s.nspname) || '.' || x.oprname || ')' end
    from pg_operator x join pg_namespace s on s.oid = x.oprnamespace where x.oid = o.${column} and x.oprcode <> 0)`

/** Ids of the operators that one names as its commutator and its negator. */
const named = (operator: Operator): readonly string[] => {
  const { left, right, commutator, negator } = operator
  const id = (text: string | undefined, sides: string): string[] => {
    const [, name] = /^OPERATOR\((.*)\)$/s.exec(text ?? '') ?? []
    return name === undefined ? [] : [`operator ${name} ${sides}`]
  }
  return [...id(commutator, `(${right}, ${left})`), ...id(negator, types(operator))]
}

/**
 * An operator forgets the one that it names when that goes: it goes with it. Of two that name each other one knows the other
 * again when that comes.
 */
const linked = (operator: Operator, snapshot: Snapshot): readonly string[] => {
  const own = `operator ${identity(operator)}`
  return named(operator).filter((id) => {
    const other = snapshot.objects.get(id)
    const isMutual = other !== undefined && named(other.attributes as Operator).includes(own)
    return isMutual ? id < own : id !== own
  })
}

const identity = (operator: Operator): string => `${full(operator)} ${types(operator)}`

const estimators: AlterRule<Operator> = {
  alter: (before, after) => {
    const changes = (['restrict', 'join'] as const).filter((key) => before[key] !== after[key])
    return `ALTER ${reference(after)} SET (${changes.map((key) => `${key.toUpperCase()} = ${after[key] ?? 'NONE'}`).join(', ')})`
  },
}

/** An operator (Manual, CREATE OPERATOR). */
export const operatorKind = defineKind<OperatorAttributes, Row>({
  name: 'operator',
  introspection: {
    query: () => `
      select o.oid, n.nspname as schema, o.oprname as name,
             case when o.oprleft <> 0 then format_type(o.oprleft, null) end as left, format_type(o.oprright, null) as right,
             o.oprcode::text as function, ${other('oprcom')} as commutator, ${other('oprnegate')} as negator,
             ${nameOnly('o.oprrest')} as restrict, ${nameOnly('o.oprjoin')} as join,
             o.oprcanhash as hashes, o.oprcanmerge as merges
        from pg_operator o join pg_namespace n on n.oid = o.oprnamespace
       where o.oprcode <> 0 and ${userSchema('n')}`,
    read: ({ oid, ...attributes }) => ({ catalog: 'pg_operator', oid, attributes }),
  },
  rules: {
    schema: 'ignore', // part of the id
    name: 'ignore', // part of the id
    left: 'ignore', // part of the id
    right: 'ignore', // part of the id
    function: 'replace',
    commutator: 'replace',
    negator: 'replace',
    restrict: estimators,
    join: estimators,
    hashes: 'replace',
    merges: 'replace',
  },
  identity,
  requires: (operator, snapshot) => [`schema ${qualified(operator.schema)}`, ...linked(operator, snapshot)],
  sql: {
    create: (operator) => {
      const { left, right, commutator, negator, restrict, join, hashes, merges } = operator
      const options = [
        `FUNCTION = ${operator.function}`,
        left && `LEFTARG = ${left}`,
        `RIGHTARG = ${right}`,
        commutator && `COMMUTATOR = ${commutator}`,
        negator && `NEGATOR = ${negator}`,
        restrict && `RESTRICT = ${restrict}`,
        join && `JOIN = ${join}`,
        hashes && 'HASHES',
        merges && 'MERGES',
      ]
      const lines = options.filter(Boolean).map((option) => `  ${option}`)
      return `CREATE OPERATOR ${full(operator)} (\n${lines.join(',\n')}\n)`
    },
    drop: (operator) => `DROP ${reference(operator)}`,
    reference,
  },
  resolve: (operator) => ({
    catalog: 'pg_operator',
    sql: `to_regoperator(${quoteLiteral(`${full(operator)}(${operator.left ?? 'NONE'}, ${operator.right})`)})`,
  }),
  render: ({ id, attributes: operator }, writer) => {
    const { left, right, commutator, negator, restrict, join, hashes, merges } = operator
    const options = writer.object({
      left: left && typeCode(left, writer),
      right: typeCode(right, writer),
      function: functionCode(operator.function, writer),
      commutator: commutator && writer.string(commutator),
      negator: negator && writer.string(negator),
      restrict: restrict && functionCode(restrict, writer),
      join: join && functionCode(join, writer),
      hashes: hashes ? 'true' : undefined,
      merges: merges ? 'true' : undefined,
    })
    const expression = `${writer.use('operator')}(${writer.name(operator.schema, operator.name)}, ${options})${writer.with(id)}`
    return {
      as: 'declaration',
      file: 'operators',
      name: `operator ${operator.function.replace(/^.*\./, '')}`,
      expression,
    }
  },
})
