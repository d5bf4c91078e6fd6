/** What a schema file may call, a line for each kind. */
export { schema, type Schema } from './schema/declare.js'
export { table, type NewRow, type Row, type Table, type TableOptions } from './table/declare.js'
export { type Column } from './column/reference.js'
export { check, exclude, foreignKey, primaryKey, unique } from './constraint/declare.js'
export { index, key } from './index/declare.js'
export { arg, fn, type FunctionDeclaration, type FunctionOptions } from './function/declare.js'
export { procedure } from './procedure/declare.js'
