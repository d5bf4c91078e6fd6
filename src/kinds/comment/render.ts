import type { Kind } from '../kind.js'
import type { CommentAttributes } from './comment.js'

export const render: NonNullable<Kind<CommentAttributes>['render']> = (
  { attributes: { target, of, text } },
  writer,
) => {
  const call = `${writer.use('comment')}(${writer.string(text)})`
  if (of === undefined) return { as: 'item', list: 'parts', text: call }
  if (target.startsWith('index ')) return { as: 'item', list: 'parts', text: `${call}.onIndex()` }
  const column = /^column .*\.(?:"((?:[^"]|"")*)"|([^".]+))$/s.exec(target)
  if (column !== null)
    return {
      as: 'item',
      list: 'parts',
      text: `${call}.onColumn(${writer.string(column[2] ?? column[1]!.replaceAll('""', '"'))})`,
    }
  return { as: 'item', list: 'parts', text: `${call}.onPart(${writer.string(target)})` }
}
