/** How far two colours stand apart, as tests measure them. */

/** Contrast by WCAG 2.2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const hex = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join('') : colour.slice(1)
    if (!/^[0-9a-f]{6}$/.test(hex)) throw new Error(`not a colour: ${colour}`)
    const [red = 0, green = 0, blue = 0] = [0, 2, 4]
      .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (bright + 0.05) / (dim + 0.05)
}
