package data

import "hash/crc32"

// sumOfBoth is the CRC-32 of some bytes and of n others behind them, by their own; see
// crc32_combine of zlib. The bits of a number are a polynomial over GF(2), the highest
// that of x⁰; what stands before n bytes is multiplied by x to their bits.
func sumOfBoth(sum, next uint32, n int) uint32 {
	power := uint32(1 << 23) // x⁸
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			sum = times(sum, power)
		}
		power = times(power, power)
	}
	return sum ^ next
}

// times is the product of two polynomials, modulo that of the checksum.
func times(a, b uint32) (product uint32) {
	for ; a != 0; a <<= 1 {
		if a>>31 == 1 {
			product ^= b
		}
		b = b>>1 ^ b&1*crc32.IEEE
	}
	return product
}
