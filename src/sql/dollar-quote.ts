/** A text between dollar quotes, exactly as it is, with a tag that the text does not hold (Manual, 4.1.2.4). */
export function dollarQuote(text: string): string {
  for (let number = 0; ; number++) {
    const tag = number === 0 ? '$$' : number === 1 ? '$body$' : `$body${number}$`
    if (!`${text}$`.includes(tag)) return tag + text + tag
  }
}
