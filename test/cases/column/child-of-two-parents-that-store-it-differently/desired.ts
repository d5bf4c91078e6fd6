import { table } from 'tidemark'

export const texts = table('texts', (c) => ({ body: c.text().storage('external') }))
export const pages = table('pages', (c) => ({ body: c.text() }))
