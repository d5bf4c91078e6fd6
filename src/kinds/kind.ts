import type { CatalogObject, Snapshot } from '../catalog/snapshot.js'
import type { Server } from '../database/database.js'
import type { Sql } from '../sql/sql.js'

/** A statement; one that is `alone` cannot run in a transaction, or (`when-used`) not in one with what uses its effect. */
export type Statement = string | Sql | { readonly sql: string | Sql; readonly alone: true | 'when-used' }
export type Statements = Statement | readonly Statement[]

/** A part that is written inside its parent's CREATE: a column in a table, a default in a column. */
export interface Clause {
  readonly object: CatalogObject
  readonly text: string
}

/** What the code that writes a statement may look at: the database as it is on the side of that statement. */
export interface SqlContext {
  readonly snapshot: Snapshot
  get(id: string): CatalogObject | undefined
  /** How COMMENT ON, OWNER TO and GRANT name an object: `TABLE public.users`. */
  reference(id: string): string
  /** Ids of what depends directly on an object. */
  dependents(id: string): readonly string[]
  /** Ids of what an object depends on directly. */
  dependencies(id: string): readonly string[]
  /** The database as it is while a plan runs: before all changes of what is kept for the last. */
  readonly standing: SqlContext
  /** The other side of the plan: what was before what a statement makes, what comes after what it drops. */
  readonly opposite: SqlContext
  /** True for what is there before and after the plan and is not made anew in it; with `need`, uses that all along. */
  stays(id: string, need?: string): boolean
}

/**
 * The database as it stands while a step runs: with what comes before the step done, and nothing of what comes after it. It is the
 * same on the way there and on the way back. What comes and goes with another object only is not looked after.
 */
export interface Moment {
  /** The side whose form of an object stands, if one does. */
  sideOf(id: string): SqlContext | undefined
  get(id: string): CatalogObject | undefined
  dependents(id: string): readonly string[]
  dependencies(id: string): readonly string[]
}

export type Disturbance = boolean | 'through' | 'anew' | { readonly instead: string }

/** How a difference in an attribute is mended without replacing the object. */
export interface AlterRule<A> {
  /** Attributes that share a rule object are mended by one call. */
  alter(before: A, after: A, context: StepContext): Statements
  /** False where this direction needs a replacement. Default: always possible. */
  possible?(before: A, after: A, context: AlterContext): boolean
  /**
   * Which dependents PostgreSQL wants out of the way; they are dropped before and created after. `through`: the dependent
   * itself stays, and those that depend on it are asked about too. `anew`: it is lost with what it is a part of, and is
   * created again right after. An id: that object has to go in its place.
   */
  disturbs?(dependent: CatalogObject, before: A, after: A, context: AlterContext): Disturbance
  /** The id of another object that has to be made anew for this change, and takes this one along: a table and its key. */
  instead?(before: A, after: A, context: AlterContext): string | undefined
  /** False where two values are no difference: a version that is not declared. */
  differs?(before: A, after: A): boolean
}

export interface AlterContext {
  readonly before: SqlContext
  readonly after: SqlContext
}

/** The same once the order of the steps is known. */
export interface StepContext extends AlterContext {
  readonly meanwhile: Moment
}

/** `replace`: drop and create. `ignore`: never a difference by itself (say why beside it). */
export type Rule<A> = 'replace' | 'ignore' | AlterRule<A>

/** A rule for each attribute: a forgotten one is a compile error. */
export type Rules<A> = { readonly [K in keyof A]-?: Rule<A> }

/** Where an object stands in the system catalogs. */
export interface Address {
  /** Such as `pg_class`. */
  readonly catalog: string
  readonly oid: number
  /** Column number, or 0. */
  readonly sub?: number
}

export interface Found<A> extends Address {
  readonly attributes: A
  /** Further catalog rows that stand for the same object: its rewrite rule, its index, its array type. */
  readonly aliases?: readonly Address[]
}

/** How a kind is read: one set-based query, and what a row means. */
export interface Introspection<A, Row> {
  /** Runs with an empty search_path in a read-only snapshot. Lists come as JSON (`to_json`), never as arrays. */
  query(server: Server): string
  /** `resolve` gives the id of the object at an address; only cross-cutting kinds may use it. `undefined` leaves the row out. */
  read(row: Row, resolve: (address: Address) => string | undefined): Found<A> | undefined
}

/** What a removal is judged by when the desired side does not speak of an object. */
export interface Scope {
  readonly current: Snapshot
  readonly desired: Snapshot
  /** Roles that this history made. */
  readonly roles: ReadonlySet<string>
  /** The role that reads the live catalog. */
  readonly user: string
}

/** Everything that Tidemark knows about one kind of object: data and small pure functions. */
export interface Kind<A extends object = object, Row = never> {
  readonly name: string
  readonly introspection: Introspection<A, Row>
  readonly rules: Rules<A>
  /** The quoted name that follows the kind in an id: `public.users.email`. */
  identity(attributes: A): string
  /** The object that this one is a part of: it goes when that goes, and is created together with it where possible. */
  parent?(attributes: A): string | undefined
  /** What it comes and goes with where no step of its own does it, if that is not what it is a part of. */
  comesWith?(attributes: A, snapshot: Snapshot): string | undefined
  /** Objects needed beyond what `pg_depend` records, by id. Ids that do not exist are ignored. */
  requires?(attributes: A, snapshot: Snapshot): readonly string[]
  /**
   * Ids of objects that this one is made after and taken away before, without depending on them; those that only the other
   * side has are gone when it is made. `own` is the side that it is read from, `other` the other side of the plan, `role`
   * what the plan does with it.
   */
  follows?(attributes: A, own: Snapshot, other: Snapshot, role: string): readonly string[]
  /** Ids of objects that change while this one is there: made after it, taken away before it, altered after it is made anew. */
  precedes?(attributes: A, own: Snapshot, other: Snapshot): readonly string[]
  /** Text in which it names others without PostgreSQL knowing: it is made after them and goes before them where that is possible. */
  mentions?(attributes: A): string | undefined
  /** Names that only one object can hold at a time, such as `relation public.users`. */
  slots?(attributes: A): readonly string[]
  /**
   * True for what exists because of a parent table's object: on the way between the side `own` that it is read from and
   * the side `other` it comes and goes with that one.
   */
  implied?(attributes: A, own: Snapshot, other: Snapshot): boolean
  /** True when an object that is not declared is to be left as it is. */
  leftAlone?(attributes: A, scope: Scope): boolean
  /** Read after all others, since its ids contain theirs: comments, owners, grants. */
  readonly crossCutting?: true
  /** Changed after everything else has been created, since it would have an effect on that: default privileges. */
  readonly last?: true
  /** Comes before all that begins to use what it is a part of, and goes after that. */
  readonly completes?: true
  /** Runs because of what else a migration does: made after all of that, and gone before it. */
  readonly watches?: true
  /** Two declarations of one object as one; without it they are an error. */
  merge?(first: A, second: A): A
  /** Turns what is declared in short into what a catalog holds: owners by default, privileges that are given by default. */
  settle?(objects: Map<string, CatalogObject>, settling: Settling): void
  /** The reverse, for `pull`: takes away what a shorter declaration says as well. */
  unsettle?(objects: Map<string, CatalogObject>, settling: Settling): void
  /**
   * Of what is not made but added to what is always there, such as privileges: whether `after` may be what `before` adds to
   * something that was there earlier.
   */
  extends?(before: A, after: A): boolean
  /** Kept by PostgreSQL as written: never built in a scratch database (`true`: the whole kind; else these attributes). */
  readonly verbatim?: true | readonly (keyof A)[]
  /** Of what is kept as written: the same once others are called otherwise; `newId` gives the ids that they have then. */
  renamed?(attributes: A, newId: (id: string) => string): A
  /** Ids under which others speak of what comes with it without being an object of its own: the index of a constraint. */
  brings?(attributes: A): readonly string[]
  /** Whether it is `inside` its parent's CREATE, which would be another statement without it, or `apart` from it. Default: as fits. */
  placed?(attributes: A, own: Snapshot, other: Snapshot): 'inside' | 'apart' | undefined
  /**
   * What a dependent has to do with the rows of `holder` while they are taken aside and put back: it `holds` some of them, or
   * is to be `away`, since it would see them come (a trigger) or ask for them (a foreign key).
   */
  rows?(attributes: A, holder: string): 'holds' | 'away' | undefined
  /**
   * True where it holds rows that belong elsewhere on the other side, whether it stays or goes: they move as if it were made
   * anew.
   */
  yields?(attributes: A, own: Snapshot, other: Snapshot): boolean
  /**
   * Attributes that count as changed, though equal or changed in place, since its parts change in a way that PostgreSQL
   * refuses as it is used: the check that a domain within a list gets.
   */
  changesWith?(before: A, after: A, context: AlterContext): readonly (keyof A & string)[]
  /** Holds rows: never dropped and created again because of something that it depends on. */
  readonly holdsData?: true | ((attributes: A) => boolean)
  /**
   * What holds rows while something that it needs on both sides, `need`, goes and comes again, or something else of that
   * name: a column of that type is one of text meanwhile. Also what stands between two names that are exchanged with those
   * of `need`. `undefined` where it can stay as it is.
   */
  between?(before: A, after: A, need: CatalogObject): A | undefined
  /**
   * What can be made of it while what its text needs is not there yet, and changed into the whole after: two functions whose
   * bodies call each other. `undefined` where it has no such text.
   */
  stub?(attributes: A): A | undefined
  /** Query for the names of declared objects that need others of their kind, where only a server knows: pairs `name` and `need`. */
  readonly needs?: string
  /** False when automatic dependencies (deptype a) are not the object's own: an owned sequence. */
  readonly automaticDependencies?: false
  readonly sql: {
    /** `meanwhile`: in a step of a plan. */
    create(attributes: A, context: SqlContext, clauses: readonly Clause[], meanwhile?: Moment): Statements
    drop(attributes: A, context: SqlContext, meanwhile?: Moment): Statements
    /** The text inside the parent's CREATE; `undefined` where it needs a statement of its own. */
    clause?(attributes: A, context: SqlContext, clauses: readonly Clause[]): string | undefined
    /** What a clause cannot say, as statements after the parent's CREATE. */
    afterClause?(attributes: A, context: SqlContext): Statements
    /**
     * For what holds rows and has to be dropped and made anew: takes them aside before, and puts them back when it is there
     * again, each on the side of its attributes.
     */
    readonly rows?: {
      aside(attributes: A, context: SqlContext): Statements
      back(attributes: A, context: SqlContext): Statements
    }
    rename?(before: A, after: A): Statements
    reference?(attributes: A): string
    /** What the creation of any object asks for, right after it: privileges that it got by default and shall not have. */
    afterCreate?(created: CatalogObject, reference: string | undefined, context: SqlContext): Statements
  }
  /** A query for the oid of a declared object, where its id as declared may differ from the catalog's (types in a signature). */
  resolve?(attributes: A): { readonly catalog: string; readonly sql: string }
  /** The TypeScript that declares the object; `undefined` where its parent's says it all. */
  render?(object: CatalogObject<A>, writer: Writer): Rendered | undefined
}

/** What kinds that speak of other objects may look at when declarations are settled. */
export interface Settling {
  /** server_version_num, such as 180004. */
  readonly version: number
  /** The role that migrates. */
  readonly user: string
  /** As in `SqlContext`; `undefined` where a kind cannot be named in a statement. */
  reference(object: CatalogObject): string | undefined
}

/** What an object contributes to the TypeScript that `pull` writes. */
export type Rendered =
  /** `export const <name> = <expression>` in a file of its kind, such as `tables/users` or `roles`, without the ending. */
  | {
      readonly as: 'declaration'
      readonly file: string
      /** The schema whose folder the file is in, where it is not the object's own. */
      readonly schema?: string
      readonly name: string
      readonly expression: string
    }
  /** Chained to what its parent renders: `.notNull()`. */
  | { readonly as: 'call'; readonly text: string }
  /** Stands in a list of its parent's options (`constraints`, `indexes`, …), or in `.with(…)` where the parent has none. */
  | { readonly as: 'item'; readonly list: string; readonly text: string }

/** Writes TypeScript for one file; imports follow from what is used. */
export interface Writer {
  /** What is pulled. */
  readonly snapshot: Snapshot
  /** A name imported from `tidemark`. */
  use(name: string): string
  /** The constant that declares an object, imported from its file; `undefined` where nothing declares it. */
  ref(id: string): string | undefined
  /** A name for a declaring function: `'users'`, or `app('users')` outside of `public`. */
  name(schema: string, name: string): string
  /** The parts of an object, in the order in which a person would write them. */
  children(id: string): readonly CatalogObject[]
  /** What a part contributes. */
  render(object: CatalogObject): Rendered | undefined
  /** The constant that declares a type, by the type's name as PostgreSQL prints it. */
  type(text: string): string | undefined
  /** How statements name an object; `undefined` where they cannot. */
  reference(id: string): string | undefined
  /** A column of the table being described: `t.email`, `t['odd name']`. */
  column(name: string): string
  /** A string literal. */
  string(text: string): string
  /** A `sql` template literal that reads back as exactly this text. */
  sql(text: string): string
  /** `.with(…)` for all parts of an object that stand in lists; empty where it has none. */
  with(id: string): string
  /** The calls chained by the parts of an object: `.notNull().default(…)`. */
  calls(id: string): string
  /** The parts of an object that stand in lists, by list. */
  lists(id: string): ReadonlyMap<string, readonly string[]>
  /** `{ a: 1 }`, on one line where it fits; entries that are `undefined` are left out. */
  object(entries: Readonly<Record<string, string | undefined>>): string
  /** `[a, b]`, on one line where it fits. */
  list(items: readonly string[]): string
}

export const defineKind = <A extends object, Row>(kind: Kind<A, Row>): Kind => kind as unknown as Kind

export const idOf = (kind: Kind, attributes: object): string => `${kind.name} ${kind.identity(attributes)}`
