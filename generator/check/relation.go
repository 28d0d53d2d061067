package check

import "collate/generator/number"

// allows reports whether some value of the left interval stands in the relation
// to some value of the right one.
func (r relation) allows(left, right number.Interval) bool {
	switch r {
	case "<=":
		return left.Low.Reaches(right.High)
	case ">=":
		return right.Low.Reaches(left.High)
	case "<":
		return endsBelow(left.Low, right.High)
	case ">":
		return endsBelow(right.Low, left.High)
	}
	return left.Meets(right)
}

// endsBelow reports whether some number from low up is less than some number up to
// high.
func endsBelow(low, high number.Bound) bool {
	return low.Infinite || high.Infinite || low.At.Cmp(high.At) < 0
}

// text is the relation for display; one that fails is shown as what is true
// instead.
func (r relation) text(holds bool) string {
	signs := map[relation][2]string{
		"=": {"≠", "="}, "<": {"≥", "<"}, ">": {"≤", ">"}, "<=": {">", "≤"}, ">=": {"<", "≥"},
	}[r]
	if holds {
		return signs[1]
	}
	return signs[0]
}
