import type { Kind } from '../kind.js'
import { published } from './operations.js'
import type { PublicationAttributes } from './publication.js'

export const render: NonNullable<Kind<PublicationAttributes>['render']> = ({ id, attributes: publication }, writer) => {
  const lists = new Map(writer.lists(id))
  const own = (name: string): string | undefined => {
    const items = lists.get(name)
    lists.delete(name)
    return items && writer.list(items)
  }
  const options = writer.object({
    tables: publication.allTables ? `'all'` : own('tables'),
    schemas: own('schemas'),
    publish: publication.withheld && writer.list(published(publication).map((operation) => writer.string(operation))),
    viaRoot: publication.viaRoot ? 'true' : undefined,
    generatedColumns: publication.generatedColumns ? 'true' : undefined,
  })
  const parts = [...lists.values()].flat()
  const call = `${writer.use('publication')}(${writer.string(publication.name)}${options === '{}' ? '' : `, ${options}`})`
  return {
    as: 'declaration',
    file: 'publications',
    name: publication.name,
    expression: call + (parts.length === 0 ? '' : `.with(${parts.join(', ')})`),
  }
}
