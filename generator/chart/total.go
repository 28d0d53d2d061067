package chart

import (
	"slices"

	"collate/generator/check"
	"collate/generator/digest"
)

// Total is the row of the total that a group's figures are parts of, and the
// check of the story that says so. Both are nil where no check does, or no
// source reports enough for one.
func Total(s *digest.Story, group digest.Group) (*digest.Row, *digest.Check) {
	items := map[string]bool{}
	for _, row := range group.Rows {
		items[row.Name.Key()] = true
	}
	for _, c := range s.Checks {
		for _, o := range c.Outcomes {
			if key := totalOf(o.Outcome.Parts, items); key != "" {
				return s.Row(key), c
			}
		}
	}
	return nil, nil
}

// totalOf is the key of the figure that stands alone on one side of an
// equation that has a sum of two items or more on the other; else empty.
func totalOf(equation []check.Part, items map[string]bool) string {
	equals := slices.IndexFunc(equation,
		func(p check.Part) bool { return p.Key == "" && (p.Text == "=" || p.Text == "≠") })
	if equals < 0 {
		return ""
	}
	whole, sum := equation[:equals], equation[equals+1:]
	if len(whole) > 1 {
		whole, sum = sum, whole
	}
	other := func(p check.Part) bool { return p.Text != "+" && !items[p.Key] }
	if len(whole) != 1 || items[whole[0].Key] || len(sum) < 3 || slices.ContainsFunc(sum, other) {
		return ""
	}
	return whole[0].Key
}
