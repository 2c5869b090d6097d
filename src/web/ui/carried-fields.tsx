/** What a form carries along and nobody types: hidden fields, each value of a name in its turn. */

type Values = string | readonly string[]

interface CarriedFieldsProps {
  /** By name; or in pairs, where a name may come twice. */
  readonly fields: Readonly<Record<string, Values>> | Iterable<readonly [name: string, values: Values]>
}

export function CarriedFields({ fields }: CarriedFieldsProps) {
  const pairs = Symbol.iterator in fields ? [...fields] : Object.entries(fields)
  return pairs.flatMap(([name, values]) =>
    [values].flat().map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
  )
}
