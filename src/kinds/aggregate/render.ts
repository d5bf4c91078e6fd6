import { argumentsCode, functionCode, typeCode } from '../function/render.js'
import type { Kind, Writer } from '../kind.js'
import type { AggregateAttributes } from './aggregate.js'

const functionOf = (name: string | undefined, writer: Writer): string | undefined =>
  name === undefined ? undefined : functionCode(name, writer)
const stringOf = (text: string | undefined, writer: Writer): string | undefined =>
  text === undefined ? undefined : writer.string(text)
const flag = (value: boolean | undefined): string | undefined => (value ? 'true' : undefined)

export const render: NonNullable<Kind<AggregateAttributes>['render']> = ({ id, attributes: aggregate }, writer) => {
  const { arguments: list = [], type, direct = list.length, stype, mstype } = aggregate
  const options = writer.object({
    args: argumentsCode(list.slice(0, direct), writer),
    orderBy: type && argumentsCode(direct === list.length ? list.slice(-1) : list.slice(direct), writer),
    hypothetical: flag(type === 'hypothetical'),
    sfunc: functionOf(aggregate.sfunc, writer),
    stype: typeCode(stype, writer),
    sspace: aggregate.sspace?.toString(),
    finalfunc: functionOf(aggregate.finalfunc, writer),
    finalfuncExtra: flag(aggregate.finalfuncExtra),
    finalfuncModify: stringOf(aggregate.finalfuncModify, writer),
    combinefunc: functionOf(aggregate.combinefunc, writer),
    serialfunc: functionOf(aggregate.serialfunc, writer),
    deserialfunc: functionOf(aggregate.deserialfunc, writer),
    initcond: stringOf(aggregate.initcond, writer),
    msfunc: functionOf(aggregate.msfunc, writer),
    minvfunc: functionOf(aggregate.minvfunc, writer),
    mstype: mstype === undefined ? undefined : typeCode(mstype, writer),
    msspace: aggregate.msspace?.toString(),
    mfinalfunc: functionOf(aggregate.mfinalfunc, writer),
    mfinalfuncExtra: flag(aggregate.mfinalfuncExtra),
    mfinalfuncModify: stringOf(aggregate.mfinalfuncModify, writer),
    minitcond: stringOf(aggregate.minitcond, writer),
    sortop: stringOf(aggregate.sortop, writer),
    parallel: stringOf(aggregate.parallel, writer),
  })
  const expression = `${writer.use('aggregate')}(${writer.name(aggregate.schema, aggregate.name)}, ${options})${writer.with(id)}`
  return { as: 'declaration', file: `functions/${aggregate.name}`, name: aggregate.name, expression }
}
