package chart

// separate moves positions apart so that each is at least gap above the one
// before, all within low and high, and as near as can be (by least squares) to
// where they wanted to be. They are given in ascending order. If they don't fit, some
// come to lie above high.
func separate(want []int, gap, low, high int) []int {
	// With i gaps taken off the i-th position, the result has only to ascend:
	// that is isotonic regression, by pooling neighbours that do not.
	type pool struct{ sum, count int }
	var pools []pool
	for i, w := range want {
		next := pool{w - i*gap, 1}
		for len(pools) > 0 {
			last := pools[len(pools)-1]
			if last.sum*next.count < next.sum*last.count {
				break
			}
			next = pool{last.sum + next.sum, last.count + next.count}
			pools = pools[:len(pools)-1]
		}
		pools = append(pools, next)
	}
	high -= (len(want) - 1) * gap
	moved := make([]int, 0, len(want))
	for _, p := range pools {
		at := max(min(roundedQuotient(p.sum, p.count), high), low)
		for range p.count {
			moved = append(moved, at+len(moved)*gap)
		}
	}
	return moved
}

// roundedQuotient divides to the nearest whole number; b is above zero.
func roundedQuotient(a, b int) int {
	n := 2*a + b
	q := n / (2 * b)
	if n%(2*b) < 0 {
		q--
	}
	return q
}
