/** The head of a table of figures: what the rows are of, then columns of numbers. */
export function NumberHead({ names: [first, ...columns] }: { names: readonly string[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {columns.map((name) => (
          <th key={name} scope="col" className="n">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}
