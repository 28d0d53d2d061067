package value

// Negated is the value with the other sign, its bounds turned; its qualifier
// speaks of size on either side of zero. Words and dates have no sign.
func (v Value) Negated() Value {
	if v.isNumber() {
		v.Number, v.Interval = v.Number.Neg(), v.Interval.Neg()
	}
	return v
}
