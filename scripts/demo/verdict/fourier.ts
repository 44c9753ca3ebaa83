interface Complex {
  readonly re: Float64Array
  readonly im: Float64Array
}

const blank = (size: number): Complex => ({ re: new Float64Array(size), im: new Float64Array(size) })

/** The dot product of `pattern` with the stretch of `signal` at each lag 0, 1, … `lags` − 1. Beyond its end the signal is silent. */
export function dotProducts(pattern: Float32Array, signal: Float32Array, lags: number): Float64Array {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, signal.length, lags) + pattern.length))
  const [a, b] = [spectrum(pattern, size), spectrum(signal, size)]
  const product = blank(size)
  for (let k = 0; k < size; k++) {
    const [ar, ai, br, bi] = [a.re[k] ?? 0, a.im[k] ?? 0, b.re[k] ?? 0, b.im[k] ?? 0]
    product.re[k] = ar * br + ai * bi
    // The complex conjugate, so that transforming once more is the way back.
    product.im[k] = -(ar * bi - ai * br)
  }
  transform(product)
  return product.re.subarray(0, lags).map((value) => value / size)
}

function spectrum(samples: Float32Array, size: number): Complex {
  const result = blank(size)
  result.re.set(samples)
  transform(result)
  return result
}

/** The fast Fourier transform of Cooley and Tukey, in place; the length is a power of two. */
function transform(values: Complex): void {
  reorder(values)
  const size = values.re.length
  for (let half = 1; half < size; half *= 2) {
    for (let k = 0; k < half; k++) {
      const angle = (-Math.PI * k) / half
      butterflies(values, half, k, Math.cos(angle), Math.sin(angle))
    }
  }
}

function butterflies({ re, im }: Complex, half: number, first: number, cos: number, sin: number): void {
  for (let low = first; low < re.length; low += 2 * half) {
    const high = low + half
    const hr = re[high] ?? 0
    const hi = im[high] ?? 0
    const lr = re[low] ?? 0
    const li = im[low] ?? 0
    const tr = hr * cos - hi * sin
    const ti = hr * sin + hi * cos
    re[high] = lr - tr
    im[high] = li - ti
    re[low] = lr + tr
    im[low] = li + ti
  }
}

/** Bit-reversed order. */
function reorder({ re, im }: Complex): void {
  for (let i = 1, j = 0; i < re.length; i++) {
    let bit = re.length >> 1
    for (; (j & bit) !== 0; bit >>= 1) j ^= bit
    j ^= bit
    if (i < j) {
      swap(re, i, j)
      swap(im, i, j)
    }
  }
}

function swap(values: Float64Array, i: number, j: number): void {
  const kept = values[i] ?? 0
  values[i] = values[j] ?? 0
  values[j] = kept
}
