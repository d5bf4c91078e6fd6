import type { Kind } from '../kind.js'
import type { CollationAttributes } from './collation.js'

export const render: NonNullable<Kind<CollationAttributes>['render']> = ({ id, attributes: collation }, writer) => {
  const { schema, name, provider, locale, lcCollate, lcCtype, everyEncoding, nondeterministic, rules } = collation
  const text = (value: string | undefined): string | undefined =>
    value === undefined ? undefined : writer.string(value)
  const options = writer.object({
    provider: text(provider),
    locale: text(locale),
    lcCollate: text(lcCollate),
    lcCtype: text(lcCtype),
    everyEncoding: everyEncoding ? 'true' : undefined,
    deterministic: nondeterministic ? 'false' : undefined,
    rules: text(rules),
  })
  const expression = `${writer.use('collation')}(${writer.name(schema, name)}, ${options})${writer.with(id)}`
  return { as: 'declaration', file: 'types', name, expression }
}
