import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { heatCap, heatShare, heatStyle } from './heat-shade.ts'

describe('heat colors', () => {
  test('are symmetric and full from the 95th percentile on', () => {
    const values = [...Array.from({ length: 96 }, () => 0.01), -0.1, 0.1, 0.1, 0.1]
    assert.equal(heatCap(values), 0.01)
    assert.deepEqual([heatShare(0.005, 0.01), heatShare(-0.005, 0.01), heatShare(0.3, 0.01)], [0.5, -0.5, 1])
    assert.deepEqual([heatCap([]), heatShare(0.1, 0), heatShare(0, 0.1)], [0, 0, 0])
    assert.deepEqual(heatStyle(-0.305), { background: 'color-mix(in oklab, var(--heat-down) 31%, var(--heat-0))' })
  })

  for (const theme of ['light', 'dark'] as const) {
    test(`carry their text at 4.5 to 1 or more: ${theme}`, () => {
      const color = tokensOf(theme)
      for (const side of ['heat-up', 'heat-down']) {
        for (let percent = 0; percent <= 100; percent++) {
          const cell = mixed(color(side), color('heat-0'), percent / 100)
          const ratio = contrast(luminanceOf(cell), luminanceOf(color('heat-ink')))
          assert.ok(ratio >= 4.5, `${side} ${percent}%: ${ratio.toFixed(2)}`)
        }
      }
    })
  }
})

type Rgb = readonly [number, number, number]

/** Linear light of a token. */
function tokensOf(theme: 'light' | 'dark'): (name: string) => Rgb {
  const css = readFileSync(new URL('../theme/tokens.css', import.meta.url), 'utf8')
  return (name) => {
    const [, light, dark] = new RegExp(`--${name}: light-dark\\(#(\\w{6}), #(\\w{6})\\)`).exec(css)!
    const hex = theme === 'light' ? light! : dark!
    const channel = (at: number): number => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    return [channel(0), channel(2), channel(4)]
  }
}

const linear = (value: number): number => (value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const luminanceOf = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b
const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)

/** In OKLab, as `color-mix` does. Source: B. Ottosson, "A perceptual color space for image processing", 2020. */
function mixed(a: Rgb, b: Rgb, share: number): Rgb {
  const [first, second] = [oklab(a), oklab(b)]
  return fromOklab([0, 1, 2].map((i) => first[i]! * share + second[i]! * (1 - share)) as unknown as Rgb)
}

function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b)
  const m = Math.cbrt(0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b)
  const s = Math.cbrt(0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b)
  return [
    0.210_454_255_3 * l + 0.793_617_785 * m - 0.004_072_046_8 * s,
    1.977_998_495_1 * l - 2.428_592_205 * m + 0.450_593_709_9 * s,
    0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766 * s,
  ]
}

function fromOklab([lightness, a, b]: Rgb): Rgb {
  const l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b) ** 3
  const m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b) ** 3
  const s = (lightness - 0.089_484_177_5 * a - 1.291_485_548 * b) ** 3
  return [
    4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
    -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
    -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701 * s,
  ]
}
