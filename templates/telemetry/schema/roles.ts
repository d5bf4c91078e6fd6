import { comment, defaultPrivileges, role } from 'tidemark'

/** Reads everything of its tenant. */
export const reader = role('telemetry_reader').with(comment('Reads devices and telemetry'))

/** Stores messages, and can do nothing else. */
export const writer = role('telemetry_writer').with(comment('Stores telemetry'))

/** What is added later is readable too, without a grant for each table. */
export const defaults = defaultPrivileges({ in: 'public' }).grant(reader).on('tables').to('select')
