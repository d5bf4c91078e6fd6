/** What of umzug is used, in a module of its own: it is loaded only when there is something to run. */
export { MigrationError, Umzug } from 'umzug'
