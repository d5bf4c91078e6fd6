const separator = ' · '

/** `column public.t.c · default = 1` → what it speaks of and what it says. */
function parse(fact) {
  const at = fact.indexOf(separator)
  if (at < 0) return { object: fact, attribute: '', value: '' }
  const rest = fact.slice(at + separator.length)
  const equals = rest.indexOf(' = ')
  return { object: fact.slice(0, at), attribute: rest.slice(0, equals), value: rest.slice(equals + 3) }
}

function without(facts, others) {
  const known = new Set(others)
  return facts.filter((fact) => !known.has(fact))
}

/**
 * What must be done to `actual` to make it `expected`, whole objects first.
 *
 * @typedef {{ sign: '-' | '+' | '~', object: string, attribute: string, expected?: string, actual?: string }} Difference
 * `-` is missing, `+` is too much, `~` differs.
 * @returns {Difference[]}
 */
export function compare(expected, actual) {
  const sides = { expected: without(expected, actual), actual: without(actual, expected) }
  const entries = new Map()
  for (const [side, facts] of Object.entries(sides))
    for (const { object, attribute, value } of facts.map(parse)) {
      const key = `${object}${separator}${attribute}`
      entries.set(key, { ...entries.get(key), object, attribute, [side]: value })
    }
  const differences = [...entries.values()].map((entry) => ({
    sign: entry.actual === undefined ? '-' : entry.expected === undefined ? '+' : '~',
    ...entry,
  }))
  const whole = new Set(differences.filter(({ attribute }) => attribute === '').map(({ object }) => object))
  const told = differences.filter(({ object, attribute }) => attribute === '' || !whole.has(object))
  return told.toSorted(
    (a, b) => (a.attribute === '' ? 0 : 1) - (b.attribute === '' ? 0 : 1) || (a.object < b.object ? -1 : 1),
  )
}

/** Of two long texts, the first line that differs. */
function firstLines(expected, actual) {
  const [left, right] = [expected, actual].map((text) => text.split('\n'))
  const at = left.findIndex((line, index) => line !== right[index])
  const line = at < 0 ? left.length : at
  return [left[line] ?? '(ends)', right[line] ?? '(ends)']
}

/** A difference as a person reads it. */
export function describe({ sign, object, attribute, expected, actual }) {
  if (attribute === '') return `${sign} ${object}`
  const what = `${sign} ${object}${separator}${attribute}`
  if (sign !== '~') return `${what} = ${expected ?? actual}`
  const [left, right] = firstLines(expected, actual)
  return `${what}\n      expected ${left}\n      actual   ${right}`
}

/** Leaves out what is missing only because its table or view is: the columns of a view that is not there. */
export function withoutParts(differences) {
  const relations = differences
    .filter(
      ({ object, attribute }) => attribute === '' && /^(?:table|view|materialized-view|foreign-table) /.test(object),
    )
    .map(({ object }) => object.slice(object.indexOf(' ') + 1))
  return differences.filter(({ object }) => {
    const name = object.slice(object.indexOf(' ') + 1)
    return !relations.some((relation) => name.startsWith(`${relation}.`) || name.endsWith(` on ${relation}`))
  })
}

/** A difference without its names, for counting: `- comment`, `~ column default`. */
export function classify({ sign, object, attribute }) {
  const kind = object.slice(0, object.indexOf(' '))
  const [named] = attribute.match(/^(?:acl|statistics|mapping)(?= )/) ?? [attribute]
  return [sign, kind, named].filter(Boolean).join(' ')
}
